using Senet.Graph;

namespace Senet.Cli;

/// <summary>What one squeeze-and-excitation block reads and costs, and its share of the network.</summary>
sealed record SeBlockCost(string Name, string Recalibrates, int Channels, int SqueezeWidth, long Parameters, double ParameterShare, long Macs, double MacShare)
{
    /// <summary>The blocks of a network, in its order.</summary>
    public static IEnumerable<SeBlockCost> Of(NetworkCost cost)
    {
        long parameters = cost.Parameters;
        long macs = cost.Macs;
        foreach (LayerCost layer in cost.SeLayers)
        {
            var block = (SqueezeExciteNode)layer.Node;
            yield return new(
                block.Name, block.Inputs[0].Name, block.OutputChannels, block.SqueezeWidth,
                layer.Parameters, (double)layer.Parameters / parameters, layer.Macs, (double)layer.Macs / macs);
        }
    }
}
