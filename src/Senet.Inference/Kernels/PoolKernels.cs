using System.Runtime.CompilerServices;
using Senet.Inference.Simd;

namespace Senet.Inference.Kernels;

/// <summary>One window of a pooling for 16 slots.</summary>
static unsafe class PoolKernels
{
    /// <summary>The largest of a window; NaN where one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Maximum<TSimd, TVec>(float* window, nint pitch, int rows, int columns, float* target)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
    {
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            float* row = window + lane;
            TVec value = TSimd.Load(row);
            for (int y = 0; y < rows; y++, row += pitch)
            {
                for (int x = 0; x < columns; x++)
                    value = TSimd.Max(value, TSimd.Load(row + 16 * x));
            }
            TSimd.Store(target + lane, value);
        }
    }

    /// <summary>The sum of a window divided by <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mean<TSimd, TVec>(float* window, nint pitch, int rows, int columns, int count, float* target)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
    {
        TVec divisor = TSimd.Create(count);
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            float* row = window + lane;
            TVec sum = TSimd.Zero;
            for (int y = 0; y < rows; y++, row += pitch)
            {
                for (int x = 0; x < columns; x++)
                    sum = TSimd.Add(sum, TSimd.Load(row + 16 * x));
            }
            TSimd.Store(target + lane, TSimd.Divide(sum, divisor));
        }
    }

    /// <summary>Sum of a rectangle of pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum<TSimd, TVec>(float* first, nint pitch, int rows, int columns, float* target)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
    {
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            float* row = first + lane;
            TVec sum = TSimd.Zero;
            for (int y = 0; y < rows; y++, row += pitch)
            {
                // One sum for each row: its error does not grow with the plane.
                TVec partial = TSimd.Zero;
                for (int x = 0; x < columns; x++)
                    partial = TSimd.Add(partial, TSimd.Load(row + 16 * x));
                sum = TSimd.Add(sum, partial);
            }
            TSimd.Store(target + lane, sum);
        }
    }
}
