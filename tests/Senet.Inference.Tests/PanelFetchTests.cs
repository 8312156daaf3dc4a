using Senet.Inference.Kernels;
using Senet.Inference.Steps;

namespace Senet.Inference.Tests;

public unsafe class PanelFetchTests
{
    [Theory]
    [InlineData(16, PanelFetch.FewTiles, 14)]
    [InlineData(16, PanelFetch.FewTiles, 2)]
    [InlineData(16, PanelFetch.AllTiles, 2)]
    [InlineData(16, PanelFetch.AllTiles, 3)]
    [InlineData(16, PanelFetch.AllTiles, 4)]
    [InlineData(16, PanelFetch.AllTiles, 14)]
    [InlineData(16, PanelFetch.AllTiles, 40)]
    [InlineData(8, PanelFetch.FewTiles, 3)]
    [InlineData(8, PanelFetch.AllTiles, 1)]
    [InlineData(8, PanelFetch.AllTiles, 3)]
    [InlineData(8, PanelFetch.AllTiles, 33)]
    public void Take_AllTiles_FetchThePanelAndNothingElse(int lanes, int fetchingTiles, int tiles)
    {
        const int Depth = 100;
        int lines = Depth * 2 * lanes * sizeof(float) / WeightLines.Bytes;
        // Only addresses: nothing is read.
        const long Panel = 1 << 20;
        foreach (int atOnce in new[] { 1, 5 })
        {
            var fetch = new PanelFetch((float*)Panel, 2, lanes, fetchingTiles, tiles);
            var seen = new HashSet<long>();
            int taking = 0;
            for (int t = 0; t < tiles; t += atOnce)
            {
                var tile = new Tile { Depth = Depth };
                int taken = fetch.Take(&tile, Math.Min(atOnce, tiles - t));
                Assert.Equal(taken > 0, tile.Prefetch != null);
                taking += taken;
                for (int k = 0; k < taken * Depth; k++)
                    seen.Add(((long)tile.Prefetch + k * tile.PrefetchStep - Panel) / WeightLines.Bytes);
            }
            int fewest = 2 * lanes * sizeof(float) / WeightLines.Bytes;
            Assert.InRange(taking, Math.Max(fewest, Math.Min(tiles, fetchingTiles) / 2), Math.Max(fewest, fetchingTiles));
            Assert.Equal(Enumerable.Range(0, lines).Select(line => (long)line), seen.Order());
        }
    }

    [Theory]
    [InlineData(16, 0, 2)]
    [InlineData(16, PanelFetch.AllTiles, 1)]
    [InlineData(4, PanelFetch.AllTiles, 2)]
    public void Take_NothingToFetch_GivesNothing(int lanes, int fetchingTiles, int vectors)
    {
        var fetch = new PanelFetch((float*)4096, vectors, lanes, fetchingTiles, 5);
        var tile = new Tile { Depth = 10, Prefetch = (byte*)1, PrefetchStep = 1 };
        Assert.Equal(0, fetch.Take(&tile, 3));
        Assert.True(tile.Prefetch == null && tile.PrefetchStep == 0);
    }
}
