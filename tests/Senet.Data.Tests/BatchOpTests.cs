namespace Senet.Data.Tests;

public sealed class BatchOpTests
{
    const int Draws = 20_000;

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void NextBeta_FollowsTheBetaDistribution(double alpha)
    {
        double[] sample = new double[Draws];
        for (int i = 0; i < Draws; i++)
        {
            var random = new SampleRandom(1, 0, i);
            sample[i] = random.NextBeta(alpha);
        }
        Statistics.Follows(sample, alpha switch
        {
            1 => x => x,
            0.5 => x => 2 / Math.PI * Math.Asin(Math.Sqrt(x)),
            _ => x => x * x * (3 - 2 * x),
        });
    }

    [Fact]
    public void NextBeta_SmallAlpha_IsNearlyAlwaysAtAnEnd()
    {
        int ends = 0, low = 0;
        for (int i = 0; i < 2000; i++)
        {
            var random = new SampleRandom(1, 0, i);
            double value = random.NextBeta(1e-3);
            Assert.InRange(value, 0, 1);
            ends += value is < 1e-6 or > 1 - 1e-6 ? 1 : 0;
            low += value < 0.5 ? 1 : 0;
        }
        Assert.True(ends > 1900);
        Statistics.HasShares([low, 2000 - low]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SampleRandom(1, 0, 0).NextBeta(0));
    }

    [Fact]
    public void NextNormal_FollowsTheNormalDistribution() => Statistics.Follows(
        [.. Enumerable.Range(0, Draws).Select(i =>
        {
            var random = new SampleRandom(9, 0, i);
            return random.NextNormal();
        })],
        Statistics.Normal);

    [Theory]
    [InlineData(6, 3 * 5 * 7)]
    [InlineData(7, 3 * 5 * 7)]
    [InlineData(1, 3 * 5 * 7)]
    [InlineData(2, 1 * 16 * 16)]
    public void Mixup_MixesPairsAndLabelsAlike(int count, int sample)
    {
        (int height, int width) = sample == 256 ? (16, 16) : (5, 7);
        float[] before = Values(count * sample), after = [.. before];
        long[] labels = [.. Enumerable.Range(0, count).Select(i => (long)i)];
        var random = new SampleRandom(4, 0, 0);
        MixedLabels mixed = new Mixup(1).Apply(after, labels, height, width, ref random);
        random = new SampleRandom(4, 0, 0);
        float share = (float)random.NextBeta(1);
        Assert.InRange(share, 0.05, 0.95);
        for (int i = 0; i < count; i++)
        {
            int other = count - 1 - i;
            Assert.Equal(other, mixed.Others[i]);
            Assert.Equal(i == other ? 1 : share, mixed.Shares[i]);
            for (int p = 0; p < sample; p++)
                Assert.Equal(i == other ? before[i * sample + p] : before[i * sample + p] * share + before[other * sample + p] * (1 - share), after[i * sample + p]);
        }
    }

    [Fact]
    public void CutMix_ExchangesOneRectangleAndSharesLabelsByArea()
    {
        const int Height = 9, Width = 14, Plane = Height * Width, Sample = 2 * Plane, Count = 5;
        var areas = new List<double>();
        for (int draw = 0; draw < 300; draw++)
        {
            float[] before = Values(Count * Sample), after = [.. before];
            var random = new SampleRandom(4, 0, draw);
            MixedLabels mixed = new CutMix(1).Apply(after, [0, 1, 2, 3, 4], Height, Width, ref random);
            int[] taken = [.. Enumerable.Range(0, Plane).Where(p => after[p] != before[p])];
            areas.Add((double)taken.Length / Plane);
            for (int i = 0; i < Count; i++)
            {
                int other = Count - 1 - i;
                Assert.Equal(other, mixed.Others[i]);
                Assert.Equal(i == other ? 1 : 1 - (float)taken.Length / Plane, mixed.Shares[i]);
                for (int p = 0; p < Sample; p++)
                    Assert.Equal(before[(Array.BinarySearch(taken, p % Plane) >= 0 ? other : i) * Sample + p], after[i * Sample + p]);
            }
            if (taken.Length > 0)
            {
                int columns = taken.Max(p => p % Width) - taken.Min(p => p % Width) + 1, rows = taken.Max(p => p / Width) - taken.Min(p => p / Width) + 1;
                Assert.Equal(taken.Length, rows * columns);
            }
        }
        // E[1 - l] is 1/2; what is cut off at the borders takes from it.
        Assert.InRange(areas.Average(), 0.2, 0.45);
        Assert.Contains(areas, area => area > 0.7);
    }

    [Fact]
    public void CutMix_AwayFromTheBorders_HasTheAreaThatIsDrawn()
    {
        const int Side = 400;
        double[] areas = [.. Enumerable.Range(0, 2000).Select(i =>
        {
            var random = new SampleRandom(4, 0, i);
            MixedLabels mixed = new CutMix(1).Apply(new float[2 * Side * Side], [0, 1], Side, Side, ref random);
            random = new SampleRandom(4, 0, i);
            double half = 0.5 * Side * Math.Sqrt(1 - random.NextBeta(1));
            int x = random.NextInt(Side), y = random.NextInt(Side);
            bool inside = x - half >= 0 && x + half <= Side && y - half >= 0 && y + half <= Side;
            // Both halves are cut to whole pixels.
            return inside ? (1 - mixed.Shares[0]) * Side * Side / Math.Pow(2 * (int)half, 2) : 1;
        })];
        Assert.All(areas, ratio => Assert.Equal(1, ratio, 1e-3));
    }

    [Fact]
    public void Apply_ValuesThatAreNoPlanes_AreRefused()
    {
        var random = new SampleRandom(0, 0, 0);
        Assert.Throws<ArgumentException>("nchw", () => new Mixup().Apply(new float[10], [0, 1, 2], 1, 3, ref random));
        Assert.Throws<ArgumentException>("nchw", () => new Mixup().Apply(new float[10], [0, 1], 2, 2, ref random));
        Assert.Empty(new Mixup().Apply([], [], 2, 2, ref random).Others);
    }

    static float[] Values(int count)
    {
        var random = new SampleRandom(1, 1, 1);
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
            values[i] = (float)random.NextDouble(-2, 2);
        return values;
    }
}
