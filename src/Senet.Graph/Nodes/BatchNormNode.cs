namespace Senet.Graph;

/// <summary>Batch normalisation over (N, H, W) with scale and shift.</summary>
public sealed class BatchNormNode : Node
{
    internal BatchNormNode(string name, Node input, double epsilon, double momentum)
        : base(name, input)
    {
        OutputChannels = input.OutputChannels;
        Epsilon = epsilon;
        Momentum = momentum;
        Parameters =
        [
            new($"{name}.weight", [OutputChannels], ParameterRole.NormWeight),
            new($"{name}.bias", [OutputChannels], ParameterRole.NormBias),
            new($"{name}.running_mean", [OutputChannels], ParameterRole.RunningMean),
            new($"{name}.running_var", [OutputChannels], ParameterRole.RunningVariance),
        ];
    }

    /// <inheritdoc/>
    public override int OutputChannels { get; }

    /// <summary>Added to the variance before the square root.</summary>
    public double Epsilon { get; }

    /// <summary>Weight of the newest batch in the running statistics (PyTorch's convention).</summary>
    public double Momentum { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterSpec> Parameters { get; }

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs)
    {
        RequireChannels(inputs[0], OutputChannels);
        return inputs[0];
    }
}
