using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>timm's names out, and the same network in again.</summary>
public class TimmKeysTests
{
    static readonly NetworkOptions Timm = new() { StemPool = StemPool.Padded, BottleneckStride = BottleneckStride.Conv3x3, Se = new() { Rounding = SeRounding.MultipleOf8 } };

    public static TheoryData<string, string> Networks => new()
    {
        { "seresnet50", "se-resnet-50" },
        { "seresnext26d", "se-resnext-26-32x4d" },
        { "seresnext26t", "se-resnext-26-32x4d" },
        { "senet154", "senet-154" },
        { "legacy", "se-resnet-50" },
        { "legacy", "se-resnext-50-32x4d" },
        { "legacy", "senet-154" },
        { "legacy-basic", "se-resnet-18" },
        { "resnet50", "resnet-50" },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Rename_ThenRecognise_IsTheSameNetwork(string form, string id)
    {
        Architecture architecture = ArchitectureRegistry.Get(id);
        NetworkOptions options = form switch
        {
            "legacy" => architecture.Defaults,
            "legacy-basic" => architecture.Defaults with { Se = new() { ReluBefore = true } },
            "seresnext26d" => Timm with { Stem = StemKind.Deep, Shortcut = ShortcutKind.AveragePool },
            "seresnext26t" => Timm with { Stem = StemKind.Tiered, Shortcut = ShortcutKind.AveragePool },
            "senet154" => Timm with { Dropout = 0.2 },
            "resnet50" => Timm with { Se = null },
            _ => Timm,
        };
        NetworkGraph graph = architecture.Build(options);
        WeightTensor[] renamed = [.. TimmKeys.Rename(architecture, options, graph.Parameters.Select(Zeros))];
        Assert.Equal(Expected(form, id), renamed.Select(tensor => tensor.Name).Where(name => Expected(form, id).Contains(name)).Distinct());
        using var checkpoint = new Checkpoint(
            "timm", CheckpointFormat.Safetensors, [.. renamed.Select(tensor => new CheckpointTensor(tensor.Name, tensor.Type, tensor.Shape, () => tensor))], new Dictionary<string, string>(), file: null);
        WeightMatch match = WeightRecognition.Recognise(checkpoint);
        Assert.Empty(match.Missing);
        Assert.Empty(match.LeftOver);
        Assert.Equal(id, match.Architecture.Id);
        Assert.Equal(graph.Nodes.Select(node => $"{node.Name} {node.Detail}"), match.Graph.Nodes.Select(node => $"{node.Name} {node.Detail}"));
    }

    [Fact]
    public void Rename_NetworkThatTimmLacks_SaysWhatDiffers()
    {
        Architecture cifar = ArchitectureRegistry.Get("se-resnet-20");
        SenetException error = Assert.Throws<SenetException>(() => TimmKeys.Rename(cifar, cifar.Defaults, []));
        Assert.Equal("se-resnet-20: timm has no network with these weights; expected that it is a ResNet, ResNeXt or SENet for ImageNet that timm has", error.Message);
        Architecture basic = ArchitectureRegistry.Get("se-resnet-18");
        error = Assert.Throws<SenetException>(() => TimmKeys.Rename(basic, basic.Defaults with { StemPool = StemPool.Padded }, []));
        Assert.EndsWith("the squeeze width of layer1.0.se is 8, not 4 (--se-rounding multiple-of-8)", error.Message, StringComparison.Ordinal);
    }

    // Names that timm's own files have, in our order.
    static string[] Expected(string form, string id) => (form, id) switch
    {
        ("legacy", "senet-154") => ["layer0.conv1.weight", "layer0.bn3.running_var", "layer1.0.se_module.fc1.weight", "layer2.0.downsample.0.weight", "last_linear.bias"],
        ("legacy" or "legacy-basic", _) => ["layer0.conv1.weight", "layer0.bn1.weight", "layer1.0.se_module.fc2.bias", "layer2.0.downsample.1.running_mean", "last_linear.weight"],
        ("seresnext26d" or "seresnext26t", _) => ["conv1.0.weight", "conv1.1.weight", "conv1.6.weight", "bn1.bias", "layer1.0.se.fc1.weight", "layer2.0.downsample.1.weight", "layer2.0.downsample.2.running_var", "fc.weight"],
        ("senet154", _) => ["conv1.0.weight", "conv1.4.running_mean", "bn1.weight", "layer1.0.se.fc1.weight", "layer2.0.downsample.0.weight", "fc.bias"],
        ("resnet50", _) => ["conv1.weight", "bn1.weight", "layer2.0.downsample.0.weight", "fc.weight"],
        _ => ["conv1.weight", "bn1.weight", "layer1.0.se.fc1.weight", "layer2.0.downsample.1.bias", "fc.bias"],
    };

    static WeightTensor Zeros(ParameterSpec spec) => new(spec.Name, TensorType.UInt8, [.. spec.Shape], new byte[spec.ElementCount]);
}
