using Senet.Graph;

namespace Senet.Weights;

/// <summary>Finds the network that a checkpoint of any public implementation belongs to, by the names and shapes of its weights.</summary>
public static class WeightRecognition
{
    /// <summary>Recognises scheme, architecture and options.</summary>
    /// <param name="checkpoint">An open file.</param>
    /// <param name="architecture">The network, where the caller knows it; null tries all.</param>
    /// <param name="change">Changes the options that the shapes do not tell, such as the place of a stride; null leaves them to the scheme.</param>
    /// <exception cref="SenetException">Nothing in the file fits any network.</exception>
    public static WeightMatch Recognise(Checkpoint checkpoint, Architecture? architecture = null, Func<Architecture, NetworkOptions, NetworkOptions>? change = null)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        StateDictionary weights = StateDictionary.Of(checkpoint);
        WeightMatch? best = null;
        foreach (KeyScheme scheme in KeySchemes.All.Where(scheme => scheme.Fits(weights.Tensors.Keys)))
        {
            foreach (WeightMatch match in Matches(checkpoint, weights, scheme, architecture, change))
            {
                if (best is null || Misfits(match) < Misfits(best))
                    best = match;
                if (Misfits(best) == 0)
                    return best;
            }
        }
        if (best is null || best.Matched.Count == 0)
        {
            string names = string.Join(", ", weights.Tensors.Keys.Take(3).Select(FileErrors.Quote));
            throw new SenetException(
                $"{checkpoint.Path}: none of its {weights.Tensors.Count} tensors ({names}, ...) belongs to {architecture?.Id ?? "any network that is known here"}; " +
                "'senet inspect' lists them");
        }
        return best;
    }

    static int Misfits(WeightMatch match) => match.Missing.Count + match.LeftOver.Count;

    static IEnumerable<WeightMatch> Matches(
        Checkpoint checkpoint, StateDictionary weights, KeyScheme scheme, Architecture? architecture, Func<Architecture, NetworkOptions, NetworkOptions>? change)
    {
        var sources = new Dictionary<string, (string Source, CheckpointTensor Tensor)>(StringComparer.Ordinal);
        foreach ((string name, CheckpointTensor tensor) in weights.Tensors)
        {
            // Two names that become one are not this scheme's.
            if (!sources.TryAdd(scheme.ToGraph(name), (name, tensor)))
                yield break;
        }
        Dictionary<string, IReadOnlyList<long>> shapes = sources.ToDictionary(source => source.Key, source => source.Value.Tensor.Shape, StringComparer.Ordinal);
        IEnumerable<Architecture> candidates = architecture is not null
            ? [architecture]
            : KnownGraphs.Nearest(sources.Keys).Take(6).Select(candidate => candidate.Architecture);
        foreach (Architecture candidate in candidates)
        {
            foreach (NetworkOptions options in new OptionInference(candidate, shapes).Candidates())
            {
                if (TryBuild(candidate, () => change?.Invoke(candidate, scheme.Form(candidate, options)) ?? scheme.Form(candidate, options)) is { } built)
                    yield return new(checkpoint.Path, scheme, candidate, built.Options, built.Graph, sources, weights.Notes);
            }
        }
    }

    // Options read off another network's shapes, or meant for another, may not fit this one.
    static (NetworkOptions Options, NetworkGraph Graph)? TryBuild(Architecture architecture, Func<NetworkOptions> choose)
    {
        try
        {
            NetworkOptions options = choose();
            return (options, architecture.Build(options));
        }
        catch (SenetException)
        {
            return null;
        }
    }
}
