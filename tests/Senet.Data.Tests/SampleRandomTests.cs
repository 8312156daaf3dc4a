namespace Senet.Data.Tests;

public sealed class SampleRandomTests
{
    [Fact]
    public void NextUInt64_FixedSeed_IsTheStoredSequence()
    {
        // From a Python form of the generator. A change here changes every run's augmentation and breaks exact resume.
        var random = new SampleRandom(42, 3, 17);
        Assert.Equal([1182610512750320569UL, 16796725530987315239UL, 4543571241158876289UL], [random.NextUInt64(), random.NextUInt64(), random.NextUInt64()]);
    }

    [Fact]
    public void Constructor_NeighbouringEpochsAndIndices_ShareNoStart()
    {
        HashSet<ulong> first = [];
        for (int epoch = 0; epoch < 50; epoch++)
        {
            for (int index = -1; index < 400; index++)
                Assert.True(first.Add(new SampleRandom(0, epoch, index).NextUInt64()));
        }
    }

    [Fact]
    public void NextDouble_AcrossSamples_IsUniform()
    {
        int[] bins = new int[20];
        const int Draws = 200_000;
        for (int i = 0; i < Draws; i++)
        {
            double value = new SampleRandom(5, 0, i).NextDouble();
            Assert.InRange(value, 0, 1 - 1e-16);
            bins[(int)(value * bins.Length)]++;
        }
        AssertUniform(bins, Draws);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(100)]
    public void NextInt_EveryValueEquallyOften(int max)
    {
        int[] bins = new int[max];
        var random = new SampleRandom(1, 0, max);
        for (int i = 0; i < 200_000; i++)
            bins[random.NextInt(max)]++;
        AssertUniform(bins, 200_000);
    }

    [Fact]
    public void NextInt_ZeroMaximum_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SampleRandom(1, 0, 0).NextInt(0));

    [Fact]
    public void Shuffle_IsAPermutationThatDependsOnSeedAndEpoch()
    {
        int[] a = Shuffled(1, 0), again = Shuffled(1, 0), nextEpoch = Shuffled(1, 1), otherSeed = Shuffled(2, 0);
        Assert.Equal(Enumerable.Range(0, 1000), a.Order());
        Assert.Equal(a, again);
        Assert.NotEqual(a, nextEpoch);
        Assert.NotEqual(a, otherSeed);
        Assert.InRange(a.Where((v, i) => v == i).Count(), 0, 6); // a random permutation has one fixed point on average
    }

    [Fact]
    public void Shuffle_EveryItemReachesEveryPlace()
    {
        int[] bins = new int[25];
        for (int epoch = 0; epoch < 20_000; epoch++)
        {
            int[] items = [0, 1, 2, 3, 4];
            SampleRandom.Shuffle(items, 9, epoch);
            for (int i = 0; i < 5; i++)
                bins[items[i] * 5 + i]++;
        }
        AssertUniform(bins, 100_000);
    }

    static int[] Shuffled(ulong seed, int epoch)
    {
        int[] items = [.. Enumerable.Range(0, 1000)];
        SampleRandom.Shuffle(items, seed, epoch);
        return items;
    }

    /// <summary>Each bin within five standard deviations; the seeds are fixed, so this does not flicker.</summary>
    static void AssertUniform(int[] bins, int draws)
    {
        double mean = (double)draws / bins.Length, tolerance = 5 * Math.Sqrt(mean);
        Assert.All(bins, count => Assert.InRange(count, mean - tolerance, mean + tolerance));
    }
}
