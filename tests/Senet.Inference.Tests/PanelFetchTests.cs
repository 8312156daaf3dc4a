using Senet.Inference.Kernels;
using Senet.Inference.Steps;

namespace Senet.Inference.Tests;

public unsafe class PanelFetchTests
{
    [Theory]
    [InlineData(PanelFetch.FewTiles, 14)]
    [InlineData(PanelFetch.FewTiles, 2)]
    [InlineData(PanelFetch.AllTiles, 2)]
    [InlineData(PanelFetch.AllTiles, 3)]
    [InlineData(PanelFetch.AllTiles, 4)]
    [InlineData(PanelFetch.AllTiles, 14)]
    [InlineData(PanelFetch.AllTiles, 40)]
    public void Take_AllTiles_FetchTheNextPanelAndNothingElse(int fetchingTiles, int tiles)
    {
        const int Depth = 100;
        const int Lines = 2 * Depth;
        // Only addresses: nothing is read.
        long panel = 1 << 20, next = panel + Lines * WeightLines.Bytes;
        var fetch = new PanelFetch((float*)panel, new(0, 2, 0, Depth, 0), fetchingTiles, tiles);
        var seen = new HashSet<long>();
        int taking = 0;
        for (int t = 0; t < tiles; t++)
        {
            var tile = new Tile { Depth = Depth };
            bool takes = fetch.Take(&tile);
            Assert.Equal(takes, tile.Prefetch != null);
            taking += takes ? 1 : 0;
            for (int k = 0; takes && k < Depth; k++)
                seen.Add(((long)tile.Prefetch + k * tile.PrefetchStep - next) / WeightLines.Bytes);
        }
        Assert.InRange(taking, Math.Min(tiles, fetchingTiles) / 2 + 1, fetchingTiles);
        Assert.Equal(Enumerable.Range(0, Lines).Select(line => (long)line), seen.Order());
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(PanelFetch.AllTiles, 1)]
    public void Take_NothingToFetch_GivesNothing(int fetchingTiles, int vectors)
    {
        var fetch = new PanelFetch((float*)4096, new(0, vectors, 0, 10, 0), fetchingTiles, 5);
        var tile = new Tile { Depth = 10, Prefetch = (byte*)1, PrefetchStep = 1 };
        Assert.False(fetch.Take(&tile));
        Assert.True(tile.Prefetch == null && tile.PrefetchStep == 0);
    }
}
