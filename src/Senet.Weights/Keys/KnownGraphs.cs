using Senet.Graph;

namespace Senet.Weights;

/// <summary>Names of all architectures' weights, for finding the network that a file belongs to.</summary>
static class KnownGraphs
{
    static readonly Lazy<(Architecture Architecture, HashSet<string> Names)[]> All = new(() =>
        [.. ArchitectureRegistry.All.Select(architecture => (architecture, architecture.Build().Parameters.Select(spec => spec.Name).ToHashSet(StringComparer.Ordinal)))]);

    /// <summary>Architectures by how many names they share with <paramref name="names"/>, the nearest first.</summary>
    public static IEnumerable<(Architecture Architecture, double Likeness)> Nearest(IReadOnlyCollection<string> names) =>
        All.Value
            .Select(known =>
            {
                int shared = names.Count(known.Names.Contains);
                return (known.Architecture, (double)shared / (known.Names.Count + names.Count - shared));
            })
            .Where(candidate => candidate.Item2 > 0)
            .OrderByDescending(candidate => candidate.Item2);
}
