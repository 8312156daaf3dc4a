namespace Senet.Graph;

/// <summary>
/// SENet-154 (Hu et al., arXiv:1709.01507, Table 8 and appendix): a 64x4d ResNeXt-152 with SE, the first 1x1 of each
/// bottleneck halved, three 3x3 convolutions as the stem, 3x3 projections in place of the strided 1x1 ones, and dropout 0.2
/// in front of the classifier. Stride in the 3x3, max-pooling as in the authors' Caffe release. Without SE
/// (<see cref="NetworkOptions.Se"/> null) it is the same network, which the paper does not report.
/// </summary>
public static class SeNet154
{
    /// <summary><c>senet-154</c>.</summary>
    internal static Architecture Architecture { get; } = new(
        "senet-154",
        "SENet",
        new(Channels: 3, Height: 224, Width: 224),
        new NetworkOptions { Se = new(), BottleneckStride = BottleneckStride.Conv3x3, Dropout = 0.2 },
        (id, options) => ResidualNetwork.Build(id, options, (net, _) => ResidualNetwork.Stem3x3(net, 64, 64, 128), Block, [3, 8, 36, 3]))
    {
        Choices = NetworkChoices.StemPool | NetworkChoices.BottleneckStride | NetworkChoices.SePlacement,
    };

    static Node Block(GraphBuilder net, string name, Node input, int width, int stride, NetworkOptions options) =>
        ResidualBlocks.Bottleneck(
            net, name, input, new ResidualBlocks.BottleneckWidths(First: 2 * width, Middle: 4 * width, Groups: 64, Output: 4 * width, DownsampleKernel: 3), stride, options);
}
