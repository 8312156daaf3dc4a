using Senet.Inference.Steps;

namespace Senet.Inference.Tests;

public class TilingTests
{
    [Theory]
    [InlineData(1, 6)]
    [InlineData(6, 6)]
    [InlineData(7, 6)]
    [InlineData(112, 6)]
    [InlineData(49, 14)]
    [InlineData(56, 14)]
    [InlineData(3, 1)]
    public void Of_AnyPixels_AreAsFewTilesAsCanBeOfNearlyOneSize(int pixels, int most)
    {
        var tiling = Tiling.Of(pixels, most);
        Assert.Equal(pixels, tiling.Long * tiling.Rows + tiling.Short * (tiling.Rows - 1));
        Assert.Equal((pixels + most - 1) / most, tiling.Count);
        Assert.InRange(tiling.Rows, 1, most);
        Assert.True(tiling.Long > 0 && (tiling.Short == 0 || tiling.Rows > 1));
    }
}
