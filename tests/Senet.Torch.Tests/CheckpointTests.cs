using Senet.Graph;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

public class CheckpointTests
{
    [Theory]
    [InlineData("se-resnet-20", 16, Precision.Float32)]
    [InlineData("se-resnet-20", 16, Precision.BFloat16)]
    [InlineData("se-resnet-50", 32, Precision.Float32)]
    [InlineData("se-shufflenet-g3", 64, Precision.Float32)]
    [InlineData("preact-resnet-164", 8, Precision.Float32)]
    // Draws random numbers in every block.
    [InlineData("shake-shake-26-2x96d", 8, Precision.Float32)]
    public void Backward_Checkpointed_GradientsAndStatisticsAreTheSameBits(string id, int size, Precision precision)
    {
        NetworkGraph graph = ArchitectureRegistry.Get(id).Build(ArchitectureRegistry.Get(id).Defaults with { Classes = 10 });
        Assert.NotEmpty(ActivationMemory.Cuts(graph));
        using GraphModule whole = new(graph, seed: 3) { Precision = precision }, parts = new(graph, seed: 3) { Precision = precision, CheckpointActivations = true };
        Assert.Equal(Train(whole, size), Train(parts, size));
        Assert.Equal(Gradients(whole), Gradients(parts));
        Assert.Equal(Values(whole), Values(parts));
    }

    [Fact]
    public void Backward_FrozenStages_GetNoGradientsAndTheRestTheSame()
    {
        NetworkGraph graph = ArchitectureRegistry.Get("se-resnet-20").Build();
        using GraphModule whole = new(graph, seed: 3), parts = new(graph, seed: 3) { CheckpointActivations = true };
        whole.FreezeThrough(2);
        parts.FreezeThrough(2);
        Assert.Equal(Train(whole, 16), Train(parts, 16));
        Assert.Equal(Gradients(whole), Gradients(parts));
        Assert.Equal(Values(whole), Values(parts));
        Assert.Null(parts.get_parameter("conv1.weight")!.grad);
    }

    [Fact]
    public void Backward_ManySteps_KeepsNoTensors()
    {
        using GraphModule module = new(ArchitectureRegistry.Get("se-resnet-20").Build()) { CheckpointActivations = true };
        Train(module, 16);
        long alive = Tensor.TotalCount;
        for (int i = 0; i < 5; i++)
            Train(module, 16);
        // Fewer where a tensor of an earlier test is finalised meanwhile.
        Assert.InRange(Tensor.TotalCount, 0, alive);
        // A forward pass whose backward pass never comes gives its maps back at the next.
        using (NewDisposeScope())
            module.call(Images(16));
        Train(module, 16);
        Assert.InRange(Tensor.TotalCount, 0, alive);
    }

    [Fact]
    public void Cuts_SeResNet50_LieBetweenBlocks()
    {
        NetworkGraph graph = ArchitectureRegistry.Get("se-resnet-50").Build();
        string[] names = [.. ActivationMemory.Cuts(graph).Select(index => graph.Nodes[index].Name)];
        // 16 blocks: the last one ends in the classifier's part, and the stem is one with the first.
        Assert.Equal(16, names.Length);
        Assert.All(names, name => Assert.StartsWith("layer", name, StringComparison.Ordinal));
    }

    static float Train(GraphModule module, int size)
    {
        using DisposeScope scope = NewDisposeScope();
        random.manual_seed(5);
        foreach ((_, Parameter value) in module.TrainableParameters)
            value.grad?.zero_();
        module.train();
        Tensor loss = nn.functional.cross_entropy(module.call(Images(size)), tensor(new long[] { 1, 7, 0, 2 }));
        module.Backward(loss);
        return loss.item<float>();
    }

    static float[] Gradients(GraphModule module)
    {
        using DisposeScope scope = NewDisposeScope();
        return [.. module.TrainableParameters.SelectMany(entry => entry.Value.grad!.contiguous().data<float>().ToArray())];
    }

    static float[] Values(GraphModule module) => [.. module.ExportWeights().SelectMany(weight => weight.ToFloat32())];

    static Tensor Images(int size) => sin(arange(4L * 3 * size * size, ScalarType.Float32) * 0.37).reshape(4, 3, size, size);
}
