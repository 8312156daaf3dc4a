namespace Senet.Weights;

/// <summary>A tensor of an open <see cref="Checkpoint"/>: described at once, read when asked for.</summary>
public sealed class CheckpointTensor
{
    readonly Func<WeightTensor> _load;

    internal CheckpointTensor(string name, TensorType type, long[] shape, Func<WeightTensor> load)
    {
        Name = name;
        Type = type;
        Shape = shape;
        _load = load;
    }

    /// <summary>Where it stands in the file: the keys of nested dictionaries joined by <c>/</c>, such as <c>state_dict/conv1.weight</c>.</summary>
    public string Name { get; }

    /// <summary>Element type.</summary>
    public TensorType Type { get; }

    /// <summary>Dimensions, outermost first; empty for a scalar. Not to be changed.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>Reads the elements, row-major whatever their strides in the file. Nothing is kept: asking twice reads twice.</summary>
    /// <exception cref="Senet.Graph.SenetException">The file cannot be read, or does not hold what it says.</exception>
    /// <exception cref="ObjectDisposedException">The checkpoint was closed.</exception>
    public WeightTensor Load() => _load();
}
