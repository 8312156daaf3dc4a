using System.Diagnostics;
using Senet.Graph;
using Senet.Weights;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

public class GraphModuleTests
{
    [Fact]
    public void Names_AreTheGraphs()
    {
        using GraphModule module = Create("se-resnet-50");
        string[] names = [.. module.state_dict().Keys];
        Assert.Equal(module.Graph.Parameters.Select(spec => spec.Name).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        Assert.Contains("layer1.0.se.fc1.weight", names);
        foreach ((ParameterSpec spec, TorchSharp.Modules.Parameter value) in module.TrainableParameters)
            Assert.Equal(spec.Shape, value.shape);
    }

    [Fact]
    public void LoadWeights_WrongKeys_NamesThem()
    {
        using GraphModule module = Create("se-resnet-20");
        Dictionary<string, WeightTensor> weights = module.ExportWeights().ToDictionary(weight => weight.Name);
        weights.Remove("layer1.0.se.fc1.bias");
        weights["extra.weight"] = WeightTensor.FromFloat32("extra.weight", [1], [1f]);
        weights["bn1.num_batches_tracked"] = WeightTensor.FromInt64("bn1.num_batches_tracked", [], [7]);
        SenetException error = Assert.Throws<SenetException>(() => module.LoadWeights(weights, "a.safetensors"));
        Assert.Equal("a.safetensors: the weights are not those of se-resnet-20: 1 missing (layer1.0.se.fc1.bias), 1 unexpected (extra.weight)", error.Message);
    }

    [Fact]
    public void LoadWeights_WrongShape_NamesIt()
    {
        using GraphModule module = Create("se-resnet-20");
        Dictionary<string, WeightTensor> weights = module.ExportWeights().ToDictionary(weight => weight.Name);
        weights["fc.bias"] = WeightTensor.FromFloat32("fc.bias", [3], [1f, 2f, 3f]);
        SenetException error = Assert.Throws<SenetException>(() => module.LoadWeights(weights, "a.safetensors"));
        Assert.Equal("a.safetensors: fc.bias has shape [3]; se-resnet-20 expects [10]", error.Message);
    }

    [Fact]
    public void Initialisation_OneSeed_IsReproducibleAndHe()
    {
        using GraphModule first = Create("se-resnet-20", seed: 5);
        using GraphModule again = Create("se-resnet-20", seed: 5);
        using GraphModule other = Create("se-resnet-20", seed: 6);
        float[] a = Values(first);
        Assert.Equal(a, Values(again));
        Assert.NotEqual(a, Values(other));
        // Variance 2 / fan-out = 2 / (64 * 9) over 36,864 draws: the standard error of the variance is 0.7 %.
        double variance = a.Select(value => (double)value * value).Average();
        Assert.InRange(variance / (2.0 / (64 * 9)), 0.96, 1.04);

        static float[] Values(GraphModule module) =>
            module.ExportWeights().Single(weight => weight.Name == "layer3.2.conv2.weight").ToFloat32();
    }

    [Fact]
    public void Dispose_FreesEveryParameterAndStatistic()
    {
        GraphModule module = Create("se-resnet-20");
        int registered = module.Graph.Parameters.Count;
        // Tensors of earlier tests are finalised now and not meanwhile.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = Tensor.TotalCount;
        module.Dispose();
        Assert.Equal(before - registered, Tensor.TotalCount);
    }

    [Fact]
    public void Forward_TwoHundredPredictions_NeitherTensorsNorMemoryGrow()
    {
        using GraphModule module = Create("se-resnet-18");
        module.eval();
        Predict(20);
        long tensors = Tensor.TotalCount;
        long before = ResidentBytes();
        Predict(200);
        // Fewer where a tensor of an earlier test is finalised meanwhile.
        Assert.InRange(Tensor.TotalCount, 0, tensors);
        Assert.True(ResidentBytes() - before < 50L << 20, $"the process grew by {(ResidentBytes() - before) >> 20} MB");

        void Predict(int count)
        {
            for (int i = 0; i < count; i++)
            {
                using var scope = NewDisposeScope();
                using IDisposable noGrad = no_grad();
                module.call(zeros(1, 3, 96, 96)).data<float>().ToArray();
            }
        }

        static long ResidentBytes()
        {
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            return process.WorkingSet64;
        }
    }

    static GraphModule Create(string id, long seed = 0) => new(ArchitectureRegistry.Get(id).Build(), seed);
}
