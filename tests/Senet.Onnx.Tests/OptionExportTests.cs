using Senet.Graph;
using Senet.Tests;

namespace Senet.Onnx.Tests;

/// <summary>Every choice that changes a graph, exported and run in ONNX Runtime.</summary>
public class OptionExportTests
{
    public static TheoryData<SeOptions> SeBlocks =>
    [
        .. Enum.GetValues<SePlacement>().Select(placement => new SeOptions { ReductionRatio = 4, Placement = placement }),
        .. from squeeze in Enum.GetValues<SqueezeOperator>()
           from gate in Enum.GetValues<ExcitationGate>()
           from biases in new[] { false, true }
           select new SeOptions { ReductionRatio = 4, Squeeze = squeeze, Gate = gate, Biases = biases },
        new SeOptions { Stages = SeStages.Stage1 | SeStages.Stage3 },
        new SeOptions { Stages = SeStages.None },
        new SeOptions { ReluBefore = true },
        new SeOptions { SqueezeWidth = 5 },
        new SeOptions { ReductionRatio = 3, Rounding = SeRounding.Floor },
        new SeOptions { Rounding = SeRounding.MultipleOf8 },
        new SeOptions { IdentityInit = true },
    ];

    [Theory]
    [MemberData(nameof(SeBlocks))]
    public void Encode_SeOptions_GiveTheNetworksLogits(SeOptions se) => AssertParity("se-resnet-14", options => options with { Se = se });

    public static TheoryData<string, NetworkOptions> Choices
    {
        get
        {
            var plain = new NetworkOptions();
            var se = new NetworkOptions { Se = new() };
            var cifar = new NetworkOptions { Classes = 10 };
            var rows = new TheoryData<string, NetworkOptions>
            {
                { "resnet-18", plain with { Stem = StemKind.Deep } },
                { "se-resnet-18", se with { Stem = StemKind.Tiered, StemPool = StemPool.Padded } },
                { "se-resnet-50", se with { AntiAlias = true, BottleneckStride = BottleneckStride.Conv3x3 } },
                { "resnet-18", plain with { Shortcut = ShortcutKind.AveragePool } },
                { "resnet-18", plain with { Shortcut = ShortcutKind.ZeroPad } },
                { "resnet-50", plain with { BlockReduceFirst = 2 } },
                { "resnet-20", cifar with { StemStride = 2 } },
                { "resnet-20", cifar with { Shortcut = ShortcutKind.ZeroPad } },
                { "resnet-20", cifar with { Shortcut = ShortcutKind.AveragePool } },
                { "resnet-20", cifar with { InputChannels = 1 } },
                { "mobilenet", plain with { WidthMultiplier = 0.5, Dropout = 0.1 } },
                { "vgg-11", plain with { WidthMultiplier = 0.125, ConvBias = false } },
            };
            foreach (Architecture architecture in ArchitectureRegistry.All.Where(architecture => architecture.Variants.Count > 0).DistinctBy(architecture => architecture.Family))
            {
                foreach (string variant in architecture.Variants)
                    rows.Add(architecture.Id, architecture.Defaults with { Variant = variant });
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Encode_NetworkOptions_GiveTheNetworksLogits(string id, NetworkOptions options) => AssertParity(id, _ => options);

    // Windows over the edge, shuffles and slices at sizes the file was not made for.
    [Theory]
    [InlineData("se-resnet-14")]
    [InlineData("se-resnet-18")]
    [InlineData("se-shufflenet-g3")]
    [InlineData("se-bn-inception")]
    [InlineData("se-inception-resnet-v2")]
    [InlineData("vgg-11")]
    [InlineData("shake-shake-26-2x96d")]
    public void Encode_DynamicSize_RunsAtSeveralSizes(string id)
    {
        using ExportedNetwork network = ExportedNetwork.OfArchitecture(id);
        int smallest = network.Graph.SmallestInput;
        network.AssertParity(new(), Math.Max(smallest, 32), new(smallest + 21, smallest + 9));
    }

    [Theory]
    [InlineData("resnet-18", ShortcutKind.ZeroPad, BottleneckStride.Conv1x1)]
    [InlineData("resnet-50", ShortcutKind.AveragePool, BottleneckStride.Conv3x3)]
    public void Encode_DynamicSizeOfOtherShortcuts_RunsAtSeveralSizes(string id, ShortcutKind shortcut, BottleneckStride stride)
    {
        using ExportedNetwork network = ExportedNetwork.OfArchitecture(
            id, options => options with { Shortcut = shortcut, BottleneckStride = stride, AntiAlias = stride == BottleneckStride.Conv3x3, Stem = StemKind.Tiered });
        network.AssertParity(new(), 32, new(37, 50));
    }

    static void AssertParity(string id, Func<NetworkOptions, NetworkOptions> change)
    {
        using ExportedNetwork network = ExportedNetwork.OfArchitecture(id, change);
        Size2d size = new(network.SmallSize, network.SmallSize + 3);
        network.AssertParity(new() { InputSize = size }, size);
        network.AssertParity(new() { InputSize = size, FoldBatchNorm = false }, size);
    }
}
