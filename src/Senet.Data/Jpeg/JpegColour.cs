using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Senet.Data.Jpeg;

/// <summary>
/// From rows of samples to rows of pixels, in libjpeg's integer arithmetic: chroma between samples is 3/4 of the nearer and 1/4 of the farther one, and
/// JFIF's conversion has 16 fraction bits. Rows may be read and scratch written up to the next multiple of 16 samples. Needs SSE4.1.
/// </summary>
static unsafe class JpegColour
{
    /// <summary>Pixels that are converted at a time.</summary>
    const int Step = 16;

    /// <summary>A row of chroma at twice its width.</summary>
    /// <param name="near">The nearer row of samples, from the one before the first on.</param>
    /// <param name="far">The row that has a share of 1/4; the same row where only the width doubles.</param>
    /// <param name="count">Samples without the two outer ones.</param>
    /// <param name="rows">1 or 2: rows of pixels for a row of samples, which decide how halves are rounded.</param>
    /// <param name="sums">Scratch of count + 2 values.</param>
    /// <param name="doubled">2 * count samples.</param>
    public static void DoubleWidth(byte* near, byte* far, int count, int rows, short* sums, byte* doubled)
    {
        Vector128<short> three = Vector128.Create((short)3);
        for (int i = 0; i < count + 2; i += 8)
            (Widen(near + i) * three + Widen(far + i)).Store(sums + i);

        // Two sums of 4 make 16ths. A lane holds the two pixels of a sample, the left one in its lower byte.
        Vector128<short> roundLeft = Vector128.Create((short)(rows == 1 ? 4 : 8)), roundRight = Vector128.Create((short)(rows == 1 ? 8 : 7));
        for (int i = 0; i < count; i += 8)
        {
            Vector128<short> middle = Vector128.Load(sums + i + 1) * three;
            Vector128<short> left = (middle + Vector128.Load(sums + i) + roundLeft) >>> 4, right = (middle + Vector128.Load(sums + i + 2) + roundRight) >>> 4;
            (left | (right << 8)).AsByte().Store(doubled + 2 * i);
        }
    }

    /// <summary>A row of YCbCr samples as RGB pixels.</summary>
    public static void Rgb(byte* luma, byte* blue, byte* red, int width, byte* pixels)
    {
        int x = 0;
        for (; x + Step <= width; x += Step)
            Rgb(luma + x, blue + x, red + x, pixels + 3 * x);
        if (x < width)
        {
            byte* rest = stackalloc byte[3 * Step];
            Rgb(luma + x, blue + x, red + x, rest);
            Unsafe.CopyBlockUnaligned(pixels + 3 * x, rest, (uint)(3 * (width - x)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Rgb(byte* luma, byte* blue, byte* red, byte* pixels)
    {
        (Vector128<short> r0, Vector128<short> g0, Vector128<short> b0) = Rgb(Widen(luma), Widen(blue), Widen(red));
        (Vector128<short> r1, Vector128<short> g1, Vector128<short> b1) = Rgb(Widen(luma + 8), Widen(blue + 8), Widen(red + 8));
        Vector128<byte> r = Sse2.PackUnsignedSaturate(r0, r1), g = Sse2.PackUnsignedSaturate(g0, g1), b = Sse2.PackUnsignedSaturate(b0, b1);
        // Each of the three stores takes every third byte of each colour.
        const byte No = 0x80;
        Vector128<byte> first = Ssse3.Shuffle(r, Vector128.Create(0, No, No, 1, No, No, 2, No, No, 3, No, No, 4, No, No, 5))
            | Ssse3.Shuffle(g, Vector128.Create(No, 0, No, No, 1, No, No, 2, No, No, 3, No, No, 4, No, No))
            | Ssse3.Shuffle(b, Vector128.Create(No, No, 0, No, No, 1, No, No, 2, No, No, 3, No, No, 4, No));
        Vector128<byte> second = Ssse3.Shuffle(r, Vector128.Create(No, No, 6, No, No, 7, No, No, 8, No, No, 9, No, No, 10, No))
            | Ssse3.Shuffle(g, Vector128.Create(5, No, No, 6, No, No, 7, No, No, 8, No, No, 9, No, No, 10))
            | Ssse3.Shuffle(b, Vector128.Create(No, 5, No, No, 6, No, No, 7, No, No, 8, No, No, 9, No, No));
        Vector128<byte> third = Ssse3.Shuffle(r, Vector128.Create(No, 11, No, No, 12, No, No, 13, No, No, 14, No, No, 15, No, No))
            | Ssse3.Shuffle(g, Vector128.Create(No, No, 11, No, No, 12, No, No, 13, No, No, 14, No, No, 15, No))
            | Ssse3.Shuffle(b, Vector128.Create(10, No, No, 11, No, No, 12, No, No, 13, No, No, 14, No, No, 15));
        first.Store(pixels);
        second.Store(pixels + 16);
        third.Store(pixels + 32);
    }

    /// <summary>R = Y + 1.402 Cr, G = Y - 0.34414 Cb - 0.71414 Cr, B = Y + 1.772 Cb, where Cb and Cr are centred; not yet cut to 0..255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (Vector128<short> R, Vector128<short> G, Vector128<short> B) Rgb(Vector128<short> y, Vector128<short> cb, Vector128<short> cr)
    {
        Vector128<short> centre = Vector128.Create((short)128), one = Vector128<short>.One;
        cb -= centre;
        cr -= centre;
        // x * f / 2^16 rounded is (2 x * f / 2^16 + 1) / 2, each division rounded down. Factors beyond 16 bits leave out 1 or 2 whole x.
        Vector128<short> r = y + cr + ((Sse2.MultiplyHigh(cr + cr, Vector128.Create((short)(91881 - 65536))) + one) >> 1);
        Vector128<short> b = y + cb + cb + ((Sse2.MultiplyHigh(cb + cb, Vector128.Create((short)(116130 - 131072))) + one) >> 1);
        Vector128<short> factors = Vector128.Create((65536 - 46802) << 16 | (-22554 & 0xFFFF)).AsInt16();
        Vector128<int> half = Vector128.Create(32768);
        Vector128<int> low = Sse2.MultiplyAddAdjacent(Sse2.UnpackLow(cb, cr), factors) + half, high = Sse2.MultiplyAddAdjacent(Sse2.UnpackHigh(cb, cr), factors) + half;
        return (r, y - cr + Sse2.PackSignedSaturate(low >> 16, high >> 16), b);
    }

    /// <summary>A row of grey samples as grey or RGB pixels.</summary>
    public static void Grey(byte* luma, int width, int channels, byte* pixels)
    {
        if (channels == 1)
        {
            Unsafe.CopyBlockUnaligned(pixels, luma, (uint)width);
            return;
        }
        for (int x = 0; x < width; x++, pixels += 3)
            pixels[0] = pixels[1] = pixels[2] = luma[x];
    }

    /// <summary>A row of RGB pixels as Pillow's grey.</summary>
    public static void GreyOfRgb(byte* colours, int width, byte* pixels)
    {
        for (int x = 0; x < width; x++, colours += 3)
            pixels[x] = PixelConversion.Grey(colours[0], colours[1], colours[2]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<short> Widen(byte* samples) => Sse41.ConvertToVector128Int16(samples);
}
