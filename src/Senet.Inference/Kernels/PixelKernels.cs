using System.Runtime.CompilerServices;
using Senet.Inference.Simd;

namespace Senet.Inference.Kernels;

/// <summary>Element-by-element work on blocks of 16 slots. A vector is the slots of one pixel, or a part of them.</summary>
static unsafe class PixelKernels
{
    /// <summary>Applies scale, bias, gate, residual and ReLU to a rectangle of pixels and stores it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Finish<TSimd, TVec>(PixelFinish* finish)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
    {
        TVec low = TSimd.Create(finish->Low);
        TVec one = TSimd.Create(1);
        nint columns = finish->Columns * 16;
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            TVec scale = finish->Scale == null ? one : TSimd.Load(finish->Scale + lane);
            TVec bias = finish->Bias == null ? TSimd.Zero : TSimd.Load(finish->Bias + lane);
            TVec gate = finish->Gate == null ? one : TSimd.Load(finish->Gate + lane);
            TVec sum = TSimd.Zero;
            float* source = finish->Source + lane;
            float* target = finish->Target + lane;
            float* residual = finish->Residual;
            if (residual != null)
                residual += lane;
            bool scaled = finish->Scale != null;
            for (int row = finish->Rows; row > 0; row--)
            {
                if (residual != null)
                {
                    for (nint x = 0; x < columns; x += 16)
                    {
                        TVec value = TSimd.Load(source + x);
                        value = scaled ? TSimd.MultiplyAdd(value, scale, bias) : TSimd.Add(value, bias);
                        value = TSimd.AtLeast(low, TSimd.MultiplyAdd(value, gate, TSimd.Load(residual + x)));
                        TSimd.Store(target + x, value);
                        sum = TSimd.Add(sum, value);
                    }
                    residual += finish->ResidualRow;
                }
                else
                {
                    for (nint x = 0; x < columns; x += 16)
                    {
                        TVec value = TSimd.Load(source + x);
                        value = scaled ? TSimd.MultiplyAdd(value, scale, bias) : TSimd.Add(value, bias);
                        value = TSimd.AtLeast(low, TSimd.Multiply(value, gate));
                        TSimd.Store(target + x, value);
                        sum = TSimd.Add(sum, value);
                    }
                }
                source += finish->SourceRow;
                target += finish->TargetRow;
            }
            if (finish->Sums != null)
                TSimd.Store(finish->Sums + lane, TSimd.Add(TSimd.Load(finish->Sums + lane), sum));
        }
    }
}
