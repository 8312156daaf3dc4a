namespace Senet.Graph;

/// <summary>Fully connected layer on a vector, C x 1 x 1; weight (out, in).</summary>
public sealed class LinearNode : Node
{
    internal LinearNode(string name, Node input, int outputs, bool bias)
        : base(name, input)
    {
        if (outputs < 1)
            throw new SenetException($"{name}: {outputs} outputs; expected at least 1");
        InputFeatures = input.OutputChannels;
        OutputChannels = outputs;
        HasBias = bias;
        var weight = new ParameterSpec($"{name}.weight", [outputs, InputFeatures], ParameterRole.Weight);
        Parameters = bias ? [weight, new ParameterSpec($"{name}.bias", [outputs], ParameterRole.Bias)] : [weight];
    }

    /// <summary>Length of the input vector.</summary>
    public int InputFeatures { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool HasBias { get; }

    /// <inheritdoc/>
    public override int OutputChannels { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; }

    /// <inheritdoc/>
    public override string Detail => $"{InputFeatures} -> {OutputChannels}";

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs)
    {
        if (inputs[0] != new TensorShape(InputFeatures, 1, 1))
            throw ShapeError($"the input is {inputs[0]}", $"expected a vector of {InputFeatures}");
        return new(OutputChannels, 1, 1);
    }

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<TensorShape> inputs, TensorShape output) => (long)InputFeatures * OutputChannels;

    /// <inheritdoc/>
    public override long Activations(TensorShape output) => output.Elements;
}
