using Senet.Data.Jpeg;
using Senet.Graph;

namespace Senet.Data;

/// <summary>A decoded image: 8 bits per channel, rows from top to bottom, channels interleaved (HWC).</summary>
public sealed class ImagePixels
{
    DeferredImage? deferred;
    byte[]? data;

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
        this.data = data;
    }

    /// <summary>An image that is decoded when it is needed. Whoever made it calls <see cref="Release"/>.</summary>
    internal ImagePixels(DeferredImage deferred, int width, int height, int channels)
    {
        this.deferred = deferred;
        Width = width;
        Height = height;
        Channels = channels;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>1 (grey) or 3 (RGB).</summary>
    public int Channels { get; }

    /// <summary>Height * Width * Channels bytes, row-major, channels interleaved; owned by this image.</summary>
    public byte[] Data => data ??= deferred!.ReadWhole(Channels).Data;

    /// <summary>Whether a transform may take the image at a fraction of its size.</summary>
    internal bool IsFast => data is null && deferred is { IsFast: true };

    /// <summary>
    /// A rectangle of the image, or of the image shrunk by 2^<paramref name="shrink"/>, which <see cref="IsFast"/> allows; no more than it needs is decoded.
    /// Valid until the next call.
    /// </summary>
    /// <exception cref="ImageDecodeException">The image was not decoded yet, and is damaged.</exception>
    internal PixelView Read(int shrink, int x, int y, int width, int height)
    {
        if (data is null && deferred!.Read(shrink, x, y, width, height, Channels) is { IsEmpty: false } pixels)
            return pixels;
        // A damaged file: what another decoder makes of it, shrunk afterwards.
        ImagePixels whole = shrink == 0 ? this : Resampler.Resize(this, JpegDecoder.Shrunk(Width, shrink), JpegDecoder.Shrunk(Height, shrink), Interpolation.Box);
        int stride = whole.Width * Channels;
        return new PixelView(whole.Data.AsSpan(y * stride + x * Channels), stride, width, height, Channels);
    }

    /// <summary>Gives the buffers of a deferred image back; its pixels are gone. Nothing happens to any other image.</summary>
    internal void Release()
    {
        deferred?.Dispose();
        deferred = null;
    }
}
