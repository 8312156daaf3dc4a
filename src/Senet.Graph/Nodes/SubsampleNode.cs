namespace Senet.Graph;

/// <summary>
/// Every <see cref="Stride"/>-th pixel, starting at <see cref="Offset"/>: y[i, j] = x[Stride * i + Offset, Stride * j + Offset],
/// zero outside the image. The output has ceil(H / Stride) x ceil(W / Stride) pixels.
/// </summary>
public sealed class SubsampleNode : Node
{
    internal SubsampleNode(string name, Node input, int stride, int offset)
        : base(name, input)
    {
        Stride = stride;
        Offset = offset;
    }

    /// <inheritdoc/>
    public override int OutputChannels => Inputs[0].OutputChannels;

    /// <summary>Distance between the pixels that are kept.</summary>
    public int Stride { get; }

    /// <summary>Row and column of the first pixel; -1 moves the image one pixel right and down, 1 left and up.</summary>
    public int Offset { get; }

    /// <inheritdoc/>
    public override string Detail => $"stride {Stride}" + (Offset == 0 ? "" : FormattableString.Invariant($", offset {Offset}"));

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs) =>
        new(inputs[0].Channels, (inputs[0].Height + Stride - 1) / Stride, (inputs[0].Width + Stride - 1) / Stride);
}
