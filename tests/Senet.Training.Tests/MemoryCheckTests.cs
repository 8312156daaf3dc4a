using Senet.Data;
using Senet.Graph;
using Senet.Tests;
using Senet.Torch;

namespace Senet.Training.Tests;

public sealed class MemoryCheckTests : IDisposable
{
    const long Gigabyte = 1_000_000_000;

    readonly TempFolder _folder = new();
    readonly List<TrainingEvent.Message> _messages = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_SeResNet50_AddsUpTheGraphsParts()
    {
        NetworkGraph graph = ArchitectureRegistry.Get("se-resnet-50").Build();
        MemoryEstimate estimate = MemoryEstimate.Of(graph, new(3, 224, 224), 16, Precision.Float32);
        Assert.Equal(4 * 28_088_024, estimate.Gradients);
        Assert.Equal(estimate.Gradients, estimate.Optimiser);
        // Running means and variances beside the parameters.
        Assert.InRange(estimate.Weights, estimate.Gradients + 4 * 2 * 26_000, estimate.Gradients + 4 * 2 * 28_000);
        Assert.Equal(estimate.Fixed + 16 * estimate.PerImage, estimate.Total);
        MemoryEstimate half = MemoryEstimate.Of(graph, new(3, 224, 224), 16, Precision.BFloat16, states: 2);
        Assert.InRange(half.MapsPerImage, estimate.MapsPerImage / 2, estimate.MapsPerImage * 2 / 3);
        Assert.Equal(2 * estimate.Optimiser, half.Optimiser);
        Assert.InRange(MemoryEstimate.Of(graph, new(3, 224, 224), 16, Precision.Float32, checkpoints: true).MapsPerImage, 1, estimate.MapsPerImage / 2);
    }

    [Fact]
    public void Run_Fits_SaysSoInOneLine()
    {
        MemoryCheck.Run("net", Estimate(16), 20 * Gigabyte, canCheckpoint: true, insist: false, Report);
        Assert.Equal("memory: about 2.94 GB (weights 0.20, gradients 0.20, optimiser 0.20, feature maps 1.92 at batch 16, images ahead 0.08)", Assert.Single(_messages).Text);
    }

    [Fact]
    public void Run_NearTheLimit_WarnsWithABatchThatFits()
    {
        MemoryCheck.Run("net", Estimate(128), 18 * Gigabyte, canCheckpoint: true, insist: false, Report);
        Assert.True(_messages[1].IsWarning);
        Assert.Equal("net at batch 128 takes about 16.94 GB of memory and 18.00 GB are there: --batch-size 104 fits, and --checkpoint-activations takes less", _messages[1].Text);
        Assert.True(Estimate(104).Total <= 0.8 * 18 * Gigabyte);
    }

    [Fact]
    public void Run_BeyondTheLimit_IsRefusedUnlessInsisted()
    {
        SenetException error = Assert.Throws<SenetException>(() => MemoryCheck.Run("net", Estimate(128), 2 * Gigabyte, canCheckpoint: false, insist: false, Report));
        Assert.Equal("net at batch 128 takes about 16.94 GB of memory and 2.00 GB are there: --batch-size 5 fits; --ignore-memory tries it all the same", error.Message);
        error = Assert.Throws<SenetException>(() => MemoryCheck.Run("net", Estimate(128), Gigabyte, canCheckpoint: false, insist: false, Report));
        Assert.Contains("a smaller --size or network fits", error.Message, StringComparison.Ordinal);
        MemoryCheck.Run("net", Estimate(128), 2 * Gigabyte, canCheckpoint: false, insist: true, Report);
        Assert.True(_messages[^1].IsWarning);
    }

    [Fact]
    public void Limit_ThisMachine_IsAPlausibleNumber() => Assert.InRange(MachineMemory.Limit(), 256L << 20, 64L << 40);

    [Fact]
    public void Train_HugeBatch_IsRefusedBeforeTheRunFolderIsWritten()
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        TrainingSettings settings = Settings() with { ImageSize = 30_000 };
        SenetException error = Assert.Throws<SenetException>(() => Trainer.Train(settings));
        Assert.Contains("--ignore-memory", error.Message, StringComparison.Ordinal);
        Assert.False(new RunFolder(_folder["run"]).HoldsRun);
    }

    [Fact]
    public void Train_CheckpointedOrNot_LeavesTheSameBytes()
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        NetworkOptions options = ArchitectureRegistry.Get("se-resnet-8").Defaults with { Dropout = 0.3 };
        Trainer.Train(Settings() with { Options = options, RunFolder = _folder["whole"] });
        Trainer.Train(Settings() with { Options = options, RunFolder = _folder["parts"], CheckpointActivations = true });
        Assert.Equal(File.ReadAllBytes(_folder["whole/model.safetensors"]), File.ReadAllBytes(_folder["parts/model.safetensors"]));
    }

    [Fact]
    public void Train_AnyRun_SaysHowItsThreadsAndMemoryAreSplit()
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        double waiting = 0;
        Trainer.Train(Settings() with { Workers = 3 }, happening =>
        {
            if (happening is TrainingEvent.Message message)
                Report(message);
            if (happening is TrainingEvent.StepDone step)
                waiting = Math.Max(waiting, step.WaitingShare);
        });
        Assert.Single(_messages, message => message.Text == FormattableString.Invariant($"threads: 1 for the network, 3 for images, on {Environment.ProcessorCount} processors"));
        Assert.Single(_messages, message => message.Text.StartsWith("memory: about 0.", StringComparison.Ordinal));
        Assert.InRange(waiting, double.Epsilon, 1);
    }

    void Report(TrainingEvent happening) => _messages.Add((TrainingEvent.Message)happening);

    static MemoryEstimate Estimate(int batch) => new()
    {
        Weights = 200_000_000,
        Gradients = 200_000_000,
        Optimiser = 200_000_000,
        MapsPerImage = 100_000_000,
        TransientPerImage = 20_000_000,
        InputsPerImage = 5_000_000,
        Batch = batch,
    };

    TrainingSettings Settings() => new()
    {
        Data = _folder["data"],
        RunFolder = _folder["run"],
        Architecture = "se-resnet-8",
        Recipe = Recipes.SmallImages with { Epochs = 2, BatchSize = 6, LearningRate = 0.05, Seed = 7, Augmentation = new() { Crop = CropMode.PadAndCrop, Padding = 1, Flip = false } },
        ValidationFraction = 0.25,
        Device = "cpu",
        Threads = 1,
    };
}
