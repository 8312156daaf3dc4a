namespace Senet.Graph;

/// <summary>Maximum over a square window; padded positions never win.</summary>
public sealed class MaxPoolNode : PoolNode
{
    internal MaxPoolNode(string name, Node input, int kernel, int stride, int padding, PoolRounding rounding)
        : base(name, input, kernel, stride, padding, rounding)
    {
    }
}
