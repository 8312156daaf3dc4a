using System.Globalization;

namespace Senet.Data;

/// <summary>Pixels that an augmentation changes in place: Height x Width x Channels bytes, rows from top to bottom, channels interleaved.</summary>
public readonly ref struct PixelSpan
{
    /// <summary>Wraps <paramref name="data"/> without copying it.</summary>
    /// <param name="data">height * width * channels bytes.</param>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="channels">1 (grey) or 3 (RGB).</param>
    /// <exception cref="ArgumentException">The sizes are not positive or do not multiply to the length of <paramref name="data"/>.</exception>
    public PixelSpan(Span<byte> data, int width, int height, int channels)
    {
        if (width < 1 || height < 1 || channels is not (1 or 3) || (long)width * height * channels != data.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"an image of {width} x {height} x {channels} does not match {data.Length} bytes"), nameof(data));
        Data = data;
        Width = width;
        Height = height;
        Channels = channels;
    }

    /// <summary>The pixels of a decoded image.</summary>
    public PixelSpan(ImagePixels image)
    {
        ArgumentNullException.ThrowIfNull(image);
        Data = image.Data;
        Width = image.Width;
        Height = image.Height;
        Channels = image.Channels;
    }

    /// <summary>Height * Width * Channels bytes.</summary>
    public Span<byte> Data { get; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>1 (grey) or 3 (RGB).</summary>
    public int Channels { get; }

    /// <summary>Bytes of a row.</summary>
    public int Stride => Width * Channels;

    /// <summary>The bytes of row <paramref name="y"/>.</summary>
    public Span<byte> Row(int y) => Data.Slice(y * Stride, Stride);
}
