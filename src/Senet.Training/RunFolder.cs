using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Senet.Data;
using Senet.Graph;
using Senet.Torch;
using Senet.Weights;

namespace Senet.Training;

/// <summary>
/// A run's files: <c>model.safetensors</c> (best by validation accuracy), <c>last.safetensors</c> (to resume from),
/// <c>metrics.csv</c>, <c>recipe.json</c>, <c>classes.txt</c> and, where images were left out, <c>skipped-images.csv</c>. Each
/// is replaced whole, so that a process killed at any moment leaves files that load.
/// </summary>
public sealed class RunFolder
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
        AtomicFile.WriteText(ClassesPath, string.Concat(classes.Select(name => name + "\n")));
        BadImage[] bad = [.. skipped];
        if (bad.Length > 0)
            AtomicFile.WriteText(SkippedPath, "image,reason\n" + string.Concat(bad.Select(image => $"{Quote(image.Image)},{Quote(image.Reason)}\n")));
        AtomicFile.WriteText(RecipePath, JsonSerializer.Serialize(run, RunJsonContext.Default.RunDescription) + "\n");
    }

    internal void SaveState(RunState state, GraphModule module, Optimizer optimizer, WeightAverage? average) =>
        SafetensorsFile.Write(
            LastPath,
            module.ExportWeights().Concat(optimizer.ExportState()).Concat(average?.ExportState() ?? []),
            new Dictionary<string, string> { [StateKey] = JsonSerializer.Serialize(state, RunJsonContext.Default.RunState) });

    /// <summary>Restores the saved state, or returns the state of a new run when none was saved yet.</summary>
    internal RunState LoadState(GraphModule module, Optimizer optimizer, WeightAverage? average)
    {
        if (!System.IO.File.Exists(LastPath))
            return new();
        SafetensorsContents contents = SafetensorsFile.Read(LastPath);
        if (!contents.Metadata.TryGetValue(StateKey, out string? json))
            throw new SenetException($"{LastPath}: holds no training state");
        module.LoadWeights(contents.Tensors.Where(tensor => !Optimizer.IsStateName(tensor.Key)).ToDictionary(StringComparer.Ordinal), LastPath);
        optimizer.LoadState(contents.Tensors);
        average?.LoadState(contents.Tensors, LastPath);
        return JsonSerializer.Deserialize(json, RunJsonContext.Default.RunState)!;
    }

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
