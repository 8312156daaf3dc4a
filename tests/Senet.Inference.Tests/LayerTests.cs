using Senet.Graph;
using Senet.Inference.Planning;

namespace Senet.Inference.Tests;

/// <summary>Single layers of every kind against the Torch backend in double, with the design note's bounds for one layer.</summary>
public class LayerTests
{
    // Of the layer's largest value.
    const double Direct = 3e-6;
    const double Winograd4 = 1e-5;

    // Strassen's sums of inputs and weights cost a factor of two to three against direct products.
    const double Strassen = 6e-6;

    public static TheoryData<int, int, int, int, int, int, int, int> Convolutions
    {
        get
        {
            var data = new TheoryData<int, int, int, int, int, int, int, int>();
            // Kernel, stride, padding, groups, input and output channels, image size.
            foreach ((int kh, int kw, int stride, int padding, int groups, int inputs, int outputs, int size) in new[]
            {
                (1, 1, 1, 0, 1, 16, 32, 7), (1, 1, 1, 0, 1, 33, 47, 15), (1, 1, 2, 0, 1, 40, 24, 9), (1, 1, 1, 0, 1, 1, 1, 5), (1, 1, 3, 0, 1, 16, 16, 11),
                (3, 3, 1, 1, 1, 8, 8, 6), (3, 3, 1, 1, 1, 16, 16, 14), (3, 3, 1, 1, 1, 64, 64, 15), (3, 3, 1, 0, 1, 32, 48, 13), (3, 3, 1, 1, 1, 24, 40, 7), (3, 3, 1, 1, 1, 256, 64, 7),
                (3, 3, 2, 1, 1, 32, 32, 14), (3, 3, 2, 0, 1, 20, 36, 13), (3, 3, 2, 1, 1, 16, 20, 7), (5, 5, 1, 2, 1, 48, 64, 9), (7, 7, 2, 3, 1, 17, 16, 20), (5, 5, 3, 2, 1, 16, 16, 14),
                (1, 7, 1, -1, 1, 32, 40, 9), (7, 1, 1, -1, 1, 32, 40, 9), (1, 3, 1, -1, 1, 16, 16, 8), (3, 1, 1, -1, 1, 16, 16, 8),
                (3, 3, 1, 1, 32, 128, 128, 14), (3, 3, 2, 1, 32, 128, 128, 15), (3, 3, 1, 1, 32, 256, 256, 7), (3, 3, 2, 1, 16, 128, 128, 9), (3, 3, 1, 1, 32, 64, 128, 10), (3, 3, 1, 1, 32, 128, 256, 9), (3, 3, 1, 1, 32, 256, 512, 6),
                (3, 3, 1, 1, 8, 128, 128, 14), (3, 3, 1, 1, 4, 128, 128, 14), (3, 3, 2, 1, 4, 128, 128, 14), (1, 1, 1, 0, 3, 240, 60, 9), (1, 1, 1, 0, 3, 60, 240, 9), (1, 1, 1, 0, 8, 48, 24, 5), (3, 3, 1, 1, 4, 20, 12, 9),
                (3, 3, 1, 1, 32, 32, 32, 9), (3, 3, 2, 1, 32, 32, 32, 9), (3, 3, 1, 1, 20, 20, 20, 5), (5, 5, 2, 2, 20, 20, 20, 11), (3, 3, 1, 1, 16, 16, 48, 9),
                (1, 1, 1, 0, 1, 512, 128, 14), (1, 1, 1, 0, 1, 1024, 256, 11), (1, 1, 1, 0, 1, 384, 64, 28),
            })
            {
                data.Add(kh, kw, stride, padding, groups, inputs, outputs, size);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Convolutions))]
    public void Convolution_MatchesTorchInDouble(int kh, int kw, int stride, int padding, int groups, int inputs, int outputs, int size)
    {
        var kernel = new Size2d(kh, kw);
        Size2d pad = padding < 0 ? kernel.Half : padding;
        double tolerance = Tolerance(kh, kw, stride, inputs);
        // Behind another layer, so that the input is in blocks; and as the network's first layer, where it is in planes.
        AssertLayer(inputs, size, tolerance, (net, x) => net.BatchNorm("bn", net.Conv("conv", x, outputs, kernel, stride, pad, groups, bias: true)));
        if (stride <= 2 && groups == 1)
        {
            var builder = new GraphBuilder(inputs);
            Node y = builder.Relu("relu", builder.Conv("conv", builder.Input, outputs, kernel, stride, pad, bias: true));
            Compare(builder.Build("planes", builder.Flatten("flat", y, Side(y, builder, size))), size, tolerance);
        }
    }

