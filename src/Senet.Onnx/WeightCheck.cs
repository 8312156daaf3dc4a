using Senet.Graph;
using Senet.Weights;

namespace Senet.Onnx;

/// <summary>Whether weights are those of a graph.</summary>
static class WeightCheck
{
    const int Listed = 3;

    /// <summary>Compares names and shapes.</summary>
    /// <exception cref="SenetException">They differ; the message lists how.</exception>
    public static void Check(NetworkGraph graph, IReadOnlyDictionary<string, WeightTensor> weights)
    {
        string[] missing = [.. graph.Parameters.Select(spec => spec.Name).Where(name => !weights.ContainsKey(name))];
        var known = graph.Parameters.Select(spec => spec.Name).ToHashSet(StringComparer.Ordinal);
        string[] unexpected = [.. weights.Keys.Where(name => !known.Contains(name) && !name.EndsWith(".num_batches_tracked", StringComparison.Ordinal))];
        if (missing.Length > 0 || unexpected.Length > 0)
            throw new SenetException($"{graph.Name}: the weights are another network's: {Listing(missing, "missing")}, {Listing(unexpected, "unexpected")}");
        foreach (ParameterSpec spec in graph.Parameters)
        {
            if (!weights[spec.Name].Shape.SequenceEqual(spec.Shape))
                throw new SenetException($"{graph.Name}: {spec.Name} has shape [{string.Join(", ", weights[spec.Name].Shape)}]; expected [{string.Join(", ", spec.Shape)}]");
        }
    }

    static string Listing(string[] names, string what) =>
        names.Length == 0 ? $"0 {what}" : $"{names.Length} {what} ({string.Join(", ", names.Take(Listed))}{(names.Length > Listed ? ", ..." : "")})";
}
