namespace Senet.Graph;

/// <summary>
/// ResNets for CIFAR (He et al., arXiv:1512.03385, section 4.2): a 3x3 stem and three stages of n basic blocks with 16, 32
/// and 64 channels, depth 6n + 2, each with and without SE. Shortcuts are projections (option B) by default, as in the
/// public SE re-implementations; <see cref="ShortcutKind.ZeroPad"/> gives the original's option A. The SE paper states no
/// ratio of its own for CIFAR, so r = 16 holds and the squeeze widths are 1, 2 and 4.
/// </summary>
public static class CifarResNet
{
    static readonly int[] Depths = [8, 14, 20, 32, 44, 56, 110];

    /// <summary><c>resnet-8</c> to <c>resnet-110</c> and <c>se-resnet-8</c> to <c>se-resnet-110</c>.</summary>
    internal static IEnumerable<Architecture> Architectures =>
        from se in new[] { null, new SeOptions() }
        from depth in Depths
        select new Architecture(
            $"{(se is null ? "" : "se-")}resnet-{depth}",
            se is null ? "CIFAR ResNet" : "CIFAR SE-ResNet",
            new(Channels: 3, Height: 32, Width: 32),
            new NetworkOptions { Classes = 10, Se = se },
            (id, options) => Build(id, options, blocksPerStage: (depth - 2) / 6));

    static NetworkGraph Build(string id, NetworkOptions options, int blocksPerStage)
    {
        if (options.StemStride is not (1 or 2))
            throw new SenetException($"conv1: stem stride {options.StemStride}; expected 1 or 2");
        var net = new GraphBuilder(options.InputChannels);
        Node x = net.Conv("conv1", net.Input, 16, kernel: 3, options.StemStride);
        x = net.BatchNorm("bn1", x);
        x = net.Relu("relu", x);
        for (int stage = 0; stage < 3; stage++)
        {
            for (int i = 0; i < blocksPerStage; i++)
                x = ResidualBlocks.Basic(net, $"layer{stage + 1}.{i}", x, width: 16 << stage, stride: i == 0 && stage > 0 ? 2 : 1, options);
        }
        x = net.GlobalAveragePool("avgpool", x);
        x = net.Dropout("dropout", x, options.Dropout);
        return net.Build(id, net.Linear("fc", x, options.Classes));
    }
}
