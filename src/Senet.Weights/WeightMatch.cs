using Senet.Graph;

namespace Senet.Weights;

/// <summary>The network that a checkpoint's weights belong to, and which of them fit.</summary>
public sealed class WeightMatch
{
    readonly Dictionary<string, CheckpointTensor> _sources;
    readonly bool _devkitClassOrder;

    internal WeightMatch(
        string path, KeyScheme scheme, Architecture architecture, NetworkOptions options, NetworkGraph graph,
        IReadOnlyDictionary<string, (string Source, CheckpointTensor Tensor)> sources, IReadOnlyList<string> notes)
    {
        Path = path;
        Scheme = scheme.Name;
        Architecture = architecture;
        Options = options;
        Graph = graph;
        Preprocessing = scheme.Preprocessing(architecture) with { Channels = options.InputChannels };
        Notes = notes;
        _devkitClassOrder = scheme.DevkitClassOrder && options.Classes == 1000;
        Classes = options.Classes == 1000 ? ImageNetClasses.Names : [];
        Matched = [.. graph.Parameters.Where(spec => sources.TryGetValue(spec.Name, out var source) && Fits(source.Tensor.Shape, spec.Shape)).Select(spec => (spec.Name, sources[spec.Name].Source))];
        var matched = Matched.Select(pair => pair.Name).ToHashSet(StringComparer.Ordinal);
        Missing = [.. graph.Parameters.Where(spec => !matched.Contains(spec.Name)).Select(spec => Describe(spec, sources))];
        LeftOver = [.. sources.Where(source => !matched.Contains(source.Key) && !IsCounter(source.Key)).Select(source => source.Value.Source)];
        _sources = Matched.ToDictionary(pair => pair.Name, pair => sources[pair.Name].Tensor, StringComparer.Ordinal);
    }

    /// <summary>The checkpoint's file.</summary>
    public string Path { get; }

    /// <summary>Whose names the file has, such as <c>timm</c>.</summary>
    public string Scheme { get; }

    /// <summary>The network.</summary>
    public Architecture Architecture { get; }

    /// <summary>Its options, as the shapes and the scheme tell them.</summary>
    public NetworkOptions Options { get; }

    /// <summary>Its graph with these options.</summary>
    public NetworkGraph Graph { get; }

    /// <summary>How the network wants its images, as is usual for the origin.</summary>
    public Preprocessing Preprocessing { get; }

    /// <summary>Class names where they are known: ImageNet's for 1000 classes.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The graph's name and the file's, for every weight that fits.</summary>
    public IReadOnlyList<(string Name, string Source)> Matched { get; }

    /// <summary>Weights of the network that the file lacks or has in another shape.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>The file's names that the network has no use for; PyTorch's <c>num_batches_tracked</c> counters are not listed.</summary>
    public IReadOnlyList<string> LeftOver { get; }

    /// <summary>What was noticed on the way, for people.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>
    /// Reads the weights one by one: the graph's names and shapes, float32. The classifier of networks that have the ILSVRC devkit's
    /// class order is brought into that of WordNet ids, which <see cref="Classes"/> has.
    /// </summary>
    /// <exception cref="SenetException">A weight is missing, or the file cannot be read.</exception>
    public IEnumerable<WeightTensor> Load() => Read(_devkitClassOrder);

    /// <summary>As <see cref="Load"/>, the classes in the file's own order.</summary>
    internal IEnumerable<WeightTensor> InFileOrder() => Read(reorder: false);

    IEnumerable<WeightTensor> Read(bool reorder)
    {
        if (Missing.Count > 0)
            throw new SenetException($"{Path}: {Missing.Count} weights of {Graph.Name} are missing ({string.Join(", ", Missing.Take(3))}{(Missing.Count > 3 ? ", ..." : "")})");
        foreach (ParameterSpec spec in Graph.Parameters)
        {
            WeightTensor tensor = _sources[spec.Name].Load();
            float[] values = tensor.ToFloat32();
            if (reorder && spec.Name.StartsWith($"{Graph.Output.Name}.", StringComparison.Ordinal))
                values = InWordNetOrder(values);
            yield return WeightTensor.FromFloat32(spec.Name, [.. spec.Shape], values);
        }
    }

    /// <summary>The weights as a model file that needs nothing else to predict.</summary>
    /// <param name="path">File to create or replace.</param>
    /// <param name="classes">Class names, one per output; null takes <see cref="Classes"/>.</param>
    /// <param name="preprocessing">How images go in; null takes <see cref="Preprocessing"/>.</param>
    /// <exception cref="SenetException">As for <see cref="Load"/>; or the file cannot be written, or the classes are not as many as the outputs.</exception>
    public void Save(string path, IReadOnlyList<string>? classes = null, Preprocessing? preprocessing = null) => ModelFile.Save(
        path,
        new ModelDescription
        {
            Architecture = Architecture.Id,
            Options = Options,
            Classes = classes ?? Classes,
            Preprocessing = preprocessing ?? Preprocessing,
            Training = new Dictionary<string, string> { ["origin"] = System.IO.Path.GetFileName(Path), ["keys"] = Scheme },
        },
        Load());

    // A fully connected layer's matrix stands for a 1x1 convolution and the other way round.
    internal static bool Fits(IReadOnlyList<long> found, IReadOnlyList<long> expected) =>
        found.Where(size => size != 1).SequenceEqual(expected.Where(size => size != 1)) && found.Aggregate(1L, (product, size) => product * size) > 0;

    static bool IsCounter(string name) => name.EndsWith("num_batches_tracked", StringComparison.Ordinal);

    static string Describe(ParameterSpec spec, IReadOnlyDictionary<string, (string Source, CheckpointTensor Tensor)> sources) =>
        sources.TryGetValue(spec.Name, out (string Source, CheckpointTensor Tensor) source)
            ? $"{spec.Name} (expected {Shape(spec.Shape)}, the file's {FileErrors.OneLine(source.Source)} is {Shape(source.Tensor.Shape)})"
            : spec.Name;

    static string Shape(IReadOnlyList<long> shape) => WeightTensor.FormatShape([.. shape]);

    static float[] InWordNetOrder(float[] rows)
    {
        int width = rows.Length / ImageNetClasses.DevkitIndices.Count;
        float[] sorted = new float[rows.Length];
        for (int i = 0; i < ImageNetClasses.DevkitIndices.Count; i++)
            rows.AsSpan(ImageNetClasses.DevkitIndices[i] * width, width).CopyTo(sorted.AsSpan(i * width));
        return sorted;
    }
}
