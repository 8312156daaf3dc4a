namespace Senet.Graph.Tests;

/// <summary>The published counts that the README and the summary quote.</summary>
public class NetworkCostTests
{
    [Theory]
    [InlineData(BottleneckStride.Conv1x1, true, 28_088_024, 3.860)]
    [InlineData(BottleneckStride.Conv3x3, true, 28_088_024, 4.092)]
    [InlineData(BottleneckStride.Conv1x1, false, 28_071_976, 3.860)]
    public void Cost_SeResNet50_MatchesPublishedCounts(BottleneckStride stride, bool biases, long parameters, double gigaMacs)
    {
        Architecture architecture = ArchitectureRegistry.Get("se-resnet-50");
        NetworkOptions options = architecture.Defaults with { BottleneckStride = stride, Se = new() { Biases = biases } };
        NetworkCost cost = architecture.Build(options).Cost(architecture.Input);
        Assert.Equal(parameters, cost.Parameters);
        Assert.Equal(gigaMacs, Math.Round(cost.Macs / 1e9, 3));
        Assert.Equal(0.011, Math.Round(cost.SeElementOperations / 1e9, 3));
        // Equation 5: (2 / r) * sum over stages of N_s * C_s^2, weights only.
        Assert.Equal(2_514_944, cost.SeMacs);
        Assert.Equal(2_514_944 + (biases ? 16_048 : 0), cost.SeParameters);
    }

    [Theory]
    [InlineData("se-resnet-18", 11_778_592)]
    [InlineData("se-resnet-101", 49_326_872)]
    [InlineData("se-resnet-152", 66_821_848)]
    [InlineData("se-resnet-20", 274_847)]
    [InlineData("se-resnet-56", 862_889)]
    [InlineData("se-resnet-110", 1_744_952)]
    public void ParameterCount_Defaults_MatchesPublishedCounts(string id, long parameters) =>
        Assert.Equal(parameters, ArchitectureRegistry.Get(id).Build().ParameterCount);

    [Fact]
    public void Cost_SumOfLayers_IsTheTotal()
    {
        NetworkCost cost = ArchitectureRegistry.Get("se-resnet-20").Build().Cost(new(3, 32, 32));
        Assert.Equal(cost.Layers.Sum(layer => layer.Macs), cost.Macs);
        Assert.True(cost.SeParameters < cost.Parameters / 50);
    }
}
