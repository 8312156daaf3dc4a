namespace Senet.Graph;

/// <summary>
/// Mean over windows that divide any image into <see cref="Size"/> x <see cref="Size"/> cells, PyTorch's rule: cell i covers rows
/// floor(i * H / Size) to ceil((i + 1) * H / Size). It lets a classifier with a fixed number of inputs take any image.
/// </summary>
public sealed class AdaptiveAveragePoolNode : Node
{
    internal AdaptiveAveragePoolNode(string name, Node input, int size)
        : base(name, input) => Size = size;

    /// <inheritdoc/>
    public override int OutputChannels => Inputs[0].OutputChannels;

    /// <summary>Height and width of the output.</summary>
    public int Size { get; }

    /// <inheritdoc/>
    public override string Detail => $"to {Size}x{Size}";

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs) => new(inputs[0].Channels, Size, Size);
}
