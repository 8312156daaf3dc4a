// Written by tools/Senet.KernelGenerator; edit TileTemplate.cs there and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Senet.Inference.Simd;

namespace Senet.Inference.Kernels;

/// <summary>
/// The one kernel that does nearly all multiplications: tiles of rows (pixels) by one or two vectors of output channels, one behind the other.
/// x0, x1, ... accumulate the first vector of row 0, 1, ..., y0, y1, ... the second; p and q hold the weights of input k,
/// and v one row's input k in every lane. The result is rounded as if k ran from first to last, whatever the tile. Sixteen inputs
/// side by side are one turn: what a turn costs beside multiplications counts where two threads share a core. With eight
/// lanes a turn asks for the lines of the next one, which lie elsewhere.
/// </summary>
static unsafe class TileKernels
{
    /// <summary>Computes tiles of <paramref name="rows"/> by <paramref name="vectors"/>.</summary>
    public static void Run<TSimd, TVec, TRow>(int rows, int vectors, Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        if (typeof(TSimd) == typeof(Simd512))
        {
            if (vectors == 2)
            {
                switch (rows)
                {
                    case 1:
                        if (tile->Prefetch != null)
                            Rows1x2V512<TRow, Fetching>(tile);
                        else
                            Rows1x2V512<TRow, NotFetching>(tile);
                        break;
                    case 2:
                        if (tile->Prefetch != null)
                            Rows2x2V512<TRow, Fetching>(tile);
                        else
                            Rows2x2V512<TRow, NotFetching>(tile);
                        break;
                    case 3:
                        if (tile->Prefetch != null)
                            Rows3x2V512<TRow, Fetching>(tile);
                        else
                            Rows3x2V512<TRow, NotFetching>(tile);
                        break;
                    case 4:
                        if (tile->Prefetch != null)
                            Rows4x2V512<TRow, Fetching>(tile);
                        else
                            Rows4x2V512<TRow, NotFetching>(tile);
                        break;
                    case 5:
                        if (tile->Prefetch != null)
                            Rows5x2V512<TRow, Fetching>(tile);
                        else
                            Rows5x2V512<TRow, NotFetching>(tile);
                        break;
                    case 6:
                        if (tile->Prefetch != null)
                            Rows6x2V512<TRow, Fetching>(tile);
                        else
                            Rows6x2V512<TRow, NotFetching>(tile);
                        break;
                    case 7:
                        if (tile->Prefetch != null)
                            Rows7x2V512<TRow, Fetching>(tile);
                        else
                            Rows7x2V512<TRow, NotFetching>(tile);
                        break;
                    case 8:
                        if (tile->Prefetch != null)
                            Rows8x2V512<TRow, Fetching>(tile);
                        else
                            Rows8x2V512<TRow, NotFetching>(tile);
                        break;
                    case 9:
                        if (tile->Prefetch != null)
                            Rows9x2V512<TRow, Fetching>(tile);
                        else
                            Rows9x2V512<TRow, NotFetching>(tile);
                        break;
                    case 10:
                        if (tile->Prefetch != null)
                            Rows10x2V512<TRow, Fetching>(tile);
                        else
                            Rows10x2V512<TRow, NotFetching>(tile);
                        break;
                    case 11:
                        if (tile->Prefetch != null)
                            Rows11x2V512<TRow, Fetching>(tile);
                        else
                            Rows11x2V512<TRow, NotFetching>(tile);
                        break;
                    case 12:
                        if (tile->Prefetch != null)
                            Rows12x2V512<TRow, Fetching>(tile);
                        else
                            Rows12x2V512<TRow, NotFetching>(tile);
                        break;
                    case 13:
                        if (tile->Prefetch != null)
                            Rows13x2V512<TRow, Fetching>(tile);
                        else
                            Rows13x2V512<TRow, NotFetching>(tile);
                        break;
                    case 14:
                        if (tile->Prefetch != null)
                            Rows14x2V512<TRow, Fetching>(tile);
                        else
                            Rows14x2V512<TRow, NotFetching>(tile);
                        break;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(rows));
                }
            }
            else
            {
                switch (rows)
                {
                    case 1:
                        Rows1x1V512<TRow>(tile);
                        break;
                    case 2:
                        Rows2x1V512<TRow>(tile);
                        break;
                    case 3:
                        Rows3x1V512<TRow>(tile);
                        break;
                    case 4:
                        Rows4x1V512<TRow>(tile);
                        break;
                    case 5:
                        Rows5x1V512<TRow>(tile);
                        break;
                    case 6:
                        Rows6x1V512<TRow>(tile);
                        break;
                    case 7:
                        Rows7x1V512<TRow>(tile);
                        break;
                    case 8:
                        Rows8x1V512<TRow>(tile);
                        break;
                    case 9:
                        Rows9x1V512<TRow>(tile);
                        break;
                    case 10:
                        Rows10x1V512<TRow>(tile);
                        break;
                    case 11:
                        Rows11x1V512<TRow>(tile);
                        break;
                    case 12:
                        Rows12x1V512<TRow>(tile);
                        break;
                    case 13:
                        Rows13x1V512<TRow>(tile);
                        break;
                    case 14:
                        Rows14x1V512<TRow>(tile);
                        break;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(rows));
                }
            }
        }
        else if (typeof(TSimd) == typeof(Simd256))
        {
            if (vectors == 2)
            {
                switch (rows)
                {
                    case 1:
                        if (tile->Prefetch != null)
                            Rows1x2V256<TRow, Fetching>(tile);
                        else
                            Rows1x2V256<TRow, NotFetching>(tile);
                        break;
                    case 2:
                        if (tile->Prefetch != null)
                            Rows2x2V256<TRow, Fetching>(tile);
                        else
                            Rows2x2V256<TRow, NotFetching>(tile);
                        break;
                    case 3:
                        if (tile->Prefetch != null)
                            Rows3x2V256<TRow, Fetching>(tile);
                        else
                            Rows3x2V256<TRow, NotFetching>(tile);
                        break;
                    case 4:
                        if (tile->Prefetch != null)
                            Rows4x2V256<TRow, Fetching>(tile);
                        else
                            Rows4x2V256<TRow, NotFetching>(tile);
                        break;
                    case 5:
                        if (tile->Prefetch != null)
                            Rows5x2V256<TRow, Fetching>(tile);
                        else
                            Rows5x2V256<TRow, NotFetching>(tile);
                        break;
                    case 6:
                        if (tile->Prefetch != null)
                            Rows6x2V256<TRow, Fetching>(tile);
                        else
                            Rows6x2V256<TRow, NotFetching>(tile);
                        break;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(rows));
                }
            }
            else
            {
                switch (rows)
                {
                    case 1:
                        Rows1x1V256<TRow>(tile);
                        break;
                    case 2:
                        Rows2x1V256<TRow>(tile);
                        break;
                    case 3:
                        Rows3x1V256<TRow>(tile);
                        break;
                    case 4:
                        Rows4x1V256<TRow>(tile);
                        break;
                    case 5:
                        Rows5x1V256<TRow>(tile);
                        break;
                    case 6:
                        Rows6x1V256<TRow>(tile);
                        break;
                    case 7:
                        Rows7x1V256<TRow>(tile);
                        break;
                    case 8:
                        Rows8x1V256<TRow>(tile);
                        break;
                    case 9:
                        Rows9x1V256<TRow>(tile);
                        break;
                    case 10:
                        Rows10x1V256<TRow>(tile);
                        break;
                    case 11:
                        Rows11x1V256<TRow>(tile);
                        break;
                    case 12:
                        Rows12x1V256<TRow>(tile);
                        break;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(rows));
                }
            }
        }
        else
        {
            if (vectors == 2)
            {
                switch (rows)
                {
                    case 1:
                        Rows1x2<TSimd, TVec, TRow>(tile);
                        break;
                    case 2:
                        Rows2x2<TSimd, TVec, TRow>(tile);
                        break;
                    case 3:
                        Rows3x2<TSimd, TVec, TRow>(tile);
                        break;
                    case 4:
                        Rows4x2<TSimd, TVec, TRow>(tile);
                        break;
                    case 5:
                        Rows5x2<TSimd, TVec, TRow>(tile);
                        break;
                    case 6:
                        Rows6x2<TSimd, TVec, TRow>(tile);
                        break;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(rows));
                }
            }
            else
            {
                switch (rows)
                {
                    case 1:
                        Rows1x1<TSimd, TVec, TRow>(tile);
                        break;
                    case 2:
                        Rows2x1<TSimd, TVec, TRow>(tile);
                        break;
                    case 3:
                        Rows3x1<TSimd, TVec, TRow>(tile);
                        break;
                    case 4:
                        Rows4x1<TSimd, TVec, TRow>(tile);
                        break;
                    case 5:
                        Rows5x1<TSimd, TVec, TRow>(tile);
                        break;
                    case 6:
                        Rows6x1<TSimd, TVec, TRow>(tile);
                        break;
                    case 7:
                        Rows7x1<TSimd, TVec, TRow>(tile);
                        break;
                    case 8:
                        Rows8x1<TSimd, TVec, TRow>(tile);
                        break;
                    case 9:
                        Rows9x1<TSimd, TVec, TRow>(tile);
                        break;
                    case 10:
                        Rows10x1<TSimd, TVec, TRow>(tile);
                        break;
                    case 11:
                        Rows11x1<TSimd, TVec, TRow>(tile);
                        break;
                    case 12:
                        Rows12x1<TSimd, TVec, TRow>(tile);
                        break;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(rows));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows1x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                first = first + 16;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                second = second + 16;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + x0).Store(sums);
            }
            input += TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows2x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> x1 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                x1 = (x1 + Vector512.Load(first + 16));
                first = first + 32;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                x1 = (x1 + Vector512.Load(second + 16));
                second = second + 32;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (x0 + x1)).Store(sums);
            }
            input += 2 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows3x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> x1 = x0;
            Vector512<float> x2 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                x1 = (x1 + Vector512.Load(first + 16));
                x2 = (x2 + Vector512.Load(first + 32));
                first = first + 48;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                x1 = (x1 + Vector512.Load(second + 16));
                x2 = (x2 + Vector512.Load(second + 32));
                second = second + 48;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (x0 + (x1 + x2))).Store(sums);
            }
            input += 3 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows4x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> x1 = x0;
            Vector512<float> x2 = x0;
            Vector512<float> x3 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                x1 = (x1 + Vector512.Load(first + 16));
                x2 = (x2 + Vector512.Load(first + 32));
                x3 = (x3 + Vector512.Load(first + 48));
                first = first + 64;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                x1 = (x1 + Vector512.Load(second + 16));
                x2 = (x2 + Vector512.Load(second + 32));
                x3 = (x3 + Vector512.Load(second + 48));
                second = second + 64;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + ((x0 + x1) + (x2 + x3))).Store(sums);
            }
            input += 4 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows5x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> x1 = x0;
            Vector512<float> x2 = x0;
            Vector512<float> x3 = x0;
            Vector512<float> x4 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                x1 = (x1 + Vector512.Load(first + 16));
                x2 = (x2 + Vector512.Load(first + 32));
                x3 = (x3 + Vector512.Load(first + 48));
                x4 = (x4 + Vector512.Load(first + 64));
                first = first + 80;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                x1 = (x1 + Vector512.Load(second + 16));
                x2 = (x2 + Vector512.Load(second + 32));
                x3 = (x3 + Vector512.Load(second + 48));
                x4 = (x4 + Vector512.Load(second + 64));
                second = second + 80;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + ((x0 + x1) + (x2 + (x3 + x4)))).Store(sums);
            }
            input += 5 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows6x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> x1 = x0;
            Vector512<float> x2 = x0;
            Vector512<float> x3 = x0;
            Vector512<float> x4 = x0;
            Vector512<float> x5 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                x1 = (x1 + Vector512.Load(first + 16));
                x2 = (x2 + Vector512.Load(first + 32));
                x3 = (x3 + Vector512.Load(first + 48));
                x4 = (x4 + Vector512.Load(first + 64));
                x5 = (x5 + Vector512.Load(first + 80));
                first = first + 96;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                x1 = (x1 + Vector512.Load(second + 16));
                x2 = (x2 + Vector512.Load(second + 32));
                x3 = (x3 + Vector512.Load(second + 48));
                x4 = (x4 + Vector512.Load(second + 64));
                x5 = (x5 + Vector512.Load(second + 80));
                second = second + 96;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + ((x0 + (x1 + x2)) + (x3 + (x4 + x5)))).Store(sums);
            }
            input += 6 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows7x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> x1 = x0;
            Vector512<float> x2 = x0;
            Vector512<float> x3 = x0;
            Vector512<float> x4 = x0;
            Vector512<float> x5 = x0;
            Vector512<float> x6 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                x1 = (x1 + Vector512.Load(first + 16));
                x2 = (x2 + Vector512.Load(first + 32));
                x3 = (x3 + Vector512.Load(first + 48));
                x4 = (x4 + Vector512.Load(first + 64));
                x5 = (x5 + Vector512.Load(first + 80));
                x6 = (x6 + Vector512.Load(first + 96));
                first = first + 112;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                x1 = (x1 + Vector512.Load(second + 16));
                x2 = (x2 + Vector512.Load(second + 32));
                x3 = (x3 + Vector512.Load(second + 48));
                x4 = (x4 + Vector512.Load(second + 64));
                x5 = (x5 + Vector512.Load(second + 80));
                x6 = (x6 + Vector512.Load(second + 96));
                second = second + 112;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + ((x0 + (x1 + x2)) + ((x3 + x4) + (x5 + x6)))).Store(sums);
            }
            input += 7 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows8x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> x1 = x0;
            Vector512<float> x2 = x0;
            Vector512<float> x3 = x0;
            Vector512<float> x4 = x0;
            Vector512<float> x5 = x0;
            Vector512<float> x6 = x0;
            Vector512<float> x7 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                x1 = (x1 + Vector512.Load(first + 16));
                x2 = (x2 + Vector512.Load(first + 32));
                x3 = (x3 + Vector512.Load(first + 48));
                x4 = (x4 + Vector512.Load(first + 64));
                x5 = (x5 + Vector512.Load(first + 80));
                x6 = (x6 + Vector512.Load(first + 96));
                x7 = (x7 + Vector512.Load(first + 112));
                first = first + 128;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                x1 = (x1 + Vector512.Load(second + 16));
                x2 = (x2 + Vector512.Load(second + 32));
                x3 = (x3 + Vector512.Load(second + 48));
                x4 = (x4 + Vector512.Load(second + 64));
                x5 = (x5 + Vector512.Load(second + 80));
                x6 = (x6 + Vector512.Load(second + 96));
                x7 = (x7 + Vector512.Load(second + 112));
                second = second + 128;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
                x7 = x7 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + x1) + (x2 + x3)) + ((x4 + x5) + (x6 + x7)))).Store(sums);
            }
            input += 8 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows9x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> x1 = x0;
            Vector512<float> x2 = x0;
            Vector512<float> x3 = x0;
            Vector512<float> x4 = x0;
            Vector512<float> x5 = x0;
            Vector512<float> x6 = x0;
            Vector512<float> x7 = x0;
            Vector512<float> x8 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                x1 = (x1 + Vector512.Load(first + 16));
                x2 = (x2 + Vector512.Load(first + 32));
                x3 = (x3 + Vector512.Load(first + 48));
                x4 = (x4 + Vector512.Load(first + 64));
                x5 = (x5 + Vector512.Load(first + 80));
                x6 = (x6 + Vector512.Load(first + 96));
                x7 = (x7 + Vector512.Load(first + 112));
                x8 = (x8 + Vector512.Load(first + 128));
                first = first + 144;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                x1 = (x1 + Vector512.Load(second + 16));
                x2 = (x2 + Vector512.Load(second + 32));
                x3 = (x3 + Vector512.Load(second + 48));
                x4 = (x4 + Vector512.Load(second + 64));
                x5 = (x5 + Vector512.Load(second + 80));
                x6 = (x6 + Vector512.Load(second + 96));
                x7 = (x7 + Vector512.Load(second + 112));
                x8 = (x8 + Vector512.Load(second + 128));
                second = second + 144;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    residual += row;
                    x8 = Avx512F.FusedMultiplyAdd(x8, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    residual += row;
                    x8 = (x8 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
                x7 = x7 * gate;
                x8 = x8 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            c += down;
            x8 = Avx512F.Max(low, x8);
            x8.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + x1) + (x2 + x3)) + ((x4 + x5) + (x6 + (x7 + x8))))).Store(sums);
            }
            input += 9 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows10x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> x1 = x0;
            Vector512<float> x2 = x0;
            Vector512<float> x3 = x0;
            Vector512<float> x4 = x0;
            Vector512<float> x5 = x0;
            Vector512<float> x6 = x0;
            Vector512<float> x7 = x0;
            Vector512<float> x8 = x0;
            Vector512<float> x9 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                x1 = (x1 + Vector512.Load(first + 16));
                x2 = (x2 + Vector512.Load(first + 32));
                x3 = (x3 + Vector512.Load(first + 48));
                x4 = (x4 + Vector512.Load(first + 64));
                x5 = (x5 + Vector512.Load(first + 80));
                x6 = (x6 + Vector512.Load(first + 96));
                x7 = (x7 + Vector512.Load(first + 112));
                x8 = (x8 + Vector512.Load(first + 128));
                x9 = (x9 + Vector512.Load(first + 144));
                first = first + 160;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                x1 = (x1 + Vector512.Load(second + 16));
                x2 = (x2 + Vector512.Load(second + 32));
                x3 = (x3 + Vector512.Load(second + 48));
                x4 = (x4 + Vector512.Load(second + 64));
                x5 = (x5 + Vector512.Load(second + 80));
                x6 = (x6 + Vector512.Load(second + 96));
                x7 = (x7 + Vector512.Load(second + 112));
                x8 = (x8 + Vector512.Load(second + 128));
                x9 = (x9 + Vector512.Load(second + 144));
                second = second + 160;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 1 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 2 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 3 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    residual += row;
                    x8 = Avx512F.FusedMultiplyAdd(x8, gate, Vector512.Load(residual));
                    residual += row;
                    x9 = Avx512F.FusedMultiplyAdd(x9, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    residual += row;
                    x8 = (x8 + Vector512.Load(residual));
                    residual += row;
                    x9 = (x9 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
                x7 = x7 * gate;
                x8 = x8 * gate;
                x9 = x9 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            c += down;
            x8 = Avx512F.Max(low, x8);
            x8.Store(c);
            c += down;
            x9 = Avx512F.Max(low, x9);
            x9.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + x1) + (x2 + (x3 + x4))) + ((x5 + x6) + (x7 + (x8 + x9))))).Store(sums);
            }
            input += 10 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows11x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> x1 = x0;
            Vector512<float> x2 = x0;
            Vector512<float> x3 = x0;
            Vector512<float> x4 = x0;
            Vector512<float> x5 = x0;
            Vector512<float> x6 = x0;
            Vector512<float> x7 = x0;
            Vector512<float> x8 = x0;
            Vector512<float> x9 = x0;
            Vector512<float> x10 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                x1 = (x1 + Vector512.Load(first + 16));
                x2 = (x2 + Vector512.Load(first + 32));
                x3 = (x3 + Vector512.Load(first + 48));
                x4 = (x4 + Vector512.Load(first + 64));
                x5 = (x5 + Vector512.Load(first + 80));
                x6 = (x6 + Vector512.Load(first + 96));
                x7 = (x7 + Vector512.Load(first + 112));
                x8 = (x8 + Vector512.Load(first + 128));
                x9 = (x9 + Vector512.Load(first + 144));
                x10 = (x10 + Vector512.Load(first + 160));
                first = first + 176;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                x1 = (x1 + Vector512.Load(second + 16));
                x2 = (x2 + Vector512.Load(second + 32));
                x3 = (x3 + Vector512.Load(second + 48));
                x4 = (x4 + Vector512.Load(second + 64));
                x5 = (x5 + Vector512.Load(second + 80));
                x6 = (x6 + Vector512.Load(second + 96));
                x7 = (x7 + Vector512.Load(second + 112));
                x8 = (x8 + Vector512.Load(second + 128));
                x9 = (x9 + Vector512.Load(second + 144));
                x10 = (x10 + Vector512.Load(second + 160));
                second = second + 176;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 1 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 1 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 2 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 2 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 3 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 3 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    residual += row;
                    x8 = Avx512F.FusedMultiplyAdd(x8, gate, Vector512.Load(residual));
                    residual += row;
                    x9 = Avx512F.FusedMultiplyAdd(x9, gate, Vector512.Load(residual));
                    residual += row;
                    x10 = Avx512F.FusedMultiplyAdd(x10, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    residual += row;
                    x8 = (x8 + Vector512.Load(residual));
                    residual += row;
                    x9 = (x9 + Vector512.Load(residual));
                    residual += row;
                    x10 = (x10 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
                x7 = x7 * gate;
                x8 = x8 * gate;
                x9 = x9 * gate;
                x10 = x10 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            c += down;
            x8 = Avx512F.Max(low, x8);
            x8.Store(c);
            c += down;
            x9 = Avx512F.Max(low, x9);
            x9.Store(c);
            c += down;
            x10 = Avx512F.Max(low, x10);
            x10.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + x1) + (x2 + (x3 + x4))) + ((x5 + (x6 + x7)) + (x8 + (x9 + x10))))).Store(sums);
            }
            input += 11 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows12x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> x1 = x0;
            Vector512<float> x2 = x0;
            Vector512<float> x3 = x0;
            Vector512<float> x4 = x0;
            Vector512<float> x5 = x0;
            Vector512<float> x6 = x0;
            Vector512<float> x7 = x0;
            Vector512<float> x8 = x0;
            Vector512<float> x9 = x0;
            Vector512<float> x10 = x0;
            Vector512<float> x11 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                x1 = (x1 + Vector512.Load(first + 16));
                x2 = (x2 + Vector512.Load(first + 32));
                x3 = (x3 + Vector512.Load(first + 48));
                x4 = (x4 + Vector512.Load(first + 64));
                x5 = (x5 + Vector512.Load(first + 80));
                x6 = (x6 + Vector512.Load(first + 96));
                x7 = (x7 + Vector512.Load(first + 112));
                x8 = (x8 + Vector512.Load(first + 128));
                x9 = (x9 + Vector512.Load(first + 144));
                x10 = (x10 + Vector512.Load(first + 160));
                x11 = (x11 + Vector512.Load(first + 176));
                first = first + 192;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                x1 = (x1 + Vector512.Load(second + 16));
                x2 = (x2 + Vector512.Load(second + 32));
                x3 = (x3 + Vector512.Load(second + 48));
                x4 = (x4 + Vector512.Load(second + 64));
                x5 = (x5 + Vector512.Load(second + 80));
                x6 = (x6 + Vector512.Load(second + 96));
                x7 = (x7 + Vector512.Load(second + 112));
                x8 = (x8 + Vector512.Load(second + 128));
                x9 = (x9 + Vector512.Load(second + 144));
                x10 = (x10 + Vector512.Load(second + 160));
                x11 = (x11 + Vector512.Load(second + 176));
                second = second + 192;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 1 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 1 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    v = Vector512.Create(*(a + 1 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 2 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 2 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    v = Vector512.Create(*(a + 2 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 3 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 3 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    v = Vector512.Create(*(a + 3 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    residual += row;
                    x8 = Avx512F.FusedMultiplyAdd(x8, gate, Vector512.Load(residual));
                    residual += row;
                    x9 = Avx512F.FusedMultiplyAdd(x9, gate, Vector512.Load(residual));
                    residual += row;
                    x10 = Avx512F.FusedMultiplyAdd(x10, gate, Vector512.Load(residual));
                    residual += row;
                    x11 = Avx512F.FusedMultiplyAdd(x11, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    residual += row;
                    x8 = (x8 + Vector512.Load(residual));
                    residual += row;
                    x9 = (x9 + Vector512.Load(residual));
                    residual += row;
                    x10 = (x10 + Vector512.Load(residual));
                    residual += row;
                    x11 = (x11 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
                x7 = x7 * gate;
                x8 = x8 * gate;
                x9 = x9 * gate;
                x10 = x10 * gate;
                x11 = x11 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            c += down;
            x8 = Avx512F.Max(low, x8);
            x8.Store(c);
            c += down;
            x9 = Avx512F.Max(low, x9);
            x9.Store(c);
            c += down;
            x10 = Avx512F.Max(low, x10);
            x10.Store(c);
            c += down;
            x11 = Avx512F.Max(low, x11);
            x11.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + (x1 + x2)) + (x3 + (x4 + x5))) + ((x6 + (x7 + x8)) + (x9 + (x10 + x11))))).Store(sums);
            }
            input += 12 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows13x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> x1 = x0;
            Vector512<float> x2 = x0;
            Vector512<float> x3 = x0;
            Vector512<float> x4 = x0;
            Vector512<float> x5 = x0;
            Vector512<float> x6 = x0;
            Vector512<float> x7 = x0;
            Vector512<float> x8 = x0;
            Vector512<float> x9 = x0;
            Vector512<float> x10 = x0;
            Vector512<float> x11 = x0;
            Vector512<float> x12 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                x1 = (x1 + Vector512.Load(first + 16));
                x2 = (x2 + Vector512.Load(first + 32));
                x3 = (x3 + Vector512.Load(first + 48));
                x4 = (x4 + Vector512.Load(first + 64));
                x5 = (x5 + Vector512.Load(first + 80));
                x6 = (x6 + Vector512.Load(first + 96));
                x7 = (x7 + Vector512.Load(first + 112));
                x8 = (x8 + Vector512.Load(first + 128));
                x9 = (x9 + Vector512.Load(first + 144));
                x10 = (x10 + Vector512.Load(first + 160));
                x11 = (x11 + Vector512.Load(first + 176));
                x12 = (x12 + Vector512.Load(first + 192));
                first = first + 208;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                x1 = (x1 + Vector512.Load(second + 16));
                x2 = (x2 + Vector512.Load(second + 32));
                x3 = (x3 + Vector512.Load(second + 48));
                x4 = (x4 + Vector512.Load(second + 64));
                x5 = (x5 + Vector512.Load(second + 80));
                x6 = (x6 + Vector512.Load(second + 96));
                x7 = (x7 + Vector512.Load(second + 112));
                x8 = (x8 + Vector512.Load(second + 128));
                x9 = (x9 + Vector512.Load(second + 144));
                x10 = (x10 + Vector512.Load(second + 160));
                x11 = (x11 + Vector512.Load(second + 176));
                x12 = (x12 + Vector512.Load(second + 192));
                second = second + 208;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                    v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 1 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 1 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    v = Vector512.Create(*(a + 1 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                    v = Vector512.Create(*(a + 1 + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 2 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 2 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    v = Vector512.Create(*(a + 2 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                    v = Vector512.Create(*(a + 2 + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 3 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 3 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    v = Vector512.Create(*(a + 3 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                    v = Vector512.Create(*(a + 3 + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    residual += row;
                    x8 = Avx512F.FusedMultiplyAdd(x8, gate, Vector512.Load(residual));
                    residual += row;
                    x9 = Avx512F.FusedMultiplyAdd(x9, gate, Vector512.Load(residual));
                    residual += row;
                    x10 = Avx512F.FusedMultiplyAdd(x10, gate, Vector512.Load(residual));
                    residual += row;
                    x11 = Avx512F.FusedMultiplyAdd(x11, gate, Vector512.Load(residual));
                    residual += row;
                    x12 = Avx512F.FusedMultiplyAdd(x12, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    residual += row;
                    x8 = (x8 + Vector512.Load(residual));
                    residual += row;
                    x9 = (x9 + Vector512.Load(residual));
                    residual += row;
                    x10 = (x10 + Vector512.Load(residual));
                    residual += row;
                    x11 = (x11 + Vector512.Load(residual));
                    residual += row;
                    x12 = (x12 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
                x7 = x7 * gate;
                x8 = x8 * gate;
                x9 = x9 * gate;
                x10 = x10 * gate;
                x11 = x11 * gate;
                x12 = x12 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            c += down;
            x8 = Avx512F.Max(low, x8);
            x8.Store(c);
            c += down;
            x9 = Avx512F.Max(low, x9);
            x9.Store(c);
            c += down;
            x10 = Avx512F.Max(low, x10);
            x10.Store(c);
            c += down;
            x11 = Avx512F.Max(low, x11);
            x11.Store(c);
            c += down;
            x12 = Avx512F.Max(low, x12);
            x12.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + (x1 + x2)) + (x3 + (x4 + x5))) + ((x6 + (x7 + x8)) + ((x9 + x10) + (x11 + x12))))).Store(sums);
            }
            input += 13 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows14x1V512<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> x1 = x0;
            Vector512<float> x2 = x0;
            Vector512<float> x3 = x0;
            Vector512<float> x4 = x0;
            Vector512<float> x5 = x0;
            Vector512<float> x6 = x0;
            Vector512<float> x7 = x0;
            Vector512<float> x8 = x0;
            Vector512<float> x9 = x0;
            Vector512<float> x10 = x0;
            Vector512<float> x11 = x0;
            Vector512<float> x12 = x0;
            Vector512<float> x13 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                x1 = (x1 + Vector512.Load(first + 16));
                x2 = (x2 + Vector512.Load(first + 32));
                x3 = (x3 + Vector512.Load(first + 48));
                x4 = (x4 + Vector512.Load(first + 64));
                x5 = (x5 + Vector512.Load(first + 80));
                x6 = (x6 + Vector512.Load(first + 96));
                x7 = (x7 + Vector512.Load(first + 112));
                x8 = (x8 + Vector512.Load(first + 128));
                x9 = (x9 + Vector512.Load(first + 144));
                x10 = (x10 + Vector512.Load(first + 160));
                x11 = (x11 + Vector512.Load(first + 176));
                x12 = (x12 + Vector512.Load(first + 192));
                x13 = (x13 + Vector512.Load(first + 208));
                first = first + 224;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                x1 = (x1 + Vector512.Load(second + 16));
                x2 = (x2 + Vector512.Load(second + 32));
                x3 = (x3 + Vector512.Load(second + 48));
                x4 = (x4 + Vector512.Load(second + 64));
                x5 = (x5 + Vector512.Load(second + 80));
                x6 = (x6 + Vector512.Load(second + 96));
                x7 = (x7 + Vector512.Load(second + 112));
                x8 = (x8 + Vector512.Load(second + 128));
                x9 = (x9 + Vector512.Load(second + 144));
                x10 = (x10 + Vector512.Load(second + 160));
                x11 = (x11 + Vector512.Load(second + 176));
                x12 = (x12 + Vector512.Load(second + 192));
                x13 = (x13 + Vector512.Load(second + 208));
                second = second + 224;
            }
            Vector512<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                    v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                    v = Vector512.Create(*(a + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13);
                    p = Vector512.Load(b + 16);
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 1 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 1 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    v = Vector512.Create(*(a + 1 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                    v = Vector512.Create(*(a + 1 + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                    v = Vector512.Create(*(a + 1 + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13);
                    p = Vector512.Load(b + 32);
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 2 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 2 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    v = Vector512.Create(*(a + 2 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                    v = Vector512.Create(*(a + 2 + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                    v = Vector512.Create(*(a + 2 + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13);
                    p = Vector512.Load(b + 48);
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                    v = Vector512.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                    v = Vector512.Create(*(a + 3 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                    v = Vector512.Create(*(a + 3 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                    v = Vector512.Create(*(a + 3 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                    v = Vector512.Create(*(a + 3 + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                    v = Vector512.Create(*(a + 3 + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13);
                    b = b + 64;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                v = Vector512.Create(*(a + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13);
                a = input + offsets[1];
                p = Vector512.Load(b + 16);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                v = Vector512.Create(*(a + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13);
                a = input + offsets[2];
                p = Vector512.Load(b + 32);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                v = Vector512.Create(*(a + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13);
                a = input + offsets[3];
                p = Vector512.Load(b + 48);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                v = Vector512.Create(*(a + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12);
                v = Vector512.Create(*(a + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    residual += row;
                    x8 = Avx512F.FusedMultiplyAdd(x8, gate, Vector512.Load(residual));
                    residual += row;
                    x9 = Avx512F.FusedMultiplyAdd(x9, gate, Vector512.Load(residual));
                    residual += row;
                    x10 = Avx512F.FusedMultiplyAdd(x10, gate, Vector512.Load(residual));
                    residual += row;
                    x11 = Avx512F.FusedMultiplyAdd(x11, gate, Vector512.Load(residual));
                    residual += row;
                    x12 = Avx512F.FusedMultiplyAdd(x12, gate, Vector512.Load(residual));
                    residual += row;
                    x13 = Avx512F.FusedMultiplyAdd(x13, gate, Vector512.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    residual += row;
                    x8 = (x8 + Vector512.Load(residual));
                    residual += row;
                    x9 = (x9 + Vector512.Load(residual));
                    residual += row;
                    x10 = (x10 + Vector512.Load(residual));
                    residual += row;
                    x11 = (x11 + Vector512.Load(residual));
                    residual += row;
                    x12 = (x12 + Vector512.Load(residual));
                    residual += row;
                    x13 = (x13 + Vector512.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
                x7 = x7 * gate;
                x8 = x8 * gate;
                x9 = x9 * gate;
                x10 = x10 * gate;
                x11 = x11 * gate;
                x12 = x12 * gate;
                x13 = x13 * gate;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            c += down;
            x8 = Avx512F.Max(low, x8);
            x8.Store(c);
            c += down;
            x9 = Avx512F.Max(low, x9);
            x9.Store(c);
            c += down;
            x10 = Avx512F.Max(low, x10);
            x10.Store(c);
            c += down;
            x11 = Avx512F.Max(low, x11);
            x11.Store(c);
            c += down;
            x12 = Avx512F.Max(low, x12);
            x12.Store(c);
            c += down;
            x13 = Avx512F.Max(low, x13);
            x13.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + (x1 + x2)) + ((x3 + x4) + (x5 + x6))) + ((x7 + (x8 + x9)) + ((x10 + x11) + (x12 + x13))))).Store(sums);
            }
            input += 14 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows1x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                first = first + 32;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                second = second + 32;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + x0).Store(sums);
                (Vector512.Load(sums + 16) + y0).Store(sums + 16);
            }
            input += TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows2x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            Vector512<float> x1 = x0;
            Vector512<float> y1 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                x1 = (x1 + Vector512.Load(first + 32));
                y1 = (y1 + Vector512.Load(first + 48));
                first = first + 64;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                x1 = (x1 + Vector512.Load(second + 32));
                y1 = (y1 + Vector512.Load(second + 48));
                second = second + 64;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    y1 = Avx512F.FusedMultiplyAdd(y1, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    y1 = (y1 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            y1 = Avx512F.Max(low, y1);
            y1.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (x0 + x1)).Store(sums);
                (Vector512.Load(sums + 16) + (y0 + y1)).Store(sums + 16);
            }
            input += 2 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows3x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            Vector512<float> x1 = x0;
            Vector512<float> y1 = y0;
            Vector512<float> x2 = x0;
            Vector512<float> y2 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                x1 = (x1 + Vector512.Load(first + 32));
                y1 = (y1 + Vector512.Load(first + 48));
                x2 = (x2 + Vector512.Load(first + 64));
                y2 = (y2 + Vector512.Load(first + 80));
                first = first + 96;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                x1 = (x1 + Vector512.Load(second + 32));
                y1 = (y1 + Vector512.Load(second + 48));
                x2 = (x2 + Vector512.Load(second + 64));
                y2 = (y2 + Vector512.Load(second + 80));
                second = second + 96;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    y1 = Avx512F.FusedMultiplyAdd(y1, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    y2 = Avx512F.FusedMultiplyAdd(y2, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    y1 = (y1 + Vector512.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    y2 = (y2 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            y1 = Avx512F.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            y2 = Avx512F.Max(low, y2);
            y2.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (x0 + (x1 + x2))).Store(sums);
                (Vector512.Load(sums + 16) + (y0 + (y1 + y2))).Store(sums + 16);
            }
            input += 3 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows4x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            Vector512<float> x1 = x0;
            Vector512<float> y1 = y0;
            Vector512<float> x2 = x0;
            Vector512<float> y2 = y0;
            Vector512<float> x3 = x0;
            Vector512<float> y3 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                x1 = (x1 + Vector512.Load(first + 32));
                y1 = (y1 + Vector512.Load(first + 48));
                x2 = (x2 + Vector512.Load(first + 64));
                y2 = (y2 + Vector512.Load(first + 80));
                x3 = (x3 + Vector512.Load(first + 96));
                y3 = (y3 + Vector512.Load(first + 112));
                first = first + 128;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                x1 = (x1 + Vector512.Load(second + 32));
                y1 = (y1 + Vector512.Load(second + 48));
                x2 = (x2 + Vector512.Load(second + 64));
                y2 = (y2 + Vector512.Load(second + 80));
                x3 = (x3 + Vector512.Load(second + 96));
                y3 = (y3 + Vector512.Load(second + 112));
                second = second + 128;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    y1 = Avx512F.FusedMultiplyAdd(y1, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    y2 = Avx512F.FusedMultiplyAdd(y2, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    y3 = Avx512F.FusedMultiplyAdd(y3, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    y1 = (y1 + Vector512.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    y2 = (y2 + Vector512.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    y3 = (y3 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            y1 = Avx512F.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            y2 = Avx512F.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            y3 = Avx512F.Max(low, y3);
            y3.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + ((x0 + x1) + (x2 + x3))).Store(sums);
                (Vector512.Load(sums + 16) + ((y0 + y1) + (y2 + y3))).Store(sums + 16);
            }
            input += 4 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows5x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            Vector512<float> x1 = x0;
            Vector512<float> y1 = y0;
            Vector512<float> x2 = x0;
            Vector512<float> y2 = y0;
            Vector512<float> x3 = x0;
            Vector512<float> y3 = y0;
            Vector512<float> x4 = x0;
            Vector512<float> y4 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                x1 = (x1 + Vector512.Load(first + 32));
                y1 = (y1 + Vector512.Load(first + 48));
                x2 = (x2 + Vector512.Load(first + 64));
                y2 = (y2 + Vector512.Load(first + 80));
                x3 = (x3 + Vector512.Load(first + 96));
                y3 = (y3 + Vector512.Load(first + 112));
                x4 = (x4 + Vector512.Load(first + 128));
                y4 = (y4 + Vector512.Load(first + 144));
                first = first + 160;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                x1 = (x1 + Vector512.Load(second + 32));
                y1 = (y1 + Vector512.Load(second + 48));
                x2 = (x2 + Vector512.Load(second + 64));
                y2 = (y2 + Vector512.Load(second + 80));
                x3 = (x3 + Vector512.Load(second + 96));
                y3 = (y3 + Vector512.Load(second + 112));
                x4 = (x4 + Vector512.Load(second + 128));
                y4 = (y4 + Vector512.Load(second + 144));
                second = second + 160;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    y1 = Avx512F.FusedMultiplyAdd(y1, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    y2 = Avx512F.FusedMultiplyAdd(y2, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    y3 = Avx512F.FusedMultiplyAdd(y3, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    y4 = Avx512F.FusedMultiplyAdd(y4, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    y1 = (y1 + Vector512.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    y2 = (y2 + Vector512.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    y3 = (y3 + Vector512.Load(residual + next));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    y4 = (y4 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
                x4 = x4 * gate;
                y4 = y4 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            y1 = Avx512F.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            y2 = Avx512F.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            y3 = Avx512F.Max(low, y3);
            y3.Store(c + right);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            y4 = Avx512F.Max(low, y4);
            y4.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + ((x0 + x1) + (x2 + (x3 + x4)))).Store(sums);
                (Vector512.Load(sums + 16) + ((y0 + y1) + (y2 + (y3 + y4)))).Store(sums + 16);
            }
            input += 5 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows6x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            Vector512<float> x1 = x0;
            Vector512<float> y1 = y0;
            Vector512<float> x2 = x0;
            Vector512<float> y2 = y0;
            Vector512<float> x3 = x0;
            Vector512<float> y3 = y0;
            Vector512<float> x4 = x0;
            Vector512<float> y4 = y0;
            Vector512<float> x5 = x0;
            Vector512<float> y5 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                x1 = (x1 + Vector512.Load(first + 32));
                y1 = (y1 + Vector512.Load(first + 48));
                x2 = (x2 + Vector512.Load(first + 64));
                y2 = (y2 + Vector512.Load(first + 80));
                x3 = (x3 + Vector512.Load(first + 96));
                y3 = (y3 + Vector512.Load(first + 112));
                x4 = (x4 + Vector512.Load(first + 128));
                y4 = (y4 + Vector512.Load(first + 144));
                x5 = (x5 + Vector512.Load(first + 160));
                y5 = (y5 + Vector512.Load(first + 176));
                first = first + 192;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                x1 = (x1 + Vector512.Load(second + 32));
                y1 = (y1 + Vector512.Load(second + 48));
                x2 = (x2 + Vector512.Load(second + 64));
                y2 = (y2 + Vector512.Load(second + 80));
                x3 = (x3 + Vector512.Load(second + 96));
                y3 = (y3 + Vector512.Load(second + 112));
                x4 = (x4 + Vector512.Load(second + 128));
                y4 = (y4 + Vector512.Load(second + 144));
                x5 = (x5 + Vector512.Load(second + 160));
                y5 = (y5 + Vector512.Load(second + 176));
                second = second + 192;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    y1 = Avx512F.FusedMultiplyAdd(y1, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    y2 = Avx512F.FusedMultiplyAdd(y2, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    y3 = Avx512F.FusedMultiplyAdd(y3, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    y4 = Avx512F.FusedMultiplyAdd(y4, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    y5 = Avx512F.FusedMultiplyAdd(y5, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    y1 = (y1 + Vector512.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    y2 = (y2 + Vector512.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    y3 = (y3 + Vector512.Load(residual + next));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    y4 = (y4 + Vector512.Load(residual + next));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    y5 = (y5 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
                x4 = x4 * gate;
                y4 = y4 * gate2;
                x5 = x5 * gate;
                y5 = y5 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            y1 = Avx512F.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            y2 = Avx512F.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            y3 = Avx512F.Max(low, y3);
            y3.Store(c + right);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            y4 = Avx512F.Max(low, y4);
            y4.Store(c + right);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            y5 = Avx512F.Max(low, y5);
            y5.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + ((x0 + (x1 + x2)) + (x3 + (x4 + x5)))).Store(sums);
                (Vector512.Load(sums + 16) + ((y0 + (y1 + y2)) + (y3 + (y4 + y5)))).Store(sums + 16);
            }
            input += 6 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows7x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            Vector512<float> x1 = x0;
            Vector512<float> y1 = y0;
            Vector512<float> x2 = x0;
            Vector512<float> y2 = y0;
            Vector512<float> x3 = x0;
            Vector512<float> y3 = y0;
            Vector512<float> x4 = x0;
            Vector512<float> y4 = y0;
            Vector512<float> x5 = x0;
            Vector512<float> y5 = y0;
            Vector512<float> x6 = x0;
            Vector512<float> y6 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                x1 = (x1 + Vector512.Load(first + 32));
                y1 = (y1 + Vector512.Load(first + 48));
                x2 = (x2 + Vector512.Load(first + 64));
                y2 = (y2 + Vector512.Load(first + 80));
                x3 = (x3 + Vector512.Load(first + 96));
                y3 = (y3 + Vector512.Load(first + 112));
                x4 = (x4 + Vector512.Load(first + 128));
                y4 = (y4 + Vector512.Load(first + 144));
                x5 = (x5 + Vector512.Load(first + 160));
                y5 = (y5 + Vector512.Load(first + 176));
                x6 = (x6 + Vector512.Load(first + 192));
                y6 = (y6 + Vector512.Load(first + 208));
                first = first + 224;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                x1 = (x1 + Vector512.Load(second + 32));
                y1 = (y1 + Vector512.Load(second + 48));
                x2 = (x2 + Vector512.Load(second + 64));
                y2 = (y2 + Vector512.Load(second + 80));
                x3 = (x3 + Vector512.Load(second + 96));
                y3 = (y3 + Vector512.Load(second + 112));
                x4 = (x4 + Vector512.Load(second + 128));
                y4 = (y4 + Vector512.Load(second + 144));
                x5 = (x5 + Vector512.Load(second + 160));
                y5 = (y5 + Vector512.Load(second + 176));
                x6 = (x6 + Vector512.Load(second + 192));
                y6 = (y6 + Vector512.Load(second + 208));
                second = second + 224;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    y1 = Avx512F.FusedMultiplyAdd(y1, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    y2 = Avx512F.FusedMultiplyAdd(y2, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    y3 = Avx512F.FusedMultiplyAdd(y3, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    y4 = Avx512F.FusedMultiplyAdd(y4, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    y5 = Avx512F.FusedMultiplyAdd(y5, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    y6 = Avx512F.FusedMultiplyAdd(y6, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    y1 = (y1 + Vector512.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    y2 = (y2 + Vector512.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    y3 = (y3 + Vector512.Load(residual + next));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    y4 = (y4 + Vector512.Load(residual + next));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    y5 = (y5 + Vector512.Load(residual + next));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    y6 = (y6 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
                x4 = x4 * gate;
                y4 = y4 * gate2;
                x5 = x5 * gate;
                y5 = y5 * gate2;
                x6 = x6 * gate;
                y6 = y6 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            y1 = Avx512F.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            y2 = Avx512F.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            y3 = Avx512F.Max(low, y3);
            y3.Store(c + right);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            y4 = Avx512F.Max(low, y4);
            y4.Store(c + right);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            y5 = Avx512F.Max(low, y5);
            y5.Store(c + right);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            y6 = Avx512F.Max(low, y6);
            y6.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + ((x0 + (x1 + x2)) + ((x3 + x4) + (x5 + x6)))).Store(sums);
                (Vector512.Load(sums + 16) + ((y0 + (y1 + y2)) + ((y3 + y4) + (y5 + y6)))).Store(sums + 16);
            }
            input += 7 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows8x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            Vector512<float> x1 = x0;
            Vector512<float> y1 = y0;
            Vector512<float> x2 = x0;
            Vector512<float> y2 = y0;
            Vector512<float> x3 = x0;
            Vector512<float> y3 = y0;
            Vector512<float> x4 = x0;
            Vector512<float> y4 = y0;
            Vector512<float> x5 = x0;
            Vector512<float> y5 = y0;
            Vector512<float> x6 = x0;
            Vector512<float> y6 = y0;
            Vector512<float> x7 = x0;
            Vector512<float> y7 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                x1 = (x1 + Vector512.Load(first + 32));
                y1 = (y1 + Vector512.Load(first + 48));
                x2 = (x2 + Vector512.Load(first + 64));
                y2 = (y2 + Vector512.Load(first + 80));
                x3 = (x3 + Vector512.Load(first + 96));
                y3 = (y3 + Vector512.Load(first + 112));
                x4 = (x4 + Vector512.Load(first + 128));
                y4 = (y4 + Vector512.Load(first + 144));
                x5 = (x5 + Vector512.Load(first + 160));
                y5 = (y5 + Vector512.Load(first + 176));
                x6 = (x6 + Vector512.Load(first + 192));
                y6 = (y6 + Vector512.Load(first + 208));
                x7 = (x7 + Vector512.Load(first + 224));
                y7 = (y7 + Vector512.Load(first + 240));
                first = first + 256;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                x1 = (x1 + Vector512.Load(second + 32));
                y1 = (y1 + Vector512.Load(second + 48));
                x2 = (x2 + Vector512.Load(second + 64));
                y2 = (y2 + Vector512.Load(second + 80));
                x3 = (x3 + Vector512.Load(second + 96));
                y3 = (y3 + Vector512.Load(second + 112));
                x4 = (x4 + Vector512.Load(second + 128));
                y4 = (y4 + Vector512.Load(second + 144));
                x5 = (x5 + Vector512.Load(second + 160));
                y5 = (y5 + Vector512.Load(second + 176));
                x6 = (x6 + Vector512.Load(second + 192));
                y6 = (y6 + Vector512.Load(second + 208));
                x7 = (x7 + Vector512.Load(second + 224));
                y7 = (y7 + Vector512.Load(second + 240));
                second = second + 256;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    y1 = Avx512F.FusedMultiplyAdd(y1, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    y2 = Avx512F.FusedMultiplyAdd(y2, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    y3 = Avx512F.FusedMultiplyAdd(y3, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    y4 = Avx512F.FusedMultiplyAdd(y4, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    y5 = Avx512F.FusedMultiplyAdd(y5, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    y6 = Avx512F.FusedMultiplyAdd(y6, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    y7 = Avx512F.FusedMultiplyAdd(y7, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    y1 = (y1 + Vector512.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    y2 = (y2 + Vector512.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    y3 = (y3 + Vector512.Load(residual + next));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    y4 = (y4 + Vector512.Load(residual + next));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    y5 = (y5 + Vector512.Load(residual + next));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    y6 = (y6 + Vector512.Load(residual + next));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    y7 = (y7 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
                x4 = x4 * gate;
                y4 = y4 * gate2;
                x5 = x5 * gate;
                y5 = y5 * gate2;
                x6 = x6 * gate;
                y6 = y6 * gate2;
                x7 = x7 * gate;
                y7 = y7 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            y1 = Avx512F.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            y2 = Avx512F.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            y3 = Avx512F.Max(low, y3);
            y3.Store(c + right);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            y4 = Avx512F.Max(low, y4);
            y4.Store(c + right);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            y5 = Avx512F.Max(low, y5);
            y5.Store(c + right);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            y6 = Avx512F.Max(low, y6);
            y6.Store(c + right);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            y7 = Avx512F.Max(low, y7);
            y7.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + x1) + (x2 + x3)) + ((x4 + x5) + (x6 + x7)))).Store(sums);
                (Vector512.Load(sums + 16) + (((y0 + y1) + (y2 + y3)) + ((y4 + y5) + (y6 + y7)))).Store(sums + 16);
            }
            input += 8 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows9x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            Vector512<float> x1 = x0;
            Vector512<float> y1 = y0;
            Vector512<float> x2 = x0;
            Vector512<float> y2 = y0;
            Vector512<float> x3 = x0;
            Vector512<float> y3 = y0;
            Vector512<float> x4 = x0;
            Vector512<float> y4 = y0;
            Vector512<float> x5 = x0;
            Vector512<float> y5 = y0;
            Vector512<float> x6 = x0;
            Vector512<float> y6 = y0;
            Vector512<float> x7 = x0;
            Vector512<float> y7 = y0;
            Vector512<float> x8 = x0;
            Vector512<float> y8 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                x1 = (x1 + Vector512.Load(first + 32));
                y1 = (y1 + Vector512.Load(first + 48));
                x2 = (x2 + Vector512.Load(first + 64));
                y2 = (y2 + Vector512.Load(first + 80));
                x3 = (x3 + Vector512.Load(first + 96));
                y3 = (y3 + Vector512.Load(first + 112));
                x4 = (x4 + Vector512.Load(first + 128));
                y4 = (y4 + Vector512.Load(first + 144));
                x5 = (x5 + Vector512.Load(first + 160));
                y5 = (y5 + Vector512.Load(first + 176));
                x6 = (x6 + Vector512.Load(first + 192));
                y6 = (y6 + Vector512.Load(first + 208));
                x7 = (x7 + Vector512.Load(first + 224));
                y7 = (y7 + Vector512.Load(first + 240));
                x8 = (x8 + Vector512.Load(first + 256));
                y8 = (y8 + Vector512.Load(first + 272));
                first = first + 288;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                x1 = (x1 + Vector512.Load(second + 32));
                y1 = (y1 + Vector512.Load(second + 48));
                x2 = (x2 + Vector512.Load(second + 64));
                y2 = (y2 + Vector512.Load(second + 80));
                x3 = (x3 + Vector512.Load(second + 96));
                y3 = (y3 + Vector512.Load(second + 112));
                x4 = (x4 + Vector512.Load(second + 128));
                y4 = (y4 + Vector512.Load(second + 144));
                x5 = (x5 + Vector512.Load(second + 160));
                y5 = (y5 + Vector512.Load(second + 176));
                x6 = (x6 + Vector512.Load(second + 192));
                y6 = (y6 + Vector512.Load(second + 208));
                x7 = (x7 + Vector512.Load(second + 224));
                y7 = (y7 + Vector512.Load(second + 240));
                x8 = (x8 + Vector512.Load(second + 256));
                y8 = (y8 + Vector512.Load(second + 272));
                second = second + 288;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    y1 = Avx512F.FusedMultiplyAdd(y1, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    y2 = Avx512F.FusedMultiplyAdd(y2, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    y3 = Avx512F.FusedMultiplyAdd(y3, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    y4 = Avx512F.FusedMultiplyAdd(y4, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    y5 = Avx512F.FusedMultiplyAdd(y5, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    y6 = Avx512F.FusedMultiplyAdd(y6, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    y7 = Avx512F.FusedMultiplyAdd(y7, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x8 = Avx512F.FusedMultiplyAdd(x8, gate, Vector512.Load(residual));
                    y8 = Avx512F.FusedMultiplyAdd(y8, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    y1 = (y1 + Vector512.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    y2 = (y2 + Vector512.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    y3 = (y3 + Vector512.Load(residual + next));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    y4 = (y4 + Vector512.Load(residual + next));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    y5 = (y5 + Vector512.Load(residual + next));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    y6 = (y6 + Vector512.Load(residual + next));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    y7 = (y7 + Vector512.Load(residual + next));
                    residual += row;
                    x8 = (x8 + Vector512.Load(residual));
                    y8 = (y8 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
                x4 = x4 * gate;
                y4 = y4 * gate2;
                x5 = x5 * gate;
                y5 = y5 * gate2;
                x6 = x6 * gate;
                y6 = y6 * gate2;
                x7 = x7 * gate;
                y7 = y7 * gate2;
                x8 = x8 * gate;
                y8 = y8 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            y1 = Avx512F.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            y2 = Avx512F.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            y3 = Avx512F.Max(low, y3);
            y3.Store(c + right);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            y4 = Avx512F.Max(low, y4);
            y4.Store(c + right);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            y5 = Avx512F.Max(low, y5);
            y5.Store(c + right);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            y6 = Avx512F.Max(low, y6);
            y6.Store(c + right);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            y7 = Avx512F.Max(low, y7);
            y7.Store(c + right);
            c += down;
            x8 = Avx512F.Max(low, x8);
            x8.Store(c);
            y8 = Avx512F.Max(low, y8);
            y8.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + x1) + (x2 + x3)) + ((x4 + x5) + (x6 + (x7 + x8))))).Store(sums);
                (Vector512.Load(sums + 16) + (((y0 + y1) + (y2 + y3)) + ((y4 + y5) + (y6 + (y7 + y8))))).Store(sums + 16);
            }
            input += 9 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows10x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            Vector512<float> x1 = x0;
            Vector512<float> y1 = y0;
            Vector512<float> x2 = x0;
            Vector512<float> y2 = y0;
            Vector512<float> x3 = x0;
            Vector512<float> y3 = y0;
            Vector512<float> x4 = x0;
            Vector512<float> y4 = y0;
            Vector512<float> x5 = x0;
            Vector512<float> y5 = y0;
            Vector512<float> x6 = x0;
            Vector512<float> y6 = y0;
            Vector512<float> x7 = x0;
            Vector512<float> y7 = y0;
            Vector512<float> x8 = x0;
            Vector512<float> y8 = y0;
            Vector512<float> x9 = x0;
            Vector512<float> y9 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                x1 = (x1 + Vector512.Load(first + 32));
                y1 = (y1 + Vector512.Load(first + 48));
                x2 = (x2 + Vector512.Load(first + 64));
                y2 = (y2 + Vector512.Load(first + 80));
                x3 = (x3 + Vector512.Load(first + 96));
                y3 = (y3 + Vector512.Load(first + 112));
                x4 = (x4 + Vector512.Load(first + 128));
                y4 = (y4 + Vector512.Load(first + 144));
                x5 = (x5 + Vector512.Load(first + 160));
                y5 = (y5 + Vector512.Load(first + 176));
                x6 = (x6 + Vector512.Load(first + 192));
                y6 = (y6 + Vector512.Load(first + 208));
                x7 = (x7 + Vector512.Load(first + 224));
                y7 = (y7 + Vector512.Load(first + 240));
                x8 = (x8 + Vector512.Load(first + 256));
                y8 = (y8 + Vector512.Load(first + 272));
                x9 = (x9 + Vector512.Load(first + 288));
                y9 = (y9 + Vector512.Load(first + 304));
                first = first + 320;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                x1 = (x1 + Vector512.Load(second + 32));
                y1 = (y1 + Vector512.Load(second + 48));
                x2 = (x2 + Vector512.Load(second + 64));
                y2 = (y2 + Vector512.Load(second + 80));
                x3 = (x3 + Vector512.Load(second + 96));
                y3 = (y3 + Vector512.Load(second + 112));
                x4 = (x4 + Vector512.Load(second + 128));
                y4 = (y4 + Vector512.Load(second + 144));
                x5 = (x5 + Vector512.Load(second + 160));
                y5 = (y5 + Vector512.Load(second + 176));
                x6 = (x6 + Vector512.Load(second + 192));
                y6 = (y6 + Vector512.Load(second + 208));
                x7 = (x7 + Vector512.Load(second + 224));
                y7 = (y7 + Vector512.Load(second + 240));
                x8 = (x8 + Vector512.Load(second + 256));
                y8 = (y8 + Vector512.Load(second + 272));
                x9 = (x9 + Vector512.Load(second + 288));
                y9 = (y9 + Vector512.Load(second + 304));
                second = second + 320;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 1 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 2 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 3 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    y1 = Avx512F.FusedMultiplyAdd(y1, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    y2 = Avx512F.FusedMultiplyAdd(y2, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    y3 = Avx512F.FusedMultiplyAdd(y3, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    y4 = Avx512F.FusedMultiplyAdd(y4, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    y5 = Avx512F.FusedMultiplyAdd(y5, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    y6 = Avx512F.FusedMultiplyAdd(y6, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    y7 = Avx512F.FusedMultiplyAdd(y7, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x8 = Avx512F.FusedMultiplyAdd(x8, gate, Vector512.Load(residual));
                    y8 = Avx512F.FusedMultiplyAdd(y8, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x9 = Avx512F.FusedMultiplyAdd(x9, gate, Vector512.Load(residual));
                    y9 = Avx512F.FusedMultiplyAdd(y9, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    y1 = (y1 + Vector512.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    y2 = (y2 + Vector512.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    y3 = (y3 + Vector512.Load(residual + next));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    y4 = (y4 + Vector512.Load(residual + next));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    y5 = (y5 + Vector512.Load(residual + next));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    y6 = (y6 + Vector512.Load(residual + next));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    y7 = (y7 + Vector512.Load(residual + next));
                    residual += row;
                    x8 = (x8 + Vector512.Load(residual));
                    y8 = (y8 + Vector512.Load(residual + next));
                    residual += row;
                    x9 = (x9 + Vector512.Load(residual));
                    y9 = (y9 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
                x4 = x4 * gate;
                y4 = y4 * gate2;
                x5 = x5 * gate;
                y5 = y5 * gate2;
                x6 = x6 * gate;
                y6 = y6 * gate2;
                x7 = x7 * gate;
                y7 = y7 * gate2;
                x8 = x8 * gate;
                y8 = y8 * gate2;
                x9 = x9 * gate;
                y9 = y9 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            y1 = Avx512F.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            y2 = Avx512F.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            y3 = Avx512F.Max(low, y3);
            y3.Store(c + right);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            y4 = Avx512F.Max(low, y4);
            y4.Store(c + right);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            y5 = Avx512F.Max(low, y5);
            y5.Store(c + right);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            y6 = Avx512F.Max(low, y6);
            y6.Store(c + right);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            y7 = Avx512F.Max(low, y7);
            y7.Store(c + right);
            c += down;
            x8 = Avx512F.Max(low, x8);
            x8.Store(c);
            y8 = Avx512F.Max(low, y8);
            y8.Store(c + right);
            c += down;
            x9 = Avx512F.Max(low, x9);
            x9.Store(c);
            y9 = Avx512F.Max(low, y9);
            y9.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + x1) + (x2 + (x3 + x4))) + ((x5 + x6) + (x7 + (x8 + x9))))).Store(sums);
                (Vector512.Load(sums + 16) + (((y0 + y1) + (y2 + (y3 + y4))) + ((y5 + y6) + (y7 + (y8 + y9))))).Store(sums + 16);
            }
            input += 10 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows11x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            Vector512<float> x1 = x0;
            Vector512<float> y1 = y0;
            Vector512<float> x2 = x0;
            Vector512<float> y2 = y0;
            Vector512<float> x3 = x0;
            Vector512<float> y3 = y0;
            Vector512<float> x4 = x0;
            Vector512<float> y4 = y0;
            Vector512<float> x5 = x0;
            Vector512<float> y5 = y0;
            Vector512<float> x6 = x0;
            Vector512<float> y6 = y0;
            Vector512<float> x7 = x0;
            Vector512<float> y7 = y0;
            Vector512<float> x8 = x0;
            Vector512<float> y8 = y0;
            Vector512<float> x9 = x0;
            Vector512<float> y9 = y0;
            Vector512<float> x10 = x0;
            Vector512<float> y10 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                x1 = (x1 + Vector512.Load(first + 32));
                y1 = (y1 + Vector512.Load(first + 48));
                x2 = (x2 + Vector512.Load(first + 64));
                y2 = (y2 + Vector512.Load(first + 80));
                x3 = (x3 + Vector512.Load(first + 96));
                y3 = (y3 + Vector512.Load(first + 112));
                x4 = (x4 + Vector512.Load(first + 128));
                y4 = (y4 + Vector512.Load(first + 144));
                x5 = (x5 + Vector512.Load(first + 160));
                y5 = (y5 + Vector512.Load(first + 176));
                x6 = (x6 + Vector512.Load(first + 192));
                y6 = (y6 + Vector512.Load(first + 208));
                x7 = (x7 + Vector512.Load(first + 224));
                y7 = (y7 + Vector512.Load(first + 240));
                x8 = (x8 + Vector512.Load(first + 256));
                y8 = (y8 + Vector512.Load(first + 272));
                x9 = (x9 + Vector512.Load(first + 288));
                y9 = (y9 + Vector512.Load(first + 304));
                x10 = (x10 + Vector512.Load(first + 320));
                y10 = (y10 + Vector512.Load(first + 336));
                first = first + 352;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                x1 = (x1 + Vector512.Load(second + 32));
                y1 = (y1 + Vector512.Load(second + 48));
                x2 = (x2 + Vector512.Load(second + 64));
                y2 = (y2 + Vector512.Load(second + 80));
                x3 = (x3 + Vector512.Load(second + 96));
                y3 = (y3 + Vector512.Load(second + 112));
                x4 = (x4 + Vector512.Load(second + 128));
                y4 = (y4 + Vector512.Load(second + 144));
                x5 = (x5 + Vector512.Load(second + 160));
                y5 = (y5 + Vector512.Load(second + 176));
                x6 = (x6 + Vector512.Load(second + 192));
                y6 = (y6 + Vector512.Load(second + 208));
                x7 = (x7 + Vector512.Load(second + 224));
                y7 = (y7 + Vector512.Load(second + 240));
                x8 = (x8 + Vector512.Load(second + 256));
                y8 = (y8 + Vector512.Load(second + 272));
                x9 = (x9 + Vector512.Load(second + 288));
                y9 = (y9 + Vector512.Load(second + 304));
                x10 = (x10 + Vector512.Load(second + 320));
                y10 = (y10 + Vector512.Load(second + 336));
                second = second + 352;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 1 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 1 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 2 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 2 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 3 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 3 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    y1 = Avx512F.FusedMultiplyAdd(y1, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    y2 = Avx512F.FusedMultiplyAdd(y2, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    y3 = Avx512F.FusedMultiplyAdd(y3, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    y4 = Avx512F.FusedMultiplyAdd(y4, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    y5 = Avx512F.FusedMultiplyAdd(y5, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    y6 = Avx512F.FusedMultiplyAdd(y6, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    y7 = Avx512F.FusedMultiplyAdd(y7, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x8 = Avx512F.FusedMultiplyAdd(x8, gate, Vector512.Load(residual));
                    y8 = Avx512F.FusedMultiplyAdd(y8, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x9 = Avx512F.FusedMultiplyAdd(x9, gate, Vector512.Load(residual));
                    y9 = Avx512F.FusedMultiplyAdd(y9, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x10 = Avx512F.FusedMultiplyAdd(x10, gate, Vector512.Load(residual));
                    y10 = Avx512F.FusedMultiplyAdd(y10, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    y1 = (y1 + Vector512.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    y2 = (y2 + Vector512.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    y3 = (y3 + Vector512.Load(residual + next));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    y4 = (y4 + Vector512.Load(residual + next));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    y5 = (y5 + Vector512.Load(residual + next));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    y6 = (y6 + Vector512.Load(residual + next));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    y7 = (y7 + Vector512.Load(residual + next));
                    residual += row;
                    x8 = (x8 + Vector512.Load(residual));
                    y8 = (y8 + Vector512.Load(residual + next));
                    residual += row;
                    x9 = (x9 + Vector512.Load(residual));
                    y9 = (y9 + Vector512.Load(residual + next));
                    residual += row;
                    x10 = (x10 + Vector512.Load(residual));
                    y10 = (y10 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
                x4 = x4 * gate;
                y4 = y4 * gate2;
                x5 = x5 * gate;
                y5 = y5 * gate2;
                x6 = x6 * gate;
                y6 = y6 * gate2;
                x7 = x7 * gate;
                y7 = y7 * gate2;
                x8 = x8 * gate;
                y8 = y8 * gate2;
                x9 = x9 * gate;
                y9 = y9 * gate2;
                x10 = x10 * gate;
                y10 = y10 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            y1 = Avx512F.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            y2 = Avx512F.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            y3 = Avx512F.Max(low, y3);
            y3.Store(c + right);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            y4 = Avx512F.Max(low, y4);
            y4.Store(c + right);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            y5 = Avx512F.Max(low, y5);
            y5.Store(c + right);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            y6 = Avx512F.Max(low, y6);
            y6.Store(c + right);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            y7 = Avx512F.Max(low, y7);
            y7.Store(c + right);
            c += down;
            x8 = Avx512F.Max(low, x8);
            x8.Store(c);
            y8 = Avx512F.Max(low, y8);
            y8.Store(c + right);
            c += down;
            x9 = Avx512F.Max(low, x9);
            x9.Store(c);
            y9 = Avx512F.Max(low, y9);
            y9.Store(c + right);
            c += down;
            x10 = Avx512F.Max(low, x10);
            x10.Store(c);
            y10 = Avx512F.Max(low, y10);
            y10.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + x1) + (x2 + (x3 + x4))) + ((x5 + (x6 + x7)) + (x8 + (x9 + x10))))).Store(sums);
                (Vector512.Load(sums + 16) + (((y0 + y1) + (y2 + (y3 + y4))) + ((y5 + (y6 + y7)) + (y8 + (y9 + y10))))).Store(sums + 16);
            }
            input += 11 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows12x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            Vector512<float> x1 = x0;
            Vector512<float> y1 = y0;
            Vector512<float> x2 = x0;
            Vector512<float> y2 = y0;
            Vector512<float> x3 = x0;
            Vector512<float> y3 = y0;
            Vector512<float> x4 = x0;
            Vector512<float> y4 = y0;
            Vector512<float> x5 = x0;
            Vector512<float> y5 = y0;
            Vector512<float> x6 = x0;
            Vector512<float> y6 = y0;
            Vector512<float> x7 = x0;
            Vector512<float> y7 = y0;
            Vector512<float> x8 = x0;
            Vector512<float> y8 = y0;
            Vector512<float> x9 = x0;
            Vector512<float> y9 = y0;
            Vector512<float> x10 = x0;
            Vector512<float> y10 = y0;
            Vector512<float> x11 = x0;
            Vector512<float> y11 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                x1 = (x1 + Vector512.Load(first + 32));
                y1 = (y1 + Vector512.Load(first + 48));
                x2 = (x2 + Vector512.Load(first + 64));
                y2 = (y2 + Vector512.Load(first + 80));
                x3 = (x3 + Vector512.Load(first + 96));
                y3 = (y3 + Vector512.Load(first + 112));
                x4 = (x4 + Vector512.Load(first + 128));
                y4 = (y4 + Vector512.Load(first + 144));
                x5 = (x5 + Vector512.Load(first + 160));
                y5 = (y5 + Vector512.Load(first + 176));
                x6 = (x6 + Vector512.Load(first + 192));
                y6 = (y6 + Vector512.Load(first + 208));
                x7 = (x7 + Vector512.Load(first + 224));
                y7 = (y7 + Vector512.Load(first + 240));
                x8 = (x8 + Vector512.Load(first + 256));
                y8 = (y8 + Vector512.Load(first + 272));
                x9 = (x9 + Vector512.Load(first + 288));
                y9 = (y9 + Vector512.Load(first + 304));
                x10 = (x10 + Vector512.Load(first + 320));
                y10 = (y10 + Vector512.Load(first + 336));
                x11 = (x11 + Vector512.Load(first + 352));
                y11 = (y11 + Vector512.Load(first + 368));
                first = first + 384;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                x1 = (x1 + Vector512.Load(second + 32));
                y1 = (y1 + Vector512.Load(second + 48));
                x2 = (x2 + Vector512.Load(second + 64));
                y2 = (y2 + Vector512.Load(second + 80));
                x3 = (x3 + Vector512.Load(second + 96));
                y3 = (y3 + Vector512.Load(second + 112));
                x4 = (x4 + Vector512.Load(second + 128));
                y4 = (y4 + Vector512.Load(second + 144));
                x5 = (x5 + Vector512.Load(second + 160));
                y5 = (y5 + Vector512.Load(second + 176));
                x6 = (x6 + Vector512.Load(second + 192));
                y6 = (y6 + Vector512.Load(second + 208));
                x7 = (x7 + Vector512.Load(second + 224));
                y7 = (y7 + Vector512.Load(second + 240));
                x8 = (x8 + Vector512.Load(second + 256));
                y8 = (y8 + Vector512.Load(second + 272));
                x9 = (x9 + Vector512.Load(second + 288));
                y9 = (y9 + Vector512.Load(second + 304));
                x10 = (x10 + Vector512.Load(second + 320));
                y10 = (y10 + Vector512.Load(second + 336));
                x11 = (x11 + Vector512.Load(second + 352));
                y11 = (y11 + Vector512.Load(second + 368));
                second = second + 384;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 1 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 1 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    v = Vector512.Create(*(a + 1 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 2 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 2 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    v = Vector512.Create(*(a + 2 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 3 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 3 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    v = Vector512.Create(*(a + 3 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    y1 = Avx512F.FusedMultiplyAdd(y1, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    y2 = Avx512F.FusedMultiplyAdd(y2, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    y3 = Avx512F.FusedMultiplyAdd(y3, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    y4 = Avx512F.FusedMultiplyAdd(y4, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    y5 = Avx512F.FusedMultiplyAdd(y5, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    y6 = Avx512F.FusedMultiplyAdd(y6, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    y7 = Avx512F.FusedMultiplyAdd(y7, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x8 = Avx512F.FusedMultiplyAdd(x8, gate, Vector512.Load(residual));
                    y8 = Avx512F.FusedMultiplyAdd(y8, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x9 = Avx512F.FusedMultiplyAdd(x9, gate, Vector512.Load(residual));
                    y9 = Avx512F.FusedMultiplyAdd(y9, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x10 = Avx512F.FusedMultiplyAdd(x10, gate, Vector512.Load(residual));
                    y10 = Avx512F.FusedMultiplyAdd(y10, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x11 = Avx512F.FusedMultiplyAdd(x11, gate, Vector512.Load(residual));
                    y11 = Avx512F.FusedMultiplyAdd(y11, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    y1 = (y1 + Vector512.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    y2 = (y2 + Vector512.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    y3 = (y3 + Vector512.Load(residual + next));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    y4 = (y4 + Vector512.Load(residual + next));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    y5 = (y5 + Vector512.Load(residual + next));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    y6 = (y6 + Vector512.Load(residual + next));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    y7 = (y7 + Vector512.Load(residual + next));
                    residual += row;
                    x8 = (x8 + Vector512.Load(residual));
                    y8 = (y8 + Vector512.Load(residual + next));
                    residual += row;
                    x9 = (x9 + Vector512.Load(residual));
                    y9 = (y9 + Vector512.Load(residual + next));
                    residual += row;
                    x10 = (x10 + Vector512.Load(residual));
                    y10 = (y10 + Vector512.Load(residual + next));
                    residual += row;
                    x11 = (x11 + Vector512.Load(residual));
                    y11 = (y11 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
                x4 = x4 * gate;
                y4 = y4 * gate2;
                x5 = x5 * gate;
                y5 = y5 * gate2;
                x6 = x6 * gate;
                y6 = y6 * gate2;
                x7 = x7 * gate;
                y7 = y7 * gate2;
                x8 = x8 * gate;
                y8 = y8 * gate2;
                x9 = x9 * gate;
                y9 = y9 * gate2;
                x10 = x10 * gate;
                y10 = y10 * gate2;
                x11 = x11 * gate;
                y11 = y11 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            y1 = Avx512F.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            y2 = Avx512F.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            y3 = Avx512F.Max(low, y3);
            y3.Store(c + right);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            y4 = Avx512F.Max(low, y4);
            y4.Store(c + right);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            y5 = Avx512F.Max(low, y5);
            y5.Store(c + right);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            y6 = Avx512F.Max(low, y6);
            y6.Store(c + right);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            y7 = Avx512F.Max(low, y7);
            y7.Store(c + right);
            c += down;
            x8 = Avx512F.Max(low, x8);
            x8.Store(c);
            y8 = Avx512F.Max(low, y8);
            y8.Store(c + right);
            c += down;
            x9 = Avx512F.Max(low, x9);
            x9.Store(c);
            y9 = Avx512F.Max(low, y9);
            y9.Store(c + right);
            c += down;
            x10 = Avx512F.Max(low, x10);
            x10.Store(c);
            y10 = Avx512F.Max(low, y10);
            y10.Store(c + right);
            c += down;
            x11 = Avx512F.Max(low, x11);
            x11.Store(c);
            y11 = Avx512F.Max(low, y11);
            y11.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + (x1 + x2)) + (x3 + (x4 + x5))) + ((x6 + (x7 + x8)) + (x9 + (x10 + x11))))).Store(sums);
                (Vector512.Load(sums + 16) + (((y0 + (y1 + y2)) + (y3 + (y4 + y5))) + ((y6 + (y7 + y8)) + (y9 + (y10 + y11))))).Store(sums + 16);
            }
            input += 12 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows13x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            Vector512<float> x1 = x0;
            Vector512<float> y1 = y0;
            Vector512<float> x2 = x0;
            Vector512<float> y2 = y0;
            Vector512<float> x3 = x0;
            Vector512<float> y3 = y0;
            Vector512<float> x4 = x0;
            Vector512<float> y4 = y0;
            Vector512<float> x5 = x0;
            Vector512<float> y5 = y0;
            Vector512<float> x6 = x0;
            Vector512<float> y6 = y0;
            Vector512<float> x7 = x0;
            Vector512<float> y7 = y0;
            Vector512<float> x8 = x0;
            Vector512<float> y8 = y0;
            Vector512<float> x9 = x0;
            Vector512<float> y9 = y0;
            Vector512<float> x10 = x0;
            Vector512<float> y10 = y0;
            Vector512<float> x11 = x0;
            Vector512<float> y11 = y0;
            Vector512<float> x12 = x0;
            Vector512<float> y12 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                x1 = (x1 + Vector512.Load(first + 32));
                y1 = (y1 + Vector512.Load(first + 48));
                x2 = (x2 + Vector512.Load(first + 64));
                y2 = (y2 + Vector512.Load(first + 80));
                x3 = (x3 + Vector512.Load(first + 96));
                y3 = (y3 + Vector512.Load(first + 112));
                x4 = (x4 + Vector512.Load(first + 128));
                y4 = (y4 + Vector512.Load(first + 144));
                x5 = (x5 + Vector512.Load(first + 160));
                y5 = (y5 + Vector512.Load(first + 176));
                x6 = (x6 + Vector512.Load(first + 192));
                y6 = (y6 + Vector512.Load(first + 208));
                x7 = (x7 + Vector512.Load(first + 224));
                y7 = (y7 + Vector512.Load(first + 240));
                x8 = (x8 + Vector512.Load(first + 256));
                y8 = (y8 + Vector512.Load(first + 272));
                x9 = (x9 + Vector512.Load(first + 288));
                y9 = (y9 + Vector512.Load(first + 304));
                x10 = (x10 + Vector512.Load(first + 320));
                y10 = (y10 + Vector512.Load(first + 336));
                x11 = (x11 + Vector512.Load(first + 352));
                y11 = (y11 + Vector512.Load(first + 368));
                x12 = (x12 + Vector512.Load(first + 384));
                y12 = (y12 + Vector512.Load(first + 400));
                first = first + 416;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                x1 = (x1 + Vector512.Load(second + 32));
                y1 = (y1 + Vector512.Load(second + 48));
                x2 = (x2 + Vector512.Load(second + 64));
                y2 = (y2 + Vector512.Load(second + 80));
                x3 = (x3 + Vector512.Load(second + 96));
                y3 = (y3 + Vector512.Load(second + 112));
                x4 = (x4 + Vector512.Load(second + 128));
                y4 = (y4 + Vector512.Load(second + 144));
                x5 = (x5 + Vector512.Load(second + 160));
                y5 = (y5 + Vector512.Load(second + 176));
                x6 = (x6 + Vector512.Load(second + 192));
                y6 = (y6 + Vector512.Load(second + 208));
                x7 = (x7 + Vector512.Load(second + 224));
                y7 = (y7 + Vector512.Load(second + 240));
                x8 = (x8 + Vector512.Load(second + 256));
                y8 = (y8 + Vector512.Load(second + 272));
                x9 = (x9 + Vector512.Load(second + 288));
                y9 = (y9 + Vector512.Load(second + 304));
                x10 = (x10 + Vector512.Load(second + 320));
                y10 = (y10 + Vector512.Load(second + 336));
                x11 = (x11 + Vector512.Load(second + 352));
                y11 = (y11 + Vector512.Load(second + 368));
                x12 = (x12 + Vector512.Load(second + 384));
                y12 = (y12 + Vector512.Load(second + 400));
                second = second + 416;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                    v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 1 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 1 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    v = Vector512.Create(*(a + 1 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                    v = Vector512.Create(*(a + 1 + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 2 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 2 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    v = Vector512.Create(*(a + 2 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                    v = Vector512.Create(*(a + 2 + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 3 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 3 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    v = Vector512.Create(*(a + 3 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                    v = Vector512.Create(*(a + 3 + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    y1 = Avx512F.FusedMultiplyAdd(y1, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    y2 = Avx512F.FusedMultiplyAdd(y2, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    y3 = Avx512F.FusedMultiplyAdd(y3, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    y4 = Avx512F.FusedMultiplyAdd(y4, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    y5 = Avx512F.FusedMultiplyAdd(y5, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    y6 = Avx512F.FusedMultiplyAdd(y6, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    y7 = Avx512F.FusedMultiplyAdd(y7, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x8 = Avx512F.FusedMultiplyAdd(x8, gate, Vector512.Load(residual));
                    y8 = Avx512F.FusedMultiplyAdd(y8, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x9 = Avx512F.FusedMultiplyAdd(x9, gate, Vector512.Load(residual));
                    y9 = Avx512F.FusedMultiplyAdd(y9, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x10 = Avx512F.FusedMultiplyAdd(x10, gate, Vector512.Load(residual));
                    y10 = Avx512F.FusedMultiplyAdd(y10, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x11 = Avx512F.FusedMultiplyAdd(x11, gate, Vector512.Load(residual));
                    y11 = Avx512F.FusedMultiplyAdd(y11, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x12 = Avx512F.FusedMultiplyAdd(x12, gate, Vector512.Load(residual));
                    y12 = Avx512F.FusedMultiplyAdd(y12, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    y1 = (y1 + Vector512.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    y2 = (y2 + Vector512.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    y3 = (y3 + Vector512.Load(residual + next));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    y4 = (y4 + Vector512.Load(residual + next));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    y5 = (y5 + Vector512.Load(residual + next));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    y6 = (y6 + Vector512.Load(residual + next));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    y7 = (y7 + Vector512.Load(residual + next));
                    residual += row;
                    x8 = (x8 + Vector512.Load(residual));
                    y8 = (y8 + Vector512.Load(residual + next));
                    residual += row;
                    x9 = (x9 + Vector512.Load(residual));
                    y9 = (y9 + Vector512.Load(residual + next));
                    residual += row;
                    x10 = (x10 + Vector512.Load(residual));
                    y10 = (y10 + Vector512.Load(residual + next));
                    residual += row;
                    x11 = (x11 + Vector512.Load(residual));
                    y11 = (y11 + Vector512.Load(residual + next));
                    residual += row;
                    x12 = (x12 + Vector512.Load(residual));
                    y12 = (y12 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
                x4 = x4 * gate;
                y4 = y4 * gate2;
                x5 = x5 * gate;
                y5 = y5 * gate2;
                x6 = x6 * gate;
                y6 = y6 * gate2;
                x7 = x7 * gate;
                y7 = y7 * gate2;
                x8 = x8 * gate;
                y8 = y8 * gate2;
                x9 = x9 * gate;
                y9 = y9 * gate2;
                x10 = x10 * gate;
                y10 = y10 * gate2;
                x11 = x11 * gate;
                y11 = y11 * gate2;
                x12 = x12 * gate;
                y12 = y12 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            y1 = Avx512F.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            y2 = Avx512F.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            y3 = Avx512F.Max(low, y3);
            y3.Store(c + right);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            y4 = Avx512F.Max(low, y4);
            y4.Store(c + right);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            y5 = Avx512F.Max(low, y5);
            y5.Store(c + right);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            y6 = Avx512F.Max(low, y6);
            y6.Store(c + right);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            y7 = Avx512F.Max(low, y7);
            y7.Store(c + right);
            c += down;
            x8 = Avx512F.Max(low, x8);
            x8.Store(c);
            y8 = Avx512F.Max(low, y8);
            y8.Store(c + right);
            c += down;
            x9 = Avx512F.Max(low, x9);
            x9.Store(c);
            y9 = Avx512F.Max(low, y9);
            y9.Store(c + right);
            c += down;
            x10 = Avx512F.Max(low, x10);
            x10.Store(c);
            y10 = Avx512F.Max(low, y10);
            y10.Store(c + right);
            c += down;
            x11 = Avx512F.Max(low, x11);
            x11.Store(c);
            y11 = Avx512F.Max(low, y11);
            y11.Store(c + right);
            c += down;
            x12 = Avx512F.Max(low, x12);
            x12.Store(c);
            y12 = Avx512F.Max(low, y12);
            y12.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + (x1 + x2)) + (x3 + (x4 + x5))) + ((x6 + (x7 + x8)) + ((x9 + x10) + (x11 + x12))))).Store(sums);
                (Vector512.Load(sums + 16) + (((y0 + (y1 + y2)) + (y3 + (y4 + y5))) + ((y6 + (y7 + y8)) + ((y9 + y10) + (y11 + y12))))).Store(sums + 16);
            }
            input += 13 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows14x2V512<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector512<float> x0 = Vector512.Load(tile->Bias);
            Vector512<float> y0 = Vector512.Load(tile->Bias + 16);
            Vector512<float> x1 = x0;
            Vector512<float> y1 = y0;
            Vector512<float> x2 = x0;
            Vector512<float> y2 = y0;
            Vector512<float> x3 = x0;
            Vector512<float> y3 = y0;
            Vector512<float> x4 = x0;
            Vector512<float> y4 = y0;
            Vector512<float> x5 = x0;
            Vector512<float> y5 = y0;
            Vector512<float> x6 = x0;
            Vector512<float> y6 = y0;
            Vector512<float> x7 = x0;
            Vector512<float> y7 = y0;
            Vector512<float> x8 = x0;
            Vector512<float> y8 = y0;
            Vector512<float> x9 = x0;
            Vector512<float> y9 = y0;
            Vector512<float> x10 = x0;
            Vector512<float> y10 = y0;
            Vector512<float> x11 = x0;
            Vector512<float> y11 = y0;
            Vector512<float> x12 = x0;
            Vector512<float> y12 = y0;
            Vector512<float> x13 = x0;
            Vector512<float> y13 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector512.Load(first));
                y0 = (y0 + Vector512.Load(first + 16));
                x1 = (x1 + Vector512.Load(first + 32));
                y1 = (y1 + Vector512.Load(first + 48));
                x2 = (x2 + Vector512.Load(first + 64));
                y2 = (y2 + Vector512.Load(first + 80));
                x3 = (x3 + Vector512.Load(first + 96));
                y3 = (y3 + Vector512.Load(first + 112));
                x4 = (x4 + Vector512.Load(first + 128));
                y4 = (y4 + Vector512.Load(first + 144));
                x5 = (x5 + Vector512.Load(first + 160));
                y5 = (y5 + Vector512.Load(first + 176));
                x6 = (x6 + Vector512.Load(first + 192));
                y6 = (y6 + Vector512.Load(first + 208));
                x7 = (x7 + Vector512.Load(first + 224));
                y7 = (y7 + Vector512.Load(first + 240));
                x8 = (x8 + Vector512.Load(first + 256));
                y8 = (y8 + Vector512.Load(first + 272));
                x9 = (x9 + Vector512.Load(first + 288));
                y9 = (y9 + Vector512.Load(first + 304));
                x10 = (x10 + Vector512.Load(first + 320));
                y10 = (y10 + Vector512.Load(first + 336));
                x11 = (x11 + Vector512.Load(first + 352));
                y11 = (y11 + Vector512.Load(first + 368));
                x12 = (x12 + Vector512.Load(first + 384));
                y12 = (y12 + Vector512.Load(first + 400));
                x13 = (x13 + Vector512.Load(first + 416));
                y13 = (y13 + Vector512.Load(first + 432));
                first = first + 448;
            }
            if (second != null)
            {
                x0 = (x0 + Vector512.Load(second));
                y0 = (y0 + Vector512.Load(second + 16));
                x1 = (x1 + Vector512.Load(second + 32));
                y1 = (y1 + Vector512.Load(second + 48));
                x2 = (x2 + Vector512.Load(second + 64));
                y2 = (y2 + Vector512.Load(second + 80));
                x3 = (x3 + Vector512.Load(second + 96));
                y3 = (y3 + Vector512.Load(second + 112));
                x4 = (x4 + Vector512.Load(second + 128));
                y4 = (y4 + Vector512.Load(second + 144));
                x5 = (x5 + Vector512.Load(second + 160));
                y5 = (y5 + Vector512.Load(second + 176));
                x6 = (x6 + Vector512.Load(second + 192));
                y6 = (y6 + Vector512.Load(second + 208));
                x7 = (x7 + Vector512.Load(second + 224));
                y7 = (y7 + Vector512.Load(second + 240));
                x8 = (x8 + Vector512.Load(second + 256));
                y8 = (y8 + Vector512.Load(second + 272));
                x9 = (x9 + Vector512.Load(second + 288));
                y9 = (y9 + Vector512.Load(second + 304));
                x10 = (x10 + Vector512.Load(second + 320));
                y10 = (y10 + Vector512.Load(second + 336));
                x11 = (x11 + Vector512.Load(second + 352));
                y11 = (y11 + Vector512.Load(second + 368));
                x12 = (x12 + Vector512.Load(second + 384));
                y12 = (y12 + Vector512.Load(second + 400));
                x13 = (x13 + Vector512.Load(second + 416));
                y13 = (y13 + Vector512.Load(second + 432));
                second = second + 448;
            }
            Vector512<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector512.Load(b);
                    q = Vector512.Load(b + 16);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                    v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                    v = Vector512.Create(*(a + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13); y13 = Avx512F.FusedMultiplyAdd(v, q, y13);
                    p = Vector512.Load(b + 32);
                    q = Vector512.Load(b + 48);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 1)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 1 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 1 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 1 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    v = Vector512.Create(*(a + 1 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                    v = Vector512.Create(*(a + 1 + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                    v = Vector512.Create(*(a + 1 + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13); y13 = Avx512F.FusedMultiplyAdd(v, q, y13);
                    p = Vector512.Load(b + 64);
                    q = Vector512.Load(b + 80);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 2)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 2 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 2 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 2 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    v = Vector512.Create(*(a + 2 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                    v = Vector512.Create(*(a + 2 + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                    v = Vector512.Create(*(a + 2 + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13); y13 = Avx512F.FusedMultiplyAdd(v, q, y13);
                    p = Vector512.Load(b + 96);
                    q = Vector512.Load(b + 112);
                    if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                    v = Vector512.Create(*(a + 3)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                    v = Vector512.Create(*(a + 3 + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                    v = Vector512.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                    v = Vector512.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                    v = Vector512.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                    v = Vector512.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                    v = Vector512.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                    v = Vector512.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                    v = Vector512.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                    v = Vector512.Create(*(a + 3 + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                    v = Vector512.Create(*(a + 3 + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                    v = Vector512.Create(*(a + 3 + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                    v = Vector512.Create(*(a + 3 + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                    v = Vector512.Create(*(a + 3 + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13); y13 = Avx512F.FusedMultiplyAdd(v, q, y13);
                    b = b + 128;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                v = Vector512.Create(*(a + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13); y13 = Avx512F.FusedMultiplyAdd(v, q, y13);
                a = input + offsets[1];
                p = Vector512.Load(b + 32);
                q = Vector512.Load(b + 48);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                v = Vector512.Create(*(a + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13); y13 = Avx512F.FusedMultiplyAdd(v, q, y13);
                a = input + offsets[2];
                p = Vector512.Load(b + 64);
                q = Vector512.Load(b + 80);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                v = Vector512.Create(*(a + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13); y13 = Avx512F.FusedMultiplyAdd(v, q, y13);
                a = input + offsets[3];
                p = Vector512.Load(b + 96);
                q = Vector512.Load(b + 112);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                v = Vector512.Create(*(a + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13); y13 = Avx512F.FusedMultiplyAdd(v, q, y13);
                b = b + 128;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector512.Load(b);
                q = Vector512.Load(b + 16);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector512.Create(*(a)); x0 = Avx512F.FusedMultiplyAdd(v, p, x0); y0 = Avx512F.FusedMultiplyAdd(v, q, y0);
                v = Vector512.Create(*(a + TRow.Floats)); x1 = Avx512F.FusedMultiplyAdd(v, p, x1); y1 = Avx512F.FusedMultiplyAdd(v, q, y1);
                v = Vector512.Create(*(a + 2 * TRow.Floats)); x2 = Avx512F.FusedMultiplyAdd(v, p, x2); y2 = Avx512F.FusedMultiplyAdd(v, q, y2);
                v = Vector512.Create(*(a + 3 * TRow.Floats)); x3 = Avx512F.FusedMultiplyAdd(v, p, x3); y3 = Avx512F.FusedMultiplyAdd(v, q, y3);
                v = Vector512.Create(*(a + 4 * TRow.Floats)); x4 = Avx512F.FusedMultiplyAdd(v, p, x4); y4 = Avx512F.FusedMultiplyAdd(v, q, y4);
                v = Vector512.Create(*(a + 5 * TRow.Floats)); x5 = Avx512F.FusedMultiplyAdd(v, p, x5); y5 = Avx512F.FusedMultiplyAdd(v, q, y5);
                v = Vector512.Create(*(a + 6 * TRow.Floats)); x6 = Avx512F.FusedMultiplyAdd(v, p, x6); y6 = Avx512F.FusedMultiplyAdd(v, q, y6);
                v = Vector512.Create(*(a + 7 * TRow.Floats)); x7 = Avx512F.FusedMultiplyAdd(v, p, x7); y7 = Avx512F.FusedMultiplyAdd(v, q, y7);
                v = Vector512.Create(*(a + 8 * TRow.Floats)); x8 = Avx512F.FusedMultiplyAdd(v, p, x8); y8 = Avx512F.FusedMultiplyAdd(v, q, y8);
                v = Vector512.Create(*(a + 9 * TRow.Floats)); x9 = Avx512F.FusedMultiplyAdd(v, p, x9); y9 = Avx512F.FusedMultiplyAdd(v, q, y9);
                v = Vector512.Create(*(a + 10 * TRow.Floats)); x10 = Avx512F.FusedMultiplyAdd(v, p, x10); y10 = Avx512F.FusedMultiplyAdd(v, q, y10);
                v = Vector512.Create(*(a + 11 * TRow.Floats)); x11 = Avx512F.FusedMultiplyAdd(v, p, x11); y11 = Avx512F.FusedMultiplyAdd(v, q, y11);
                v = Vector512.Create(*(a + 12 * TRow.Floats)); x12 = Avx512F.FusedMultiplyAdd(v, p, x12); y12 = Avx512F.FusedMultiplyAdd(v, q, y12);
                v = Vector512.Create(*(a + 13 * TRow.Floats)); x13 = Avx512F.FusedMultiplyAdd(v, p, x13); y13 = Avx512F.FusedMultiplyAdd(v, q, y13);
                b = b + 32;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector512<float> gate = Vector512.Load(tile->Gate);
                    Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                    x0 = Avx512F.FusedMultiplyAdd(x0, gate, Vector512.Load(residual));
                    y0 = Avx512F.FusedMultiplyAdd(y0, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x1 = Avx512F.FusedMultiplyAdd(x1, gate, Vector512.Load(residual));
                    y1 = Avx512F.FusedMultiplyAdd(y1, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x2 = Avx512F.FusedMultiplyAdd(x2, gate, Vector512.Load(residual));
                    y2 = Avx512F.FusedMultiplyAdd(y2, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x3 = Avx512F.FusedMultiplyAdd(x3, gate, Vector512.Load(residual));
                    y3 = Avx512F.FusedMultiplyAdd(y3, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x4 = Avx512F.FusedMultiplyAdd(x4, gate, Vector512.Load(residual));
                    y4 = Avx512F.FusedMultiplyAdd(y4, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x5 = Avx512F.FusedMultiplyAdd(x5, gate, Vector512.Load(residual));
                    y5 = Avx512F.FusedMultiplyAdd(y5, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x6 = Avx512F.FusedMultiplyAdd(x6, gate, Vector512.Load(residual));
                    y6 = Avx512F.FusedMultiplyAdd(y6, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x7 = Avx512F.FusedMultiplyAdd(x7, gate, Vector512.Load(residual));
                    y7 = Avx512F.FusedMultiplyAdd(y7, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x8 = Avx512F.FusedMultiplyAdd(x8, gate, Vector512.Load(residual));
                    y8 = Avx512F.FusedMultiplyAdd(y8, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x9 = Avx512F.FusedMultiplyAdd(x9, gate, Vector512.Load(residual));
                    y9 = Avx512F.FusedMultiplyAdd(y9, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x10 = Avx512F.FusedMultiplyAdd(x10, gate, Vector512.Load(residual));
                    y10 = Avx512F.FusedMultiplyAdd(y10, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x11 = Avx512F.FusedMultiplyAdd(x11, gate, Vector512.Load(residual));
                    y11 = Avx512F.FusedMultiplyAdd(y11, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x12 = Avx512F.FusedMultiplyAdd(x12, gate, Vector512.Load(residual));
                    y12 = Avx512F.FusedMultiplyAdd(y12, gate2, Vector512.Load(residual + next));
                    residual += row;
                    x13 = Avx512F.FusedMultiplyAdd(x13, gate, Vector512.Load(residual));
                    y13 = Avx512F.FusedMultiplyAdd(y13, gate2, Vector512.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector512.Load(residual));
                    y0 = (y0 + Vector512.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector512.Load(residual));
                    y1 = (y1 + Vector512.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector512.Load(residual));
                    y2 = (y2 + Vector512.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector512.Load(residual));
                    y3 = (y3 + Vector512.Load(residual + next));
                    residual += row;
                    x4 = (x4 + Vector512.Load(residual));
                    y4 = (y4 + Vector512.Load(residual + next));
                    residual += row;
                    x5 = (x5 + Vector512.Load(residual));
                    y5 = (y5 + Vector512.Load(residual + next));
                    residual += row;
                    x6 = (x6 + Vector512.Load(residual));
                    y6 = (y6 + Vector512.Load(residual + next));
                    residual += row;
                    x7 = (x7 + Vector512.Load(residual));
                    y7 = (y7 + Vector512.Load(residual + next));
                    residual += row;
                    x8 = (x8 + Vector512.Load(residual));
                    y8 = (y8 + Vector512.Load(residual + next));
                    residual += row;
                    x9 = (x9 + Vector512.Load(residual));
                    y9 = (y9 + Vector512.Load(residual + next));
                    residual += row;
                    x10 = (x10 + Vector512.Load(residual));
                    y10 = (y10 + Vector512.Load(residual + next));
                    residual += row;
                    x11 = (x11 + Vector512.Load(residual));
                    y11 = (y11 + Vector512.Load(residual + next));
                    residual += row;
                    x12 = (x12 + Vector512.Load(residual));
                    y12 = (y12 + Vector512.Load(residual + next));
                    residual += row;
                    x13 = (x13 + Vector512.Load(residual));
                    y13 = (y13 + Vector512.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector512<float> gate = Vector512.Load(tile->Gate);
                Vector512<float> gate2 = Vector512.Load(tile->Gate + 16);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
                x4 = x4 * gate;
                y4 = y4 * gate2;
                x5 = x5 * gate;
                y5 = y5 * gate2;
                x6 = x6 * gate;
                y6 = y6 * gate2;
                x7 = x7 * gate;
                y7 = y7 * gate2;
                x8 = x8 * gate;
                y8 = y8 * gate2;
                x9 = x9 * gate;
                y9 = y9 * gate2;
                x10 = x10 * gate;
                y10 = y10 * gate2;
                x11 = x11 * gate;
                y11 = y11 * gate2;
                x12 = x12 * gate;
                y12 = y12 * gate2;
                x13 = x13 * gate;
                y13 = y13 * gate2;
            }
            Vector512<float> low = Vector512.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx512F.Max(low, x0);
            x0.Store(c);
            y0 = Avx512F.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx512F.Max(low, x1);
            x1.Store(c);
            y1 = Avx512F.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx512F.Max(low, x2);
            x2.Store(c);
            y2 = Avx512F.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx512F.Max(low, x3);
            x3.Store(c);
            y3 = Avx512F.Max(low, y3);
            y3.Store(c + right);
            c += down;
            x4 = Avx512F.Max(low, x4);
            x4.Store(c);
            y4 = Avx512F.Max(low, y4);
            y4.Store(c + right);
            c += down;
            x5 = Avx512F.Max(low, x5);
            x5.Store(c);
            y5 = Avx512F.Max(low, y5);
            y5.Store(c + right);
            c += down;
            x6 = Avx512F.Max(low, x6);
            x6.Store(c);
            y6 = Avx512F.Max(low, y6);
            y6.Store(c + right);
            c += down;
            x7 = Avx512F.Max(low, x7);
            x7.Store(c);
            y7 = Avx512F.Max(low, y7);
            y7.Store(c + right);
            c += down;
            x8 = Avx512F.Max(low, x8);
            x8.Store(c);
            y8 = Avx512F.Max(low, y8);
            y8.Store(c + right);
            c += down;
            x9 = Avx512F.Max(low, x9);
            x9.Store(c);
            y9 = Avx512F.Max(low, y9);
            y9.Store(c + right);
            c += down;
            x10 = Avx512F.Max(low, x10);
            x10.Store(c);
            y10 = Avx512F.Max(low, y10);
            y10.Store(c + right);
            c += down;
            x11 = Avx512F.Max(low, x11);
            x11.Store(c);
            y11 = Avx512F.Max(low, y11);
            y11.Store(c + right);
            c += down;
            x12 = Avx512F.Max(low, x12);
            x12.Store(c);
            y12 = Avx512F.Max(low, y12);
            y12.Store(c + right);
            c += down;
            x13 = Avx512F.Max(low, x13);
            x13.Store(c);
            y13 = Avx512F.Max(low, y13);
            y13.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector512.Load(sums) + (((x0 + (x1 + x2)) + ((x3 + x4) + (x5 + x6))) + ((x7 + (x8 + x9)) + ((x10 + x11) + (x12 + x13))))).Store(sums);
                (Vector512.Load(sums + 16) + (((y0 + (y1 + y2)) + ((y3 + y4) + (y5 + y6))) + ((y7 + (y8 + y9)) + ((y10 + y11) + (y12 + y13))))).Store(sums + 16);
            }
            input += 14 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows1x1V256<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                first = first + 8;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                second = second + 8;
            }
            Vector256<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector256.Load(b);
                    v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                    p = Vector256.Load(b + 8);
                    v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0);
                    p = Vector256.Load(b + 16);
                    v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0);
                    p = Vector256.Load(b + 24);
                    v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0);
                    b = b + 32;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                a = input + offsets[1];
                p = Vector256.Load(b + 8);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                a = input + offsets[2];
                p = Vector256.Load(b + 16);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                a = input + offsets[3];
                p = Vector256.Load(b + 24);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                b = b + 32;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                b = b + 8;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                x0 = x0 * gate;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + x0).Store(sums);
            }
            input += TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows2x1V256<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> x1 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                x1 = (x1 + Vector256.Load(first + 8));
                first = first + 16;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                x1 = (x1 + Vector256.Load(second + 8));
                second = second + 16;
            }
            Vector256<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector256.Load(b);
                    v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    p = Vector256.Load(b + 8);
                    v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    p = Vector256.Load(b + 16);
                    v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    p = Vector256.Load(b + 24);
                    v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    b = b + 32;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                a = input + offsets[1];
                p = Vector256.Load(b + 8);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                a = input + offsets[2];
                p = Vector256.Load(b + 16);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                a = input + offsets[3];
                p = Vector256.Load(b + 24);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                b = b + 32;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                b = b + 8;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + (x0 + x1)).Store(sums);
            }
            input += 2 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows3x1V256<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> x1 = x0;
            Vector256<float> x2 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                x1 = (x1 + Vector256.Load(first + 8));
                x2 = (x2 + Vector256.Load(first + 16));
                first = first + 24;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                x1 = (x1 + Vector256.Load(second + 8));
                x2 = (x2 + Vector256.Load(second + 16));
                second = second + 24;
            }
            Vector256<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector256.Load(b);
                    v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    p = Vector256.Load(b + 8);
                    v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    p = Vector256.Load(b + 16);
                    v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    p = Vector256.Load(b + 24);
                    v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    b = b + 32;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                a = input + offsets[1];
                p = Vector256.Load(b + 8);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                a = input + offsets[2];
                p = Vector256.Load(b + 16);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                a = input + offsets[3];
                p = Vector256.Load(b + 24);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                b = b + 32;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                b = b + 8;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + (x0 + (x1 + x2))).Store(sums);
            }
            input += 3 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows4x1V256<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> x1 = x0;
            Vector256<float> x2 = x0;
            Vector256<float> x3 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                x1 = (x1 + Vector256.Load(first + 8));
                x2 = (x2 + Vector256.Load(first + 16));
                x3 = (x3 + Vector256.Load(first + 24));
                first = first + 32;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                x1 = (x1 + Vector256.Load(second + 8));
                x2 = (x2 + Vector256.Load(second + 16));
                x3 = (x3 + Vector256.Load(second + 24));
                second = second + 32;
            }
            Vector256<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector256.Load(b);
                    v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    p = Vector256.Load(b + 8);
                    v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    p = Vector256.Load(b + 16);
                    v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    p = Vector256.Load(b + 24);
                    v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    b = b + 32;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                a = input + offsets[1];
                p = Vector256.Load(b + 8);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                a = input + offsets[2];
                p = Vector256.Load(b + 16);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                a = input + offsets[3];
                p = Vector256.Load(b + 24);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                b = b + 32;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                b = b + 8;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    residual += row;
                    x3 = Fma.MultiplyAdd(x3, gate, Vector256.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector256.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx.Max(low, x3);
            x3.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + ((x0 + x1) + (x2 + x3))).Store(sums);
            }
            input += 4 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows5x1V256<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> x1 = x0;
            Vector256<float> x2 = x0;
            Vector256<float> x3 = x0;
            Vector256<float> x4 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                x1 = (x1 + Vector256.Load(first + 8));
                x2 = (x2 + Vector256.Load(first + 16));
                x3 = (x3 + Vector256.Load(first + 24));
                x4 = (x4 + Vector256.Load(first + 32));
                first = first + 40;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                x1 = (x1 + Vector256.Load(second + 8));
                x2 = (x2 + Vector256.Load(second + 16));
                x3 = (x3 + Vector256.Load(second + 24));
                x4 = (x4 + Vector256.Load(second + 32));
                second = second + 40;
            }
            Vector256<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector256.Load(b);
                    v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    p = Vector256.Load(b + 8);
                    v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    p = Vector256.Load(b + 16);
                    v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    p = Vector256.Load(b + 24);
                    v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    b = b + 32;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                a = input + offsets[1];
                p = Vector256.Load(b + 8);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                a = input + offsets[2];
                p = Vector256.Load(b + 16);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                a = input + offsets[3];
                p = Vector256.Load(b + 24);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                b = b + 32;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                b = b + 8;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    residual += row;
                    x3 = Fma.MultiplyAdd(x3, gate, Vector256.Load(residual));
                    residual += row;
                    x4 = Fma.MultiplyAdd(x4, gate, Vector256.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector256.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector256.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx.Max(low, x4);
            x4.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + ((x0 + x1) + (x2 + (x3 + x4)))).Store(sums);
            }
            input += 5 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows6x1V256<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> x1 = x0;
            Vector256<float> x2 = x0;
            Vector256<float> x3 = x0;
            Vector256<float> x4 = x0;
            Vector256<float> x5 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                x1 = (x1 + Vector256.Load(first + 8));
                x2 = (x2 + Vector256.Load(first + 16));
                x3 = (x3 + Vector256.Load(first + 24));
                x4 = (x4 + Vector256.Load(first + 32));
                x5 = (x5 + Vector256.Load(first + 40));
                first = first + 48;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                x1 = (x1 + Vector256.Load(second + 8));
                x2 = (x2 + Vector256.Load(second + 16));
                x3 = (x3 + Vector256.Load(second + 24));
                x4 = (x4 + Vector256.Load(second + 32));
                x5 = (x5 + Vector256.Load(second + 40));
                second = second + 48;
            }
            Vector256<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector256.Load(b);
                    v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    p = Vector256.Load(b + 8);
                    v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    p = Vector256.Load(b + 16);
                    v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    p = Vector256.Load(b + 24);
                    v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    b = b + 32;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                a = input + offsets[1];
                p = Vector256.Load(b + 8);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                a = input + offsets[2];
                p = Vector256.Load(b + 16);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                a = input + offsets[3];
                p = Vector256.Load(b + 24);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                b = b + 32;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                b = b + 8;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    residual += row;
                    x3 = Fma.MultiplyAdd(x3, gate, Vector256.Load(residual));
                    residual += row;
                    x4 = Fma.MultiplyAdd(x4, gate, Vector256.Load(residual));
                    residual += row;
                    x5 = Fma.MultiplyAdd(x5, gate, Vector256.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector256.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector256.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector256.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx.Max(low, x5);
            x5.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + ((x0 + (x1 + x2)) + (x3 + (x4 + x5)))).Store(sums);
            }
            input += 6 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows7x1V256<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> x1 = x0;
            Vector256<float> x2 = x0;
            Vector256<float> x3 = x0;
            Vector256<float> x4 = x0;
            Vector256<float> x5 = x0;
            Vector256<float> x6 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                x1 = (x1 + Vector256.Load(first + 8));
                x2 = (x2 + Vector256.Load(first + 16));
                x3 = (x3 + Vector256.Load(first + 24));
                x4 = (x4 + Vector256.Load(first + 32));
                x5 = (x5 + Vector256.Load(first + 40));
                x6 = (x6 + Vector256.Load(first + 48));
                first = first + 56;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                x1 = (x1 + Vector256.Load(second + 8));
                x2 = (x2 + Vector256.Load(second + 16));
                x3 = (x3 + Vector256.Load(second + 24));
                x4 = (x4 + Vector256.Load(second + 32));
                x5 = (x5 + Vector256.Load(second + 40));
                x6 = (x6 + Vector256.Load(second + 48));
                second = second + 56;
            }
            Vector256<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector256.Load(b);
                    v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    p = Vector256.Load(b + 8);
                    v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    p = Vector256.Load(b + 16);
                    v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    p = Vector256.Load(b + 24);
                    v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    b = b + 32;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                a = input + offsets[1];
                p = Vector256.Load(b + 8);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                a = input + offsets[2];
                p = Vector256.Load(b + 16);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                a = input + offsets[3];
                p = Vector256.Load(b + 24);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                b = b + 32;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                b = b + 8;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    residual += row;
                    x3 = Fma.MultiplyAdd(x3, gate, Vector256.Load(residual));
                    residual += row;
                    x4 = Fma.MultiplyAdd(x4, gate, Vector256.Load(residual));
                    residual += row;
                    x5 = Fma.MultiplyAdd(x5, gate, Vector256.Load(residual));
                    residual += row;
                    x6 = Fma.MultiplyAdd(x6, gate, Vector256.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector256.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector256.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector256.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector256.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx.Max(low, x6);
            x6.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + ((x0 + (x1 + x2)) + ((x3 + x4) + (x5 + x6)))).Store(sums);
            }
            input += 7 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows8x1V256<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> x1 = x0;
            Vector256<float> x2 = x0;
            Vector256<float> x3 = x0;
            Vector256<float> x4 = x0;
            Vector256<float> x5 = x0;
            Vector256<float> x6 = x0;
            Vector256<float> x7 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                x1 = (x1 + Vector256.Load(first + 8));
                x2 = (x2 + Vector256.Load(first + 16));
                x3 = (x3 + Vector256.Load(first + 24));
                x4 = (x4 + Vector256.Load(first + 32));
                x5 = (x5 + Vector256.Load(first + 40));
                x6 = (x6 + Vector256.Load(first + 48));
                x7 = (x7 + Vector256.Load(first + 56));
                first = first + 64;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                x1 = (x1 + Vector256.Load(second + 8));
                x2 = (x2 + Vector256.Load(second + 16));
                x3 = (x3 + Vector256.Load(second + 24));
                x4 = (x4 + Vector256.Load(second + 32));
                x5 = (x5 + Vector256.Load(second + 40));
                x6 = (x6 + Vector256.Load(second + 48));
                x7 = (x7 + Vector256.Load(second + 56));
                second = second + 64;
            }
            Vector256<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector256.Load(b);
                    v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    p = Vector256.Load(b + 8);
                    v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    p = Vector256.Load(b + 16);
                    v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    p = Vector256.Load(b + 24);
                    v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    b = b + 32;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                a = input + offsets[1];
                p = Vector256.Load(b + 8);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                a = input + offsets[2];
                p = Vector256.Load(b + 16);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                a = input + offsets[3];
                p = Vector256.Load(b + 24);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                b = b + 32;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                b = b + 8;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    residual += row;
                    x3 = Fma.MultiplyAdd(x3, gate, Vector256.Load(residual));
                    residual += row;
                    x4 = Fma.MultiplyAdd(x4, gate, Vector256.Load(residual));
                    residual += row;
                    x5 = Fma.MultiplyAdd(x5, gate, Vector256.Load(residual));
                    residual += row;
                    x6 = Fma.MultiplyAdd(x6, gate, Vector256.Load(residual));
                    residual += row;
                    x7 = Fma.MultiplyAdd(x7, gate, Vector256.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector256.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector256.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector256.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector256.Load(residual));
                    residual += row;
                    x7 = (x7 + Vector256.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
                x7 = x7 * gate;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx.Max(low, x6);
            x6.Store(c);
            c += down;
            x7 = Avx.Max(low, x7);
            x7.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + (((x0 + x1) + (x2 + x3)) + ((x4 + x5) + (x6 + x7)))).Store(sums);
            }
            input += 8 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows9x1V256<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> x1 = x0;
            Vector256<float> x2 = x0;
            Vector256<float> x3 = x0;
            Vector256<float> x4 = x0;
            Vector256<float> x5 = x0;
            Vector256<float> x6 = x0;
            Vector256<float> x7 = x0;
            Vector256<float> x8 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                x1 = (x1 + Vector256.Load(first + 8));
                x2 = (x2 + Vector256.Load(first + 16));
                x3 = (x3 + Vector256.Load(first + 24));
                x4 = (x4 + Vector256.Load(first + 32));
                x5 = (x5 + Vector256.Load(first + 40));
                x6 = (x6 + Vector256.Load(first + 48));
                x7 = (x7 + Vector256.Load(first + 56));
                x8 = (x8 + Vector256.Load(first + 64));
                first = first + 72;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                x1 = (x1 + Vector256.Load(second + 8));
                x2 = (x2 + Vector256.Load(second + 16));
                x3 = (x3 + Vector256.Load(second + 24));
                x4 = (x4 + Vector256.Load(second + 32));
                x5 = (x5 + Vector256.Load(second + 40));
                x6 = (x6 + Vector256.Load(second + 48));
                x7 = (x7 + Vector256.Load(second + 56));
                x8 = (x8 + Vector256.Load(second + 64));
                second = second + 72;
            }
            Vector256<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector256.Load(b);
                    v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    p = Vector256.Load(b + 8);
                    v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    p = Vector256.Load(b + 16);
                    v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    p = Vector256.Load(b + 24);
                    v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    b = b + 32;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                a = input + offsets[1];
                p = Vector256.Load(b + 8);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                a = input + offsets[2];
                p = Vector256.Load(b + 16);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                a = input + offsets[3];
                p = Vector256.Load(b + 24);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                b = b + 32;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                b = b + 8;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    residual += row;
                    x3 = Fma.MultiplyAdd(x3, gate, Vector256.Load(residual));
                    residual += row;
                    x4 = Fma.MultiplyAdd(x4, gate, Vector256.Load(residual));
                    residual += row;
                    x5 = Fma.MultiplyAdd(x5, gate, Vector256.Load(residual));
                    residual += row;
                    x6 = Fma.MultiplyAdd(x6, gate, Vector256.Load(residual));
                    residual += row;
                    x7 = Fma.MultiplyAdd(x7, gate, Vector256.Load(residual));
                    residual += row;
                    x8 = Fma.MultiplyAdd(x8, gate, Vector256.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector256.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector256.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector256.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector256.Load(residual));
                    residual += row;
                    x7 = (x7 + Vector256.Load(residual));
                    residual += row;
                    x8 = (x8 + Vector256.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
                x7 = x7 * gate;
                x8 = x8 * gate;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx.Max(low, x6);
            x6.Store(c);
            c += down;
            x7 = Avx.Max(low, x7);
            x7.Store(c);
            c += down;
            x8 = Avx.Max(low, x8);
            x8.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + (((x0 + x1) + (x2 + x3)) + ((x4 + x5) + (x6 + (x7 + x8))))).Store(sums);
            }
            input += 9 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows10x1V256<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> x1 = x0;
            Vector256<float> x2 = x0;
            Vector256<float> x3 = x0;
            Vector256<float> x4 = x0;
            Vector256<float> x5 = x0;
            Vector256<float> x6 = x0;
            Vector256<float> x7 = x0;
            Vector256<float> x8 = x0;
            Vector256<float> x9 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                x1 = (x1 + Vector256.Load(first + 8));
                x2 = (x2 + Vector256.Load(first + 16));
                x3 = (x3 + Vector256.Load(first + 24));
                x4 = (x4 + Vector256.Load(first + 32));
                x5 = (x5 + Vector256.Load(first + 40));
                x6 = (x6 + Vector256.Load(first + 48));
                x7 = (x7 + Vector256.Load(first + 56));
                x8 = (x8 + Vector256.Load(first + 64));
                x9 = (x9 + Vector256.Load(first + 72));
                first = first + 80;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                x1 = (x1 + Vector256.Load(second + 8));
                x2 = (x2 + Vector256.Load(second + 16));
                x3 = (x3 + Vector256.Load(second + 24));
                x4 = (x4 + Vector256.Load(second + 32));
                x5 = (x5 + Vector256.Load(second + 40));
                x6 = (x6 + Vector256.Load(second + 48));
                x7 = (x7 + Vector256.Load(second + 56));
                x8 = (x8 + Vector256.Load(second + 64));
                x9 = (x9 + Vector256.Load(second + 72));
                second = second + 80;
            }
            Vector256<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector256.Load(b);
                    v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                    p = Vector256.Load(b + 8);
                    v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    v = Vector256.Create(*(a + 1 + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                    p = Vector256.Load(b + 16);
                    v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    v = Vector256.Create(*(a + 2 + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                    p = Vector256.Load(b + 24);
                    v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    v = Vector256.Create(*(a + 3 + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                    b = b + 32;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                a = input + offsets[1];
                p = Vector256.Load(b + 8);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                a = input + offsets[2];
                p = Vector256.Load(b + 16);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                a = input + offsets[3];
                p = Vector256.Load(b + 24);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                b = b + 32;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                b = b + 8;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    residual += row;
                    x3 = Fma.MultiplyAdd(x3, gate, Vector256.Load(residual));
                    residual += row;
                    x4 = Fma.MultiplyAdd(x4, gate, Vector256.Load(residual));
                    residual += row;
                    x5 = Fma.MultiplyAdd(x5, gate, Vector256.Load(residual));
                    residual += row;
                    x6 = Fma.MultiplyAdd(x6, gate, Vector256.Load(residual));
                    residual += row;
                    x7 = Fma.MultiplyAdd(x7, gate, Vector256.Load(residual));
                    residual += row;
                    x8 = Fma.MultiplyAdd(x8, gate, Vector256.Load(residual));
                    residual += row;
                    x9 = Fma.MultiplyAdd(x9, gate, Vector256.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector256.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector256.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector256.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector256.Load(residual));
                    residual += row;
                    x7 = (x7 + Vector256.Load(residual));
                    residual += row;
                    x8 = (x8 + Vector256.Load(residual));
                    residual += row;
                    x9 = (x9 + Vector256.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
                x7 = x7 * gate;
                x8 = x8 * gate;
                x9 = x9 * gate;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx.Max(low, x6);
            x6.Store(c);
            c += down;
            x7 = Avx.Max(low, x7);
            x7.Store(c);
            c += down;
            x8 = Avx.Max(low, x8);
            x8.Store(c);
            c += down;
            x9 = Avx.Max(low, x9);
            x9.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + (((x0 + x1) + (x2 + (x3 + x4))) + ((x5 + x6) + (x7 + (x8 + x9))))).Store(sums);
            }
            input += 10 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows11x1V256<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> x1 = x0;
            Vector256<float> x2 = x0;
            Vector256<float> x3 = x0;
            Vector256<float> x4 = x0;
            Vector256<float> x5 = x0;
            Vector256<float> x6 = x0;
            Vector256<float> x7 = x0;
            Vector256<float> x8 = x0;
            Vector256<float> x9 = x0;
            Vector256<float> x10 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                x1 = (x1 + Vector256.Load(first + 8));
                x2 = (x2 + Vector256.Load(first + 16));
                x3 = (x3 + Vector256.Load(first + 24));
                x4 = (x4 + Vector256.Load(first + 32));
                x5 = (x5 + Vector256.Load(first + 40));
                x6 = (x6 + Vector256.Load(first + 48));
                x7 = (x7 + Vector256.Load(first + 56));
                x8 = (x8 + Vector256.Load(first + 64));
                x9 = (x9 + Vector256.Load(first + 72));
                x10 = (x10 + Vector256.Load(first + 80));
                first = first + 88;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                x1 = (x1 + Vector256.Load(second + 8));
                x2 = (x2 + Vector256.Load(second + 16));
                x3 = (x3 + Vector256.Load(second + 24));
                x4 = (x4 + Vector256.Load(second + 32));
                x5 = (x5 + Vector256.Load(second + 40));
                x6 = (x6 + Vector256.Load(second + 48));
                x7 = (x7 + Vector256.Load(second + 56));
                x8 = (x8 + Vector256.Load(second + 64));
                x9 = (x9 + Vector256.Load(second + 72));
                x10 = (x10 + Vector256.Load(second + 80));
                second = second + 88;
            }
            Vector256<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector256.Load(b);
                    v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                    v = Vector256.Create(*(a + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                    p = Vector256.Load(b + 8);
                    v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    v = Vector256.Create(*(a + 1 + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                    v = Vector256.Create(*(a + 1 + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                    p = Vector256.Load(b + 16);
                    v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    v = Vector256.Create(*(a + 2 + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                    v = Vector256.Create(*(a + 2 + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                    p = Vector256.Load(b + 24);
                    v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    v = Vector256.Create(*(a + 3 + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                    v = Vector256.Create(*(a + 3 + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                    b = b + 32;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                v = Vector256.Create(*(a + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                a = input + offsets[1];
                p = Vector256.Load(b + 8);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                v = Vector256.Create(*(a + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                a = input + offsets[2];
                p = Vector256.Load(b + 16);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                v = Vector256.Create(*(a + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                a = input + offsets[3];
                p = Vector256.Load(b + 24);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                v = Vector256.Create(*(a + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                b = b + 32;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                v = Vector256.Create(*(a + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                b = b + 8;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    residual += row;
                    x3 = Fma.MultiplyAdd(x3, gate, Vector256.Load(residual));
                    residual += row;
                    x4 = Fma.MultiplyAdd(x4, gate, Vector256.Load(residual));
                    residual += row;
                    x5 = Fma.MultiplyAdd(x5, gate, Vector256.Load(residual));
                    residual += row;
                    x6 = Fma.MultiplyAdd(x6, gate, Vector256.Load(residual));
                    residual += row;
                    x7 = Fma.MultiplyAdd(x7, gate, Vector256.Load(residual));
                    residual += row;
                    x8 = Fma.MultiplyAdd(x8, gate, Vector256.Load(residual));
                    residual += row;
                    x9 = Fma.MultiplyAdd(x9, gate, Vector256.Load(residual));
                    residual += row;
                    x10 = Fma.MultiplyAdd(x10, gate, Vector256.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector256.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector256.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector256.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector256.Load(residual));
                    residual += row;
                    x7 = (x7 + Vector256.Load(residual));
                    residual += row;
                    x8 = (x8 + Vector256.Load(residual));
                    residual += row;
                    x9 = (x9 + Vector256.Load(residual));
                    residual += row;
                    x10 = (x10 + Vector256.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
                x7 = x7 * gate;
                x8 = x8 * gate;
                x9 = x9 * gate;
                x10 = x10 * gate;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx.Max(low, x6);
            x6.Store(c);
            c += down;
            x7 = Avx.Max(low, x7);
            x7.Store(c);
            c += down;
            x8 = Avx.Max(low, x8);
            x8.Store(c);
            c += down;
            x9 = Avx.Max(low, x9);
            x9.Store(c);
            c += down;
            x10 = Avx.Max(low, x10);
            x10.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + (((x0 + x1) + (x2 + (x3 + x4))) + ((x5 + (x6 + x7)) + (x8 + (x9 + x10))))).Store(sums);
            }
            input += 11 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows12x1V256<TRow>(Tile* tile)
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> x1 = x0;
            Vector256<float> x2 = x0;
            Vector256<float> x3 = x0;
            Vector256<float> x4 = x0;
            Vector256<float> x5 = x0;
            Vector256<float> x6 = x0;
            Vector256<float> x7 = x0;
            Vector256<float> x8 = x0;
            Vector256<float> x9 = x0;
            Vector256<float> x10 = x0;
            Vector256<float> x11 = x0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                x1 = (x1 + Vector256.Load(first + 8));
                x2 = (x2 + Vector256.Load(first + 16));
                x3 = (x3 + Vector256.Load(first + 24));
                x4 = (x4 + Vector256.Load(first + 32));
                x5 = (x5 + Vector256.Load(first + 40));
                x6 = (x6 + Vector256.Load(first + 48));
                x7 = (x7 + Vector256.Load(first + 56));
                x8 = (x8 + Vector256.Load(first + 64));
                x9 = (x9 + Vector256.Load(first + 72));
                x10 = (x10 + Vector256.Load(first + 80));
                x11 = (x11 + Vector256.Load(first + 88));
                first = first + 96;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                x1 = (x1 + Vector256.Load(second + 8));
                x2 = (x2 + Vector256.Load(second + 16));
                x3 = (x3 + Vector256.Load(second + 24));
                x4 = (x4 + Vector256.Load(second + 32));
                x5 = (x5 + Vector256.Load(second + 40));
                x6 = (x6 + Vector256.Load(second + 48));
                x7 = (x7 + Vector256.Load(second + 56));
                x8 = (x8 + Vector256.Load(second + 64));
                x9 = (x9 + Vector256.Load(second + 72));
                x10 = (x10 + Vector256.Load(second + 80));
                x11 = (x11 + Vector256.Load(second + 88));
                second = second + 96;
            }
            Vector256<float> p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = Vector256.Load(b);
                    v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                    v = Vector256.Create(*(a + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                    v = Vector256.Create(*(a + 11 * TRow.Floats)); x11 = Fma.MultiplyAdd(v, p, x11);
                    p = Vector256.Load(b + 8);
                    v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 1 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 1 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 1 + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    v = Vector256.Create(*(a + 1 + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                    v = Vector256.Create(*(a + 1 + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                    v = Vector256.Create(*(a + 1 + 11 * TRow.Floats)); x11 = Fma.MultiplyAdd(v, p, x11);
                    p = Vector256.Load(b + 16);
                    v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 2 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 2 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 2 + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    v = Vector256.Create(*(a + 2 + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                    v = Vector256.Create(*(a + 2 + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                    v = Vector256.Create(*(a + 2 + 11 * TRow.Floats)); x11 = Fma.MultiplyAdd(v, p, x11);
                    p = Vector256.Load(b + 24);
                    v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0);
                    v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                    v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                    v = Vector256.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                    v = Vector256.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                    v = Vector256.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                    v = Vector256.Create(*(a + 3 + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                    v = Vector256.Create(*(a + 3 + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                    v = Vector256.Create(*(a + 3 + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                    v = Vector256.Create(*(a + 3 + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                    v = Vector256.Create(*(a + 3 + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                    v = Vector256.Create(*(a + 3 + 11 * TRow.Floats)); x11 = Fma.MultiplyAdd(v, p, x11);
                    b = b + 32;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                v = Vector256.Create(*(a + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                v = Vector256.Create(*(a + 11 * TRow.Floats)); x11 = Fma.MultiplyAdd(v, p, x11);
                a = input + offsets[1];
                p = Vector256.Load(b + 8);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                v = Vector256.Create(*(a + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                v = Vector256.Create(*(a + 11 * TRow.Floats)); x11 = Fma.MultiplyAdd(v, p, x11);
                a = input + offsets[2];
                p = Vector256.Load(b + 16);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                v = Vector256.Create(*(a + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                v = Vector256.Create(*(a + 11 * TRow.Floats)); x11 = Fma.MultiplyAdd(v, p, x11);
                a = input + offsets[3];
                p = Vector256.Load(b + 24);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                v = Vector256.Create(*(a + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                v = Vector256.Create(*(a + 11 * TRow.Floats)); x11 = Fma.MultiplyAdd(v, p, x11);
                b = b + 32;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5);
                v = Vector256.Create(*(a + 6 * TRow.Floats)); x6 = Fma.MultiplyAdd(v, p, x6);
                v = Vector256.Create(*(a + 7 * TRow.Floats)); x7 = Fma.MultiplyAdd(v, p, x7);
                v = Vector256.Create(*(a + 8 * TRow.Floats)); x8 = Fma.MultiplyAdd(v, p, x8);
                v = Vector256.Create(*(a + 9 * TRow.Floats)); x9 = Fma.MultiplyAdd(v, p, x9);
                v = Vector256.Create(*(a + 10 * TRow.Floats)); x10 = Fma.MultiplyAdd(v, p, x10);
                v = Vector256.Create(*(a + 11 * TRow.Floats)); x11 = Fma.MultiplyAdd(v, p, x11);
                b = b + 8;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    residual += row;
                    x3 = Fma.MultiplyAdd(x3, gate, Vector256.Load(residual));
                    residual += row;
                    x4 = Fma.MultiplyAdd(x4, gate, Vector256.Load(residual));
                    residual += row;
                    x5 = Fma.MultiplyAdd(x5, gate, Vector256.Load(residual));
                    residual += row;
                    x6 = Fma.MultiplyAdd(x6, gate, Vector256.Load(residual));
                    residual += row;
                    x7 = Fma.MultiplyAdd(x7, gate, Vector256.Load(residual));
                    residual += row;
                    x8 = Fma.MultiplyAdd(x8, gate, Vector256.Load(residual));
                    residual += row;
                    x9 = Fma.MultiplyAdd(x9, gate, Vector256.Load(residual));
                    residual += row;
                    x10 = Fma.MultiplyAdd(x10, gate, Vector256.Load(residual));
                    residual += row;
                    x11 = Fma.MultiplyAdd(x11, gate, Vector256.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    residual += row;
                    x3 = (x3 + Vector256.Load(residual));
                    residual += row;
                    x4 = (x4 + Vector256.Load(residual));
                    residual += row;
                    x5 = (x5 + Vector256.Load(residual));
                    residual += row;
                    x6 = (x6 + Vector256.Load(residual));
                    residual += row;
                    x7 = (x7 + Vector256.Load(residual));
                    residual += row;
                    x8 = (x8 + Vector256.Load(residual));
                    residual += row;
                    x9 = (x9 + Vector256.Load(residual));
                    residual += row;
                    x10 = (x10 + Vector256.Load(residual));
                    residual += row;
                    x11 = (x11 + Vector256.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                x0 = x0 * gate;
                x1 = x1 * gate;
                x2 = x2 * gate;
                x3 = x3 * gate;
                x4 = x4 * gate;
                x5 = x5 * gate;
                x6 = x6 * gate;
                x7 = x7 * gate;
                x8 = x8 * gate;
                x9 = x9 * gate;
                x10 = x10 * gate;
                x11 = x11 * gate;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            c += down;
            x3 = Avx.Max(low, x3);
            x3.Store(c);
            c += down;
            x4 = Avx.Max(low, x4);
            x4.Store(c);
            c += down;
            x5 = Avx.Max(low, x5);
            x5.Store(c);
            c += down;
            x6 = Avx.Max(low, x6);
            x6.Store(c);
            c += down;
            x7 = Avx.Max(low, x7);
            x7.Store(c);
            c += down;
            x8 = Avx.Max(low, x8);
            x8.Store(c);
            c += down;
            x9 = Avx.Max(low, x9);
            x9.Store(c);
            c += down;
            x10 = Avx.Max(low, x10);
            x10.Store(c);
            c += down;
            x11 = Avx.Max(low, x11);
            x11.Store(c);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + (((x0 + (x1 + x2)) + (x3 + (x4 + x5))) + ((x6 + (x7 + x8)) + (x9 + (x10 + x11))))).Store(sums);
            }
            input += 12 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows1x2V256<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> y0 = Vector256.Load(tile->Bias + 8);
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                y0 = (y0 + Vector256.Load(first + 8));
                first = first + 16;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                y0 = (y0 + Vector256.Load(second + 8));
                second = second + 16;
            }
            Vector256<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                float* next = input + *offsets;
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 16);
                q = Vector256.Load(b + 24);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 32);
                q = Vector256.Load(b + 40);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 48);
                q = Vector256.Load(b + 56);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 64);
                q = Vector256.Load(b + 72);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 4)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 80);
                q = Vector256.Load(b + 88);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 5)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 96);
                q = Vector256.Load(b + 104);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 6)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 112);
                q = Vector256.Load(b + 120);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 7)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 128);
                q = Vector256.Load(b + 136);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 8)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 144);
                q = Vector256.Load(b + 152);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 9)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 160);
                q = Vector256.Load(b + 168);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 10)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 176);
                q = Vector256.Load(b + 184);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 11)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 192);
                q = Vector256.Load(b + 200);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 12)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 208);
                q = Vector256.Load(b + 216);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 13)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 224);
                q = Vector256.Load(b + 232);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 14)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                p = Vector256.Load(b + 240);
                q = Vector256.Load(b + 248);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 15)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                b = b + 256;
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                a = input + offsets[1];
                p = Vector256.Load(b + 16);
                q = Vector256.Load(b + 24);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                a = input + offsets[2];
                p = Vector256.Load(b + 32);
                q = Vector256.Load(b + 40);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                a = input + offsets[3];
                p = Vector256.Load(b + 48);
                q = Vector256.Load(b + 56);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    Vector256<float> gate2 = Vector256.Load(tile->Gate + 8);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    y0 = Fma.MultiplyAdd(y0, gate2, Vector256.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    y0 = (y0 + Vector256.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                Vector256<float> gate2 = Vector256.Load(tile->Gate + 8);
                x0 = x0 * gate;
                y0 = y0 * gate2;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            y0 = Avx.Max(low, y0);
            y0.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + x0).Store(sums);
                (Vector256.Load(sums + 8) + y0).Store(sums + 8);
            }
            input += TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows2x2V256<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> y0 = Vector256.Load(tile->Bias + 8);
            Vector256<float> x1 = x0;
            Vector256<float> y1 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                y0 = (y0 + Vector256.Load(first + 8));
                x1 = (x1 + Vector256.Load(first + 16));
                y1 = (y1 + Vector256.Load(first + 24));
                first = first + 32;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                y0 = (y0 + Vector256.Load(second + 8));
                x1 = (x1 + Vector256.Load(second + 16));
                y1 = (y1 + Vector256.Load(second + 24));
                second = second + 32;
            }
            Vector256<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                float* next = input + *offsets;
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 16);
                q = Vector256.Load(b + 24);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 32);
                q = Vector256.Load(b + 40);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 48);
                q = Vector256.Load(b + 56);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 64);
                q = Vector256.Load(b + 72);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 4)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 4 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 80);
                q = Vector256.Load(b + 88);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 5)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 5 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 96);
                q = Vector256.Load(b + 104);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 6)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 6 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 112);
                q = Vector256.Load(b + 120);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + TRow.Floats);
                v = Vector256.Create(*(a + 7)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 7 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 128);
                q = Vector256.Load(b + 136);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 8)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 8 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 144);
                q = Vector256.Load(b + 152);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 9)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 9 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 160);
                q = Vector256.Load(b + 168);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 10)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 10 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 176);
                q = Vector256.Load(b + 184);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 11)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 11 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 192);
                q = Vector256.Load(b + 200);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 12)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 12 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 208);
                q = Vector256.Load(b + 216);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 13)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 13 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 224);
                q = Vector256.Load(b + 232);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 14)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 14 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                p = Vector256.Load(b + 240);
                q = Vector256.Load(b + 248);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 15)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 15 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                b = b + 256;
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                a = input + offsets[1];
                p = Vector256.Load(b + 16);
                q = Vector256.Load(b + 24);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                a = input + offsets[2];
                p = Vector256.Load(b + 32);
                q = Vector256.Load(b + 40);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                a = input + offsets[3];
                p = Vector256.Load(b + 48);
                q = Vector256.Load(b + 56);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    Vector256<float> gate2 = Vector256.Load(tile->Gate + 8);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    y0 = Fma.MultiplyAdd(y0, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    y1 = Fma.MultiplyAdd(y1, gate2, Vector256.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    y0 = (y0 + Vector256.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    y1 = (y1 + Vector256.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                Vector256<float> gate2 = Vector256.Load(tile->Gate + 8);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            y0 = Avx.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            y1 = Avx.Max(low, y1);
            y1.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + (x0 + x1)).Store(sums);
                (Vector256.Load(sums + 8) + (y0 + y1)).Store(sums + 8);
            }
            input += 2 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows3x2V256<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> y0 = Vector256.Load(tile->Bias + 8);
            Vector256<float> x1 = x0;
            Vector256<float> y1 = y0;
            Vector256<float> x2 = x0;
            Vector256<float> y2 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                y0 = (y0 + Vector256.Load(first + 8));
                x1 = (x1 + Vector256.Load(first + 16));
                y1 = (y1 + Vector256.Load(first + 24));
                x2 = (x2 + Vector256.Load(first + 32));
                y2 = (y2 + Vector256.Load(first + 40));
                first = first + 48;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                y0 = (y0 + Vector256.Load(second + 8));
                x1 = (x1 + Vector256.Load(second + 16));
                y1 = (y1 + Vector256.Load(second + 24));
                x2 = (x2 + Vector256.Load(second + 32));
                y2 = (y2 + Vector256.Load(second + 40));
                second = second + 48;
            }
            Vector256<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                float* next = input + *offsets;
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 16);
                q = Vector256.Load(b + 24);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 32);
                q = Vector256.Load(b + 40);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 48);
                q = Vector256.Load(b + 56);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 64);
                q = Vector256.Load(b + 72);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + TRow.Floats);
                v = Vector256.Create(*(a + 4)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 4 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 4 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 80);
                q = Vector256.Load(b + 88);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 5)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 5 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 5 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 96);
                q = Vector256.Load(b + 104);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 6)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 6 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 6 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 112);
                q = Vector256.Load(b + 120);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 7)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 7 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 7 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 128);
                q = Vector256.Load(b + 136);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + 2 * TRow.Floats);
                v = Vector256.Create(*(a + 8)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 8 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 8 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 144);
                q = Vector256.Load(b + 152);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 9)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 9 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 9 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 160);
                q = Vector256.Load(b + 168);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 10)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 10 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 10 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 176);
                q = Vector256.Load(b + 184);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 11)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 11 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 11 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 192);
                q = Vector256.Load(b + 200);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 12)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 12 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 12 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 208);
                q = Vector256.Load(b + 216);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 13)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 13 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 13 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 224);
                q = Vector256.Load(b + 232);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 14)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 14 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 14 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                p = Vector256.Load(b + 240);
                q = Vector256.Load(b + 248);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 15)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 15 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 15 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                b = b + 256;
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                a = input + offsets[1];
                p = Vector256.Load(b + 16);
                q = Vector256.Load(b + 24);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                a = input + offsets[2];
                p = Vector256.Load(b + 32);
                q = Vector256.Load(b + 40);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                a = input + offsets[3];
                p = Vector256.Load(b + 48);
                q = Vector256.Load(b + 56);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    Vector256<float> gate2 = Vector256.Load(tile->Gate + 8);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    y0 = Fma.MultiplyAdd(y0, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    y1 = Fma.MultiplyAdd(y1, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    y2 = Fma.MultiplyAdd(y2, gate2, Vector256.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    y0 = (y0 + Vector256.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    y1 = (y1 + Vector256.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    y2 = (y2 + Vector256.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                Vector256<float> gate2 = Vector256.Load(tile->Gate + 8);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            y0 = Avx.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            y1 = Avx.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            y2 = Avx.Max(low, y2);
            y2.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + (x0 + (x1 + x2))).Store(sums);
                (Vector256.Load(sums + 8) + (y0 + (y1 + y2))).Store(sums + 8);
            }
            input += 3 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows4x2V256<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> y0 = Vector256.Load(tile->Bias + 8);
            Vector256<float> x1 = x0;
            Vector256<float> y1 = y0;
            Vector256<float> x2 = x0;
            Vector256<float> y2 = y0;
            Vector256<float> x3 = x0;
            Vector256<float> y3 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                y0 = (y0 + Vector256.Load(first + 8));
                x1 = (x1 + Vector256.Load(first + 16));
                y1 = (y1 + Vector256.Load(first + 24));
                x2 = (x2 + Vector256.Load(first + 32));
                y2 = (y2 + Vector256.Load(first + 40));
                x3 = (x3 + Vector256.Load(first + 48));
                y3 = (y3 + Vector256.Load(first + 56));
                first = first + 64;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                y0 = (y0 + Vector256.Load(second + 8));
                x1 = (x1 + Vector256.Load(second + 16));
                y1 = (y1 + Vector256.Load(second + 24));
                x2 = (x2 + Vector256.Load(second + 32));
                y2 = (y2 + Vector256.Load(second + 40));
                x3 = (x3 + Vector256.Load(second + 48));
                y3 = (y3 + Vector256.Load(second + 56));
                second = second + 64;
            }
            Vector256<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                float* next = input + *offsets;
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 16);
                q = Vector256.Load(b + 24);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 32);
                q = Vector256.Load(b + 40);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 48);
                q = Vector256.Load(b + 56);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + TRow.Floats);
                v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 64);
                q = Vector256.Load(b + 72);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 4)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 4 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 4 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 4 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 80);
                q = Vector256.Load(b + 88);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 5)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 5 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 5 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 5 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 96);
                q = Vector256.Load(b + 104);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + 2 * TRow.Floats);
                v = Vector256.Create(*(a + 6)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 6 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 6 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 6 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 112);
                q = Vector256.Load(b + 120);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 7)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 7 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 7 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 7 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 128);
                q = Vector256.Load(b + 136);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 8)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 8 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 8 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 8 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 144);
                q = Vector256.Load(b + 152);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + 3 * TRow.Floats);
                v = Vector256.Create(*(a + 9)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 9 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 9 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 9 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 160);
                q = Vector256.Load(b + 168);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 10)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 10 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 10 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 10 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 176);
                q = Vector256.Load(b + 184);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 11)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 11 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 11 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 11 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 192);
                q = Vector256.Load(b + 200);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 12)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 12 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 12 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 12 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 208);
                q = Vector256.Load(b + 216);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 13)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 13 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 13 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 13 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 224);
                q = Vector256.Load(b + 232);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 14)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 14 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 14 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 14 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                p = Vector256.Load(b + 240);
                q = Vector256.Load(b + 248);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 15)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 15 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 15 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 15 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                b = b + 256;
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                a = input + offsets[1];
                p = Vector256.Load(b + 16);
                q = Vector256.Load(b + 24);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                a = input + offsets[2];
                p = Vector256.Load(b + 32);
                q = Vector256.Load(b + 40);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                a = input + offsets[3];
                p = Vector256.Load(b + 48);
                q = Vector256.Load(b + 56);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    Vector256<float> gate2 = Vector256.Load(tile->Gate + 8);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    y0 = Fma.MultiplyAdd(y0, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    y1 = Fma.MultiplyAdd(y1, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    y2 = Fma.MultiplyAdd(y2, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x3 = Fma.MultiplyAdd(x3, gate, Vector256.Load(residual));
                    y3 = Fma.MultiplyAdd(y3, gate2, Vector256.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    y0 = (y0 + Vector256.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    y1 = (y1 + Vector256.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    y2 = (y2 + Vector256.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector256.Load(residual));
                    y3 = (y3 + Vector256.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                Vector256<float> gate2 = Vector256.Load(tile->Gate + 8);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            y0 = Avx.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            y1 = Avx.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            y2 = Avx.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx.Max(low, x3);
            x3.Store(c);
            y3 = Avx.Max(low, y3);
            y3.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + ((x0 + x1) + (x2 + x3))).Store(sums);
                (Vector256.Load(sums + 8) + ((y0 + y1) + (y2 + y3))).Store(sums + 8);
            }
            input += 4 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows5x2V256<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> y0 = Vector256.Load(tile->Bias + 8);
            Vector256<float> x1 = x0;
            Vector256<float> y1 = y0;
            Vector256<float> x2 = x0;
            Vector256<float> y2 = y0;
            Vector256<float> x3 = x0;
            Vector256<float> y3 = y0;
            Vector256<float> x4 = x0;
            Vector256<float> y4 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                y0 = (y0 + Vector256.Load(first + 8));
                x1 = (x1 + Vector256.Load(first + 16));
                y1 = (y1 + Vector256.Load(first + 24));
                x2 = (x2 + Vector256.Load(first + 32));
                y2 = (y2 + Vector256.Load(first + 40));
                x3 = (x3 + Vector256.Load(first + 48));
                y3 = (y3 + Vector256.Load(first + 56));
                x4 = (x4 + Vector256.Load(first + 64));
                y4 = (y4 + Vector256.Load(first + 72));
                first = first + 80;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                y0 = (y0 + Vector256.Load(second + 8));
                x1 = (x1 + Vector256.Load(second + 16));
                y1 = (y1 + Vector256.Load(second + 24));
                x2 = (x2 + Vector256.Load(second + 32));
                y2 = (y2 + Vector256.Load(second + 40));
                x3 = (x3 + Vector256.Load(second + 48));
                y3 = (y3 + Vector256.Load(second + 56));
                x4 = (x4 + Vector256.Load(second + 64));
                y4 = (y4 + Vector256.Load(second + 72));
                second = second + 80;
            }
            Vector256<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                float* next = input + *offsets;
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 16);
                q = Vector256.Load(b + 24);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 32);
                q = Vector256.Load(b + 40);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + TRow.Floats);
                v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 48);
                q = Vector256.Load(b + 56);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 64);
                q = Vector256.Load(b + 72);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + 2 * TRow.Floats);
                v = Vector256.Create(*(a + 4)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 4 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 4 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 4 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 80);
                q = Vector256.Load(b + 88);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 5)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 5 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 5 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 5 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 5 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 96);
                q = Vector256.Load(b + 104);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + 3 * TRow.Floats);
                v = Vector256.Create(*(a + 6)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 6 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 6 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 6 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 6 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 112);
                q = Vector256.Load(b + 120);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 7)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 7 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 7 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 7 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 7 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 128);
                q = Vector256.Load(b + 136);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + 4 * TRow.Floats);
                v = Vector256.Create(*(a + 8)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 8 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 8 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 8 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 8 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 144);
                q = Vector256.Load(b + 152);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 9)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 9 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 9 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 9 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 9 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 160);
                q = Vector256.Load(b + 168);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 10)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 10 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 10 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 10 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 10 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 176);
                q = Vector256.Load(b + 184);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 11)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 11 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 11 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 11 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 11 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 192);
                q = Vector256.Load(b + 200);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 12)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 12 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 12 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 12 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 12 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 208);
                q = Vector256.Load(b + 216);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 13)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 13 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 13 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 13 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 13 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 224);
                q = Vector256.Load(b + 232);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 14)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 14 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 14 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 14 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 14 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                p = Vector256.Load(b + 240);
                q = Vector256.Load(b + 248);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 15)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 15 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 15 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 15 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 15 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                b = b + 256;
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                a = input + offsets[1];
                p = Vector256.Load(b + 16);
                q = Vector256.Load(b + 24);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                a = input + offsets[2];
                p = Vector256.Load(b + 32);
                q = Vector256.Load(b + 40);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                a = input + offsets[3];
                p = Vector256.Load(b + 48);
                q = Vector256.Load(b + 56);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    Vector256<float> gate2 = Vector256.Load(tile->Gate + 8);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    y0 = Fma.MultiplyAdd(y0, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    y1 = Fma.MultiplyAdd(y1, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    y2 = Fma.MultiplyAdd(y2, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x3 = Fma.MultiplyAdd(x3, gate, Vector256.Load(residual));
                    y3 = Fma.MultiplyAdd(y3, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x4 = Fma.MultiplyAdd(x4, gate, Vector256.Load(residual));
                    y4 = Fma.MultiplyAdd(y4, gate2, Vector256.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    y0 = (y0 + Vector256.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    y1 = (y1 + Vector256.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    y2 = (y2 + Vector256.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector256.Load(residual));
                    y3 = (y3 + Vector256.Load(residual + next));
                    residual += row;
                    x4 = (x4 + Vector256.Load(residual));
                    y4 = (y4 + Vector256.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                Vector256<float> gate2 = Vector256.Load(tile->Gate + 8);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
                x4 = x4 * gate;
                y4 = y4 * gate2;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            y0 = Avx.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            y1 = Avx.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            y2 = Avx.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx.Max(low, x3);
            x3.Store(c);
            y3 = Avx.Max(low, y3);
            y3.Store(c + right);
            c += down;
            x4 = Avx.Max(low, x4);
            x4.Store(c);
            y4 = Avx.Max(low, y4);
            y4.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + ((x0 + x1) + (x2 + (x3 + x4)))).Store(sums);
                (Vector256.Load(sums + 8) + ((y0 + y1) + (y2 + (y3 + y4)))).Store(sums + 8);
            }
            input += 5 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows6x2V256<TRow, TFetch>(Tile* tile)
        where TRow : struct, IRowStride
        where TFetch : struct, IFetch
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        byte* prefetch = tile->Prefetch;
        nint step = tile->PrefetchStep;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            Vector256<float> x0 = Vector256.Load(tile->Bias);
            Vector256<float> y0 = Vector256.Load(tile->Bias + 8);
            Vector256<float> x1 = x0;
            Vector256<float> y1 = y0;
            Vector256<float> x2 = x0;
            Vector256<float> y2 = y0;
            Vector256<float> x3 = x0;
            Vector256<float> y3 = y0;
            Vector256<float> x4 = x0;
            Vector256<float> y4 = y0;
            Vector256<float> x5 = x0;
            Vector256<float> y5 = y0;
            if (first != null)
            {
                x0 = (x0 + Vector256.Load(first));
                y0 = (y0 + Vector256.Load(first + 8));
                x1 = (x1 + Vector256.Load(first + 16));
                y1 = (y1 + Vector256.Load(first + 24));
                x2 = (x2 + Vector256.Load(first + 32));
                y2 = (y2 + Vector256.Load(first + 40));
                x3 = (x3 + Vector256.Load(first + 48));
                y3 = (y3 + Vector256.Load(first + 56));
                x4 = (x4 + Vector256.Load(first + 64));
                y4 = (y4 + Vector256.Load(first + 72));
                x5 = (x5 + Vector256.Load(first + 80));
                y5 = (y5 + Vector256.Load(first + 88));
                first = first + 96;
            }
            if (second != null)
            {
                x0 = (x0 + Vector256.Load(second));
                y0 = (y0 + Vector256.Load(second + 8));
                x1 = (x1 + Vector256.Load(second + 16));
                y1 = (y1 + Vector256.Load(second + 24));
                x2 = (x2 + Vector256.Load(second + 32));
                y2 = (y2 + Vector256.Load(second + 40));
                x3 = (x3 + Vector256.Load(second + 48));
                y3 = (y3 + Vector256.Load(second + 56));
                x4 = (x4 + Vector256.Load(second + 64));
                y4 = (y4 + Vector256.Load(second + 72));
                x5 = (x5 + Vector256.Load(second + 80));
                y5 = (y5 + Vector256.Load(second + 88));
                second = second + 96;
            }
            Vector256<float> p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                float* next = input + *offsets;
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next);
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 16);
                q = Vector256.Load(b + 24);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 1)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 1 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 1 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 1 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 1 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 1 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 32);
                q = Vector256.Load(b + 40);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + TRow.Floats);
                v = Vector256.Create(*(a + 2)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 2 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 2 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 2 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 2 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 48);
                q = Vector256.Load(b + 56);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 3)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 3 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 3 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 3 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 3 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 64);
                q = Vector256.Load(b + 72);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + 2 * TRow.Floats);
                v = Vector256.Create(*(a + 4)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 4 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 4 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 4 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 4 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 80);
                q = Vector256.Load(b + 88);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 5)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 5 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 5 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 5 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 5 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 5 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 96);
                q = Vector256.Load(b + 104);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + 3 * TRow.Floats);
                v = Vector256.Create(*(a + 6)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 6 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 6 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 6 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 6 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 6 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 112);
                q = Vector256.Load(b + 120);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 7)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 7 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 7 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 7 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 7 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 7 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 128);
                q = Vector256.Load(b + 136);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + 4 * TRow.Floats);
                v = Vector256.Create(*(a + 8)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 8 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 8 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 8 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 8 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 8 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 144);
                q = Vector256.Load(b + 152);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 9)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 9 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 9 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 9 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 9 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 9 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 160);
                q = Vector256.Load(b + 168);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                Sse.Prefetch0(next + 5 * TRow.Floats);
                v = Vector256.Create(*(a + 10)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 10 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 10 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 10 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 10 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 10 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 176);
                q = Vector256.Load(b + 184);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 11)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 11 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 11 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 11 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 11 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 11 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 192);
                q = Vector256.Load(b + 200);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 12)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 12 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 12 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 12 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 12 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 12 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 208);
                q = Vector256.Load(b + 216);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 13)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 13 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 13 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 13 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 13 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 13 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 224);
                q = Vector256.Load(b + 232);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 14)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 14 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 14 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 14 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 14 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 14 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                p = Vector256.Load(b + 240);
                q = Vector256.Load(b + 248);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a + 15)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + 15 + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 15 + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 15 + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 15 + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 15 + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                b = b + 256;
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                a = input + offsets[1];
                p = Vector256.Load(b + 16);
                q = Vector256.Load(b + 24);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                a = input + offsets[2];
                p = Vector256.Load(b + 32);
                q = Vector256.Load(b + 40);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                a = input + offsets[3];
                p = Vector256.Load(b + 48);
                q = Vector256.Load(b + 56);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                b = b + 64;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = Vector256.Load(b);
                q = Vector256.Load(b + 8);
                if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }
                v = Vector256.Create(*(a)); x0 = Fma.MultiplyAdd(v, p, x0); y0 = Fma.MultiplyAdd(v, q, y0);
                v = Vector256.Create(*(a + TRow.Floats)); x1 = Fma.MultiplyAdd(v, p, x1); y1 = Fma.MultiplyAdd(v, q, y1);
                v = Vector256.Create(*(a + 2 * TRow.Floats)); x2 = Fma.MultiplyAdd(v, p, x2); y2 = Fma.MultiplyAdd(v, q, y2);
                v = Vector256.Create(*(a + 3 * TRow.Floats)); x3 = Fma.MultiplyAdd(v, p, x3); y3 = Fma.MultiplyAdd(v, q, y3);
                v = Vector256.Create(*(a + 4 * TRow.Floats)); x4 = Fma.MultiplyAdd(v, p, x4); y4 = Fma.MultiplyAdd(v, q, y4);
                v = Vector256.Create(*(a + 5 * TRow.Floats)); x5 = Fma.MultiplyAdd(v, p, x5); y5 = Fma.MultiplyAdd(v, q, y5);
                b = b + 16;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    Vector256<float> gate = Vector256.Load(tile->Gate);
                    Vector256<float> gate2 = Vector256.Load(tile->Gate + 8);
                    x0 = Fma.MultiplyAdd(x0, gate, Vector256.Load(residual));
                    y0 = Fma.MultiplyAdd(y0, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x1 = Fma.MultiplyAdd(x1, gate, Vector256.Load(residual));
                    y1 = Fma.MultiplyAdd(y1, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x2 = Fma.MultiplyAdd(x2, gate, Vector256.Load(residual));
                    y2 = Fma.MultiplyAdd(y2, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x3 = Fma.MultiplyAdd(x3, gate, Vector256.Load(residual));
                    y3 = Fma.MultiplyAdd(y3, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x4 = Fma.MultiplyAdd(x4, gate, Vector256.Load(residual));
                    y4 = Fma.MultiplyAdd(y4, gate2, Vector256.Load(residual + next));
                    residual += row;
                    x5 = Fma.MultiplyAdd(x5, gate, Vector256.Load(residual));
                    y5 = Fma.MultiplyAdd(y5, gate2, Vector256.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = (x0 + Vector256.Load(residual));
                    y0 = (y0 + Vector256.Load(residual + next));
                    residual += row;
                    x1 = (x1 + Vector256.Load(residual));
                    y1 = (y1 + Vector256.Load(residual + next));
                    residual += row;
                    x2 = (x2 + Vector256.Load(residual));
                    y2 = (y2 + Vector256.Load(residual + next));
                    residual += row;
                    x3 = (x3 + Vector256.Load(residual));
                    y3 = (y3 + Vector256.Load(residual + next));
                    residual += row;
                    x4 = (x4 + Vector256.Load(residual));
                    y4 = (y4 + Vector256.Load(residual + next));
                    residual += row;
                    x5 = (x5 + Vector256.Load(residual));
                    y5 = (y5 + Vector256.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                Vector256<float> gate = Vector256.Load(tile->Gate);
                Vector256<float> gate2 = Vector256.Load(tile->Gate + 8);
                x0 = x0 * gate;
                y0 = y0 * gate2;
                x1 = x1 * gate;
                y1 = y1 * gate2;
                x2 = x2 * gate;
                y2 = y2 * gate2;
                x3 = x3 * gate;
                y3 = y3 * gate2;
                x4 = x4 * gate;
                y4 = y4 * gate2;
                x5 = x5 * gate;
                y5 = y5 * gate2;
            }
            Vector256<float> low = Vector256.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = Avx.Max(low, x0);
            x0.Store(c);
            y0 = Avx.Max(low, y0);
            y0.Store(c + right);
            c += down;
            x1 = Avx.Max(low, x1);
            x1.Store(c);
            y1 = Avx.Max(low, y1);
            y1.Store(c + right);
            c += down;
            x2 = Avx.Max(low, x2);
            x2.Store(c);
            y2 = Avx.Max(low, y2);
            y2.Store(c + right);
            c += down;
            x3 = Avx.Max(low, x3);
            x3.Store(c);
            y3 = Avx.Max(low, y3);
            y3.Store(c + right);
            c += down;
            x4 = Avx.Max(low, x4);
            x4.Store(c);
            y4 = Avx.Max(low, y4);
            y4.Store(c + right);
            c += down;
            x5 = Avx.Max(low, x5);
            x5.Store(c);
            y5 = Avx.Max(low, y5);
            y5.Store(c + right);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                (Vector256.Load(sums) + ((x0 + (x1 + x2)) + (x3 + (x4 + x5)))).Store(sums);
                (Vector256.Load(sums + 8) + ((y0 + (y1 + y2)) + (y3 + (y4 + y5)))).Store(sums + 8);
            }
            input += 6 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows1x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                first = first + TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                second = second + TSimd.Lanes;
            }
            TVec p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                    p = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0);
                    p = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0);
                    b = b + 4 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                a = input + offsets[1];
                p = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                a = input + offsets[2];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                a = input + offsets[3];
                p = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                b = b + 4 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                b = b + TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.Multiply(x0, gate);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), x0));
            }
            input += TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows2x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec x1 = x0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                x1 = TSimd.Add(x1, TSimd.Load(first + TSimd.Lanes));
                first = first + 2 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                x1 = TSimd.Add(x1, TSimd.Load(second + TSimd.Lanes));
                second = second + 2 * TSimd.Lanes;
            }
            TVec p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    p = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    p = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    b = b + 4 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                a = input + offsets[1];
                p = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                a = input + offsets[2];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                a = input + offsets[3];
                p = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                b = b + 4 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                b = b + TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.Multiply(x0, gate);
                x1 = TSimd.Multiply(x1, gate);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(x0, x1)));
            }
            input += 2 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows3x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec x1 = x0;
            TVec x2 = x0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                x1 = TSimd.Add(x1, TSimd.Load(first + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 2 * TSimd.Lanes));
                first = first + 3 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                x1 = TSimd.Add(x1, TSimd.Load(second + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 2 * TSimd.Lanes));
                second = second + 3 * TSimd.Lanes;
            }
            TVec p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    p = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    p = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    b = b + 4 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                a = input + offsets[1];
                p = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                a = input + offsets[2];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                a = input + offsets[3];
                p = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                b = b + 4 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                b = b + TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.Multiply(x0, gate);
                x1 = TSimd.Multiply(x1, gate);
                x2 = TSimd.Multiply(x2, gate);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(x0, TSimd.Add(x1, x2))));
            }
            input += 3 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows4x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec x1 = x0;
            TVec x2 = x0;
            TVec x3 = x0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                x1 = TSimd.Add(x1, TSimd.Load(first + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(first + 3 * TSimd.Lanes));
                first = first + 4 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                x1 = TSimd.Add(x1, TSimd.Load(second + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(second + 3 * TSimd.Lanes));
                second = second + 4 * TSimd.Lanes;
            }
            TVec p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    p = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 1 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 2 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    p = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    b = b + 4 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                a = input + offsets[1];
                p = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                a = input + offsets[2];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                a = input + offsets[3];
                p = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                b = b + 4 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                b = b + TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.Add(x3, TSimd.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.Multiply(x0, gate);
                x1 = TSimd.Multiply(x1, gate);
                x2 = TSimd.Multiply(x2, gate);
                x3 = TSimd.Multiply(x3, gate);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            c += down;
            x3 = TSimd.AtLeast(low, x3);
            TSimd.Store(c, x3);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, x3))));
            }
            input += 4 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows5x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec x1 = x0;
            TVec x2 = x0;
            TVec x3 = x0;
            TVec x4 = x0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                x1 = TSimd.Add(x1, TSimd.Load(first + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(first + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(first + 4 * TSimd.Lanes));
                first = first + 5 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                x1 = TSimd.Add(x1, TSimd.Load(second + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(second + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(second + 4 * TSimd.Lanes));
                second = second + 5 * TSimd.Lanes;
            }
            TVec p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    p = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 1 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 1 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 2 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 2 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    p = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 3 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    b = b + 4 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                a = input + offsets[1];
                p = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                a = input + offsets[2];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                a = input + offsets[3];
                p = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                b = b + 4 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                b = b + TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.Add(x3, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.Add(x4, TSimd.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.Multiply(x0, gate);
                x1 = TSimd.Multiply(x1, gate);
                x2 = TSimd.Multiply(x2, gate);
                x3 = TSimd.Multiply(x3, gate);
                x4 = TSimd.Multiply(x4, gate);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            c += down;
            x3 = TSimd.AtLeast(low, x3);
            TSimd.Store(c, x3);
            c += down;
            x4 = TSimd.AtLeast(low, x4);
            TSimd.Store(c, x4);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, TSimd.Add(x3, x4)))));
            }
            input += 5 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows6x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec x1 = x0;
            TVec x2 = x0;
            TVec x3 = x0;
            TVec x4 = x0;
            TVec x5 = x0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                x1 = TSimd.Add(x1, TSimd.Load(first + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(first + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(first + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(first + 5 * TSimd.Lanes));
                first = first + 6 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                x1 = TSimd.Add(x1, TSimd.Load(second + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(second + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(second + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(second + 5 * TSimd.Lanes));
                second = second + 6 * TSimd.Lanes;
            }
            TVec p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    p = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 1 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 1 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 1 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 2 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 2 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 2 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    p = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 3 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 3 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    b = b + 4 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                a = input + offsets[1];
                p = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                a = input + offsets[2];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                a = input + offsets[3];
                p = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                b = b + 4 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                b = b + TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.Add(x3, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.Add(x4, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.Add(x5, TSimd.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.Multiply(x0, gate);
                x1 = TSimd.Multiply(x1, gate);
                x2 = TSimd.Multiply(x2, gate);
                x3 = TSimd.Multiply(x3, gate);
                x4 = TSimd.Multiply(x4, gate);
                x5 = TSimd.Multiply(x5, gate);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            c += down;
            x3 = TSimd.AtLeast(low, x3);
            TSimd.Store(c, x3);
            c += down;
            x4 = TSimd.AtLeast(low, x4);
            TSimd.Store(c, x4);
            c += down;
            x5 = TSimd.AtLeast(low, x5);
            TSimd.Store(c, x5);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(x3, TSimd.Add(x4, x5)))));
            }
            input += 6 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows7x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec x1 = x0;
            TVec x2 = x0;
            TVec x3 = x0;
            TVec x4 = x0;
            TVec x5 = x0;
            TVec x6 = x0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                x1 = TSimd.Add(x1, TSimd.Load(first + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(first + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(first + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(first + 5 * TSimd.Lanes));
                x6 = TSimd.Add(x6, TSimd.Load(first + 6 * TSimd.Lanes));
                first = first + 7 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                x1 = TSimd.Add(x1, TSimd.Load(second + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(second + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(second + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(second + 5 * TSimd.Lanes));
                x6 = TSimd.Add(x6, TSimd.Load(second + 6 * TSimd.Lanes));
                second = second + 7 * TSimd.Lanes;
            }
            TVec p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    p = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 1 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 1 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 1 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 1 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 2 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 2 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 2 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 2 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    p = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 3 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 3 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 3 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    b = b + 4 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                a = input + offsets[1];
                p = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                a = input + offsets[2];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                a = input + offsets[3];
                p = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                b = b + 4 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                b = b + TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                    residual += row;
                    x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.Add(x3, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.Add(x4, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.Add(x5, TSimd.Load(residual));
                    residual += row;
                    x6 = TSimd.Add(x6, TSimd.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.Multiply(x0, gate);
                x1 = TSimd.Multiply(x1, gate);
                x2 = TSimd.Multiply(x2, gate);
                x3 = TSimd.Multiply(x3, gate);
                x4 = TSimd.Multiply(x4, gate);
                x5 = TSimd.Multiply(x5, gate);
                x6 = TSimd.Multiply(x6, gate);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            c += down;
            x3 = TSimd.AtLeast(low, x3);
            TSimd.Store(c, x3);
            c += down;
            x4 = TSimd.AtLeast(low, x4);
            TSimd.Store(c, x4);
            c += down;
            x5 = TSimd.AtLeast(low, x5);
            TSimd.Store(c, x5);
            c += down;
            x6 = TSimd.AtLeast(low, x6);
            TSimd.Store(c, x6);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(TSimd.Add(x3, x4), TSimd.Add(x5, x6)))));
            }
            input += 7 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows8x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec x1 = x0;
            TVec x2 = x0;
            TVec x3 = x0;
            TVec x4 = x0;
            TVec x5 = x0;
            TVec x6 = x0;
            TVec x7 = x0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                x1 = TSimd.Add(x1, TSimd.Load(first + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(first + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(first + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(first + 5 * TSimd.Lanes));
                x6 = TSimd.Add(x6, TSimd.Load(first + 6 * TSimd.Lanes));
                x7 = TSimd.Add(x7, TSimd.Load(first + 7 * TSimd.Lanes));
                first = first + 8 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                x1 = TSimd.Add(x1, TSimd.Load(second + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(second + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(second + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(second + 5 * TSimd.Lanes));
                x6 = TSimd.Add(x6, TSimd.Load(second + 6 * TSimd.Lanes));
                x7 = TSimd.Add(x7, TSimd.Load(second + 7 * TSimd.Lanes));
                second = second + 8 * TSimd.Lanes;
            }
            TVec p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    p = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 1 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 1 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 1 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 1 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 1 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 2 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 2 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 2 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 2 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 2 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    p = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 3 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 3 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 3 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 3 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    b = b + 4 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                a = input + offsets[1];
                p = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                a = input + offsets[2];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                a = input + offsets[3];
                p = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                b = b + 4 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                b = b + TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                    residual += row;
                    x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                    residual += row;
                    x7 = TSimd.MultiplyAdd(x7, gate, TSimd.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.Add(x3, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.Add(x4, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.Add(x5, TSimd.Load(residual));
                    residual += row;
                    x6 = TSimd.Add(x6, TSimd.Load(residual));
                    residual += row;
                    x7 = TSimd.Add(x7, TSimd.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.Multiply(x0, gate);
                x1 = TSimd.Multiply(x1, gate);
                x2 = TSimd.Multiply(x2, gate);
                x3 = TSimd.Multiply(x3, gate);
                x4 = TSimd.Multiply(x4, gate);
                x5 = TSimd.Multiply(x5, gate);
                x6 = TSimd.Multiply(x6, gate);
                x7 = TSimd.Multiply(x7, gate);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            c += down;
            x3 = TSimd.AtLeast(low, x3);
            TSimd.Store(c, x3);
            c += down;
            x4 = TSimd.AtLeast(low, x4);
            TSimd.Store(c, x4);
            c += down;
            x5 = TSimd.AtLeast(low, x5);
            TSimd.Store(c, x5);
            c += down;
            x6 = TSimd.AtLeast(low, x6);
            TSimd.Store(c, x6);
            c += down;
            x7 = TSimd.AtLeast(low, x7);
            TSimd.Store(c, x7);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, x3)), TSimd.Add(TSimd.Add(x4, x5), TSimd.Add(x6, x7)))));
            }
            input += 8 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows9x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec x1 = x0;
            TVec x2 = x0;
            TVec x3 = x0;
            TVec x4 = x0;
            TVec x5 = x0;
            TVec x6 = x0;
            TVec x7 = x0;
            TVec x8 = x0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                x1 = TSimd.Add(x1, TSimd.Load(first + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(first + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(first + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(first + 5 * TSimd.Lanes));
                x6 = TSimd.Add(x6, TSimd.Load(first + 6 * TSimd.Lanes));
                x7 = TSimd.Add(x7, TSimd.Load(first + 7 * TSimd.Lanes));
                x8 = TSimd.Add(x8, TSimd.Load(first + 8 * TSimd.Lanes));
                first = first + 9 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                x1 = TSimd.Add(x1, TSimd.Load(second + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(second + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(second + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(second + 5 * TSimd.Lanes));
                x6 = TSimd.Add(x6, TSimd.Load(second + 6 * TSimd.Lanes));
                x7 = TSimd.Add(x7, TSimd.Load(second + 7 * TSimd.Lanes));
                x8 = TSimd.Add(x8, TSimd.Load(second + 8 * TSimd.Lanes));
                second = second + 9 * TSimd.Lanes;
            }
            TVec p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    p = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 1 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 1 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 1 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 1 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 1 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 1 + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 2 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 2 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 2 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 2 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 2 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 2 + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    p = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 3 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 3 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 3 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 3 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 3 + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    b = b + 4 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                a = input + offsets[1];
                p = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                a = input + offsets[2];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                a = input + offsets[3];
                p = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                b = b + 4 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                b = b + TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                    residual += row;
                    x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                    residual += row;
                    x7 = TSimd.MultiplyAdd(x7, gate, TSimd.Load(residual));
                    residual += row;
                    x8 = TSimd.MultiplyAdd(x8, gate, TSimd.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.Add(x3, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.Add(x4, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.Add(x5, TSimd.Load(residual));
                    residual += row;
                    x6 = TSimd.Add(x6, TSimd.Load(residual));
                    residual += row;
                    x7 = TSimd.Add(x7, TSimd.Load(residual));
                    residual += row;
                    x8 = TSimd.Add(x8, TSimd.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.Multiply(x0, gate);
                x1 = TSimd.Multiply(x1, gate);
                x2 = TSimd.Multiply(x2, gate);
                x3 = TSimd.Multiply(x3, gate);
                x4 = TSimd.Multiply(x4, gate);
                x5 = TSimd.Multiply(x5, gate);
                x6 = TSimd.Multiply(x6, gate);
                x7 = TSimd.Multiply(x7, gate);
                x8 = TSimd.Multiply(x8, gate);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            c += down;
            x3 = TSimd.AtLeast(low, x3);
            TSimd.Store(c, x3);
            c += down;
            x4 = TSimd.AtLeast(low, x4);
            TSimd.Store(c, x4);
            c += down;
            x5 = TSimd.AtLeast(low, x5);
            TSimd.Store(c, x5);
            c += down;
            x6 = TSimd.AtLeast(low, x6);
            TSimd.Store(c, x6);
            c += down;
            x7 = TSimd.AtLeast(low, x7);
            TSimd.Store(c, x7);
            c += down;
            x8 = TSimd.AtLeast(low, x8);
            TSimd.Store(c, x8);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, x3)), TSimd.Add(TSimd.Add(x4, x5), TSimd.Add(x6, TSimd.Add(x7, x8))))));
            }
            input += 9 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows10x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec x1 = x0;
            TVec x2 = x0;
            TVec x3 = x0;
            TVec x4 = x0;
            TVec x5 = x0;
            TVec x6 = x0;
            TVec x7 = x0;
            TVec x8 = x0;
            TVec x9 = x0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                x1 = TSimd.Add(x1, TSimd.Load(first + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(first + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(first + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(first + 5 * TSimd.Lanes));
                x6 = TSimd.Add(x6, TSimd.Load(first + 6 * TSimd.Lanes));
                x7 = TSimd.Add(x7, TSimd.Load(first + 7 * TSimd.Lanes));
                x8 = TSimd.Add(x8, TSimd.Load(first + 8 * TSimd.Lanes));
                x9 = TSimd.Add(x9, TSimd.Load(first + 9 * TSimd.Lanes));
                first = first + 10 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                x1 = TSimd.Add(x1, TSimd.Load(second + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(second + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(second + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(second + 5 * TSimd.Lanes));
                x6 = TSimd.Add(x6, TSimd.Load(second + 6 * TSimd.Lanes));
                x7 = TSimd.Add(x7, TSimd.Load(second + 7 * TSimd.Lanes));
                x8 = TSimd.Add(x8, TSimd.Load(second + 8 * TSimd.Lanes));
                x9 = TSimd.Add(x9, TSimd.Load(second + 9 * TSimd.Lanes));
                second = second + 10 * TSimd.Lanes;
            }
            TVec p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                    p = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 1 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 1 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 1 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 1 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 1 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 1 + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    v = TSimd.Broadcast(a + 1 + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 2 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 2 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 2 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 2 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 2 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 2 + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    v = TSimd.Broadcast(a + 2 + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                    p = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 3 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 3 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 3 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 3 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 3 + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    v = TSimd.Broadcast(a + 3 + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                    b = b + 4 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                a = input + offsets[1];
                p = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                a = input + offsets[2];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                a = input + offsets[3];
                p = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                b = b + 4 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                b = b + TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                    residual += row;
                    x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                    residual += row;
                    x7 = TSimd.MultiplyAdd(x7, gate, TSimd.Load(residual));
                    residual += row;
                    x8 = TSimd.MultiplyAdd(x8, gate, TSimd.Load(residual));
                    residual += row;
                    x9 = TSimd.MultiplyAdd(x9, gate, TSimd.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.Add(x3, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.Add(x4, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.Add(x5, TSimd.Load(residual));
                    residual += row;
                    x6 = TSimd.Add(x6, TSimd.Load(residual));
                    residual += row;
                    x7 = TSimd.Add(x7, TSimd.Load(residual));
                    residual += row;
                    x8 = TSimd.Add(x8, TSimd.Load(residual));
                    residual += row;
                    x9 = TSimd.Add(x9, TSimd.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.Multiply(x0, gate);
                x1 = TSimd.Multiply(x1, gate);
                x2 = TSimd.Multiply(x2, gate);
                x3 = TSimd.Multiply(x3, gate);
                x4 = TSimd.Multiply(x4, gate);
                x5 = TSimd.Multiply(x5, gate);
                x6 = TSimd.Multiply(x6, gate);
                x7 = TSimd.Multiply(x7, gate);
                x8 = TSimd.Multiply(x8, gate);
                x9 = TSimd.Multiply(x9, gate);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            c += down;
            x3 = TSimd.AtLeast(low, x3);
            TSimd.Store(c, x3);
            c += down;
            x4 = TSimd.AtLeast(low, x4);
            TSimd.Store(c, x4);
            c += down;
            x5 = TSimd.AtLeast(low, x5);
            TSimd.Store(c, x5);
            c += down;
            x6 = TSimd.AtLeast(low, x6);
            TSimd.Store(c, x6);
            c += down;
            x7 = TSimd.AtLeast(low, x7);
            TSimd.Store(c, x7);
            c += down;
            x8 = TSimd.AtLeast(low, x8);
            TSimd.Store(c, x8);
            c += down;
            x9 = TSimd.AtLeast(low, x9);
            TSimd.Store(c, x9);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, TSimd.Add(x3, x4))), TSimd.Add(TSimd.Add(x5, x6), TSimd.Add(x7, TSimd.Add(x8, x9))))));
            }
            input += 10 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows11x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec x1 = x0;
            TVec x2 = x0;
            TVec x3 = x0;
            TVec x4 = x0;
            TVec x5 = x0;
            TVec x6 = x0;
            TVec x7 = x0;
            TVec x8 = x0;
            TVec x9 = x0;
            TVec x10 = x0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                x1 = TSimd.Add(x1, TSimd.Load(first + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(first + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(first + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(first + 5 * TSimd.Lanes));
                x6 = TSimd.Add(x6, TSimd.Load(first + 6 * TSimd.Lanes));
                x7 = TSimd.Add(x7, TSimd.Load(first + 7 * TSimd.Lanes));
                x8 = TSimd.Add(x8, TSimd.Load(first + 8 * TSimd.Lanes));
                x9 = TSimd.Add(x9, TSimd.Load(first + 9 * TSimd.Lanes));
                x10 = TSimd.Add(x10, TSimd.Load(first + 10 * TSimd.Lanes));
                first = first + 11 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                x1 = TSimd.Add(x1, TSimd.Load(second + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(second + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(second + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(second + 5 * TSimd.Lanes));
                x6 = TSimd.Add(x6, TSimd.Load(second + 6 * TSimd.Lanes));
                x7 = TSimd.Add(x7, TSimd.Load(second + 7 * TSimd.Lanes));
                x8 = TSimd.Add(x8, TSimd.Load(second + 8 * TSimd.Lanes));
                x9 = TSimd.Add(x9, TSimd.Load(second + 9 * TSimd.Lanes));
                x10 = TSimd.Add(x10, TSimd.Load(second + 10 * TSimd.Lanes));
                second = second + 11 * TSimd.Lanes;
            }
            TVec p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                    v = TSimd.Broadcast(a + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                    p = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 1 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 1 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 1 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 1 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 1 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 1 + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    v = TSimd.Broadcast(a + 1 + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                    v = TSimd.Broadcast(a + 1 + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 2 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 2 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 2 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 2 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 2 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 2 + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    v = TSimd.Broadcast(a + 2 + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                    v = TSimd.Broadcast(a + 2 + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                    p = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 3 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 3 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 3 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 3 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 3 + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    v = TSimd.Broadcast(a + 3 + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                    v = TSimd.Broadcast(a + 3 + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                    b = b + 4 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                v = TSimd.Broadcast(a + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                a = input + offsets[1];
                p = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                v = TSimd.Broadcast(a + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                a = input + offsets[2];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                v = TSimd.Broadcast(a + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                a = input + offsets[3];
                p = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                v = TSimd.Broadcast(a + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                b = b + 4 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                v = TSimd.Broadcast(a + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                b = b + TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                    residual += row;
                    x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                    residual += row;
                    x7 = TSimd.MultiplyAdd(x7, gate, TSimd.Load(residual));
                    residual += row;
                    x8 = TSimd.MultiplyAdd(x8, gate, TSimd.Load(residual));
                    residual += row;
                    x9 = TSimd.MultiplyAdd(x9, gate, TSimd.Load(residual));
                    residual += row;
                    x10 = TSimd.MultiplyAdd(x10, gate, TSimd.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.Add(x3, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.Add(x4, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.Add(x5, TSimd.Load(residual));
                    residual += row;
                    x6 = TSimd.Add(x6, TSimd.Load(residual));
                    residual += row;
                    x7 = TSimd.Add(x7, TSimd.Load(residual));
                    residual += row;
                    x8 = TSimd.Add(x8, TSimd.Load(residual));
                    residual += row;
                    x9 = TSimd.Add(x9, TSimd.Load(residual));
                    residual += row;
                    x10 = TSimd.Add(x10, TSimd.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.Multiply(x0, gate);
                x1 = TSimd.Multiply(x1, gate);
                x2 = TSimd.Multiply(x2, gate);
                x3 = TSimd.Multiply(x3, gate);
                x4 = TSimd.Multiply(x4, gate);
                x5 = TSimd.Multiply(x5, gate);
                x6 = TSimd.Multiply(x6, gate);
                x7 = TSimd.Multiply(x7, gate);
                x8 = TSimd.Multiply(x8, gate);
                x9 = TSimd.Multiply(x9, gate);
                x10 = TSimd.Multiply(x10, gate);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            c += down;
            x3 = TSimd.AtLeast(low, x3);
            TSimd.Store(c, x3);
            c += down;
            x4 = TSimd.AtLeast(low, x4);
            TSimd.Store(c, x4);
            c += down;
            x5 = TSimd.AtLeast(low, x5);
            TSimd.Store(c, x5);
            c += down;
            x6 = TSimd.AtLeast(low, x6);
            TSimd.Store(c, x6);
            c += down;
            x7 = TSimd.AtLeast(low, x7);
            TSimd.Store(c, x7);
            c += down;
            x8 = TSimd.AtLeast(low, x8);
            TSimd.Store(c, x8);
            c += down;
            x9 = TSimd.AtLeast(low, x9);
            TSimd.Store(c, x9);
            c += down;
            x10 = TSimd.AtLeast(low, x10);
            TSimd.Store(c, x10);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, TSimd.Add(x3, x4))), TSimd.Add(TSimd.Add(x5, TSimd.Add(x6, x7)), TSimd.Add(x8, TSimd.Add(x9, x10))))));
            }
            input += 11 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows12x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec x1 = x0;
            TVec x2 = x0;
            TVec x3 = x0;
            TVec x4 = x0;
            TVec x5 = x0;
            TVec x6 = x0;
            TVec x7 = x0;
            TVec x8 = x0;
            TVec x9 = x0;
            TVec x10 = x0;
            TVec x11 = x0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                x1 = TSimd.Add(x1, TSimd.Load(first + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(first + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(first + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(first + 5 * TSimd.Lanes));
                x6 = TSimd.Add(x6, TSimd.Load(first + 6 * TSimd.Lanes));
                x7 = TSimd.Add(x7, TSimd.Load(first + 7 * TSimd.Lanes));
                x8 = TSimd.Add(x8, TSimd.Load(first + 8 * TSimd.Lanes));
                x9 = TSimd.Add(x9, TSimd.Load(first + 9 * TSimd.Lanes));
                x10 = TSimd.Add(x10, TSimd.Load(first + 10 * TSimd.Lanes));
                x11 = TSimd.Add(x11, TSimd.Load(first + 11 * TSimd.Lanes));
                first = first + 12 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                x1 = TSimd.Add(x1, TSimd.Load(second + TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 2 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(second + 3 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(second + 4 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(second + 5 * TSimd.Lanes));
                x6 = TSimd.Add(x6, TSimd.Load(second + 6 * TSimd.Lanes));
                x7 = TSimd.Add(x7, TSimd.Load(second + 7 * TSimd.Lanes));
                x8 = TSimd.Add(x8, TSimd.Load(second + 8 * TSimd.Lanes));
                x9 = TSimd.Add(x9, TSimd.Load(second + 9 * TSimd.Lanes));
                x10 = TSimd.Add(x10, TSimd.Load(second + 10 * TSimd.Lanes));
                x11 = TSimd.Add(x11, TSimd.Load(second + 11 * TSimd.Lanes));
                second = second + 12 * TSimd.Lanes;
            }
            TVec p, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                    v = TSimd.Broadcast(a + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                    v = TSimd.Broadcast(a + 11 * TRow.Floats); x11 = TSimd.MultiplyAdd(v, p, x11);
                    p = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 1 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 1 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 1 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 1 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 1 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 1 + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    v = TSimd.Broadcast(a + 1 + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                    v = TSimd.Broadcast(a + 1 + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                    v = TSimd.Broadcast(a + 1 + 11 * TRow.Floats); x11 = TSimd.MultiplyAdd(v, p, x11);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 2 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 2 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 2 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 2 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 2 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 2 + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    v = TSimd.Broadcast(a + 2 + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                    v = TSimd.Broadcast(a + 2 + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                    v = TSimd.Broadcast(a + 2 + 11 * TRow.Floats); x11 = TSimd.MultiplyAdd(v, p, x11);
                    p = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                    v = TSimd.Broadcast(a + 3 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                    v = TSimd.Broadcast(a + 3 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                    v = TSimd.Broadcast(a + 3 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                    v = TSimd.Broadcast(a + 3 + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                    v = TSimd.Broadcast(a + 3 + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                    v = TSimd.Broadcast(a + 3 + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                    v = TSimd.Broadcast(a + 3 + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                    v = TSimd.Broadcast(a + 3 + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                    v = TSimd.Broadcast(a + 3 + 11 * TRow.Floats); x11 = TSimd.MultiplyAdd(v, p, x11);
                    b = b + 4 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                v = TSimd.Broadcast(a + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                v = TSimd.Broadcast(a + 11 * TRow.Floats); x11 = TSimd.MultiplyAdd(v, p, x11);
                a = input + offsets[1];
                p = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                v = TSimd.Broadcast(a + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                v = TSimd.Broadcast(a + 11 * TRow.Floats); x11 = TSimd.MultiplyAdd(v, p, x11);
                a = input + offsets[2];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                v = TSimd.Broadcast(a + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                v = TSimd.Broadcast(a + 11 * TRow.Floats); x11 = TSimd.MultiplyAdd(v, p, x11);
                a = input + offsets[3];
                p = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                v = TSimd.Broadcast(a + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                v = TSimd.Broadcast(a + 11 * TRow.Floats); x11 = TSimd.MultiplyAdd(v, p, x11);
                b = b + 4 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5);
                v = TSimd.Broadcast(a + 6 * TRow.Floats); x6 = TSimd.MultiplyAdd(v, p, x6);
                v = TSimd.Broadcast(a + 7 * TRow.Floats); x7 = TSimd.MultiplyAdd(v, p, x7);
                v = TSimd.Broadcast(a + 8 * TRow.Floats); x8 = TSimd.MultiplyAdd(v, p, x8);
                v = TSimd.Broadcast(a + 9 * TRow.Floats); x9 = TSimd.MultiplyAdd(v, p, x9);
                v = TSimd.Broadcast(a + 10 * TRow.Floats); x10 = TSimd.MultiplyAdd(v, p, x10);
                v = TSimd.Broadcast(a + 11 * TRow.Floats); x11 = TSimd.MultiplyAdd(v, p, x11);
                b = b + TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                    residual += row;
                    x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                    residual += row;
                    x7 = TSimd.MultiplyAdd(x7, gate, TSimd.Load(residual));
                    residual += row;
                    x8 = TSimd.MultiplyAdd(x8, gate, TSimd.Load(residual));
                    residual += row;
                    x9 = TSimd.MultiplyAdd(x9, gate, TSimd.Load(residual));
                    residual += row;
                    x10 = TSimd.MultiplyAdd(x10, gate, TSimd.Load(residual));
                    residual += row;
                    x11 = TSimd.MultiplyAdd(x11, gate, TSimd.Load(residual));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    residual += row;
                    x3 = TSimd.Add(x3, TSimd.Load(residual));
                    residual += row;
                    x4 = TSimd.Add(x4, TSimd.Load(residual));
                    residual += row;
                    x5 = TSimd.Add(x5, TSimd.Load(residual));
                    residual += row;
                    x6 = TSimd.Add(x6, TSimd.Load(residual));
                    residual += row;
                    x7 = TSimd.Add(x7, TSimd.Load(residual));
                    residual += row;
                    x8 = TSimd.Add(x8, TSimd.Load(residual));
                    residual += row;
                    x9 = TSimd.Add(x9, TSimd.Load(residual));
                    residual += row;
                    x10 = TSimd.Add(x10, TSimd.Load(residual));
                    residual += row;
                    x11 = TSimd.Add(x11, TSimd.Load(residual));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.Multiply(x0, gate);
                x1 = TSimd.Multiply(x1, gate);
                x2 = TSimd.Multiply(x2, gate);
                x3 = TSimd.Multiply(x3, gate);
                x4 = TSimd.Multiply(x4, gate);
                x5 = TSimd.Multiply(x5, gate);
                x6 = TSimd.Multiply(x6, gate);
                x7 = TSimd.Multiply(x7, gate);
                x8 = TSimd.Multiply(x8, gate);
                x9 = TSimd.Multiply(x9, gate);
                x10 = TSimd.Multiply(x10, gate);
                x11 = TSimd.Multiply(x11, gate);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            c += down;
            x3 = TSimd.AtLeast(low, x3);
            TSimd.Store(c, x3);
            c += down;
            x4 = TSimd.AtLeast(low, x4);
            TSimd.Store(c, x4);
            c += down;
            x5 = TSimd.AtLeast(low, x5);
            TSimd.Store(c, x5);
            c += down;
            x6 = TSimd.AtLeast(low, x6);
            TSimd.Store(c, x6);
            c += down;
            x7 = TSimd.AtLeast(low, x7);
            TSimd.Store(c, x7);
            c += down;
            x8 = TSimd.AtLeast(low, x8);
            TSimd.Store(c, x8);
            c += down;
            x9 = TSimd.AtLeast(low, x9);
            TSimd.Store(c, x9);
            c += down;
            x10 = TSimd.AtLeast(low, x10);
            TSimd.Store(c, x10);
            c += down;
            x11 = TSimd.AtLeast(low, x11);
            TSimd.Store(c, x11);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(x3, TSimd.Add(x4, x5))), TSimd.Add(TSimd.Add(x6, TSimd.Add(x7, x8)), TSimd.Add(x9, TSimd.Add(x10, x11))))));
            }
            input += 12 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows1x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec y0 = TSimd.Load(tile->Bias + TSimd.Lanes);
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                y0 = TSimd.Add(y0, TSimd.Load(first + TSimd.Lanes));
                first = first + 2 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                y0 = TSimd.Add(y0, TSimd.Load(second + TSimd.Lanes));
                second = second + 2 * TSimd.Lanes;
            }
            TVec p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    q = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    q = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    p = TSimd.Load(b + 4 * TSimd.Lanes);
                    q = TSimd.Load(b + 5 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    p = TSimd.Load(b + 6 * TSimd.Lanes);
                    q = TSimd.Load(b + 7 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    b = b + 8 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                q = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                a = input + offsets[1];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                q = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                a = input + offsets[2];
                p = TSimd.Load(b + 4 * TSimd.Lanes);
                q = TSimd.Load(b + 5 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                a = input + offsets[3];
                p = TSimd.Load(b + 6 * TSimd.Lanes);
                q = TSimd.Load(b + 7 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                b = b + 8 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                q = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                b = b + 2 * TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    TVec gate2 = TSimd.Load(tile->Gate + TSimd.Lanes);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    y0 = TSimd.MultiplyAdd(y0, gate2, TSimd.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    y0 = TSimd.Add(y0, TSimd.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec gate2 = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.Multiply(x0, gate);
                y0 = TSimd.Multiply(y0, gate2);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            y0 = TSimd.AtLeast(low, y0);
            TSimd.Store(c + right, y0);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), x0));
                TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), y0));
            }
            input += TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows2x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec y0 = TSimd.Load(tile->Bias + TSimd.Lanes);
            TVec x1 = x0;
            TVec y1 = y0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                y0 = TSimd.Add(y0, TSimd.Load(first + TSimd.Lanes));
                x1 = TSimd.Add(x1, TSimd.Load(first + 2 * TSimd.Lanes));
                y1 = TSimd.Add(y1, TSimd.Load(first + 3 * TSimd.Lanes));
                first = first + 4 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                y0 = TSimd.Add(y0, TSimd.Load(second + TSimd.Lanes));
                x1 = TSimd.Add(x1, TSimd.Load(second + 2 * TSimd.Lanes));
                y1 = TSimd.Add(y1, TSimd.Load(second + 3 * TSimd.Lanes));
                second = second + 4 * TSimd.Lanes;
            }
            TVec p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    q = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    q = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    p = TSimd.Load(b + 4 * TSimd.Lanes);
                    q = TSimd.Load(b + 5 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    p = TSimd.Load(b + 6 * TSimd.Lanes);
                    q = TSimd.Load(b + 7 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    b = b + 8 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                q = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                a = input + offsets[1];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                q = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                a = input + offsets[2];
                p = TSimd.Load(b + 4 * TSimd.Lanes);
                q = TSimd.Load(b + 5 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                a = input + offsets[3];
                p = TSimd.Load(b + 6 * TSimd.Lanes);
                q = TSimd.Load(b + 7 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                b = b + 8 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                q = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                b = b + 2 * TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    TVec gate2 = TSimd.Load(tile->Gate + TSimd.Lanes);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    y0 = TSimd.MultiplyAdd(y0, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    y1 = TSimd.MultiplyAdd(y1, gate2, TSimd.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    y0 = TSimd.Add(y0, TSimd.Load(residual + next));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    y1 = TSimd.Add(y1, TSimd.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec gate2 = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.Multiply(x0, gate);
                y0 = TSimd.Multiply(y0, gate2);
                x1 = TSimd.Multiply(x1, gate);
                y1 = TSimd.Multiply(y1, gate2);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            y0 = TSimd.AtLeast(low, y0);
            TSimd.Store(c + right, y0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            y1 = TSimd.AtLeast(low, y1);
            TSimd.Store(c + right, y1);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(x0, x1)));
                TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(y0, y1)));
            }
            input += 2 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows3x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec y0 = TSimd.Load(tile->Bias + TSimd.Lanes);
            TVec x1 = x0;
            TVec y1 = y0;
            TVec x2 = x0;
            TVec y2 = y0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                y0 = TSimd.Add(y0, TSimd.Load(first + TSimd.Lanes));
                x1 = TSimd.Add(x1, TSimd.Load(first + 2 * TSimd.Lanes));
                y1 = TSimd.Add(y1, TSimd.Load(first + 3 * TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 4 * TSimd.Lanes));
                y2 = TSimd.Add(y2, TSimd.Load(first + 5 * TSimd.Lanes));
                first = first + 6 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                y0 = TSimd.Add(y0, TSimd.Load(second + TSimd.Lanes));
                x1 = TSimd.Add(x1, TSimd.Load(second + 2 * TSimd.Lanes));
                y1 = TSimd.Add(y1, TSimd.Load(second + 3 * TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 4 * TSimd.Lanes));
                y2 = TSimd.Add(y2, TSimd.Load(second + 5 * TSimd.Lanes));
                second = second + 6 * TSimd.Lanes;
            }
            TVec p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    q = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    q = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    p = TSimd.Load(b + 4 * TSimd.Lanes);
                    q = TSimd.Load(b + 5 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    p = TSimd.Load(b + 6 * TSimd.Lanes);
                    q = TSimd.Load(b + 7 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    b = b + 8 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                q = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                a = input + offsets[1];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                q = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                a = input + offsets[2];
                p = TSimd.Load(b + 4 * TSimd.Lanes);
                q = TSimd.Load(b + 5 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                a = input + offsets[3];
                p = TSimd.Load(b + 6 * TSimd.Lanes);
                q = TSimd.Load(b + 7 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                b = b + 8 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                q = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                b = b + 2 * TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    TVec gate2 = TSimd.Load(tile->Gate + TSimd.Lanes);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    y0 = TSimd.MultiplyAdd(y0, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    y1 = TSimd.MultiplyAdd(y1, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    y2 = TSimd.MultiplyAdd(y2, gate2, TSimd.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    y0 = TSimd.Add(y0, TSimd.Load(residual + next));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    y1 = TSimd.Add(y1, TSimd.Load(residual + next));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    y2 = TSimd.Add(y2, TSimd.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec gate2 = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.Multiply(x0, gate);
                y0 = TSimd.Multiply(y0, gate2);
                x1 = TSimd.Multiply(x1, gate);
                y1 = TSimd.Multiply(y1, gate2);
                x2 = TSimd.Multiply(x2, gate);
                y2 = TSimd.Multiply(y2, gate2);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            y0 = TSimd.AtLeast(low, y0);
            TSimd.Store(c + right, y0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            y1 = TSimd.AtLeast(low, y1);
            TSimd.Store(c + right, y1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            y2 = TSimd.AtLeast(low, y2);
            TSimd.Store(c + right, y2);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(x0, TSimd.Add(x1, x2))));
                TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(y0, TSimd.Add(y1, y2))));
            }
            input += 3 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows4x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec y0 = TSimd.Load(tile->Bias + TSimd.Lanes);
            TVec x1 = x0;
            TVec y1 = y0;
            TVec x2 = x0;
            TVec y2 = y0;
            TVec x3 = x0;
            TVec y3 = y0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                y0 = TSimd.Add(y0, TSimd.Load(first + TSimd.Lanes));
                x1 = TSimd.Add(x1, TSimd.Load(first + 2 * TSimd.Lanes));
                y1 = TSimd.Add(y1, TSimd.Load(first + 3 * TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 4 * TSimd.Lanes));
                y2 = TSimd.Add(y2, TSimd.Load(first + 5 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(first + 6 * TSimd.Lanes));
                y3 = TSimd.Add(y3, TSimd.Load(first + 7 * TSimd.Lanes));
                first = first + 8 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                y0 = TSimd.Add(y0, TSimd.Load(second + TSimd.Lanes));
                x1 = TSimd.Add(x1, TSimd.Load(second + 2 * TSimd.Lanes));
                y1 = TSimd.Add(y1, TSimd.Load(second + 3 * TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 4 * TSimd.Lanes));
                y2 = TSimd.Add(y2, TSimd.Load(second + 5 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(second + 6 * TSimd.Lanes));
                y3 = TSimd.Add(y3, TSimd.Load(second + 7 * TSimd.Lanes));
                second = second + 8 * TSimd.Lanes;
            }
            TVec p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    q = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    q = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    v = TSimd.Broadcast(a + 1 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                    p = TSimd.Load(b + 4 * TSimd.Lanes);
                    q = TSimd.Load(b + 5 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    v = TSimd.Broadcast(a + 2 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                    p = TSimd.Load(b + 6 * TSimd.Lanes);
                    q = TSimd.Load(b + 7 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    v = TSimd.Broadcast(a + 3 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                    b = b + 8 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                q = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                a = input + offsets[1];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                q = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                a = input + offsets[2];
                p = TSimd.Load(b + 4 * TSimd.Lanes);
                q = TSimd.Load(b + 5 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                a = input + offsets[3];
                p = TSimd.Load(b + 6 * TSimd.Lanes);
                q = TSimd.Load(b + 7 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                b = b + 8 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                q = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                b = b + 2 * TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    TVec gate2 = TSimd.Load(tile->Gate + TSimd.Lanes);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    y0 = TSimd.MultiplyAdd(y0, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    y1 = TSimd.MultiplyAdd(y1, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    y2 = TSimd.MultiplyAdd(y2, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                    y3 = TSimd.MultiplyAdd(y3, gate2, TSimd.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    y0 = TSimd.Add(y0, TSimd.Load(residual + next));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    y1 = TSimd.Add(y1, TSimd.Load(residual + next));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    y2 = TSimd.Add(y2, TSimd.Load(residual + next));
                    residual += row;
                    x3 = TSimd.Add(x3, TSimd.Load(residual));
                    y3 = TSimd.Add(y3, TSimd.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec gate2 = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.Multiply(x0, gate);
                y0 = TSimd.Multiply(y0, gate2);
                x1 = TSimd.Multiply(x1, gate);
                y1 = TSimd.Multiply(y1, gate2);
                x2 = TSimd.Multiply(x2, gate);
                y2 = TSimd.Multiply(y2, gate2);
                x3 = TSimd.Multiply(x3, gate);
                y3 = TSimd.Multiply(y3, gate2);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            y0 = TSimd.AtLeast(low, y0);
            TSimd.Store(c + right, y0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            y1 = TSimd.AtLeast(low, y1);
            TSimd.Store(c + right, y1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            y2 = TSimd.AtLeast(low, y2);
            TSimd.Store(c + right, y2);
            c += down;
            x3 = TSimd.AtLeast(low, x3);
            TSimd.Store(c, x3);
            y3 = TSimd.AtLeast(low, y3);
            TSimd.Store(c + right, y3);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, x3))));
                TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(y0, y1), TSimd.Add(y2, y3))));
            }
            input += 4 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows5x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec y0 = TSimd.Load(tile->Bias + TSimd.Lanes);
            TVec x1 = x0;
            TVec y1 = y0;
            TVec x2 = x0;
            TVec y2 = y0;
            TVec x3 = x0;
            TVec y3 = y0;
            TVec x4 = x0;
            TVec y4 = y0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                y0 = TSimd.Add(y0, TSimd.Load(first + TSimd.Lanes));
                x1 = TSimd.Add(x1, TSimd.Load(first + 2 * TSimd.Lanes));
                y1 = TSimd.Add(y1, TSimd.Load(first + 3 * TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 4 * TSimd.Lanes));
                y2 = TSimd.Add(y2, TSimd.Load(first + 5 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(first + 6 * TSimd.Lanes));
                y3 = TSimd.Add(y3, TSimd.Load(first + 7 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(first + 8 * TSimd.Lanes));
                y4 = TSimd.Add(y4, TSimd.Load(first + 9 * TSimd.Lanes));
                first = first + 10 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                y0 = TSimd.Add(y0, TSimd.Load(second + TSimd.Lanes));
                x1 = TSimd.Add(x1, TSimd.Load(second + 2 * TSimd.Lanes));
                y1 = TSimd.Add(y1, TSimd.Load(second + 3 * TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 4 * TSimd.Lanes));
                y2 = TSimd.Add(y2, TSimd.Load(second + 5 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(second + 6 * TSimd.Lanes));
                y3 = TSimd.Add(y3, TSimd.Load(second + 7 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(second + 8 * TSimd.Lanes));
                y4 = TSimd.Add(y4, TSimd.Load(second + 9 * TSimd.Lanes));
                second = second + 10 * TSimd.Lanes;
            }
            TVec p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    q = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                    v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    q = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    v = TSimd.Broadcast(a + 1 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                    v = TSimd.Broadcast(a + 1 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                    p = TSimd.Load(b + 4 * TSimd.Lanes);
                    q = TSimd.Load(b + 5 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    v = TSimd.Broadcast(a + 2 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                    v = TSimd.Broadcast(a + 2 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                    p = TSimd.Load(b + 6 * TSimd.Lanes);
                    q = TSimd.Load(b + 7 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    v = TSimd.Broadcast(a + 3 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                    v = TSimd.Broadcast(a + 3 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                    b = b + 8 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                q = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                a = input + offsets[1];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                q = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                a = input + offsets[2];
                p = TSimd.Load(b + 4 * TSimd.Lanes);
                q = TSimd.Load(b + 5 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                a = input + offsets[3];
                p = TSimd.Load(b + 6 * TSimd.Lanes);
                q = TSimd.Load(b + 7 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                b = b + 8 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                q = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                b = b + 2 * TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    TVec gate2 = TSimd.Load(tile->Gate + TSimd.Lanes);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    y0 = TSimd.MultiplyAdd(y0, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    y1 = TSimd.MultiplyAdd(y1, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    y2 = TSimd.MultiplyAdd(y2, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                    y3 = TSimd.MultiplyAdd(y3, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                    y4 = TSimd.MultiplyAdd(y4, gate2, TSimd.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    y0 = TSimd.Add(y0, TSimd.Load(residual + next));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    y1 = TSimd.Add(y1, TSimd.Load(residual + next));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    y2 = TSimd.Add(y2, TSimd.Load(residual + next));
                    residual += row;
                    x3 = TSimd.Add(x3, TSimd.Load(residual));
                    y3 = TSimd.Add(y3, TSimd.Load(residual + next));
                    residual += row;
                    x4 = TSimd.Add(x4, TSimd.Load(residual));
                    y4 = TSimd.Add(y4, TSimd.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec gate2 = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.Multiply(x0, gate);
                y0 = TSimd.Multiply(y0, gate2);
                x1 = TSimd.Multiply(x1, gate);
                y1 = TSimd.Multiply(y1, gate2);
                x2 = TSimd.Multiply(x2, gate);
                y2 = TSimd.Multiply(y2, gate2);
                x3 = TSimd.Multiply(x3, gate);
                y3 = TSimd.Multiply(y3, gate2);
                x4 = TSimd.Multiply(x4, gate);
                y4 = TSimd.Multiply(y4, gate2);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            y0 = TSimd.AtLeast(low, y0);
            TSimd.Store(c + right, y0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            y1 = TSimd.AtLeast(low, y1);
            TSimd.Store(c + right, y1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            y2 = TSimd.AtLeast(low, y2);
            TSimd.Store(c + right, y2);
            c += down;
            x3 = TSimd.AtLeast(low, x3);
            TSimd.Store(c, x3);
            y3 = TSimd.AtLeast(low, y3);
            TSimd.Store(c + right, y3);
            c += down;
            x4 = TSimd.AtLeast(low, x4);
            TSimd.Store(c, x4);
            y4 = TSimd.AtLeast(low, y4);
            TSimd.Store(c + right, y4);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, TSimd.Add(x3, x4)))));
                TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(y0, y1), TSimd.Add(y2, TSimd.Add(y3, y4)))));
            }
            input += 5 * TRow.Floats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows6x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        float* first = tile->First;
        float* second = tile->Second;
        float* residual = tile->Residual;
        float* c = tile->C;
        for (int i = tile->Count; i > 0; i--)
        {
            int* offsets = tile->Offsets;
            float* b = tile->B;
            TVec x0 = TSimd.Load(tile->Bias);
            TVec y0 = TSimd.Load(tile->Bias + TSimd.Lanes);
            TVec x1 = x0;
            TVec y1 = y0;
            TVec x2 = x0;
            TVec y2 = y0;
            TVec x3 = x0;
            TVec y3 = y0;
            TVec x4 = x0;
            TVec y4 = y0;
            TVec x5 = x0;
            TVec y5 = y0;
            if (first != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(first));
                y0 = TSimd.Add(y0, TSimd.Load(first + TSimd.Lanes));
                x1 = TSimd.Add(x1, TSimd.Load(first + 2 * TSimd.Lanes));
                y1 = TSimd.Add(y1, TSimd.Load(first + 3 * TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(first + 4 * TSimd.Lanes));
                y2 = TSimd.Add(y2, TSimd.Load(first + 5 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(first + 6 * TSimd.Lanes));
                y3 = TSimd.Add(y3, TSimd.Load(first + 7 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(first + 8 * TSimd.Lanes));
                y4 = TSimd.Add(y4, TSimd.Load(first + 9 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(first + 10 * TSimd.Lanes));
                y5 = TSimd.Add(y5, TSimd.Load(first + 11 * TSimd.Lanes));
                first = first + 12 * TSimd.Lanes;
            }
            if (second != null)
            {
                x0 = TSimd.Add(x0, TSimd.Load(second));
                y0 = TSimd.Add(y0, TSimd.Load(second + TSimd.Lanes));
                x1 = TSimd.Add(x1, TSimd.Load(second + 2 * TSimd.Lanes));
                y1 = TSimd.Add(y1, TSimd.Load(second + 3 * TSimd.Lanes));
                x2 = TSimd.Add(x2, TSimd.Load(second + 4 * TSimd.Lanes));
                y2 = TSimd.Add(y2, TSimd.Load(second + 5 * TSimd.Lanes));
                x3 = TSimd.Add(x3, TSimd.Load(second + 6 * TSimd.Lanes));
                y3 = TSimd.Add(y3, TSimd.Load(second + 7 * TSimd.Lanes));
                x4 = TSimd.Add(x4, TSimd.Load(second + 8 * TSimd.Lanes));
                y4 = TSimd.Add(y4, TSimd.Load(second + 9 * TSimd.Lanes));
                x5 = TSimd.Add(x5, TSimd.Load(second + 10 * TSimd.Lanes));
                y5 = TSimd.Add(y5, TSimd.Load(second + 11 * TSimd.Lanes));
                second = second + 12 * TSimd.Lanes;
            }
            TVec p, q, v;
            for (int k = tile->Turns; k > 0; k--)
            {
                float* a = input + *offsets;
                offsets += 16;
                for (int j = 0; j < 4; j++)
                {
                    p = TSimd.Load(b);
                    q = TSimd.Load(b + TSimd.Lanes);
                    v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                    v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                    v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5); y5 = TSimd.MultiplyAdd(v, q, y5);
                    p = TSimd.Load(b + 2 * TSimd.Lanes);
                    q = TSimd.Load(b + 3 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 1); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 1 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 1 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    v = TSimd.Broadcast(a + 1 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                    v = TSimd.Broadcast(a + 1 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                    v = TSimd.Broadcast(a + 1 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5); y5 = TSimd.MultiplyAdd(v, q, y5);
                    p = TSimd.Load(b + 4 * TSimd.Lanes);
                    q = TSimd.Load(b + 5 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 2); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 2 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 2 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    v = TSimd.Broadcast(a + 2 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                    v = TSimd.Broadcast(a + 2 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                    v = TSimd.Broadcast(a + 2 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5); y5 = TSimd.MultiplyAdd(v, q, y5);
                    p = TSimd.Load(b + 6 * TSimd.Lanes);
                    q = TSimd.Load(b + 7 * TSimd.Lanes);
                    v = TSimd.Broadcast(a + 3); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                    v = TSimd.Broadcast(a + 3 + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                    v = TSimd.Broadcast(a + 3 + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                    v = TSimd.Broadcast(a + 3 + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                    v = TSimd.Broadcast(a + 3 + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                    v = TSimd.Broadcast(a + 3 + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5); y5 = TSimd.MultiplyAdd(v, q, y5);
                    b = b + 8 * TSimd.Lanes;
                    a += 4;
                }
            }
            int rest = tile->Depth - 16 * tile->Turns;
            for (int k = rest / 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                q = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5); y5 = TSimd.MultiplyAdd(v, q, y5);
                a = input + offsets[1];
                p = TSimd.Load(b + 2 * TSimd.Lanes);
                q = TSimd.Load(b + 3 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5); y5 = TSimd.MultiplyAdd(v, q, y5);
                a = input + offsets[2];
                p = TSimd.Load(b + 4 * TSimd.Lanes);
                q = TSimd.Load(b + 5 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5); y5 = TSimd.MultiplyAdd(v, q, y5);
                a = input + offsets[3];
                p = TSimd.Load(b + 6 * TSimd.Lanes);
                q = TSimd.Load(b + 7 * TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5); y5 = TSimd.MultiplyAdd(v, q, y5);
                b = b + 8 * TSimd.Lanes;
                offsets += 4;
            }
            for (int k = rest % 4; k > 0; k--)
            {
                float* a = input + offsets[0];
                p = TSimd.Load(b);
                q = TSimd.Load(b + TSimd.Lanes);
                v = TSimd.Broadcast(a); x0 = TSimd.MultiplyAdd(v, p, x0); y0 = TSimd.MultiplyAdd(v, q, y0);
                v = TSimd.Broadcast(a + TRow.Floats); x1 = TSimd.MultiplyAdd(v, p, x1); y1 = TSimd.MultiplyAdd(v, q, y1);
                v = TSimd.Broadcast(a + 2 * TRow.Floats); x2 = TSimd.MultiplyAdd(v, p, x2); y2 = TSimd.MultiplyAdd(v, q, y2);
                v = TSimd.Broadcast(a + 3 * TRow.Floats); x3 = TSimd.MultiplyAdd(v, p, x3); y3 = TSimd.MultiplyAdd(v, q, y3);
                v = TSimd.Broadcast(a + 4 * TRow.Floats); x4 = TSimd.MultiplyAdd(v, p, x4); y4 = TSimd.MultiplyAdd(v, q, y4);
                v = TSimd.Broadcast(a + 5 * TRow.Floats); x5 = TSimd.MultiplyAdd(v, p, x5); y5 = TSimd.MultiplyAdd(v, q, y5);
                b = b + 2 * TSimd.Lanes;
                offsets++;
            }
            if (residual != null)
            {
                nint row = tile->ResidualRow;
                nint next = tile->ResidualNext;
                if (tile->Gate != null)
                {
                    TVec gate = TSimd.Load(tile->Gate);
                    TVec gate2 = TSimd.Load(tile->Gate + TSimd.Lanes);
                    x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                    y0 = TSimd.MultiplyAdd(y0, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                    y1 = TSimd.MultiplyAdd(y1, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                    y2 = TSimd.MultiplyAdd(y2, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                    y3 = TSimd.MultiplyAdd(y3, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                    y4 = TSimd.MultiplyAdd(y4, gate2, TSimd.Load(residual + next));
                    residual += row;
                    x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                    y5 = TSimd.MultiplyAdd(y5, gate2, TSimd.Load(residual + next));
                    residual += row;
                }
                else
                {
                    x0 = TSimd.Add(x0, TSimd.Load(residual));
                    y0 = TSimd.Add(y0, TSimd.Load(residual + next));
                    residual += row;
                    x1 = TSimd.Add(x1, TSimd.Load(residual));
                    y1 = TSimd.Add(y1, TSimd.Load(residual + next));
                    residual += row;
                    x2 = TSimd.Add(x2, TSimd.Load(residual));
                    y2 = TSimd.Add(y2, TSimd.Load(residual + next));
                    residual += row;
                    x3 = TSimd.Add(x3, TSimd.Load(residual));
                    y3 = TSimd.Add(y3, TSimd.Load(residual + next));
                    residual += row;
                    x4 = TSimd.Add(x4, TSimd.Load(residual));
                    y4 = TSimd.Add(y4, TSimd.Load(residual + next));
                    residual += row;
                    x5 = TSimd.Add(x5, TSimd.Load(residual));
                    y5 = TSimd.Add(y5, TSimd.Load(residual + next));
                    residual += row;
                }
            }
            else if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec gate2 = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.Multiply(x0, gate);
                y0 = TSimd.Multiply(y0, gate2);
                x1 = TSimd.Multiply(x1, gate);
                y1 = TSimd.Multiply(y1, gate2);
                x2 = TSimd.Multiply(x2, gate);
                y2 = TSimd.Multiply(y2, gate2);
                x3 = TSimd.Multiply(x3, gate);
                y3 = TSimd.Multiply(y3, gate2);
                x4 = TSimd.Multiply(x4, gate);
                y4 = TSimd.Multiply(y4, gate2);
                x5 = TSimd.Multiply(x5, gate);
                y5 = TSimd.Multiply(y5, gate2);
            }
            TVec low = TSimd.Create(tile->Low);
            nint down = tile->Row;
            nint right = tile->Next;
            x0 = TSimd.AtLeast(low, x0);
            TSimd.Store(c, x0);
            y0 = TSimd.AtLeast(low, y0);
            TSimd.Store(c + right, y0);
            c += down;
            x1 = TSimd.AtLeast(low, x1);
            TSimd.Store(c, x1);
            y1 = TSimd.AtLeast(low, y1);
            TSimd.Store(c + right, y1);
            c += down;
            x2 = TSimd.AtLeast(low, x2);
            TSimd.Store(c, x2);
            y2 = TSimd.AtLeast(low, y2);
            TSimd.Store(c + right, y2);
            c += down;
            x3 = TSimd.AtLeast(low, x3);
            TSimd.Store(c, x3);
            y3 = TSimd.AtLeast(low, y3);
            TSimd.Store(c + right, y3);
            c += down;
            x4 = TSimd.AtLeast(low, x4);
            TSimd.Store(c, x4);
            y4 = TSimd.AtLeast(low, y4);
            TSimd.Store(c + right, y4);
            c += down;
            x5 = TSimd.AtLeast(low, x5);
            TSimd.Store(c, x5);
            y5 = TSimd.AtLeast(low, y5);
            TSimd.Store(c + right, y5);
            c += down;
            float* sums = tile->Sums;
            if (sums != null)
            {
                TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(x3, TSimd.Add(x4, x5)))));
                TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(y0, TSimd.Add(y1, y2)), TSimd.Add(y3, TSimd.Add(y4, y5)))));
            }
            input += 6 * TRow.Floats;
        }
    }
}
