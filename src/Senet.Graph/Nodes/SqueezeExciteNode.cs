namespace Senet.Graph;

/// <summary>
/// Squeeze, excitation and recalibration in one node: z = squeeze over H x W, s = gate(W2 relu(W1 z)), output x * s
/// (arXiv:1709.01507, equations 2 to 4). It stays one node because every consumer treats it in its own way.
/// </summary>
public sealed class SqueezeExciteNode : Node
{
    internal SqueezeExciteNode(string name, Node input, SeOptions options)
        : base(name, input)
    {
        OutputChannels = input.OutputChannels;
        Options = options;
        SqueezeWidth = options.WidthFor(OutputChannels, name);
        if (options.IdentityInit && !options.Biases)
            throw new SenetException($"{name}: a block without biases cannot start as the identity; keep the biases or the usual start");
        var parameters = new List<ParameterSpec> { new($"{name}.fc1.weight", [SqueezeWidth, OutputChannels, 1, 1], ParameterRole.Weight) };
        if (options.Biases)
            parameters.Add(new($"{name}.fc1.bias", [SqueezeWidth], ParameterRole.Bias));
        parameters.Add(new($"{name}.fc2.weight", [OutputChannels, SqueezeWidth, 1, 1], ParameterRole.Weight) { InitialValue = options.IdentityInit ? 0 : null });
        if (options.Biases)
            parameters.Add(new($"{name}.fc2.bias", [OutputChannels], ParameterRole.Bias) { InitialValue = options.IdentityInit ? OpenGate(options.Gate) : null });
        Parameters = parameters;
    }

    /// <inheritdoc/>
    public override int OutputChannels { get; }

    /// <summary>The block's choices.</summary>
    public SeOptions Options { get; }

    /// <summary>Width of the hidden layer, C / r.</summary>
    public int SqueezeWidth { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; }

    /// <inheritdoc/>
    public override string Detail => $"{OutputChannels} -> {SqueezeWidth} -> {OutputChannels}";

    /// <summary>Whether every pixel has a gate of its own.</summary>
    public bool IsSpatial => Options.Squeeze == SqueezeOperator.None;

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs)
    {
        RequireChannels(inputs[0], OutputChannels);
        return inputs[0];
    }

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<TensorShape> inputs, TensorShape output) => 2L * OutputChannels * SqueezeWidth * Vectors(output);

    /// <inheritdoc/>
    public override long Activations(TensorShape output) => (OutputChannels + SqueezeWidth) * Vectors(output);

    /// <summary>
    /// Element operations of the squeeze (one addition or comparison per element) and of the recalibration (one multiplication
    /// per element), which <see cref="Macs"/> leaves out: 2 * C * H * W, half of it without a squeeze.
    /// </summary>
    public long ElementOperations(TensorShape output) => (IsSpatial ? 1 : 2) * output.Elements;

    // How many descriptors go through the excitation.
    long Vectors(TensorShape output) => IsSpatial ? (long)output.Height * output.Width : 1;

    static double OpenGate(ExcitationGate gate) => gate switch
    {
        ExcitationGate.Sigmoid => 5,
        ExcitationGate.Tanh => 3,
        _ => 1,
    };
}
