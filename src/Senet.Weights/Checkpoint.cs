namespace Senet.Weights;

/// <summary>
/// An open weight file of any format that <see cref="CheckpointFile"/> reads: its tensors by name, and the numbers and texts beside
/// them. Holds the file open until it is disposed.
/// </summary>
public sealed class Checkpoint : IDisposable
{
    readonly IDisposable? _file;

    internal Checkpoint(string path, CheckpointFormat format, IReadOnlyList<CheckpointTensor> tensors, IReadOnlyDictionary<string, string> scalars, IDisposable? file)
    {
        Path = path;
        Format = format;
        Tensors = tensors;
        Scalars = scalars;
        _file = file;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What it is.</summary>
    public CheckpointFormat Format { get; }

    /// <summary>The tensors in the file's order.</summary>
    public IReadOnlyList<CheckpointTensor> Tensors { get; }

    /// <summary>
    /// Numbers, texts and truth values beside the tensors, by the same kind of name, in the invariant culture: <c>epoch</c>,
    /// <c>optimizer/param_groups/0/lr</c>; safetensors' metadata.
    /// </summary>
    public IReadOnlyDictionary<string, string> Scalars { get; }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file?.Dispose();
}
