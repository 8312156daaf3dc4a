using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Senet.Data;

// The two passes. All arithmetic is on 32 bit integers, so the vector forms give the bits of the scalar ones in any order.
public static partial class Resampler
{
    const int Half = 1 << (ResampleWeights.PrecisionBits - 1);

    /// <summary>Resamples <paramref name="rows"/> rows along x.</summary>
    static unsafe void HorizontalPass(ReadOnlySpan<byte> source, int sourceStride, int rows, int channels, ResampleWeights columns,
        Span<byte> destination, int destinationStride)
    {
        int width = columns.Start.Length;
        Debug.Assert((long)(rows - 1) * destinationStride + width * channels <= destination.Length);
        Debug.Assert((long)(rows - 1) * sourceStride + columns.End * channels <= source.Length);
        fixed (byte* from = source, to = destination)
        fixed (int* weights = columns.Values)
        {
            int y = 0;
            if (channels == 3 && Vector128.IsHardwareAccelerated)
            {
                // Two rows a step. A load takes the 3 bytes of a pixel and 1 of its right neighbour: in bounds while the second
                // row is not the last one, because that byte then lies at the latest in the row below.
                for (; (long)(y + 1) * sourceStride + columns.End * 3 < source.Length && y + 1 < rows; y += 2)
                {
                    byte* row = from + (long)y * sourceStride;
                    HorizontalTwoRowsRgb(row, row + sourceStride, columns, weights, to + (long)y * destinationStride, destinationStride);
                }
            }
            for (; y < rows; y++)
            {
                byte* row = from + (long)y * sourceStride;
                byte* result = to + (long)y * destinationStride;
                for (int x = 0; x < width; x++)
                {
                    int* weight = weights + (long)x * columns.Stride;
                    int count = columns.Count[x];
                    byte* first = row + columns.Start[x] * channels;
                    for (int c = 0; c < channels; c++)
                    {
                        int sum = Half;
                        for (int k = 0; k < count; k++)
                            sum += first[k * channels + c] * weight[k];
                        *result++ = Clip(sum);
                    }
                }
            }
        }
    }

    /// <summary>Lanes 0..2 hold the red, green and blue sums of one pixel; lane 3 is the neighbour's red and is not stored.</summary>
    static unsafe void HorizontalTwoRowsRgb(byte* upper, byte* lower, ResampleWeights columns, int* weights, byte* result, int resultStride)
    {
        int[] starts = columns.Start, counts = columns.Count;
        for (int x = 0; x < starts.Length; x++)
        {
            int offset = starts[x] * 3;
            int count = counts[x];
            int* weight = weights + (long)x * columns.Stride;
            byte* a = upper + offset, b = lower + offset;
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

    /// <summary>Resamples along y. Row 0 of <paramref name="source"/> is row <paramref name="firstRow"/> of what the weights count.</summary>
    static unsafe void VerticalPass(ReadOnlySpan<byte> source, int sourceStride, int firstRow, int rowBytes, ResampleWeights rows,
        Span<byte> destination, int destinationStride)
    {
        int height = rows.Start.Length;
        Debug.Assert((long)(height - 1) * destinationStride + rowBytes <= destination.Length);
        Debug.Assert((long)(rows.End - firstRow - 1) * sourceStride + rowBytes <= source.Length);
        fixed (byte* from = source, to = destination)
        fixed (int* weights = rows.Values)
        {
            for (int y = 0; y < height; y++)
            {
                byte* first = from + (long)(rows.Start[y] - firstRow) * sourceStride;
                VerticalRow(first, sourceStride, rowBytes, weights + (long)y * rows.Stride, rows.Count[y], to + (long)y * destinationStride);
            }
        }
    }

    static unsafe void VerticalRow(byte* first, int stride, int rowBytes, int* weight, int count, byte* result)
    {
        int i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            // One lane per byte of the row; every load and store ends at or before rowBytes, the rest is left to the loop below.
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
    static unsafe Vector256<int> Widen8(byte* p)
    {
        if (Avx2.IsSupported)
            return Avx2.ConvertToVector256Int32(p);
        Vector128<ushort> words = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(p)).AsByte());
        return Vector256.Create(Vector128.WidenLower(words), Vector128.WidenUpper(words)).AsInt32();
    }
}