    public static TheoryData<int, int, int, PoolRounding, int> Pools
    {
        get
        {
            var data = new TheoryData<int, int, int, PoolRounding, int>();
            foreach (int size in new[] { 7, 8, 9, 14 })
            {
                foreach (PoolRounding rounding in Enum.GetValues<PoolRounding>())
                {
                    data.Add(3, 2, 0, rounding, size);
                    data.Add(3, 2, 1, rounding, size);
                    data.Add(3, 1, 1, rounding, size);
                    data.Add(2, 2, 0, rounding, size);
                    data.Add(5, 3, 2, rounding, size);
                }
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pools))]
    public void Pooling_MatchesTorchInDouble(int kernel, int stride, int padding, PoolRounding rounding, int size)
    {
        AssertLayer(20, size, Direct, (net, x) => net.MaxPool("pool", x, kernel, stride, padding, rounding));
        if (rounding == PoolRounding.Cover)
            return;
        AssertLayer(20, size, Direct, (net, x) => net.AveragePool("pool", x, kernel, stride, padding, rounding, countPadding: true));
        AssertLayer(20, size, Direct, (net, x) => net.AveragePool("pool", x, kernel, stride, padding, rounding, countPadding: false));
    }

    [Fact]
    public void OtherLayers_MatchTorchInDouble()
    {
        AssertLayer(20, 9, Direct, (net, x) => net.BlurPool("blur", x, 2));
        AssertLayer(20, 9, Direct, (net, x) => net.AdaptiveAveragePool("pool", x, 7));
        AssertLayer(20, 5, Direct, (net, x) => net.AdaptiveAveragePool("pool", x, 7));
        AssertLayer(20, 9, Direct, (net, x) => net.Subsample("every", x, 2, -1));
        AssertLayer(20, 9, Direct, (net, x) => net.Subsample("every", x, 2, 1));
        AssertLayer(16, 9, Direct, (net, x) => net.ZeroPadShortcut("pad", x, 32, 2));
        AssertLayer(20, 9, Direct, (net, x) => net.ZeroPadShortcut("pad", x, 33, 1));
        AssertLayer(24, 9, Direct, (net, x) => net.ChannelShuffle("shuffle", x, 3));
        AssertLayer(24, 9, Direct, (net, x) => net.Scale("scale", x, 0.3));
        AssertLayer(24, 9, Direct, (net, x) => net.Relu("relu", net.BatchNorm("bn", x)));
        AssertLayer(24, 9, Direct, (net, x) => net.Sum("sum", x, x));
        AssertLayer(24, 9, Direct, (net, x) => net.ShakeMix("mix", x, net.Conv("c", x, 24, 1), ShakeBackward.Even));
        AssertLayer(24, 9, Direct, (net, x) => net.Relu("relu", net.Concat("joined", net.Conv("c", x, 40, 1), net.MaxPool("p", x, 3, 1, 1), x, net.Input)));
        AssertLayer(24, 9, Direct, (net, x) => net.Sum("sum", net.Concat("joined", net.Conv("c", x, 8, 1), net.Conv("d", x, 16, 1)), x));
        AssertLayer(24, 9, Direct, (net, x) => net.Sum("sum", net.Relu("r", net.ChannelShuffle("shuffle", x, 3)), x));
        AssertLayer(24, 9, Winograd4, (net, x) => net.SqueezeExcite("se", net.Conv("c", x, 32, 3), new SeOptions { ReductionRatio = 4 }));
        AssertLayer(24, 9, Winograd4, (net, x) => net.SqueezeExcite("se", net.Conv("c", x, 32, 3, groups: 4), new SeOptions { ReductionRatio = 4 }));
        AssertLayer(24, 9, Direct, (net, x) => net.SqueezeExcite("se", net.Conv("c", x, 32, 3, stride: 2), new SeOptions { ReductionRatio = 4 }));
        AssertLayer(24, 9, Direct, (net, x) => net.SqueezeExcite("se", net.Conv("c", x, 24, 3, groups: 24), new SeOptions { ReductionRatio = 4 }));
        AssertLayer(24, 9, Direct, (net, x) => net.MaxPool("pool", net.SqueezeExcite("se", x, new SeOptions { ReductionRatio = 4, Gate = ExcitationGate.Tanh }), 3, 2));
        AssertLayer(24, 9, Direct, (net, x) => net.Conv("c", net.SqueezeExcite("se", x, new SeOptions { ReductionRatio = 4 }), 24, 3, groups: 24));
        AssertLayer(24, 9, Winograd4, (net, x) => net.Conv("c", net.SqueezeExcite("se", x, new SeOptions { ReductionRatio = 4 }), 24, 3));
        AssertLayer(24, 3, Direct, (net, x) => net.Conv("c", net.SqueezeExcite("se", x, new SeOptions { ReductionRatio = 4 }), 24, 3));
    }

