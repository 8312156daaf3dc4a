using System.Runtime.CompilerServices;
using Senet.Inference.Simd;

namespace Senet.Inference.Kernels;

/// <summary>The sums of inputs that Strassen's method multiplies.</summary>
static unsafe class StrassenKernels
{
    /// <summary>S1 = A21 + A22, S2 = S1 - A11, S3 = A11 - A21, S4 = A12 - S2, element by element.</summary>
    /// <param name="a11">First tile, first half of the inputs.</param>
    /// <param name="a12">First tile, second half.</param>
    /// <param name="a21">Second tile, first half.</param>
    /// <param name="a22">Second tile, second half.</param>
    /// <param name="s">Where S1 goes.</param>
    /// <param name="stride">Floats from S1 to S2, from S2 to S3 and from S3 to S4.</param>
    /// <param name="count">Floats of each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddInputs<TSimd, TVec>(float* a11, float* a12, float* a21, float* a22, float* s, long stride, int count)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
    {
        float* s2 = s + stride;
        float* s3 = s2 + stride;
        float* s4 = s3 + stride;
        for (nint i = 0; i < count; i += TSimd.Lanes)
        {
            TVec first = TSimd.Load(a11 + i);
            TVec third = TSimd.Load(a21 + i);
            TVec sum = TSimd.Add(third, TSimd.Load(a22 + i));
            TVec second = TSimd.Subtract(sum, first);
            TSimd.Store(s + i, sum);
            TSimd.Store(s2 + i, second);
            TSimd.Store(s3 + i, TSimd.Subtract(first, third));
            TSimd.Store(s4 + i, TSimd.Subtract(TSimd.Load(a12 + i), second));
        }
    }
}
