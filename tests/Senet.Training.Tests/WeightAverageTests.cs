using System.Text.Json;
using Senet.Graph;
using Senet.Torch;
using Senet.Weights;
using static TorchSharp.torch;

namespace Senet.Training.Tests;

public class WeightAverageTests
{
    [Fact]
    public void Update_SixSteps_MatchesTheStoredNumbers()
    {
        using GraphModule module = Layer();
        Set(module, TrainingMaths.Numbers("average", "initial"));
        using var average = new WeightAverage(module, TrainingMaths.Get("average", "decay").GetDouble(), CPU);
        JsonElement updates = TrainingMaths.Get("average", "updates"), averages = TrainingMaths.Get("average", "averages");
        for (int step = 0; step < 6; step++)
        {
            Set(module, TrainingMaths.Numbers(updates[step]));
            average.Update(step);
            TrainingMaths.AssertClose(TrainingMaths.Numbers(averages[step]), Values(average.Module), 1e-6, $"average {step}");
        }
    }

    [Fact]
    public void LoadState_OfAnotherAverage_GoesOnToTheBit()
    {
        using GraphModule module = Layer();
        using WeightAverage first = new(module, 0.9, CPU), second = new(module, 0.9, CPU);
        Set(module, TrainingMaths.Numbers("average", "initial"));
        first.Update(0);
        Dictionary<string, WeightTensor> state = first.ExportState().ToDictionary(tensor => tensor.Name);
        Assert.All(state.Keys, name => Assert.True(Optimizer.IsStateName(name), name));
        second.LoadState(state, "state");
        first.Update(1);
        second.Update(1);
        Assert.Equal(Values(first.Module), Values(second.Module));
        SenetException error = Assert.Throws<SenetException>(() => second.LoadState(new Dictionary<string, WeightTensor>(), "last.safetensors"));
        Assert.StartsWith("last.safetensors: the weights are not those of layer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Update_BatchNormalisation_AveragesItsStatisticsToo()
    {
        using var module = new GraphModule(ArchitectureRegistry.Get("se-resnet-8").Build());
        using var average = new WeightAverage(module, 0.5, CPU);
        using (no_grad())
            module.get_buffer("bn1.running_mean")!.fill_(10);
        long alive = Tensor.TotalCount;
        average.Update(100);
        Assert.InRange(Tensor.TotalCount, 0, alive);
        Assert.All(average.Module.ExportWeights().Single(tensor => tensor.Name == "bn1.running_mean").ToFloat32(), value => Assert.Equal(5, value));
    }

    static GraphModule Layer()
    {
        var builder = new GraphBuilder(2);
        return new(builder.Build("layer", builder.Linear("fc", builder.GlobalAveragePool("pool", builder.Input), 2)));
    }

    static void Set(GraphModule module, double[] values) => module.LoadWeights(
        new[]
        {
            WeightTensor.FromFloat32("fc.weight", [2, 2], [.. values[..4].Select(value => (float)value)]),
            WeightTensor.FromFloat32("fc.bias", [2], [.. values[4..].Select(value => (float)value)]),
        }.ToDictionary(tensor => tensor.Name),
        "fixture");

    static double[] Values(GraphModule module) => [.. module.ExportWeights().SelectMany(tensor => tensor.ToFloat32()).Select(value => (double)value)];
}
