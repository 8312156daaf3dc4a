using Senet.Graph;
using Senet.Tests;
using Senet.Weights;

namespace Senet.Inference.Tests;

/// <summary>The engine against the public implementations' float64 runs, at their native sizes.</summary>
public class GoldenForwardTests
{
    public static TheoryData<string> Goldens =>
    [
        "resnet18", "resnet34", "resnet50", "resnet50_64px", "resnext50_32x4d", "resnext101_32x8d",
        "cadene_se_resnet50", "cadene_se_resnet50_64px", "caffe_se_resnet_50", "cadene_se_resnext50_32x4d", "cadene_senet154", "cadene_senet154_64px",
        "timm_seresnet18", "timm_seresnet50", "timm_legacy_seresnet18", "vgg16_bn", "cadene_bninception", "caffe_se_bn_inception", "cadene_inceptionresnetv2",
        "osmr_mobilenet_w1", "osmr_shufflenet_g3_w1", "megvii_shufflenetv1_1x_g3", "jaxony_shufflenet_g3",
        "akamaster_resnet56", "moskomule_se_resnet20", "osmr_seresnet164bn_cifar10", "osmr_sepreresnet164bn_cifar10", "xternalz_wrn16_8",
        "xgastaldi_shakeshake26_2x96d", "osmr_shakeshakeresnet26_2x96d_cifar10", "owruby_shakeresnet26_2x96d",
    ];

    [Theory]
    [MemberData(nameof(Goldens))]
    public void Run_ReferenceWeights_MatchesTheGoldenLogitsAndGates(string file)
    {
        var golden = new GoldenForward(file);
        (string id, NetworkOptions options) = ReferenceArchitectures.All[golden.Reference];
        NetworkGraph graph = ArchitectureRegistry.Get(id).Build(options);
        Dictionary<string, WeightTensor> weights = golden.Weights(graph);
        using var plan = InferencePlan.Compile(graph, weights);
        InferenceDetails details = plan.RunDetailed(golden.Input, (int)golden.InputShape[2], (int)golden.InputShape[3]);
        golden.AssertLogits(details.Logits);
        foreach (GoldenPoint point in golden.Points(graph).Where(point => point.IsGate))
            point.AssertEqual(details.Gates[point.Node]);
    }
}
