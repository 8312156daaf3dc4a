using Senet.Graph;
using Senet.Weights;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

/// <summary>What holds for every architecture, each built once: odd sizes, one channel, seven classes, gradients, saved weights, single images.</summary>
public class ArchitecturePropertyTests
{
    public static TheoryData<string> Ids => [.. ArchitectureRegistry.All.Select(architecture => architecture.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Module_OneChannelSevenClasses_TrainsSavesAndPredicts(string id)
    {
        using var scope = NewDisposeScope();
        Architecture architecture = ArchitectureRegistry.Get(id);
        // Where a network can be made narrower it is: a VGG's classifier alone has 120 million weights.
        double width = architecture.Choices.HasFlag(NetworkChoices.WidthMultiplier) ? 0.25 : 1;
        NetworkGraph graph = architecture.Build(architecture.Defaults with { Classes = 7, InputChannels = 1, WidthMultiplier = width });
        using var module = new GraphModule(graph, seed: 3);
        Backward(module);
        using (no_grad())
            Predict(module);
    }

    // SENet-154 was also tested at 320 (Table 8), and sizes between are nobody's native ones.
    [Theory]
    [InlineData("senet-154", 320)]
    [InlineData("se-inception-resnet-v2", 331)]
    [InlineData("se-bn-inception", 225)]
    [InlineData("se-vgg-16", 250)]
    [InlineData("se-shufflenet-g3", 191)]
    [InlineData("se-shake-even-29-2x4x64d", 37)]
    public void Forward_OtherSize_GivesLogits(string id, int size)
    {
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        using var module = new GraphModule(ArchitectureRegistry.Get(id).Build());
        module.eval();
        Tensor logits = module.call(rand(1, 3, size, size + 1));
        Assert.True(logits.isfinite().all().item<bool>());
        Assert.Equal([1, module.Graph.Output.OutputChannels], logits.shape);
    }

    static void Backward(GraphModule module)
    {
        module.train();
        int size = Math.Max(40, module.Graph.SmallestInput);
        Tensor logits = module.call(randn(4, 1, size, size - 1 < module.Graph.SmallestInput ? size : size - 1));
        Assert.Equal([4, 7], logits.shape);
        nn.functional.cross_entropy(logits, tensor(new long[] { 0, 3, 6, 2 })).backward();
        foreach ((ParameterSpec spec, Parameter value) in module.TrainableParameters)
        {
            using Tensor? gradient = value.grad;
            Assert.True(gradient is not null, $"{spec.Name} has no gradient");
            double norm = gradient.norm().item<float>();
            Assert.True(double.IsFinite(norm), $"{spec.Name}: gradient norm {norm}");
            // One hidden unit of a narrow excitation may be dead at a random start; anything wider may not.
            if (!spec.Name.Contains(".se.", StringComparison.Ordinal))
                Assert.True(norm > 0, $"{spec.Name}: the gradient is zero");
        }
    }

    static void Predict(GraphModule module)
    {
        module.eval();
        NetworkGraph graph = module.Graph;
        Tensor batch = randn(3, 1, graph.SmallestInput + 5, graph.SmallestInput + 8);
        Tensor expected = module.call(batch);
        // Weights and the statistics of one training step: what is loaded must give the same bits.
        Dictionary<string, WeightTensor> saved = module.ExportWeights().ToDictionary(weight => weight.Name);
        foreach ((_, Parameter value) in module.TrainableParameters)
            value.mul_(0.5);
        Assert.False(module.call(batch).equal(expected).all().item<bool>());
        module.LoadWeights(saved, "memory");
        Assert.True(module.call(batch).equal(expected).all().item<bool>());
        // A single image gives what it gives among others, up to rounding.
        Tensor alone = module.call(batch.slice(0, 1, 2, 1));
        Tensor among = expected.slice(0, 1, 2, 1);
        Assert.True(alone.allclose(among, rtol: 1e-4, atol: 1e-4 * among.abs().max().item<float>()), "an image's logits depend on the others in its batch");
    }
}
