using Senet.Graph;
using Senet.Tests;

namespace Senet.Onnx.Tests;

/// <summary>Single nodes with numbers that no architecture has, at sizes that leave pixels over.</summary>
public class NodeExportTests
{
    static readonly Size2d[] Sizes = [new(7, 8), new(9, 10), new(12, 5)];

    public static TheoryData<int, int, int, PoolRounding, bool> Windows
    {
        get
        {
            var rows = new TheoryData<int, int, int, PoolRounding, bool>();
            foreach (PoolRounding rounding in Enum.GetValues<PoolRounding>())
            {
                foreach ((int kernel, int stride, int padding) in new[] { (2, 2, 0), (2, 2, 1), (3, 2, 0), (3, 2, 1), (3, 1, 1), (3, 3, 1), (1, 2, 0), (2, 3, 1), (5, 3, 2), (4, 4, 2) })
                {
                    // Cover is for maxima, and has its padding from the image's size.
                    if (rounding == PoolRounding.Cover && padding > 0)
                        continue;
                    rows.Add(kernel, stride, padding, rounding, true);
                    if (rounding != PoolRounding.Cover)
                        rows.Add(kernel, stride, padding, rounding, false);
                }
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Pooling_AnyWindow_AgreesAtEverySize(int kernel, int stride, int padding, PoolRounding rounding, bool countPadding)
    {
        NetworkGraph graph = Build(net => rounding == PoolRounding.Cover
            ? net.MaxPool("pool", net.Input, kernel, stride, padding, rounding)
            : net.Concat("cat", net.MaxPool("max", net.Input, kernel, stride, padding, rounding), net.AveragePool("mean", net.Input, kernel, stride, padding, rounding, countPadding)));
        foreach (Size2d size in Sizes)
            AssertParity(graph, new() { InputSize = size }, size);
        if (rounding == PoolRounding.Ceil && stride > kernel - padding)
        {
            SenetException error = Assert.Throws<SenetException>(() => AssertParity(graph, new(), Sizes));
            Assert.Contains($"{kernel}x{kernel} windows with stride {stride} cannot be written for images of any size; export with a fixed size", error.Message, StringComparison.Ordinal);
        }
        else
        {
            AssertParity(graph, new(), Sizes);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(11)]
    public void AdaptiveAveragePool_AnyCells_AgreesFixedAndDynamic(int cells)
    {
        NetworkGraph graph = Build(net => net.AdaptiveAveragePool("pool", net.Input, cells));
        foreach (Size2d size in (Size2d[])[.. Sizes, 7, 12, 22])
            AssertParity(graph, new() { InputSize = size }, size);
        AssertParity(graph, new(), Sizes);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    [InlineData(2, 1)]
    [InlineData(2, -1)]
    [InlineData(3, 2)]
    public void Subsample_AnyOffset_Agrees(int stride, int offset) =>
        AssertBoth(net => net.Subsample("pixels", net.Input, stride, offset));

    [Theory]
    [InlineData(4, 2)]
    [InlineData(7, 2)]
    [InlineData(9, 1)]
    public void ZeroPadShortcut_AnyChannels_Agrees(int channels, int stride) =>
        AssertBoth(net => net.ZeroPadShortcut("shortcut", net.Input, channels, stride));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void BlurPool_AnyStride_Agrees(int stride) => AssertBoth(net => net.BlurPool("blur", net.Input, stride));

    [Fact]
    public void Convolution_RectangularGroupedStrided_Agrees() =>
        AssertBoth(net => net.BatchNorm("bn", net.Conv("conv", net.Input, 6, new(1, 5), stride: 2, padding: new(0, 1), groups: 2, bias: true)));

    [Fact]
    public void ChannelShuffleScaleAndMix_Agree() => AssertBoth(net =>
    {
        Node shuffled = net.ChannelShuffle("shuffle", net.Input, 2);
        return net.ShakeMix("mix", net.Scale("scale", shuffled, 0.17), net.Dropout("drop", net.Input, 0.5), ShakeBackward.Shake);
    });

    // What two nodes read cannot be folded into one of them.
    [Fact]
    public void Fold_ConvolutionReadTwice_KeepsTheNormalisation()
    {
        NetworkGraph graph = Build(net =>
        {
            Node conv = net.Conv("conv", net.Input, 4, 3);
            return net.Sum("sum", net.BatchNorm("bn", conv), conv);
        });
        AssertParity(graph, new(), Sizes);
        using var network = new ExportedNetwork(graph);
        Assert.Contains(OnnxExporter.Build(graph, network.Weights, new()).Graph.Node, node => node.OpType == "BatchNormalization");
    }

    static void AssertBoth(Func<GraphBuilder, Node> build)
    {
        NetworkGraph graph = Build(build);
        AssertParity(graph, new(), Sizes);
        foreach (Size2d size in Sizes)
            AssertParity(graph, new() { InputSize = size }, size);
    }

    static NetworkGraph Build(Func<GraphBuilder, Node> build)
    {
        var net = new GraphBuilder(inputChannels: 4);
        return net.Build("test", build(net));
    }

    static void AssertParity(NetworkGraph graph, OnnxExportOptions options, params Size2d[] sizes)
    {
        using var network = new ExportedNetwork(graph);
        network.AssertParity(options, sizes);
    }
}
