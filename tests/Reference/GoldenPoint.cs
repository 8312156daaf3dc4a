using System.Globalization;
using System.Text.Json;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>An intermediate tensor of a golden forward pass: an output of a node, or the gates of a squeeze-and-excitation block.</summary>
sealed class GoldenPoint
{
    readonly JsonElement _point;

    public GoldenPoint(string reference, JsonElement point, NetworkGraph graph)
    {
        _point = point;
        Label = point.GetProperty("label").GetString()!;
        IsGate = Label.StartsWith("se_", StringComparison.Ordinal);
        Node = Find(reference, point.GetProperty("where").GetString()!, graph);
    }

    public string Label { get; }

    /// <summary>Name of the node or block.</summary>
    public string Node { get; }

    /// <summary>Whether the gates of the block are meant, not its output.</summary>
    public bool IsGate { get; }

    /// <summary>Compares our float32 tensor, row-major, with the float64 truth.</summary>
    public void AssertEqual(ReadOnlySpan<float> values)
    {
        long[] shape = _point.GetProperty("shape").Deserialize<long[]>()!;
        Assert.Equal(shape.Aggregate(1L, (product, size) => product * size), values.Length);
        double sum = 0;
        double squares = 0;
        double minimum = double.PositiveInfinity;
        double maximum = double.NegativeInfinity;
        foreach (float value in values)
        {
            sum += value;
            squares += (double)value * value;
            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
        }
        double l2 = _point.GetProperty("l2").GetDouble();
        double typical = l2 / Math.Sqrt(values.Length);
        Assert.Equal(l2, Math.Sqrt(squares), GoldenForward.RelativeL2Tolerance * l2);
        Assert.Equal(_point.GetProperty("mean").GetDouble(), sum / values.Length, GoldenForward.RelativeL2Tolerance * typical);
        // Eight values are a sample of the whole: their error is measured against eight typical ones, since they may all be near zero.
        double[] first = _point.GetProperty("first8").Deserialize<double[]>()!;
        double error = 0;
        for (int i = 0; i < first.Length; i++)
            error += (values[i] - first[i]) * (values[i] - first[i]);
        Assert.InRange(Math.Sqrt(error / first.Length), 0, GoldenForward.RelativeL2Tolerance * typical);
        if (!IsGate)
            return;
        Assert.Equal(_point.GetProperty("min").GetDouble(), minimum, GoldenForward.RelativeL2Tolerance);
        Assert.Equal(_point.GetProperty("max").GetDouble(), maximum, GoldenForward.RelativeL2Tolerance);
    }

    string Find(string reference, string where, NetworkGraph graph)
    {
        string[] names = [.. graph.Nodes.Select(node => node.Name)];
        if (IsGate)
        {
            Node[] blocks = [.. graph.Nodes.Where(node => node is SqueezeExciteNode)];
            return (Label == "se_first" ? blocks[0] : blocks[^1]).Name;
        }
        string module = where[(where.LastIndexOf(' ') + 1)..];
        if (Label.StartsWith("stage", StringComparison.Ordinal))
        {
            int stage = int.Parse(Label.AsSpan("stage".Length), CultureInfo.InvariantCulture);
            // ShuffleNet's paper, and two of its implementations, call the first stage 2.
            return Last($"layer{(reference.StartsWith("megvii", StringComparison.Ordinal) || reference.StartsWith("jaxony", StringComparison.Ordinal) ? stage - 1 : stage)}.");
        }
        if (reference.StartsWith("marvis", StringComparison.Ordinal))
        {
            int index = int.Parse(module.AsSpan("model.".Length), CultureInfo.InvariantCulture);
            return index == 0 ? Before("layer1.") : Last(KeySchemes.Get("marvis MobileNet").ToGraph($"model.{index}.3.").Replace("conv2.", "", StringComparison.Ordinal));
        }
        switch (Label)
        {
            case "stem" when names.Contains("layer1.0.conv1") || names.Contains("layer1.0.branch1.conv1"):
                return Before("layer1.");
            case "stem_bn":
                return "bn1";
            case "bn":
                return "bn";
            case "post_activ":
                return Before("avgpool");
        }
        if (Label.StartsWith("inception_", StringComparison.Ordinal))
            return Last(Label.Split('/')[0]);
        module = module.Replace('/', '_');
        return names.Contains(module) ? module : Last(module + ".");

        string Last(string prefix) => names.Last(name => name.StartsWith(prefix, StringComparison.Ordinal));

        string Before(string prefix) => names[Array.FindIndex(names, name => name.StartsWith(prefix, StringComparison.Ordinal)) - 1];
    }
}
