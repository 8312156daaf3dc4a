namespace Senet.Graph;

/// <summary>
/// ResNeXts (Xie et al., arXiv:1611.05431, Table 1) and SE-ResNeXts (Hu et al., arXiv:1709.01507, Table 1): bottlenecks whose
/// 3x3 runs in groups. <c>32x4d</c> is cardinality 32 and base width 4. The stride is in the 3x3, as in the authors' Caffe
/// release and torchvision; max-pooling is Caffe's by default and torchvision's with <see cref="NetworkOptions.StemPool"/>.
/// Depth 26 is timm's.
/// </summary>
public static class ResNeXt
{
    static readonly (int Depth, int Cardinality, int BaseWidth, int[] Blocks)[] Table =
    [
        (26, 32, 4, [2, 2, 2, 2]),
        (50, 32, 4, [3, 4, 6, 3]),
        (101, 32, 4, [3, 4, 23, 3]),
        (101, 32, 8, [3, 4, 23, 3]),
        (101, 64, 4, [3, 4, 23, 3]),
    ];

    /// <summary><c>resnext-26-32x4d</c> to <c>resnext-101-64x4d</c>, each with and without SE.</summary>
    internal static IEnumerable<Architecture> Architectures =>
        from se in new[] { null, new SeOptions() }
        from row in Table
        select new Architecture(
            $"{(se is null ? "" : "se-")}resnext-{row.Depth}-{row.Cardinality}x{row.BaseWidth}d",
            se is null ? "ResNeXt" : "SE-ResNeXt",
            new(Channels: 3, Height: 224, Width: 224),
            new NetworkOptions { Se = se, BottleneckStride = BottleneckStride.Conv3x3 },
            (id, options) => ResidualNetwork.Build(id, options, ResidualNetwork.Stem, Block(row.Cardinality, row.BaseWidth), row.Blocks))
        {
            Choices = ResidualNetwork.Choices | NetworkChoices.BottleneckStride,
        };

    // The first two convolutions have cardinality * base width filters in the first stage, twice as many in each next one.
    static ResidualBlocks.Block Block(int cardinality, int baseWidth) => (net, name, input, width, stride, options) =>
    {
        int middle = width / 64 * baseWidth * cardinality;
        return ResidualBlocks.Bottleneck(net, name, input, new ResidualBlocks.BottleneckWidths(First: middle, Middle: middle, cardinality, Output: 4 * width), stride, options);
    };
}
