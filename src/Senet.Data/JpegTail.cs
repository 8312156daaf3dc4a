using System.Buffers;
using SkiaSharp;

namespace Senet.Data;

/// <summary>Tells a JPEG that lacks nothing but its end marker from one that lacks pixels.</summary>
/// <remarks>
/// Only a decoder knows where the coded pixels end. So the file is decoded twice, once continued with some bits and once with
/// their opposites: where pixels are missing they come from these bits and differ; where none are, both continuations are
/// skipped as bytes between the last scan and the end marker. This costs two decodes, of files that are rare.
/// </remarks>
static class JpegTail
{
    // Neither pattern holds FF, which would begin a marker.
    const byte Pattern = 0x2D, Opposite = 0xD2;
    const int PatternBytes = 64;

    /// <summary>
    /// Whether the last two pixels are what decoders leave where data ended before the end marker: all coefficients zero, which
    /// is the middle of the range, or its square where black ink is multiplied in (CMYK). Few whole pictures end so.
    /// </summary>
    /// <param name="pixels">Rows of interleaved pixels as stored.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="channels">Bytes of a pixel.</param>
    public static bool LooksUnfinished(ReadOnlySpan<byte> pixels, int width, int channels)
    {
        ReadOnlySpan<byte> last = pixels[^(Math.Min(width, 2) * channels)..];
        return last[0] is 128 or 64 && !last.ContainsAnyExcept(last[0]);
    }

    /// <summary>The file with an end marker.</summary>
    /// <param name="jpeg">A JPEG without one.</param>
    /// <returns>Null when pixels are missing.</returns>
    public static byte[]? Complete(ReadOnlySpan<byte> jpeg)
    {
        // The first half of a marker.
        jpeg = jpeg.TrimEnd((byte)0xFF);
        return HashPixels(Continued(jpeg, Pattern)) is { } hash && hash == HashPixels(Continued(jpeg, Opposite)) ? [.. jpeg, 0xFF, JpegScans.EndOfImage] : null;
    }

    static byte[] Continued(ReadOnlySpan<byte> jpeg, byte pattern)
    {
        byte[] bytes = new byte[jpeg.Length + PatternBytes + 2];
        jpeg.CopyTo(bytes);
        bytes.AsSpan(jpeg.Length, PatternBytes).Fill(pattern);
        bytes[^2] = 0xFF;
        bytes[^1] = JpegScans.EndOfImage;
        return bytes;
    }

    static unsafe UInt128? HashPixels(byte[] jpeg)
    {
        fixed (byte* bytes = jpeg)
        {
            using SKData data = SKData.Create((nint)bytes, jpeg.Length);
            using SKCodec? codec = SKCodec.Create(data);
            if (codec is null)
                return null;
            SKColorType colour = codec.Info.ColorType == SKColorType.Gray8 ? SKColorType.Gray8 : SKColorType.Rgba8888;
            SKImageInfo info = new(codec.Info.Width, codec.Info.Height, colour, SKAlphaType.Opaque);
            byte[] pixels = ArrayPool<byte>.Shared.Rent(info.BytesSize);
            try
            {
                fixed (byte* destination = pixels)
                {
                    return codec.GetPixels(info, (nint)destination, info.RowBytes, SKCodecOptions.Default) == SKCodecResult.Success
                        ? ContentHash.Of(pixels.AsSpan(0, info.BytesSize))
                        : null;
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(pixels);
            }
        }
    }
}
