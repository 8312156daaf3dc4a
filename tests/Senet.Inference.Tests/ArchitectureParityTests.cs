using Senet.Graph;

namespace Senet.Inference.Tests;

/// <summary>Whole networks against the Torch backend in double.</summary>
public class ArchitectureParityTests
{
    public static TheoryData<string> Architectures => [.. ArchitectureRegistry.All.Select(architecture => architecture.Id)];

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Run_EveryArchitecture_MatchesTorchInDouble(string id)
    {
        FilledNetwork network = FilledNetwork.OfArchitecture(id);
        using InferencePlan plan = network.Compile();
        int size = Math.Max(network.Graph.SmallestInput, 48);
        network.AssertParity(plan, 3, size, size);
    }

    // One of each family; odd sizes have border tiles, oblong ones show swapped axes.
    [Theory]
    [InlineData("se-resnet-50", 1, 224, 224)]
    [InlineData("se-resnet-50", 8, 97, 97)]
    [InlineData("se-resnet-50", 1, 160, 320)]
    [InlineData("resnet-18", 3, 97, 160)]
    [InlineData("se-resnet-18", 8, 32, 32)]
    [InlineData("resnext-50-32x4d", 1, 160, 97)]
    [InlineData("se-resnext-50-32x4d", 8, 97, 97)]
    [InlineData("se-vgg-11", 1, 97, 97)]
    [InlineData("vgg-11", 8, 32, 32)]
    [InlineData("se-bn-inception", 3, 97, 160)]
    [InlineData("se-inception-resnet-v2", 1, 97, 160)]
    [InlineData("se-mobilenet", 8, 97, 97)]
    [InlineData("mobilenet", 1, 320, 160)]
    [InlineData("se-shufflenet-g3", 8, 97, 97)]
    [InlineData("shufflenet-g8", 1, 160, 97)]
    [InlineData("se-resnet-20", 8, 32, 32)]
    [InlineData("se-preact-resnet-164", 8, 33, 32)]
    [InlineData("se-wrn-16-8", 1, 97, 97)]
    [InlineData("se-shake-even-29-2x4x64d", 8, 32, 33)]
    public void Run_OtherSizesAndBatches_MatchesTorchInDouble(string id, int count, int height, int width)
    {
        FilledNetwork network = FilledNetwork.OfArchitecture(id);
        using InferencePlan plan = network.Compile();
        network.AssertParity(plan, count, height, width);
    }

    public static TheoryData<string> Options => [.. Variations.Keys];

