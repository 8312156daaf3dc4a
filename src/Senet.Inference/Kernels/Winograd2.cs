using System.Runtime.CompilerServices;
using Senet.Inference.Simd;

namespace Senet.Inference.Kernels;

/// <summary>
/// F(2x2, 3x3): 2x2 outputs from 4x4 inputs with 16 products in place of 36; points 0, ±1 and infinity. Its weights take 16 values
/// for each pair of channels, less than half of F(4x4)'s, which counts where they are read from memory for a few pixels only.
/// </summary>
readonly unsafe struct Winograd2<TSimd, TVec> : IWinograd<Winograd2<TSimd, TVec>>
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    public static int Outputs => 2;

    public static ReadOnlySpan<double> Points => [0, 1, -1];

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void TransformInput(float* source, nint pitch, float* target, nint stride, float* scratch, float* gate)
    {
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            for (int x = 0; x < 4; x++)
            {
                float* column = source + lane + 16 * x;
                Rows(TSimd.Load(column), TSimd.Load(column + pitch), TSimd.Load(column + 2 * pitch), TSimd.Load(column + 3 * pitch), scratch + 16 * x, 4 * 16);
            }
            float* result = target + lane;
            for (int y = 0; y < 4; y++)
            {
                float* row = scratch + 4 * 16 * y;
                Rows(TSimd.Load(row), TSimd.Load(row + 16), TSimd.Load(row + 32), TSimd.Load(row + 48), result, stride);
                if (gate != null)
                {
                    TVec factor = TSimd.Load(gate + lane);
                    for (int i = 0; i < 4; i++)
                        TSimd.Store(result + i * stride, TSimd.Multiply(factor, TSimd.Load(result + i * stride)));
                }
                result += 4 * stride;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Rows(TVec d0, TVec d1, TVec d2, TVec d3, float* target, nint stride)
    {
        TSimd.Store(target, TSimd.Subtract(d2, d0));
        TSimd.Store(target + stride, TSimd.Add(d2, d1));
        TSimd.Store(target + 2 * stride, TSimd.Subtract(d2, d1));
        TSimd.Store(target + 3 * stride, TSimd.Subtract(d3, d1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void TransformOutput(float* source, nint stride, float* target, float* scratch)
    {
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            for (int x = 0; x < 4; x++)
            {
                float* column = source + lane + x * stride;
                Columns(TSimd.Load(column), TSimd.Load(column + 4 * stride), TSimd.Load(column + 8 * stride), TSimd.Load(column + 12 * stride), scratch + 16 * x, 4 * 16);
            }
            for (int y = 0; y < 2; y++)
            {
                float* row = scratch + 4 * 16 * y;
                Columns(TSimd.Load(row), TSimd.Load(row + 16), TSimd.Load(row + 32), TSimd.Load(row + 48), target + 2 * 16 * y + lane, 16);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Columns(TVec m0, TVec m1, TVec m2, TVec m3, float* target, nint stride)
    {
        TSimd.Store(target, TSimd.Add(m0, TSimd.Add(m1, m2)));
        TSimd.Store(target + stride, TSimd.Add(TSimd.Subtract(m1, m2), m3));
    }
}
