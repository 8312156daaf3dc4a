using Senet.Graph;
using Senet.Inference.Simd;

namespace Senet.Inference.Kernels;

/// <summary>The gates' non-linearity.</summary>
static unsafe class GateKernels
{
    /// <summary>Overwrites logits by gates.</summary>
    /// <param name="values">A multiple of 16.</param>
    /// <param name="count">How many.</param>
    /// <param name="kind">Which.</param>
    /// <param name="factor">What the gates are multiplied by.</param>
    public static void Apply<TSimd, TVec>(float* values, int count, ExcitationGate kind, float factor)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
    {
        TVec constant = TSimd.Create(factor);
        for (int i = 0; i < count; i += TSimd.Lanes)
            TSimd.Store(values + i, TSimd.Multiply(constant, Gate<TSimd, TVec>(TSimd.Load(values + i), kind)));
    }

    static TVec Gate<TSimd, TVec>(TVec x, ExcitationGate kind)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
    {
        TVec one = TSimd.Create(1);
        switch (kind)
        {
            case ExcitationGate.Sigmoid:
                return TSimd.Divide(one, TSimd.Add(one, TSimd.Exp(TSimd.Subtract(TSimd.Zero, x))));
            case ExcitationGate.Tanh:
                // 1 - 2 / (e^2x + 1): no overflow on either side.
                return TSimd.Subtract(one, TSimd.Divide(TSimd.Create(2), TSimd.Add(TSimd.Exp(TSimd.Add(x, x)), one)));
            default:
                return TSimd.AtLeast(TSimd.Zero, x);
        }
    }
}
