namespace Senet.Data;

/// <summary>A decoded image: 8 bits per channel, rows from top to bottom, channels interleaved (HWC).</summary>
public sealed class ImagePixels
{
    /// <summary>Wraps <paramref name="data"/> without copying it.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="channels">1 (grey) or 3 (RGB).</param>
    /// <param name="data">height * width * channels bytes.</param>
    /// <exception cref="ArgumentException">The sizes are not positive or do not multiply to the length of <paramref name="data"/>.</exception>
    public ImagePixels(int width, int height, int channels, byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (width < 1 || height < 1 || channels is not (1 or 3) || (long)width * height * channels != data.Length)
            throw new ArgumentException($"an image of {width} x {height} x {channels} does not match {data.Length} bytes", nameof(data));
        Width = width;
        Height = height;
        Channels = channels;
        Data = data;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>1 (grey) or 3 (RGB).</summary>
    public int Channels { get; }

    /// <summary>Height * Width * Channels bytes, row-major, channels interleaved; owned by this image.</summary>
    public byte[] Data { get; }
}
