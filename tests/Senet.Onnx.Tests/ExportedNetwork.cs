using Senet.Cli;
using Senet.Graph;
using Senet.Onnx;
using Senet.Torch;
using Senet.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Tests;

/// <summary>A network with random weights and statistics, and what its ONNX files give beside its own module.</summary>
sealed class ExportedNetwork : IDisposable
{
    readonly GraphModule _module;

    public ExportedNetwork(NetworkGraph graph)
    {
        _module = new(graph, seed: 5);
        Weights = _module.ExportWeights().ToDictionary(weight => weight.Name);
        // Freshly initialised, every normalisation is the identity, and folding it would prove nothing.
        var random = new Random(17);
        Dictionary<string, float> factors = Factors(graph);
        foreach (ParameterSpec spec in graph.Parameters)
        {
            (float from, float to) = spec.Role switch
            {
                ParameterRole.NormWeight => (1, 1.5f),
                ParameterRole.RunningVariance => (0.7f, 1.3f),
                // Gates that are mostly open.
                ParameterRole.Bias when spec.Name.EndsWith(".se.fc2.bias", StringComparison.Ordinal) => (0, 4),
                ParameterRole.NormBias or ParameterRole.RunningMean or ParameterRole.Bias => (-0.05f, 0.05f),
                _ => (0, 0),
            };
            float[] values = from < to ? Uniform(random, spec.ElementCount, from, to) : Weights[spec.Name].ToFloat32();
            float factor = factors.GetValueOrDefault(spec.Name, 1);
            Weights[spec.Name] = WeightTensor.FromFloat32(spec.Name, [.. spec.Shape], [.. values.Select(value => value * factor)]);
        }
        _module.LoadWeights(Weights, "random");
        _module.eval();
    }

    public NetworkGraph Graph => _module.Graph;

    /// <summary>Height and width of images that an architecture takes and that cost little.</summary>
    public int SmallSize { get; private init; }

    public Dictionary<string, WeightTensor> Weights { get; }

    /// <summary>An architecture at its smallest: seven classes, and narrow where it can be.</summary>
    public static ExportedNetwork OfArchitecture(string id, Func<NetworkOptions, NetworkOptions>? change = null)
    {
        Architecture architecture = ArchitectureRegistry.Get(id);
        // A VGG's classifier alone has 120 million weights.
        double width = architecture.Choices.HasFlag(NetworkChoices.WidthMultiplier) ? 0.25 : 1;
        NetworkOptions options = architecture.Defaults with { Classes = 7, WidthMultiplier = width };
        NetworkGraph graph = architecture.Build(change?.Invoke(options) ?? options);
        return new(graph) { SmallSize = Math.Max(graph.SmallestInput, Math.Min(40, architecture.Input.Height / 2 + 1)) };
    }

    public byte[] Encode(OnnxExportOptions options) => OnnxExporter.Encode(Graph, Weights, options);

    /// <summary>Random images of this size, row-major (N, C, H, W): slopes with noise, since images of noise alone look the same to a deep network.</summary>
    public float[] Images(int count, Size2d size)
    {
        var random = new Random(count);
        var values = new float[count * Graph.Input.OutputChannels * size.Height * size.Width];
        int pixels = size.Height * size.Width;
        for (int start = 0; start < values.Length; start += pixels)
        {
            Span<float> plane = values.AsSpan(start, pixels);
            float[] slope = Uniform(random, 3, -2, 2);
            for (int i = 0; i < plane.Length; i++)
                plane[i] = slope[0] + slope[1] * (i / size.Width) / size.Height + slope[2] * (i % size.Width) / size.Width + random.NextSingle() - 0.5f;
        }
        return values;
    }

    /// <summary>The module's own output, row-major.</summary>
    public float[] Forward(float[] images, int count, Size2d size)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        return _module.call(tensor(images, [count, Graph.Input.OutputChannels, size.Height, size.Width])).data<float>().ToArray();
    }

    /// <summary>Exports, runs one image and three, and asserts that both come out as from the module.</summary>
    public void AssertParity(OnnxExportOptions options, params Size2d[] sizes)
    {
        using var check = new OnnxCheck(Encode(options), threads: 1, optimise: options.FoldBatchNorm);
        foreach (Size2d size in sizes)
        {
            foreach (int count in new[] { 1, 3 })
            {
                float[] images = Images(count, size);
                float[] expected = Forward(images, count, size);
                check.Compare(images, [count, Graph.Input.OutputChannels, size.Height, size.Width], expected);
                if (count > 1)
                    AssertImagesDiffer(expected, count);
            }
        }
    }

    public void Dispose() => _module.Dispose();

    // What keeps a signal from dying out or growing through fifty layers: full size behind the small fan of a grouped
    // convolution, a third of it where residual branches add up.
    static Dictionary<string, float> Factors(NetworkGraph graph)
    {
        var factors = new Dictionary<string, float>();
        foreach (Conv2dNode conv in graph.Nodes.OfType<Conv2dNode>())
            factors[$"{conv.Name}.weight"] = MathF.Sqrt(conv.Groups);
        foreach (Node end in graph.Nodes.OfType<AddNode>().SelectMany(sum => sum.Inputs))
        {
            Node node = end;
            while (node is SqueezeExciteNode or ScaleNode or ShakeMixNode)
                node = node.Inputs[0];
            factors[$"{node.Name}.weight"] = 0.3f;
        }
        return factors;
    }

    // A network that ignores its input agrees with anything.
    static void AssertImagesDiffer(float[] outputs, int count)
    {
        int length = outputs.Length / count;
        double difference = OnnxCheck.Difference(outputs.AsSpan(0, length), outputs.AsSpan(length, length), 1);
        Assert.True(difference > 3 * OnnxCheck.Tolerance, $"two images give outputs that differ by {difference} only");
    }

    static float[] Uniform(Random random, long count, float from, float to)
    {
        var values = new float[count];
        for (int i = 0; i < values.Length; i++)
            values[i] = from + (to - from) * random.NextSingle();
        return values;
    }
}
