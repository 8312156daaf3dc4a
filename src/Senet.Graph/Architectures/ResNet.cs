namespace Senet.Graph;

/// <summary>
/// ResNets for ImageNet (He et al., arXiv:1512.03385, Table 1) and SE-ResNets (Hu et al., arXiv:1709.01507, Table 1). By
/// default as in the authors' Caffe release: stride in the first 1x1 of a stage, max-pooling without padding and with
/// ceiling; <see cref="NetworkOptions.BottleneckStride"/> and <see cref="NetworkOptions.StemPool"/> give torchvision's, and with
/// them <see cref="NetworkOptions.Stem"/>, <see cref="NetworkOptions.Shortcut"/> and <see cref="NetworkOptions.AntiAlias"/> timm's
/// "d", "t" and "aa" networks.
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
            (id, options) => ResidualNetwork.Build(id, options, ResidualNetwork.Stem, row.Block, row.Blocks))
        {
            Choices = ResidualNetwork.Choices | (row.Depth >= 50 ? NetworkChoices.BottleneckStride : NetworkChoices.None),
        };
}
