namespace Senet.Graph;

/// <summary>
/// ResNets for ImageNet (He et al., arXiv:1512.03385, Table 1) and SE-ResNets (Hu et al., arXiv:1709.01507, Table 1). By
/// default as in the authors' Caffe release: stride in the first 1x1 of a stage, max-pooling without padding and with
/// ceiling; <see cref="NetworkOptions.BottleneckStride"/> and <see cref="NetworkOptions.StemPool"/> give torchvision's.
/// The paper has no SE-ResNet-18 and -34; they are the same blocks in the basic form, SE before the addition.
/// </summary>
public static class ResNet
{
    static readonly (int Depth, ResidualBlocks.Block Block, int[] Blocks)[] Table =
    [
        (18, ResidualBlocks.Basic, [2, 2, 2, 2]),
        (34, ResidualBlocks.Basic, [3, 4, 6, 3]),
        (50, ResidualBlocks.Bottleneck, [3, 4, 6, 3]),
        (101, ResidualBlocks.Bottleneck, [3, 4, 23, 3]),
        (152, ResidualBlocks.Bottleneck, [3, 8, 36, 3]),
    ];

    /// <summary><c>resnet-18</c> to <c>resnet-152</c> and <c>se-resnet-18</c> to <c>se-resnet-152</c>.</summary>
    internal static IEnumerable<Architecture> Architectures =>
        from se in new[] { null, new SeOptions() }
        from row in Table
        select new Architecture(
            $"{(se is null ? "" : "se-")}resnet-{row.Depth}",
            se is null ? "ResNet" : "SE-ResNet",
            new(Channels: 3, Height: 224, Width: 224),
            new NetworkOptions { Se = se },
            (id, options) => Build(id, options, row.Block, row.Blocks));

    static NetworkGraph Build(string id, NetworkOptions options, ResidualBlocks.Block block, int[] blocks)
    {
        var net = new GraphBuilder(options.InputChannels);
        Node x = net.Conv("conv1", net.Input, 64, kernel: 7, stride: 2);
        x = net.BatchNorm("bn1", x);
        x = net.Relu("relu", x);
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
}
