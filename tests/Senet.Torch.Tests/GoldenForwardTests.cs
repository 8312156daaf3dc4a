using Senet.Graph;
using Senet.Tests;
using Senet.Weights;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

/// <summary>Logits against the public implementations' float64 run, under the reference data's fill.</summary>
public class GoldenForwardTests
{
    // Every golden file but the training runs (Senet.Training.Tests) and the negative controls.
    static readonly string[] Files =
    [
        "resnet18", "resnet18_64px", "resnet34", "resnet50", "resnet50_64px", "resnet101", "resnet152",
        "resnext50_32x4d", "resnext50_32x4d_64px", "resnext101_32x8d",
        "cadene_se_resnet50", "cadene_se_resnet50_64px", "cadene_se_resnet101", "cadene_se_resnet101_64px", "cadene_se_resnet152", "caffe_se_resnet_50",
        "cadene_se_resnext50_32x4d", "cadene_se_resnext50_32x4d_64px", "cadene_se_resnext101_32x4d", "cadene_se_resnext101_32x4d_64px",
        "cadene_senet154", "cadene_senet154_64px",
        "timm_seresnet18", "timm_seresnet50", "timm_seresnet50_64px",
        "timm_legacy_seresnet18", "timm_legacy_seresnet18_64px", "timm_legacy_seresnet34", "timm_legacy_seresnet34_64px",
        "vgg16_bn", "cadene_bninception", "cadene_bninception_64px", "caffe_se_bn_inception", "cadene_inceptionresnetv2",
        "osmr_mobilenet_w1", "marvis_mobilenet", "osmr_shufflenet_g3_w1", "megvii_shufflenetv1_1x_g3", "jaxony_shufflenet_g3",
        "akamaster_resnet20", "akamaster_resnet32", "akamaster_resnet44", "akamaster_resnet56", "akamaster_resnet110",
        "moskomule_resnet20", "moskomule_resnet56", "moskomule_se_resnet20", "moskomule_se_resnet32", "moskomule_se_resnet56", "moskomule_se_resnet110",
        "osmr_seresnet110_cifar10", "osmr_seresnet164bn_cifar10", "osmr_preresnet164bn_cifar10", "osmr_sepreresnet164bn_cifar10",
        "xternalz_wrn16_8", "osmr_wrn16_8_cifar10",
        "xgastaldi_shakeshake26_2x96d", "osmr_shakeshakeresnet26_2x96d_cifar10", "owruby_shakeresnet26_2x96d",
    ];

    public static TheoryData<string> Goldens => [.. Files];

    /// <summary>One golden of every implementation.</summary>
    public static IEnumerable<string> NativeFiles => Files.Where(file => !file.EndsWith("_64px", StringComparison.Ordinal));

    [Fact]
    public void Files_AreAllThatThereAre()
    {
        IEnumerable<string> present = Directory.EnumerateFiles(Path.GetDirectoryName(SharedFiles.Shared("reference/golden/negative_controls.json"))!, "*.json")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => name != "negative_controls" && !name.StartsWith("train_", StringComparison.Ordinal));
        Assert.Equal(present.Order(StringComparer.Ordinal), Files.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Goldens))]
    public void Forward_ReferenceWeights_MatchesTheGoldenLogitsAndPoints(string file)
    {
        var golden = new GoldenForward(file);
        (string id, NetworkOptions options) = ReferenceArchitectures.All[golden.Reference];
        using var module = new GraphModule(ArchitectureRegistry.Get(id).Build(options));
        Dictionary<string, WeightTensor> weights = golden.Weights(module.Graph);
        module.LoadWeights(weights, file);
        module.eval();
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        IReadOnlyList<GoldenPoint> points = golden.Points(module.Graph);
        using GraphTrace trace = module.Trace(
            tensor(golden.Input, golden.InputShape),
            [.. points.Where(point => !point.IsGate).Select(point => point.Node)],
            [.. points.Where(point => point.IsGate).Select(point => point.Node)]);
        foreach (GoldenPoint point in points)
        {
            Tensor value = (point.IsGate ? trace.Gates : trace.Outputs)[point.Node];
            point.AssertEqual(value.contiguous().data<float>().ToArray());
        }
        golden.AssertLogits(trace.Logits.data<float>().ToArray());
    }

    [Theory]
    [InlineData("", 0xcbf29ce484222325)]
    [InlineData("conv1.weight", 0x69a29a2cee47d254)]
    public void Fill_TestVectors_Match(string text, ulong hash) => Assert.Equal(hash, ReferenceFill.Fnv1a64(text));
}
