using Senet.Data.Jpeg;

namespace Senet.Data;

// Baseline JPEG files, which most photos are, are decoded here rather than by Skia: to the same bits, faster, and only as far as pixels are needed.
// Whatever the decoder declines, damaged files among it, goes the way of all other formats.
public static partial class ImageDecoder
{
    static ImagePixels? DecodeBaseline(ReadOnlySpan<byte> encoded, int channels)
    {
        using JpegDecoder decoder = JpegDecoder.Rent();
        if (!decoder.TryOpen(encoded))
            return null;
        byte[] pixels = GC.AllocateUninitializedArray<byte>(checked(decoder.Width * decoder.Height * channels));
        return decoder.TryDecode(0, 0, 0, decoder.Width, decoder.Height, channels, pixels) ? new ImagePixels(decoder.Width, decoder.Height, channels, pixels) : null;
    }

    /// <summary>
    /// Reads a file for a transform, which may need only a part of it: as <see cref="DecodeFile"/>, but a baseline JPEG is decoded when its pixels are
    /// asked for, and the image must be released. Where it is <paramref name="fast"/>, a large one may be decoded at a half, a quarter or an eighth of its
    /// size, which is not exact.
    /// </summary>
    internal static ImagePixels OpenFile(string path, int channels, byte background, bool applyOrientation, bool fast)
    {
        ArgumentNullException.ThrowIfNull(path);
        byte[] buffer = [];
        int length = 0;
        try
        {
            length = ReadFile(path, ref buffer);
            ImageHeader header = ImageHeader.Read(buffer.AsSpan(0, length));
            if (Defer(header, buffer, length, path, channels, background, fast) is { } deferred)
            {
                buffer = [];
                return deferred;
            }
            return DecodeBySkia(header, buffer.AsSpan(0, length), path, channels, background, applyOrientation);
        }
        finally
        {
            Buffers.Return(buffer);
        }
    }

    /// <summary>As <see cref="OpenFile"/>, for a file in memory, which is copied where it is needed for longer.</summary>
    internal static ImagePixels Open(ReadOnlySpan<byte> encoded, string description, int channels, byte background, bool applyOrientation)
    {
        ImageHeader header = ImageHeader.Read(encoded);
        byte[] buffer = Buffers.Rent(encoded.Length);
        encoded.CopyTo(buffer);
        if (Defer(header, buffer, encoded.Length, description, channels, background, fast: false) is { } deferred)
            return deferred;
        Buffers.Return(buffer);
        return DecodeBySkia(header, encoded, description, channels, background, applyOrientation);
    }

    static ImagePixels? Defer(ImageHeader header, byte[] buffer, int length, string description, int channels, byte background, bool fast)
    {
        if (header is not { Format: "JPEG", Refusal: null })
            return null;
        JpegDecoder decoder = JpegDecoder.Rent();
        if (decoder.TryOpen(buffer.AsSpan(0, length)))
            return new ImagePixels(new DeferredJpeg(decoder, buffer, length, description, background, fast), decoder.Width, decoder.Height, channels);
        decoder.Dispose();
        return null;
    }
}
