namespace Senet.Graph;

/// <summary>Feature maps of one height and width, one behind the other along the channels.</summary>
public sealed class ConcatNode : Node
{
    internal ConcatNode(string name, Node[] inputs)
        : base(name, inputs)
    {
        if (inputs.Length < 2)
            throw new SenetException($"{name}: {inputs.Length} inputs; a concatenation needs at least 2");
        OutputChannels = inputs.Sum(input => input.OutputChannels);
    }

    /// <inheritdoc/>
    public override int OutputChannels { get; }

    /// <inheritdoc/>
    public override string Detail => string.Join(" + ", Inputs.Select(input => input.OutputChannels));

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs)
    {
        for (int i = 1; i < inputs.Count; i++)
        {
            if (inputs[i].Height != inputs[0].Height || inputs[i].Width != inputs[0].Width)
                throw ShapeError($"{Inputs[0].Name} gives {inputs[0]} and {Inputs[i].Name} {inputs[i]}", "a concatenation needs equal heights and widths");
        }
        return new(OutputChannels, inputs[0].Height, inputs[0].Width);
    }
}
