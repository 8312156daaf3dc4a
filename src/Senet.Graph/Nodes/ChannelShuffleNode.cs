namespace Senet.Graph;

/// <summary>
/// Deals the channels of each group out over all groups (Zhang et al., arXiv:1707.01083, section 3.1): with g groups of n
/// channels, output channel i * g + j is input channel j * n + i.
/// </summary>
public sealed class ChannelShuffleNode : Node
{
    internal ChannelShuffleNode(string name, Node input, int groups)
        : base(name, input)
    {
        if (groups < 1 || input.OutputChannels % groups != 0)
            throw new SenetException($"{name}: {input.OutputChannels} channels cannot be shuffled in {groups} groups; the groups must divide the channels");
        Groups = groups;
    }

    /// <inheritdoc/>
    public override int OutputChannels => Inputs[0].OutputChannels;

    /// <summary>Number of groups of the input.</summary>
    public int Groups { get; }

    /// <inheritdoc/>
    public override string Detail => $"{Groups} groups";

    /// <inheritdoc/>
    public override TensorShape InferShape(IReadOnlyList<TensorShape> inputs) => inputs[0];
}
