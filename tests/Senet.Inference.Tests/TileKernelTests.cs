using System.Runtime.Intrinsics;
using Senet.Inference.Kernels;
using Senet.Inference.Simd;

namespace Senet.Inference.Tests;

/// <summary>Every tile of the generated kernel against sums in double, with guard values round the result.</summary>
public unsafe class TileKernelTests
{
    const int Depth = 37;
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
                for (int rows = 1; rows <= 14; rows++)
                {
                    data.Add(lanes, rows, 1, rows % 2 == 0);
                    data.Add(lanes, rows, 2, rows % 2 == 1);
                }
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
        Check<TSimd, TVec, Row1>(rows, vectors, everything);
        Check<TSimd, TVec, Row2>(rows, vectors, everything);
        Check<TSimd, TVec, Row16>(rows, vectors, everything);
        Check<TSimd, TVec, Row32>(rows, vectors, everything);
    }

    static void Check<TSimd, TVec, TRow>(int rows, int vectors, bool everything)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
        where TRow : struct, IRowStride
    {
        int lanes = TSimd.Lanes;
        int width = vectors * lanes;
        var random = new Random(rows * 10 + vectors);
        int[] offsets = [.. Enumerable.Range(0, Depth).Select(_ => random.Next(500))];
        float[] a = Values(random, 500 + 14 * TRow.Floats);
        float[] b = Values(random, Depth * width);
        float[] bias = Values(random, width);
        float[] gate = Values(random, width);
        float[] first = Values(random, rows * width);
        float[] second = Values(random, rows * width);
        // The two vectors of a row lie apart, and so do the rows.
        int next = 100 * lanes;
        int row = 2 * lanes;
        float[] residual = Values(random, next + rows * row + lanes);
        float[] sums = Values(random, width);
        float[] before = [.. sums];
        float[] c = new float[next + rows * row + 4 * lanes];
        Array.Fill(c, Guard);
        float low = everything ? 0 : float.NegativeInfinity;
        fixed (float* pa = a, pb = b, pbias = bias, pgate = gate, pfirst = first, psecond = second, presidual = residual, psums = sums, pc = c)
        fixed (int* poffsets = offsets)
        {
            var tile = new Tile
            {
                A = pa,
                Offsets = poffsets,
                Depth = Depth,
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
        for (int r = 0; r < rows; r++)
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
}
