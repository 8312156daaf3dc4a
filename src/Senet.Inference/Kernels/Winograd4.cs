using System.Runtime.CompilerServices;
using Senet.Inference.Simd;

namespace Senet.Inference.Kernels;

/// <summary>
/// F(4x4, 3x3): 4x4 outputs from 6x6 inputs with 36 products in place of 144 (Winograd; Lavin and Gray, arXiv:1509.09308). Points
/// 0, ±a, ±b and infinity with a = 1/√2 and b = √2, which cost as much as ±1, ±2 and round with half the error. Each
/// transform is two passes of one dimension with a scratch of 36 vectors between them; a vector is 16 slots (or a part of them)
/// of one pixel.
/// </summary>
readonly unsafe struct Winograd4<TSimd, TVec> : IWinograd<Winograd4<TSimd, TVec>>
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    // Points a = 1/√2 and b = √2: a² = 0.5, b² = 2, a²b² = 1, a² + b² = 2.5.
    const float A = 0.70710678118654752f;
    const float B = 1.41421356237309505f;
    const float A2 = 0.5f;
    const float B2 = 2;
    const float A3 = 0.35355339059327376f;
    const float B3 = 2.82842712474619010f;
    const float Sum2 = 2.5f;

    public static int Outputs => 4;

    public static ReadOnlySpan<double> Points => [0, 0.70710678118654752440, -0.70710678118654752440, 1.41421356237309504880, -1.41421356237309504880];

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void TransformInput(float* source, nint pitch, float* target, nint stride, float* scratch, float* gate)
    {
        TVec a = TSimd.Create(A);
        TVec b = TSimd.Create(B);
        TVec a2 = TSimd.Create(A2);
        TVec b2 = TSimd.Create(B2);
        TVec sum2 = TSimd.Create(Sum2);
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            for (int x = 0; x < 6; x++)
            {
                float* column = source + lane + 16 * x;
                Rows(TSimd.Load(column), TSimd.Load(column + pitch), TSimd.Load(column + 2 * pitch), TSimd.Load(column + 3 * pitch), TSimd.Load(column + 4 * pitch), TSimd.Load(column + 5 * pitch),
                    a, b, a2, b2, sum2, scratch + 16 * x, 6 * 16);
            }
            float* result = target + lane;
            for (int y = 0; y < 6; y++)
            {
                float* row = scratch + 6 * 16 * y;
                Rows(TSimd.Load(row), TSimd.Load(row + 16), TSimd.Load(row + 32), TSimd.Load(row + 48), TSimd.Load(row + 64), TSimd.Load(row + 80),
                    a, b, a2, b2, sum2, result, stride);
                if (gate != null)
                {
                    TVec factor = TSimd.Load(gate + lane);
                    for (int i = 0; i < 6; i++)
                        TSimd.Store(result + i * stride, TSimd.Multiply(factor, TSimd.Load(result + i * stride)));
                }
                result += 6 * stride;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Rows(TVec d0, TVec d1, TVec d2, TVec d3, TVec d4, TVec d5, TVec a, TVec b, TVec a2, TVec b2, TVec sum2, float* target, nint stride)
    {
        TSimd.Store(target, TSimd.MultiplySubtract(sum2, d2, TSimd.Add(d0, d4)));
        TVec even = TSimd.MultiplySubtract(b2, d2, d4);
        TVec odd = TSimd.Multiply(a, TSimd.MultiplySubtract(b2, d1, d3));
        TSimd.Store(target + stride, TSimd.Add(even, odd));
        TSimd.Store(target + 2 * stride, TSimd.Subtract(even, odd));
        even = TSimd.MultiplySubtract(a2, d2, d4);
        odd = TSimd.Multiply(b, TSimd.MultiplySubtract(a2, d1, d3));
        TSimd.Store(target + 3 * stride, TSimd.Add(even, odd));
        TSimd.Store(target + 4 * stride, TSimd.Subtract(even, odd));
        TSimd.Store(target + 5 * stride, TSimd.MultiplySubtract(sum2, d3, TSimd.Add(d1, d5)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void TransformOutput(float* source, nint stride, float* target, float* scratch)
    {
        TVec a = TSimd.Create(A);
        TVec b = TSimd.Create(B);
        TVec a2 = TSimd.Create(A2);
        TVec b2 = TSimd.Create(B2);
        TVec a3 = TSimd.Create(A3);
        TVec b3 = TSimd.Create(B3);
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            for (int x = 0; x < 6; x++)
            {
                float* column = source + lane + x * stride;
                Columns(TSimd.Load(column), TSimd.Load(column + 6 * stride), TSimd.Load(column + 12 * stride), TSimd.Load(column + 18 * stride), TSimd.Load(column + 24 * stride), TSimd.Load(column + 30 * stride),
                    a, b, a2, b2, a3, b3, scratch + 16 * x, 6 * 16);
            }
            for (int y = 0; y < 4; y++)
            {
                float* row = scratch + 6 * 16 * y;
                Columns(TSimd.Load(row), TSimd.Load(row + 16), TSimd.Load(row + 32), TSimd.Load(row + 48), TSimd.Load(row + 64), TSimd.Load(row + 80),
                    a, b, a2, b2, a3, b3, target + 4 * 16 * y + lane, 16);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Columns(TVec m0, TVec m1, TVec m2, TVec m3, TVec m4, TVec m5, TVec a, TVec b, TVec a2, TVec b2, TVec a3, TVec b3, float* target, nint stride)
    {
        TVec evenA = TSimd.Add(m1, m2);
        TVec oddA = TSimd.Subtract(m1, m2);
        TVec evenB = TSimd.Add(m3, m4);
        TVec oddB = TSimd.Subtract(m3, m4);
        TSimd.Store(target, TSimd.Add(m0, TSimd.Add(evenA, evenB)));
        TSimd.Store(target + stride, TSimd.MultiplyAdd(a, oddA, TSimd.Multiply(b, oddB)));
        TSimd.Store(target + 2 * stride, TSimd.MultiplyAdd(a2, evenA, TSimd.Multiply(b2, evenB)));
        TSimd.Store(target + 3 * stride, TSimd.MultiplyAdd(a3, oddA, TSimd.MultiplyAdd(b3, oddB, m5)));
    }
}
