using System.Runtime.CompilerServices;
using Senet.Inference.Simd;

namespace Senet.Inference.Kernels;

/// <summary>
/// F(2x2, 3x3): 2x2 outputs from 4x4 inputs with 16 products in place of 36; points 0, ±1 and infinity. Its weights take 16 values
/// for each pair of channels, less than half of F(4x4)'s, which counts where they are read from memory for a few pixels only.
/// The 16 intermediate vectors of a transform stay in registers.
/// </summary>
readonly unsafe struct Winograd2<TSimd, TVec> : IWinograd<Winograd2<TSimd, TVec>>
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    public static int Outputs => 2;

    public static ReadOnlySpan<double> Points => [0, 1, -1];

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void TransformInput(float* source, nint pitch, float* target, nint stride, float* gate)
    {
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            float* d = source + lane;
            float* v = target + lane;
            TVec factor = gate == null ? TSimd.Create(1) : TSimd.Load(gate + lane);
            Rows(d, pitch, factor, out TVec a0, out TVec b0, out TVec c0, out TVec e0);
            Rows(d + 16, pitch, factor, out TVec a1, out TVec b1, out TVec c1, out TVec e1);
            Rows(d + 32, pitch, factor, out TVec a2, out TVec b2, out TVec c2, out TVec e2);
            Rows(d + 48, pitch, factor, out TVec a3, out TVec b3, out TVec c3, out TVec e3);
            Columns(a0, a1, a2, a3, v, stride);
            Columns(b0, b1, b2, b3, v + 4 * stride, stride);
            Columns(c0, c1, c2, c3, v + 8 * stride, stride);
            Columns(e0, e1, e2, e3, v + 12 * stride, stride);
        }
    }

    // d2 - d0, d2 + d1, d2 - d1, d3 - d1 of one column.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Rows(float* d, nint pitch, TVec factor, out TVec t0, out TVec t1, out TVec t2, out TVec t3)
    {
        TVec d1 = TSimd.Multiply(factor, TSimd.Load(d + pitch));
        TVec d2 = TSimd.Multiply(factor, TSimd.Load(d + 2 * pitch));
        t0 = TSimd.Subtract(d2, TSimd.Multiply(factor, TSimd.Load(d)));
        t1 = TSimd.Add(d2, d1);
        t2 = TSimd.Subtract(d2, d1);
        t3 = TSimd.Subtract(TSimd.Multiply(factor, TSimd.Load(d + 3 * pitch)), d1);
    }

    // The same across a row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Columns(TVec d0, TVec d1, TVec d2, TVec d3, float* target, nint stride)
    {
        TSimd.Store(target, TSimd.Subtract(d2, d0));
        TSimd.Store(target + stride, TSimd.Add(d2, d1));
        TSimd.Store(target + 2 * stride, TSimd.Subtract(d2, d1));
        TSimd.Store(target + 3 * stride, TSimd.Subtract(d3, d1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void TransformOutput(float* source, nint stride, PixelFinish* finish)
    {
        nint down = 4 * stride;
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            float* m = source + lane;
            var end = new PixelEnd<TSimd, TVec>(finish, lane);
            OutputRows(m, down, out TVec a0, out TVec b0);
            OutputRows(m + stride, down, out TVec a1, out TVec b1);
            OutputRows(m + 2 * stride, down, out TVec a2, out TVec b2);
            OutputRows(m + 3 * stride, down, out TVec a3, out TVec b3);
            Row(a0, a1, a2, a3, 0, finish, ref end);
            Row(b0, b1, b2, b3, 1, finish, ref end);
            end.AddSums(finish, lane);
        }
    }

    // m0 + m1 + m2, m1 - m2 + m3 of one column.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void OutputRows(float* m, nint down, out TVec y0, out TVec y1)
    {
        TVec m1 = TSimd.Load(m + down);
        TVec m2 = TSimd.Load(m + 2 * down);
        y0 = TSimd.Add(TSimd.Load(m), TSimd.Add(m1, m2));
        y1 = TSimd.Add(TSimd.Subtract(m1, m2), TSimd.Load(m + 3 * down));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Row(TVec m0, TVec m1, TVec m2, TVec m3, int y, PixelFinish* finish, ref PixelEnd<TSimd, TVec> end)
    {
        if (y >= finish->Rows)
            return;
        end.BeginRow(finish, y);
        end.Store(0, TSimd.Add(m0, TSimd.Add(m1, m2)));
        if (finish->Columns > 1)
            end.Store(16, TSimd.Add(TSimd.Subtract(m1, m2), m3));
    }
}
