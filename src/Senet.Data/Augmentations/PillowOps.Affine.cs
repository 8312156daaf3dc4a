using System.Buffers;
using System.Globalization;

namespace Senet.Data;

static partial class PillowOps
{
    /// <summary>Moves rows sideways by <paramref name="factor"/> times their distance from the top: torchvision's ShearX of RandAugment.</summary>
    public static void ShearX(PixelSpan image, double factor) => AffineNearest(image, InverseShear(Math.Atan(factor), 0));

    /// <summary>Moves columns downwards by <paramref name="factor"/> times their distance from the left.</summary>
    public static void ShearY(PixelSpan image, double factor) => AffineNearest(image, InverseShear(0, Math.Atan(factor)));

    /// <summary>Moves the image by whole pixels.</summary>
    public static void Translate(PixelSpan image, int x, int y) => AffineNearest(image, [1, 0, -x, 0, 1, -y]);

    /// <summary>Pillow's Image.rotate with its default filter: counterclockwise about the centre, black outside.</summary>
    public static void RotateNearest(PixelSpan image, double degrees) => AffineNearest(image, InverseRotation(degrees, image.Width, image.Height));

    /// <summary>Pillow's Image.rotate with the bilinear filter: the mean of four neighbours in float64, towards zero.</summary>
    public static void RotateBilinear(PixelSpan image, double degrees)
    {
        // As Pillow, which does not compute what it can copy; the filter would give the same.
        if (degrees == 0)
            return;
        (double a, double b, double c, double d, double e, double f) = InverseRotation(degrees, image.Width, image.Height);
        int width = image.Width, height = image.Height, channels = image.Channels, stride = image.Stride;
        byte[] rented = ArrayPool<byte>.Shared.Rent(image.Data.Length);
        try
        {
            Span<byte> source = rented.AsSpan(0, image.Data.Length);
            image.Data.CopyTo(source);
            for (int row = 0; row < height; row++)
            {
                Span<byte> to = image.Row(row);
                for (int column = 0, o = 0; column < width; column++, o += channels)
                {
                    double x = a * (column + 0.5) + b * (row + 0.5) + c, y = d * (column + 0.5) + e * (row + 0.5) + f;
                    if (!(x >= 0 && x < width && y >= 0 && y < height))
                    {
                        to.Slice(o, channels).Clear();
                        continue;
                    }
                    x -= 0.5;
                    y -= 0.5;
                    int left = (int)Math.Floor(x), top = (int)Math.Floor(y);
                    double dx = x - left, dy = y - top;
                    int x0 = Math.Max(left, 0) * channels, x1 = Math.Min(left + 1, width - 1) * channels;
                    ReadOnlySpan<byte> upper = source.Slice(Math.Max(top, 0) * stride, stride);
                    ReadOnlySpan<byte> lower = top + 1 < height ? source.Slice((top + 1) * stride, stride) : upper;
                    for (int channel = 0; channel < channels; channel++)
                    {
                        double first = upper[x0 + channel] + (upper[x1 + channel] - upper[x0 + channel]) * dx;
                        double second = lower[x0 + channel] + (lower[x1 + channel] - lower[x0 + channel]) * dx;
                        to[o + channel] = (byte)(first + (second - first) * dy);
                    }
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Pillow's Image.transform with AFFINE and its default filter: result (x, y) is source (ax + by + c, dx + ey + f), black outside.</summary>
    static void AffineNearest(PixelSpan image, (double A, double B, double C, double D, double E, double F) inverse)
    {
        (double a, double b, double c, double d, double e, double f) = inverse;
        // 16 fractional bits and running sums, as Pillow has them; sums of 64 bits also serve images too large for its 32.
        long stepX = Fixed(a), stepY = Fixed(d), rowX = Fixed(b), rowY = Fixed(e);
        long startX = Fixed(c + a * 0.5 + b * 0.5), startY = Fixed(f + d * 0.5 + e * 0.5);
        int width = image.Width, height = image.Height, channels = image.Channels, stride = image.Stride;
        byte[] rented = ArrayPool<byte>.Shared.Rent(image.Data.Length);
        try
        {
            Span<byte> source = rented.AsSpan(0, image.Data.Length);
            image.Data.CopyTo(source);
            for (int row = 0; row < height; row++, startX += rowX, startY += rowY)
            {
                Span<byte> to = image.Row(row);
                long x = startX, y = startY;
                for (int o = 0; o < to.Length; o += channels, x += stepX, y += stepY)
                {
                    int column = (int)(x >> 16), line = (int)(y >> 16);
                    if ((uint)column < (uint)width && (uint)line < (uint)height)
                        source.Slice(line * stride + column * channels, channels).CopyTo(to[o..]);
                    else
                        to.Slice(o, channels).Clear();
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    static void AffineNearest(PixelSpan image, ReadOnlySpan<double> inverse) =>
        AffineNearest(image, (inverse[0], inverse[1], inverse[2], inverse[3], inverse[4], inverse[5]));

    static long Fixed(double value) => (long)Math.Floor(value * 65536 + 0.5);

    // Torchvision's inverse matrix for a shear about the corner (0, 0), the angles in radians; in its order of operations.
    static (double, double, double, double, double, double) InverseShear(double x, double y)
    {
        // Degrees and back, as its interface has it.
        x = Radians(x * (180 / Math.PI));
        y = Radians(y * (180 / Math.PI));
        double a = Math.Cos(-y) / Math.Cos(y), b = -Math.Cos(-y) * Math.Tan(x) / Math.Cos(y);
        double c = Math.Sin(-y) / Math.Cos(y), d = -Math.Sin(-y) * Math.Tan(x) / Math.Cos(y) + 1;
        return (d, -b, 0, -c, a, 0);
    }

    static (double, double, double, double, double, double) InverseRotation(double degrees, int width, int height)
    {
        double angle = -Radians(degrees - 360 * Math.Floor(degrees / 360));
        double cos = To15Places(Math.Cos(angle)), sin = To15Places(Math.Sin(angle));
        double x = width / 2.0, y = height / 2.0;
        return (cos, sin, cos * -x + sin * -y + x, -sin, cos, -sin * -x + cos * -y + y);
    }

    static double Radians(double degrees) => degrees * (Math.PI / 180);

    // Python's round(value, 15) rounds the decimal expansion; Math.Round multiplies, and may end at a neighbour.
    static double To15Places(double value)
    {
        Span<char> text = stackalloc char[24];
        bool fits = value.TryFormat(text, out int length, "F15", CultureInfo.InvariantCulture);
        System.Diagnostics.Debug.Assert(fits);
        return double.Parse(text[..length], CultureInfo.InvariantCulture);
    }
}
