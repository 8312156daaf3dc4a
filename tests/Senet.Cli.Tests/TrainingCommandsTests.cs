using System.Globalization;
using System.Text.Json;
using Senet.Data;
using Senet.Training;

namespace Senet.Tests;

/// <summary>One small run, used by every test of what can be done with it.</summary>
public sealed class TinyRun : IDisposable
{
    internal TempFolder Folder { get; } = new();

    public TinyRun()
    {
        Data = TinyPhotos.Create(Folder);
        Run = Path.Combine(Folder.Path, "run");
        Output = CommandLine.Succeed("train", Data, "--output", Run, "--arch", "se-resnet-8", "--epochs", "2", "--batch-size", "4", "--lr", "0.05", "--se-ratio", "8", "--no-flip", "--device", "cpu");
    }

    public string Data { get; }

    public string Run { get; }

    public string Output { get; }

    public void Dispose() => Folder.Dispose();
}

public sealed class TrainingCommandsTests(TinyRun run) : IClassFixture<TinyRun>
{
    string Image => Path.Combine(run.Data, "light", "00.png");

    [Fact]
    public void Train_Flags_OverrideTheChosenRecipe()
    {
        RunDescription saved = new RunFolder(run.Run).ReadDescription();

        Assert.Equal("small-images", saved.Recipe.Name);
        Assert.Equal((2, 4, 0.05, false), (saved.Recipe.Epochs, saved.Recipe.BatchSize, saved.Recipe.LearningRate, saved.Recipe.Augmentation.Flip));
        Assert.Equal(Recipes.SmallImages.WeightDecay, saved.Recipe.WeightDecay);
        Assert.Equal(8, saved.Options.Se!.ReductionRatio);
        Assert.Contains("epoch 2/2", run.Output, StringComparison.Ordinal);
        Assert.Contains("senet predict", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Tables_ShowEveryClass()
    {
        string output = CommandLine.Succeed("evaluate", run.Run, run.Data);

        Assert.Contains("20 images of 2 classes", output, StringComparison.Ordinal);
        Assert.Contains(TinyPhotos.Brackets, output, StringComparison.Ordinal);
        Assert.Contains("confusion matrix", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Json_IsOneObjectWithEverything()
    {
        CommandLine evaluation = CommandLine.Run("evaluate", Path.Combine(run.Run, "model.safetensors"), run.Data, "--json");
        using JsonDocument json = JsonDocument.Parse(evaluation.Output);
        JsonElement root = json.RootElement;

        Assert.Equal(20, root.GetProperty("images").GetInt32());
        Assert.InRange(root.GetProperty("top1").GetDouble(), 0, 1);
        Assert.Equal(20, root.GetProperty("confusion").EnumerateArray().Sum(row => row.EnumerateArray().Sum(cell => cell.GetInt32())));
        Assert.Equal(2, root.GetProperty("perClass").GetArrayLength());
        Assert.True(root.GetProperty("loss").GetDouble() > 0);
    }

    [Theory]
    [InlineData("managed")]
    [InlineData("torch")]
    [InlineData("onnx")]
    public void Evaluate_PresetAndCrops_AreWhatIsMeasured(string engine)
    {
        using JsonDocument one = JsonDocument.Parse(CommandLine.Succeed("evaluate", run.Run, run.Data, "--json", "--engine", engine, "--preset", "40/32"));
        using JsonDocument ten = JsonDocument.Parse(CommandLine.Succeed("evaluate", run.Run, run.Data, "--json", "--engine", engine, "--preset", "40/32", "--crops", "10"));
        using JsonDocument larger = JsonDocument.Parse(CommandLine.Succeed("evaluate", run.Run, run.Data, "--json", "--engine", engine, "--preset", "48@0.9"));
        Assert.Equal((40, 32, 1), (one.RootElement.GetProperty("resizeShortSide").GetInt32(), one.RootElement.GetProperty("height").GetInt32(), one.RootElement.GetProperty("crops").GetInt32()));
        Assert.Equal(10, ten.RootElement.GetProperty("crops").GetInt32());
        Assert.Equal((53, 48), (larger.RootElement.GetProperty("resizeShortSide").GetInt32(), larger.RootElement.GetProperty("width").GetInt32()));

        // By hand: the mean probability of ten crops, on libtorch.
        using TorchClassifier classifier = TorchClassifier.Load(Path.Combine(run.Run, "model.safetensors"), "cpu");
        IImageSource images = ImageDataSet.OpenForEvaluation(run.Data, classifier.Classes);
        var transform = new EvaluationTransform(new EvaluationPreset(40, 32).Apply(classifier.Description.Preprocessing), 10);
        double loss = 0;
        for (int i = 0; i < images.Count; i++)
        {
            float[] views = new float[transform.Length];
            transform.Apply(images.Load(i, 3, 255), views);
            float[] logits = classifier.Logits(views, 32, 32);
            double p = Enumerable.Range(0, 10).Average(v => 1 / (1 + Math.Exp(logits[2 * v + 1 - images.Label(i)] - logits[2 * v + images.Label(i)])));
            loss -= Math.Log(p) / images.Count;
        }
        Assert.Equal(loss, ten.RootElement.GetProperty("loss").GetDouble(), 1e-4);
        Assert.NotEqual(loss, one.RootElement.GetProperty("loss").GetDouble(), 1e-7);
    }

    [Fact]
    public void Evaluate_TenCropsOfImagesNoLargerThanACrop_IsRefused()
    {
        CommandLine evaluation = CommandLine.Run("evaluate", run.Run, run.Data, "--preset", "30/32", "--crops", "10");
        Assert.Equal(2, evaluation.ExitCode);
        Assert.Contains("--crops 10: the short side of 30 pixels is less than the crop of 32 x 32; choose a larger one with --preset", evaluation.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Augment_IsSavedAndResumed()
    {
        string folder = Path.Combine(run.Folder.Path, "augmented");
        string output = CommandLine.Succeed("train", run.Data, "--output", folder, "--arch", "se-resnet-8", "--epochs", "1", "--lr", "0.01", "--crop", "random-crop", "--augment", "trivial-augment,mixup:0.3");
        Assert.Contains("augmentation: short side resized, padded by 2, cropped at random, mirror, trivial-augment, mixup:0.3", output, StringComparison.Ordinal);
        Assert.Equal("trivial-augment,mixup:0.3", new RunFolder(folder).ReadDescription().Recipe.Augmentation.Ops.ToString());
        CommandLine.Succeed("train", "--resume", folder, "--augment", "trivial-augment,mixup:0.3");
        CommandLine other = CommandLine.Run("train", "--resume", folder, "--augment", "cutmix");
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("recipe.augmentation.ops is trivial-augment,mixup:0.3, not cutmix:1", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_Table_ListsFoldersGlobsAndFiles()
    {
        string output = CommandLine.Succeed("predict", run.Run, Path.Combine(run.Data, "light"), Path.Combine(run.Data, "**", "0?.png"), Image);

        // Ten light ones, ten dark ones through the pattern, nothing twice; --top is clipped to the two classes.
        Assert.Equal(20, output.Split('\n').Count(line => line.Contains(".png", StringComparison.Ordinal)));
        Assert.Equal(40, output.Split('\n').Count(line => line.TrimEnd().EndsWith('%')));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Predict_ForeignCulture_CsvAndJsonReadBack(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        string csv, json, table, summary;
        try
        {
            csv = CommandLine.Succeed("predict", run.Run, Image, "--csv");
            json = CommandLine.Succeed("predict", run.Run, Image, "--json");
            table = CommandLine.Succeed("predict", run.Run, Image, "--top", "1");
            summary = CommandLine.Succeed("summary", run.Run);
            CommandLine.Succeed("train", run.Data, "--output", Path.Combine(run.Folder.Path, culture), "--arch", "se-resnet-8", "--epochs", "1", "--lr", "0.01", "--warmup", "0.5", "--schedule", "COSINE");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        string[] lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("image,rank,class,index,probability", lines[0]);
        Assert.Equal(3, lines.Length);
        double[] probabilities = [.. lines.Skip(1).Select(line => double.Parse(line[(line.LastIndexOf(',') + 1)..], CultureInfo.InvariantCulture))];
        Assert.Equal(1, probabilities.Sum(), 1e-5);
        Assert.Contains($"\"{TinyPhotos.Brackets}\"", csv, StringComparison.Ordinal);
        using JsonDocument parsed = JsonDocument.Parse(json);
        JsonElement classes = parsed.RootElement.GetProperty("predictions")[0].GetProperty("classes");
        Assert.Equal(probabilities[0], classes[0].GetProperty("probability").GetDouble(), 1e-5);
        Assert.Matches(@"\d+\.\d\d %", table);
        Assert.Matches(@"total: \d+,\d{3} parameters, 0\.\d{3} GMACs", summary);
        Assert.Equal(0.01, new RunFolder(Path.Combine(run.Folder.Path, culture)).ReadDescription().Recipe.LearningRate);
    }

    [Fact]
    public void Predict_UnreadableFile_ListsItAndPredictsTheRest()
    {
        string broken = run.Folder["broken/broken.png"];
        File.WriteAllText(broken, "no picture");
        CommandLine prediction = CommandLine.Run("predict", run.Run, broken, Image, "missing.png", "--csv");

        Assert.Equal(1, prediction.ExitCode);
        Assert.Equal(3, prediction.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("broken.png: ", prediction.Error, StringComparison.Ordinal);
        Assert.Contains("missing.png: there is no such file", prediction.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*.jpg", "matches no file")]
    [InlineData("empty", "holds no image files")]
    public void Predict_NothingThere_IsAnError(string argument, string expected)
    {
        Directory.CreateDirectory(Path.Combine(run.Folder.Path, "empty"));
        CommandLine prediction = CommandLine.Run("predict", run.Run, Path.Combine(run.Folder.Path, argument));

        Assert.Equal(1, prediction.ExitCode);
        Assert.Contains(expected, prediction.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_OtherFlags_IsRefusedWithTheDifference()
    {
        CommandLine other = CommandLine.Run("train", "--resume", run.Run, "--epochs", "3", "--se-ratio", "4", "--arch", "se-resnet-14");

        Assert.Equal(1, other.ExitCode);
        Assert.Contains("recipe.epochs is 2, not 3", other.Error, StringComparison.Ordinal);
        Assert.Contains("options.se.reductionRatio is 8, not 4", other.Error, StringComparison.Ordinal);
        Assert.Contains("architecture is se-resnet-8, not se-resnet-14", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_SameFlagsOfAFinishedRun_Succeeds() =>
        Assert.Contains("best: epoch", CommandLine.Succeed("train", "--resume", run.Run, "--epochs", "2", "--lr", "0.05"), StringComparison.Ordinal);

    [Fact]
    public void Resume_RelativeOption_IsNoChangeToTheRunItMade()
    {
        string[] command = ["train", run.Data, "--resume", Path.Combine(run.Folder.Path, "scaled"), "--arch", "se-resnet-8", "--epochs", "1", "--batch-size", "8", "--lr", "0.16", "--scale-lr"];
        CommandLine.Succeed(command);
        Assert.Equal(0.01, new RunFolder(Path.Combine(run.Folder.Path, "scaled")).ReadDescription().Recipe.LearningRate, 1e-12);
        Assert.Contains("all epochs are done already", CommandLine.Succeed(command), StringComparison.Ordinal);
        Assert.Contains("recipe.learningRate is 0.01, not 0.02", CommandLine.Run([.. command.Select(arg => arg == "0.16" ? "0.02" : arg)]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_FolderWithoutRun_StartsOneThere()
    {
        string folder = Path.Combine(run.Folder.Path, "fresh");
        string output = CommandLine.Succeed("train", run.Data, "--resume", folder, "--arch", "se-resnet-8", "--epochs", "1", "--lr", "0.01");

        Assert.Contains("holds no run yet; starting a new one there", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "model.safetensors")));
    }

    [Fact]
    public void Train_CacheAndFastDecode_AreKeptByTheRun()
    {
        string folder = Path.Combine(run.Folder.Path, "cached"), cache = Path.Combine(run.Folder.Path, "cache");
        string output = CommandLine.Succeed("train", run.Data, "--output", folder, "--arch", "se-resnet-8", "--epochs", "1", "--lr", "0.01", "--cache", cache, "--fast-decode");
        Assert.Contains("-train-", output, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(cache, "*.senet-images").Length);

        Assert.Contains(".senet-images: found", CommandLine.Succeed("train", "--resume", folder), StringComparison.Ordinal);
        CommandLine other = CommandLine.Run("train", "--resume", folder, "--fast-decode", "false");
        Assert.Contains("recipe.fastDecode is true, not false", other.Error, StringComparison.Ordinal);
        other = CommandLine.Run("train", "--resume", run.Run, "--cache", cache);
        Assert.Contains($"cacheFolder is none, not {cache}", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_BadImage_StopsOrSkips()
    {
        using var folder = new TempFolder();
        string data = TinyPhotos.Create(folder);
        File.WriteAllText(Path.Combine(data, "light", "broken.png"), "no picture");
        string output = Path.Combine(folder.Path, "out");
        string[] args = ["train", data, "--output", output, "--arch", "se-resnet-8", "--epochs", "1", "--lr", "0.01"];
        CommandLine stopped = CommandLine.Run(args);

        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains("broken.png", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("--on-bad-image skip", stopped.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(output));

        string skipped = CommandLine.Succeed([.. args, "--on-bad-image", "skip"]);
        Assert.Contains("1 of 21 images are left out", skipped, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(output, "skipped-images.csv")));
        Assert.Equal(1, CommandLine.Run("evaluate", output, data).ExitCode);
        Assert.Contains("20 images of 2 classes, 1 left out", CommandLine.Succeed("evaluate", output, data, "--on-bad-image", "skip"), StringComparison.Ordinal);
    }
}
