using System.Globalization;
using System.Text.RegularExpressions;
using Senet.Data;
using Senet.Graph;
using Senet.Tests;
using Senet.Weights;
using static TorchSharp.torch;

namespace Senet.Training.Tests;

public sealed class TrainerTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_TinyFolder_LearnsAndLeavesEverythingNeededToPredict()
    {
        // Numbers in files must not follow the culture.
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        TinyImages.Write(_folder["data"], perClass: 24);
        TrainingResult result = Trainer.Train(Settings(epochs: 6));
        Assert.False(result.Interrupted);
        Assert.InRange(result.BestTop1, 0.9, 1);
        var run = new RunFolder(result.RunFolder);
        Assert.Equal(["left", "right"], run.ReadClasses());
        Assert.Equal(6, run.ReadMetrics().Count);
        Assert.Equal(result.BestTop1, run.ReadMetrics()[result.BestEpoch - 1].ValidationTop1, 5);
        Assert.StartsWith("1,0.", File.ReadAllLines(run.MetricsPath)[1], StringComparison.Ordinal);
        Assert.Equal(6, run.ReadDescription().Recipe.Epochs);
        Assert.DoesNotContain(Directory.EnumerateFiles(result.RunFolder), path => path.EndsWith(".tmp", StringComparison.Ordinal));

        using TorchClassifier classifier = TorchClassifier.Load(result.ModelPath!, "cpu");
        Assert.Equal(["left", "right"], classifier.Classes);
        Assert.Equal((16, 16), (classifier.Description.Preprocessing.Height, classifier.Description.Preprocessing.Width));
        IReadOnlyList<Prediction> top = classifier.Classify(Path.Combine(_folder["data"], "right", "003.png"));
        Assert.Equal("right", top[0].Class);
        Assert.Equal(1, top.Sum(prediction => prediction.Probability), 5);
        // The validation images again, through the file: the same accuracy to the last image.
        ImageDataSet data = ImageDataSet.Open(_folder["data"], new() { Seed = 7, ValidationFraction = 0.25 });
        EvaluationResult evaluation = classifier.Evaluate(data.Validation);
        Assert.Equal(result.BestTop1, evaluation.Top1, 9);
        Assert.Equal(data.Validation.Count, evaluation.Confusion.Sum(row => row.Sum()));
    }

    [Fact]
    public void Train_OneSeed_GivesIdenticalFiles()
    {
        TinyImages.Write(_folder["data"], perClass: 10);
        Trainer.Train(Settings(epochs: 2) with { RunFolder = _folder["a"], Workers = 1 });
        Trainer.Train(Settings(epochs: 2) with { RunFolder = _folder["b"], Workers = 4 });
        Assert.Equal(File.ReadAllBytes(_folder["a/model.safetensors"]), File.ReadAllBytes(_folder["b/model.safetensors"]));
    }

    [Fact]
    public void Train_TwentySteps_KeepsAsManyTensorsAliveAsTwo()
    {
        TinyImages.Write(_folder["data"], perClass: 20);
        var alive = new List<long>();
        Trainer.Train(Settings(epochs: 6) with { Recipe = Recipe(6) with { BatchSize = 8 } }, happening =>
        {
            if (happening is TrainingEvent.StepDone)
                alive.Add(Tensor.TotalCount);
        });
        Assert.True(alive.Count > 20);
        // Fewer where a tensor of an earlier test is finalised meanwhile.
        Assert.InRange(alive[19], 0, alive[1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void Resume_InterruptedAtAnyStep_EndsWithTheSameBytes(int steps)
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        // Dropout draws random numbers in every step: they have to be the same ones after the interruption.
        NetworkOptions options = ArchitectureRegistry.Get("se-resnet-8").Defaults with { Dropout = 0.3 };
        TrainingSettings whole = Settings(epochs: 3) with { RunFolder = _folder["whole"], Options = options };
        Trainer.Train(whole);

        using var stop = new CancellationTokenSource();
        int done = 0;
        TrainingSettings parts = whole with { RunFolder = _folder["parts"] };
        TrainingResult first = Trainer.Train(parts, happening =>
        {
            if (happening is TrainingEvent.StepDone && ++done == steps)
                stop.Cancel();
        }, stop.Token);
        Assert.True(first.Interrupted);
        TrainingResult second = Trainer.Resume(new() { Data = "", RunFolder = _folder["parts"], Device = "cpu", Threads = 1 });
        Assert.False(second.Interrupted);
        Assert.Equal(File.ReadAllBytes(_folder["whole/model.safetensors"]), File.ReadAllBytes(_folder["parts/model.safetensors"]));
        Assert.Equal(File.ReadAllBytes(_folder["whole/classes.txt"]), File.ReadAllBytes(_folder["parts/classes.txt"]));
        Assert.Equal(
            new RunFolder(_folder["whole"]).ReadMetrics().Select(row => (row.Epoch, row.TrainLoss, row.ValidationLoss)),
            new RunFolder(_folder["parts"]).ReadMetrics().Select(row => (row.Epoch, row.TrainLoss, row.ValidationLoss)));
    }

    [Fact]
    public void Resume_WithCacheAndFastDecode_EndsWithTheSameBytes()
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        // Half the images' size: the cache holds something else than the files do.
        TrainingSettings whole = Settings(epochs: 3) with { RunFolder = _folder["whole"], CacheFolder = _folder["cache"], ImageSize = 8, Recipe = Recipe(3) with { FastDecode = true } };
        var messages = new List<string>();
        Trainer.Train(whole, happening => messages.Add((happening as TrainingEvent.Message)?.Text ?? ""));
        Assert.Equal(2, messages.Count(text => text.Contains(".senet-images: built, ", StringComparison.Ordinal)));
        RunDescription saved = new RunFolder(_folder["whole"]).ReadDescription();
        Assert.Equal((Path.GetFullPath(_folder["cache"]), true), (saved.CacheFolder, saved.Recipe.FastDecode));

        using var stop = new CancellationTokenSource();
        Trainer.Train(whole with { RunFolder = _folder["parts"] }, happening =>
        {
            if (happening is TrainingEvent.StepDone)
                stop.Cancel();
        }, stop.Token);
        messages.Clear();
        Trainer.Resume(new() { Data = "", RunFolder = _folder["parts"], Device = "cpu", Threads = 1 }, happening => messages.Add((happening as TrainingEvent.Message)?.Text ?? ""));
        Assert.Equal(2, messages.Count(text => text.Contains(".senet-images: found, ", StringComparison.Ordinal)));
        Assert.Equal(File.ReadAllBytes(_folder["whole/model.safetensors"]), File.ReadAllBytes(_folder["parts/model.safetensors"]));
    }

    [Fact]
    public void Resume_KilledBeforeTheFirstState_StartsAgain()
    {
        TinyImages.Write(_folder["data"], perClass: 8);
        Trainer.Train(Settings(epochs: 1));
        File.Delete(_folder["run/last.safetensors"]);
        byte[] model = File.ReadAllBytes(_folder["run/model.safetensors"]);
        File.Delete(_folder["run/model.safetensors"]);
        File.WriteAllText(_folder["run/.model.safetensors.0123456789abcdef.tmp"], "torn");
        File.SetLastWriteTimeUtc(_folder["run/.model.safetensors.0123456789abcdef.tmp"], DateTime.UtcNow.AddMinutes(-5));
        TrainingResult result = Trainer.Resume(new() { Data = "", RunFolder = _folder["run"], Device = "cpu", Threads = 1 });
        Assert.Single(result.Epochs);
        Assert.Equal(model, File.ReadAllBytes(_folder["run/model.safetensors"]));
        Assert.Empty(Directory.EnumerateFiles(_folder["run"], "*.tmp"));
    }

    [Fact]
    public void Resume_NoThreadsGiven_TakesThoseOfTheRun()
    {
        TinyImages.Write(_folder["data"], perClass: 8);
        // More than one processor's worth by default on most machines, and one fewer than that here.
        int threads = Math.Max(1, Environment.ProcessorCount - 1);
        Trainer.Train(Settings(epochs: 1) with { Threads = threads });
        List<string> Messages(int? asked)
        {
            var messages = new List<string>();
            Trainer.Resume(new() { Data = "", RunFolder = _folder["run"], Device = "cpu", Threads = asked }, happening => messages.Add((happening as TrainingEvent.Message)?.Text ?? ""));
            return messages;
        }

        List<string> plain = Messages(asked: null);
        Assert.Equal(threads, new RunFolder(_folder["run"]).ReadDescription().Threads);
        Assert.Contains(plain, text => text.StartsWith($"threads: {threads} for the network, ", StringComparison.Ordinal));
        Assert.DoesNotContain(plain, text => text.Contains("before", StringComparison.Ordinal));

        Assert.Contains(Messages(asked: threads + 1), text => text.StartsWith(
            $"{threads + 1} threads in 1 process, {(threads == 1 ? "1 thread" : $"{threads} threads")} in 1 process before: ", StringComparison.Ordinal));
        Assert.Equal(threads + 1, new RunFolder(_folder["run"]).ReadDescription().Threads);
        // A run of another machine, with more threads than there are processors here, or from before they were written down.
        foreach (int saved in new[] { Environment.ProcessorCount + 1, 0 })
        {
            string text = File.ReadAllText(_folder["run/recipe.json"]);
            File.WriteAllText(_folder["run/recipe.json"], Regex.Replace(text, "\"threads\": [0-9]+", $"\"threads\": {saved}"));
            Assert.Contains(Messages(asked: null), line => line.StartsWith($"threads: {Environment.ProcessorCount} for the network, ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Resume_RunOfAnOlderVersion_TakesDefaultsForWhatItDoesNotSay()
    {
        TinyImages.Write(_folder["data"], perClass: 8);
        Trainer.Train(Settings(epochs: 1));
        string text = File.ReadAllText(_folder["run/recipe.json"]);
        string older = Regex.Replace(text, "\n *\"(stemStride|momentum|stepEpochs|resizeShortSide|padding|scaleMax)\": [0-9.]+,", "");
        Assert.Equal(text.Split('\n').Length - 6, older.Split('\n').Length);
        File.WriteAllText(_folder["run/recipe.json"], older);
        RunDescription run = new RunFolder(_folder["run"]).ReadDescription();
        Assert.Equal((1, 0.9, 30), (run.Options.StemStride, run.Recipe.Momentum, run.Recipe.StepEpochs));
        // Values the file does say stay; what it lacks takes the type's default, not the recipe's.
        Assert.Equal((256, 4, 1.0, 6), (run.Preprocessing.ResizeShortSide, run.Recipe.Augmentation.Padding, run.Recipe.Augmentation.ScaleMax, run.Recipe.BatchSize));
    }

    [Fact]
    public void Resume_ChangedData_IsRefused()
    {
        TinyImages.Write(_folder["data"], perClass: 8);
        Trainer.Train(Settings(epochs: 1));
        TinyImages.Write(_folder["data"], perClass: 9);
        SenetException error = Assert.Throws<SenetException>(() => Trainer.Resume(new() { Data = "", RunFolder = _folder["run"], Device = "cpu" }));
        Assert.Contains("14 training and 4 validation images; the run had 12 and 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_AnotherRecipeOrNetwork_IsRefusedWithBothValuesUnlessForced()
    {
        TinyImages.Write(_folder["data"], perClass: 8);
        Trainer.Train(Settings(epochs: 1));
        TrainingSettings other = new() { Data = "", RunFolder = _folder["run"], Device = "cpu", Threads = 1, AdjustRecipe = recipe => recipe with { Epochs = 2, LearningRate = 0.01 } };
        SenetException error = Assert.Throws<SenetException>(() => Trainer.Resume(other));
        Assert.Contains("the run was started otherwise: recipe.epochs is 1, not 2, recipe.learningRate is 0.05, not 0.01; ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("--force recipe.epochs,recipe.learningRate", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<SenetException>(() => Trainer.Resume(other with { Force = ["recipe.epochs"] }));
        Assert.Contains("the run was started otherwise: recipe.learningRate is 0.05, not 0.01; ", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<SenetException>(() => Trainer.Resume(other with { Force = ["epoch"] }));
        Assert.Contains("--force epoch: the run has no value of this name; did you mean recipe.epochs?", error.Message, StringComparison.Ordinal);
        // Another network's weights do not fit, whatever is forced, and the run stays what it was.
        string description = File.ReadAllText(_folder["run/recipe.json"]);
        error = Assert.Throws<SenetException>(() => Trainer.Resume(new() { Data = "", RunFolder = _folder["run"], Device = "cpu", Architecture = "se-resnet-14", Force = ["architecture"] }));
        Assert.Contains("last.safetensors: the weights are not those of se-resnet-14", error.Message, StringComparison.Ordinal);
        Assert.Equal(description, File.ReadAllText(_folder["run/recipe.json"]));

        TrainingResult result = Trainer.Resume(other with { Force = ["recipe"] });
        Assert.Equal(2, result.Epochs.Count);
        RunDescription run = new RunFolder(_folder["run"]).ReadDescription();
        Assert.Equal((2, 0.01), (run.Recipe.Epochs, run.Recipe.LearningRate));
        Assert.Equal(["epoch 2, step 0: recipe.epochs 1 -> 2", "epoch 2, step 0: recipe.learningRate 0.05 -> 0.01"], run.Forced);
    }

    [Fact]
    public void Resume_OtherClasses_IsRefusedWithTheDifferenceUnlessForced()
    {
        TinyImages.Write(_folder["data"], perClass: 8);
        Trainer.Train(Settings(epochs: 1));
        Directory.Move(_folder["data/right"], Path.Combine(_folder.Path, "data", "rechts"));
        TrainingSettings settings = new() { Data = "", RunFolder = _folder["run"], Device = "cpu", Threads = 1 };
        SenetException error = Assert.Throws<SenetException>(() => Trainer.Resume(settings));
        Assert.Contains("gone: right, new: rechts; restore the data, start a new run, or accept the change with --force classes", error.Message, StringComparison.Ordinal);
        Trainer.Resume(settings with { Force = ["classes"], AdjustRecipe = recipe => recipe with { Epochs = 2 } } with { Force = ["classes", "recipe.epochs"] });
        Assert.Equal(["left", "rechts"], new RunFolder(_folder["run"]).ReadClasses());
        Trainer.Resume(settings);

        TinyImages.Write(_folder["data"], perClass: 8);
        error = Assert.Throws<SenetException>(() => Trainer.Resume(settings with { Force = ["classes"] }));
        Assert.Contains("3 classes; the run has 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model.safetensors")]
    [InlineData("last.safetensors")]
    [InlineData("metrics.csv")]
    public void Train_FileThatCannotBeWritten_StopsWithALineAndCanBeResumed(string name)
    {
        TinyImages.Write(_folder["data"], perClass: 8);
        Trainer.Train(Settings(epochs: 2) with { RunFolder = _folder["whole"] });
        string file = Path.Combine(_folder.Path, "run", name);
        byte[] before = [];
        SenetException error = Assert.Throws<SenetException>(() => Trainer.Train(Settings(epochs: 2), happening =>
        {
            if (happening is not TrainingEvent.StepDone { Epoch: 1, Number: 1 })
                return;
            if (!File.Exists(file))
                File.WriteAllText(file, "");
            before = File.ReadAllBytes(file);
            File.SetAttributes(file, FileAttributes.ReadOnly);
        }));
        Assert.StartsWith($"{file}: cannot be written: the file is write-protected", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.Empty(Directory.GetFiles(_folder["run"], "*.tmp"));

        File.SetAttributes(file, FileAttributes.Normal);
        if (before.Length == 0)
            File.Delete(file);
        Trainer.Resume(new() { Data = "", RunFolder = _folder["run"], Device = "cpu", Threads = 1 });
        Assert.Equal(File.ReadAllBytes(_folder["whole/model.safetensors"]), File.ReadAllBytes(_folder["run/model.safetensors"]));
    }

    [Fact]
    public void Train_KeptStates_AreTheLastAndAnyCanBeGoneBackTo()
    {
        TinyImages.Write(_folder["data"], perClass: 8);
        Trainer.Train(Settings(epochs: 5) with { KeepStates = 3 });
        var run = new RunFolder(_folder["run"]);
        Assert.Equal(["state-0003-000000.safetensors", "state-0004-000000.safetensors", "state-0005-000000.safetensors"], run.KeptStates.Select(Path.GetFileName));
        Assert.Equal(File.ReadAllBytes(run.LastPath), File.ReadAllBytes(run.KeptStates[2]));
        byte[] model = File.ReadAllBytes(run.ModelPath), last = File.ReadAllBytes(run.LastPath);

        File.Copy(run.KeptStates[0], run.LastPath, overwrite: true);
        Trainer.Resume(new() { Data = "", RunFolder = _folder["run"], Device = "cpu", Threads = 1 });
        Assert.Equal(model, File.ReadAllBytes(run.ModelPath));
        Assert.Equal(last, File.ReadAllBytes(run.LastPath));
        Assert.Equal(3, run.KeptStates.Count);
        Assert.Equal(RunStatus.Finished, RunSummary.Read(run.Path).Status);
    }

    [Fact]
    public void Resume_NoRun_IsAClearError()
    {
        SenetException error = Assert.Throws<SenetException>(() => Trainer.Resume(new() { Data = "", RunFolder = _folder["nothing"] }));
        Assert.Contains("holds no run to resume", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_FolderWithARun_IsRefused()
    {
        TinyImages.Write(_folder["data"], perClass: 8);
        Trainer.Train(Settings(epochs: 1));
        SenetException error = Assert.Throws<SenetException>(() => Trainer.Train(Settings(epochs: 1)));
        Assert.Contains("already holds a run", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_LossExplodes_StopsAndKeepsTheLastGoodModel()
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        // A good first epoch, then a rate that no network survives.
        Recipe recipe = Recipe(3) with { Schedule = ScheduleKind.Step, StepEpochs = 1, StepFactor = 1, LearningRate = 0.05 };
        Trainer.Train(Settings(epochs: 1) with { Recipe = recipe with { Epochs = 1 } });
        byte[] good = File.ReadAllBytes(_folder["run/model.safetensors"]);
        string description = File.ReadAllText(_folder["run/recipe.json"]);
        File.WriteAllText(
            _folder["run/recipe.json"],
            description.Replace("\"epochs\": 1", "\"epochs\": 9", StringComparison.Ordinal).Replace("\"learningRate\": 0.05", "\"learningRate\": 1E+30", StringComparison.Ordinal));
        SenetException error = Assert.Throws<SenetException>(() => Trainer.Resume(new() { Data = "", RunFolder = _folder["run"], Device = "cpu", Threads = 1 }));
        Assert.Matches("^the loss became (not a number|infinite) at epoch 2, step [0-9]+; lower --lr", error.Message);
        Assert.Contains("the best model so far (epoch 1) is", error.Message, StringComparison.Ordinal);
        Assert.Equal(good, File.ReadAllBytes(_folder["run/model.safetensors"]));
        SafetensorsFile.Read(_folder["run/last.safetensors"]);
    }

    [Fact]
    public void Train_BadImage_StopsOrSkipsAsAsked()
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        byte[] png = File.ReadAllBytes(_folder["data/left/000.png"]);
        File.WriteAllBytes(_folder["data/left/torn.png"], png[..(png.Length / 2)]);
        SenetException error = Assert.Throws<SenetException>(() => Trainer.Train(Settings(epochs: 1)));
        Assert.Contains("1 of 25 images cannot be used", error.Message, StringComparison.Ordinal);
        Assert.Contains("torn.png", error.Message, StringComparison.Ordinal);
        Assert.False(new RunFolder(_folder["run"]).HoldsRun);

        Trainer.Train(Settings(epochs: 1) with { OnBadImage = BadImagePolicy.Skip });
        var run = new RunFolder(_folder["run"]);
        Assert.Equal(1, run.ReadDescription().SkippedImages);
        Assert.Contains("torn.png", File.ReadAllText(run.SkippedPath), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_LastBatchOfOne_JoinsTheBatchBefore()
    {
        // 2 x 7 images leave 12 - 1 = 11 for training at a fraction of 0.2: batches of 5, 5 and 1.
        TinyImages.Write(_folder["data"], perClass: 7);
        var batches = new List<int>();
        Trainer.Train(Settings(epochs: 1) with { Recipe = Recipe(1) with { BatchSize = 5 }, ValidationFraction = 0.2 }, happening =>
        {
            if (happening is TrainingEvent.StepDone step)
                batches.Add(step.Steps);
        });
        int images = new RunFolder(_folder["run"]).ReadDescription().TrainImages;
        Assert.Equal(images % 5 == 1 ? images / 5 : (images + 4) / 5, batches.Count);
    }

    [Theory]
    [InlineData("quantum", "quantum")]
    [InlineData("cuda:99", "cuda")]
    public void Train_UnknownDevice_IsAClearError(string device, string expected)
    {
        SenetException error = Assert.Throws<SenetException>(() => Trainer.Train(Settings(epochs: 1) with { Device = device }));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error.Message, StringComparison.Ordinal);
    }

    TrainingSettings Settings(int epochs) => new()
    {
        Data = _folder["data"],
        RunFolder = _folder["run"],
        Architecture = "se-resnet-8",
        Recipe = Recipe(epochs),
        ValidationFraction = 0.25,
        Device = "cpu",
        Threads = 1,
    };

    // Flips would turn one class into the other.
    static Recipe Recipe(int epochs) => Recipes.SmallImages with
    {
        Epochs = epochs,
        BatchSize = 6,
        LearningRate = 0.05,
        Seed = 7,
        Augmentation = new() { Crop = CropMode.PadAndCrop, Padding = 1, Flip = false },
    };
}
