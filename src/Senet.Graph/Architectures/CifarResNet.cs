namespace Senet.Graph;

/// <summary>
/// ResNets for CIFAR (He et al., arXiv:1512.03385, section 4.2): a 3x3 stem and three stages of n basic blocks with 16, 32
/// and 64 channels, depth 6n + 2, each with and without SE; depth 164 has bottlenecks, 9n + 2, with the stride in the 3x3.
/// Shortcuts are projections (option B) by default, as in the public SE re-implementations;
/// <see cref="ShortcutKind.ZeroPad"/> gives the original's option A. The SE paper states no ratio of its own for CIFAR, so
/// r = 16 holds, as in pytorchcv: squeeze widths 1, 2 and 4 in the basic blocks.
/// </summary>
public static class CifarResNet
{
    static readonly (int Depth, ResidualBlocks.Block Block, int BlocksPerStage)[] Table =
    [
        (8, ResidualBlocks.Basic, 1),
        (14, ResidualBlocks.Basic, 2),
        (20, ResidualBlocks.Basic, 3),
        (32, ResidualBlocks.Basic, 5),
        (44, ResidualBlocks.Basic, 7),
        (56, ResidualBlocks.Basic, 9),
        (110, ResidualBlocks.Basic, 18),
        (164, ResidualBlocks.Bottleneck, 18),
    ];

    /// <summary><c>resnet-8</c> to <c>resnet-164</c> and <c>se-resnet-8</c> to <c>se-resnet-164</c>.</summary>
    internal static IEnumerable<Architecture> Architectures =>
        from se in new[] { null, new SeOptions() }
        from row in Table
        let bottleneck = row.Depth == 164
        select new Architecture(
            $"{(se is null ? "" : "se-")}resnet-{row.Depth}",
            se is null ? "CIFAR ResNet" : "CIFAR SE-ResNet",
            new(Channels: 3, Height: 32, Width: 32),
            new NetworkOptions { Classes = 10, Se = se, BottleneckStride = bottleneck ? BottleneckStride.Conv3x3 : BottleneckStride.Conv1x1 },
            (id, options) => Build(id, options, row.Block, row.BlocksPerStage))
        {
            Choices = ResidualBlocks.Choices | NetworkChoices.StemStride | (bottleneck ? NetworkChoices.BottleneckStride : NetworkChoices.None),
        };

    static NetworkGraph Build(string id, NetworkOptions options, ResidualBlocks.Block block, int blocksPerStage)
    {
        if (options.StemStride is not (1 or 2))
            throw new SenetException($"conv1: stem stride {options.StemStride}; expected 1 or 2");
        var net = new GraphBuilder(options.InputChannels);
        Node x = net.ConvNormRelu("conv1", "bn1", "relu", net.Input, 16, kernel: 3, options.StemStride);
        x = ThreeStages(net, x, [16, 32, 64], blocksPerStage, block, options);
        return ResidualNetwork.Head(net, id, x, options);
    }

    /// <summary>Three stages of the given base widths, the last two of which begin with stride 2.</summary>
    internal static Node ThreeStages(GraphBuilder net, Node x, int[] widths, int blocksPerStage, ResidualBlocks.Block block, NetworkOptions options)
    {
        for (int stage = 0; stage < widths.Length; stage++)
        {
            net.BeginStage(stage + 1);
            for (int i = 0; i < blocksPerStage; i++)
                x = block(net, $"layer{stage + 1}.{i}", x, widths[stage], stride: i == 0 && stage > 0 ? 2 : 1, options.ForStage(stage + 1));
        }
        return x;
    }
}
