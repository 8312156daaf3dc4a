using Senet.Data;
using Senet.Graph;
using Senet.Tests;
using Senet.Weights;
using static TorchSharp.torch;

namespace Senet.Training.Tests;

/// <summary>Every named recipe trains, and everything that a recipe can ask for resumes to the bit.</summary>
public sealed class RecipesTests : IDisposable
{
    readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. Recipes.All.Select(recipe => recipe.Name)];

    public static TheoryData<string> Features => [.. s_features.Keys];

    // Small enough for two epochs of 18 images; everything else is the feature's own.
    static readonly Dictionary<string, Func<Recipe, Recipe>> s_features = new(StringComparer.Ordinal)
    {
        ["adamw"] = recipe => recipe with { Optimizer = OptimizerKind.AdamW, LearningRate = 0.002 },
        ["lamb and clipping"] = recipe => recipe with { Optimizer = OptimizerKind.Lamb, LearningRate = 0.01, ClipNorm = 0.5 },
        ["moving average"] = recipe => recipe with { EmaDecay = 0.9 },
        // A classifier that hardly learns behind features that stand still: the loss stays where it is.
        ["plateau"] = recipe => recipe with { Schedule = ScheduleKind.Plateau, PlateauPatience = 0, StepFactor = 0.5, LearningRate = 1e-6, FreezeThrough = 3 },
        ["accumulation"] = recipe => recipe with { AccumulationSteps = 3 },
        ["stochastic depth"] = recipe => recipe with { StochasticDepth = 0.5 },
        ["balanced sampling"] = recipe => recipe with { Sampling = Sampling.Balanced },
        ["binary cross-entropy"] = recipe => recipe with { Loss = LossKind.BinaryCrossEntropy, ClassWeights = ClassWeighting.Balanced, LabelSmoothing = 0.1 },
        ["frozen normalisation"] = recipe => recipe with { FreezeNormLastEpochs = 1 },
        ["all at once"] = recipe => recipe with
        {
            Optimizer = OptimizerKind.Lamb,
            LearningRate = 0.01,
            EmaDecay = 0.99,
            Schedule = ScheduleKind.Poly,
            WarmupEpochs = 0.5,
            AccumulationSteps = 2,
            StochasticDepth = 0.3,
            Sampling = Sampling.Balanced,
            Loss = LossKind.BinaryCrossEntropy,
            FreezeNormLastEpochs = 1,
            ClipNorm = 1,
            Augmentation = new() { Ops = AugmentationOps.Parse("rand-augment,mixup,cutmix") },
        },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Train_EveryRecipe_TwoEpochs(string name)
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        Recipe named = Recipes.Get(name);
        TrainingResult result = Trainer.Train(Settings(named) with { AdjustRecipe = recipe => recipe with { Epochs = 2, BatchSize = 6, LearningRate = Math.Min(recipe.LearningRate, 0.05) } });
        Assert.Equal(2, result.Epochs.Count);
        Assert.All(result.Epochs, epoch => Assert.True(double.IsFinite(epoch.TrainLoss) && double.IsFinite(epoch.ValidationLoss)));

        RunDescription run = new RunFolder(result.RunFolder).ReadDescription();
        Assert.Equal((name, named.Version), (run.Recipe.Name, run.Recipe.Version));
        Assert.Equal(
            (named.Optimizer, named.Schedule, named.Loss, named.EmaDecay, named.StochasticDepth, named.Normalisation, named.FreezeNormLastEpochs),
            (run.Recipe.Optimizer, run.Recipe.Schedule, run.Recipe.Loss, run.Recipe.EmaDecay, run.Recipe.StochasticDepth, run.Recipe.Normalisation, run.Recipe.FreezeNormLastEpochs));
        Assert.Equal(named.Milestones, run.Recipe.Milestones);
        Assert.Equal(named.Dropout ?? 0, run.Options.Dropout);
        Assert.All(run.Preprocessing.Std, std => Assert.Equal(named.Normalisation == Normalisation.Mean, std == 1 / 255f));
        ModelFile model = ModelFile.Load(result.ModelPath!);
        Assert.Equal(named.EmaDecay > 0, model.Description.Training.ContainsKey("weights"));
    }

    [Theory]
    [MemberData(nameof(Features))]
    public void Resume_WithEveryFeature_EndsWithTheSameBytes(string feature)
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        // Uneven classes, so that balancing has something to do.
        foreach (string path in Directory.GetFiles(_folder["data/right"]).Order().Take(5))
            File.Delete(path);
        TrainingSettings whole = Settings(s_features[feature](Plain)) with { RunFolder = _folder["whole"], Workers = 1 };
        var rates = new List<double>();
        Trainer.Train(whole, happening => rates.AddRange(happening is TrainingEvent.StepDone step ? [step.LearningRate] : []));
        // In the first epoch, at its very end and in the last one.
        int perEpoch = rates.Count / 3;
        foreach (int steps in new[] { 1, perEpoch, 2 * perEpoch + 1 })
        {
            string parts = _folder[$"parts-{steps}"];
            using var stop = new CancellationTokenSource();
            int done = 0;
            Assert.True(Trainer.Train(whole with { RunFolder = parts }, happening =>
            {
                if (happening is TrainingEvent.StepDone && ++done == steps)
                    stop.Cancel();
            }, stop.Token).Interrupted);
            Trainer.Resume(new() { Data = "", RunFolder = parts, Device = "cpu", Threads = 1, Workers = 2 });
            Assert.Equal(File.ReadAllBytes(_folder["whole/model.safetensors"]), File.ReadAllBytes(Path.Combine(parts, "model.safetensors")));
            AssertSameTensors(_folder["whole/last.safetensors"], Path.Combine(parts, "last.safetensors"));
            Assert.Equal(Losses(_folder["whole"]), Losses(parts));
        }
        if (feature == "plateau")
            Assert.True(rates[^1] < rates[0], "no plateau was found: the test tests nothing");

        static IEnumerable<(double, double, double)> Losses(string run) => new RunFolder(run).ReadMetrics().Select(row => (row.LearningRate, row.TrainLoss, row.ValidationLoss));
    }

    [Theory]
    [MemberData(nameof(Features))]
    public void Train_EveryFeature_ChangesTheWeightsAndKeepsNoTensors(string feature)
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        foreach (string path in Directory.GetFiles(_folder["data/right"]).Order().Take(5))
            File.Delete(path);
        Trainer.Train(Settings(Plain) with { RunFolder = _folder["plain"] });
        var alive = new List<long>();
        Trainer.Train(Settings(s_features[feature](Plain)) with { RunFolder = _folder["changed"] }, happening =>
        {
            if (happening is TrainingEvent.StepDone)
                alive.Add(Tensor.TotalCount);
        });
        IReadOnlyDictionary<string, WeightTensor> plain = SafetensorsFile.Read(_folder["plain/last.safetensors"]).Tensors, changed = SafetensorsFile.Read(_folder["changed/last.safetensors"]).Tensors;
        Assert.Contains(feature == "moving average" ? "ema/fc.weight" : "fc.weight", changed.Keys.Where(name => !plain.ContainsKey(name) || !plain[name].Data.Span.SequenceEqual(changed[name].Data.Span)));
        // Fewer where a tensor of an earlier test is finalised meanwhile.
        Assert.InRange(alive[^1], 0, alive[1]);
    }

    [Fact]
    public void Train_MovingAverage_IsWhatIsEvaluatedAndSaved()
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        TrainingResult result = Trainer.Train(Settings(Plain with { Epochs = 1, EmaDecay = 0.9 }));
        Dictionary<string, WeightTensor> model = ModelFile.Load(result.ModelPath!).Tensors.ToDictionary();
        IReadOnlyDictionary<string, WeightTensor> last = SafetensorsFile.Read(_folder["run/last.safetensors"]).Tensors;
        foreach ((string name, WeightTensor tensor) in model)
        {
            Assert.Equal(last[$"ema/{name}"].ToFloat32(), tensor.ToFloat32());
            if (name.EndsWith("running_mean", StringComparison.Ordinal))
                Assert.NotEqual(last[name].ToFloat32(), tensor.ToFloat32());
        }
        Assert.Equal("exponential moving average, decay 0.9", ModelFile.Load(result.ModelPath!).Description.Training["weights"]);
        using TorchClassifier classifier = TorchClassifier.Load(result.ModelPath!, "cpu");
        ImageDataSet data = ImageDataSet.Open(_folder["data"], new() { Seed = 7, ValidationFraction = 0.25 });
        Assert.Equal(result.Epochs[0].ValidationLoss, classifier.Evaluate(data.Validation).Loss, 1e-6);
    }

    [Fact]
    public void Train_InParts_TakesTheStepOfTheWholeBatch()
    {
        // Behind frozen features, whose batch normalisation does not tell parts from wholes, losses and weights are alike but for rounding.
        TinyImages.Write(_folder["data"], perClass: 12);
        Recipe recipe = Plain with { Epochs = 1, FreezeThrough = 3, LabelSmoothing = 0.1, BatchSize = 7 };
        var losses = new Dictionary<int, double>();
        foreach (int parts in new[] { 1, 3 })
        {
            Trainer.Train(Settings(recipe with { AccumulationSteps = parts }) with { RunFolder = _folder[$"{parts}"] }, happening =>
            {
                if (happening is TrainingEvent.StepDone step)
                    losses[parts] = step.Loss;
            });
        }
        Assert.Equal(losses[1], losses[3], 1e-5);
        IReadOnlyDictionary<string, WeightTensor> one = ModelFile.Load(_folder["1/model.safetensors"]).Tensors, three = ModelFile.Load(_folder["3/model.safetensors"]).Tensors;
        foreach ((string name, WeightTensor tensor) in one)
            TrainingMaths.AssertClose([.. tensor.ToFloat32().Select(value => (double)value)], [.. three[name].ToFloat32().Select(value => (double)value)], 1e-4, name);
        // The classifier did learn.
        using var initial = new Senet.Torch.GraphModule(ArchitectureRegistry.Get("se-resnet-8").Build(ModelFile.Load(_folder["1/model.safetensors"]).Description.Options), recipe.Seed);
        Assert.NotEqual(initial.ExportWeights().Single(tensor => tensor.Name == "fc.weight").ToFloat32(), one["fc.weight"].ToFloat32());
    }

    [Fact]
    public void Train_FrozenNormalisation_KeepsItsStatisticsInTheLastEpochs()
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        var statistics = new List<float[]>();
        // Never more than half of the run, whatever the recipe says.
        Trainer.Train(Settings(Plain with { Epochs = 4, FreezeNormLastEpochs = 9 }), happening =>
        {
            if (happening is TrainingEvent.EpochDone)
                statistics.Add(SafetensorsFile.Read(_folder["run/last.safetensors"]).Tensors["bn1.running_mean"].ToFloat32());
        });
        Assert.NotEqual(statistics[0], statistics[1]);
        Assert.Equal(statistics[1], statistics[2]);
        Assert.Equal(statistics[1], statistics[3]);
    }

    [Fact]
    public void Source_EveryRecipe_NamesItsOwnValues()
    {
        string[] members = [.. typeof(Recipe).GetProperties().Concat(typeof(Augmentation).GetProperties()).Select(property => property.Name)];
        Assert.Equal(Recipes.All.Count, Recipes.All.Select(recipe => recipe.Name).Distinct().Count());
        foreach (Recipe recipe in Recipes.All)
        {
            recipe.Validate();
            RecipeSource source = Recipes.Source(recipe.Name);
            Assert.NotEmpty(source.Purpose);
            Assert.All(source.Values, value => Assert.Contains(value, members));
        }
        Assert.Equal("arXiv:1709.01507, 5.1", Recipes.Source("paper").Of("LearningRate"));
        Assert.Equal("ours", Recipes.Source("paper").Of("WeightDecay"));
        Assert.Contains("the recipes are small-images, photos, paper, paper-ablation", Assert.Throws<SenetException>(() => Recipes.Get("papers")).Message, StringComparison.Ordinal);
    }

    static void AssertSameTensors(string expected, string actual)
    {
        IReadOnlyDictionary<string, WeightTensor> one = SafetensorsFile.Read(expected).Tensors, other = SafetensorsFile.Read(actual).Tensors;
        Assert.Equal(one.Keys.Order(), other.Keys.Order());
        foreach ((string name, WeightTensor tensor) in one)
            Assert.True(tensor.Data.Span.SequenceEqual(other[name].Data.Span), name);
    }

    static Recipe Plain => new()
    {
        Name = "plain",
        Epochs = 3,
        BatchSize = 6,
        LearningRate = 0.05,
        Seed = 7,
        // Flips would turn one class into the other.
        Augmentation = new() { Crop = CropMode.PadAndCrop, Padding = 1, Flip = false },
    };

    TrainingSettings Settings(Recipe recipe) => new()
    {
        Data = _folder["data"],
        RunFolder = _folder["run"],
        Architecture = "se-resnet-8",
        Recipe = recipe,
        ValidationFraction = 0.25,
        Device = "cpu",
        Threads = 1,
    };
}
