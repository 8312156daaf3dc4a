namespace Senet.Graph;

/// <summary>Mean over a square window.</summary>
public sealed class AveragePoolNode : PoolNode
{
    internal AveragePoolNode(string name, Node input, int kernel, int stride, int padding, PoolRounding rounding, bool countPadding)
        : base(name, input, kernel, stride, padding, rounding)
    {
        if (rounding == PoolRounding.Cover)
            throw new SenetException($"{name}: an average pooling has no windows beyond the edge; use floor or ceil");
        CountPadding = countPadding;
    }

    /// <summary>Whether padded zeros count in the mean (Caffe, and PyTorch's default) or only the pixels inside the image.</summary>
    public bool CountPadding { get; }
}
