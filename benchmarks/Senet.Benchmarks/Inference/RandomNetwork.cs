using Senet.Graph;
using Senet.Weights;

namespace Senet.Benchmarks.Inference;

/// <summary>A network with random weights that keep signals in range, and images for it.</summary>
sealed class RandomNetwork
{
    public RandomNetwork(string id, Func<NetworkOptions, NetworkOptions>? change = null)
    {
        Architecture architecture = ArchitectureRegistry.Get(id);
        Size = architecture.Input.Height;
        Options = change?.Invoke(architecture.Defaults) ?? architecture.Defaults;
        Graph = architecture.Build(Options);
        var random = new Random(17);
        // Residual branches add up: a third of the usual size keeps the sum in range.
        var ends = new HashSet<string>();
        foreach (Node end in Graph.Nodes.OfType<AddNode>().SelectMany(sum => sum.Inputs))
        {
            Node node = end;
            while (node is SqueezeExciteNode or ScaleNode or ShakeMixNode)
                node = node.Inputs[0];
            ends.Add($"{node.Name}.weight");
        }
        foreach (ParameterSpec spec in Graph.Parameters)
        {
            double fanIn = spec.Shape.Skip(1).Aggregate(1.0, (product, size) => product * size);
            float factor = ends.Contains(spec.Name) ? 0.3f : 1;
            float[] values = new float[spec.ElementCount];
            for (int i = 0; i < values.Length; i++)
            {
                float u = random.NextSingle();
                values[i] = factor * spec.Role switch
                {
                    ParameterRole.Weight => (2 * u - 1) * MathF.Sqrt((float)(6 / fanIn)),
                    ParameterRole.NormWeight => 1 + 0.5f * u,
                    ParameterRole.RunningVariance => 0.7f + 0.6f * u,
                    _ => 0.1f * u - 0.05f,
                };
            }
            Weights[spec.Name] = WeightTensor.FromFloat32(spec.Name, [.. spec.Shape], values);
        }
    }

    public NetworkGraph Graph { get; }

    public NetworkOptions Options { get; }

    /// <summary>Native height and width.</summary>
    public int Size { get; }

    public Dictionary<string, WeightTensor> Weights { get; } = [];

    public float[] Images(int count)
    {
        var random = new Random(5);
        float[] values = new float[count * Graph.Input.OutputChannels * Size * Size];
        for (int i = 0; i < values.Length; i++)
        {
            int x = i % Size;
            int y = i / Size % Size;
            int plane = i / (Size * Size);
            values[i] = MathF.Sin(plane + y * 0.1f * (plane % 5)) + MathF.Cos(x * 0.07f * (1 + plane % 3)) + random.NextSingle() - 0.5f;
        }
        return values;
    }
}
