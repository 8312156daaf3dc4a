using System.Runtime.CompilerServices;
using Senet.Inference.Simd;

namespace Senet.Inference.Kernels;

/// <summary>Convolutions of 16 slots with themselves (depthwise) or within small groups.</summary>
static unsafe class DepthwiseKernels
{
    /// <summary>One row of output pixels, 16 slots each: the sum over taps of input * weight. Four pixels at a time, an accumulator each.</summary>
    /// <param name="input">The pixel that output pixel 0 stands for.</param>
    /// <param name="step">Floats from one output pixel's input to the next one's.</param>
    /// <param name="offsets">Where each tap lies.</param>
    /// <param name="taps">Number of taps.</param>
    /// <param name="weights">(tap, slot).</param>
    /// <param name="output">Output pixel 0; pixels follow each other.</param>
    /// <param name="count">Output pixels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Row<TSimd, TVec>(float* input, nint step, int* offsets, int taps, float* weights, float* output, int count)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
    {
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            float* source = input + lane;
            float* target = output + lane;
            int x = 0;
            for (; x + 4 <= count; x += 4)
            {
                TVec a0 = TSimd.Zero;
                TVec a1 = TSimd.Zero;
                TVec a2 = TSimd.Zero;
                TVec a3 = TSimd.Zero;
                float* w = weights + lane;
                for (int t = 0; t < taps; t++)
                {
                    float* pixel = source + offsets[t];
                    TVec weight = TSimd.Load(w);
                    w += 16;
                    a0 = TSimd.MultiplyAdd(TSimd.Load(pixel), weight, a0);
                    a1 = TSimd.MultiplyAdd(TSimd.Load(pixel + step), weight, a1);
                    a2 = TSimd.MultiplyAdd(TSimd.Load(pixel + 2 * step), weight, a2);
                    a3 = TSimd.MultiplyAdd(TSimd.Load(pixel + 3 * step), weight, a3);
                }
                TSimd.Store(target, a0);
                TSimd.Store(target + 16, a1);
                TSimd.Store(target + 32, a2);
                TSimd.Store(target + 48, a3);
                source += 4 * step;
                target += 64;
            }
            for (; x < count; x++)
            {
                TVec a = TSimd.Zero;
                float* w = weights + lane;
                for (int t = 0; t < taps; t++, w += 16)
                    a = TSimd.MultiplyAdd(TSimd.Load(source + offsets[t]), TSimd.Load(w), a);
                TSimd.Store(target, a);
                source += step;
                target += 16;
            }
        }
    }

    /// <summary>
    /// Rows of a 3x3 kernel up to the end of the layer, 16 slots a pixel: the nine weights stay in registers, seven pixels are
    /// summed at a time, and what <paramref name="finish"/> says is done before they leave the registers.
    /// </summary>
    /// <param name="source">What the first output pixel's first tap reads.</param>
    /// <param name="pitch">Floats from one input row to the next.</param>
    /// <param name="stride">Stride.</param>
    /// <param name="weights">(tap, slot).</param>
    /// <param name="finish">Rows, columns, where they go, and what follows; its scale is one of the inputs.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Rows3x3<TSimd, TVec>(float* source, nint pitch, int stride, float* weights, PixelFinish* finish)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
    {
        nint step = 16 * stride;
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            TVec scale = finish->Scale == null ? TSimd.Create(1) : TSimd.Load(finish->Scale + lane);
            float* w = weights + lane;
            TVec w0 = TSimd.Multiply(TSimd.Load(w), scale);
            TVec w1 = TSimd.Multiply(TSimd.Load(w + 16), scale);
            TVec w2 = TSimd.Multiply(TSimd.Load(w + 32), scale);
            TVec w3 = TSimd.Multiply(TSimd.Load(w + 48), scale);
            TVec w4 = TSimd.Multiply(TSimd.Load(w + 64), scale);
            TVec w5 = TSimd.Multiply(TSimd.Load(w + 80), scale);
            TVec w6 = TSimd.Multiply(TSimd.Load(w + 96), scale);
            TVec w7 = TSimd.Multiply(TSimd.Load(w + 112), scale);
            TVec w8 = TSimd.Multiply(TSimd.Load(w + 128), scale);
            var end = new PixelEnd<TSimd, TVec>(finish, lane);
            for (int y = 0; y < finish->Rows; y++)
            {
                end.BeginRow(finish, y);
                float* top = source + lane + y * stride * pitch;
                float* middle = top + pitch;
                float* bottom = middle + pitch;
                nint target = 0;
                nint last = 16 * (finish->Columns - 7);
                for (; target <= last; target += 7 * 16)
                {
                    TVec a0 = TSimd.Zero;
                    TVec a1 = TSimd.Zero;
                    TVec a2 = TSimd.Zero;
                    TVec a3 = TSimd.Zero;
                    TVec a4 = TSimd.Zero;
                    TVec a5 = TSimd.Zero;
                    TVec a6 = TSimd.Zero;
                    Tap<TSimd, TVec>(top, step, w0, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6);
                    Tap<TSimd, TVec>(top + 16, step, w1, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6);
                    Tap<TSimd, TVec>(top + 32, step, w2, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6);
                    Tap<TSimd, TVec>(middle, step, w3, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6);
                    Tap<TSimd, TVec>(middle + 16, step, w4, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6);
                    Tap<TSimd, TVec>(middle + 32, step, w5, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6);
                    Tap<TSimd, TVec>(bottom, step, w6, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6);
                    Tap<TSimd, TVec>(bottom + 16, step, w7, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6);
                    Tap<TSimd, TVec>(bottom + 32, step, w8, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6);
                    end.Store(target, a0);
                    end.Store(target + 16, a1);
                    end.Store(target + 32, a2);
                    end.Store(target + 48, a3);
                    end.Store(target + 64, a4);
                    end.Store(target + 80, a5);
                    end.Store(target + 96, a6);
                    top += 7 * step;
                    middle += 7 * step;
                    bottom += 7 * step;
                }
                for (; target < 16 * finish->Columns; target += 16)
                {
                    TVec a = TSimd.Multiply(TSimd.Load(top), w0);
                    TVec b = TSimd.Multiply(TSimd.Load(middle), w3);
                    TVec c = TSimd.Multiply(TSimd.Load(bottom), w6);
                    a = TSimd.MultiplyAdd(TSimd.Load(top + 16), w1, a);
                    b = TSimd.MultiplyAdd(TSimd.Load(middle + 16), w4, b);
                    c = TSimd.MultiplyAdd(TSimd.Load(bottom + 16), w7, c);
                    a = TSimd.MultiplyAdd(TSimd.Load(top + 32), w2, a);
                    b = TSimd.MultiplyAdd(TSimd.Load(middle + 32), w5, b);
                    c = TSimd.MultiplyAdd(TSimd.Load(bottom + 32), w8, c);
                    end.Store(target, TSimd.Add(TSimd.Add(a, b), c));
                    top += step;
                    middle += step;
                    bottom += step;
                }
            }
            end.AddSums(finish, lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Tap<TSimd, TVec>(float* pixel, nint step, TVec weight, ref TVec a0, ref TVec a1, ref TVec a2, ref TVec a3, ref TVec a4, ref TVec a5, ref TVec a6)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
    {
        a0 = TSimd.MultiplyAdd(TSimd.Load(pixel), weight, a0);
        a1 = TSimd.MultiplyAdd(TSimd.Load(pixel + step), weight, a1);
        a2 = TSimd.MultiplyAdd(TSimd.Load(pixel + 2 * step), weight, a2);
        a3 = TSimd.MultiplyAdd(TSimd.Load(pixel + 3 * step), weight, a3);
        a4 = TSimd.MultiplyAdd(TSimd.Load(pixel + 4 * step), weight, a4);
        a5 = TSimd.MultiplyAdd(TSimd.Load(pixel + 5 * step), weight, a5);
        a6 = TSimd.MultiplyAdd(TSimd.Load(pixel + 6 * step), weight, a6);
    }

    /// <summary>
    /// One row of output pixels, one vector of each, for groups of channels that lie side by side in a vector: input j of
    /// each group is spread over the group's lanes by a permutation, and multiplied with the group's weights for it. Seven
    /// pixels at a time.
    /// </summary>
    /// <param name="source">The vector of inputs at the pixel that output pixel 0 stands for.</param>
    /// <param name="step">Floats from one output pixel's input to the next one's.</param>
    /// <param name="offsets">Where each tap lies.</param>
    /// <param name="taps">Number of taps.</param>
    /// <param name="size">Inputs of a group.</param>
    /// <param name="spread">(j, lane): the lane that holds input j of lane's group; 16 for each j.</param>
    /// <param name="weights">(tap, j, slot), 16 slots for each j.</param>
    /// <param name="target">Output pixel 0; pixels are 16 floats apart.</param>
    /// <param name="count">Output pixels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void GroupedRow<TSimd, TVec, TSpread>(float* source, nint step, int* offsets, int taps, int size, int* spread, float* weights, float* target, int count)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TSpread : struct, ISpread<TSimd, TVec>
    {
        int x = 0;
        for (; x + 7 <= count; x += 7)
        {
            TVec a0 = TSimd.Zero;
            TVec a1 = TSimd.Zero;
            TVec a2 = TSimd.Zero;
            TVec a3 = TSimd.Zero;
            TVec a4 = TSimd.Zero;
            TVec a5 = TSimd.Zero;
            TVec a6 = TSimd.Zero;
            float* w = weights;
            for (int t = 0; t < taps; t++)
            {
                float* pixel = source + offsets[t];
                TVec x0 = TSimd.Load(pixel);
                TVec x1 = TSimd.Load(pixel + step);
                TVec x2 = TSimd.Load(pixel + 2 * step);
                TVec x3 = TSimd.Load(pixel + 3 * step);
                TVec x4 = TSimd.Load(pixel + 4 * step);
                TVec x5 = TSimd.Load(pixel + 5 * step);
                TVec x6 = TSimd.Load(pixel + 6 * step);
                int* lanes = spread;
                for (int j = 0; j < size; j++)
                {
                    TVec weight = TSimd.Load(w);
                    w += 16;
                    a0 = TSimd.MultiplyAdd(TSpread.Take(x0, lanes), weight, a0);
                    a1 = TSimd.MultiplyAdd(TSpread.Take(x1, lanes), weight, a1);
                    a2 = TSimd.MultiplyAdd(TSpread.Take(x2, lanes), weight, a2);
                    a3 = TSimd.MultiplyAdd(TSpread.Take(x3, lanes), weight, a3);
                    a4 = TSimd.MultiplyAdd(TSpread.Take(x4, lanes), weight, a4);
                    a5 = TSimd.MultiplyAdd(TSpread.Take(x5, lanes), weight, a5);
                    a6 = TSimd.MultiplyAdd(TSpread.Take(x6, lanes), weight, a6);
                    lanes += 16;
                }
            }
            TSimd.Store(target, a0);
            TSimd.Store(target + 16, a1);
            TSimd.Store(target + 32, a2);
            TSimd.Store(target + 48, a3);
            TSimd.Store(target + 64, a4);
            TSimd.Store(target + 80, a5);
            TSimd.Store(target + 96, a6);
            source += 7 * step;
            target += 7 * 16;
        }
        for (; x < count; x++)
        {
            TVec a = TSimd.Zero;
            float* w = weights;
            for (int t = 0; t < taps; t++)
            {
                TVec pixel = TSimd.Load(source + offsets[t]);
                for (int j = 0; j < size; j++, w += 16)
                    a = TSimd.MultiplyAdd(TSpread.Take(pixel, spread + 16 * j), TSimd.Load(w), a);
            }
            TSimd.Store(target, a);
            source += step;
            target += 16;
        }
    }
}
