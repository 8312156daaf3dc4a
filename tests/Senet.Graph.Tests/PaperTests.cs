using System.Text.Json;
using Senet.Tests;

namespace Senet.Graph.Tests;

/// <summary>Networks that no public implementation has, against the equations and tables of the paper (arXiv:1709.01507 v4).</summary>
public class PaperTests
{
    static readonly SeOptions Ablation = new() { Biases = false };
    static readonly SeOptions Floor = new() { Rounding = SeRounding.Floor };

    // The derived entries of the reference data: base network plus SE, by arithmetic.
    static readonly Dictionary<string, (string Id, Func<NetworkOptions, NetworkOptions> Change)> Derived = new()
    {
        ["se_resnet50_r2_nobias"] = SeResNet50(Ablation with { ReductionRatio = 2 }),
        ["se_resnet50_r4_nobias"] = SeResNet50(Ablation with { ReductionRatio = 4 }),
        ["se_resnet50_r8_nobias"] = SeResNet50(Ablation with { ReductionRatio = 8 }),
        ["se_resnet50_r16_nobias"] = SeResNet50(Ablation),
        ["se_resnet50_r32_nobias"] = SeResNet50(Ablation with { ReductionRatio = 32 }),
        ["se_resnet50_stage2_only"] = SeResNet50(Ablation with { Stages = SeStages.Stage1 }),
        ["se_resnet50_stage3_only"] = SeResNet50(Ablation with { Stages = SeStages.Stage2 }),
        ["se_resnet50_stage4_only"] = SeResNet50(Ablation with { Stages = SeStages.Stage3 }),
        ["se_resnet50_3x3"] = SeResNet50(Ablation with { Placement = SePlacement.Inside3x3 }),
        ["se_vgg16_bn"] = ("se-vgg-16", options => options),
        ["se_mobilenet"] = ("se-mobilenet", options => options),
        ["se_shufflenet_branch"] = ("se-shufflenet-g3", options => options),
        ["se_bn_inception_added_to_cadene"] = ("se-bn-inception", options => options with { ConvBias = true }),
        ["se_inception_resnet_v2"] = ("se-inception-resnet-v2", options => options),
        ["se_resnet110_optionA"] = ("se-resnet-110", options => options with { Shortcut = ShortcutKind.ZeroPad }),
        ["se_wrn16_8"] = ("se-wrn-16-8", options => options),
        ["se_shakeshake26_2x96d_after_mix"] = ("se-shake-shake-26-2x96d", options => options),
        ["resnet50_caffe"] = ("resnet-50", options => options),
        ["resnet101_caffe"] = ("resnet-101", options => options),
        ["resnet152_caffe"] = ("resnet-152", options => options),
        ["resnext50_32x4d"] = ("resnext-50-32x4d", options => options),
        ["resnext101_32x4d"] = ("resnext-101-32x4d", options => options),
    };

    // Other readings of where SE sits, which the paper's parameter counts rule out or which we did not choose.
    static readonly string[] NotOurs = ["se_shufflenet_output", "se_shakeshake26_2x96d_per_branch"];

    public static TheoryData<string> DerivedNames => [.. Derived.Keys];

    [Theory]
    [MemberData(nameof(DerivedNames))]
    public void Cost_DerivedNetwork_EqualsTheArithmetic(string name)
    {
        JsonElement row = ReadDerived().First(entry => entry.GetProperty("name").GetString() == name);
        (string id, Func<NetworkOptions, NetworkOptions> change) = Derived[name];
        Architecture architecture = ArchitectureRegistry.Get(id);
        NetworkCost cost = architecture.Build(change(architecture.Defaults)).Cost(architecture.Input);
        Assert.Equal(row.GetProperty("params").GetInt64(), cost.Parameters);
        Assert.Equal(row.GetProperty("macs").GetInt64(), cost.Macs);
        if (!row.TryGetProperty("se_blocks", out JsonElement blocks))
            return;
        Assert.Equal(blocks.GetInt32(), cost.SeLayers.Count());
        Assert.Equal(row.GetProperty("se_params").GetInt64(), cost.SeParameters);
        Assert.Equal(row.GetProperty("se_macs").GetInt64(), cost.SeMacs);
    }

