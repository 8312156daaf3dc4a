namespace Senet.Data.Tests;

public sealed class BatchShareTests
{
    [Fact]
    public void Positions_AnyNumberOfProcesses_CoverEachBatchOnceAndKeepPairsTogether()
    {
        for (int count = 1; count <= 40; count++)
        {
            for (int processes = 1; processes <= 9; processes++)
            {
                int[][] shares = [.. Enumerable.Range(0, processes).Select(index => new BatchShare(index, processes).Positions(count))];
                Assert.Equal(Enumerable.Range(0, count), shares.SelectMany(share => share).Order());
                foreach (int[] share in shares)
                {
                    Assert.Equal(share.Order(), share);
                    // What a batch operation mixes: the first with the last, and so on inwards.
                    for (int i = 0; i < share.Length; i++)
                        Assert.Equal(count - 1, share[i] + share[^(i + 1)]);
                }
                for (int index = 0; index < processes; index++)
                    Assert.Equal(shares[index].Length, new BatchShare(index, processes).SampleCount(count));
                int[] sizes = [.. shares.Select(share => share.Length).Where(length => length > 0)];
                Assert.Equal(sizes.Length, new BatchShare(0, processes).Active(count));
                Assert.True(count == 1 || sizes.Min() >= 2);
                Assert.InRange(sizes.Max() - sizes.Min(), 0, 3);
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Epoch_Shares_HoldTheSamplesOfTheWholeBatchesMixedAlike(int processes)
    {
        // Batches of 16 and a last one of 7, of which at most 3 processes have a share.
        IImageSource source = new Noise(103);
        BatchLoader whole = Loader(source, BatchShare.Whole);
        BatchLoader[] shares = [.. Enumerable.Range(0, processes).Select(index => Loader(source, new(index, processes)))];
        for (int epoch = 0; epoch < 2; epoch++)
        {
            ImageBatch[] expected = [.. whole.Epoch(epoch)];
            ImageBatch[][] parts = [.. shares.Select(loader => loader.Epoch(epoch).ToArray())];
            Assert.All(parts, batches => Assert.Equal(expected.Length, batches.Length));
            for (int batch = 0; batch < expected.Length; batch++)
            {
                var seen = new List<int>();
                for (int process = 0; process < processes; process++)
                {
                    ImageBatch part = parts[process][batch];
                    int count = new BatchShare(process, processes).SampleCount(whole.SamplesOf(batch));
                    if (count == 0)
                    {
                        Assert.Equal(2, part.Count);
                        continue;
                    }
                    Assert.Equal(count, part.Count);
                    for (int i = 0; i < part.Count; i++)
                    {
                        int place = Array.IndexOf(expected[batch].Indices, part.Indices[i]);
                        seen.Add(place);
                        Assert.Equal(Sample(expected[batch], place), Sample(part, i));
                        Assert.Equal((expected[batch].Labels[place], expected[batch].Mixed!.Others[place], expected[batch].Mixed!.Shares[place]), (part.Labels[i], part.Mixed!.Others[i], part.Mixed!.Shares[i]));
                    }
                }
                Assert.Equal(Enumerable.Range(0, expected[batch].Count), seen.Order());
            }
        }
    }

    [Fact]
    public void Loader_ShareThatDoesNotExist_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Loader(new Noise(8), new(2, 2)));
        Assert.Contains("share 2 of 2 does not exist", error.Message, StringComparison.Ordinal);
    }

    static float[] Sample(ImageBatch batch, int index)
    {
        int length = batch.Values.Length / batch.Count;
        return batch.Values.Slice(index * length, length).ToArray();
    }

    static BatchLoader Loader(IImageSource source, BatchShare share) => new(
        source,
        new TrainingTransform(
            new() { Height = 8, Width = 8, ResizeShortSide = 8 },
            new() { Crop = CropMode.PadAndCrop, Padding = 2, Ops = AugmentationOps.Parse("mixup,cutmix") }),
        new() { BatchSize = 16, Workers = 2, Seed = 5, Shuffle = true, MinimumLastBatch = 2, Share = share });

    sealed class Noise(int count) : IImageSource
    {
        public int Count => count;

        public int NativeChannels => 3;

        public int Label(int index) => index % 5;

        public string Describe(int index) => $"noise {index}";

        public ImagePixels Load(int index, int channels, byte background)
        {
            byte[] data = new byte[8 * 8 * channels];
            new Random(index).NextBytes(data);
            return new(8, 8, channels, data);
        }
    }
}
