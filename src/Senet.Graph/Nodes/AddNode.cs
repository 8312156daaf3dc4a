namespace Senet.Graph;

/// <summary>Sum of two feature maps of one shape, the residual branch and the shortcut: the end of a residual block.</summary>
public sealed class AddNode : Node
{
    internal AddNode(string name, Node left, Node right)
        : base(name, left, right)
    {
        if (left.OutputChannels != right.OutputChannels)
            throw new SenetException($"{name}: {left.Name} has {left.OutputChannels} channels and {right.Name} {right.OutputChannels}; an addition needs equal shapes");
    }

    /// <inheritdoc/>
    public override int OutputChannels => Inputs[0].OutputChannels;

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs) =>
        inputs[0] == inputs[1]
            ? inputs[0]
            : throw ShapeError($"{Inputs[0].Name} gives {inputs[0]} and {Inputs[1].Name} {inputs[1]}", "an addition needs equal shapes");
}