    [Fact]
    public void Derived_IsAllThatThereIs() => Assert.Equal(
        ReadDerived().Select(entry => entry.GetProperty("name").GetString()!).Order(StringComparer.Ordinal),
        Derived.Keys.Concat(NotOurs).Order(StringComparer.Ordinal));

    // Equation 5: (2 / r) * sum over stages of N_s * C_s^2 weights, and N_s * (C_s + C_s / r) biases.
    [Theory]
    [InlineData("se-resnet-50", new[] { 3, 4, 6, 3 }, new[] { 256, 512, 1024, 2048 })]
    [InlineData("se-resnet-101", new[] { 3, 4, 23, 3 }, new[] { 256, 512, 1024, 2048 })]
    [InlineData("se-resnet-152", new[] { 3, 8, 36, 3 }, new[] { 256, 512, 1024, 2048 })]
    [InlineData("se-resnet-34", new[] { 3, 4, 6, 3 }, new[] { 64, 128, 256, 512 })]
    [InlineData("se-resnext-101-64x4d", new[] { 3, 4, 23, 3 }, new[] { 256, 512, 1024, 2048 })]
    [InlineData("se-vgg-11", new[] { 1, 1, 2, 2, 2 }, new[] { 64, 128, 256, 512, 512 })]
    [InlineData("se-vgg-19", new[] { 2, 2, 4, 4, 4 }, new[] { 64, 128, 256, 512, 512 })]
    [InlineData("se-inception-resnet-v2", new[] { 11, 21, 11 }, new[] { 320, 1088, 2080 })]
    [InlineData("se-preact-resnet-164", new[] { 18, 18, 18 }, new[] { 64, 128, 256 })]
    [InlineData("se-wrn-28-10", new[] { 4, 4, 4 }, new[] { 160, 320, 640 })]
    [InlineData("se-shake-even-29-2x4x64d", new[] { 3, 3, 3 }, new[] { 256, 512, 1024 })]
    public void SeParameters_FollowEquation5(string id, int[] blocks, int[] channels)
    {
        Architecture architecture = ArchitectureRegistry.Get(id);
        foreach (int r in new[] { 2, 4, 8, 16, 32 })
        {
            if (channels.Any(c => c % r != 0))
                continue;
            long weights = 2 * blocks.Zip(channels, (n, c) => (long)n * c * c).Sum() / r;
            long biases = blocks.Zip(channels, (n, c) => (long)n * (c + c / r)).Sum();
            Assert.Equal(weights + biases, SeParameters(architecture, new SeOptions { ReductionRatio = r }));
            Assert.Equal(weights, SeParameters(architecture, new SeOptions { ReductionRatio = r, Biases = false }));
        }
    }

    static long SeParameters(Architecture architecture, SeOptions se) =>
        architecture.Build(architecture.Defaults with { Se = se }).ParameterCount - architecture.Build(architecture.Defaults with { Se = null }).ParameterCount;

    // Tables 10, 13 and 15, million parameters. The paper adds the increment to ResNet-50's 25.6, already rounded: 45.7, 35.7, 26.9,
    // 26.4 and 25.8 are not what the exact sums round to. Its 30.7 for r = 8 fits neither way (25.6 + 5.03 = 30.63).
    [Theory]
    [InlineData(2, SeStages.All, SePlacement.Standard, 45.7, 0.05)]
    [InlineData(4, SeStages.All, SePlacement.Standard, 35.7, 0.05)]
    [InlineData(8, SeStages.All, SePlacement.Standard, 30.7, 0.08)]
    [InlineData(16, SeStages.All, SePlacement.Standard, 28.1, 0.05)]
    [InlineData(32, SeStages.All, SePlacement.Standard, 26.9, 0.05)]
    [InlineData(16, SeStages.Stage1, SePlacement.Standard, 25.6, 0.05)]
    [InlineData(16, SeStages.Stage2, SePlacement.Standard, 25.7, 0.05)]
    [InlineData(16, SeStages.Stage3, SePlacement.Standard, 26.4, 0.05)]
    [InlineData(16, SeStages.All, SePlacement.Inside3x3, 25.8, 0.05)]
    public void Tables10_13_15_Parameters_AreThePrintedOnes(int ratio, SeStages stages, SePlacement placement, double printed, double tolerance)
    {
        NetworkCost cost = Cost("se-resnet-50", options => options with { Se = Ablation with { ReductionRatio = ratio, Stages = stages, Placement = placement } });
        Assert.Equal(printed, 25.6 + cost.SeParameters / 1e6, tolerance);
        // The last stage alone is not in the table; without it the increase falls from 10 % to 4 % (section 4).
        Assert.Equal(25_557_032, cost.Parameters - cost.SeParameters);
    }

