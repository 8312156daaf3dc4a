using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Senet.Data;

// The two passes. All arithmetic is on 32 bit integers, so the vector forms give the bits of the scalar ones in any order.
public static partial class Resampler
{
    const int Half = 1 << (ResampleWeights.PrecisionBits - 1);

    /// <summary>Taps from which on a row is computed four taps at a time.</summary>
    const int ManyTaps = 6;

    /// <summary>
    /// Resamples <paramref name="rows"/> rows along x. Column 0 of <paramref name="source"/> is column <paramref name="firstColumn"/> of what the weights count.
    /// </summary>
    static unsafe void HorizontalPass(ReadOnlySpan<byte> source, int sourceStride, int firstColumn, int rows, int channels, ResampleWeights columns,
        Span<byte> destination, int destinationStride)
    {
        int width = columns.Length, end = columns.End - firstColumn;
        Debug.Assert((long)(rows - 1) * destinationStride + width * channels <= destination.Length);
        Debug.Assert((long)(rows - 1) * sourceStride + end * channels <= source.Length);
        fixed (byte* data = source, to = destination)
        fixed (int* weights = columns.Values, starts = columns.Start, counts = columns.Count)
        {
            byte* from = data - (nint)firstColumn * channels; // where column 0 would be
            int y = 0;
            if (channels == 3 && Avx2.IsSupported && columns.Stride >= ManyTaps)
            {
                // A load takes 16 bytes from a group's first pixel on, of which a group's last may be 3 pixels beyond the last tap.
                int groups = (columns.Stride + 3) / 4;
                int[] pairs = ArrayPool<int>.Shared.Rent(width * groups * 4);
                fixed (int* pair = pairs)
                {
                    SplitWeights(weights, counts, width, columns.Stride, groups, pair);
                    for (; y < rows && (long)y * sourceStride + end * 3 + 16 <= source.Length; y++)
                        HorizontalRowRgb(from + (long)y * sourceStride, starts, counts, width, groups, pair, to + (long)y * destinationStride);
                }
                ArrayPool<int>.Shared.Return(pairs);
            }
            else if (channels == 3 && Vector128.IsHardwareAccelerated)
            {
                // Two rows a step. A load takes the 3 bytes of a pixel and 1 of its right neighbour: in bounds while the second
                // row is not the last one, because that byte then lies at the latest in the row below.
                for (; (long)(y + 1) * sourceStride + end * 3 < source.Length && y + 1 < rows; y += 2)
                {
                    byte* row = from + (long)y * sourceStride;
                    HorizontalTwoRowsRgb(row, row + sourceStride, starts, counts, width, columns.Stride, weights, to + (long)y * destinationStride, destinationStride);
                }
            }
            for (; y < rows; y++)
            {
                byte* row = from + (long)y * sourceStride;
                byte* result = to + (long)y * destinationStride;
                for (int x = 0; x < width; x++)
                {
                    int* weight = weights + (long)x * columns.Stride;
                    byte* first = row + (long)starts[x] * channels;
                    for (int c = 0; c < channels; c++)
                    {
                        int sum = Half;
                        for (int k = 0; k < counts[x]; k++)
                            sum += first[k * channels + c] * weight[k];
                        *result++ = Clip(sum);
                    }
                }
            }
        }
    }

    /// <summary>Lanes 0..2 hold the red, green and blue sums of one pixel; lane 3 is the neighbour's red and is not stored.</summary>
    static unsafe void HorizontalTwoRowsRgb(byte* upper, byte* lower, int* starts, int* counts, int width, int stride, int* weights, byte* result, int resultStride)
    {
        for (int x = 0; x < width; x++)
        {
            int count = counts[x];
            int* weight = weights + (long)x * stride;
            byte* a = upper + (long)starts[x] * 3, b = lower + (long)starts[x] * 3;
            Vector128<int> sumA = Vector128.Create(Half), sumB = sumA;
            for (int k = 0; k < count; k++)
            {
                Vector128<int> w = Vector128.Create(weight[k]);
                sumA += Widen4(a) * w;
                sumB += Widen4(b) * w;
                a += 3;
                b += 3;
            }
            Vector128<ushort> both = Vector128.Narrow(Clip(sumA).AsUInt32(), Clip(sumB).AsUInt32());
            ulong bytes = Vector128.Narrow(both, both).AsUInt64().ToScalar();
            Unsafe.WriteUnaligned(result, (ushort)bytes);
            result[2] = (byte)(bytes >> 16);
            byte* next = result + resultStride;
            Unsafe.WriteUnaligned(next, (ushort)(bytes >> 32));
            next[2] = (byte)(bytes >> 48);
            result += 3;
        }
    }

