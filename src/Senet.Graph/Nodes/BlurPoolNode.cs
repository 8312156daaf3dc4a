namespace Senet.Graph;

/// <summary>
/// Every stride-th pixel of the image smoothed with the 3x3 binomial filter [1 2 1] x [1 2 1] / 16 over reflected edges: the
/// anti-aliased down-sampling of Zhang, arXiv:1904.11486, as timm's "aa" networks have it.
/// </summary>
public sealed class BlurPoolNode : Node
{
    internal BlurPoolNode(string name, Node input, int stride)
        : base(name, input) => Stride = stride;

    /// <inheritdoc/>
    public override int OutputChannels => Inputs[0].OutputChannels;

    /// <summary>Distance between the pixels that are kept.</summary>
    public int Stride { get; }

    /// <inheritdoc/>
    public override string Detail => $"stride {Stride}";

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs)
    {
        if (inputs[0].Height < 2 || inputs[0].Width < 2)
            throw ShapeError($"the input is {inputs[0]}", "reflected edges need at least 2 x 2; give the network a larger image");
        return new(inputs[0].Channels, WindowCount(inputs[0].Height, 3, Stride, 1), WindowCount(inputs[0].Width, 3, Stride, 1));
    }
}
