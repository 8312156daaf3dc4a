using System.Text.Json;
using Senet.Graph;
using Senet.Tests;
using Senet.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training.Tests;

public sealed class OptimizerTests : IDisposable
{
    // The stored numbers have 12 digits.
    const double Tolerance = 1e-11;

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sgd")]
    [InlineData("sgd-nesterov")]
    [InlineData("sgd-plain")]
    [InlineData("sgd-clipped")]
    [InlineData("adamw")]
    [InlineData("lamb")]
    public void Step_FiveSteps_MatchesTheStoredNumbers(string name)
    {
        using GraphModule module = Layer();
        Recipe recipe = RecipeOf(name);
        using Optimizer optimizer = Optimizer.Create(module, recipe);
        int number = 0;
        foreach (JsonElement expected in TrainingMaths.Get("optimizers", name).EnumerateArray())
        {
            TakeStep(optimizer, recipe, number++);
            for (int i = 0; i < 2; i++)
                TrainingMaths.AssertClose(TrainingMaths.Numbers(expected[i]), Values(optimizer.Parameters[i].Value), Tolerance, $"{name}, step {number}, {optimizer.Parameters[i].Spec.Name}");
        }
        Assert.Equal(5, optimizer.Steps);
    }

    [Theory]
    [InlineData("sgd-nesterov", 1)]
    [InlineData("adamw", 2)]
    [InlineData("lamb", 2)]
    public void LoadState_OfAnotherOptimizer_GoesOnToTheBit(string name, int tensorsPerParameter)
    {
        Recipe recipe = RecipeOf(name);
        using GraphModule whole = Layer(ScalarType.Float32), parts = Layer(ScalarType.Float32);
        using Optimizer straight = Optimizer.Create(whole, recipe), first = Optimizer.Create(parts, recipe), second = Optimizer.Create(parts, recipe);
        Assert.Empty(straight.ExportState());
        for (int step = 0; step < 5; step++)
            TakeStep(straight, recipe, step);
        for (int step = 0; step < 3; step++)
            TakeStep(first, recipe, step);
        var state = first.ExportState().ToDictionary(tensor => tensor.Name);
        Assert.Equal(1 + 2 * tensorsPerParameter, state.Count);
        Assert.All(state.Keys, key => Assert.True(Optimizer.IsStateName(key), key));
        second.LoadState(state);
        for (int step = 3; step < 5; step++)
            TakeStep(second, recipe, step);
        Assert.Equal(whole.ExportWeights().SelectMany(tensor => tensor.ToFloat32()), parts.ExportWeights().SelectMany(tensor => tensor.ToFloat32()));
        Assert.Equal(straight.ExportState().SelectMany(tensor => tensor.Data.ToArray()), second.ExportState().SelectMany(tensor => tensor.Data.ToArray()));
    }

    [Fact]
    public void Step_StageRates_ScaleTheRateOfTheirStage()
    {
        using GraphModule plain = Layer(), scaled = Layer();
        // All that the layer has is its stem.
        Recipe recipe = RecipeOf("sgd"), slower = recipe with { StageRates = [0.25] };
        using Optimizer full = Optimizer.Create(plain, recipe), quarter = Optimizer.Create(scaled, slower);
        double[] before = Values(full.Parameters[0].Value);
        TakeStep(full, recipe, 0);
        TakeStep(quarter, slower, 0);
        double[] expected = [.. Values(full.Parameters[0].Value).Select((value, i) => before[i] + (value - before[i]) / 4)];
        TrainingMaths.AssertClose(expected, Values(quarter.Parameters[0].Value), 1e-14, "a quarter of the rate");
    }

