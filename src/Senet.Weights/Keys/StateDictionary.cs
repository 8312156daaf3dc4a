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
        string chosen = groups.Select(group => group.Key).OrderBy(Rank).ThenByDescending(key => groups[key].Count()).First();
        string container = chosen.Length == 0 && nested ? CommonParent(groups[chosen]) : chosen;
        string wrapper = "";
        string[] names = [.. groups[chosen].Select(tensor => tensor.Name[(container.Length == 0 ? 0 : container.Length + 1)..])];
        while (Array.Find(Wrappers, candidate => names.All(name => name.StartsWith(candidate, StringComparison.Ordinal))) is { } found)
        {
            wrapper += found;
            names = [.. names.Select(name => name[found.Length..])];
        }
        var tensors = new OrderedDictionary<string, CheckpointTensor>();
        foreach ((string name, CheckpointTensor tensor) in names.Zip(groups[chosen]))
        {
            if (!tensors.TryAdd(name, tensor))
                throw new SenetException($"{checkpoint.Path}: {FileErrors.Quote(name)} stands there twice; save the file again");
        }
        return new(container, wrapper, tensors, [.. Describe(checkpoint, container, wrapper, groups.Where(group => group.Key != chosen))]);
    }

    // Where a tensor stands: behind the last name that programs give to a dictionary of weights, or in an optimiser's; a slash
    // elsewhere is part of the tensor's own name.
    static string Parent(string name)
    {
        string[] parts = name.Split('/');
        int optimiser = Array.FindIndex(parts, 0, parts.Length - 1, part => part.Contains("optim", StringComparison.OrdinalIgnoreCase));
        if (optimiser >= 0)
            return string.Join('/', parts[..(optimiser + 1)]);
        int last = Array.FindLastIndex(parts, Math.Max(0, parts.Length - 2), part => Containers.Contains(part));
        return last >= 0 && last < parts.Length - 1 ? string.Join('/', parts[..(last + 1)]) : "";
    }

    // Known containers by their place in the list, then the top; what an optimiser keeps comes last.
    static int Rank(string key)
    {
        int index = Array.IndexOf(Containers, key[(key.LastIndexOf('/') + 1)..]);
        return index >= 0 ? index : key.Length == 0 ? Containers.Length : int.MaxValue;
    }

    // A dictionary of another name that holds all weights, such as {"weights": {...}}.
    static string CommonParent(IEnumerable<CheckpointTensor> tensors) =>
        tensors.Select(tensor => tensor.Name.Split('/')).ToArray() is [[var first, _, ..], ..] paths && paths.All(path => path.Length > 1 && path[0] == first) ? first : "";

    static IEnumerable<string> Describe(Checkpoint checkpoint, string container, string wrapper, IEnumerable<IGrouping<string, CheckpointTensor>> others)
    {
        if (container.Length > 0)
            yield return $"the weights stand under {FileErrors.Quote(container)}";
        if (wrapper.Length > 0)
            yield return $"{FileErrors.Quote(wrapper)} in front of every name was taken off";
        foreach (IGrouping<string, CheckpointTensor> group in others)
            yield return string.Create(CultureInfo.InvariantCulture, $"not used: {group.Count()} tensors {(group.Key.Length == 0 ? "beside the weights" : $"under {FileErrors.Quote(group.Key)}")}");
        foreach ((string name, string value) in checkpoint.Scalars.Where(scalar => !scalar.Key.Contains('/', StringComparison.Ordinal)).Take(5))
            yield return $"beside the weights: {FileErrors.OneLine(name)} = {FileErrors.Quote(value)}";
    }
}
