namespace Senet.Graph;

/// <summary>Mean over H x W: C x H x W becomes C x 1 x 1.</summary>
public sealed class GlobalAveragePoolNode : Node
{
    internal GlobalAveragePoolNode(string name, Node input)
        : base(name, input)
    {
    }

    /// <inheritdoc/>
    public override int OutputChannels => Inputs[0].OutputChannels;

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs) => new(inputs[0].Channels, 1, 1);
}
