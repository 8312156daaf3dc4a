using Senet.Data;
using Senet.Graph;
using Senet.Tests;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training.Tests;

/// <summary>Augmentation in training: what is asked for happens, is saved, and resumes to the bit.</summary>
public sealed class AugmentationTrainingTests : IDisposable
{
    const string Ops = "pixel-jitter:20,rotation:10,color-jitter:0.4/0.4/0.4/0.1,rand-augment:1/5,random-erasing:0.3,mixup:0.4,cutmix:1";

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Resume_WithEveryKindOfOperation_EndsWithTheSameBytes(int steps)
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        TrainingSettings whole = Settings(Ops, epochs: 3) with { RunFolder = _folder["whole"], Workers = 1 };
        Trainer.Train(whole);
        using var stop = new CancellationTokenSource();
        int done = 0;
        Trainer.Train(whole with { RunFolder = _folder["parts"], Workers = 4 }, happening =>
        {
            if (happening is TrainingEvent.StepDone && ++done == steps)
                stop.Cancel();
        }, stop.Token);
        Assert.Equal(Ops, new RunFolder(_folder["parts"]).ReadDescription().Recipe.Augmentation.Ops.ToString());
        Trainer.Resume(new() { Data = "", RunFolder = _folder["parts"], Device = "cpu", Threads = 1, Workers = 2 });
        Assert.Equal(File.ReadAllBytes(_folder["whole/model.safetensors"]), File.ReadAllBytes(_folder["parts/model.safetensors"]));
        Assert.Equal(
            new RunFolder(_folder["whole"]).ReadMetrics().Select(row => (row.Epoch, row.TrainLoss, row.TrainTop1, row.ValidationLoss)),
            new RunFolder(_folder["parts"]).ReadMetrics().Select(row => (row.Epoch, row.TrainLoss, row.TrainTop1, row.ValidationLoss)));
    }

    [Fact]
    public void Train_WithMixing_LearnsAllTheSame()
    {
        TinyImages.Write(_folder["data"], perClass: 24);
        TrainingResult result = Trainer.Train(Settings("pixel-jitter:10,mixup:0.2", epochs: 8));
        Assert.InRange(result.BestTop1, 0.9, 1);
    }

    [Fact]
    public void Train_WithMixing_KeepsAsManyTensorsAlive()
    {
        TinyImages.Write(_folder["data"], perClass: 20);
        var alive = new List<long>();
        Trainer.Train(Settings("mixup,cutmix", epochs: 4), happening =>
        {
            if (happening is TrainingEvent.StepDone)
                alive.Add(Tensor.TotalCount);
        });
        Assert.InRange(alive[15], 0, alive[1]);
    }

    [Fact]
    public void ReadDescription_RunOfAnOlderVersion_HasNoOperations()
    {
        TinyImages.Write(_folder["data"], perClass: 8);
        Trainer.Train(Settings("rotation", epochs: 1));
        string path = _folder["run/recipe.json"], text = File.ReadAllText(path);
        string older = System.Text.RegularExpressions.Regex.Replace(text, ",\n *\"ops\": \"rotation:10\"", "");
        Assert.NotEqual(text, older);
        File.WriteAllText(path, older);
        Assert.Equal(AugmentationOps.None, new RunFolder(_folder["run"]).ReadDescription().Recipe.Augmentation.Ops);
        File.WriteAllText(path, text.Replace("rotation:10", "rotation:400", StringComparison.Ordinal));
        SenetException error = Assert.Throws<SenetException>(() => new RunFolder(_folder["run"]).ReadDescription());
        Assert.Contains("augmentation rotation: DEGREES is 400; expected 0 to 180", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void Targets_OfMixedSamples_GiveTheMixOfTheirLosses(double smoothing)
    {
        long[] labels = [0, 3, 1, 1];
        var random = new SampleRandom(2, 0, 0);
        MixedLabels mixed = new Mixup(1).Apply(new float[4], labels, 1, 1, ref random);
        using var batch = new ImageBatch(new float[4], labels, [0, 1, 2, 3], 1, 1, 1, mixed: mixed);
        using DisposeScope scope = NewDisposeScope();
        Tensor logits = randn([4, 5], float32, generator: new Generator(1));
        Tensor targets = Batches.Targets(batch, 5, CPU);
        Assert.Equal([4, 5], targets.shape);
        float actual = nn.functional.cross_entropy(logits, targets, label_smoothing: smoothing).item<float>();
        Tensor own = nn.functional.cross_entropy(logits, tensor(labels), reduction: nn.Reduction.None, label_smoothing: smoothing);
        Tensor other = nn.functional.cross_entropy(logits, tensor(mixed.Others), reduction: nn.Reduction.None, label_smoothing: smoothing);
        Tensor shares = tensor(mixed.Shares);
        Assert.Equal((own * shares + other * (1 - shares)).mean().item<float>(), actual, 1e-6);
        Assert.Equal(mixed.Shares[0] >= 0.5f ? labels : labels.Reverse(), Batches.MainLabels(batch));
    }

    [Fact]
    public void Targets_WithoutMixing_AreTheLabels()
    {
        using var batch = new ImageBatch(new float[2], [4, 2], [0, 1], 1, 1, 1);
        using Tensor targets = Batches.Targets(batch, 5, CPU);
        Assert.Equal(ScalarType.Int64, targets.dtype);
        Assert.Equal([4L, 2L], targets.data<long>().ToArray());
        Assert.Same(batch.Labels, Batches.MainLabels(batch));
    }

    [Fact]
    public void Evaluate_SeveralCrops_AveragesProbabilities()
    {
        TinyImages.Write(_folder["data"], perClass: 4);
        IImageSource images = ImageDataSet.OpenForEvaluation(_folder["data"], ["left", "right"]);
        var loader = new BatchLoader(images, new EvaluationTransform(new() { Height = 12, Width = 12, ResizeShortSide = 16 }, 5), new() { BatchSize = 3 });
        // Four crops are sure of the left by 3 to 1, one of the right by e^9: in the mean of logits the right would win.
        EvaluationResult result = Evaluator.Evaluate(loader, ["left", "right"], batch =>
            [.. Enumerable.Range(0, batch.Count * 5).SelectMany(i => i % 5 == 4 ? new float[] { 0, 9 } : [MathF.Log(3), 0])]);
        Assert.Equal((8, 0.5), (result.Count, result.Top1));
        Assert.Equal(8, result.PerClass[0].Predicted);
        double left = (4 * 0.75 + 1 / (1 + Math.Exp(9))) / 5;
        Assert.Equal(-(Math.Log(left) + Math.Log(1 - left)) / 2, result.Loss, 1e-5);
    }

    [Fact]
    public void Validate_CropOutOfRange_NamesTheOption()
    {
        Recipe recipe = Recipes.Photos with { Augmentation = new() { ScaleMin = 1.5 } };
        Assert.Equal("--scale-min 1.5: expected above 0 and at most 1", Assert.Throws<SenetException>(recipe.Validate).Message);
        recipe = recipe with { Augmentation = new() { Padding = -1 } };
        Assert.Equal("--padding -1: expected 0 or more", Assert.Throws<SenetException>(recipe.Validate).Message);
    }

    TrainingSettings Settings(string ops, int epochs) => new()
    {
        Data = _folder["data"],
        RunFolder = _folder["run"],
        Architecture = "se-resnet-8",
        Recipe = Recipes.SmallImages with
        {
            Epochs = epochs,
            BatchSize = 6,
            LearningRate = 0.05,
            Seed = 7,
            LabelSmoothing = 0.1,
            Augmentation = new() { Crop = CropMode.PadAndCrop, Padding = 1, Flip = false, Ops = AugmentationOps.Parse(ops) },
        },
        ValidationFraction = 0.25,
        Device = "cpu",
        Threads = 1,
    };
}
