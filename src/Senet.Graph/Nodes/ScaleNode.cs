namespace Senet.Graph;

/// <summary>Multiplies every element by one constant: the residual scaling of Szegedy et al., arXiv:1602.07261, section 3.3.</summary>
public sealed class ScaleNode : Node
{
    internal ScaleNode(string name, Node input, double factor)
        : base(name, input) => Factor = factor;

    /// <inheritdoc/>
    public override int OutputChannels => Inputs[0].OutputChannels;

    /// <summary>The constant.</summary>
    public double Factor { get; }

    /// <inheritdoc/>
    public override string Detail => FormattableString.Invariant($"times {Factor}");

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs) => inputs[0];
}
