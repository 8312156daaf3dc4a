using System.CommandLine;
using System.Globalization;
using Senet.Graph;
using Senet.Training;
using Spectre.Console;

namespace Senet.Cli.Commands;

/// <summary><c>senet runs</c>: the runs in a folder, side by side.</summary>
sealed class RunsCommand
{
    readonly Terminal _terminal;
    readonly Argument<string[]> _paths = new("DIR")
    {
        Description = "Run folders, or folders with run folders in them (default runs); of two or more run folders, the values that differ are shown too.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    readonly Option<bool> _json = Opt.Flag("--json", "Print JSON, with the whole description of each run and the differences.");

    RunsCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var runs = new RunsCommand(terminal);
        var command = new SenetCommand(
            "runs",
            "Lists training runs: network, recipe, how far they are, best accuracy, loss, speed and seed.",
            ("senet runs", "those in runs/"),
            ("senet runs runs/se-resnet-18-photos runs/resnet-18-photos", "two, and in which values they differ"),
            ("senet runs comparison/ --json", "for a program"))
        {
            runs._paths, runs._json,
        };
        command.SetAction(runs.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        string[] paths = parsed.GetValue(_paths) is { Length: > 0 } given ? given : ["runs"];
        bool compares = paths.Length > 1 && paths.All(path => new RunFolder(path).HoldsRun);
        List<RunSummary> runs = Read(paths, out int damaged);
        IReadOnlyList<RunDifference>[] differences = compares && damaged == 0 ? [.. runs.Skip(1).Select(run => RunDifference.Between(runs[0].Run, run.Run))] : [];
        if (parsed.GetValue(_json))
            WriteJson(runs, differences);
        else
            WriteTables(runs, differences);
        return damaged == 0 ? ExitCode.Success : ExitCode.Failed;
    }

    List<RunSummary> Read(string[] paths, out int damaged)
    {
        var runs = new List<RunSummary>();
        damaged = 0;
        foreach (string folder in paths.SelectMany(Folders))
        {
            try
            {
                runs.Add(RunSummary.Read(folder));
            }
            catch (SenetException error)
            {
                // One damaged run must not hide the others.
                _terminal.Error.WriteLine($"senet: error: {error.Message}");
                damaged++;
            }
        }
        return runs;
    }

    static IEnumerable<string> Folders(string path)
    {
        if (new RunFolder(path).HoldsRun)
            return [path];
        if (!Directory.Exists(path))
            throw new SenetException($"{path}: there is no such folder");
        // A linked folder may lead back up.
        var below = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, IgnoreInaccessible = true };
        string[] folders = [.. Directory.EnumerateDirectories(path, "*", below).Where(folder => new RunFolder(folder).HoldsRun).Order(StringComparer.Ordinal)];
        return folders.Length > 0 ? folders : throw new SenetException($"{path}: holds no training run (no recipe.json below it)");
    }

    void WriteTables(List<RunSummary> runs, IReadOnlyList<RunDifference>[] differences)
    {
        Table table = Tables.Create("run", "network", "SE", "recipe", ">epochs", ">best top-1", ">at epoch", ">loss there", ">images/s", ">seed", "state");
        foreach (RunSummary run in runs)
        {
            Recipe recipe = run.Run.Recipe;
            table.Row(
                run.Folder, run.Run.Architecture, Se(run.Run.Options.Se), recipe.Name,
                string.Create(CultureInfo.InvariantCulture, $"{run.EpochsDone}/{recipe.Epochs}"),
                Numbers.Percent(run.Best?.ValidationTop1), run.Best?.Epoch.ToString(CultureInfo.InvariantCulture) ?? "-",
                run.Best?.ValidationLoss.ToString("F4", CultureInfo.InvariantCulture) ?? "-", run.ImagesPerSecond?.ToString("F0", CultureInfo.InvariantCulture) ?? "-",
                recipe.Seed.ToString(CultureInfo.InvariantCulture), run.Status == RunStatus.Finished ? "finished" : "unfinished");
        }
        _terminal.Write(table);
        foreach (RunSummary run in runs.Where(run => run.Run.Forced.Count > 0))
            _terminal.Out.WriteLine($"{run.Folder}: changed on the way: {string.Join("; ", run.Run.Forced)}");
        for (int i = 0; i < differences.Length; i++)
            WriteDifferences(runs[0], runs[i + 1], differences[i]);
    }

    void WriteDifferences(RunSummary first, RunSummary second, IReadOnlyList<RunDifference> differences)
    {
        _terminal.Out.WriteLine();
        if (differences.Count == 0)
        {
            _terminal.Out.WriteLine($"{first.Folder} and {second.Folder} were started alike");
            return;
        }
        Table table = Tables.Create("value", first.Folder, second.Folder);
        foreach (RunDifference difference in differences)
            table.Row(difference.Name, difference.First, difference.Second);
        _terminal.Write(table);
    }

    void WriteJson(List<RunSummary> runs, IReadOnlyList<RunDifference>[] differences) => JsonOutput.Write(_terminal.Out, new
    {
        Runs = runs.Select(run => new
        {
            run.Folder,
            run.Run.Architecture,
            ReductionRatio = run.Run.Options.Se?.ReductionRatio,
            Recipe = run.Run.Recipe.Name,
            run.Run.Recipe.Seed,
            Epochs = run.Run.Recipe.Epochs,
            run.EpochsDone,
            run.Step,
            run.Status,
            BestTop1 = run.Best?.ValidationTop1,
            BestEpoch = run.Best?.Epoch,
            BestLoss = run.Best?.ValidationLoss,
            LastTop1 = run.Last?.ValidationTop1,
            run.ImagesPerSecond,
            run.Run,
        }),
        Differences = differences.Select((list, i) => new { First = runs[0].Folder, Second = runs[i + 1].Folder, Values = list }),
    });

    static string Se(SeOptions? se) => se switch
    {
        null => "-",
        { SqueezeWidth: { } width } => string.Create(CultureInfo.InvariantCulture, $"width {width}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"r = {se.ReductionRatio}"),
    };
}