    [Fact]
    public void Section4_WithoutTheLastStage_TheIncreaseFallsFromTenToFourPercent()
    {
        NetworkCost all = Cost("se-resnet-50", options => options);
        NetworkCost without = Cost("se-resnet-50", options => options with { Se = options.Se! with { Stages = SeStages.All & ~SeStages.Stage4 } });
        Assert.Equal(10, 100.0 * all.SeParameters / (all.Parameters - all.SeParameters), 0.5);
        Assert.Equal(4, 100.0 * without.SeParameters / (all.Parameters - all.SeParameters), 0.5);
    }

    // Table 14's placements keep the parameters but for SE-PRE, whose first blocks of a stage have fewer channels.
    [Theory]
    [InlineData(SePlacement.Standard, 2_514_944)]
    [InlineData(SePlacement.Post, 2_514_944)]
    [InlineData(SePlacement.Identity, 2_514_944)]
    // (2 / 16) * (64^2 + 3 * 256^2 + 4 * 512^2 + 6 * 1024^2 + 2 * 2048^2), the input widths of the sixteen blocks.
    [InlineData(SePlacement.Pre, 1_991_168)]
    public void Table14_Placements_HaveTheirParameters(SePlacement placement, long parameters) =>
        Assert.Equal(parameters, Cost("se-resnet-50", options => options with { Se = Ablation with { Placement = placement } }).SeParameters);

    [Theory]
    [InlineData(SePlacement.Standard, "layer2.0.bn3", "layer2.0.add")]
    [InlineData(SePlacement.Pre, "layer1.2.relu", "layer2.0.conv1")]
    [InlineData(SePlacement.Post, "layer2.0.relu", "layer2.1.conv1")]
    [InlineData(SePlacement.Identity, "layer2.0.downsample.1", "layer2.0.add")]
    [InlineData(SePlacement.Inside3x3, "layer2.0.bn2", "layer2.0.relu2")]
    public void Placement_SitsBetween(SePlacement placement, string before, string after)
    {
        Architecture architecture = ArchitectureRegistry.Get("se-resnet-50");
        NetworkGraph graph = architecture.Build(architecture.Defaults with { Se = Ablation with { Placement = placement } });
        Node block = graph.Nodes.Single(node => node.Name == "layer2.0.se");
        Assert.Equal(before, block.Inputs.Single().Name);
        Assert.Contains(block, graph.Nodes.Single(node => node.Name == after).Inputs);
        // SE-PRE leaves the shortcut alone.
        if (placement == SePlacement.Pre)
            Assert.DoesNotContain(block, graph.Nodes.Single(node => node.Name == "layer2.0.downsample.0").Inputs);
    }

    // Table 16: 4.27 G for NoSqueeze against 3.87 G and 3.86 G.
    [Fact]
    public void Table16_NoSqueeze_HasThePrintedMacsAndTheSameParameters()
    {
        NetworkCost squeezed = Cost("se-resnet-50", options => options with { Se = Ablation });
        NetworkCost cost = Cost("se-resnet-50", options => options with { Se = Ablation with { Squeeze = SqueezeOperator.None } });
        Assert.Equal(squeezed.Parameters, cost.Parameters);
        Assert.Equal(4.27, Math.Round(cost.Macs / 1e9, 2));
    }

