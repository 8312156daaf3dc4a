using System.Buffers;
using Senet.Data.Jpeg;

namespace Senet.Data;

/// <summary>A JPEG file behind an <see cref="ImagePixels"/> whose pixels are decoded when they are asked for. Owns its buffers; used by one thread.</summary>
sealed class DeferredJpeg(JpegDecoder decoder, byte[] file, int length, string description, byte background, bool fast) : IDisposable
{
    /// <summary>Free bytes behind the last pixel, so that the resampler may load whole vectors there.</summary>
    const int Margin = 16;

    byte[] pixels = [];

    /// <summary>Whether the image may be decoded at a fraction of its size.</summary>
    public bool IsFast => fast;

    /// <summary>Pixels of a rectangle of the image, or of the image shrunk by 2^<paramref name="shrink"/>; valid until the next call. Null where the file is damaged.</summary>
    public ReadOnlySpan<byte> Read(int shrink, int x, int y, int width, int height, int channels)
    {
        int size = checked(width * height * channels + Margin);
        if (pixels.Length < size)
        {
            Return(pixels);
            pixels = ArrayPool<byte>.Shared.Rent(size);
        }
        return decoder.TryDecode(shrink, x, y, width, height, channels, pixels) ? pixels.AsSpan(0, size) : null;
    }

    /// <summary>The whole image, which every decoder has a try at.</summary>
    /// <exception cref="ImageDecodeException">The file is damaged.</exception>
    public ImagePixels ReadWhole(int channels) => ImageDecoder.Decode(file.AsSpan(0, length), description, channels, background);

    public void Dispose()
    {
        decoder.Dispose();
        Return(pixels);
        Return(file);
        pixels = [];
    }

    static void Return(byte[] buffer)
    {
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }
}
