using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Steps;

namespace Senet.Inference.Tests;

public unsafe class WeightStreamTests
{
    const int Depth = 3;

    [Theory]
    [InlineData(1, 7, 0, 1 << 20)]
    [InlineData(2, 7, 0, 6000)]
    [InlineData(2, 5, 6000, 8000)]
    [InlineData(3, 64, 4096, 1 << 20)]
    [InlineData(8, 4, 0, 6000)]
    public void Share_AllItems_AreTheBeginningsOfTheThreadsParts(int threads, int items, long skipped, long bytes)
    {
        // Only addresses: nothing is read.
        const long Length = 24_000;
        PackedBlob blob = PackedBlob.Mapped((float*)4096, Length);
        var stream = new WeightStream(blob, skipped, bytes, threads);
        var seen = new int[Length * sizeof(float)];
        for (int thread = 0; thread < threads; thread++)
        {
            // As the pool shares items out.
            for (int item = items * thread / threads; item < items * (thread + 1) / threads; item++)
            {
                WeightLines lines = stream.Share(item, items);
                for (byte* first = Take(ref lines, 1); first != null; first = Take(ref lines, 1))
                {
                    long position = first - (byte*)blob.Floats;
                    long part = Length / threads * sizeof(float);
                    Assert.InRange(position, part * thread, part * (thread + 1) - 1);
                    seen[position / WeightLines.Bytes]++;
                }
            }
        }
        // Of each part that has items, the bytes behind those skipped, as many as there are.
        for (int thread = 0; thread < threads; thread++)
        {
            bool hasItems = items * (thread + 1) / threads > items * thread / threads;
            long part = Length / threads * sizeof(float);
            long begin = part * thread + Math.Min(part, skipped / sizeof(float) / threads * sizeof(float));
            long end = begin + Math.Min(part * (thread + 1) - begin, bytes / sizeof(float) / threads * sizeof(float));
            for (long line = (part * thread + WeightLines.Bytes - 1) / WeightLines.Bytes; line < part * (thread + 1) / WeightLines.Bytes; line++)
            {
                bool isWanted = hasItems && line * WeightLines.Bytes >= begin && (line + 1) * WeightLines.Bytes <= end;
                bool isNear = hasItems && (line + 1) * WeightLines.Bytes > begin - WeightLines.Bytes && line * WeightLines.Bytes < end + WeightLines.Bytes;
                Assert.True(!isWanted || seen[line] > 0, $"line {line} of part {thread} is not fetched");
                Assert.True(isNear || seen[line] == 0, $"line {line} of part {thread} is fetched");
            }
        }
    }

    [Fact]
    public void Take_DeeperTile_TakesALineForEachInput()
    {
        WeightLines lines = new((byte*)0x10000, (byte*)0x10000 + 5 * WeightLines.Bytes);
        Assert.Equal(0x10000, (long)Take(ref lines, Depth));
        Assert.Equal(0x10000 + Depth * WeightLines.Bytes, (long)Take(ref lines, Depth));
        Assert.True(Take(ref lines, Depth) == null);
        WeightLines none = default;
        Assert.True(Take(ref none, Depth) == null);
    }

    [Fact]
    public void Take_MoreTilesThanLines_CountsThoseThatHaveSome()
    {
        WeightLines lines = new((byte*)0x10000, (byte*)0x10000 + 5 * WeightLines.Bytes);
        var tile = new Tile { Depth = Depth };
        Assert.Equal(2, lines.Take(&tile, 7));
        Assert.Equal((0x10000, WeightLines.Bytes), ((long)tile.Prefetch, (int)tile.PrefetchStep));
        Assert.Equal(5, lines.Take(&tile, 5));
        Assert.True(tile.Prefetch == null && tile.PrefetchStep == 0);
    }

    static byte* Take(ref WeightLines lines, int depth)
    {
        var tile = new Tile { Depth = depth };
        Assert.Equal(1, lines.Take(&tile, 1));
        return tile.Prefetch;
    }
}
