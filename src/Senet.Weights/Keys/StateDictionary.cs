using System.Globalization;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// The weights of a checkpoint without what training programs wrap around them: the dictionary that holds them, and prefixes that
/// all names share.
/// </summary>
sealed class StateDictionary
{
    // Under these keys programs keep weights; averaged ones are what they evaluate, so that they come first.
    static readonly string[] Containers = ["state_dict_ema", "model_ema", "ema", "state_dict", "model_state_dict", "model", "net", "network", "module"];

    // DataParallel and torch.compile wrap a module; only in front of all names, since "se_module." is a name like others.
    static readonly string[] Wrappers = ["module.", "_orig_mod."];

    StateDictionary(string container, string wrapper, IReadOnlyDictionary<string, CheckpointTensor> tensors, IReadOnlyList<string> notes)
    {
        Container = container;
        Wrapper = wrapper;
        Tensors = tensors;
        Notes = notes;
    }

    /// <summary>Where the weights stand in the file, such as <c>state_dict</c>; empty for the top.</summary>
    public string Container { get; }

    /// <summary>The prefixes taken off, such as <c>module.</c>; usually empty.</summary>
    public string Wrapper { get; }

    /// <summary>The weights by their unwrapped names.</summary>
    public IReadOnlyDictionary<string, CheckpointTensor> Tensors { get; }

    /// <summary>What else is in the file, for people.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Finds the weights.</summary>
    /// <exception cref="SenetException">There is no tensor, or a name stands there twice.</exception>
    public static StateDictionary Of(Checkpoint checkpoint)
    {
        IReadOnlyList<CheckpointTensor> all = checkpoint.Format == CheckpointFormat.Caffe ? CaffeWeights.Convert(checkpoint) : checkpoint.Tensors;
        if (all.Count == 0)
            throw new SenetException($"{checkpoint.Path}: no tensor in this file; expected the weights of a network");
        // Only PyTorch's files have dictionaries in dictionaries; a slash in another file is part of a name, such as a Caffe layer's.
        bool nested = checkpoint.Format is not (CheckpointFormat.Caffe or CheckpointFormat.Safetensors);
        ILookup<string, CheckpointTensor> groups = all.ToLookup(tensor => nested ? Parent(tensor.Name) : "", StringComparer.Ordinal);
        string container = groups.Select(group => group.Key).OrderBy(Rank).ThenByDescending(key => groups[key].Count()).First();
        string wrapper = "";
        string[] names = [.. groups[container].Select(tensor => tensor.Name[(container.Length == 0 ? 0 : container.Length + 1)..])];
        while (Array.Find(Wrappers, candidate => names.All(name => name.StartsWith(candidate, StringComparison.Ordinal))) is { } found)
        {
            wrapper += found;
            names = [.. names.Select(name => name[found.Length..])];
        }
        var tensors = new OrderedDictionary<string, CheckpointTensor>();
        foreach ((string name, CheckpointTensor tensor) in names.Zip(groups[container]))
        {
            if (!tensors.TryAdd(name, tensor))
                throw new SenetException($"{checkpoint.Path}: {FileErrors.Quote(name)} stands there twice; save the file again");
        }
        return new(container, wrapper, tensors, [.. Describe(checkpoint, container, wrapper, groups)]);
    }

    static string Parent(string name) => name.LastIndexOf('/') is >= 0 and int slash ? name[..slash] : "";

    // Known containers by their place in the list, then the top, then other dictionaries; what an optimiser keeps comes last.
    static int Rank(string key)
    {
        if (key.Length == 0)
            return Containers.Length;
        string[] parts = key.Split('/');
        if (parts.Any(part => part.Contains("optim", StringComparison.OrdinalIgnoreCase)))
            return int.MaxValue;
        int index = Array.IndexOf(Containers, parts[^1]);
        return index >= 0 ? index : Containers.Length + parts.Length;
    }

    static IEnumerable<string> Describe(Checkpoint checkpoint, string container, string wrapper, ILookup<string, CheckpointTensor> groups)
    {
        if (container.Length > 0)
            yield return $"the weights stand under {FileErrors.Quote(container)}";
        if (wrapper.Length > 0)
            yield return $"{FileErrors.Quote(wrapper)} in front of every name was taken off";
        foreach (IGrouping<string, CheckpointTensor> group in groups.Where(group => group.Key != container))
            yield return string.Create(CultureInfo.InvariantCulture, $"not used: {group.Count()} tensors under {FileErrors.Quote(group.Key)}");
        foreach ((string name, string value) in checkpoint.Scalars.Where(scalar => !scalar.Key.Contains('/', StringComparison.Ordinal)).Take(5))
            yield return $"beside the weights: {FileErrors.OneLine(name)} = {FileErrors.Quote(value)}";
    }
}
