using Senet.Data.Jpeg;

namespace Senet.Data;

/// <summary>A baseline JPEG file. Owns its buffers.</summary>
sealed class DeferredJpeg(JpegDecoder decoder, byte[] file, int length, string description, byte background, bool fast) : DeferredImage
{
    /// <summary>Free bytes behind the last pixel, so that the resampler may load whole vectors there.</summary>
    const int Margin = 16;

    byte[] pixels = [];

    public override bool IsFast => fast;

    public override PixelView Read(int shrink, int x, int y, int width, int height, int channels)
    {
        int size = checked(width * height * channels + Margin);
        if (pixels.Length < size)
        {
            Buffers.Return(pixels);
            pixels = Buffers.Rent(size);
        }
        return decoder.TryDecode(shrink, x, y, width, height, channels, pixels) ? new PixelView(pixels.AsSpan(0, size), width * channels, width, height, channels) : default;
    }

    // Every decoder has a try at it.
    public override ImagePixels ReadWhole(int channels) => ImageDecoder.Decode(file.AsSpan(0, length), description, channels, background);

    public override void Dispose()
    {
        decoder.Dispose();
        Buffers.Return(pixels);
        Buffers.Return(file);
        pixels = [];
    }
}
