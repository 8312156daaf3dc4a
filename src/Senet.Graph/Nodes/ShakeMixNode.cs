namespace Senet.Graph;

/// <summary>
/// Mixes two branches (Gastaldi, arXiv:1705.07485): a * left + (1 - a) * right. While training, a is drawn evenly from 0 to 1
/// for every image, and the gradient is split by <see cref="Backward"/> instead of a; in evaluation a is 0.5.
/// </summary>
public sealed class ShakeMixNode : Node
{
    internal ShakeMixNode(string name, Node left, Node right, ShakeBackward backward)
        : base(name, left, right)
    {
        if (left.OutputChannels != right.OutputChannels)
            throw new SenetException($"{name}: {left.Name} has {left.OutputChannels} channels and {right.Name} {right.OutputChannels}; a mixture needs equal shapes");
        Backward = backward;
    }

    /// <inheritdoc/>
    public override bool IsRandom => true;

    /// <inheritdoc/>
    public override int OutputChannels => Inputs[0].OutputChannels;

    /// <summary>How the gradient is split.</summary>
    public ShakeBackward Backward { get; }

    /// <inheritdoc/>
    public override string Detail => Backward == ShakeBackward.Shake ? "shake-shake" : "shake-even";

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs) =>
        inputs[0] == inputs[1]
            ? inputs[0]
            : throw ShapeError($"{Inputs[0].Name} gives {inputs[0]} and {Inputs[1].Name} {inputs[1]}", "a mixture needs equal shapes");
}
