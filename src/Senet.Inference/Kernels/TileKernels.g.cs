// Written by tools/Senet.KernelGenerator; edit TileTemplate.cs there and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Senet.Inference.Simd;

namespace Senet.Inference.Kernels;

/// <summary>
/// The one kernel that does nearly all multiplications: a tile of rows (pixels) by one or two vectors of output channels.
/// x0, x1, ... accumulate the first vector of row 0, 1, ..., y0, y1, ... the second; p and q hold the weights of input k,
/// and v one row's input k in every lane. The result is rounded as if k ran from first to last, whatever the tile.
/// </summary>
static unsafe class TileKernels
{
    /// <summary>Computes a tile of <paramref name="rows"/> by <paramref name="vectors"/>.</summary>
    public static void Run<TSimd, TVec, TRow>(int rows, int vectors, Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
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
                case 7:
                    Rows7x2<TSimd, TVec, TRow>(tile);
                    break;
                case 8:
                    Rows8x2<TSimd, TVec, TRow>(tile);
                    break;
                case 9:
                    Rows9x2<TSimd, TVec, TRow>(tile);
                    break;
                case 10:
                    Rows10x2<TSimd, TVec, TRow>(tile);
                    break;
                case 11:
                    Rows11x2<TSimd, TVec, TRow>(tile);
                    break;
                case 12:
                    Rows12x2<TSimd, TVec, TRow>(tile);
                    break;
                case 13:
                    Rows13x2<TSimd, TVec, TRow>(tile);
                    break;
                case 14:
                    Rows14x2<TSimd, TVec, TRow>(tile);
                    break;
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
                case 13:
                    Rows13x1<TSimd, TVec, TRow>(tile);
                    break;
                case 14:
                    Rows14x1<TSimd, TVec, TRow>(tile);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows1x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        TVec x0 = TSimd.Load(tile->Bias);
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
            }
            else
            {
                x0 = TSimd.Add(x0, TSimd.Load(residual));
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            x0 = TSimd.Multiply(x0, gate);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
        nint down = tile->Row;
        x0 = TSimd.AtLeast(low, x0);
        TSimd.Store(c, x0);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), x0));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows2x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        TVec x0 = TSimd.Load(tile->Bias);
        TVec x1 = x0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
            }
            else
            {
                x0 = TSimd.Add(x0, TSimd.Load(residual));
                residual += row;
                x1 = TSimd.Add(x1, TSimd.Load(residual));
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            x0 = TSimd.Multiply(x0, gate);
            x1 = TSimd.Multiply(x1, gate);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
        nint down = tile->Row;
        x0 = TSimd.AtLeast(low, x0);
        TSimd.Store(c, x0);
        c += down;
        x1 = TSimd.AtLeast(low, x1);
        TSimd.Store(c, x1);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(x0, x1)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows3x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        TVec x0 = TSimd.Load(tile->Bias);
        TVec x1 = x0;
        TVec x2 = x0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                residual += row;
                x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
            }
            else
            {
                x0 = TSimd.Add(x0, TSimd.Load(residual));
                residual += row;
                x1 = TSimd.Add(x1, TSimd.Load(residual));
                residual += row;
                x2 = TSimd.Add(x2, TSimd.Load(residual));
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
        float* c = tile->C;
        nint down = tile->Row;
        x0 = TSimd.AtLeast(low, x0);
        TSimd.Store(c, x0);
        c += down;
        x1 = TSimd.AtLeast(low, x1);
        TSimd.Store(c, x1);
        c += down;
        x2 = TSimd.AtLeast(low, x2);
        TSimd.Store(c, x2);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(x0, TSimd.Add(x1, x2))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows4x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        TVec x0 = TSimd.Load(tile->Bias);
        TVec x1 = x0;
        TVec x2 = x0;
        TVec x3 = x0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
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
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, x3))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows5x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        TVec x0 = TSimd.Load(tile->Bias);
        TVec x1 = x0;
        TVec x2 = x0;
        TVec x3 = x0;
        TVec x4 = x0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
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
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, TSimd.Add(x3, x4)))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows6x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        TVec x0 = TSimd.Load(tile->Bias);
        TVec x1 = x0;
        TVec x2 = x0;
        TVec x3 = x0;
        TVec x4 = x0;
        TVec x5 = x0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
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
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(x3, TSimd.Add(x4, x5)))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows7x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        TVec x0 = TSimd.Load(tile->Bias);
        TVec x1 = x0;
        TVec x2 = x0;
        TVec x3 = x0;
        TVec x4 = x0;
        TVec x5 = x0;
        TVec x6 = x0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
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
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(TSimd.Add(x3, x4), TSimd.Add(x5, x6)))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows8x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
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
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
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
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, x3)), TSimd.Add(TSimd.Add(x4, x5), TSimd.Add(x6, x7)))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows9x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
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
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 8 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 8 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
            v = TSimd.Broadcast(a + 8 * TRow.Floats);
            x8 = TSimd.MultiplyAdd(v, p, x8);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
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
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, x3)), TSimd.Add(TSimd.Add(x4, x5), TSimd.Add(x6, TSimd.Add(x7, x8))))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows10x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
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
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 8 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 9 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 8 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 9 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
            v = TSimd.Broadcast(a + 8 * TRow.Floats);
            x8 = TSimd.MultiplyAdd(v, p, x8);
            v = TSimd.Broadcast(a + 9 * TRow.Floats);
            x9 = TSimd.MultiplyAdd(v, p, x9);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
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
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, TSimd.Add(x3, x4))), TSimd.Add(TSimd.Add(x5, x6), TSimd.Add(x7, TSimd.Add(x8, x9))))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows11x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
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
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 8 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 9 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 10 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 8 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 9 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 10 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
            v = TSimd.Broadcast(a + 8 * TRow.Floats);
            x8 = TSimd.MultiplyAdd(v, p, x8);
            v = TSimd.Broadcast(a + 9 * TRow.Floats);
            x9 = TSimd.MultiplyAdd(v, p, x9);
            v = TSimd.Broadcast(a + 10 * TRow.Floats);
            x10 = TSimd.MultiplyAdd(v, p, x10);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
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
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, TSimd.Add(x3, x4))), TSimd.Add(TSimd.Add(x5, TSimd.Add(x6, x7)), TSimd.Add(x8, TSimd.Add(x9, x10))))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows12x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
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
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 8 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 9 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 10 * TSimd.Lanes));
            x11 = TSimd.Add(x11, TSimd.Load(start + 11 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 8 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 9 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 10 * TSimd.Lanes));
            x11 = TSimd.Add(x11, TSimd.Load(start + 11 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
            v = TSimd.Broadcast(a + 8 * TRow.Floats);
            x8 = TSimd.MultiplyAdd(v, p, x8);
            v = TSimd.Broadcast(a + 9 * TRow.Floats);
            x9 = TSimd.MultiplyAdd(v, p, x9);
            v = TSimd.Broadcast(a + 10 * TRow.Floats);
            x10 = TSimd.MultiplyAdd(v, p, x10);
            v = TSimd.Broadcast(a + 11 * TRow.Floats);
            x11 = TSimd.MultiplyAdd(v, p, x11);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
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
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(x3, TSimd.Add(x4, x5))), TSimd.Add(TSimd.Add(x6, TSimd.Add(x7, x8)), TSimd.Add(x9, TSimd.Add(x10, x11))))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows13x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
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
        TVec x12 = x0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 8 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 9 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 10 * TSimd.Lanes));
            x11 = TSimd.Add(x11, TSimd.Load(start + 11 * TSimd.Lanes));
            x12 = TSimd.Add(x12, TSimd.Load(start + 12 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 8 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 9 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 10 * TSimd.Lanes));
            x11 = TSimd.Add(x11, TSimd.Load(start + 11 * TSimd.Lanes));
            x12 = TSimd.Add(x12, TSimd.Load(start + 12 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
            v = TSimd.Broadcast(a + 8 * TRow.Floats);
            x8 = TSimd.MultiplyAdd(v, p, x8);
            v = TSimd.Broadcast(a + 9 * TRow.Floats);
            x9 = TSimd.MultiplyAdd(v, p, x9);
            v = TSimd.Broadcast(a + 10 * TRow.Floats);
            x10 = TSimd.MultiplyAdd(v, p, x10);
            v = TSimd.Broadcast(a + 11 * TRow.Floats);
            x11 = TSimd.MultiplyAdd(v, p, x11);
            v = TSimd.Broadcast(a + 12 * TRow.Floats);
            x12 = TSimd.MultiplyAdd(v, p, x12);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
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
                x12 = TSimd.MultiplyAdd(x12, gate, TSimd.Load(residual));
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
                x12 = TSimd.Add(x12, TSimd.Load(residual));
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
            x12 = TSimd.Multiply(x12, gate);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        x12 = TSimd.AtLeast(low, x12);
        TSimd.Store(c, x12);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(x3, TSimd.Add(x4, x5))), TSimd.Add(TSimd.Add(x6, TSimd.Add(x7, x8)), TSimd.Add(TSimd.Add(x9, x10), TSimd.Add(x11, x12))))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows14x1<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
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
        TVec x12 = x0;
        TVec x13 = x0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 8 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 9 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 10 * TSimd.Lanes));
            x11 = TSimd.Add(x11, TSimd.Load(start + 11 * TSimd.Lanes));
            x12 = TSimd.Add(x12, TSimd.Load(start + 12 * TSimd.Lanes));
            x13 = TSimd.Add(x13, TSimd.Load(start + 13 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 1 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 2 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 3 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 4 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 5 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 6 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 7 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 8 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 9 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 10 * TSimd.Lanes));
            x11 = TSimd.Add(x11, TSimd.Load(start + 11 * TSimd.Lanes));
            x12 = TSimd.Add(x12, TSimd.Load(start + 12 * TSimd.Lanes));
            x13 = TSimd.Add(x13, TSimd.Load(start + 13 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            b += TSimd.Lanes;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
            v = TSimd.Broadcast(a + 8 * TRow.Floats);
            x8 = TSimd.MultiplyAdd(v, p, x8);
            v = TSimd.Broadcast(a + 9 * TRow.Floats);
            x9 = TSimd.MultiplyAdd(v, p, x9);
            v = TSimd.Broadcast(a + 10 * TRow.Floats);
            x10 = TSimd.MultiplyAdd(v, p, x10);
            v = TSimd.Broadcast(a + 11 * TRow.Floats);
            x11 = TSimd.MultiplyAdd(v, p, x11);
            v = TSimd.Broadcast(a + 12 * TRow.Floats);
            x12 = TSimd.MultiplyAdd(v, p, x12);
            v = TSimd.Broadcast(a + 13 * TRow.Floats);
            x13 = TSimd.MultiplyAdd(v, p, x13);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
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
                x12 = TSimd.MultiplyAdd(x12, gate, TSimd.Load(residual));
                residual += row;
                x13 = TSimd.MultiplyAdd(x13, gate, TSimd.Load(residual));
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
                x12 = TSimd.Add(x12, TSimd.Load(residual));
                residual += row;
                x13 = TSimd.Add(x13, TSimd.Load(residual));
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
            x12 = TSimd.Multiply(x12, gate);
            x13 = TSimd.Multiply(x13, gate);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        x12 = TSimd.AtLeast(low, x12);
        TSimd.Store(c, x12);
        c += down;
        x13 = TSimd.AtLeast(low, x13);
        TSimd.Store(c, x13);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(TSimd.Add(x3, x4), TSimd.Add(x5, x6))), TSimd.Add(TSimd.Add(x7, TSimd.Add(x8, x9)), TSimd.Add(TSimd.Add(x10, x11), TSimd.Add(x12, x13))))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows1x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
        TVec x0 = TSimd.Load(tile->Bias);
        TVec y0 = TSimd.Load(tile->Bias + TSimd.Lanes);
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
            }
            else
            {
                x0 = TSimd.Add(x0, TSimd.Load(residual));
                y0 = TSimd.Add(y0, TSimd.Load(residual + next));
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
            x0 = TSimd.Multiply(x0, gate);
            y0 = TSimd.Multiply(y0, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
        nint down = tile->Row;
        nint right = tile->Next;
        x0 = TSimd.AtLeast(low, x0);
        TSimd.Store(c, x0);
        y0 = TSimd.AtLeast(low, y0);
        TSimd.Store(c + right, y0);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), x0));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), y0));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows2x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
        TVec x0 = TSimd.Load(tile->Bias);
        TVec y0 = TSimd.Load(tile->Bias + TSimd.Lanes);
        TVec x1 = x0;
        TVec y1 = y0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            y1 = TSimd.MultiplyAdd(v, q, y1);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                y1 = TSimd.MultiplyAdd(y1, second, TSimd.Load(residual + next));
            }
            else
            {
                x0 = TSimd.Add(x0, TSimd.Load(residual));
                y0 = TSimd.Add(y0, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.Add(x1, TSimd.Load(residual));
                y1 = TSimd.Add(y1, TSimd.Load(residual + next));
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
            x0 = TSimd.Multiply(x0, gate);
            x1 = TSimd.Multiply(x1, gate);
            y0 = TSimd.Multiply(y0, second);
            y1 = TSimd.Multiply(y1, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(x0, x1)));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(y0, y1)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows3x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
        TVec x0 = TSimd.Load(tile->Bias);
        TVec y0 = TSimd.Load(tile->Bias + TSimd.Lanes);
        TVec x1 = x0;
        TVec y1 = y0;
        TVec x2 = x0;
        TVec y2 = y0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            y1 = TSimd.MultiplyAdd(v, q, y1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            y2 = TSimd.MultiplyAdd(v, q, y2);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                y1 = TSimd.MultiplyAdd(y1, second, TSimd.Load(residual + next));
                residual += row;
                x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                y2 = TSimd.MultiplyAdd(y2, second, TSimd.Load(residual + next));
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
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
            x0 = TSimd.Multiply(x0, gate);
            x1 = TSimd.Multiply(x1, gate);
            x2 = TSimd.Multiply(x2, gate);
            y0 = TSimd.Multiply(y0, second);
            y1 = TSimd.Multiply(y1, second);
            y2 = TSimd.Multiply(y2, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(x0, TSimd.Add(x1, x2))));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(y0, TSimd.Add(y1, y2))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows4x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
        TVec x0 = TSimd.Load(tile->Bias);
        TVec y0 = TSimd.Load(tile->Bias + TSimd.Lanes);
        TVec x1 = x0;
        TVec y1 = y0;
        TVec x2 = x0;
        TVec y2 = y0;
        TVec x3 = x0;
        TVec y3 = y0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            y1 = TSimd.MultiplyAdd(v, q, y1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            y2 = TSimd.MultiplyAdd(v, q, y2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            y3 = TSimd.MultiplyAdd(v, q, y3);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                y1 = TSimd.MultiplyAdd(y1, second, TSimd.Load(residual + next));
                residual += row;
                x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                y2 = TSimd.MultiplyAdd(y2, second, TSimd.Load(residual + next));
                residual += row;
                x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                y3 = TSimd.MultiplyAdd(y3, second, TSimd.Load(residual + next));
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
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
            x0 = TSimd.Multiply(x0, gate);
            x1 = TSimd.Multiply(x1, gate);
            x2 = TSimd.Multiply(x2, gate);
            x3 = TSimd.Multiply(x3, gate);
            y0 = TSimd.Multiply(y0, second);
            y1 = TSimd.Multiply(y1, second);
            y2 = TSimd.Multiply(y2, second);
            y3 = TSimd.Multiply(y3, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, x3))));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(y0, y1), TSimd.Add(y2, y3))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows5x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
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
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            y1 = TSimd.MultiplyAdd(v, q, y1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            y2 = TSimd.MultiplyAdd(v, q, y2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            y3 = TSimd.MultiplyAdd(v, q, y3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            y4 = TSimd.MultiplyAdd(v, q, y4);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                y1 = TSimd.MultiplyAdd(y1, second, TSimd.Load(residual + next));
                residual += row;
                x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                y2 = TSimd.MultiplyAdd(y2, second, TSimd.Load(residual + next));
                residual += row;
                x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                y3 = TSimd.MultiplyAdd(y3, second, TSimd.Load(residual + next));
                residual += row;
                x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                y4 = TSimd.MultiplyAdd(y4, second, TSimd.Load(residual + next));
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
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
            x0 = TSimd.Multiply(x0, gate);
            x1 = TSimd.Multiply(x1, gate);
            x2 = TSimd.Multiply(x2, gate);
            x3 = TSimd.Multiply(x3, gate);
            x4 = TSimd.Multiply(x4, gate);
            y0 = TSimd.Multiply(y0, second);
            y1 = TSimd.Multiply(y1, second);
            y2 = TSimd.Multiply(y2, second);
            y3 = TSimd.Multiply(y3, second);
            y4 = TSimd.Multiply(y4, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, TSimd.Add(x3, x4)))));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(y0, y1), TSimd.Add(y2, TSimd.Add(y3, y4)))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows6x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
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
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            y1 = TSimd.MultiplyAdd(v, q, y1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            y2 = TSimd.MultiplyAdd(v, q, y2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            y3 = TSimd.MultiplyAdd(v, q, y3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            y4 = TSimd.MultiplyAdd(v, q, y4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            y5 = TSimd.MultiplyAdd(v, q, y5);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                y1 = TSimd.MultiplyAdd(y1, second, TSimd.Load(residual + next));
                residual += row;
                x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                y2 = TSimd.MultiplyAdd(y2, second, TSimd.Load(residual + next));
                residual += row;
                x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                y3 = TSimd.MultiplyAdd(y3, second, TSimd.Load(residual + next));
                residual += row;
                x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                y4 = TSimd.MultiplyAdd(y4, second, TSimd.Load(residual + next));
                residual += row;
                x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                y5 = TSimd.MultiplyAdd(y5, second, TSimd.Load(residual + next));
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
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
            x0 = TSimd.Multiply(x0, gate);
            x1 = TSimd.Multiply(x1, gate);
            x2 = TSimd.Multiply(x2, gate);
            x3 = TSimd.Multiply(x3, gate);
            x4 = TSimd.Multiply(x4, gate);
            x5 = TSimd.Multiply(x5, gate);
            y0 = TSimd.Multiply(y0, second);
            y1 = TSimd.Multiply(y1, second);
            y2 = TSimd.Multiply(y2, second);
            y3 = TSimd.Multiply(y3, second);
            y4 = TSimd.Multiply(y4, second);
            y5 = TSimd.Multiply(y5, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(x3, TSimd.Add(x4, x5)))));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(y0, TSimd.Add(y1, y2)), TSimd.Add(y3, TSimd.Add(y4, y5)))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows7x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
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
        TVec x6 = x0;
        TVec y6 = y0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            y1 = TSimd.MultiplyAdd(v, q, y1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            y2 = TSimd.MultiplyAdd(v, q, y2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            y3 = TSimd.MultiplyAdd(v, q, y3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            y4 = TSimd.MultiplyAdd(v, q, y4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            y5 = TSimd.MultiplyAdd(v, q, y5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            y6 = TSimd.MultiplyAdd(v, q, y6);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                y1 = TSimd.MultiplyAdd(y1, second, TSimd.Load(residual + next));
                residual += row;
                x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                y2 = TSimd.MultiplyAdd(y2, second, TSimd.Load(residual + next));
                residual += row;
                x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                y3 = TSimd.MultiplyAdd(y3, second, TSimd.Load(residual + next));
                residual += row;
                x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                y4 = TSimd.MultiplyAdd(y4, second, TSimd.Load(residual + next));
                residual += row;
                x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                y5 = TSimd.MultiplyAdd(y5, second, TSimd.Load(residual + next));
                residual += row;
                x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                y6 = TSimd.MultiplyAdd(y6, second, TSimd.Load(residual + next));
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
                x6 = TSimd.Add(x6, TSimd.Load(residual));
                y6 = TSimd.Add(y6, TSimd.Load(residual + next));
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
            x0 = TSimd.Multiply(x0, gate);
            x1 = TSimd.Multiply(x1, gate);
            x2 = TSimd.Multiply(x2, gate);
            x3 = TSimd.Multiply(x3, gate);
            x4 = TSimd.Multiply(x4, gate);
            x5 = TSimd.Multiply(x5, gate);
            x6 = TSimd.Multiply(x6, gate);
            y0 = TSimd.Multiply(y0, second);
            y1 = TSimd.Multiply(y1, second);
            y2 = TSimd.Multiply(y2, second);
            y3 = TSimd.Multiply(y3, second);
            y4 = TSimd.Multiply(y4, second);
            y5 = TSimd.Multiply(y5, second);
            y6 = TSimd.Multiply(y6, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        x6 = TSimd.AtLeast(low, x6);
        TSimd.Store(c, x6);
        y6 = TSimd.AtLeast(low, y6);
        TSimd.Store(c + right, y6);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(TSimd.Add(x3, x4), TSimd.Add(x5, x6)))));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(y0, TSimd.Add(y1, y2)), TSimd.Add(TSimd.Add(y3, y4), TSimd.Add(y5, y6)))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows8x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
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
        TVec x6 = x0;
        TVec y6 = y0;
        TVec x7 = x0;
        TVec y7 = y0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            y1 = TSimd.MultiplyAdd(v, q, y1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            y2 = TSimd.MultiplyAdd(v, q, y2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            y3 = TSimd.MultiplyAdd(v, q, y3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            y4 = TSimd.MultiplyAdd(v, q, y4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            y5 = TSimd.MultiplyAdd(v, q, y5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            y6 = TSimd.MultiplyAdd(v, q, y6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
            y7 = TSimd.MultiplyAdd(v, q, y7);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                y1 = TSimd.MultiplyAdd(y1, second, TSimd.Load(residual + next));
                residual += row;
                x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                y2 = TSimd.MultiplyAdd(y2, second, TSimd.Load(residual + next));
                residual += row;
                x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                y3 = TSimd.MultiplyAdd(y3, second, TSimd.Load(residual + next));
                residual += row;
                x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                y4 = TSimd.MultiplyAdd(y4, second, TSimd.Load(residual + next));
                residual += row;
                x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                y5 = TSimd.MultiplyAdd(y5, second, TSimd.Load(residual + next));
                residual += row;
                x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                y6 = TSimd.MultiplyAdd(y6, second, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.MultiplyAdd(x7, gate, TSimd.Load(residual));
                y7 = TSimd.MultiplyAdd(y7, second, TSimd.Load(residual + next));
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
                x6 = TSimd.Add(x6, TSimd.Load(residual));
                y6 = TSimd.Add(y6, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.Add(x7, TSimd.Load(residual));
                y7 = TSimd.Add(y7, TSimd.Load(residual + next));
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
            x0 = TSimd.Multiply(x0, gate);
            x1 = TSimd.Multiply(x1, gate);
            x2 = TSimd.Multiply(x2, gate);
            x3 = TSimd.Multiply(x3, gate);
            x4 = TSimd.Multiply(x4, gate);
            x5 = TSimd.Multiply(x5, gate);
            x6 = TSimd.Multiply(x6, gate);
            x7 = TSimd.Multiply(x7, gate);
            y0 = TSimd.Multiply(y0, second);
            y1 = TSimd.Multiply(y1, second);
            y2 = TSimd.Multiply(y2, second);
            y3 = TSimd.Multiply(y3, second);
            y4 = TSimd.Multiply(y4, second);
            y5 = TSimd.Multiply(y5, second);
            y6 = TSimd.Multiply(y6, second);
            y7 = TSimd.Multiply(y7, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        x6 = TSimd.AtLeast(low, x6);
        TSimd.Store(c, x6);
        y6 = TSimd.AtLeast(low, y6);
        TSimd.Store(c + right, y6);
        c += down;
        x7 = TSimd.AtLeast(low, x7);
        TSimd.Store(c, x7);
        y7 = TSimd.AtLeast(low, y7);
        TSimd.Store(c + right, y7);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, x3)), TSimd.Add(TSimd.Add(x4, x5), TSimd.Add(x6, x7)))));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(TSimd.Add(y0, y1), TSimd.Add(y2, y3)), TSimd.Add(TSimd.Add(y4, y5), TSimd.Add(y6, y7)))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows9x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
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
        TVec x6 = x0;
        TVec y6 = y0;
        TVec x7 = x0;
        TVec y7 = y0;
        TVec x8 = x0;
        TVec y8 = y0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 16 * TSimd.Lanes));
            y8 = TSimd.Add(y8, TSimd.Load(start + 17 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 16 * TSimd.Lanes));
            y8 = TSimd.Add(y8, TSimd.Load(start + 17 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            y1 = TSimd.MultiplyAdd(v, q, y1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            y2 = TSimd.MultiplyAdd(v, q, y2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            y3 = TSimd.MultiplyAdd(v, q, y3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            y4 = TSimd.MultiplyAdd(v, q, y4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            y5 = TSimd.MultiplyAdd(v, q, y5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            y6 = TSimd.MultiplyAdd(v, q, y6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
            y7 = TSimd.MultiplyAdd(v, q, y7);
            v = TSimd.Broadcast(a + 8 * TRow.Floats);
            x8 = TSimd.MultiplyAdd(v, p, x8);
            y8 = TSimd.MultiplyAdd(v, q, y8);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                y1 = TSimd.MultiplyAdd(y1, second, TSimd.Load(residual + next));
                residual += row;
                x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                y2 = TSimd.MultiplyAdd(y2, second, TSimd.Load(residual + next));
                residual += row;
                x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                y3 = TSimd.MultiplyAdd(y3, second, TSimd.Load(residual + next));
                residual += row;
                x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                y4 = TSimd.MultiplyAdd(y4, second, TSimd.Load(residual + next));
                residual += row;
                x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                y5 = TSimd.MultiplyAdd(y5, second, TSimd.Load(residual + next));
                residual += row;
                x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                y6 = TSimd.MultiplyAdd(y6, second, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.MultiplyAdd(x7, gate, TSimd.Load(residual));
                y7 = TSimd.MultiplyAdd(y7, second, TSimd.Load(residual + next));
                residual += row;
                x8 = TSimd.MultiplyAdd(x8, gate, TSimd.Load(residual));
                y8 = TSimd.MultiplyAdd(y8, second, TSimd.Load(residual + next));
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
                x6 = TSimd.Add(x6, TSimd.Load(residual));
                y6 = TSimd.Add(y6, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.Add(x7, TSimd.Load(residual));
                y7 = TSimd.Add(y7, TSimd.Load(residual + next));
                residual += row;
                x8 = TSimd.Add(x8, TSimd.Load(residual));
                y8 = TSimd.Add(y8, TSimd.Load(residual + next));
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
            x0 = TSimd.Multiply(x0, gate);
            x1 = TSimd.Multiply(x1, gate);
            x2 = TSimd.Multiply(x2, gate);
            x3 = TSimd.Multiply(x3, gate);
            x4 = TSimd.Multiply(x4, gate);
            x5 = TSimd.Multiply(x5, gate);
            x6 = TSimd.Multiply(x6, gate);
            x7 = TSimd.Multiply(x7, gate);
            x8 = TSimd.Multiply(x8, gate);
            y0 = TSimd.Multiply(y0, second);
            y1 = TSimd.Multiply(y1, second);
            y2 = TSimd.Multiply(y2, second);
            y3 = TSimd.Multiply(y3, second);
            y4 = TSimd.Multiply(y4, second);
            y5 = TSimd.Multiply(y5, second);
            y6 = TSimd.Multiply(y6, second);
            y7 = TSimd.Multiply(y7, second);
            y8 = TSimd.Multiply(y8, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        x6 = TSimd.AtLeast(low, x6);
        TSimd.Store(c, x6);
        y6 = TSimd.AtLeast(low, y6);
        TSimd.Store(c + right, y6);
        c += down;
        x7 = TSimd.AtLeast(low, x7);
        TSimd.Store(c, x7);
        y7 = TSimd.AtLeast(low, y7);
        TSimd.Store(c + right, y7);
        c += down;
        x8 = TSimd.AtLeast(low, x8);
        TSimd.Store(c, x8);
        y8 = TSimd.AtLeast(low, y8);
        TSimd.Store(c + right, y8);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, x3)), TSimd.Add(TSimd.Add(x4, x5), TSimd.Add(x6, TSimd.Add(x7, x8))))));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(TSimd.Add(y0, y1), TSimd.Add(y2, y3)), TSimd.Add(TSimd.Add(y4, y5), TSimd.Add(y6, TSimd.Add(y7, y8))))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows10x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
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
        TVec x6 = x0;
        TVec y6 = y0;
        TVec x7 = x0;
        TVec y7 = y0;
        TVec x8 = x0;
        TVec y8 = y0;
        TVec x9 = x0;
        TVec y9 = y0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 16 * TSimd.Lanes));
            y8 = TSimd.Add(y8, TSimd.Load(start + 17 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 18 * TSimd.Lanes));
            y9 = TSimd.Add(y9, TSimd.Load(start + 19 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 16 * TSimd.Lanes));
            y8 = TSimd.Add(y8, TSimd.Load(start + 17 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 18 * TSimd.Lanes));
            y9 = TSimd.Add(y9, TSimd.Load(start + 19 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            y1 = TSimd.MultiplyAdd(v, q, y1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            y2 = TSimd.MultiplyAdd(v, q, y2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            y3 = TSimd.MultiplyAdd(v, q, y3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            y4 = TSimd.MultiplyAdd(v, q, y4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            y5 = TSimd.MultiplyAdd(v, q, y5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            y6 = TSimd.MultiplyAdd(v, q, y6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
            y7 = TSimd.MultiplyAdd(v, q, y7);
            v = TSimd.Broadcast(a + 8 * TRow.Floats);
            x8 = TSimd.MultiplyAdd(v, p, x8);
            y8 = TSimd.MultiplyAdd(v, q, y8);
            v = TSimd.Broadcast(a + 9 * TRow.Floats);
            x9 = TSimd.MultiplyAdd(v, p, x9);
            y9 = TSimd.MultiplyAdd(v, q, y9);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                y1 = TSimd.MultiplyAdd(y1, second, TSimd.Load(residual + next));
                residual += row;
                x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                y2 = TSimd.MultiplyAdd(y2, second, TSimd.Load(residual + next));
                residual += row;
                x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                y3 = TSimd.MultiplyAdd(y3, second, TSimd.Load(residual + next));
                residual += row;
                x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                y4 = TSimd.MultiplyAdd(y4, second, TSimd.Load(residual + next));
                residual += row;
                x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                y5 = TSimd.MultiplyAdd(y5, second, TSimd.Load(residual + next));
                residual += row;
                x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                y6 = TSimd.MultiplyAdd(y6, second, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.MultiplyAdd(x7, gate, TSimd.Load(residual));
                y7 = TSimd.MultiplyAdd(y7, second, TSimd.Load(residual + next));
                residual += row;
                x8 = TSimd.MultiplyAdd(x8, gate, TSimd.Load(residual));
                y8 = TSimd.MultiplyAdd(y8, second, TSimd.Load(residual + next));
                residual += row;
                x9 = TSimd.MultiplyAdd(x9, gate, TSimd.Load(residual));
                y9 = TSimd.MultiplyAdd(y9, second, TSimd.Load(residual + next));
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
                x6 = TSimd.Add(x6, TSimd.Load(residual));
                y6 = TSimd.Add(y6, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.Add(x7, TSimd.Load(residual));
                y7 = TSimd.Add(y7, TSimd.Load(residual + next));
                residual += row;
                x8 = TSimd.Add(x8, TSimd.Load(residual));
                y8 = TSimd.Add(y8, TSimd.Load(residual + next));
                residual += row;
                x9 = TSimd.Add(x9, TSimd.Load(residual));
                y9 = TSimd.Add(y9, TSimd.Load(residual + next));
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
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
            y0 = TSimd.Multiply(y0, second);
            y1 = TSimd.Multiply(y1, second);
            y2 = TSimd.Multiply(y2, second);
            y3 = TSimd.Multiply(y3, second);
            y4 = TSimd.Multiply(y4, second);
            y5 = TSimd.Multiply(y5, second);
            y6 = TSimd.Multiply(y6, second);
            y7 = TSimd.Multiply(y7, second);
            y8 = TSimd.Multiply(y8, second);
            y9 = TSimd.Multiply(y9, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        x6 = TSimd.AtLeast(low, x6);
        TSimd.Store(c, x6);
        y6 = TSimd.AtLeast(low, y6);
        TSimd.Store(c + right, y6);
        c += down;
        x7 = TSimd.AtLeast(low, x7);
        TSimd.Store(c, x7);
        y7 = TSimd.AtLeast(low, y7);
        TSimd.Store(c + right, y7);
        c += down;
        x8 = TSimd.AtLeast(low, x8);
        TSimd.Store(c, x8);
        y8 = TSimd.AtLeast(low, y8);
        TSimd.Store(c + right, y8);
        c += down;
        x9 = TSimd.AtLeast(low, x9);
        TSimd.Store(c, x9);
        y9 = TSimd.AtLeast(low, y9);
        TSimd.Store(c + right, y9);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, TSimd.Add(x3, x4))), TSimd.Add(TSimd.Add(x5, x6), TSimd.Add(x7, TSimd.Add(x8, x9))))));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(TSimd.Add(y0, y1), TSimd.Add(y2, TSimd.Add(y3, y4))), TSimd.Add(TSimd.Add(y5, y6), TSimd.Add(y7, TSimd.Add(y8, y9))))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows11x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
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
        TVec x6 = x0;
        TVec y6 = y0;
        TVec x7 = x0;
        TVec y7 = y0;
        TVec x8 = x0;
        TVec y8 = y0;
        TVec x9 = x0;
        TVec y9 = y0;
        TVec x10 = x0;
        TVec y10 = y0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 16 * TSimd.Lanes));
            y8 = TSimd.Add(y8, TSimd.Load(start + 17 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 18 * TSimd.Lanes));
            y9 = TSimd.Add(y9, TSimd.Load(start + 19 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 20 * TSimd.Lanes));
            y10 = TSimd.Add(y10, TSimd.Load(start + 21 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 16 * TSimd.Lanes));
            y8 = TSimd.Add(y8, TSimd.Load(start + 17 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 18 * TSimd.Lanes));
            y9 = TSimd.Add(y9, TSimd.Load(start + 19 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 20 * TSimd.Lanes));
            y10 = TSimd.Add(y10, TSimd.Load(start + 21 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            y1 = TSimd.MultiplyAdd(v, q, y1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            y2 = TSimd.MultiplyAdd(v, q, y2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            y3 = TSimd.MultiplyAdd(v, q, y3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            y4 = TSimd.MultiplyAdd(v, q, y4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            y5 = TSimd.MultiplyAdd(v, q, y5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            y6 = TSimd.MultiplyAdd(v, q, y6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
            y7 = TSimd.MultiplyAdd(v, q, y7);
            v = TSimd.Broadcast(a + 8 * TRow.Floats);
            x8 = TSimd.MultiplyAdd(v, p, x8);
            y8 = TSimd.MultiplyAdd(v, q, y8);
            v = TSimd.Broadcast(a + 9 * TRow.Floats);
            x9 = TSimd.MultiplyAdd(v, p, x9);
            y9 = TSimd.MultiplyAdd(v, q, y9);
            v = TSimd.Broadcast(a + 10 * TRow.Floats);
            x10 = TSimd.MultiplyAdd(v, p, x10);
            y10 = TSimd.MultiplyAdd(v, q, y10);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                y1 = TSimd.MultiplyAdd(y1, second, TSimd.Load(residual + next));
                residual += row;
                x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                y2 = TSimd.MultiplyAdd(y2, second, TSimd.Load(residual + next));
                residual += row;
                x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                y3 = TSimd.MultiplyAdd(y3, second, TSimd.Load(residual + next));
                residual += row;
                x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                y4 = TSimd.MultiplyAdd(y4, second, TSimd.Load(residual + next));
                residual += row;
                x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                y5 = TSimd.MultiplyAdd(y5, second, TSimd.Load(residual + next));
                residual += row;
                x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                y6 = TSimd.MultiplyAdd(y6, second, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.MultiplyAdd(x7, gate, TSimd.Load(residual));
                y7 = TSimd.MultiplyAdd(y7, second, TSimd.Load(residual + next));
                residual += row;
                x8 = TSimd.MultiplyAdd(x8, gate, TSimd.Load(residual));
                y8 = TSimd.MultiplyAdd(y8, second, TSimd.Load(residual + next));
                residual += row;
                x9 = TSimd.MultiplyAdd(x9, gate, TSimd.Load(residual));
                y9 = TSimd.MultiplyAdd(y9, second, TSimd.Load(residual + next));
                residual += row;
                x10 = TSimd.MultiplyAdd(x10, gate, TSimd.Load(residual));
                y10 = TSimd.MultiplyAdd(y10, second, TSimd.Load(residual + next));
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
                x6 = TSimd.Add(x6, TSimd.Load(residual));
                y6 = TSimd.Add(y6, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.Add(x7, TSimd.Load(residual));
                y7 = TSimd.Add(y7, TSimd.Load(residual + next));
                residual += row;
                x8 = TSimd.Add(x8, TSimd.Load(residual));
                y8 = TSimd.Add(y8, TSimd.Load(residual + next));
                residual += row;
                x9 = TSimd.Add(x9, TSimd.Load(residual));
                y9 = TSimd.Add(y9, TSimd.Load(residual + next));
                residual += row;
                x10 = TSimd.Add(x10, TSimd.Load(residual));
                y10 = TSimd.Add(y10, TSimd.Load(residual + next));
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
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
            y0 = TSimd.Multiply(y0, second);
            y1 = TSimd.Multiply(y1, second);
            y2 = TSimd.Multiply(y2, second);
            y3 = TSimd.Multiply(y3, second);
            y4 = TSimd.Multiply(y4, second);
            y5 = TSimd.Multiply(y5, second);
            y6 = TSimd.Multiply(y6, second);
            y7 = TSimd.Multiply(y7, second);
            y8 = TSimd.Multiply(y8, second);
            y9 = TSimd.Multiply(y9, second);
            y10 = TSimd.Multiply(y10, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        x6 = TSimd.AtLeast(low, x6);
        TSimd.Store(c, x6);
        y6 = TSimd.AtLeast(low, y6);
        TSimd.Store(c + right, y6);
        c += down;
        x7 = TSimd.AtLeast(low, x7);
        TSimd.Store(c, x7);
        y7 = TSimd.AtLeast(low, y7);
        TSimd.Store(c + right, y7);
        c += down;
        x8 = TSimd.AtLeast(low, x8);
        TSimd.Store(c, x8);
        y8 = TSimd.AtLeast(low, y8);
        TSimd.Store(c + right, y8);
        c += down;
        x9 = TSimd.AtLeast(low, x9);
        TSimd.Store(c, x9);
        y9 = TSimd.AtLeast(low, y9);
        TSimd.Store(c + right, y9);
        c += down;
        x10 = TSimd.AtLeast(low, x10);
        TSimd.Store(c, x10);
        y10 = TSimd.AtLeast(low, y10);
        TSimd.Store(c + right, y10);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, x1), TSimd.Add(x2, TSimd.Add(x3, x4))), TSimd.Add(TSimd.Add(x5, TSimd.Add(x6, x7)), TSimd.Add(x8, TSimd.Add(x9, x10))))));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(TSimd.Add(y0, y1), TSimd.Add(y2, TSimd.Add(y3, y4))), TSimd.Add(TSimd.Add(y5, TSimd.Add(y6, y7)), TSimd.Add(y8, TSimd.Add(y9, y10))))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows12x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
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
        TVec x6 = x0;
        TVec y6 = y0;
        TVec x7 = x0;
        TVec y7 = y0;
        TVec x8 = x0;
        TVec y8 = y0;
        TVec x9 = x0;
        TVec y9 = y0;
        TVec x10 = x0;
        TVec y10 = y0;
        TVec x11 = x0;
        TVec y11 = y0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 16 * TSimd.Lanes));
            y8 = TSimd.Add(y8, TSimd.Load(start + 17 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 18 * TSimd.Lanes));
            y9 = TSimd.Add(y9, TSimd.Load(start + 19 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 20 * TSimd.Lanes));
            y10 = TSimd.Add(y10, TSimd.Load(start + 21 * TSimd.Lanes));
            x11 = TSimd.Add(x11, TSimd.Load(start + 22 * TSimd.Lanes));
            y11 = TSimd.Add(y11, TSimd.Load(start + 23 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 16 * TSimd.Lanes));
            y8 = TSimd.Add(y8, TSimd.Load(start + 17 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 18 * TSimd.Lanes));
            y9 = TSimd.Add(y9, TSimd.Load(start + 19 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 20 * TSimd.Lanes));
            y10 = TSimd.Add(y10, TSimd.Load(start + 21 * TSimd.Lanes));
            x11 = TSimd.Add(x11, TSimd.Load(start + 22 * TSimd.Lanes));
            y11 = TSimd.Add(y11, TSimd.Load(start + 23 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            y1 = TSimd.MultiplyAdd(v, q, y1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            y2 = TSimd.MultiplyAdd(v, q, y2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            y3 = TSimd.MultiplyAdd(v, q, y3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            y4 = TSimd.MultiplyAdd(v, q, y4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            y5 = TSimd.MultiplyAdd(v, q, y5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            y6 = TSimd.MultiplyAdd(v, q, y6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
            y7 = TSimd.MultiplyAdd(v, q, y7);
            v = TSimd.Broadcast(a + 8 * TRow.Floats);
            x8 = TSimd.MultiplyAdd(v, p, x8);
            y8 = TSimd.MultiplyAdd(v, q, y8);
            v = TSimd.Broadcast(a + 9 * TRow.Floats);
            x9 = TSimd.MultiplyAdd(v, p, x9);
            y9 = TSimd.MultiplyAdd(v, q, y9);
            v = TSimd.Broadcast(a + 10 * TRow.Floats);
            x10 = TSimd.MultiplyAdd(v, p, x10);
            y10 = TSimd.MultiplyAdd(v, q, y10);
            v = TSimd.Broadcast(a + 11 * TRow.Floats);
            x11 = TSimd.MultiplyAdd(v, p, x11);
            y11 = TSimd.MultiplyAdd(v, q, y11);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                y1 = TSimd.MultiplyAdd(y1, second, TSimd.Load(residual + next));
                residual += row;
                x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                y2 = TSimd.MultiplyAdd(y2, second, TSimd.Load(residual + next));
                residual += row;
                x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                y3 = TSimd.MultiplyAdd(y3, second, TSimd.Load(residual + next));
                residual += row;
                x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                y4 = TSimd.MultiplyAdd(y4, second, TSimd.Load(residual + next));
                residual += row;
                x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                y5 = TSimd.MultiplyAdd(y5, second, TSimd.Load(residual + next));
                residual += row;
                x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                y6 = TSimd.MultiplyAdd(y6, second, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.MultiplyAdd(x7, gate, TSimd.Load(residual));
                y7 = TSimd.MultiplyAdd(y7, second, TSimd.Load(residual + next));
                residual += row;
                x8 = TSimd.MultiplyAdd(x8, gate, TSimd.Load(residual));
                y8 = TSimd.MultiplyAdd(y8, second, TSimd.Load(residual + next));
                residual += row;
                x9 = TSimd.MultiplyAdd(x9, gate, TSimd.Load(residual));
                y9 = TSimd.MultiplyAdd(y9, second, TSimd.Load(residual + next));
                residual += row;
                x10 = TSimd.MultiplyAdd(x10, gate, TSimd.Load(residual));
                y10 = TSimd.MultiplyAdd(y10, second, TSimd.Load(residual + next));
                residual += row;
                x11 = TSimd.MultiplyAdd(x11, gate, TSimd.Load(residual));
                y11 = TSimd.MultiplyAdd(y11, second, TSimd.Load(residual + next));
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
                x6 = TSimd.Add(x6, TSimd.Load(residual));
                y6 = TSimd.Add(y6, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.Add(x7, TSimd.Load(residual));
                y7 = TSimd.Add(y7, TSimd.Load(residual + next));
                residual += row;
                x8 = TSimd.Add(x8, TSimd.Load(residual));
                y8 = TSimd.Add(y8, TSimd.Load(residual + next));
                residual += row;
                x9 = TSimd.Add(x9, TSimd.Load(residual));
                y9 = TSimd.Add(y9, TSimd.Load(residual + next));
                residual += row;
                x10 = TSimd.Add(x10, TSimd.Load(residual));
                y10 = TSimd.Add(y10, TSimd.Load(residual + next));
                residual += row;
                x11 = TSimd.Add(x11, TSimd.Load(residual));
                y11 = TSimd.Add(y11, TSimd.Load(residual + next));
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
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
            y0 = TSimd.Multiply(y0, second);
            y1 = TSimd.Multiply(y1, second);
            y2 = TSimd.Multiply(y2, second);
            y3 = TSimd.Multiply(y3, second);
            y4 = TSimd.Multiply(y4, second);
            y5 = TSimd.Multiply(y5, second);
            y6 = TSimd.Multiply(y6, second);
            y7 = TSimd.Multiply(y7, second);
            y8 = TSimd.Multiply(y8, second);
            y9 = TSimd.Multiply(y9, second);
            y10 = TSimd.Multiply(y10, second);
            y11 = TSimd.Multiply(y11, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        x6 = TSimd.AtLeast(low, x6);
        TSimd.Store(c, x6);
        y6 = TSimd.AtLeast(low, y6);
        TSimd.Store(c + right, y6);
        c += down;
        x7 = TSimd.AtLeast(low, x7);
        TSimd.Store(c, x7);
        y7 = TSimd.AtLeast(low, y7);
        TSimd.Store(c + right, y7);
        c += down;
        x8 = TSimd.AtLeast(low, x8);
        TSimd.Store(c, x8);
        y8 = TSimd.AtLeast(low, y8);
        TSimd.Store(c + right, y8);
        c += down;
        x9 = TSimd.AtLeast(low, x9);
        TSimd.Store(c, x9);
        y9 = TSimd.AtLeast(low, y9);
        TSimd.Store(c + right, y9);
        c += down;
        x10 = TSimd.AtLeast(low, x10);
        TSimd.Store(c, x10);
        y10 = TSimd.AtLeast(low, y10);
        TSimd.Store(c + right, y10);
        c += down;
        x11 = TSimd.AtLeast(low, x11);
        TSimd.Store(c, x11);
        y11 = TSimd.AtLeast(low, y11);
        TSimd.Store(c + right, y11);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(x3, TSimd.Add(x4, x5))), TSimd.Add(TSimd.Add(x6, TSimd.Add(x7, x8)), TSimd.Add(x9, TSimd.Add(x10, x11))))));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(TSimd.Add(y0, TSimd.Add(y1, y2)), TSimd.Add(y3, TSimd.Add(y4, y5))), TSimd.Add(TSimd.Add(y6, TSimd.Add(y7, y8)), TSimd.Add(y9, TSimd.Add(y10, y11))))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows13x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
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
        TVec x6 = x0;
        TVec y6 = y0;
        TVec x7 = x0;
        TVec y7 = y0;
        TVec x8 = x0;
        TVec y8 = y0;
        TVec x9 = x0;
        TVec y9 = y0;
        TVec x10 = x0;
        TVec y10 = y0;
        TVec x11 = x0;
        TVec y11 = y0;
        TVec x12 = x0;
        TVec y12 = y0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 16 * TSimd.Lanes));
            y8 = TSimd.Add(y8, TSimd.Load(start + 17 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 18 * TSimd.Lanes));
            y9 = TSimd.Add(y9, TSimd.Load(start + 19 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 20 * TSimd.Lanes));
            y10 = TSimd.Add(y10, TSimd.Load(start + 21 * TSimd.Lanes));
            x11 = TSimd.Add(x11, TSimd.Load(start + 22 * TSimd.Lanes));
            y11 = TSimd.Add(y11, TSimd.Load(start + 23 * TSimd.Lanes));
            x12 = TSimd.Add(x12, TSimd.Load(start + 24 * TSimd.Lanes));
            y12 = TSimd.Add(y12, TSimd.Load(start + 25 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 16 * TSimd.Lanes));
            y8 = TSimd.Add(y8, TSimd.Load(start + 17 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 18 * TSimd.Lanes));
            y9 = TSimd.Add(y9, TSimd.Load(start + 19 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 20 * TSimd.Lanes));
            y10 = TSimd.Add(y10, TSimd.Load(start + 21 * TSimd.Lanes));
            x11 = TSimd.Add(x11, TSimd.Load(start + 22 * TSimd.Lanes));
            y11 = TSimd.Add(y11, TSimd.Load(start + 23 * TSimd.Lanes));
            x12 = TSimd.Add(x12, TSimd.Load(start + 24 * TSimd.Lanes));
            y12 = TSimd.Add(y12, TSimd.Load(start + 25 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            y1 = TSimd.MultiplyAdd(v, q, y1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            y2 = TSimd.MultiplyAdd(v, q, y2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            y3 = TSimd.MultiplyAdd(v, q, y3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            y4 = TSimd.MultiplyAdd(v, q, y4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            y5 = TSimd.MultiplyAdd(v, q, y5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            y6 = TSimd.MultiplyAdd(v, q, y6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
            y7 = TSimd.MultiplyAdd(v, q, y7);
            v = TSimd.Broadcast(a + 8 * TRow.Floats);
            x8 = TSimd.MultiplyAdd(v, p, x8);
            y8 = TSimd.MultiplyAdd(v, q, y8);
            v = TSimd.Broadcast(a + 9 * TRow.Floats);
            x9 = TSimd.MultiplyAdd(v, p, x9);
            y9 = TSimd.MultiplyAdd(v, q, y9);
            v = TSimd.Broadcast(a + 10 * TRow.Floats);
            x10 = TSimd.MultiplyAdd(v, p, x10);
            y10 = TSimd.MultiplyAdd(v, q, y10);
            v = TSimd.Broadcast(a + 11 * TRow.Floats);
            x11 = TSimd.MultiplyAdd(v, p, x11);
            y11 = TSimd.MultiplyAdd(v, q, y11);
            v = TSimd.Broadcast(a + 12 * TRow.Floats);
            x12 = TSimd.MultiplyAdd(v, p, x12);
            y12 = TSimd.MultiplyAdd(v, q, y12);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                y1 = TSimd.MultiplyAdd(y1, second, TSimd.Load(residual + next));
                residual += row;
                x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                y2 = TSimd.MultiplyAdd(y2, second, TSimd.Load(residual + next));
                residual += row;
                x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                y3 = TSimd.MultiplyAdd(y3, second, TSimd.Load(residual + next));
                residual += row;
                x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                y4 = TSimd.MultiplyAdd(y4, second, TSimd.Load(residual + next));
                residual += row;
                x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                y5 = TSimd.MultiplyAdd(y5, second, TSimd.Load(residual + next));
                residual += row;
                x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                y6 = TSimd.MultiplyAdd(y6, second, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.MultiplyAdd(x7, gate, TSimd.Load(residual));
                y7 = TSimd.MultiplyAdd(y7, second, TSimd.Load(residual + next));
                residual += row;
                x8 = TSimd.MultiplyAdd(x8, gate, TSimd.Load(residual));
                y8 = TSimd.MultiplyAdd(y8, second, TSimd.Load(residual + next));
                residual += row;
                x9 = TSimd.MultiplyAdd(x9, gate, TSimd.Load(residual));
                y9 = TSimd.MultiplyAdd(y9, second, TSimd.Load(residual + next));
                residual += row;
                x10 = TSimd.MultiplyAdd(x10, gate, TSimd.Load(residual));
                y10 = TSimd.MultiplyAdd(y10, second, TSimd.Load(residual + next));
                residual += row;
                x11 = TSimd.MultiplyAdd(x11, gate, TSimd.Load(residual));
                y11 = TSimd.MultiplyAdd(y11, second, TSimd.Load(residual + next));
                residual += row;
                x12 = TSimd.MultiplyAdd(x12, gate, TSimd.Load(residual));
                y12 = TSimd.MultiplyAdd(y12, second, TSimd.Load(residual + next));
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
                x6 = TSimd.Add(x6, TSimd.Load(residual));
                y6 = TSimd.Add(y6, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.Add(x7, TSimd.Load(residual));
                y7 = TSimd.Add(y7, TSimd.Load(residual + next));
                residual += row;
                x8 = TSimd.Add(x8, TSimd.Load(residual));
                y8 = TSimd.Add(y8, TSimd.Load(residual + next));
                residual += row;
                x9 = TSimd.Add(x9, TSimd.Load(residual));
                y9 = TSimd.Add(y9, TSimd.Load(residual + next));
                residual += row;
                x10 = TSimd.Add(x10, TSimd.Load(residual));
                y10 = TSimd.Add(y10, TSimd.Load(residual + next));
                residual += row;
                x11 = TSimd.Add(x11, TSimd.Load(residual));
                y11 = TSimd.Add(y11, TSimd.Load(residual + next));
                residual += row;
                x12 = TSimd.Add(x12, TSimd.Load(residual));
                y12 = TSimd.Add(y12, TSimd.Load(residual + next));
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
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
            x12 = TSimd.Multiply(x12, gate);
            y0 = TSimd.Multiply(y0, second);
            y1 = TSimd.Multiply(y1, second);
            y2 = TSimd.Multiply(y2, second);
            y3 = TSimd.Multiply(y3, second);
            y4 = TSimd.Multiply(y4, second);
            y5 = TSimd.Multiply(y5, second);
            y6 = TSimd.Multiply(y6, second);
            y7 = TSimd.Multiply(y7, second);
            y8 = TSimd.Multiply(y8, second);
            y9 = TSimd.Multiply(y9, second);
            y10 = TSimd.Multiply(y10, second);
            y11 = TSimd.Multiply(y11, second);
            y12 = TSimd.Multiply(y12, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        x6 = TSimd.AtLeast(low, x6);
        TSimd.Store(c, x6);
        y6 = TSimd.AtLeast(low, y6);
        TSimd.Store(c + right, y6);
        c += down;
        x7 = TSimd.AtLeast(low, x7);
        TSimd.Store(c, x7);
        y7 = TSimd.AtLeast(low, y7);
        TSimd.Store(c + right, y7);
        c += down;
        x8 = TSimd.AtLeast(low, x8);
        TSimd.Store(c, x8);
        y8 = TSimd.AtLeast(low, y8);
        TSimd.Store(c + right, y8);
        c += down;
        x9 = TSimd.AtLeast(low, x9);
        TSimd.Store(c, x9);
        y9 = TSimd.AtLeast(low, y9);
        TSimd.Store(c + right, y9);
        c += down;
        x10 = TSimd.AtLeast(low, x10);
        TSimd.Store(c, x10);
        y10 = TSimd.AtLeast(low, y10);
        TSimd.Store(c + right, y10);
        c += down;
        x11 = TSimd.AtLeast(low, x11);
        TSimd.Store(c, x11);
        y11 = TSimd.AtLeast(low, y11);
        TSimd.Store(c + right, y11);
        c += down;
        x12 = TSimd.AtLeast(low, x12);
        TSimd.Store(c, x12);
        y12 = TSimd.AtLeast(low, y12);
        TSimd.Store(c + right, y12);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(x3, TSimd.Add(x4, x5))), TSimd.Add(TSimd.Add(x6, TSimd.Add(x7, x8)), TSimd.Add(TSimd.Add(x9, x10), TSimd.Add(x11, x12))))));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(TSimd.Add(y0, TSimd.Add(y1, y2)), TSimd.Add(y3, TSimd.Add(y4, y5))), TSimd.Add(TSimd.Add(y6, TSimd.Add(y7, y8)), TSimd.Add(TSimd.Add(y9, y10), TSimd.Add(y11, y12))))));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static void Rows14x2<TSimd, TVec, TRow>(Tile* tile)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        float* input = tile->A;
        int* offsets = tile->Offsets;
        float* b = tile->B;
        byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;
        nint step = tile->PrefetchStep;
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
        TVec x6 = x0;
        TVec y6 = y0;
        TVec x7 = x0;
        TVec y7 = y0;
        TVec x8 = x0;
        TVec y8 = y0;
        TVec x9 = x0;
        TVec y9 = y0;
        TVec x10 = x0;
        TVec y10 = y0;
        TVec x11 = x0;
        TVec y11 = y0;
        TVec x12 = x0;
        TVec y12 = y0;
        TVec x13 = x0;
        TVec y13 = y0;
        if (tile->First != null)
        {
            float* start = tile->First;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 16 * TSimd.Lanes));
            y8 = TSimd.Add(y8, TSimd.Load(start + 17 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 18 * TSimd.Lanes));
            y9 = TSimd.Add(y9, TSimd.Load(start + 19 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 20 * TSimd.Lanes));
            y10 = TSimd.Add(y10, TSimd.Load(start + 21 * TSimd.Lanes));
            x11 = TSimd.Add(x11, TSimd.Load(start + 22 * TSimd.Lanes));
            y11 = TSimd.Add(y11, TSimd.Load(start + 23 * TSimd.Lanes));
            x12 = TSimd.Add(x12, TSimd.Load(start + 24 * TSimd.Lanes));
            y12 = TSimd.Add(y12, TSimd.Load(start + 25 * TSimd.Lanes));
            x13 = TSimd.Add(x13, TSimd.Load(start + 26 * TSimd.Lanes));
            y13 = TSimd.Add(y13, TSimd.Load(start + 27 * TSimd.Lanes));
        }
        if (tile->Second != null)
        {
            float* start = tile->Second;
            x0 = TSimd.Add(x0, TSimd.Load(start + 0 * TSimd.Lanes));
            y0 = TSimd.Add(y0, TSimd.Load(start + 1 * TSimd.Lanes));
            x1 = TSimd.Add(x1, TSimd.Load(start + 2 * TSimd.Lanes));
            y1 = TSimd.Add(y1, TSimd.Load(start + 3 * TSimd.Lanes));
            x2 = TSimd.Add(x2, TSimd.Load(start + 4 * TSimd.Lanes));
            y2 = TSimd.Add(y2, TSimd.Load(start + 5 * TSimd.Lanes));
            x3 = TSimd.Add(x3, TSimd.Load(start + 6 * TSimd.Lanes));
            y3 = TSimd.Add(y3, TSimd.Load(start + 7 * TSimd.Lanes));
            x4 = TSimd.Add(x4, TSimd.Load(start + 8 * TSimd.Lanes));
            y4 = TSimd.Add(y4, TSimd.Load(start + 9 * TSimd.Lanes));
            x5 = TSimd.Add(x5, TSimd.Load(start + 10 * TSimd.Lanes));
            y5 = TSimd.Add(y5, TSimd.Load(start + 11 * TSimd.Lanes));
            x6 = TSimd.Add(x6, TSimd.Load(start + 12 * TSimd.Lanes));
            y6 = TSimd.Add(y6, TSimd.Load(start + 13 * TSimd.Lanes));
            x7 = TSimd.Add(x7, TSimd.Load(start + 14 * TSimd.Lanes));
            y7 = TSimd.Add(y7, TSimd.Load(start + 15 * TSimd.Lanes));
            x8 = TSimd.Add(x8, TSimd.Load(start + 16 * TSimd.Lanes));
            y8 = TSimd.Add(y8, TSimd.Load(start + 17 * TSimd.Lanes));
            x9 = TSimd.Add(x9, TSimd.Load(start + 18 * TSimd.Lanes));
            y9 = TSimd.Add(y9, TSimd.Load(start + 19 * TSimd.Lanes));
            x10 = TSimd.Add(x10, TSimd.Load(start + 20 * TSimd.Lanes));
            y10 = TSimd.Add(y10, TSimd.Load(start + 21 * TSimd.Lanes));
            x11 = TSimd.Add(x11, TSimd.Load(start + 22 * TSimd.Lanes));
            y11 = TSimd.Add(y11, TSimd.Load(start + 23 * TSimd.Lanes));
            x12 = TSimd.Add(x12, TSimd.Load(start + 24 * TSimd.Lanes));
            y12 = TSimd.Add(y12, TSimd.Load(start + 25 * TSimd.Lanes));
            x13 = TSimd.Add(x13, TSimd.Load(start + 26 * TSimd.Lanes));
            y13 = TSimd.Add(y13, TSimd.Load(start + 27 * TSimd.Lanes));
        }
        for (int k = tile->Depth; k > 0; k--)
        {
            float* a = input + *offsets++;
            TVec p = TSimd.Load(b);
            TVec q = TSimd.Load(b + TSimd.Lanes);
            b += 2 * TSimd.Lanes;
            if (Sse.IsSupported)
                Sse.Prefetch1(prefetch);
            prefetch += step;
            TVec v = TSimd.Broadcast(a);
            x0 = TSimd.MultiplyAdd(v, p, x0);
            y0 = TSimd.MultiplyAdd(v, q, y0);
            v = TSimd.Broadcast(a + TRow.Floats);
            x1 = TSimd.MultiplyAdd(v, p, x1);
            y1 = TSimd.MultiplyAdd(v, q, y1);
            v = TSimd.Broadcast(a + 2 * TRow.Floats);
            x2 = TSimd.MultiplyAdd(v, p, x2);
            y2 = TSimd.MultiplyAdd(v, q, y2);
            v = TSimd.Broadcast(a + 3 * TRow.Floats);
            x3 = TSimd.MultiplyAdd(v, p, x3);
            y3 = TSimd.MultiplyAdd(v, q, y3);
            v = TSimd.Broadcast(a + 4 * TRow.Floats);
            x4 = TSimd.MultiplyAdd(v, p, x4);
            y4 = TSimd.MultiplyAdd(v, q, y4);
            v = TSimd.Broadcast(a + 5 * TRow.Floats);
            x5 = TSimd.MultiplyAdd(v, p, x5);
            y5 = TSimd.MultiplyAdd(v, q, y5);
            v = TSimd.Broadcast(a + 6 * TRow.Floats);
            x6 = TSimd.MultiplyAdd(v, p, x6);
            y6 = TSimd.MultiplyAdd(v, q, y6);
            v = TSimd.Broadcast(a + 7 * TRow.Floats);
            x7 = TSimd.MultiplyAdd(v, p, x7);
            y7 = TSimd.MultiplyAdd(v, q, y7);
            v = TSimd.Broadcast(a + 8 * TRow.Floats);
            x8 = TSimd.MultiplyAdd(v, p, x8);
            y8 = TSimd.MultiplyAdd(v, q, y8);
            v = TSimd.Broadcast(a + 9 * TRow.Floats);
            x9 = TSimd.MultiplyAdd(v, p, x9);
            y9 = TSimd.MultiplyAdd(v, q, y9);
            v = TSimd.Broadcast(a + 10 * TRow.Floats);
            x10 = TSimd.MultiplyAdd(v, p, x10);
            y10 = TSimd.MultiplyAdd(v, q, y10);
            v = TSimd.Broadcast(a + 11 * TRow.Floats);
            x11 = TSimd.MultiplyAdd(v, p, x11);
            y11 = TSimd.MultiplyAdd(v, q, y11);
            v = TSimd.Broadcast(a + 12 * TRow.Floats);
            x12 = TSimd.MultiplyAdd(v, p, x12);
            y12 = TSimd.MultiplyAdd(v, q, y12);
            v = TSimd.Broadcast(a + 13 * TRow.Floats);
            x13 = TSimd.MultiplyAdd(v, p, x13);
            y13 = TSimd.MultiplyAdd(v, q, y13);
        }
        if (tile->Residual != null)
        {
            float* residual = tile->Residual;
            nint row = tile->ResidualRow;
            nint next = tile->ResidualNext;
            if (tile->Gate != null)
            {
                TVec gate = TSimd.Load(tile->Gate);
                TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
                x0 = TSimd.MultiplyAdd(x0, gate, TSimd.Load(residual));
                y0 = TSimd.MultiplyAdd(y0, second, TSimd.Load(residual + next));
                residual += row;
                x1 = TSimd.MultiplyAdd(x1, gate, TSimd.Load(residual));
                y1 = TSimd.MultiplyAdd(y1, second, TSimd.Load(residual + next));
                residual += row;
                x2 = TSimd.MultiplyAdd(x2, gate, TSimd.Load(residual));
                y2 = TSimd.MultiplyAdd(y2, second, TSimd.Load(residual + next));
                residual += row;
                x3 = TSimd.MultiplyAdd(x3, gate, TSimd.Load(residual));
                y3 = TSimd.MultiplyAdd(y3, second, TSimd.Load(residual + next));
                residual += row;
                x4 = TSimd.MultiplyAdd(x4, gate, TSimd.Load(residual));
                y4 = TSimd.MultiplyAdd(y4, second, TSimd.Load(residual + next));
                residual += row;
                x5 = TSimd.MultiplyAdd(x5, gate, TSimd.Load(residual));
                y5 = TSimd.MultiplyAdd(y5, second, TSimd.Load(residual + next));
                residual += row;
                x6 = TSimd.MultiplyAdd(x6, gate, TSimd.Load(residual));
                y6 = TSimd.MultiplyAdd(y6, second, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.MultiplyAdd(x7, gate, TSimd.Load(residual));
                y7 = TSimd.MultiplyAdd(y7, second, TSimd.Load(residual + next));
                residual += row;
                x8 = TSimd.MultiplyAdd(x8, gate, TSimd.Load(residual));
                y8 = TSimd.MultiplyAdd(y8, second, TSimd.Load(residual + next));
                residual += row;
                x9 = TSimd.MultiplyAdd(x9, gate, TSimd.Load(residual));
                y9 = TSimd.MultiplyAdd(y9, second, TSimd.Load(residual + next));
                residual += row;
                x10 = TSimd.MultiplyAdd(x10, gate, TSimd.Load(residual));
                y10 = TSimd.MultiplyAdd(y10, second, TSimd.Load(residual + next));
                residual += row;
                x11 = TSimd.MultiplyAdd(x11, gate, TSimd.Load(residual));
                y11 = TSimd.MultiplyAdd(y11, second, TSimd.Load(residual + next));
                residual += row;
                x12 = TSimd.MultiplyAdd(x12, gate, TSimd.Load(residual));
                y12 = TSimd.MultiplyAdd(y12, second, TSimd.Load(residual + next));
                residual += row;
                x13 = TSimd.MultiplyAdd(x13, gate, TSimd.Load(residual));
                y13 = TSimd.MultiplyAdd(y13, second, TSimd.Load(residual + next));
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
                x6 = TSimd.Add(x6, TSimd.Load(residual));
                y6 = TSimd.Add(y6, TSimd.Load(residual + next));
                residual += row;
                x7 = TSimd.Add(x7, TSimd.Load(residual));
                y7 = TSimd.Add(y7, TSimd.Load(residual + next));
                residual += row;
                x8 = TSimd.Add(x8, TSimd.Load(residual));
                y8 = TSimd.Add(y8, TSimd.Load(residual + next));
                residual += row;
                x9 = TSimd.Add(x9, TSimd.Load(residual));
                y9 = TSimd.Add(y9, TSimd.Load(residual + next));
                residual += row;
                x10 = TSimd.Add(x10, TSimd.Load(residual));
                y10 = TSimd.Add(y10, TSimd.Load(residual + next));
                residual += row;
                x11 = TSimd.Add(x11, TSimd.Load(residual));
                y11 = TSimd.Add(y11, TSimd.Load(residual + next));
                residual += row;
                x12 = TSimd.Add(x12, TSimd.Load(residual));
                y12 = TSimd.Add(y12, TSimd.Load(residual + next));
                residual += row;
                x13 = TSimd.Add(x13, TSimd.Load(residual));
                y13 = TSimd.Add(y13, TSimd.Load(residual + next));
            }
        }
        else if (tile->Gate != null)
        {
            TVec gate = TSimd.Load(tile->Gate);
            TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);
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
            x12 = TSimd.Multiply(x12, gate);
            x13 = TSimd.Multiply(x13, gate);
            y0 = TSimd.Multiply(y0, second);
            y1 = TSimd.Multiply(y1, second);
            y2 = TSimd.Multiply(y2, second);
            y3 = TSimd.Multiply(y3, second);
            y4 = TSimd.Multiply(y4, second);
            y5 = TSimd.Multiply(y5, second);
            y6 = TSimd.Multiply(y6, second);
            y7 = TSimd.Multiply(y7, second);
            y8 = TSimd.Multiply(y8, second);
            y9 = TSimd.Multiply(y9, second);
            y10 = TSimd.Multiply(y10, second);
            y11 = TSimd.Multiply(y11, second);
            y12 = TSimd.Multiply(y12, second);
            y13 = TSimd.Multiply(y13, second);
        }
        TVec low = TSimd.Create(tile->Low);
        float* c = tile->C;
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
        x6 = TSimd.AtLeast(low, x6);
        TSimd.Store(c, x6);
        y6 = TSimd.AtLeast(low, y6);
        TSimd.Store(c + right, y6);
        c += down;
        x7 = TSimd.AtLeast(low, x7);
        TSimd.Store(c, x7);
        y7 = TSimd.AtLeast(low, y7);
        TSimd.Store(c + right, y7);
        c += down;
        x8 = TSimd.AtLeast(low, x8);
        TSimd.Store(c, x8);
        y8 = TSimd.AtLeast(low, y8);
        TSimd.Store(c + right, y8);
        c += down;
        x9 = TSimd.AtLeast(low, x9);
        TSimd.Store(c, x9);
        y9 = TSimd.AtLeast(low, y9);
        TSimd.Store(c + right, y9);
        c += down;
        x10 = TSimd.AtLeast(low, x10);
        TSimd.Store(c, x10);
        y10 = TSimd.AtLeast(low, y10);
        TSimd.Store(c + right, y10);
        c += down;
        x11 = TSimd.AtLeast(low, x11);
        TSimd.Store(c, x11);
        y11 = TSimd.AtLeast(low, y11);
        TSimd.Store(c + right, y11);
        c += down;
        x12 = TSimd.AtLeast(low, x12);
        TSimd.Store(c, x12);
        y12 = TSimd.AtLeast(low, y12);
        TSimd.Store(c + right, y12);
        c += down;
        x13 = TSimd.AtLeast(low, x13);
        TSimd.Store(c, x13);
        y13 = TSimd.AtLeast(low, y13);
        TSimd.Store(c + right, y13);
        if (tile->Sums != null)
        {
            float* sums = tile->Sums;
            TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), TSimd.Add(TSimd.Add(TSimd.Add(x0, TSimd.Add(x1, x2)), TSimd.Add(TSimd.Add(x3, x4), TSimd.Add(x5, x6))), TSimd.Add(TSimd.Add(x7, TSimd.Add(x8, x9)), TSimd.Add(TSimd.Add(x10, x11), TSimd.Add(x12, x13))))));
            TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), TSimd.Add(TSimd.Add(TSimd.Add(y0, TSimd.Add(y1, y2)), TSimd.Add(TSimd.Add(y3, y4), TSimd.Add(y5, y6))), TSimd.Add(TSimd.Add(y7, TSimd.Add(y8, y9)), TSimd.Add(TSimd.Add(y10, y11), TSimd.Add(y12, y13))))));
        }
    }
}
