namespace Senet.Graph;

/// <summary>The network's input image, (N, C, H, W).</summary>
public sealed class InputNode : Node
{
    internal InputNode(int channels)
        : base("input") => OutputChannels = channels;

    /// <inheritdoc/>
    public override int OutputChannels { get; }

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs)
    {
        TensorShape shape = inputs[0];
        RequireChannels(shape, OutputChannels);
        if (shape.Height < 1 || shape.Width < 1)
            throw ShapeError($"the input is {shape.Height} x {shape.Width} pixels", "expected at least 1 x 1");
        return shape;
    }
}
