namespace Senet.Graph;

/// <summary>Two-dimensional convolution, one stride for both directions, dilation 1; weight (out, in / groups, kernel height, kernel width).</summary>
public sealed class Conv2dNode : Node
{
    internal Conv2dNode(string name, Node input, int outputChannels, Size2d kernel, int stride, Size2d padding, int groups, bool bias)
        : base(name, input)
    {
        if (outputChannels < 1 || kernel.Height < 1 || kernel.Width < 1 || stride < 1 || padding.Height < 0 || padding.Width < 0 || groups < 1)
            throw new SenetException($"{name}: {outputChannels} filters, kernel {kernel}, stride {stride}, padding {padding}, {groups} groups; expected positive numbers");
        InputChannels = input.OutputChannels;
        if (InputChannels % groups != 0 || outputChannels % groups != 0)
            throw new SenetException($"{name}: {InputChannels} input and {outputChannels} output channels are not both divisible by {groups} groups");
        OutputChannels = outputChannels;
        Kernel = kernel;
        Stride = stride;
        Padding = padding;
        Groups = groups;
        HasBias = bias;
        var weight = new ParameterSpec($"{name}.weight", [outputChannels, InputChannels / groups, kernel.Height, kernel.Width], ParameterRole.Weight);
        Parameters = bias ? [weight, new ParameterSpec($"{name}.bias", [outputChannels], ParameterRole.Bias)] : [weight];
    }

    /// <summary>Channels of the input.</summary>
    public int InputChannels { get; }

    /// <inheritdoc/>
    public override int OutputChannels { get; }

    /// <summary>Kernel height and width.</summary>
    public Size2d Kernel { get; }

    /// <summary>Stride in both directions.</summary>
    public int Stride { get; }

    /// <summary>Zero padding above and below (height), left and right (width).</summary>
    public Size2d Padding { get; }

    /// <summary>Number of groups (cardinality in ResNeXt).</summary>
    public int Groups { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool HasBias { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; }

    /// <inheritdoc/>
    public override string Detail =>
        $"{Kernel}" + (Stride > 1 ? $", stride {Stride}" : "") + (Groups > 1 ? $", {Groups} groups" : "");

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs)
    {
        TensorShape input = inputs[0];
        RequireChannels(input, InputChannels);
        int height = WindowCount(input.Height, Kernel.Height, Stride, Padding.Height);
        int width = WindowCount(input.Width, Kernel.Width, Stride, Padding.Width);
        if (height < 1 || width < 1)
            throw ShapeError($"a {Kernel} kernel does not fit the input of {input} with padding {Padding}", "give the network a larger image");
        return new(OutputChannels, height, width);
    }

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<TensorShape> inputs, TensorShape output) =>
        output.Elements * (InputChannels / Groups) * Kernel.Height * Kernel.Width;

    /// <inheritdoc/>
    public override long Activations(TensorShape output) => output.Elements;
}
