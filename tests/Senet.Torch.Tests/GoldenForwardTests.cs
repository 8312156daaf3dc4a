using Senet.Graph;
using Senet.Tests;
using Senet.Weights;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

/// <summary>Logits against the public implementations' float64 run, under the reference data's fill.</summary>
public class GoldenForwardTests
{
    [Theory]
    [InlineData("resnet18")]
    [InlineData("resnet18_64px")]
    [InlineData("resnet34")]
    [InlineData("resnet50")]
    [InlineData("resnet50_64px")]
    [InlineData("resnet101")]
    [InlineData("resnet152")]
    [InlineData("cadene_se_resnet50")]
    [InlineData("cadene_se_resnet50_64px")]
    [InlineData("cadene_se_resnet101")]
    [InlineData("cadene_se_resnet101_64px")]
    [InlineData("cadene_se_resnet152")]
    [InlineData("caffe_se_resnet_50")]
    [InlineData("resnext50_32x4d")]
    [InlineData("resnext50_32x4d_64px")]
    [InlineData("resnext101_32x8d")]
    [InlineData("cadene_se_resnext50_32x4d")]
    [InlineData("cadene_se_resnext50_32x4d_64px")]
    [InlineData("cadene_se_resnext101_32x4d")]
    [InlineData("cadene_se_resnext101_32x4d_64px")]
    [InlineData("cadene_senet154")]
    [InlineData("cadene_senet154_64px")]
    [InlineData("timm_seresnet18")]
    [InlineData("timm_seresnet50")]
    [InlineData("timm_seresnet50_64px")]
    [InlineData("akamaster_resnet20")]
    [InlineData("akamaster_resnet32")]
    [InlineData("akamaster_resnet44")]
    [InlineData("akamaster_resnet56")]
    [InlineData("akamaster_resnet110")]
    [InlineData("moskomule_resnet20")]
    [InlineData("moskomule_resnet56")]
    [InlineData("moskomule_se_resnet20")]
    [InlineData("moskomule_se_resnet32")]
    [InlineData("moskomule_se_resnet56")]
    [InlineData("moskomule_se_resnet110")]
    [InlineData("osmr_seresnet110_cifar10")]
    public void Forward_ReferenceWeights_MatchesTheGoldenLogits(string file)
    {
        var golden = new GoldenForward(file);
        (string id, NetworkOptions options) = ReferenceArchitectures.All[golden.Reference];
        using var module = new GraphModule(ArchitectureRegistry.Get(id).Build(options));
        Dictionary<string, WeightTensor> weights = golden.Weights(module.Graph);
        module.LoadWeights(weights, file);
        module.eval();
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor logits = module.call(tensor(golden.Input, golden.InputShape));
        golden.AssertLogits(logits.data<float>().ToArray());
    }

    [Theory]
    [InlineData("", 0xcbf29ce484222325)]
    [InlineData("conv1.weight", 0x69a29a2cee47d254)]
    public void Fill_TestVectors_Match(string text, ulong hash) => Assert.Equal(hash, ReferenceFill.Fnv1a64(text));
}
