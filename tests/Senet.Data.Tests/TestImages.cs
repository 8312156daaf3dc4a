using System.Buffers.Binary;
using SkiaSharp;

namespace Senet.Data.Tests;

/// <summary>Small images made on the spot.</summary>
static class TestImages
{
    /// <summary>An image of seeded noise.</summary>
    public static ImagePixels Noise(int width, int height, int channels, ulong seed = 1)
    {
        var random = new SampleRandom(seed, 0, 0);
        byte[] data = new byte[width * height * channels];
        for (int i = 0; i < data.Length; i++)
            data[i] = (byte)random.NextInt(256);
        return new ImagePixels(width, height, channels, data);
    }

    /// <summary>Encodes RGBA pixels, not premultiplied.</summary>
    public static byte[] Encode(int width, int height, byte[] rgba, SKEncodedImageFormat format, int quality = 100)
    {
        using SKImage image = SKImage.FromPixelCopy(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul), rgba);
        using SKData data = image.Encode(format, quality);
        return data.ToArray();
    }

    /// <summary>Encodes an opaque image.</summary>
    public static byte[] Encode(ImagePixels pixels, SKEncodedImageFormat format, int quality = 100)
    {
        byte[] rgba = new byte[pixels.Width * pixels.Height * 4];
        for (int i = 0; i < pixels.Width * pixels.Height; i++)
        {
            for (int c = 0; c < 3; c++)
                rgba[i * 4 + c] = pixels.Data[i * pixels.Channels + (pixels.Channels == 3 ? c : 0)];
            rgba[i * 4 + 3] = 255;
        }
        return Encode(pixels.Width, pixels.Height, rgba, format, quality);
    }

    /// <summary>A true one-channel JPEG.</summary>
    public static byte[] EncodeGreyJpeg(ImagePixels grey)
    {
        using SKImage image = SKImage.FromPixelCopy(new SKImageInfo(grey.Width, grey.Height, SKColorType.Gray8, SKAlphaType.Opaque), grey.Data);
        using SKPixmap pixels = image.PeekPixels();
        using SKData data = pixels.Encode(new SKJpegEncoderOptions(95))!;
        return data.ToArray();
    }

    /// <summary>Inserts an APP1 segment that holds nothing but the orientation, after the SOI marker.</summary>
    public static byte[] WithExifOrientation(byte[] jpeg, ushort orientation)
    {
        byte[] segment =
        [
            0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0,
        ];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(28), orientation);
        return [.. jpeg[..2], .. segment, .. jpeg[2..]];
    }
}