    [Theory]
    [InlineData(InstructionSet.Avx2)]
    [InlineData(InstructionSet.Vector128)]
    [InlineData(InstructionSet.Scalar)]
    public void Convolutions_OtherInstructionSets_MatchTorchInDouble(InstructionSet set)
    {
        InstructionSets.SkipWithout(set);
        foreach (TheoryDataRow<int, int, int, int, int, int, int, int> row in Convolutions)
        {
            (int kh, int kw, int stride, int padding, int groups, int inputs, int outputs, int size) = row.Data;
            var kernel = new Size2d(kh, kw);
            AssertLayer(inputs, size, Tolerance(kh, kw, stride, inputs), (net, x) => net.Conv("conv", x, outputs, kernel, stride, padding < 0 ? kernel.Half : padding, groups, bias: true), set);
        }
    }

    // Behind a 1x1 convolution: a depthwise one, for which its result has a frame; a gate, for which it is summed; the next block.
    public static TheoryData<int, int, int> Halves
    {
        get
        {
            var data = new TheoryData<int, int, int>();
            foreach (int size in new[] { 10, 14, 15, 22, 28 })
            {
                data.Add(size, 128, 128);
                data.Add(size, 640, 192);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Halves))]
    public void PointwiseConvolution_WhateverFollows_MatchesTorchInDouble(int size, int inputs, int outputs)
    {
        foreach (CoreModel core in new[] { CoreModel.NearCache, CoreModel.NearCacheNarrow, CoreModel.FarCache })
        {
            AssertLayer(inputs, size, Strassen, (net, x) => net.Conv("depthwise", net.Relu("relu", net.Conv("conv", x, outputs, 1)), outputs, 3, padding: 1, groups: outputs), core: core);
            AssertLayer(inputs, size, Strassen, (net, x) => net.SqueezeExcite("se", net.Relu("relu", net.Conv("conv", x, outputs, 1)), new SeOptions { ReductionRatio = 4 }), core: core);
            AssertLayer(inputs, size, Strassen, (net, x) => net.Relu("out", net.Sum("sum", net.Conv("conv", x, inputs, 1), x)), core: core);
        }
    }

    [Theory]
    [MemberData(nameof(Halves))]
    public void ProjectionWithStride_MatchesTorchInDouble(int size, int inputs, int outputs)
    {
        foreach (CoreModel core in new[] { CoreModel.NearCache, CoreModel.NearCacheNarrow, CoreModel.FarCache })
        {
            AssertLayer(inputs, 2 * size, Strassen, (net, x) =>
            {
                Node main = net.Conv("last", net.Relu("relu", net.Conv("depthwise", x, inputs, 3, stride: 2, padding: 1, groups: inputs)), outputs, 1);
                return net.Relu("out", net.Sum("sum", main, net.BatchNorm("bn", net.Conv("side", x, outputs, 1, stride: 2))));
            }, core: core);
        }
    }

    [Fact]
    public void Profile_NarrowVectors_HalvesResultsWithAFrameAndGathersForProjections()
    {
        InstructionSets.SkipWithout(InstructionSet.Avx2);
        var builder = new GraphBuilder(128);
        Node x = builder.BatchNorm("first", builder.Input);
        Node framed = builder.Conv("depthwise", builder.Relu("relu", builder.Conv("conv", x, 128, 1)), 128, 3, stride: 2, padding: 1, groups: 128);
        Node y = builder.Sum("sum", builder.Conv("last", builder.Relu("r", framed), 256, 1), builder.Conv("side", x, 256, 1, stride: 2));
        var network = new FilledNetwork(builder.Build("block", builder.Flatten("flat", y, 14)));
        using InferencePlan plan = network.Compile(new() { Core = CoreModel.NearCacheNarrow });
        var methods = plan.Profile(network.Images(1, 28, 28), 28, 28, passes: 1).ToDictionary(step => step.Name, step => step.Method);
        Assert.Equal(("strassen", "gather", "strassen"), (methods["relu"], methods["side.gather"], methods["sum"]));
    }

    static double Tolerance(int kh, int kw, int stride, int inputs) => stride == 1 && kh == 3 && kw == 3 ? Winograd4 : inputs >= 384 ? Strassen : Direct;

    // A batch normalisation in front turns the planes into blocks; the layer's map is the output, pixel by pixel.
    static void AssertLayer(int channels, int size, double tolerance, Func<GraphBuilder, Node, Node> layer, InstructionSet? set = null, CoreModel? core = null)
    {
        var builder = new GraphBuilder(channels);
        Node x = builder.BatchNorm("first", builder.Input);
        Node y = layer(builder, x);
        Compare(builder.Build("layer", builder.Flatten("flat", y, Side(y, builder, size))), size, tolerance, set, core);
    }

    static int Side(Node y, GraphBuilder builder, int size) =>
        builder.Build("shape", y).InferShapes(new(builder.Input.OutputChannels, size, size))[^1].Height;

    static void Compare(NetworkGraph graph, int size, double tolerance, InstructionSet? set = null, CoreModel? core = null)
    {
        var network = new FilledNetwork(graph);
        foreach (int count in new[] { 1, 3 })
        {
            using InferencePlan plan = network.Compile(new() { InstructionSet = set, Core = core });
            network.AssertParity(plan, count, size, size, tolerance);
        }
    }
}
