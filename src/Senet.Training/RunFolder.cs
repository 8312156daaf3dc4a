using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Senet.Data;
using Senet.Graph;
using Senet.Torch;
using Senet.Weights;

namespace Senet.Training;

/// <summary>
/// A run's files: <c>model.safetensors</c> (best by validation accuracy), <c>last.safetensors</c> (to resume from),
/// <c>metrics.csv</c>, <c>recipe.json</c>, <c>classes.txt</c> and, where asked for, <c>state-*.safetensors</c> (older states) and
/// <c>log/</c>; where images were left out, <c>skipped-images.csv</c>. Each but the logs is replaced whole, so that a process killed
/// at any moment leaves files that load.
/// </summary>
public sealed partial class RunFolder
{
    const string StateKey = "senet.state";
    const string MetricsHeader = "epoch,learning_rate,train_loss,train_top1,validation_loss,validation_top1,validation_top5,train_seconds,validation_seconds,images_per_second";

    /// <summary>The run in <paramref name="path"/>, which need not exist yet.</summary>
    public RunFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = path;
    }

    /// <summary>Path of the folder.</summary>
    public string Path { get; }

    /// <summary>The best model.</summary>
    public string ModelPath => File("model.safetensors");

    /// <summary>Weights, optimiser and position, to resume from.</summary>
    public string LastPath => File("last.safetensors");

    /// <summary>One line per completed epoch.</summary>
    public string MetricsPath => File("metrics.csv");

    /// <summary>The run's description.</summary>
    public string RecipePath => File("recipe.json");

    /// <summary>Class names, one per line, in the order of the outputs.</summary>
    public string ClassesPath => File("classes.txt");

    /// <summary>Images that were left out, with the reason.</summary>
    public string SkippedPath => File("skipped-images.csv");

    /// <summary>Folder of the logs; see <see cref="LogOptions"/>.</summary>
    public string LogPath => File("log");

    /// <summary>Saved states beside <see cref="LastPath"/>, oldest first: <c>state-EPOCHS-STEP.safetensors</c>, epochs completed and steps of the next.</summary>
    public IReadOnlyList<string> KeptStates => [.. Kept().OrderBy(kept => (kept.Epoch, kept.Step)).Select(kept => kept.Path)];

    /// <summary>Whether a run was started here.</summary>
    public bool HoldsRun => System.IO.File.Exists(RecipePath);

    /// <summary>Reads the run's description.</summary>
    /// <exception cref="SenetException">There is no run here, or its description cannot be read.</exception>
    public RunDescription ReadDescription()
    {
        if (!HoldsRun)
            throw new SenetException($"{Path}: holds no run to resume (there is no recipe.json)");
        try
        {
            JsonObject defaults = JsonDefaults.OfModel();
            defaults.Remove("training");
            defaults["log"] = JsonSerializer.SerializeToNode(new LogOptions(), RunJsonContext.Default.LogOptions);
            defaults["forced"] = new JsonArray();
            defaults["recipe"] = JsonSerializer.SerializeToNode(new Recipe { Name = "" }, RunJsonContext.Default.Recipe);
            return JsonDefaults.Complete(System.IO.File.ReadAllText(RecipePath), defaults).Deserialize(RunJsonContext.Default.RunDescription)
                ?? throw new SenetException($"{RecipePath}: is empty");
        }
        catch (JsonException error)
        {
            throw new SenetException($"{RecipePath}: is not a run description of this version: {error.Message.ReplaceLineEndings(" ")}", error);
        }
    }

    /// <summary>Reads the class names.</summary>
    public IReadOnlyList<string> ReadClasses() => System.IO.File.ReadAllLines(ClassesPath);

    /// <summary>Creates the folder and writes what is known at the start; the description last, because it marks the run as started.</summary>
    internal void Create(RunDescription run, IReadOnlyList<string> classes, IEnumerable<BadImage> skipped)
    {
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SenetException($"{Path}: the run folder cannot be created: {error.Message}", error);
        }
        AtomicFile.CleanLeftovers(Path);
        WriteClasses(classes);
        BadImage[] bad = [.. skipped];
        if (bad.Length > 0)
            AtomicFile.WriteText(SkippedPath, "image,reason\n" + string.Concat(bad.Select(image => $"{Quote(image.Image)},{Quote(image.Reason)}\n")));
        WriteDescription(run);
    }

    internal void WriteClasses(IReadOnlyList<string> classes) => AtomicFile.WriteText(ClassesPath, string.Concat(classes.Select(name => name + "\n")));

    internal void WriteDescription(RunDescription run) => AtomicFile.WriteText(RecipePath, JsonSerializer.Serialize(run, RunJsonContext.Default.RunDescription) + "\n");

    internal void SaveState(RunState state, GraphModule module, Optimizer optimizer, WeightAverage? average) =>
        SafetensorsFile.Write(
            LastPath,
            module.ExportWeights().Concat(optimizer.ExportState()).Concat(average?.ExportState() ?? []),
            new Dictionary<string, string> { [StateKey] = JsonSerializer.Serialize(state, RunJsonContext.Default.RunState) });

    /// <summary>
    /// Keeps the state that was just saved under a name of its own, then deletes the oldest beyond <paramref name="count"/>; 0
    /// neither keeps nor deletes. States of later positions, from before someone went back to an older one, are not touched.
    /// </summary>
    internal void KeepState(RunState state, int count)
    {
        if (count == 0)
            return;
        string path = File(FormattableString.Invariant($"state-{state.Epoch:D4}-{state.Step:D6}.safetensors"));
        AtomicFile.Write(path, stream =>
        {
            using FileStream saved = System.IO.File.OpenRead(LastPath);
            saved.CopyTo(stream);
        }, new FileInfo(LastPath).Length);
        foreach ((_, _, string old) in Kept().Where(kept => (kept.Epoch, kept.Step).CompareTo((state.Epoch, state.Step)) <= 0).OrderByDescending(kept => (kept.Epoch, kept.Step)).Skip(count))
        {
            try
            {
                System.IO.File.Delete(old);
            }
            catch (Exception error) when (FileErrors.IsFileError(error))
            {
                throw FileErrors.Writing(old, error);
            }
        }
    }

    /// <summary>Where the run stands by its last saved state; the start where none was saved yet. Reads no weights.</summary>
    /// <exception cref="SenetException">The state cannot be read.</exception>
    internal RunState ReadState() => System.IO.File.Exists(LastPath) ? StateOf(SafetensorsFile.ReadMetadata(LastPath)) : new();

    /// <summary>Restores the saved state, or returns the state of a new run when none was saved yet.</summary>
    internal RunState LoadState(GraphModule module, Optimizer optimizer, WeightAverage? average)
    {
        if (!System.IO.File.Exists(LastPath))
            return new();
        SafetensorsContents contents = SafetensorsFile.Read(LastPath);
        RunState state = StateOf(contents.Metadata);
        module.LoadWeights(contents.Tensors.Where(tensor => !Optimizer.IsStateName(tensor.Key)).ToDictionary(StringComparer.Ordinal), LastPath);
        optimizer.LoadState(contents.Tensors);
        average?.LoadState(contents.Tensors, LastPath);
        return state;
    }

    RunState StateOf(IReadOnlyDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue(StateKey, out string? json))
            throw new SenetException($"{LastPath}: holds no training state");
        try
        {
            return JsonSerializer.Deserialize(json, RunJsonContext.Default.RunState)!;
        }
        catch (JsonException error)
        {
            throw new SenetException($"{LastPath}: its training state is not of this version: {FileErrors.OneLine(error.Message)}", error);
        }
    }

    IEnumerable<(int Epoch, int Step, string Path)> Kept()
    {
        if (!Directory.Exists(Path))
            yield break;
        foreach (string file in Directory.EnumerateFiles(Path, "state-*.safetensors"))
        {
            Match match = KeptPattern().Match(System.IO.Path.GetFileName(file));
            if (match.Success)
                yield return (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), file);
        }
    }

    [GeneratedRegex(@"^state-(\d{4,9})-(\d{6,9})\.safetensors\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeptPattern();

    internal void WriteMetrics(IEnumerable<EpochMetrics> epochs)
    {
        var text = new StringBuilder(MetricsHeader).Append('\n');
        foreach (EpochMetrics row in epochs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Epoch},{row.LearningRate:G6},{row.TrainLoss:G6},{row.TrainTop1:F5},");
            text.Append(CultureInfo.InvariantCulture, $"{row.ValidationLoss:G6},{row.ValidationTop1:F5},{row.ValidationTop5:F5},");
            text.Append(CultureInfo.InvariantCulture, $"{row.TrainSeconds:F2},{row.ValidationSeconds:F2},{row.ImagesPerSecond:F1}\n");
        }
        AtomicFile.WriteText(MetricsPath, text.ToString());
    }

    /// <summary>The completed epochs of <c>metrics.csv</c>; empty when there is none.</summary>
    /// <exception cref="SenetException">A line cannot be read.</exception>
    public IReadOnlyList<EpochMetrics> ReadMetrics()
    {
        var rows = new List<EpochMetrics>();
        if (!System.IO.File.Exists(MetricsPath))
            return rows;
        string[] lines = System.IO.File.ReadAllLines(MetricsPath);
        for (int i = 1; i < lines.Length; i++)
        {
            double[] values = [.. lines[i].Split(',').Select(cell => double.TryParse(cell, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
            if (values.Length != 10 || values.Any(double.IsNaN))
                throw new SenetException($"{MetricsPath}: line {i + 1} is '{lines[i]}'; expected ten numbers");
            rows.Add(new((int)values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8], values[9]));
        }
        return rows;
    }

    static string Quote(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    string File(string name) => System.IO.Path.Combine(Path, name);
}
