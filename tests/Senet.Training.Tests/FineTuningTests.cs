using Senet.Data;
using Senet.Graph;
using Senet.Tests;
using Senet.Weights;

namespace Senet.Training.Tests;

/// <summary>Runs that start from a trained network: what is kept, replaced, frozen.</summary>
public sealed class FineTuningTests : IDisposable
{
    readonly TempFolder _folder = new();
    readonly List<string> _messages = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_PretrainedAndAllFrozen_KeepsEveryWeightAndStatistic()
    {
        Pretrain();
        TinyImages.Write(_folder["data"], perClass: 8, seed: 3);
        Trainer.Train(Settings() with { Recipe = Recipe() with { FreezeThrough = 3, StageRates = [1, 1, 1, 1, 0] } }, Collect);
        IReadOnlyDictionary<string, WeightTensor> before = Weights("pretrained");
        IReadOnlyDictionary<string, WeightTensor> after = Weights("run");
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, pair => Assert.Equal(pair.Value.Data.ToArray(), after[pair.Key].Data.ToArray()));
        Assert.Contains(_messages, message => message.EndsWith("its classifier is kept", StringComparison.Ordinal));
    }

    [Fact]
    public void Train_FrozenUpToStage2_TrainsOnlyTheRest()
    {
        Pretrain();
        TinyImages.Write(_folder["data"], perClass: 8, seed: 3);
        Trainer.Train(Settings() with { Recipe = Recipe() with { FreezeThrough = 2 } });
        IReadOnlyDictionary<string, WeightTensor> before = Weights("pretrained");
        foreach ((string name, WeightTensor tensor) in Weights("run"))
        {
            bool frozen = !name.StartsWith("layer3.", StringComparison.Ordinal) && !name.StartsWith("fc.", StringComparison.Ordinal);
            // One hidden unit of a narrow excitation may be dead and stay as it was.
            if (frozen || !name.Contains(".se.", StringComparison.Ordinal))
                Assert.Equal(frozen, tensor.Data.Span.SequenceEqual(before[name].Data.Span));
        }
    }

    [Fact]
    public void Train_MoreClasses_GrowsTheClassifierAndKeepsTheOldRows()
    {
        Pretrain();
        TinyImages.Write(_folder["data"], perClass: 8, seed: 3);
        // A third class between the two others in the alphabet.
        Directory.CreateDirectory(_folder["data/middle"]);
        foreach (string file in Directory.EnumerateFiles(_folder["data/left"]))
            File.Copy(file, Path.Combine(_folder["data/middle"], Path.GetFileName(file)));
        Trainer.Train(Settings() with { Recipe = Recipe() with { FreezeThrough = 3, StageRates = [1, 1, 1, 1, 0] } }, Collect);
        float[] before = Weights("pretrained")["fc.weight"].ToFloat32();
        float[] after = Weights("run")["fc.weight"].ToFloat32();
        int width = before.Length / 2;
        Assert.Equal(3 * width, after.Length);
        Assert.Equal(before[..width], after[..width]);
        Assert.Equal(before[width..], after[(2 * width)..]);
        Assert.Contains(_messages, message => message.EndsWith("its classifier for 2 classes is replaced by one for 3, 2 of them kept by name", StringComparison.Ordinal));
    }

    [Fact]
    public void Train_OtherClasses_ReplacesTheClassifierAndTakesThePreprocessing()
    {
        Pretrain();
        TinyImages.Write(_folder["other"], perClass: 8, seed: 3);
        Directory.Move(_folder["other/left"], _folder["other/west"]);
        Directory.Move(_folder["other/right"], _folder["other/east"]);
        Trainer.Train(Settings() with { Data = _folder["other"], Architecture = null }, Collect);
        Assert.Contains(_messages, message => message.EndsWith("its classifier for 2 classes is replaced by one for 2", StringComparison.Ordinal));
        ModelDescription before = ModelFile.LoadDescription(_folder["pretrained/model.safetensors"]);
        ModelDescription after = ModelFile.LoadDescription(_folder["run/model.safetensors"]);
        Assert.Equal("se-resnet-8", after.Architecture);
        Assert.Equal(["east", "west"], after.Classes);
        Assert.Equal(before.Preprocessing.Mean, after.Preprocessing.Mean);
    }

    [Fact]
    public void Train_SeTwinOfAPlainNetwork_StartsWithOpenGates()
    {
        Pretrain("resnet-8");
        double plain = new RunFolder(_folder["pretrained"]).ReadMetrics()[^1].ValidationLoss;
        TinyImages.Write(_folder["data"], perClass: 24);
        Trainer.Train(Settings() with { Recipe = Recipe() with { FreezeThrough = 3, StageRates = [1, 1, 1, 1, 0] } }, Collect);
        Assert.Contains(_messages, message => message.EndsWith("its classifier is kept; 3 new SE blocks", StringComparison.Ordinal));
        // The same images and weights, with gates of 0.993 on the three branches.
        Assert.Equal(plain, new RunFolder(_folder["run"]).ReadMetrics()[^1].ValidationLoss, 0.05);
    }

    [Fact]
    public void Resume_KilledBeforeTheFirstState_StartsFromTheWeightsAgain()
    {
        Pretrain();
        TinyImages.Write(_folder["data"], perClass: 8, seed: 3);
        Trainer.Train(Settings());
        byte[] whole = File.ReadAllBytes(_folder["run/model.safetensors"]);
        foreach (string file in new[] { "last.safetensors", "model.safetensors", "metrics.csv" })
            File.Delete(_folder[$"run/{file}"]);
        Trainer.Resume(new() { Data = "", RunFolder = _folder["run"], Device = "cpu", Threads = 1 });
        Assert.Equal(whole, File.ReadAllBytes(_folder["run/model.safetensors"]));
    }

    [Fact]
    public void Train_OtherNetwork_SaysWhatIsMissing()
    {
        Pretrain();
        TinyImages.Write(_folder["data"], perClass: 4, seed: 3);
        SenetException error = Assert.Throws<SenetException>(() => Trainer.Train(Settings() with { Architecture = "se-resnet-14" }));
        Assert.Contains("holds se-resnet-8, in which", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("choose its own network or SE twin", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_StagesThatTheNetworkLacks_SaysWhichThereAre()
    {
        TinyImages.Write(_folder["data"], perClass: 4);
        TrainingSettings settings = Settings() with { Pretrained = null };
        SenetException error = Assert.Throws<SenetException>(() => Trainer.Train(settings with { Recipe = Recipe() with { FreezeThrough = 4 } }));
        Assert.Equal("--freeze 4: se-resnet-8 has stages 1 to 3; the classifier cannot be frozen", error.Message);
        error = Assert.Throws<SenetException>(() => Trainer.Train(settings with { Recipe = Recipe() with { StageRates = [1, 1] } }));
        Assert.Equal("--stage-lr: 2 factors; se-resnet-8 takes 5: the stem, stages 1 to 3, the classifier", error.Message);
    }

    void Pretrain(string architecture = "se-resnet-8")
    {
        TinyImages.Write(_folder["first"], perClass: 24);
        Trainer.Train(Settings() with { Data = _folder["first"], RunFolder = _folder["pretrained"], Architecture = architecture, Pretrained = null });
    }

    void Collect(TrainingEvent happening)
    {
        if (happening is TrainingEvent.Message message)
            _messages.Add(message.Text);
    }

    IReadOnlyDictionary<string, WeightTensor> Weights(string run) => ModelFile.Load(_folder[$"{run}/model.safetensors"]).Tensors;

    TrainingSettings Settings() => new()
    {
        Data = _folder["data"],
        RunFolder = _folder["run"],
        Architecture = "se-resnet-8",
        Pretrained = _folder["pretrained/model.safetensors"],
        Recipe = Recipe(),
        ValidationFraction = 0.25,
        Device = "cpu",
        Threads = 1,
    };

    static Recipe Recipe() => Recipes.SmallImages with
    {
        Epochs = 1,
        BatchSize = 6,
        LearningRate = 0.05,
        Seed = 7,
        Augmentation = new() { Crop = CropMode.None, Flip = false },
    };
}
