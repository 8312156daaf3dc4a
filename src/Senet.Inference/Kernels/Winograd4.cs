using System.Runtime.CompilerServices;
using Senet.Inference.Simd;

namespace Senet.Inference.Kernels;

/// <summary>
/// F(4x4, 3x3): 4x4 outputs from 6x6 inputs with 36 products in place of 144 (Winograd; Lavin and Gray, arXiv:1509.09308). Points
/// 0, ±a, ±b and infinity with a = 1/√2 and b = √2, which cost as much as ±1, ±2 and round with half the error. Each
/// transform is two passes of one dimension. All 36 intermediate vectors are more than there are registers: the first pass makes
/// half of their rows, the second uses them up, and the inputs are read again for the other half. A vector is the 16 slots of one
/// pixel, or a part of them.
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
    public static void TransformInput(float* source, nint pitch, float* target, nint stride, float* gate)
    {
        if (TSimd.Registers < 32)
        {
            TransformInputInPlace(source, pitch, target, stride, gate);
            return;
        }
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            float* d = source + lane;
            float* v = target + lane;
            TVec factor = gate == null ? TSimd.Create(1) : TSimd.Load(gate + lane);
            LowRows(d, pitch, factor, out TVec a0, out TVec b0, out TVec c0);
            LowRows(d + 16, pitch, factor, out TVec a1, out TVec b1, out TVec c1);
            LowRows(d + 32, pitch, factor, out TVec a2, out TVec b2, out TVec c2);
            LowRows(d + 48, pitch, factor, out TVec a3, out TVec b3, out TVec c3);
            LowRows(d + 64, pitch, factor, out TVec a4, out TVec b4, out TVec c4);
            LowRows(d + 80, pitch, factor, out TVec a5, out TVec b5, out TVec c5);
            Columns(a0, a1, a2, a3, a4, a5, v, stride);
            Columns(b0, b1, b2, b3, b4, b5, v + 6 * stride, stride);
            Columns(c0, c1, c2, c3, c4, c5, v + 12 * stride, stride);
            HighRows(d, pitch, factor, out a0, out b0, out c0);
            HighRows(d + 16, pitch, factor, out a1, out b1, out c1);
            HighRows(d + 32, pitch, factor, out a2, out b2, out c2);
            HighRows(d + 48, pitch, factor, out a3, out b3, out c3);
            HighRows(d + 64, pitch, factor, out a4, out b4, out c4);
            HighRows(d + 80, pitch, factor, out a5, out b5, out c5);
            Columns(a0, a1, a2, a3, a4, a5, v + 18 * stride, stride);
            Columns(b0, b1, b2, b3, b4, b5, v + 24 * stride, stride);
            Columns(c0, c1, c2, c3, c4, c5, v + 30 * stride, stride);
        }
    }

    // With few registers: the first pass leaves all rows where the results go, and the second takes them from there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void TransformInputInPlace(float* source, nint pitch, float* target, nint stride, float* gate)
    {
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            float* v = target + lane;
            for (int column = 0; column < 6; column++, v += stride)
            {
                float* d = source + 16 * column + lane;
                TVec d0 = TSimd.Load(d);
                TVec d1 = TSimd.Load(d + pitch);
                TVec d2 = TSimd.Load(d + 2 * pitch);
                TVec d3 = TSimd.Load(d + 3 * pitch);
                TVec d4 = TSimd.Load(d + 4 * pitch);
                TVec d5 = TSimd.Load(d + 5 * pitch);
                if (gate != null)
                {
                    TVec factor = TSimd.Load(gate + lane);
                    d0 = TSimd.Multiply(d0, factor);
                    d1 = TSimd.Multiply(d1, factor);
                    d2 = TSimd.Multiply(d2, factor);
                    d3 = TSimd.Multiply(d3, factor);
                    d4 = TSimd.Multiply(d4, factor);
                    d5 = TSimd.Multiply(d5, factor);
                }
                Columns(d0, d1, d2, d3, d4, d5, v, 6 * stride);
            }
            v = target + lane;
            for (int row = 0; row < 6; row++, v += 6 * stride)
                Columns(TSimd.Load(v), TSimd.Load(v + stride), TSimd.Load(v + 2 * stride), TSimd.Load(v + 3 * stride), TSimd.Load(v + 4 * stride), TSimd.Load(v + 5 * stride), v, stride);
        }
    }

    // Rows 0, 1 and 2 of one column: d0 - 2.5 d2 + d4, and (d4 - b² d2) ± a (d3 - b² d1).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void LowRows(float* d, nint pitch, TVec factor, out TVec t0, out TVec t1, out TVec t2)
    {
        TVec d2 = TSimd.Load(d + 2 * pitch);
        TVec d4 = TSimd.Load(d + 4 * pitch);
        TVec b2 = TSimd.Create(B2);
        t0 = TSimd.Multiply(factor, TSimd.MultiplySubtract(TSimd.Create(Sum2), d2, TSimd.Add(TSimd.Load(d), d4)));
        TVec even = TSimd.Multiply(factor, TSimd.MultiplySubtract(b2, d2, d4));
        TVec odd = TSimd.Multiply(TSimd.Multiply(factor, TSimd.Create(A)), TSimd.MultiplySubtract(b2, TSimd.Load(d + pitch), TSimd.Load(d + 3 * pitch)));
        t1 = TSimd.Add(even, odd);
        t2 = TSimd.Subtract(even, odd);
    }

    // Rows 3, 4 and 5: (d4 - a² d2) ± b (d3 - a² d1), and d1 - 2.5 d3 + d5.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void HighRows(float* d, nint pitch, TVec factor, out TVec t3, out TVec t4, out TVec t5)
    {
        TVec d1 = TSimd.Load(d + pitch);
        TVec d3 = TSimd.Load(d + 3 * pitch);
        TVec a2 = TSimd.Create(A2);
        TVec even = TSimd.Multiply(factor, TSimd.MultiplySubtract(a2, TSimd.Load(d + 2 * pitch), TSimd.Load(d + 4 * pitch)));
        TVec odd = TSimd.Multiply(TSimd.Multiply(factor, TSimd.Create(B)), TSimd.MultiplySubtract(a2, d1, d3));
        t3 = TSimd.Add(even, odd);
        t4 = TSimd.Subtract(even, odd);
        t5 = TSimd.Multiply(factor, TSimd.MultiplySubtract(TSimd.Create(Sum2), d3, TSimd.Add(d1, TSimd.Load(d + 5 * pitch))));
    }

    // The same across a row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Columns(TVec d0, TVec d1, TVec d2, TVec d3, TVec d4, TVec d5, float* target, nint stride)
    {
        TVec sum2 = TSimd.Create(Sum2);
        TVec b2 = TSimd.Create(B2);
        TVec a2 = TSimd.Create(A2);
        TSimd.Store(target, TSimd.MultiplySubtract(sum2, d2, TSimd.Add(d0, d4)));
        TVec even = TSimd.MultiplySubtract(b2, d2, d4);
        TVec odd = TSimd.Multiply(TSimd.Create(A), TSimd.MultiplySubtract(b2, d1, d3));
        TSimd.Store(target + stride, TSimd.Add(even, odd));
        TSimd.Store(target + 2 * stride, TSimd.Subtract(even, odd));
        even = TSimd.MultiplySubtract(a2, d2, d4);
        odd = TSimd.Multiply(TSimd.Create(B), TSimd.MultiplySubtract(a2, d1, d3));
        TSimd.Store(target + 3 * stride, TSimd.Add(even, odd));
        TSimd.Store(target + 4 * stride, TSimd.Subtract(even, odd));
        TSimd.Store(target + 5 * stride, TSimd.MultiplySubtract(sum2, d3, TSimd.Add(d1, d5)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void TransformOutput(float* source, nint stride, PixelFinish* finish)
    {
        nint down = 6 * stride;
        if (TSimd.Registers < 32)
        {
            TransformOutputInPlace(source, stride, finish);
            return;
        }
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            float* m = source + lane;
            var end = new PixelEnd<TSimd, TVec>(finish, lane);
            EvenRows(m, down, out TVec a0, out TVec b0);
            EvenRows(m + stride, down, out TVec a1, out TVec b1);
            EvenRows(m + 2 * stride, down, out TVec a2, out TVec b2);
            EvenRows(m + 3 * stride, down, out TVec a3, out TVec b3);
            EvenRows(m + 4 * stride, down, out TVec a4, out TVec b4);
            EvenRows(m + 5 * stride, down, out TVec a5, out TVec b5);
            Row(a0, a1, a2, a3, a4, a5, 0, finish, ref end);
            Row(b0, b1, b2, b3, b4, b5, 2, finish, ref end);
            OddRows(m, down, out a0, out b0);
            OddRows(m + stride, down, out a1, out b1);
            OddRows(m + 2 * stride, down, out a2, out b2);
            OddRows(m + 3 * stride, down, out a3, out b3);
            OddRows(m + 4 * stride, down, out a4, out b4);
            OddRows(m + 5 * stride, down, out a5, out b5);
            Row(a0, a1, a2, a3, a4, a5, 1, finish, ref end);
            Row(b0, b1, b2, b3, b4, b5, 3, finish, ref end);
            end.AddSums(finish, lane);
        }
    }

    // With few registers: the first pass leaves its rows in the place of the products.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void TransformOutputInPlace(float* source, nint stride, PixelFinish* finish)
    {
        nint down = 6 * stride;
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            float* m = source + lane;
            for (int column = 0; column < 6; column++, m += stride)
            {
                TVec m1 = TSimd.Load(m + down);
                TVec m2 = TSimd.Load(m + 2 * down);
                TVec m3 = TSimd.Load(m + 3 * down);
                TVec m4 = TSimd.Load(m + 4 * down);
                TVec evenA = TSimd.Add(m1, m2);
                TVec oddA = TSimd.Subtract(m1, m2);
                TVec evenB = TSimd.Add(m3, m4);
                TVec oddB = TSimd.Subtract(m3, m4);
                TSimd.Store(m, TSimd.Add(TSimd.Load(m), TSimd.Add(evenA, evenB)));
                TSimd.Store(m + down, TSimd.MultiplyAdd(TSimd.Create(A), oddA, TSimd.Multiply(TSimd.Create(B), oddB)));
                TSimd.Store(m + 2 * down, TSimd.MultiplyAdd(TSimd.Create(A2), evenA, TSimd.Multiply(TSimd.Create(B2), evenB)));
                TSimd.Store(m + 3 * down, TSimd.MultiplyAdd(TSimd.Create(A3), oddA, TSimd.MultiplyAdd(TSimd.Create(B3), oddB, TSimd.Load(m + 5 * down))));
            }
            var end = new PixelEnd<TSimd, TVec>(finish, lane);
            m = source + lane;
            for (int row = 0; row < finish->Rows; row++, m += down)
                Row(TSimd.Load(m), TSimd.Load(m + stride), TSimd.Load(m + 2 * stride), TSimd.Load(m + 3 * stride), TSimd.Load(m + 4 * stride), TSimd.Load(m + 5 * stride), row, finish, ref end);
            end.AddSums(finish, lane);
        }
    }

    // Rows 0 and 2 of one column: m0 + (m1 + m2) + (m3 + m4), a² (m1 + m2) + b² (m3 + m4).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void EvenRows(float* m, nint down, out TVec y0, out TVec y2)
    {
        TVec first = TSimd.Add(TSimd.Load(m + down), TSimd.Load(m + 2 * down));
        TVec second = TSimd.Add(TSimd.Load(m + 3 * down), TSimd.Load(m + 4 * down));
        y0 = TSimd.Add(TSimd.Load(m), TSimd.Add(first, second));
        y2 = TSimd.MultiplyAdd(TSimd.Create(A2), first, TSimd.Multiply(TSimd.Create(B2), second));
    }

    // Rows 1 and 3: a (m1 - m2) + b (m3 - m4), a³ (m1 - m2) + b³ (m3 - m4) + m5.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void OddRows(float* m, nint down, out TVec y1, out TVec y3)
    {
        TVec first = TSimd.Subtract(TSimd.Load(m + down), TSimd.Load(m + 2 * down));
        TVec second = TSimd.Subtract(TSimd.Load(m + 3 * down), TSimd.Load(m + 4 * down));
        y1 = TSimd.MultiplyAdd(TSimd.Create(A), first, TSimd.Multiply(TSimd.Create(B), second));
        y3 = TSimd.MultiplyAdd(TSimd.Create(A3), first, TSimd.MultiplyAdd(TSimd.Create(B3), second, TSimd.Load(m + 5 * down)));
    }

    // The same across a row, and the end of the layer for the pixels that there are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Row(TVec m0, TVec m1, TVec m2, TVec m3, TVec m4, TVec m5, int y, PixelFinish* finish, ref PixelEnd<TSimd, TVec> end)
    {
        if (y >= finish->Rows)
            return;
        TVec evenA = TSimd.Add(m1, m2);
        TVec oddA = TSimd.Subtract(m1, m2);
        TVec evenB = TSimd.Add(m3, m4);
        TVec oddB = TSimd.Subtract(m3, m4);
        end.BeginRow(finish, y);
        end.Store(0, TSimd.Add(m0, TSimd.Add(evenA, evenB)));
        if (finish->Columns > 1)
            end.Store(16, TSimd.MultiplyAdd(TSimd.Create(A), oddA, TSimd.Multiply(TSimd.Create(B), oddB)));
        if (finish->Columns > 2)
            end.Store(32, TSimd.MultiplyAdd(TSimd.Create(A2), evenA, TSimd.Multiply(TSimd.Create(B2), evenB)));
        if (finish->Columns > 3)
            end.Store(48, TSimd.MultiplyAdd(TSimd.Create(A3), oddA, TSimd.MultiplyAdd(TSimd.Create(B3), oddB, m5)));
    }
}
