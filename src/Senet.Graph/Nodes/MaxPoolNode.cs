namespace Senet.Graph;

/// <summary>Maximum over a square window.</summary>
public sealed class MaxPoolNode : Node
{
    internal MaxPoolNode(string name, Node input, int kernel, int stride, int padding, bool ceilMode)
        : base(name, input)
    {
        Kernel = kernel;
        Stride = stride;
        Padding = padding;
        CeilMode = ceilMode;
    }

    /// <inheritdoc/>
    public override int OutputChannels => Inputs[0].OutputChannels;

    /// <summary>Window height and width.</summary>
    public int Kernel { get; }

    /// <summary>Stride in both directions.</summary>
    public int Stride { get; }

    /// <summary>Padding on every side; padded positions never win.</summary>
    public int Padding { get; }

    /// <summary>Rounds the output size up, so that the last window may hang over the edge.</summary>
    public bool CeilMode { get; }

    /// <inheritdoc/>
    public override string Detail => $"{Kernel}x{Kernel}, stride {Stride}" + (CeilMode ? ", ceil" : "");

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs) =>
        new(inputs[0].Channels, Extent(inputs[0].Height, inputs[0]), Extent(inputs[0].Width, inputs[0]));

    int Extent(int size, TensorShape input)
    {
        int room = size + 2 * Padding - Kernel;
        if (room < 0 && !(CeilMode && room > -Stride))
            throw ShapeError($"a {Kernel}x{Kernel} window does not fit the input of {input} with padding {Padding}", "give the network a larger image");
        int extent = (CeilMode ? (room + Stride - 1) / Stride : room / Stride) + 1;
        // A window that would start in the padding behind the input is left out, as in Caffe and PyTorch.
        return CeilMode && (extent - 1) * Stride >= size + Padding ? extent - 1 : extent;
    }
}
