using System.Collections.Concurrent;

namespace Senet.Data.Tests;

public sealed class CachedSourceTests
{
    /// <summary>Images of 10 x 10 pixels; counts how often each is decoded.</summary>
    sealed class Counting(int count) : IImageSource
    {
        public ConcurrentDictionary<(int, int, byte), int> Loads { get; } = new();

        public int Count => count;

        public int Label(int index) => index % 3;

        public string Describe(int index) => $"image {index}";

        public ImagePixels Load(int index, int channels, byte background)
        {
            Loads.AddOrUpdate((index, channels, background), 1, (_, n) => n + 1);
            if (index == 13)
                throw new ImageDecodeException(Describe(index), "bad");
            byte[] data = new byte[100 * channels];
            data.AsSpan().Fill((byte)(index + background));
            return new ImagePixels(10, 10, channels, data);
        }
    }

    [Fact]
    public void Load_WithinBudget_DecodesOncePerKey()
    {
        Counting inner = new(5);
        CachedSource cached = new(inner, 10_000);
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < 5; i++)
            {
                Assert.Equal(i, cached.Load(i, 1, 0).Data[0]);
                Assert.Equal(300, cached.Load(i, 3, 0).Data.Length);
                Assert.Equal(i + 7, cached.Load(i, 1, 7).Data[99]);
            }
        }
        Assert.Equal(15, inner.Loads.Count);
        Assert.All(inner.Loads.Values, n => Assert.Equal(1, n));
        Assert.Equal((5 * 500L, 15), (cached.UsedBytes, cached.KeptCount));
        Assert.Equal((5, 2, "image 2"), (cached.Count, cached.Label(2), cached.Describe(2)));
    }

    [Fact]
    public void Load_BudgetUsedUp_PassesThrough()
    {
        Counting inner = new(5);
        CachedSource cached = new(inner, 250);
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < 5; i++)
                Assert.Equal(i, cached.Load(i, 1, 0).Data[0]);
        }
        Assert.Equal((200L, 2), (cached.UsedBytes, cached.KeptCount));
        Assert.Equal([1, 1, 3, 3, 3], Enumerable.Range(0, 5).Select(i => inner.Loads[(i, 1, 0)]));
    }

    [Fact]
    public void Load_ImageThatFails_FailsEveryTimeAndCostsNothing()
    {
        Counting inner = new(20);
        CachedSource cached = new(inner, 1000);
        Assert.Throws<ImageDecodeException>(() => cached.Load(13, 1, 0));
        Assert.Throws<ImageDecodeException>(() => cached.Load(13, 1, 0));
        Assert.Equal((0L, 2), (cached.UsedBytes, inner.Loads[(13, 1, 0)]));
    }

    [Fact]
    public void Load_FromManyThreads_KeepsTheBudgetAndTheRightPixels()
    {
        Counting inner = new(13);
        CachedSource cached = new(inner, 750);
        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            ImagePixels pixels = cached.Load(i % 13, 1, 0);
            Assert.Equal(i % 13, pixels.Data[50]);
        });
        Assert.True(cached.UsedBytes <= 750);
        Assert.Equal(cached.KeptCount * 100L, cached.UsedBytes);
        // Two threads may both be refused while a third gives back its reservation, but what fits must be kept in the end.
        Assert.Equal(7, cached.KeptCount);
    }

    [Fact]
    public void New_NegativeBudget_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new CachedSource(new Counting(1), -1));

    [Fact]
    public void Subset_MapsIndicesAndChecksThem()
    {
        Counting inner = new(10);
        SubsetSource subset = new(inner, [4, 2, 4]);
        Assert.Equal(3, subset.Count);
        Assert.Equal((2, "image 2", 2, 2), (subset.SourceIndex(1), subset.Describe(1), subset.Label(1), subset.Load(1, 1, 0).Data[0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubsetSource(inner, [10]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubsetSource(inner, [-1]));
    }

    [Fact]
    public void Without_DropsIndices()
    {
        Counting inner = new(5);
        Assert.Same(inner, inner.Without([]));
        IImageSource left = inner.Without([0, 3, 99]);
        Assert.Equal(["image 1", "image 2", "image 4"], Enumerable.Range(0, left.Count).Select(left.Describe));
    }
}
