namespace Senet.Graph;

/// <summary>Drops elements with probability <see cref="Probability"/> while training and scales the rest; the identity in evaluation.</summary>
public sealed class DropoutNode : Node
{
    internal DropoutNode(string name, Node input, double probability)
        : base(name, input)
    {
        if (probability is not (>= 0 and < 1))
            throw new SenetException(FormattableString.Invariant($"{name}: dropout probability {probability} is outside 0 <= p < 1"));
        Probability = probability;
    }

    /// <summary>Probability of dropping an element.</summary>
    public double Probability { get; }

    /// <inheritdoc/>
    public override bool IsRandom => true;

    /// <inheritdoc/>
    public override int OutputChannels => Inputs[0].OutputChannels;

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs) => inputs[0];
}