    /// <summary>
    /// Weights as 16 bit factors: each is high * 2^11 + low. A group is four weights 0..3 as four ints: the high parts of 0 and 1, of 2 and 3, the low
    /// parts of 0 and 1, of 2 and 3. Weights beyond a result's count are 0.
    /// </summary>
    static unsafe void SplitWeights(int* weights, int* counts, int width, int stride, int groups, int* pairs)
    {
        for (int x = 0; x < width; x++, weights += stride)
        {
            for (int k = 0; k < groups * 4; k += 2)
            {
                int first = k < counts[x] ? weights[k] : 0, second = k + 1 < counts[x] ? weights[k + 1] : 0;
                int* group = pairs + ((long)x * groups + k / 4) * 4 + k / 2 % 2;
                group[0] = (first >> LowBits & 0xFFFF) | (second >> LowBits) << 16;
                group[2] = (first & LowMask) | (second & LowMask) << 16;
            }
        }
    }

    const int LowBits = 11, LowMask = (1 << LowBits) - 1;

    /// <summary>
    /// A step multiplies four pixels: the lower half of a register holds the first two, the upper half the others, as pairs of 16 bit values of one
    /// colour, in the order red, green, blue, nothing. High and low parts of the weights have sums of their own; joined, they are the scalar form's to the bit.
    /// </summary>
    static unsafe void HorizontalRowRgb(byte* row, int* starts, int* counts, int width, int groups, int* pairs, byte* result)
    {
        const byte No = 0x80;
        Vector256<byte> order = Vector256.Create(
            Vector128.Create(0, No, 3, No, 1, No, 4, No, 2, No, 5, No, No, No, No, No), Vector128.Create(6, No, 9, No, 7, No, 10, No, 8, No, 11, No, No, No, No, No));
        Vector256<int> spreadHigh = Vector256.Create(0, 0, 0, 0, 1, 1, 1, 1), spreadLow = spreadHigh + Vector256.Create(2);
        for (int x = 0; x < width; x++, pairs += groups * 4, result += 3)
        {
            byte* pixel = row + (long)starts[x] * 3;
            int steps = (counts[x] + 3) / 4;
            Vector256<int> high = Vector256<int>.Zero, low = high;
            for (int i = 0; i < steps; i++, pixel += 12)
            {
                Vector128<byte> bytes = Vector128.Load(pixel);
                Vector256<short> values = Avx2.Shuffle(Vector256.Create(bytes, bytes), order).AsInt16();
                Vector128<int> group = Vector128.Load(pairs + 4 * i);
                Vector256<int> factors = Vector256.Create(group, group);
                high += Avx2.MultiplyAddAdjacent(values, Avx2.PermuteVar8x32(factors, spreadHigh).AsInt16());
                low += Avx2.MultiplyAddAdjacent(values, Avx2.PermuteVar8x32(factors, spreadLow).AsInt16());
            }
            Vector256<int> joined = (high << LowBits) + low;
            Vector128<int> sum = Clip(joined.GetLower() + joined.GetUpper() + Vector128.Create(Half));
            uint bgr = Sse2.PackUnsignedSaturate(Sse2.PackSignedSaturate(sum, sum), Vector128<short>.Zero).AsUInt32().ToScalar();
            Unsafe.WriteUnaligned(result, (ushort)bgr);
            result[2] = (byte)(bgr >> 16);
        }
    }

    /// <summary>Resamples along y. Row 0 of <paramref name="source"/> is row <paramref name="firstRow"/> of what the weights count.</summary>
    static unsafe void VerticalPass(ReadOnlySpan<byte> source, int sourceStride, int firstRow, int rowBytes, ResampleWeights rows,
        Span<byte> destination, int destinationStride)
    {
        int height = rows.Length;
        Debug.Assert((long)(height - 1) * destinationStride + rowBytes <= destination.Length);
        Debug.Assert((long)(rows.End - firstRow - 1) * sourceStride + rowBytes <= source.Length);
        Span<int> starts = rows.Start, counts = rows.Count;
        fixed (byte* from = source, to = destination)
        fixed (int* weights = rows.Values)
        {
            for (int y = 0; y < height; y++)
            {
                byte* first = from + (long)(starts[y] - firstRow) * sourceStride;
                VerticalRow(first, sourceStride, rowBytes, weights + (long)y * rows.Stride, counts[y], to + (long)y * destinationStride);
            }
        }
    }

