namespace Senet.Graph;

/// <summary>
/// Parameter-free shortcut (option A of He et al., arXiv:1512.03385, section 3.3): every stride-th pixel, with the missing
/// channels filled with zeros, half of them in front and half behind.
/// </summary>
public sealed class ZeroPadShortcutNode : Node
{
    internal ZeroPadShortcutNode(string name, Node input, int outputChannels, int stride)
        : base(name, input)
    {
        if (outputChannels < input.OutputChannels)
            throw new SenetException($"{name}: a zero-padded shortcut cannot shrink {input.OutputChannels} channels to {outputChannels}; use the projection shortcut");
        OutputChannels = outputChannels;
        Stride = stride;
    }

    /// <inheritdoc/>
    public override int OutputChannels { get; }

    /// <summary>Distance between the pixels that are kept.</summary>
    public int Stride { get; }

    /// <summary>Channels of zeros in front of the input's channels.</summary>
    public int PaddingBefore => (OutputChannels - Inputs[0].OutputChannels) / 2;

    /// <summary>Channels of zeros behind the input's channels.</summary>
    public int PaddingAfter => OutputChannels - Inputs[0].OutputChannels - PaddingBefore;

    /// <inheritdoc/>
    public override string Detail => $"stride {Stride}";

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs) =>
        new(OutputChannels, (inputs[0].Height + Stride - 1) / Stride, (inputs[0].Width + Stride - 1) / Stride);
}
