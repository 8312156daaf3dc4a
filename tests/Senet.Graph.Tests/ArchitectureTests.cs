namespace Senet.Graph.Tests;

/// <summary>Options: those without effect are refused, the others say what is wrong with them.</summary>
public class ArchitectureTests
{
    public static TheoryData<string> Ids => [.. ArchitectureRegistry.All.Select(architecture => architecture.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Build_OptionWithoutEffect_IsRefused_AndOneWithEffectChangesTheGraph(string id)
    {
        Architecture architecture = ArchitectureRegistry.Get(id);
        NetworkOptions usual = architecture.Defaults;
        (NetworkChoices Choice, NetworkOptions Options)[] changes =
        [
            (NetworkChoices.BottleneckStride, usual with { BottleneckStride = 1 - usual.BottleneckStride }),
            (NetworkChoices.StemPool, usual with { StemPool = StemPool.Padded }),
            (NetworkChoices.StemStride, usual with { StemStride = 2 }),
            (NetworkChoices.Stem, usual with { Stem = StemKind.Deep }),
            (NetworkChoices.Shortcut, usual with { Shortcut = ShortcutKind.AveragePool }),
            (NetworkChoices.AntiAlias, usual with { AntiAlias = true, BottleneckStride = architecture.Choices.HasFlag(NetworkChoices.BottleneckStride) ? BottleneckStride.Conv3x3 : usual.BottleneckStride }),
            (NetworkChoices.BlockReduceFirst, usual with { BlockReduceFirst = 2 }),
            (NetworkChoices.WidthMultiplier, usual with { WidthMultiplier = 0.5 }),
            (NetworkChoices.ConvBias, usual with { ConvBias = !usual.ConvBias }),
            (NetworkChoices.Variant, usual with { Variant = architecture.Variants.Count > 0 ? architecture.Variants[^1] : "other" }),
            (NetworkChoices.SePlacement, usual with { Se = new SeOptions { Rounding = SeRounding.Floor, Placement = SePlacement.Post } }),
        ];
        string before = Describe(architecture.Build());
        foreach ((NetworkChoices choice, NetworkOptions options) in changes)
        {
            if (architecture.Choices.HasFlag(choice))
            {
                Assert.NotEqual(before, Describe(architecture.Build(options)));
                continue;
            }
            SenetException error = Assert.Throws<SenetException>(() => architecture.Build(options));
            Assert.Matches($"^{id}: .* has no effect on this network; leave it at ", error.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Build_StageWithoutSe_HasNoBlocksThere(string id)
    {
        Architecture architecture = ArchitectureRegistry.Get(id);
        SeOptions se = architecture.Defaults.Se ?? new() { Rounding = SeRounding.Floor };
        int all = Blocks(SeStages.All);
        int[] perStage = [.. Enum.GetValues<SeStages>().Where(stage => stage is not (SeStages.None or SeStages.All)).Select(Blocks)];
        Assert.Equal(0, Blocks(SeStages.None));
        Assert.Equal(all, perStage.Sum());
        Assert.InRange(perStage.Count(count => count > 0), 3, 5);

        int Blocks(SeStages stages) => architecture.Build(architecture.Defaults with { Se = se with { Stages = stages } }).Nodes.OfType<SqueezeExciteNode>().Count();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Build_Stages_AreTheStagesOfSe(string id)
    {
        Architecture architecture = ArchitectureRegistry.Get(id);
        SeOptions se = architecture.Defaults.Se ?? new() { Rounding = SeRounding.Floor };
        NetworkGraph graph = architecture.Build(architecture.Defaults with { Se = se });
        // In order, without a gap, from the stem to the classifier.
        Assert.Equal(graph.Nodes.Select(node => node.Stage).Order(), graph.Nodes.Select(node => node.Stage));
        Assert.Equal(Enumerable.Range(0, graph.HeadStage + 1), graph.Nodes.Select(node => node.Stage).Distinct());
        for (int stage = 1; stage < graph.HeadStage; stage++)
        {
            NetworkGraph single = architecture.Build(architecture.Defaults with { Se = se with { Stages = (SeStages)(1 << (stage - 1)) } });
            Assert.All(single.Nodes.OfType<SqueezeExciteNode>(), block => Assert.Equal(stage, block.Stage));
            Assert.NotEmpty(single.Nodes.OfType<SqueezeExciteNode>());
        }
    }

    [Fact]
    public void Build_OptionWithoutEffect_SaysWhatToLeave()
    {
        Architecture architecture = ArchitectureRegistry.Get("vgg-16");
        SenetException error = Assert.Throws<SenetException>(() => architecture.Build(architecture.Defaults with { StemPool = StemPool.Padded }));
        Assert.Equal("vgg-16: stem pool padded has no effect on this network; leave it at ceilmode", error.Message);
    }

    [Fact]
    public void Build_UnknownVariant_NamesTheOthers()
    {
        Architecture architecture = ArchitectureRegistry.Get("shufflenet-g3");
        SenetException error = Assert.Throws<SenetException>(() => architecture.Build(architecture.Defaults with { Variant = "other" }));
        Assert.Equal("shufflenet-g3: there is no variant 'other'; it has zhang, megvii, jaxony", error.Message);
    }

    [Fact]
    public void Build_FirstVariant_IsTheDefault()
    {
        foreach (Architecture architecture in ArchitectureRegistry.All.Where(architecture => architecture.Variants.Count > 0))
            Assert.Equal(Describe(architecture.Build()), Describe(architecture.Build(architecture.Defaults with { Variant = architecture.Variants[0] })));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Build_WidthMultiplierNotPositive_Throws(double width)
    {
        Architecture architecture = ArchitectureRegistry.Get("mobilenet");
        SenetException error = Assert.Throws<SenetException>(() => architecture.Build(architecture.Defaults with { WidthMultiplier = width }));
        Assert.EndsWith("expected a positive number", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    public void Build_ShuffleNetOfAnyWidth_KeepsItsGroups(int groups)
    {
        Architecture architecture = ArchitectureRegistry.Get($"shufflenet-g{groups}");
        foreach (double width in new[] { 0.1, 0.25, 0.5, 0.75, 1.3, 2 })
        {
            NetworkGraph graph = architecture.Build(architecture.Defaults with { WidthMultiplier = width });
            Assert.Contains(graph.Nodes, node => node is Conv2dNode conv && conv.Groups == groups);
            double ratio = (double)graph.Nodes.First(node => node.Name == "layer3.0.relu").OutputChannels / architecture.Build().Nodes.First(node => node.Name == "layer3.0.relu").OutputChannels;
            Assert.InRange(ratio / width, 0.9, 1.1);
        }
    }

    [Fact]
    public void Build_AntiAliasWithStrideIn1x1_SaysWhatToDo()
    {
        Architecture architecture = ArchitectureRegistry.Get("se-resnet-50");
        SenetException error = Assert.Throws<SenetException>(() => architecture.Build(architecture.Defaults with { AntiAlias = true }));
        Assert.Equal("layer2.0: anti-aliased down-sampling smooths behind the 3x3; put the stride there (3x3)", error.Message);
    }

    [Fact]
    public void Build_IdentityStartWithoutBiases_SaysWhatToDo()
    {
        Architecture architecture = ArchitectureRegistry.Get("se-resnet-20");
        SenetException error = Assert.Throws<SenetException>(() => architecture.Build(architecture.Defaults with { Se = new() { IdentityInit = true, Biases = false } }));
        Assert.Equal("layer1.0.se: a block without biases cannot start as the identity; keep the biases or the usual start", error.Message);
    }

    [Fact]
    public void Registry_EveryPlainNetwork_HasItsTwin()
    {
        string[] ids = [.. ArchitectureRegistry.All.Select(architecture => architecture.Id)];
        Assert.All(ids.Where(id => !id.StartsWith("se", StringComparison.Ordinal)), id => Assert.Contains($"se-{id}", ids));
        Assert.All(ArchitectureRegistry.All, architecture => Assert.Equal(architecture.Id.StartsWith("se", StringComparison.Ordinal), architecture.Defaults.Se is not null));
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    // Every node with its numbers and inputs.
    static string Describe(NetworkGraph graph) =>
        string.Join("\n", graph.Nodes.Select(node => $"{node.Name} {node.Kind} {node.Detail} {node.OutputChannels} {node.Parameters.Count} ({string.Join(", ", node.Inputs.Select(input => input.Name))})"));
}
