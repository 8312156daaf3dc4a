namespace Senet.Graph;

/// <summary>max(0, x), element by element.</summary>
public sealed class ReluNode : Node
{
    internal ReluNode(string name, Node input)
        : base(name, input)
    {
    }

    /// <inheritdoc/>
    public override int OutputChannels => Inputs[0].OutputChannels;

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs) => inputs[0];
}
