namespace Senet.Graph;

/// <summary>How many windows a pooling has where they do not fill the image evenly.</summary>
public enum PoolRounding
{
    /// <summary>As many as fit: PyTorch's default.</summary>
    Floor,

    /// <summary>One more where pixels are left over, hanging over the edge: Caffe's rule, PyTorch's <c>ceil_mode</c>.</summary>
    Ceil,

    /// <summary>
    /// One for every stride-th pixel, ceil(size / stride), the last ones hanging over the edge. With a 3x3 window and stride 2
    /// that is <see cref="Ceil"/> at even sizes; at odd ones it goes on agreeing with a padded convolution beside it.
    /// </summary>
    Cover,
}