    // Table 2. The printed numbers hold a few operations that MACs of layers do not: one per residual addition in the plain ResNets
    // (3.864, 7.579, 11.296), squeeze and recalibration in their twins. Ours are never more, and at most half a percent less.
    // Not so for Inception-ResNet-v2, whose re-implementation is not public: 11.75 against the public network's 13.156.
    public static TheoryData<string> InTheTables =>
        [.. ArchitectureRegistry.All.Where(architecture => architecture.Published.Any(result => result.GigaMacs is not null)).Select(architecture => architecture.Id)];

    [Theory]
    [MemberData(nameof(InTheTables))]
    public void Tables2And3_MacsAndParameters_AreThePrintedOnes(string id)
    {
        Architecture architecture = ArchitectureRegistry.Get(id);
        PublishedResult printed = architecture.Published.First(result => result.GigaMacs is not null);
        NetworkCost cost = architecture.Build().Cost(architecture.Input);
        double ours = cost.Macs / 1e9;
        double upper = id switch
        {
            // 137.5 M and 138.1 M against 140 M and 142 M: the ShuffleNet authors' own README prints 138 M.
            "shufflenet-g3" or "se-shufflenet-g3" => 1.03,
            "inception-resnet-v2" or "se-inception-resnet-v2" => 0.90,
            "se-mobilenet" => 1.0055,
            _ => 1.005,
        };
        Assert.InRange((double)printed.GigaMacs!.Value / ours, upper - 0.012, upper);
        if (printed.MillionParameters is { } millions)
        {
            // 1.866 M and 2.485 M against 1.8 M and 2.4 M: the paper cuts.
            Assert.InRange(cost.Parameters / 1e6 - (double)millions, -0.05, 0.1);
        }
    }

    [Theory]
    [InlineData("resnet-50", 3.86)]
    [InlineData("resnet-101", 7.58)]
    [InlineData("resnet-152", 11.30)]
    public void Table2_PlainResNets_WithOneOperationPerAddition_AreThePrintedOnes(string id, double printed)
    {
        NetworkCost cost = Cost(id, options => options);
        long additions = cost.Layers.Where(layer => layer.Node is AddNode).Sum(layer => layer.Output.Elements);
        Assert.Equal(printed, Math.Round((cost.Macs + additions) / 1e9, 2));
    }

    [Fact]
    public void Section33_Placement_IsThatOfTheFamily()
    {
        // VGG: behind each non-linearity. Inception: around the module. Residual: on the branch, before the addition.
        Assert.All(Blocks("se-vgg-16"), block => Assert.IsType<ReluNode>(block.Inputs[0]));
        Assert.All(Blocks("se-bn-inception"), block => Assert.IsType<ConcatNode>(block.Inputs[0]));
        foreach (string id in new[] { "se-resnet-50", "se-resnext-50-32x4d", "senet-154", "se-resnet-110" })
            Assert.All(Blocks(id), block => Assert.IsType<BatchNormNode>(block.Inputs[0]));
        Assert.Equal(13, Blocks("se-vgg-16").Length);
        Assert.Equal(10, Blocks("se-bn-inception").Length);
        // Table 1's squeeze widths.
        Assert.Equal([16, 32, 64, 128], Blocks("se-resnet-50").Select(block => block.SqueezeWidth).Distinct());

        static SqueezeExciteNode[] Blocks(string id) => [.. ArchitectureRegistry.Get(id).Build().Nodes.OfType<SqueezeExciteNode>()];
    }

    static (string Id, Func<NetworkOptions, NetworkOptions> Change) SeResNet50(SeOptions se) =>
        ("se-resnet-50", options => options with { BottleneckStride = BottleneckStride.Conv3x3, Se = se });

    static NetworkCost Cost(string id, Func<NetworkOptions, NetworkOptions> change)
    {
        Architecture architecture = ArchitectureRegistry.Get(id);
        return architecture.Build(change(architecture.Defaults)).Cost(architecture.Input);
    }

    static JsonElement[] ReadDerived()
    {
        using FileStream stream = File.OpenRead(SharedFiles.Shared("reference/architectures.json"));
        using JsonDocument document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("derived").EnumerateArray().Select(entry => entry.Clone())];
    }
}
