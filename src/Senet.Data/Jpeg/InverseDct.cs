using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Senet.Data.Jpeg;

/// <summary>
/// The inverse DCT that libjpeg calls "islow", to the bit: Loeffler, Ligtenberg and Moschytz 1989, in 13 bit fixed point, columns first. Like
/// libjpeg-turbo's vector form it keeps 16 bit values between the steps. Needs SSE4.1.
/// </summary>
static unsafe class InverseDct
{
    const int ConstBits = 13, Pass1Bits = 2;

    // The algorithm's constants times 2^13.
    const short F0298 = 2446, F0390 = 3196, F0541 = 4433, F0765 = 6270, F0899 = 7373, F1175 = 9633;
    const short F1501 = 12299, F1847 = 15137, F1961 = 16069, F2053 = 16819, F2562 = 20995, F3072 = 25172;

    /// <summary>8 x 8 pixels of a block.</summary>
    /// <param name="block">64 coefficients in natural order.</param>
    /// <param name="steps">64 quantisation steps in natural order.</param>
    /// <param name="pixels">The first of 8 rows of 8 pixels.</param>
    /// <param name="stride">Bytes from one row to the next.</param>
    public static void Block(short* block, short* steps, byte* pixels, int stride)
    {
        Debug.Assert(Sse41.IsSupported);
        // Register i holds row i, later column i: lane j is its value j.
        Vector128<short> r0 = Load(block, steps, 0), r1 = Load(block, steps, 1), r2 = Load(block, steps, 2), r3 = Load(block, steps, 3);
        Vector128<short> r4 = Load(block, steps, 4), r5 = Load(block, steps, 5), r6 = Load(block, steps, 6), r7 = Load(block, steps, 7);
        Pass(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7, ConstBits - Pass1Bits);
        Transpose(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
        Pass(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7, ConstBits + Pass1Bits + 3);
        Transpose(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
        Store(r0, r1, pixels, stride);
        Store(r2, r3, pixels + 2 * (nint)stride, stride);
        Store(r4, r5, pixels + 4 * (nint)stride, stride);
        Store(r6, r7, pixels + 6 * (nint)stride, stride);
    }

    /// <summary>8 x 8 pixels of a block whose first coefficient alone is not zero: what <see cref="Block"/> gives then.</summary>
    public static void FlatBlock(int first, int step, byte* pixels, int stride)
    {
        byte value = (byte)Math.Clamp((((short)(first * step) + 4) >> 3) + 128, 0, 255);
        ulong row = value * 0x0101010101010101UL;
        for (int y = 0; y < 8; y++, pixels += stride)
            Unsafe.WriteUnaligned(pixels, row);
    }

    /// <summary>
    /// A block shrunk to 4 x 4, 2 x 2 or 1 pixel: the inverse transform of that size on the lowest frequencies. Not libjpeg's arithmetic, but the same on
    /// every machine.
    /// </summary>
    public static void SmallBlock(int size, short* block, short* steps, byte* pixels, int stride)
    {
        if (size == 4)
        {
            Block4(block, steps, pixels, stride);
            return;
        }
        int mean = block[0] * steps[0];
        if (size == 1)
        {
            pixels[0] = Pixel(mean);
            return;
        }
        int x = block[1] * steps[1], y = block[8] * steps[8], xy = block[9] * steps[9];
        pixels[0] = Pixel(mean + x + y + xy);
        pixels[1] = Pixel(mean - x + y - xy);
        pixels[stride] = Pixel(mean + x - y - xy);
        pixels[stride + 1] = Pixel(mean - x - y + xy);
    }

    static byte Pixel(int eighths) => (byte)Math.Clamp(((eighths + 4) >> 3) + 128, 0, 255);

    static void Block4(short* block, short* steps, byte* pixels, int stride)
    {
        Vector128<float> r0 = Load4(block, steps, 0), r1 = Load4(block, steps, 1), r2 = Load4(block, steps, 2), r3 = Load4(block, steps, 3);
        Pass4(ref r0, ref r1, ref r2, ref r3);
        Transpose4(ref r0, ref r1, ref r2, ref r3);
        Pass4(ref r0, ref r1, ref r2, ref r3);
        Transpose4(ref r0, ref r1, ref r2, ref r3);
        Vector128<byte> all = Sse2.PackUnsignedSaturate(Sse2.PackSignedSaturate(Round(r0), Round(r1)), Sse2.PackSignedSaturate(Round(r2), Round(r3)));
        for (int y = 0; y < 4; y++, pixels += stride)
            Unsafe.WriteUnaligned(pixels, all.AsUInt32().GetElement(y));

        // Halved: the orthonormal transform of 4 in place of 8 has half the gain in two dimensions.
        static Vector128<float> Load4(short* block, short* steps, int row) =>
            Vector128.ConvertToSingle(Vector128.WidenLower(Load(block, steps, row))) * 0.5f;

        static Vector128<int> Round(Vector128<float> value) => Sse2.ConvertToVector128Int32(value + Vector128.Create(128f));
    }

    /// <summary>The orthonormal inverse DCT of 4 values on all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Pass4(ref Vector128<float> r0, ref Vector128<float> r1, ref Vector128<float> r2, ref Vector128<float> r3)
    {
        const float Cos1 = 0.65328148f, Cos3 = 0.27059805f; // cos(pi / 8) and cos(3 pi / 8), divided by the root of 2
        Vector128<float> even0 = (r0 + r2) * 0.5f, even1 = (r0 - r2) * 0.5f;
        Vector128<float> odd0 = r1 * Cos1 + r3 * Cos3, odd1 = r1 * Cos3 - r3 * Cos1;
        r0 = even0 + odd0;
        r1 = even1 + odd1;
        r2 = even1 - odd1;
        r3 = even0 - odd0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Transpose4(ref Vector128<float> r0, ref Vector128<float> r1, ref Vector128<float> r2, ref Vector128<float> r3)
    {
        Vector128<float> a0 = Sse.UnpackLow(r0, r2), a1 = Sse.UnpackHigh(r0, r2), a2 = Sse.UnpackLow(r1, r3), a3 = Sse.UnpackHigh(r1, r3);
        r0 = Sse.UnpackLow(a0, a2);
        r1 = Sse.UnpackHigh(a0, a2);
        r2 = Sse.UnpackLow(a1, a3);
        r3 = Sse.UnpackHigh(a1, a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<short> Load(short* block, short* steps, int row) => Vector128.Load(block + 8 * row) * Vector128.Load(steps + 8 * row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store(Vector128<short> upper, Vector128<short> lower, byte* pixels, int stride)
    {
        Vector128<ulong> both = (Sse2.PackSignedSaturate(upper, lower).AsByte() ^ Vector128.Create((byte)0x80)).AsUInt64();
        Unsafe.WriteUnaligned(pixels, both.ToScalar());
        Unsafe.WriteUnaligned(pixels + stride, both.GetElement(1));
    }

    /// <summary>One dimension of the transform on all lanes; results are divided by 2^<paramref name="shift"/>, rounded, and cut to 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Pass(ref Vector128<short> r0, ref Vector128<short> r1, ref Vector128<short> r2, ref Vector128<short> r3,
        ref Vector128<short> r4, ref Vector128<short> r5, ref Vector128<short> r6, ref Vector128<short> r7, [ConstantExpected] int shift)
    {
        Vector128<int> half = Vector128.Create(1 << (shift - 1));
        (Vector128<int> sumLow, Vector128<int> sumHigh) = Scale(r0 + r4);
        (Vector128<int> differenceLow, Vector128<int> differenceHigh) = Scale(r0 - r4);
        sumLow += half;
        sumHigh += half;
        differenceLow += half;
        differenceHigh += half;
        (Vector128<int> aLow, Vector128<int> aHigh) = Products(r2, r6, F0541 + F0765, F0541);
        (Vector128<int> bLow, Vector128<int> bHigh) = Products(r2, r6, F0541, F0541 - F1847);
        Vector128<int> even0Low = sumLow + aLow, even0High = sumHigh + aHigh, even3Low = sumLow - aLow, even3High = sumHigh - aHigh;
        Vector128<int> even1Low = differenceLow + bLow, even1High = differenceHigh + bHigh;
        Vector128<int> even2Low = differenceLow - bLow, even2High = differenceHigh - bHigh;

        Vector128<short> z3 = r7 + r3, z4 = r5 + r1;
        (Vector128<int> z3Low, Vector128<int> z3High) = Products(z3, z4, F1175 - F1961, F1175);
        (Vector128<int> z4Low, Vector128<int> z4High) = Products(z3, z4, F1175, F1175 - F0390);
        (Vector128<int> odd0Low, Vector128<int> odd0High) = Products(r7, r1, F0298 - F0899, -F0899);
        (Vector128<int> odd3Low, Vector128<int> odd3High) = Products(r7, r1, -F0899, F1501 - F0899);
        (Vector128<int> odd1Low, Vector128<int> odd1High) = Products(r5, r3, F2053 - F2562, -F2562);
        (Vector128<int> odd2Low, Vector128<int> odd2High) = Products(r5, r3, -F2562, F3072 - F2562);
        odd0Low += z3Low;
        odd0High += z3High;
        odd1Low += z4Low;
        odd1High += z4High;
        odd2Low += z3Low;
        odd2High += z3High;
        odd3Low += z4Low;
        odd3High += z4High;

        r0 = Pack(even0Low + odd3Low, even0High + odd3High, shift);
        r7 = Pack(even0Low - odd3Low, even0High - odd3High, shift);
        r1 = Pack(even1Low + odd2Low, even1High + odd2High, shift);
        r6 = Pack(even1Low - odd2Low, even1High - odd2High, shift);
        r2 = Pack(even2Low + odd1Low, even2High + odd1High, shift);
        r5 = Pack(even2Low - odd1Low, even2High - odd1High, shift);
        r3 = Pack(even3Low + odd0Low, even3High + odd0High, shift);
        r4 = Pack(even3Low - odd0Low, even3High - odd0High, shift);
    }

    /// <summary>value * 2^13 in 32 bits: the value as the upper half of a lane, shifted down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (Vector128<int> Low, Vector128<int> High) Scale(Vector128<short> value) => (
        Sse2.UnpackLow(Vector128<short>.Zero, value).AsInt32() >> (16 - ConstBits),
        Sse2.UnpackHigh(Vector128<short>.Zero, value).AsInt32() >> (16 - ConstBits));

    /// <summary>a * factorA + b * factorB in 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (Vector128<int> Low, Vector128<int> High) Products(Vector128<short> a, Vector128<short> b, [ConstantExpected] int factorA, [ConstantExpected] int factorB)
    {
        Vector128<short> factors = Vector128.Create((factorB << 16) | (factorA & 0xFFFF)).AsInt16();
        return (Sse2.MultiplyAddAdjacent(Sse2.UnpackLow(a, b), factors), Sse2.MultiplyAddAdjacent(Sse2.UnpackHigh(a, b), factors));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<short> Pack(Vector128<int> low, Vector128<int> high, [ConstantExpected] int shift) => Sse2.PackSignedSaturate(low >> shift, high >> shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Transpose(ref Vector128<short> r0, ref Vector128<short> r1, ref Vector128<short> r2, ref Vector128<short> r3,
        ref Vector128<short> r4, ref Vector128<short> r5, ref Vector128<short> r6, ref Vector128<short> r7)
    {
        // Interleaving rows i and i + 4 three times over leaves the columns.
        Vector128<short> a0 = Sse2.UnpackLow(r0, r4), a1 = Sse2.UnpackHigh(r0, r4), a2 = Sse2.UnpackLow(r1, r5), a3 = Sse2.UnpackHigh(r1, r5);
        Vector128<short> a4 = Sse2.UnpackLow(r2, r6), a5 = Sse2.UnpackHigh(r2, r6), a6 = Sse2.UnpackLow(r3, r7), a7 = Sse2.UnpackHigh(r3, r7);
        Vector128<short> b0 = Sse2.UnpackLow(a0, a4), b1 = Sse2.UnpackHigh(a0, a4), b2 = Sse2.UnpackLow(a1, a5), b3 = Sse2.UnpackHigh(a1, a5);
        Vector128<short> b4 = Sse2.UnpackLow(a2, a6), b5 = Sse2.UnpackHigh(a2, a6), b6 = Sse2.UnpackLow(a3, a7), b7 = Sse2.UnpackHigh(a3, a7);
        r0 = Sse2.UnpackLow(b0, b4);
        r1 = Sse2.UnpackHigh(b0, b4);
        r2 = Sse2.UnpackLow(b1, b5);
        r3 = Sse2.UnpackHigh(b1, b5);
        r4 = Sse2.UnpackLow(b2, b6);
        r5 = Sse2.UnpackHigh(b2, b6);
        r6 = Sse2.UnpackLow(b3, b7);
        r7 = Sse2.UnpackHigh(b3, b7);
    }
}