    [Fact]
    public void ClipGradients_ShortEnough_LeavesThemAlone()
    {
        using GraphModule module = Layer();
        using Optimizer optimizer = Optimizer.Create(module, RecipeOf("sgd"));
        SetGradients(optimizer, 0);
        double[] gradients = [.. TrainingMaths.Numbers(TrainingMaths.Get("layer", "gradients")[0][0]), .. TrainingMaths.Numbers(TrainingMaths.Get("layer", "gradients")[0][1])];
        double norm = Math.Sqrt(gradients.Sum(value => value * value));
        Assert.Equal(norm, optimizer.GradientNorm(), 12);
        Assert.Equal(norm, optimizer.ClipGradients(norm * 1.01), 12);
        Assert.Equal(norm, optimizer.GradientNorm(), 12);
        optimizer.ClipGradients(norm / 2);
        Assert.Equal(norm / 2, optimizer.GradientNorm(), 5);
        optimizer.ZeroGradients();
        Assert.Equal(0, optimizer.GradientNorm());
    }

    [Theory]
    [InlineData(OptimizerKind.Sgd)]
    [InlineData(OptimizerKind.AdamW)]
    [InlineData(OptimizerKind.Lamb)]
    public void Step_AgainAndAgain_KeepsNoTensors(OptimizerKind kind)
    {
        using GraphModule module = Layer();
        Recipe recipe = RecipeOf("sgd") with { Optimizer = kind };
        using Optimizer optimizer = Optimizer.Create(module, recipe);
        using DisposeScope scope = NewDisposeScope();
        TakeStep(optimizer, recipe, 0);
        TakeStep(optimizer, recipe, 1);
        long alive = Tensor.TotalCount;
        for (int i = 0; i < 10; i++)
        {
            optimizer.ClipGradients(0.1);
            optimizer.Step(0.1);
            optimizer.ZeroGradients();
        }
        Assert.InRange(Tensor.TotalCount, 0, alive);
    }

    [Fact]
    public void Validate_OutOfRange_NamesTheOption()
    {
        Assert.Equal("--beta1 1: expected 0 or more and below 1", Assert.Throws<SenetException>((Recipes.Photos with { Beta1 = 1 }).Validate).Message);
        Assert.Equal("--epsilon 0: expected a positive number", Assert.Throws<SenetException>((Recipes.Photos with { Epsilon = 0 }).Validate).Message);
        Assert.Equal("--clip-norm -1: expected 0 or more", Assert.Throws<SenetException>((Recipes.Photos with { ClipNorm = -1 }).Validate).Message);
    }

    static Recipe RecipeOf(string name) => name switch
    {
        "sgd" => new() { Name = name, WeightDecay = 0.01 },
        "sgd-nesterov" => new() { Name = name, WeightDecay = 0.01, Nesterov = true },
        "sgd-plain" => new() { Name = name, WeightDecay = 0, Momentum = 0 },
        "sgd-clipped" => new() { Name = name, WeightDecay = 0.01, ClipNorm = 1.5 },
        _ => new() { Name = name, Optimizer = name == "lamb" ? OptimizerKind.Lamb : OptimizerKind.AdamW, WeightDecay = 0.05, Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-6 },
    };

    // Three inputs, four outputs, the fixture's values.
    static GraphModule Layer(ScalarType type = ScalarType.Float64)
    {
        var builder = new GraphBuilder(3);
        var module = new GraphModule(builder.Build("layer", builder.Linear("fc", builder.GlobalAveragePool("pool", builder.Input), 4)));
        module.to(type);
        using IDisposable noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        module.get_parameter("fc.weight")!.copy_(tensor(TrainingMaths.Numbers("layer", "weight"), [4, 3]));
        module.get_parameter("fc.bias")!.copy_(tensor(TrainingMaths.Numbers("layer", "bias")));
        return module;
    }

    static void TakeStep(Optimizer optimizer, Recipe recipe, int number)
    {
        SetGradients(optimizer, number);
        if (recipe.ClipNorm > 0)
            optimizer.ClipGradients(recipe.ClipNorm);
        optimizer.Step(TrainingMaths.Numbers("layer", "rates")[number]);
    }

    static void SetGradients(Optimizer optimizer, int number)
    {
        for (int i = 0; i < 2; i++)
        {
            Tensor value = optimizer.Parameters[i].Value;
            using Tensor gradient = tensor(TrainingMaths.Numbers(TrainingMaths.Get("layer", "gradients")[number][i]), value.shape).to(value.dtype);
            value.grad = gradient;
        }
    }

    static double[] Values(Tensor tensor) => tensor.detach().data<double>().ToArray();
}
