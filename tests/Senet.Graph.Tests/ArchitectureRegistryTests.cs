namespace Senet.Graph.Tests;

public class ArchitectureRegistryTests
{
    [Theory]
    [InlineData("SE_ResNet50", "did you mean se-resnet-50?")]
    [InlineData("seresnet101", "did you mean se-resnet-101?")]
    [InlineData("se-resnet-51", "se-resnet-50")]
    public void Get_NearMiss_NamesTheNearest(string asked, string expected)
    {
        SenetException error = Assert.Throws<SenetException>(() => ArchitectureRegistry.Get(asked));
        Assert.StartsWith($"there is no architecture '{asked}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Get_KnownId_ReturnsIt() => Assert.Equal("se-resnet-50", ArchitectureRegistry.Get("se-resnet-50").Id);
}
