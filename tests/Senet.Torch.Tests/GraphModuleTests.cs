using System.Diagnostics;
using Senet.Graph;
using Senet.Weights;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

public class GraphModuleTests
{
    public static TheoryData<string> Ids => [.. ArchitectureRegistry.All.Where(Small).Select(architecture => architecture.Id)];

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

    [Theory]
    [MemberData(nameof(Ids))]
    public void Backward_EveryParameter_GetsAFiniteNonZeroGradient(string id)
    {
        using var scope = NewDisposeScope();
        Architecture architecture = ArchitectureRegistry.Get(id);
        using var module = new GraphModule(architecture.Build(architecture.Defaults with { Classes = 7, InputChannels = 1 }), seed: 3);
        module.train();
        Tensor logits = module.call(rand(4, 1, 40, 36));
        Assert.Equal([4, 7], logits.shape);
        nn.functional.cross_entropy(logits, tensor(new long[] { 0, 3, 6, 2 })).backward();
        foreach ((ParameterSpec spec, TorchSharp.Modules.Parameter value) in module.TrainableParameters)
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

    [Theory]
    [InlineData("se-resnet-20")]
    [InlineData("resnet-20")]
    [InlineData("se-resnet-18")]
    public void LoadWeights_Exported_GivesIdenticalLogits(string id)
    {
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        using GraphModule first = Create(id, seed: 1);
        using GraphModule second = Create(id, seed: 2);
        first.train();
        Tensor batch = rand(4, 3, 48, 48);
        first.call(batch);
        first.eval();
        second.eval();
        Tensor expected = first.call(batch);
        Assert.False(second.call(batch).equal(expected).all().item<bool>());
        second.LoadWeights(first.ExportWeights().ToDictionary(weight => weight.Name), "memory");
        Assert.True(second.call(batch).equal(expected).all().item<bool>());
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
    public void Forward_MaxSqueezeAndTanhGate_MatchesTheFormula()
    {
        // The block alone, against the equations written out in scalars.
        var net = new GraphBuilder(4);
        var options = new SeOptions { SqueezeWidth = 2, Squeeze = SqueezeOperator.Max, Gate = ExcitationGate.Tanh };
        using var module = new GraphModule(net.Build("block", net.SqueezeExcite("se", net.Input, options)), seed: 4);
        module.eval();
        using var scope = NewDisposeScope();
        Dictionary<string, float[]> w = module.ExportWeights().ToDictionary(weight => weight.Name, weight => weight.ToFloat32());
        float[] x = rand(1, 4, 3, 3).data<float>().ToArray();
        float[] y = module.call(tensor(x, 1, 4, 3, 3)).data<float>().ToArray();
        double[] z = [.. Enumerable.Range(0, 4).Select(c => (double)x.Skip(9 * c).Take(9).Max())];
        double[] hidden = [.. Enumerable.Range(0, 2).Select(j => Math.Max(0, w["se.fc1.bias"][j] + Enumerable.Range(0, 4).Sum(c => w["se.fc1.weight"][4 * j + c] * z[c])))];
        for (int c = 0; c < 4; c++)
        {
            double gate = Math.Tanh(w["se.fc2.bias"][c] + Enumerable.Range(0, 2).Sum(j => w["se.fc2.weight"][2 * c + j] * hidden[j]));
            for (int p = 0; p < 9; p++)
                Assert.Equal(x[9 * c + p] * gate, y[9 * c + p], 1e-5);
        }
    }

    [Fact]
    public void Dispose_FreesEveryParameterAndStatistic()
    {
        GraphModule module = Create("se-resnet-20");
        int registered = module.Graph.Parameters.Count;
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
        Assert.Equal(tensors, Tensor.TotalCount);
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

    static bool Small(Architecture architecture) => architecture.Id is not ("resnet-101" or "resnet-152" or "se-resnet-101" or "se-resnet-152" or "resnet-110" or "se-resnet-110");

    static GraphModule Create(string id, long seed = 0) => new(ArchitectureRegistry.Get(id).Build(), seed);
}
