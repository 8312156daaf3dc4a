namespace Senet.Graph;

/// <summary>C x H x W becomes a vector of C * H * W in the order channel, row, column.</summary>
public sealed class FlattenNode : Node
{
    internal FlattenNode(string name, Node input, int size)
        : base(name, input) => Size = size;

    /// <summary>Height and width that the input must have.</summary>
    public int Size { get; }

    /// <inheritdoc/>
    public override int OutputChannels => Inputs[0].OutputChannels * Size * Size;

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs) =>
        inputs[0] == new TensorShape(Inputs[0].OutputChannels, Size, Size)
            ? new(OutputChannels, 1, 1)
            : throw ShapeError($"the input is {inputs[0]}", $"expected {Inputs[0].OutputChannels} x {Size} x {Size}");
}
