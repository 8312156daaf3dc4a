namespace Senet.Data;

/// <summary>Turns a decoded image into a network's input. Instances are immutable and may be used by several threads at once.</summary>
public abstract class ImageTransform
{
    /// <summary>Sets the shape of the result.</summary>
    /// <param name="channels">1 (grey) or 3 (RGB).</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range.</exception>
    protected ImageTransform(int channels, int height, int width)
    {
        if (channels is not (1 or 3))
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "an input has 1 (grey) or 3 (RGB) channels");
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        Channels = channels;
        Height = height;
        Width = width;
    }

    /// <summary>Channels of the result and of the images it takes.</summary>
    public int Channels { get; }

    /// <summary>Rows of the result.</summary>
    public int Height { get; }

    /// <summary>Columns of the result.</summary>
    public int Width { get; }

    /// <summary>Inputs that one image gives, such as ten crops; 1 in training.</summary>
    public virtual int Views => 1;

    /// <summary>What mixes the samples of a batch; each batch takes one.</summary>
    internal virtual IReadOnlyList<BatchOp> BatchOps => [];

    /// <summary>Writes the network's input for one image.</summary>
    /// <param name="image">Any size, <see cref="Channels"/> channels; only read.</param>
    /// <param name="random">Source of all randomness; advanced by what is drawn.</param>
    /// <param name="chw">Views * Channels * Height * Width floats, row-major; overwritten.</param>
    /// <exception cref="ArgumentException">The image's channels or the length of <paramref name="chw"/> do not match.</exception>
    public abstract void Apply(ImagePixels image, ref SampleRandom random, Span<float> chw);
}
