namespace Senet.Graph;

/// <summary>What the residual networks for ImageNet share: a stem, four stages of one block, pooling and a classifier.</summary>
static class ResidualNetwork
{
    /// <summary>Builds the network; stage s has <c>blocks[s]</c> blocks of base width 64 * 2^s, the first of stages 2 to 4 with stride 2.</summary>
    public static NetworkGraph Build(string id, NetworkOptions options, Func<GraphBuilder, Node> stem, ResidualBlocks.Block block, int[] blocks)
    {
        var net = new GraphBuilder(options.InputChannels);
        Node x = stem(net);
        bool padded = options.StemPool == StemPool.Padded;
        x = net.MaxPool("maxpool", x, kernel: 3, stride: 2, padding: padded ? 1 : 0, ceilMode: !padded);
        for (int stage = 0; stage < blocks.Length; stage++)
        {
            for (int i = 0; i < blocks[stage]; i++)
                x = block(net, $"layer{stage + 1}.{i}", x, width: 64 << stage, stride: i == 0 && stage > 0 ? 2 : 1, options);
        }
        x = net.GlobalAveragePool("avgpool", x);
        x = net.Dropout("dropout", x, options.Dropout);
        return net.Build(id, net.Linear("fc", x, options.Classes));
    }

    /// <summary>One 7x7 convolution of stride 2 and 64 filters.</summary>
    public static Node Stem7x7(GraphBuilder net)
    {
        Node x = net.Conv("conv1", net.Input, 64, kernel: 7, stride: 2);
        x = net.BatchNorm("bn1", x);
        return net.Relu("relu", x);
    }

    /// <summary>Three 3x3 convolutions of 64, 64 and 128 filters, the first of stride 2 (arXiv:1709.01507, appendix).</summary>
    public static Node Stem3x3(GraphBuilder net)
    {
        Node x = net.Input;
        foreach ((int number, int filters, int stride) in new[] { (1, 64, 2), (2, 64, 1), (3, 128, 1) })
        {
            x = net.Conv($"conv{number}", x, filters, kernel: 3, stride);
            x = net.BatchNorm($"bn{number}", x);
            x = net.Relu($"relu{number}", x);
        }
        return x;
    }
}
