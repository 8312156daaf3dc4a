using Senet.Graph;
using Senet.Tests;
using Senet.Torch;
using Senet.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Inference.Tests;

/// <summary>A network under the reference data's fill, and what the Torch backend makes of it in double.</summary>
sealed class FilledNetwork
{
    /// <summary>Of the largest logit; the design note's bound for whole networks.</summary>
    public const double Tolerance = 2e-5;

    public FilledNetwork(NetworkGraph graph, double gain = 1, double seGain = 1)
    {
        Graph = graph;
        foreach (ParameterSpec spec in graph.Parameters)
        {
            char rule = spec.Role switch
            {
                ParameterRole.Weight => 'w',
                ParameterRole.NormWeight or ParameterRole.RunningVariance => 'p',
                _ => 'b',
            };
            double fanIn = spec.Shape.Skip(1).Aggregate(1.0, (product, size) => product * size);
            bool isSe = spec.Name.Contains(".se.", StringComparison.Ordinal);
            bool isLinear = spec.Shape.Count == 2;
            float[] values = ReferenceFill.Values(spec.Name, rule, spec.ElementCount, fanIn, isSe ? seGain : isLinear ? 1 : gain);
            Weights[spec.Name] = WeightTensor.FromFloat32(spec.Name, [.. spec.Shape], values);
        }
    }

    public NetworkGraph Graph { get; }

    public Dictionary<string, WeightTensor> Weights { get; } = new(StringComparer.Ordinal);

    /// <summary>An architecture with gains that keep its logits in range, as the reference data has them for its relatives.</summary>
    public static FilledNetwork OfArchitecture(string id, Func<NetworkOptions, NetworkOptions>? change = null)
    {
        Architecture architecture = ArchitectureRegistry.Get(id);
        NetworkOptions options = architecture.Defaults with { Classes = 17 };
        // A VGG's classifier alone has 120 million weights.
        if (id.Contains("vgg", StringComparison.Ordinal))
            options = options with { WidthMultiplier = 0.25 };
        bool deep = id.Contains("101", StringComparison.Ordinal) || id.Contains("152", StringComparison.Ordinal) || id.Contains("110", StringComparison.Ordinal) || id.Contains("164", StringComparison.Ordinal);
        bool se = options.Se is not null;
        (double gain, double seGain) = id switch
        {
            _ when id.Contains("vgg", StringComparison.Ordinal) => (1.4, 1),
            _ when id.Contains("bn-inception", StringComparison.Ordinal) => se ? (1.6, 0.4) : (1.3, 1),
            _ when id.Contains("inception-resnet", StringComparison.Ordinal) => (1.2, 1),
            _ when id.Contains("mobilenet", StringComparison.Ordinal) => (1.3, 1),
            _ when id.Contains("wrn", StringComparison.Ordinal) || id.Contains("shake", StringComparison.Ordinal) => (1.2, 1),
            "senet-154" => (1.0, 0.5),
            _ => (deep && !se ? 0.8 : deep ? 0.9 : se ? 1.0 : 0.9, 1),
        };
        return new(architecture.Build(change?.Invoke(options) ?? options), gain, seGain);
    }

    /// <summary>Random images, every one different.</summary>
    public float[] Images(int count, int height, int width) => ReferenceFill.Values($"input {count}", 'i', (long)count * Graph.Input.OutputChannels * height * width);

    public InferencePlan Compile(InferenceOptions? options = null) => InferencePlan.Compile(Graph, Weights, options);

    /// <summary>The output in double.</summary>
    public double[] Truth(float[] images, int count, int height, int width)
    {
        using var module = new GraphModule(Graph);
        module.LoadWeights(Weights, "filled");
        module.eval();
        module.to(ScalarType.Float64);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        return module.call(tensor(images, [count, Graph.Input.OutputChannels, height, width]).to(ScalarType.Float64)).data<double>().ToArray();
    }

    /// <summary>The gates of every block, and one node's output, in double.</summary>
    public (IReadOnlyDictionary<string, double[]> Gates, double[] Output) Trace(float[] images, int count, int height, int width, string node)
    {
        using var module = new GraphModule(Graph);
        module.LoadWeights(Weights, "filled");
        module.eval();
        module.to(ScalarType.Float64);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        string[] blocks = [.. Graph.Nodes.OfType<SqueezeExciteNode>().Select(block => block.Name)];
        using GraphTrace trace = module.Trace(tensor(images, [count, Graph.Input.OutputChannels, height, width]).to(ScalarType.Float64), [node], blocks);
        return (blocks.ToDictionary(block => block, block => trace.Gates[block].contiguous().data<double>().ToArray()), trace.Outputs[node].contiguous().data<double>().ToArray());
    }

    /// <summary>Runs the engine and compares every image with the truth.</summary>
    public void AssertParity(InferencePlan plan, int count, int height, int width, double tolerance = Tolerance)
    {
        float[] images = Images(count, height, width);
        AssertClose(Truth(images, count, height, width), Run(plan, images, count, height, width), tolerance);
    }

    public static float[] Run(InferencePlan plan, float[] images, int count, int height, int width)
    {
        float[] logits = new float[count * plan.Classes];
        plan.Run(images, height, width, logits);
        return logits;
    }

    public static void AssertClose(double[] expected, float[] actual, double tolerance)
    {
        double largest = expected.Max(Math.Abs);
        Assert.True(largest > 1e-6, "the network gives nothing but zeros");
        double deviation = 0;
        for (int i = 0; i < expected.Length; i++)
            deviation = Math.Max(deviation, double.IsNaN(actual[i]) ? double.PositiveInfinity : Math.Abs(actual[i] - expected[i]));
        Assert.True(deviation <= tolerance * largest, FormattableString.Invariant($"deviates by {deviation:E2}, {deviation / largest:E2} of the largest value {largest:F4}"));
    }
}
