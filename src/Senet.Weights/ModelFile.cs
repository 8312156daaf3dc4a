using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// A model in one safetensors file: the weights, and under <c>__metadata__</c> the description as JSON, so that predicting
/// needs nothing else. Other programs read the weights as from any safetensors file.
/// </summary>
public sealed class ModelFile
{
    /// <summary>Version of the description that this library writes and the newest it reads.</summary>
    public const int FormatVersion = 1;

    const string FormatKey = "senet.format";
    const string ModelKey = "senet.model";

    // Relaxed escaping keeps class names readable; the JSON never lands in HTML.
    static readonly ModelJsonContext Json = new(new JsonSerializerOptions(ModelJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    ModelFile(ModelDescription description, IReadOnlyDictionary<string, WeightTensor> tensors)
    {
        Description = description;
        Tensors = tensors;
    }

    /// <summary>What the weights belong to.</summary>
    public ModelDescription Description { get; }

    /// <summary>The weights by name, in the order they were saved.</summary>
    public IReadOnlyDictionary<string, WeightTensor> Tensors { get; }

    /// <summary>Writes a model file whole or not at all (<see cref="AtomicFile"/>).</summary>
    /// <param name="path">File to create or replace; by custom it ends in <c>.safetensors</c>.</param>
    /// <param name="description">What the weights belong to.</param>
    /// <param name="weights">The weights, with distinct names.</param>
    /// <exception cref="SenetException">The description contradicts itself, or the file cannot be written.</exception>
    public static void Save(string path, ModelDescription description, IEnumerable<WeightTensor> weights)
    {
        ArgumentNullException.ThrowIfNull(description);
        Check(path, description);
        SafetensorsFile.Write(path, weights, new OrderedDictionary<string, string>
        {
            // Python tools look for "format" to learn which framework the tensors are from.
            ["format"] = "pt",
            [FormatKey] = FormatVersion.ToString(CultureInfo.InvariantCulture),
            [ModelKey] = JsonSerializer.Serialize(description, Json.ModelDescription),
        });
    }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="SenetException">The file cannot be read, is damaged, is no Senet model, or is from a newer version.</exception>
    public static ModelFile Load(string path)
    {
        SafetensorsContents contents = SafetensorsFile.Read(path);
        return new ModelFile(Describe(path, contents.Metadata), contents.Tensors);
    }

    /// <summary>Whether an open weight file is a Senet model, with its description.</summary>
    public static bool IsModel(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return checkpoint.Format == CheckpointFormat.Safetensors && checkpoint.Scalars.ContainsKey(FormatKey);
    }

    /// <summary>Reads only the description, without the weights.</summary>
    /// <exception cref="SenetException">As for <see cref="Load"/>.</exception>
    public static ModelDescription LoadDescription(string path) => Describe(path, SafetensorsFile.ReadMetadata(path));

    static ModelDescription Describe(string path, IReadOnlyDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue(FormatKey, out string? format))
            throw new SenetException($"{path}: holds weights but no Senet model ({FormatKey} is missing from its metadata); import it with the name of its architecture");
        if (!int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out int version) || version < 1)
            throw new SenetException($"{path}: {FormatKey} is {FileErrors.Quote(format)}, expected a version number from 1; the file is damaged");
        if (version > FormatVersion)
            throw new SenetException(string.Create(CultureInfo.InvariantCulture, $"{path}: model format {version} is newer than this Senet reads (up to {FormatVersion}); update Senet"));
        if (!metadata.TryGetValue(ModelKey, out string? json))
            throw new SenetException($"{path}: {ModelKey} is missing from its metadata; the file is damaged");
        try
        {
            ModelDescription description = JsonDefaults.Complete(json, JsonDefaults.OfModel()).Deserialize(Json.ModelDescription)
                ?? throw new SenetException($"{path}: {ModelKey} is null, expected a model description; the file is damaged");
            Check(path, description);
            return description;
        }
        catch (JsonException exception)
        {
            throw new SenetException($"{path}: {ModelKey} is not a model description this Senet understands: {FileErrors.OneLine(exception.Message)}", exception);
        }
    }

    static void Check(string path, ModelDescription description)
    {
        Preprocessing input = description.Preprocessing;
        if (description.Architecture.Length == 0)
            throw Contradiction(path, $"the architecture's id is empty");
        // Nullability is checked while reading JSON, except inside collections.
        if (description.Classes.Any(name => name is null) || description.Training.Values.Any(value => value is null))
            throw Contradiction(path, $"a class name or a value of the training summary is null");
        if (description.Classes.Count != 0 && description.Classes.Count != description.Options.Classes)
            throw Contradiction(path, $"{description.Classes.Count} class names for {description.Options.Classes} outputs; give one per output or none");
        if (input.Channels != description.Options.InputChannels)
            throw Contradiction(path, $"images have {input.Channels} channels but the network takes {description.Options.InputChannels}");
        if (input.Height < 1 || input.Width < 1 || input.ResizeShortSide < 1)
            throw Contradiction(path, $"image size {input.Height}x{input.Width}, short side {input.ResizeShortSide}: each must be at least 1");
        if (input.Mean.Length != input.Channels || input.Std.Length != input.Channels)
            throw Contradiction(path, $"{input.Mean.Length} means and {input.Std.Length} standard deviations for {input.Channels} channels");
        if (!input.Mean.All(float.IsFinite) || !input.Std.All(s => float.IsFinite(s) && s > 0))
            throw Contradiction(path, $"means must be finite and standard deviations finite and above 0");
    }

    static SenetException Contradiction(string path, FormattableString problem) =>
        new($"{path}: model description: {problem.ToString(CultureInfo.InvariantCulture)}");
}
