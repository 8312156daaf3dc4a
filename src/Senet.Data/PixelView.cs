using System.Diagnostics;

namespace Senet.Data;

/// <summary>A rectangle of an image, without a copy.</summary>
readonly ref struct PixelView
{
    /// <summary>The whole image.</summary>
    public PixelView(ImagePixels image)
        : this(image, 0, 0, image.Width, image.Height)
    {
    }

    /// <summary>A rectangle that lies within the image.</summary>
    public PixelView(ImagePixels image, int x, int y, int width, int height)
    {
        Debug.Assert(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= image.Width && y + height <= image.Height);
        Stride = image.Width * image.Channels;
        Data = image.Data.AsSpan(y * Stride + x * image.Channels);
        Width = width;
        Height = height;
        Channels = image.Channels;
    }

    /// <summary>From the rectangle's first pixel to the end of the image: it may be read beyond the rectangle.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Bytes from one row to the next.</summary>
    public int Stride { get; }

    public int Width { get; }

    public int Height { get; }

    public int Channels { get; }
}
