using System.Globalization;

namespace Senet.Graph.Tests;

public class SeOptionsTests
{
    [Theory]
    [InlineData(256, 16, SeRounding.Exact, 16)]
    [InlineData(20, 16, SeRounding.Floor, 1)]
    [InlineData(8, 16, SeRounding.Floor, 1)]
    [InlineData(64, 16, SeRounding.MultipleOf8, 8)]
    [InlineData(192, 16, SeRounding.MultipleOf8, 16)]
    [InlineData(512, 16, SeRounding.MultipleOf8, 32)]
    public void WidthFor_Ratio_RoundsAsAsked(int channels, int ratio, SeRounding rounding, int expected) =>
        Assert.Equal(expected, new SeOptions { ReductionRatio = ratio, Rounding = rounding }.WidthFor(channels, "se"));

    [Fact]
    public void WidthFor_NotDivisible_SaysWhereWhatAndWhatToDo()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        SenetException error = Assert.Throws<SenetException>(() => new SeOptions { ReductionRatio = 20 }.WidthFor(96, "stage3.block2.se"));
        Assert.Equal(
            "stage3.block2.se: 96 channels are not divisible by reduction ratio 20 (96 / 20 = 4.8); choose a divisor of 96 or another rounding rule (floor, multiple-of-8)",
            error.Message);
    }

    [Fact]
    public void WidthFor_SqueezeWidth_Wins() =>
        Assert.Equal(5, new SeOptions { SqueezeWidth = 5, ReductionRatio = 7 }.WidthFor(64, "se"));

    [Fact]
    public void Build_NotDivisible_NamesTheBlock()
    {
        Architecture architecture = ArchitectureRegistry.Get("se-resnet-50");
        SenetException error = Assert.Throws<SenetException>(
            () => architecture.Build(architecture.Defaults with { Se = new() { ReductionRatio = 12 } }));
        Assert.StartsWith("layer1.0.se: 256 channels are not divisible by reduction ratio 12", error.Message, StringComparison.Ordinal);
    }
}
