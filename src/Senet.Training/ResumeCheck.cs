using System.Globalization;
using Senet.Data;
using Senet.Graph;

namespace Senet.Training;

/// <summary>
/// Compares a saved run with what a resume asks for. Half a run with one recipe and half with another is neither, so
/// differences are refused unless they are named.
/// </summary>
sealed class ResumeCheck
{
    const string Classes = "classes";
    const string Images = "images";

    readonly RunFolder _folder;
    readonly RunDescription _saved;
    readonly IReadOnlyList<string> _force;
    readonly List<string> _accepted = [];

    /// <summary>A check of the run in <paramref name="folder"/>.</summary>
    /// <exception cref="SenetException">A name to force is not one of the run's.</exception>
    public ResumeCheck(RunFolder folder, RunDescription saved, IReadOnlyList<string> force)
    {
        _folder = folder;
        _saved = saved;
        _force = force;
        IReadOnlySet<string> names = RunDifference.Names(saved);
        foreach (string name in force.Where(name => name is not (Classes or Images) && !names.Contains(name)))
        {
            string nearest = names.Append(Classes).Append(Images).MinBy(known => Spelling.Distance(name, known[(known.LastIndexOf('.') + 1)..]))!;
            throw new SenetException($"--force {name}: the run has no value of this name; did you mean {nearest}? The names are those of {folder.RecipePath}, {Classes} and {Images}");
        }
    }

    /// <summary>The run to go on with: the saved one with the differences that were named.</summary>
    /// <exception cref="SenetException">There are others; the message shows each.</exception>
    public RunDescription Accept(RunDescription wanted)
    {
        IReadOnlyList<RunDifference> differences = RunDifference.Between(_saved, wanted);
        RunDifference[] refused = [.. differences.Where(difference => !_force.Any(difference.IsIn))];
        if (refused.Length > 0)
        {
            throw new SenetException(
                $"{_folder.Path}: the run was started otherwise: {string.Join(", ", refused.Select(difference => $"{difference.Name} is {difference.First}, not {difference.Second}"))}; " +
                $"leave these options out to resume it, start a new run with --output, or accept the change with --force {string.Join(',', refused.Select(difference => difference.Name))}");
        }
        _accepted.AddRange(differences.Select(difference => $"{difference.Name} {difference.First} -> {difference.Second}"));
        return wanted;
    }

    /// <summary>Compares the data with the saved run's.</summary>
    /// <exception cref="SenetException">It has other classes or another number of images.</exception>
    public RunDescription Accept(RunDescription run, ImageDataSet data, string path)
    {
        IReadOnlyList<string> saved = _folder.ReadClasses();
        if (!data.Classes.SequenceEqual(saved))
        {
            string difference = ClassDifference(saved, data.Classes);
            if (data.Classes.Count != run.Options.Classes)
                throw new SenetException(FormattableString.Invariant($"{path}: {data.Classes.Count} classes; the run has {run.Options.Classes} ({_folder.ClassesPath}): {difference}; restore the data or start a new run"));
            if (!_force.Contains(Classes))
                throw new SenetException($"{path}: the classes are no longer those of the run ({_folder.ClassesPath}): {difference}; restore the data, start a new run, or accept the change with --force {Classes}");
            _accepted.Add($"{Classes} {difference}");
        }
        (int train, int validation) = (data.Train.Count, data.Validation.Count);
        if ((train, validation) == (run.TrainImages, run.ValidationImages))
            return run;
        if (!_force.Contains(Images))
        {
            throw new SenetException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: {train} training and {validation} validation images; the run had {run.TrainImages} and {run.ValidationImages}; restore the data, start a new run, or accept the change with --force {Images}"));
        }
        _accepted.Add(FormattableString.Invariant($"{Images} {run.TrainImages} + {run.ValidationImages} -> {train} + {validation}"));
        return run with { TrainImages = train, ValidationImages = validation };
    }

    /// <summary>The run with what was accepted written into it; the same object where nothing was.</summary>
    public RunDescription Record(RunDescription run)
    {
        if (_accepted.Count == 0)
            return run;
        RunState state = _folder.ReadState();
        string where = FormattableString.Invariant($"epoch {state.Epoch + 1}, step {state.Step}");
        return run with { Forced = [.. run.Forced, .. _accepted.Select(change => $"{where}: {change}")] };
    }

    static string ClassDifference(IReadOnlyList<string> saved, IReadOnlyList<string> found)
    {
        string[] gone = [.. saved.Except(found, StringComparer.Ordinal)], added = [.. found.Except(saved, StringComparer.Ordinal)];
        if (gone.Length == 0 && added.Length == 0)
            return "their order changed";
        return string.Join(", ", ((string[])[Named("gone", gone), Named("new", added)]).Where(text => text.Length > 0));

        static string Named(string what, string[] names) => names.Length == 0 ? "" : $"{what}: {string.Join(", ", names.Take(5))}{(names.Length > 5 ? ", ..." : "")}";
    }
}
