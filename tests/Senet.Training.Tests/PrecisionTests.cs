using System.Text.RegularExpressions;
using Senet.Data;
using Senet.Graph;
using Senet.Tests;
using Senet.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training.Tests;

public sealed class PrecisionTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Resume_InBFloat16_EndsWithTheSameBytes()
    {
        TinyImages.Write(_folder["data"], perClass: 12);
        TrainingSettings whole = Settings() with { RunFolder = _folder["whole"] };
        Trainer.Train(whole);
        Trainer.Train(Settings() with { RunFolder = _folder["exact"], Precision = PrecisionChoice.Float32 });
        Assert.NotEqual(File.ReadAllBytes(_folder["whole/model.safetensors"]), File.ReadAllBytes(_folder["exact/model.safetensors"]));

        using var stop = new CancellationTokenSource();
        int done = 0;
        Trainer.Train(whole with { RunFolder = _folder["parts"] }, happening =>
        {
            if (happening is TrainingEvent.StepDone && ++done == 4)
                stop.Cancel();
        }, stop.Token);
        Assert.Equal(Precision.BFloat16, new RunFolder(_folder["parts"]).ReadDescription().Precision);
        // Resuming names no precision: the run's own goes on.
        Trainer.Resume(new() { Data = "", RunFolder = _folder["parts"], Device = "cpu", Threads = 1 });
        Assert.Equal(File.ReadAllBytes(_folder["whole/model.safetensors"]), File.ReadAllBytes(_folder["parts/model.safetensors"]));
        Assert.Equal(File.ReadAllBytes(_folder["whole/last.safetensors"]).Length, File.ReadAllBytes(_folder["exact/last.safetensors"]).Length, 200.0);
    }

    [Fact]
    public void Train_Auto_SaysInOneLineWhatItMeasured()
    {
        TinyImages.Write(_folder["data"], perClass: 6);
        var lines = new List<string>();
        Trainer.Train(Settings() with { RunFolder = _folder["run"], Precision = PrecisionChoice.Auto }, happening => lines.Add((happening as TrainingEvent.Message)?.Text ?? ""));
        string line = Assert.Single(lines, text => text.StartsWith("precision: ", StringComparison.Ordinal));
        Match match = Regex.Match(line, @"^precision: (bfloat16 over float32 weights|float32) \(a convolution forward and backward takes [0-9]+\.[0-9] ms in float32, [0-9]+\.[0-9] ms in bfloat16\)$");
        Assert.True(match.Success, line);
        Precision saved = new RunFolder(_folder["run"]).ReadDescription().Precision;
        Assert.Equal(saved == Precision.BFloat16, match.Groups[1].Value != "float32");
    }

    [Fact]
    public void ReadDescription_RunOfBeforePrecision_IsFloat32()
    {
        TinyImages.Write(_folder["data"], perClass: 6);
        Trainer.Train(Settings() with { RunFolder = _folder["run"] });
        string text = File.ReadAllText(_folder["run/recipe.json"]);
        Assert.Contains("\"precision\": \"bfloat16\"", text, StringComparison.Ordinal);
        File.WriteAllText(_folder["run/recipe.json"], Regex.Replace(text, "\n *\"precision\": \"bfloat16\",", ""));
        Assert.Equal(Precision.Float32, new RunFolder(_folder["run"]).ReadDescription().Precision);
    }

    [Theory]
    [InlineData(Precision.Float32, false)]
    [InlineData(Precision.BFloat16, false)]
    [InlineData(Precision.BFloat16, true)]
    public void Steps_ThreeHundred_KeepAsManyTensorsAliveAsTwo(Precision precision, bool checkpoints)
    {
        using var module = new GraphModule(ArchitectureRegistry.Get("se-resnet-8").Build()) { Precision = precision, CheckpointActivations = checkpoints };
        using var optimizer = new SgdOptimizer(module, Recipes.SmallImages);
        using Tensor images = zeros(4, 3, 8, 8), labels = zeros([4], dtype: ScalarType.Int64);
        module.train();
        Take(2);
        long alive = Tensor.TotalCount;
        Take(298);
        // Fewer where a tensor of an earlier test is finalised meanwhile.
        Assert.InRange(Tensor.TotalCount, 0, alive);

        void Take(int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                using DisposeScope scope = NewDisposeScope();
                optimizer.ZeroGradients();
                module.Backward(nn.functional.cross_entropy(module.call(images), labels));
                optimizer.Step(0.01);
            }
        }
    }

    TrainingSettings Settings() => new()
    {
        Data = _folder["data"],
        RunFolder = _folder["run"],
        Architecture = "se-resnet-8",
        Recipe = Recipes.SmallImages with
        {
            Epochs = 2,
            BatchSize = 6,
            LearningRate = 0.05,
            Seed = 7,
            Augmentation = new() { Crop = CropMode.PadAndCrop, Padding = 1, Flip = false },
        },
        Precision = PrecisionChoice.BFloat16,
        ValidationFraction = 0.25,
        Device = "cpu",
        Threads = 1,
    };
}
