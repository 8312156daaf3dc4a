using Senet.Graph;
using Senet.Tests;
using Senet.Weights;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

/// <summary>Blocks that start as the identity leave a plain network's answers nearly as they were.</summary>
public class IdentityInitTests
{
    [Theory]
    [InlineData(ExcitationGate.Sigmoid, 0.99330715)]
    [InlineData(ExcitationGate.Tanh, 0.99505475)]
    [InlineData(ExcitationGate.Relu, 1)]
    public void Gates_AtTheStart_AreOpenForAnyInput(ExcitationGate gate, double expected)
    {
        using GraphModule module = Module(new SeOptions { IdentityInit = true, Gate = gate });
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        using GraphTrace trace = module.Trace(randn(2, 3, 32, 32), [], ["layer1.0.se", "layer3.2.se"]);
        foreach (Tensor gates in trace.Gates.Values)
            Assert.All(gates.data<float>().ToArray(), value => Assert.Equal(expected, value, 1e-6));
    }

    [Fact]
    public void Logits_OfAPlainNetworkWithNewBlocks_StayNearWhereTheUsualStartChangesThem()
    {
        var golden = new GoldenForward("akamaster_resnet20");
        double identity = Deviation(golden, new SeOptions { IdentityInit = true });
        double usual = Deviation(golden, new SeOptions());
        // Nine gates of 0.993 on residual branches against nine near one half.
        Assert.InRange(identity, 0, 0.03);
        Assert.True(usual > 10 * identity, FormattableString.Invariant($"usual start {usual}, identity {identity}"));
    }

    [Fact]
    public void Gradient_ReachesTheSecondLayerAtTheStart()
    {
        using GraphModule module = Module(new SeOptions { IdentityInit = true });
        using var scope = NewDisposeScope();
        module.train();
        nn.functional.cross_entropy(module.call(randn(4, 3, 32, 32)), tensor(new long[] { 0, 3, 6, 2 })).backward();
        Parameter layer = module.TrainableParameters.Single(parameter => parameter.Spec.Name == "layer2.1.se.fc2.weight").Value;
        Assert.True(layer.grad!.norm().item<float>() > 0);
    }

    // Relative L2 distance of the logits from those of the plain network with the same weights.
    static double Deviation(GoldenForward golden, SeOptions se)
    {
        (_, NetworkOptions options) = ReferenceArchitectures.All[golden.Reference];
        using var plain = new GraphModule(ArchitectureRegistry.Get("resnet-20").Build(options));
        Dictionary<string, WeightTensor> weights = golden.Weights(plain.Graph);
        plain.LoadWeights(weights, "golden");
        using var twin = new GraphModule(ArchitectureRegistry.Get("se-resnet-20").Build(options with { Se = se }), seed: 1);
        foreach (WeightTensor fresh in twin.ExportWeights().Where(weight => weight.Name.Contains(".se.", StringComparison.Ordinal)))
            weights.Add(fresh.Name, fresh);
        twin.LoadWeights(weights, "golden and new blocks");
        plain.eval();
        twin.eval();
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor input = tensor(golden.Input, golden.InputShape);
        Tensor expected = plain.call(input);
        return ((twin.call(input) - expected).norm() / expected.norm()).item<float>();
    }

    static GraphModule Module(SeOptions se)
    {
        Architecture architecture = ArchitectureRegistry.Get("se-resnet-20");
        var module = new GraphModule(architecture.Build(architecture.Defaults with { Se = se }));
        module.eval();
        return module;
    }
}
