using Senet.Graph;

namespace Senet.Weights;

/// <summary>How named weights differ from those that a graph asks for; <c>num_batches_tracked</c> counters may be among them.</summary>
public static class WeightDifferences
{
    const int Listed = 3;

    /// <summary>Names that are missing and names that the graph does not know, such as <c>1 missing (fc.bias), 0 unexpected</c>; null where all are as they should be.</summary>
    public static string? OfNames(NetworkGraph graph, IReadOnlyDictionary<string, WeightTensor> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return OfNames(graph, weights.Keys);
    }

    /// <summary>As above, for names alone.</summary>
    public static string? OfNames(NetworkGraph graph, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(names);
        var given = names.ToHashSet(StringComparer.Ordinal);
        string[] expected = [.. graph.Parameters.Select(spec => spec.Name)];
        string[] missing = [.. expected.Where(name => !given.Contains(name))];
        var known = expected.ToHashSet(StringComparer.Ordinal);
        string[] unexpected = [.. given.Where(name => !known.Contains(name) && !name.EndsWith(".num_batches_tracked", StringComparison.Ordinal))];
        return missing.Length == 0 && unexpected.Length == 0 ? null : $"{Listing(missing, "missing")}, {Listing(unexpected, "unexpected")}";
    }

    /// <summary>The first parameter whose weights have another shape; null where there is none. All names have to be there.</summary>
    public static ParameterSpec? FirstOfAnotherShape(NetworkGraph graph, IReadOnlyDictionary<string, WeightTensor> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return FirstOfAnotherShape(graph, name => weights[name].Shape);
    }

    /// <summary>As above, for shapes alone.</summary>
    public static ParameterSpec? FirstOfAnotherShape(NetworkGraph graph, Func<string, IReadOnlyList<long>> shapeOf)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(shapeOf);
        return graph.Parameters.FirstOrDefault(spec => !shapeOf(spec.Name).SequenceEqual(spec.Shape));
    }

    static string Listing(string[] names, string what) =>
        names.Length == 0 ? $"0 {what}" : $"{names.Length} {what} ({string.Join(", ", names.Take(Listed))}{(names.Length > Listed ? ", ..." : "")})";
}
