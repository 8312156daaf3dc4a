namespace Senet.Graph;

/// <summary>What maximum and average pooling share: a square window that moves by a stride.</summary>
public abstract class PoolNode : Node
{
    private protected PoolNode(string name, Node input, int kernel, int stride, int padding, PoolRounding rounding)
        : base(name, input)
    {
        if (kernel < 1 || stride < 1 || padding < 0 || padding > kernel / 2)
            throw new SenetException($"{name}: window {kernel}, stride {stride}, padding {padding}; expected positive numbers and a padding of at most half the window");
        Kernel = kernel;
        Stride = stride;
        Padding = padding;
        Rounding = rounding;
    }

    /// <inheritdoc/>
    public override int OutputChannels => Inputs[0].OutputChannels;

    /// <summary>Window height and width.</summary>
    public int Kernel { get; }

    /// <summary>Stride in both directions.</summary>
    public int Stride { get; }

    /// <summary>Padding on every side.</summary>
    public int Padding { get; }

    /// <summary>How the number of windows is rounded.</summary>
    public PoolRounding Rounding { get; }

    /// <inheritdoc/>
    public override string Detail => $"{Kernel}x{Kernel}" + (Stride > 1 ? $", stride {Stride}" : "") + (Rounding != PoolRounding.Floor && Stride > 1 ? ", ceil" : "");

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs)
    {
        TensorShape input = inputs[0];
        int height = Windows(input.Height);
        int width = Windows(input.Width);
        if (height < 1 || width < 1)
            throw ShapeError($"a {Kernel}x{Kernel} window does not fit the input of {input} with padding {Padding}", "give the network a larger image");
        return new(input.Channels, height, width);
    }

    int Windows(int size) =>
        Rounding == PoolRounding.Cover ? (size + Stride - 1) / Stride : WindowCount(size, Kernel, Stride, Padding, Rounding == PoolRounding.Ceil);
}