    static readonly Dictionary<string, (string Id, Func<NetworkOptions, NetworkOptions> Change)> Variations = new()
    {
        ["PRE"] = ("se-resnet-50", o => o with { Se = new() { Placement = SePlacement.Pre } }),
        ["POST"] = ("se-resnet-50", o => o with { Se = new() { Placement = SePlacement.Post } }),
        ["Identity"] = ("se-resnet-50", o => o with { Se = new() { Placement = SePlacement.Identity } }),
        ["inside the 3x3"] = ("se-resnet-50", o => o with { Se = new() { Placement = SePlacement.Inside3x3 } }),
        ["inside the 3x3, basic"] = ("se-resnet-18", o => o with { Se = new() { Placement = SePlacement.Inside3x3 } }),
        ["inside the 3x3, pre-activated"] = ("se-preact-resnet-164", o => o with { Se = new() { Placement = SePlacement.Inside3x3 } }),
        ["maximum"] = ("se-resnet-18", o => o with { Se = new() { Squeeze = SqueezeOperator.Max } }),
        ["no squeeze"] = ("se-resnet-18", o => o with { Se = new() { Squeeze = SqueezeOperator.None } }),
        ["no squeeze, shuffled"] = ("se-shufflenet-g3", o => o with { Se = new() { Squeeze = SqueezeOperator.None, Rounding = SeRounding.Floor } }),
        ["tanh"] = ("se-resnet-50", o => o with { Se = new() { Gate = ExcitationGate.Tanh } }),
        ["tanh in front of a pooling"] = ("se-vgg-11", o => o with { Se = new() { Gate = ExcitationGate.Tanh } }),
        ["relu"] = ("se-vgg-11", o => o with { Se = new() { Gate = ExcitationGate.Relu } }),
        ["no biases"] = ("se-resnet-50", o => o with { Se = new() { Biases = false } }),
        ["relu before"] = ("se-resnet-18", o => o with { Se = new() { ReluBefore = true } }),
        ["stages"] = ("se-resnet-50", o => o with { Se = new() { Stages = SeStages.Stage3 } }),
        ["stride in the 3x3"] = ("se-resnet-50", o => o with { BottleneckStride = BottleneckStride.Conv3x3 }),
        ["padded stem pooling"] = ("resnet-18", o => o with { StemPool = StemPool.Padded }),
        ["deep stem"] = ("resnet-18", o => o with { Stem = StemKind.Deep }),
        ["tiered stem"] = ("resnet-50", o => o with { Stem = StemKind.Tiered }),
        ["average-pooled shortcut"] = ("resnet-50", o => o with { Shortcut = ShortcutKind.AveragePool }),
        ["zero-padded shortcut"] = ("se-resnet-20", o => o with { Shortcut = ShortcutKind.ZeroPad }),
        ["anti-aliased"] = ("resnet-18", o => o with { AntiAlias = true }),
        ["anti-aliased bottlenecks"] = ("se-resnet-50", o => o with { AntiAlias = true, BottleneckStride = BottleneckStride.Conv3x3 }),
        ["narrow blocks"] = ("resnet-18", o => o with { BlockReduceFirst = 2 }),
        ["odd widths"] = ("mobilenet", o => o with { WidthMultiplier = 0.37 }),
        ["odd widths with SE"] = ("se-mobilenet", o => o with { WidthMultiplier = 0.37 }),
        ["odd groups"] = ("se-shufflenet-g2", o => o with { WidthMultiplier = 0.5 }),
        ["megvii"] = ("se-shufflenet-g3", o => o with { Variant = "megvii" }),
        ["jaxony"] = ("shufflenet-g3", o => o with { Variant = "jaxony" }),
        ["pre-activation with a normalised stem"] = ("se-preact-resnet-110", o => o with { Variant = "pytorchcv" }),
        ["shake-shake of pytorchcv"] = ("shake-shake-26-2x96d", o => o with { Variant = "pytorchcv" }),
        ["shake-shake of owruby"] = ("se-shake-shake-26-2x96d", o => o with { Variant = "owruby" }),
        ["one channel"] = ("se-resnet-20", o => o with { InputChannels = 1 }),
        ["twenty channels"] = ("resnet-18", o => o with { InputChannels = 20 }),
        ["stem of stride 2"] = ("se-resnet-20", o => o with { StemStride = 2 }),
        ["SENet-154 without SE"] = ("senet-154", o => o with { Se = null }),
        ["convolutions with biases"] = ("bn-inception", o => o with { ConvBias = true }),
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void Run_EveryOption_MatchesTorchInDouble(string name)
    {
        (string id, Func<NetworkOptions, NetworkOptions> change) = Variations[name];
        FilledNetwork network = FilledNetwork.OfArchitecture(id, change);
        using InferencePlan plan = network.Compile();
        int size = Math.Max(network.Graph.SmallestInput, 45);
        network.AssertParity(plan, 2, size, size);
    }

    // The networks whose kernels differ; AVX-512 is the default above.
    [Theory]
    [InlineData(InstructionSet.Avx512)]
    [InlineData(InstructionSet.Avx2)]
    [InlineData(InstructionSet.Vector128)]
    [InlineData(InstructionSet.Scalar)]
    public void Run_EveryInstructionSet_MatchesTorchInDouble(InstructionSet set)
    {
        InstructionSets.SkipWithout(set);
        foreach (string id in new[] { "se-resnet-50", "se-resnet-18", "se-resnext-50-32x4d", "se-vgg-11", "se-bn-inception", "se-mobilenet", "se-shufflenet-g3", "se-preact-resnet-110", "se-shake-even-29-2x4x64d" })
        {
            FilledNetwork network = FilledNetwork.OfArchitecture(id);
            using InferencePlan plan = network.Compile(new() { InstructionSet = set });
            int size = Math.Max(network.Graph.SmallestInput, set == InstructionSet.Scalar ? 33 : 65);
            network.AssertParity(plan, 2, size, size);
        }
    }
}
