using System.Globalization;
using Google.Protobuf;
using Senet.Graph;
using Senet.Onnx.Schema;
using Senet.Weights;

namespace Senet.Onnx;

/// <summary>
/// Writes a network and its weights as one ONNX file that needs no other: for ONNX Runtime, ML.NET and whatever else reads the
/// format. It is the network of evaluation; dropout is left out, branches of Shake-Shake are averaged. Tensors are called
/// after the nodes of the graph, weights as in a weight file; the input is <c>input</c> (or <c>image</c>), the output
/// <c>logits</c> (or <c>probabilities</c>).
/// </summary>
public static class OnnxExporter
{
    // Of the ONNX release that brought opset 15; readers accept what is older than themselves.
    const int IrVersion = 8;

    // Protobuf messages end at 2 GB; the rest leaves room for everything but the weights.
    const long MostWeightBytes = int.MaxValue - (16L << 20);

    /// <summary>Writes the file whole or not at all (<see cref="AtomicFile"/>).</summary>
    /// <param name="path">File to create or replace; by custom it ends in <c>.onnx</c>.</param>
    /// <param name="graph">The network.</param>
    /// <param name="weights">One tensor per name of <see cref="NetworkGraph.Parameters"/>, of any floating-point type; <c>num_batches_tracked</c> counters may be there.</param>
    /// <param name="options">What the file is to look like.</param>
    /// <exception cref="SenetException">Names are missing or unexpected or a shape differs; the options contradict each other or
    /// the network; the weights exceed 2 GB; the file cannot be written. What was at <paramref name="path"/> is as it was.</exception>
    public static void Write(string path, NetworkGraph graph, IReadOnlyDictionary<string, WeightTensor> weights, OnnxExportOptions options)
    {
        ModelProto model = Build(graph, weights, options);
        AtomicFile.Write(path, model.WriteTo);
    }

    /// <summary>The bytes that <see cref="Write"/> puts into the file.</summary>
    /// <param name="graph">As for <see cref="Write"/>.</param>
    /// <param name="weights">As for <see cref="Write"/>.</param>
    /// <param name="options">As for <see cref="Write"/>.</param>
    /// <exception cref="SenetException">As for <see cref="Write"/>.</exception>
    public static byte[] Encode(NetworkGraph graph, IReadOnlyDictionary<string, WeightTensor> weights, OnnxExportOptions options) =>
        Build(graph, weights, options).ToByteArray();

    /// <summary>The whole file as a message.</summary>
    internal static ModelProto Build(NetworkGraph graph, IReadOnlyDictionary<string, WeightTensor> weights, OnnxExportOptions options)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(options);
        Check(graph, options);
        WeightCheck.Check(graph, weights);
        string[] producer = ModelDescription.CurrentProducer.Split(' ', 2);
        return new()
        {
            IrVersion = IrVersion,
            ProducerName = producer[0],
            ProducerVersion = producer[1],
            OpsetImport = { new OperatorSetIdProto { Domain = "", Version = options.Opset } },
            Graph = GraphTranslation.Translate(graph, weights, options),
            MetadataProps = { ModelMetadata.Create(graph, options) },
        };
    }

    static void Check(NetworkGraph graph, OnnxExportOptions options)
    {
        if (options.Opset is < OnnxExportOptions.OldestOpset or > OnnxExportOptions.NewestOpset)
            throw Error(graph, $"opset {options.Opset}: expected {OnnxExportOptions.OldestOpset} to {OnnxExportOptions.NewestOpset}");
        if (options.BatchSize < 1)
            throw Error(graph, $"a batch of {options.BatchSize} images: expected at least 1, or none to leave it open");
        if (options.Classes.Count != 0 && options.Classes.Count != graph.Output.OutputChannels)
            throw Error(graph, $"{options.Classes.Count} class names for {graph.Output.OutputChannels} outputs; give one per output or none");
        if (options.EmbedPreprocessing && options.Preprocessing is null)
            throw Error(graph, $"the preprocessing is to be part of the file, but none is given");
        if (options.Preprocessing is { } input && (input.Mean.Length != graph.Input.OutputChannels || input.Std.Length != graph.Input.OutputChannels))
            throw Error(graph, $"{input.Mean.Length} means and {input.Std.Length} standard deviations for {graph.Input.OutputChannels} channels");
        long bytes = graph.Parameters.Sum(parameter => parameter.ElementCount) * sizeof(float);
        if (bytes > MostWeightBytes)
            throw Error(graph, $"the weights take {bytes / 1e9:F1} GB, but an ONNX file holds at most 2 GB; keep the model as safetensors");
    }

    static SenetException Error(NetworkGraph graph, FormattableString problem) => new($"{graph.Name}: {problem.ToString(CultureInfo.InvariantCulture)}");
}
