using System.Runtime.Intrinsics;
using Senet.Inference.Kernels;
using Senet.Inference.Simd;

namespace Senet.Inference.Tests;

/// <summary>Every tile of the generated kernel against sums in double, with guard values round the result.</summary>
public unsafe class TileKernelTests
{
    // Two turns, four inputs and one; without turns, nine times four and one.
    const int Depth = 37;
    const int Turns = 2;
    const float Guard = 12345.5f;

    // Of the largest value: 37 products of numbers below 1, rounded 37 times.
    const double Tolerance = 3e-6;

    public static TheoryData<int, int, int, bool> Tiles
    {
        get
        {
            var data = new TheoryData<int, int, int, bool>();
            foreach (int lanes in new[] { 1, 4, 8, 16 })
            {
                int most = lanes switch { 16 => Simd512.MostRows, 8 => Simd256.MostRows, 4 => Simd128.MostRows, _ => SimdScalar.MostRows };
                for (int rows = 1; rows <= Tile.MostSingleRows(most); rows++)
                    data.Add(lanes, rows, 1, rows % 2 == 0);
                for (int rows = 1; rows <= most; rows++)
                    data.Add(lanes, rows, 2, rows % 2 == 1);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Tiles))]
    public void Run_AnyTile_MatchesDouble(int lanes, int rows, int vectors, bool everything)
    {
        InstructionSets.SkipWithout(lanes);
        switch (lanes)
        {
            case 16:
                Check<Simd512, Vector512<float>>(rows, vectors, everything);
                break;
            case 8:
                Check<Simd256, Vector256<float>>(rows, vectors, everything);
                break;
            case 4:
                Check<Simd128, Vector128<float>>(rows, vectors, everything);
                break;
            default:
                Check<SimdScalar, float>(rows, vectors, everything);
                break;
        }
    }

    static void Check<TSimd, TVec>(int rows, int vectors, bool everything)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
    {
        Check<TSimd, TVec, Row1>(rows, vectors, everything, count: 1, turns: 0);
        Check<TSimd, TVec, Row2>(rows, vectors, everything, count: 3, turns: 0);
        Check<TSimd, TVec, Row16>(rows, vectors, everything, count: 1, turns: 0);
        Check<TSimd, TVec, Row16>(rows, vectors, everything, count: 3, turns: Turns);
        Check<TSimd, TVec, Row32>(rows, vectors, everything, count: 2, turns: Turns);
    }

    static void Check<TSimd, TVec, TRow>(int rows, int vectors, bool everything, int count, int turns)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        int lanes = TSimd.Lanes;
        int width = vectors * lanes;
        var random = new Random(rows * 10 + vectors);
        int[] offsets = [.. Enumerable.Range(0, Depth + 1).Select(_ => random.Next(500))];
        for (int k = 0; k < Tile.Together * turns; k++)
            offsets[k] = offsets[k / Tile.Together * Tile.Together] + k % Tile.Together;
        int all = rows * count;
        float[] a = Values(random, 500 + Tile.Together + all * TRow.Floats);
        float[] b = Values(random, Depth * width);
        float[] bias = Values(random, width);
        float[] gate = Values(random, width);
        float[] first = Values(random, all * width);
        float[] second = Values(random, all * width);
        // The two vectors of a row lie apart, and so do the rows.
        int next = 150 * lanes;
        int row = 2 * lanes;
        float[] residual = Values(random, next + all * row + lanes);
        float[] sums = Values(random, width);
        float[] before = [.. sums];
        float[] c = new float[next + all * row + 4 * lanes];
        Array.Fill(c, Guard);
        float low = everything ? 0 : float.NegativeInfinity;
        fixed (float* pa = a, pb = b, pbias = bias, pgate = gate, pfirst = first, psecond = second, presidual = residual, psums = sums, pc = c)
        fixed (int* poffsets = offsets)
        {
            var tile = new Tile
            {
                Count = count,
                A = pa,
                Offsets = poffsets,
                Depth = Depth,
                Turns = turns,
                B = pb,
                Bias = pbias,
                Low = low,
                C = pc + lanes,
                Row = row,
                Next = next,
            };
            if (everything)
            {
                tile.First = pfirst;
                tile.Second = psecond;
                tile.Gate = pgate;
                tile.Residual = presidual;
                tile.ResidualRow = row;
                tile.ResidualNext = next;
                tile.Sums = psums;
                tile.Prefetch = (byte*)pb;
                tile.PrefetchStep = 64;
            }
            TileKernels.Run<TSimd, TVec, TRow>(rows, vectors, &tile);
        }
        double[] total = new double[width];
        for (int r = 0; r < all; r++)
        {
            for (int i = 0; i < width; i++)
            {
                double value = bias[i];
                if (everything)
                    value += (double)first[r * width + i] + second[r * width + i];
                for (int k = 0; k < Depth; k++)
                    value += (double)a[offsets[k] + r * TRow.Floats] * b[k * width + i];
                int place = i / lanes * next + r * row + i % lanes;
                if (everything)
                    value = Math.Max(0, value * gate[i] + residual[place]);
                total[i] += value;
                Assert.Equal(value, c[lanes + place], Tolerance * 10);
                c[lanes + place] = Guard;
            }
        }
        Assert.All(c, value => Assert.Equal(Guard, value));
        for (int i = 0; i < width; i++)
            Assert.Equal(everything ? before[i] + total[i] : before[i], sums[i], Tolerance * 100);
    }

    static float[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextSingle() - 1)];

    [Theory]
    [InlineData(7, 2)]
    [InlineData(13, 1)]
    [InlineData(0, 2)]
    public void Run_RowsThatNoKernelHas_Throws(int rows, int vectors)
    {
        InstructionSets.SkipWithout(8);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            var tile = default(Tile);
            TileKernels.Run<Simd256, Vector256<float>, Row16>(rows, vectors, &tile);
        });
    }
}
