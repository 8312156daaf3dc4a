using System.Buffers;

namespace Senet.Data;

/// <summary>
/// Changes of 8 bit images with the arithmetic of Pillow's ImageOps, ImageEnhance and of torchvision's functions on Pillow images, in
/// place. PillowOpsTests compares all of them with Pillow 9.4 and torchvision 0.14, to the bit.
/// </summary>
static partial class PillowOps
{
    /// <summary>Replaces every value by its entry in one table of 256, or in the channel's own of as many tables as there are channels.</summary>
    public static void Map(PixelSpan image, ReadOnlySpan<byte> tables)
    {
        Span<byte> data = image.Data;
        if (tables.Length == 256)
        {
            for (int i = 0; i < data.Length; i++)
                data[i] = tables[data[i]];
            return;
        }
        ReadOnlySpan<byte> red = tables[..256], green = tables.Slice(256, 256), blue = tables.Slice(512, 256);
        for (int i = 0; i + 2 < data.Length; i += 3)
        {
            data[i] = red[data[i]];
            data[i + 1] = green[data[i + 1]];
            data[i + 2] = blue[data[i + 2]];
        }
    }

    /// <summary>255 minus every value.</summary>
    public static void Invert(PixelSpan image)
    {
        foreach (ref byte value in image.Data)
            value = (byte)(255 - value);
    }

    /// <summary>Inverts the values from <paramref name="threshold"/> on.</summary>
    public static void Solarize(PixelSpan image, double threshold)
    {
        foreach (ref byte value in image.Data)
        {
            if (value >= threshold)
                value = (byte)(255 - value);
        }
    }

    /// <summary>Keeps the highest <paramref name="bits"/> bits of every value, 1..8.</summary>
    public static void Posterize(PixelSpan image, int bits)
    {
        byte mask = (byte)(0xFF << (8 - bits));
        foreach (ref byte value in image.Data)
            value &= mask;
    }

    /// <summary>Stretches each channel so that its darkest value becomes 0 and its brightest 255.</summary>
    public static void AutoContrast(PixelSpan image)
    {
        Span<int> histogram = stackalloc int[256 * 3];
        Span<byte> tables = stackalloc byte[256 * 3];
        Count(image, histogram);
        for (int channel = 0; channel < image.Channels; channel++)
        {
            Span<int> counts = histogram.Slice(channel * 256, 256);
            Span<byte> table = tables.Slice(channel * 256, 256);
            int low = counts.IndexOfAnyExcept(0), high = counts.LastIndexOfAnyExcept(0);
            double scale = high > low ? 255.0 / (high - low) : 1, offset = high > low ? -low * scale : 0;
            for (int i = 0; i < 256; i++)
                table[i] = (byte)Math.Clamp((int)(i * scale + offset), 0, 255);
        }
        Map(image, tables[..(256 * image.Channels)]);
    }

    /// <summary>Equalises the histogram of each channel.</summary>
    public static void Equalize(PixelSpan image)
    {
        Span<int> histogram = stackalloc int[256 * 3];
        Span<byte> tables = stackalloc byte[256 * 3];
        Count(image, histogram);
        for (int channel = 0; channel < image.Channels; channel++)
        {
            Span<int> counts = histogram.Slice(channel * 256, 256);
            Span<byte> table = tables.Slice(channel * 256, 256);
            // A channel of one value has a step of 0 as well.
            int step = (image.Width * image.Height - counts[counts.LastIndexOfAnyExcept(0)]) / 255;
            for (int i = 0, sum = step / 2; i < 256; sum += counts[i++])
                table[i] = (byte)(step == 0 ? i : Math.Min(sum / step, 255));
        }
        Map(image, tables[..(256 * image.Channels)]);
    }

    /// <summary>Blends with black: 0 gives black, 1 the image, more a brighter one.</summary>
    public static void Brightness(PixelSpan image, double factor) => BlendWith(image, 0, factor);

    /// <summary>Blends with the mean grey level.</summary>
    public static void Contrast(PixelSpan image, double factor)
    {
        ReadOnlySpan<byte> data = image.Data;
        long sum = 0;
        if (image.Channels == 1)
        {
            foreach (byte value in data)
                sum += value;
        }
        else
        {
            for (int i = 0; i + 2 < data.Length; i += 3)
                sum += PixelConversion.Grey(data[i], data[i + 1], data[i + 2]);
        }
        BlendWith(image, (int)((double)sum / (image.Width * image.Height) + 0.5), factor);
    }

    /// <summary>Blends each pixel with its own grey level; a grey image stays as it is.</summary>
    public static void Saturation(PixelSpan image, double factor)
    {
        if (image.Channels == 1)
            return;
        Span<byte> data = image.Data;
        float alpha = (float)factor;
        for (int i = 0; i + 2 < data.Length; i += 3)
        {
            byte grey = PixelConversion.Grey(data[i], data[i + 1], data[i + 2]);
            data[i] = Blend(grey, data[i], alpha);
            data[i + 1] = Blend(grey, data[i + 1], alpha);
            data[i + 2] = Blend(grey, data[i + 2], alpha);
        }
    }

    /// <summary>Blends with the image smoothed by (1 1 1, 1 5 1, 1 1 1) / 13: 0 gives that, 1 the image, 2 a sharper one.</summary>
    public static void Sharpness(PixelSpan image, double factor)
    {
        // Pillow's filter keeps the edges, and images smaller than its window, as they are.
        if (image.Width < 3 || image.Height < 3)
            return;
        float alpha = (float)factor;
        int channels = image.Channels, stride = image.Stride;
        byte[] rented = ArrayPool<byte>.Shared.Rent(image.Data.Length);
        try
        {
            Span<byte> source = rented.AsSpan(0, image.Data.Length);
            image.Data.CopyTo(source);
            for (int y = 1; y < image.Height - 1; y++)
            {
                ReadOnlySpan<byte> above = source.Slice((y - 1) * stride, stride), row = source.Slice(y * stride, stride), below = source.Slice((y + 1) * stride, stride);
                Span<byte> to = image.Row(y);
                for (int i = channels; i < stride - channels; i++)
                {
                    int left = i - channels, right = i + channels;
                    int sum = above[left] + above[i] + above[right] + row[left] + 5 * row[i] + row[right] + below[left] + below[i] + below[right];
                    // Pillow rounds sum / 13 in float32; a thirteenth is never half a level, so whole numbers round alike.
                    to[i] = Blend((2 * sum + 13) / 26, row[i], alpha);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    static void BlendWith(PixelSpan image, int level, double factor)
    {
        Span<byte> table = stackalloc byte[256];
        for (int i = 0; i < 256; i++)
            table[i] = Blend(level, i, (float)factor);
        Map(image, table);
    }

    // Pillow's Image.blend: float32, clipped, then towards zero.
    static byte Blend(int from, int to, float alpha)
    {
        float value = from + alpha * (to - from);
        return value <= 0 ? (byte)0 : value >= 255 ? (byte)255 : (byte)value;
    }

    static void Count(PixelSpan image, Span<int> histogram)
    {
        histogram.Clear();
        ReadOnlySpan<byte> data = image.Data;
        for (int channel = 0; channel < image.Channels; channel++)
        {
            Span<int> counts = histogram.Slice(channel * 256, 256);
            for (int i = channel; i < data.Length; i += image.Channels)
                counts[data[i]]++;
        }
    }
}