    /// <summary>One lane per byte of the row; every load and store ends at or before rowBytes, the rest is left to the shorter forms.</summary>
    static unsafe void VerticalRow(byte* first, int stride, int rowBytes, int* weight, int count, byte* result)
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + 64 <= rowBytes; i += 64)
            {
                Vector512<int> sum0 = Vector512.Create(Half), sum1 = sum0, sum2 = sum0, sum3 = sum0;
                byte* p = first + i;
                for (int k = 0; k < count; k++, p += stride)
                {
                    Vector512<int> w = Vector512.Create(weight[k]);
                    sum0 += Widen16(p) * w;
                    sum1 += Widen16(p + 16) * w;
                    sum2 += Widen16(p + 32) * w;
                    sum3 += Widen16(p + 48) * w;
                }
                Vector512<ushort> low = Vector512.Narrow(Clip(sum0).AsUInt32(), Clip(sum1).AsUInt32());
                Vector512<ushort> high = Vector512.Narrow(Clip(sum2).AsUInt32(), Clip(sum3).AsUInt32());
                Vector512.Narrow(low, high).Store(result + i);
            }
        }
        if (Avx2.IsSupported)
        {
            for (; i + 32 <= rowBytes; i += 32)
            {
                Vector256<int> sum0 = Vector256.Create(Half), sum1 = sum0, sum2 = sum0, sum3 = sum0;
                byte* p = first + i;
                for (int k = 0; k < count; k++, p += stride)
                {
                    Vector256<int> w = Vector256.Create(weight[k]);
                    sum0 += Widen8(p) * w;
                    sum1 += Widen8(p + 8) * w;
                    sum2 += Widen8(p + 16) * w;
                    sum3 += Widen8(p + 24) * w;
                }
                Vector256<ushort> low = Vector256.Narrow(Clip(sum0).AsUInt32(), Clip(sum1).AsUInt32());
                Vector256<ushort> high = Vector256.Narrow(Clip(sum2).AsUInt32(), Clip(sum3).AsUInt32());
                Vector256.Narrow(low, high).Store(result + i);
            }
        }
        if (Vector128.IsHardwareAccelerated)
        {
            for (; i + 16 <= rowBytes; i += 16)
            {
                Vector128<int> sum0 = Vector128.Create(Half), sum1 = sum0, sum2 = sum0, sum3 = sum0;
                byte* p = first + i;
                for (int k = 0; k < count; k++, p += stride)
                {
                    Vector128<int> w = Vector128.Create(weight[k]);
                    sum0 += Widen4(p) * w;
                    sum1 += Widen4(p + 4) * w;
                    sum2 += Widen4(p + 8) * w;
                    sum3 += Widen4(p + 12) * w;
                }
                Vector128<ushort> low = Vector128.Narrow(Clip(sum0).AsUInt32(), Clip(sum1).AsUInt32());
                Vector128<ushort> high = Vector128.Narrow(Clip(sum2).AsUInt32(), Clip(sum3).AsUInt32());
                Vector128.Narrow(low, high).Store(result + i);
            }
        }
        for (; i < rowBytes; i++)
        {
            int sum = Half;
            byte* p = first + i;
            for (int k = 0; k < count; k++, p += stride)
                sum += *p * weight[k];
            result[i] = Clip(sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static byte Clip(int sum) => (byte)Math.Clamp(sum >> ResampleWeights.PrecisionBits, 0, 255);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<int> Clip(Vector128<int> sum) =>
        Vector128.Min(Vector128.Max(sum >> ResampleWeights.PrecisionBits, Vector128<int>.Zero), Vector128.Create(255));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> Clip(Vector256<int> sum) =>
        Vector256.Min(Vector256.Max(sum >> ResampleWeights.PrecisionBits, Vector256<int>.Zero), Vector256.Create(255));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<int> Clip(Vector512<int> sum) =>
        Vector512.Min(Vector512.Max(sum >> ResampleWeights.PrecisionBits, Vector512<int>.Zero), Vector512.Create(255));

    /// <summary>Four bytes, each in a lane of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Vector128<int> Widen4(byte* p)
    {
        if (Sse41.IsSupported)
            return Sse41.ConvertToVector128Int32(p);
        Vector128<byte> bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(p)).AsByte();
        return Vector128.WidenLower(Vector128.WidenLower(bytes)).AsInt32();
    }

    /// <summary>Eight bytes, each in a lane of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Vector256<int> Widen8(byte* p) => Avx2.ConvertToVector256Int32(p);

    /// <summary>Sixteen bytes, each in a lane of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Vector512<int> Widen16(byte* p) => Avx512F.ConvertToVector512Int32(Vector128.Load(p)).AsInt32();
}
