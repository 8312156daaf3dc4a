using Senet.Graph;

namespace Senet.Data.Tests;

public sealed class BalancedOrderTests
{
    // 40, 8 and 2 images; class 1 has none.
    static readonly int[] Labels = [.. Enumerable.Repeat(0, 40), .. Enumerable.Repeat(2, 8), .. Enumerable.Repeat(3, 2)];

    [Fact]
    public void Create_UnevenClasses_VisitsThemEquallyOften()
    {
        int[] order = BalancedOrder.Create(Labels, 5, 0);
        Assert.Equal(Labels.Length, order.Length);
        int[] counts = [.. new[] { 0, 2, 3 }.Select(label => order.Count(index => Labels[index] == label))];
        Assert.Equal(50, counts.Sum());
        Assert.All(counts, count => Assert.InRange(count, 16, 17));
        // Every block of three holds each class once: a batch anywhere is balanced, too.
        for (int start = 0; start + 3 <= order.Length; start += 3)
            Assert.Equal([0, 2, 3], order.AsSpan(start, 3).ToArray().Select(index => Labels[index]).Order());
        // A frequent class draws without repeats, a rare one takes all of its images in turn.
        Assert.Equal(counts[0], order.Where(index => Labels[index] == 0).Distinct().Count());
        int[] rare = [.. order.Where(index => Labels[index] == 2)];
        Assert.Equal(Enumerable.Range(40, 8), rare[..8].Order());
        Assert.Equal(Enumerable.Range(40, 8), rare[8..16].Order());
    }

    [Fact]
    public void Create_OneSeedAndEpoch_IsAlwaysTheSame()
    {
        int[] order = BalancedOrder.Create(Labels, 5, 3);
        Assert.Equal(order, BalancedOrder.Create(Labels, 5, 3));
        Assert.NotEqual(order, BalancedOrder.Create(Labels, 5, 4));
        Assert.NotEqual(order, BalancedOrder.Create(Labels, 6, 3));
        Assert.Empty(BalancedOrder.Create([], 5, 0));
        // Over epochs every image of the frequent class has its turn.
        Assert.Equal(40, Enumerable.Range(0, 20).SelectMany(epoch => BalancedOrder.Create(Labels, 5, epoch)).Where(index => Labels[index] == 0).Distinct().Count());
    }

    [Fact]
    public void Repeats_CountsEarlierVisits() => Assert.Equal([0, 0, 1, 0, 2], BalancedOrder.Repeats([3, 1, 3, 0, 3]));

    [Fact]
    public void Epoch_Balanced_AugmentsEachVisitAnewAndResumes()
    {
        var preprocessing = new Preprocessing { Height = 8, Width = 8, ResizeShortSide = 8 };
        BatchLoader Loader(int workers) => new(
            new Noise(), new TrainingTransform(preprocessing, new() { Ops = AugmentationOps.Parse("color-jitter") }),
            new() { BatchSize = 7, Workers = workers, Seed = 5, Shuffle = true, Balanced = true, MinimumLastBatch = 2 });
        List<(int Index, float[] Values)> one = Samples(Loader(1), 0), four = Samples(Loader(4), 0), rest = Samples(Loader(2), 3);
        Assert.Equal(one.Select(sample => sample.Index), four.Select(sample => sample.Index));
        Assert.Equal(one.SelectMany(sample => sample.Values), four.SelectMany(sample => sample.Values));
        Assert.Equal(one.Skip(21).SelectMany(sample => sample.Values), rest.SelectMany(sample => sample.Values));
        // One of the two images of the rarest class, eight times and each time otherwise.
        float[][] visits = [.. one.Where(sample => sample.Index == 49).Select(sample => sample.Values)];
        Assert.InRange(visits.Length, 8, 9);
        Assert.Equal(visits.Length, visits.Select(values => values.Sum()).Distinct().Count());
        BatchLoader loader = Loader(1);
        int[] order = loader.Order(0);
        int last = Array.LastIndexOf(order, 49);
        Assert.Equal(one[last].Values, loader.Sample(0, order, last));
    }

    static List<(int Index, float[] Values)> Samples(BatchLoader loader, int firstBatch)
    {
        var samples = new List<(int, float[])>();
        foreach (ImageBatch batch in loader.Epoch(0, firstBatch, TestContext.Current.CancellationToken))
        {
            using (batch)
            {
                int length = batch.Values.Length / batch.Count;
                for (int i = 0; i < batch.Count; i++)
                    samples.Add((batch.Indices[i], batch.Values.Slice(i * length, length).ToArray()));
            }
        }
        return samples;
    }

    sealed class Noise : IImageSource
    {
        public int Count => Labels.Length;

        public int Label(int index) => Labels[index];

        public string Describe(int index) => $"noise {index}";

        public ImagePixels Load(int index, int channels, byte background)
        {
            byte[] pixels = new byte[12 * 12 * channels];
            new Random(index).NextBytes(pixels);
            return new(12, 12, channels, pixels);
        }
    }
}
