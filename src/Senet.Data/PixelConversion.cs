namespace Senet.Data;

/// <summary>Between grey and RGB, as Pillow's <c>Image.convert</c> does it.</summary>
static class PixelConversion
{
    /// <summary>Pillow's "L": (R * 19595 + G * 38470 + B * 7471 + 0x8000) >> 16.</summary>
    public static byte Grey(byte r, byte g, byte b) => (byte)((r * 19595 + g * 38470 + b * 7471 + 0x8000) >> 16);

    /// <summary>Grey pixels as an image of <paramref name="channels"/> channels; always a fresh array.</summary>
    public static ImagePixels FromGrey(ReadOnlySpan<byte> grey, int width, int height, int channels)
    {
        CheckChannels(channels);
        if (channels == 1)
            return new ImagePixels(width, height, 1, grey.ToArray());
        byte[] rgb = new byte[grey.Length * 3];
        for (int i = 0; i < grey.Length; i++)
            rgb.AsSpan(i * 3, 3).Fill(grey[i]);
        return new ImagePixels(width, height, 3, rgb);
    }

    /// <summary>Three planes (R, then G, then B) as an image of <paramref name="channels"/> channels.</summary>
    public static ImagePixels FromPlanarRgb(ReadOnlySpan<byte> planes, int width, int height, int channels)
    {
        CheckChannels(channels);
        int size = width * height;
        ReadOnlySpan<byte> r = planes[..size], g = planes.Slice(size, size), b = planes.Slice(2 * size, size);
        byte[] data = new byte[size * channels];
        for (int i = 0; i < size; i++)
        {
            if (channels == 1)
            {
                data[i] = Grey(r[i], g[i], b[i]);
                continue;
            }
            data[i * 3] = r[i];
            data[i * 3 + 1] = g[i];
            data[i * 3 + 2] = b[i];
        }
        return new ImagePixels(width, height, channels, data);
    }

    static void CheckChannels(int channels)
    {
        if (channels is not (1 or 3))
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "expected 1 (grey) or 3 (RGB)");
    }
}
