using System.Runtime.CompilerServices;
using Senet.Inference.Simd;

namespace Senet.Inference.Kernels;

/// <summary>The end of a layer for values that are in registers: what <see cref="PixelFinish"/> says, without a scale.</summary>
unsafe ref struct PixelEnd<TSimd, TVec>
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    readonly TVec _bias;
    readonly TVec _gate;
    readonly TVec _low;
    readonly float* _targets;
    readonly float* _residuals;
    TVec _sum;
    float* _target;
    float* _residual;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PixelEnd(PixelFinish* finish, int lane)
    {
        _bias = TSimd.Load(finish->Bias + lane);
        _gate = finish->Gate == null ? TSimd.Create(1) : TSimd.Load(finish->Gate + lane);
        _low = TSimd.Create(finish->Low);
        _sum = TSimd.Zero;
        _targets = finish->Target + lane;
        _residuals = finish->Residual == null ? null : finish->Residual + lane;
        _target = null;
        _residual = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BeginRow(PixelFinish* finish, int row)
    {
        _target = _targets + row * finish->TargetRow;
        _residual = _residuals == null ? null : _residuals + row * finish->ResidualRow;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint pixel, TVec value)
    {
        value = TSimd.Multiply(TSimd.Add(value, _bias), _gate);
        if (_residual != null)
            value = TSimd.Add(value, TSimd.Load(_residual + pixel));
        value = TSimd.AtLeast(_low, value);
        TSimd.Store(_target + pixel, value);
        _sum = TSimd.Add(_sum, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void AddSums(PixelFinish* finish, int lane)
    {
        if (finish->Sums != null)
            TSimd.Store(finish->Sums + lane, TSimd.Add(TSimd.Load(finish->Sums + lane), _sum));
    }
}
