using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Senet.Graph;

namespace Senet.Data.Tests;

public sealed class BatchLoaderTests
{
    static readonly Preprocessing Tiny = new() { Height = 8, Width = 8, ResizeShortSide = 8 };

    [Theory]
    [InlineData(2, 4)]
    [InlineData(8, 4)]
    [InlineData(8, 1)]
    [InlineData(3, 100)]
    public void Epoch_AnyNumberOfWorkers_GivesTheSameBatches(int workers, int prefetch)
    {
        FakeSource source = new(103) { Jitter = true };
        string[] expected = Digest(Batches(Loader(source, workers: 1), 2));
        Assert.Equal(7, expected.Length);
        Assert.Equal(expected, Digest(Batches(Loader(source, workers, prefetch), 2)));
    }

    [Fact]
    public void Epoch_FirstBatch_ResumesExactly()
    {
        BatchLoader loader = Loader(new FakeSource(103), workers: 3);
        string[] all = Digest(Batches(loader, 1));
        for (int first = 0; first <= loader.BatchCount; first++)
            Assert.Equal(all[first..], Digest(Batches(loader, 1, first)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Batches(loader, 1, loader.BatchCount + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Batches(loader, 1, -1));
    }

    [Fact]
    public void Epoch_Twice_DiffersInOrderAndAugmentation()
    {
        BatchLoader loader = Loader(new FakeSource(64), workers: 2);
        Assert.NotEqual(loader.Order(0), loader.Order(1));
        Assert.NotEqual(SampleDigests(loader, 0), SampleDigests(loader, 1)); // by sample, so the order plays no part
        Assert.Equal(SampleDigests(loader, 1), SampleDigests(loader, 1));
    }

    [Fact]
    public void Epoch_EveryOperation_GivesTheSameBatchesFor1And2And8WorkersAndOthersInTheNextEpoch()
    {
        FakeSource source = new(103) { Jitter = true };
        string[][] digests = [.. new[] { 1, 2, 8 }.Select(workers => Digest(Batches(Mixing(source, workers), 2)))];
        Assert.Equal(digests[0], digests[1]);
        Assert.Equal(digests[0], digests[2]);
        Assert.Empty(digests[0].Intersect(Digest(Batches(Mixing(source, 2), 3))));
        // Mixing is the batch's own: an epoch that is resumed mixes as the whole one did.
        Assert.Equal(digests[0][3..], Digest(Batches(Mixing(source, 2), 2, 3)));
    }

    [Fact]
    public void Epoch_SeveralBatchOperations_EachBatchTakesOneOfThem()
    {
        int[] batches = new int[2];
        BatchLoader loader = Mixing(new FakeSource(16 * 500), workers: 2);
        foreach (ImageBatch batch in Batches(loader, 0))
        {
            using (batch)
            {
                Assert.Equal(batch.Labels.Reverse(), batch.Mixed!.Others);
                // Shares of CutMix are whole numbers of 64 pixels; those of mixup hardly ever are.
                batches[batch.Mixed.Shares[0] * 64 % 1 == 0 ? 1 : 0]++;
            }
        }
        Assert.Equal(500, batches.Sum());
        Statistics.HasShares(batches);
    }

    [Fact]
    public void Sample_AnyPlace_IsWhatItsBatchHolds()
    {
        FakeSource source = new(103);
        foreach (BatchLoader loader in new[] { Mixing(source, 2), Loader(source, 2) })
        {
            int[] order = loader.Order(1);
            int position = 0;
            foreach (ImageBatch batch in Batches(loader, 1))
            {
                using (batch)
                {
                    for (int i = 0; i < batch.Count; i++, position++)
                        Assert.Equal(batch.Values.Slice(i * 192, 192), loader.Sample(1, order, position));
                }
            }
            Assert.Equal(103, position);
        }
    }

    [Fact]
    public void Epoch_TenCrops_ComeOneAfterTheOther()
    {
        var transform = new EvaluationTransform(Tiny, 10);
        FakeSource source = new(21);
        foreach (ImageBatch batch in Batches(new(source, transform, new() { BatchSize = 8, Workers = 2 }), 0))
        {
            using (batch)
            {
                Assert.Equal((10, batch.Count * 10 * 192), (batch.Views, batch.Values.Length));
                Assert.Null(batch.Mixed);
                float[] one = new float[transform.Length];
                transform.Apply(source.Load(batch.Indices[1], 3, 255), one);
                Assert.Equal(one, batch.Values.Slice(one.Length, one.Length));
            }
        }
    }

    [Fact]
    public void Epoch_VisitsEverySampleOnceWithItsLabel()
    {
        BatchLoader loader = Loader(new FakeSource(103), workers: 4);
        List<int> indices = [];
        foreach (ImageBatch batch in Batches(loader, 0))
        {
            using (batch)
            {
                Assert.Equal(batch.Indices.Select(i => (long)i % 10), batch.Labels);
                Assert.Equal(batch.Count * 3 * 8 * 8, batch.Values.Length);
                Assert.Equal((3, 8, 8), (batch.Channels, batch.Height, batch.Width));
                indices.AddRange(batch.Indices);
            }
        }
        Assert.Equal(loader.Order(0), indices);
        Assert.Equal(Enumerable.Range(0, 103), indices.Order());
    }

    [Theory]
    [InlineData(32, 16, 2, new[] { 16, 16 })]
    [InlineData(33, 16, 2, new[] { 16, 17 })]
    [InlineData(33, 16, 1, new[] { 16, 16, 1 })]
    [InlineData(34, 16, 2, new[] { 16, 16, 2 })]
    [InlineData(40, 16, 16, new[] { 16, 24 })]
    [InlineData(1, 16, 2, new[] { 1 })]
    [InlineData(5, 16, 2, new[] { 5 })]
    [InlineData(0, 16, 2, new int[0])]
    public void Epoch_SmallRest_JoinsTheBatchBefore(int samples, int batchSize, int minimum, int[] sizes)
    {
        LoaderOptions options = new() { BatchSize = batchSize, MinimumLastBatch = minimum, Workers = 2 };
        BatchLoader loader = new(new FakeSource(samples), new EvaluationTransform(Tiny), options);
        Assert.Equal(sizes.Length, loader.BatchCount);
        for (int epoch = 0; epoch < 2; epoch++) // the second time with buffers that were given back
        {
            List<int> seen = [];
            foreach (ImageBatch batch in Batches(loader, epoch))
            {
                using (batch)
                    seen.Add(batch.Values.Length / (3 * 8 * 8));
            }
            Assert.Equal(sizes, seen);
        }
    }

    [Fact]
    public void Epoch_NoShuffle_KeepsTheSourceOrder() =>
        Assert.Equal(Enumerable.Range(0, 20), new BatchLoader(new FakeSource(20), new EvaluationTransform(Tiny), new LoaderOptions()).Order(5));

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Epoch_WorkerFails_ConsumerGetsTheExceptionInItsPlace(int workers)
    {
        ImageDecodeException thrown = new("photo 37", "broken");
        FakeSource source = new(103) { Jitter = true };
        source.Failures[37] = thrown;
        source.Failures[38] = new InvalidOperationException("a later one");
        BatchLoader loader = new(source, new EvaluationTransform(Tiny), new LoaderOptions { BatchSize = 16, Workers = workers });
        int good = 0;
        ImageDecodeException caught = Assert.Throws<ImageDecodeException>(() =>
        {
            foreach (ImageBatch batch in Batches(loader, 0))
            {
                batch.Dispose();
                good++;
            }
        });
        Assert.Same(thrown, caught);
        Assert.Equal(2, good);
        source.AssertIdle();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Epoch_Abandoned_StopsTheWorkers(int workers)
    {
        FakeSource source = new(10_000) { Jitter = true };
        BatchLoader loader = Loader(source, workers);
        for (int i = 0; i < 20; i++)
        {
            foreach (ImageBatch batch in Batches(loader, i))
            {
                batch.Dispose();
                break;
            }
            source.AssertIdle();
        }
        Assert.True(source.Loads < 20 * 16 * 7, "more was read ahead than the prefetch bound allows");
    }

    [Fact]
    public void Epoch_NotEnumerated_ReadsNothing()
    {
        FakeSource source = new(100);
        _ = Batches(Loader(source, 2), 0);
        Assert.Equal(0, source.Loads);
    }

    [Fact]
    public void Epoch_SlowConsumer_PrefetchIsBounded()
    {
        FakeSource source = new(1000);
        using IEnumerator<ImageBatch> batches = Batches(Loader(source, workers: 4, prefetch: 2), 0).GetEnumerator();
        Assert.True(batches.MoveNext());
        batches.Current.Dispose();
        // One batch is taken and two may be ahead; give the workers time to do wrong.
        Assert.True(SpinWait.SpinUntil(() => source.Loads == 48, TimeSpan.FromSeconds(20)));
        Thread.Sleep(50);
        Assert.Equal(48, source.Loads);
    }

    [Fact]
    public void Epoch_Cancelled_ThrowsAndStops()
    {
        FakeSource source = new(10_000);
        using CancellationTokenSource cancellation = new();
        int taken = 0;
        OperationCanceledException error = Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (ImageBatch batch in Loader(source, 4).Epoch(0, 0, cancellation.Token))
            {
                batch.Dispose();
                if (++taken == 3)
                    cancellation.Cancel();
            }
        });
        Assert.Equal((3, cancellation.Token), (taken, error.CancellationToken));
        source.AssertIdle();
    }

    [Fact]
    public void Epoch_CancelledWhileWaiting_WakesTheConsumer()
    {
        using ManualResetEventSlim blocked = new();
        FakeSource source = new(100) { Block = blocked };
        using CancellationTokenSource cancellation = new();
        Task consumer = Task.Run(() => Loader(source, 1).Epoch(0, 0, cancellation.Token).First(), CancellationToken.None);
        Assert.True(SpinWait.SpinUntil(() => source.Loads == 1, TimeSpan.FromSeconds(20)));
        cancellation.Cancel();
        blocked.Set(); // the sample in work may end, nothing more
        Assert.Throws<OperationCanceledException>(() => consumer.GetAwaiter().GetResult());
        Assert.InRange(source.Loads, 1, 2);
    }

    [Fact]
    public void Epoch_BatchesDisposed_BuffersAreReused()
    {
        BatchLoader loader = Loader(new FakeSource(16 * 50), workers: 2);
        HashSet<float[]> buffers = [];
        for (int epoch = 0; epoch < 3; epoch++)
        {
            foreach (ImageBatch batch in Batches(loader, epoch))
            {
                using (batch)
                    buffers.Add(batch.Pixels);
            }
        }
        Assert.InRange(buffers.Count, 1, 6);
    }

    [Fact]
    public void ImageBatch_AfterDispose_RefusesItsPixels()
    {
        ImageBatch batch = Batches(Loader(new FakeSource(16), workers: 1), 0).First();
        batch.Dispose();
        batch.Dispose();
        Assert.Throws<ObjectDisposedException>(() => batch.Values.Length);
    }

    [Fact]
    public void Constructor_BadOptions_AreNamed()
    {
        foreach (LoaderOptions options in (LoaderOptions[])[new() { BatchSize = 0 }, new() { Workers = 0 }, new() { PrefetchBatches = -1 }])
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => new BatchLoader(new FakeSource(1), new EvaluationTransform(Tiny), options));
            Assert.Contains("must be at least 1", error.Message, StringComparison.Ordinal);
        }
    }

    static BatchLoader Loader(FakeSource source, int workers, int prefetch = 4) =>
        new(source, new TrainingTransform(Tiny, new Augmentation()), new LoaderOptions { BatchSize = 16, Workers = workers, PrefetchBatches = prefetch, Seed = 5, Shuffle = true });

    static BatchLoader Mixing(FakeSource source, int workers) =>
        new(source, new TrainingTransform(Tiny, new() { Ops = AugmentationTests.All() }), new() { BatchSize = 16, Workers = workers, Seed = 5, Shuffle = true });

    static IEnumerable<ImageBatch> Batches(BatchLoader loader, int epoch, int firstBatch = 0) =>
        loader.Epoch(epoch, firstBatch, TestContext.Current.CancellationToken);

    static string[] Digest(IEnumerable<ImageBatch> batches)
    {
        List<string> digests = [];
        foreach (ImageBatch batch in batches)
        {
            using (batch)
                digests.Add($"{string.Join(',', batch.Indices)}|{string.Join(',', batch.Labels)}|{Hash(batch.Values)}|{(batch.Mixed is { } mixed ? string.Join(',', mixed.Shares) : "")}");
        }
        return [.. digests];
    }

    static string[] SampleDigests(BatchLoader loader, int epoch)
    {
        string[] digests = new string[loader.Source.Count];
        foreach (ImageBatch batch in Batches(loader, epoch))
        {
            using (batch)
            {
                for (int i = 0; i < batch.Count; i++)
                    digests[batch.Indices[i]] = Hash(batch.Values.Slice(i * 192, 192));
            }
        }
        return digests;
    }

    static string Hash(ReadOnlySpan<float> values) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(values)));

    /// <summary>Noise images; counts what is loaded and by how many threads at the moment.</summary>
    sealed class FakeSource(int count) : IImageSource
    {
        int loads;
        int inside;

        public int Count => count;

        public int Loads => Volatile.Read(ref loads);

        public bool Jitter { get; init; }

        public ManualResetEventSlim? Block { get; init; }

        public Dictionary<int, Exception> Failures { get; } = [];

        public int Label(int index) => index % 10;

        public string Describe(int index) => $"noise {index}";

        public ImagePixels Load(int index, int channels, byte background)
        {
            Interlocked.Increment(ref loads);
            Interlocked.Increment(ref inside);
            try
            {
                Block?.Wait(TestContext.Current.CancellationToken);
                if (Jitter)
                    Thread.SpinWait((int)(Stopwatch.GetTimestamp() % 3000)); // finish out of order
                return Failures.TryGetValue(index, out Exception? failure) ? throw failure : TestImages.Noise(12, 10, channels, (ulong)index);
            }
            finally
            {
                Interlocked.Decrement(ref inside);
            }
        }

        /// <summary>No thread is loading and none begins to.</summary>
        public void AssertIdle()
        {
            int before = Loads;
            Assert.Equal(0, Volatile.Read(ref inside));
            Thread.Sleep(2);
            Assert.Equal(before, Loads);
        }
    }
}
