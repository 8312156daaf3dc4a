using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Senet.Training;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>Training in two processes under Open MPI, against one process with the same batches.</summary>
public sealed class DistributedTests : IDisposable
{
    // The bound; what differs is the order in which float32 numbers are added.
    const double LossTolerance = 1e-4;

    // Two processes add in another order: the first steps agree to 1e-7. Once a ReLU stands on the other side of zero, each step makes what differs larger: after twenty it was 2e-4.
    const int EarlySteps = 6;
    const double EarlyLossTolerance = 1e-5;
    const double LateLossTolerance = 2e-3;
    const double WeightTolerance = 1e-2;

    // Of gradients' averages: where rounding puts one ReLU's input on the other side of zero, a gradient of so few images jumps by some per cent (1.6 seen).
    const double MomentumTolerance = 5e-2;

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_TwoProcessesWithSynchronisedBatchNorm_GivesTheLossesOfOne()
    {
        MpiRun.SkipWithout();
        // 2 x 11 images, of which 18 train: steps of 12 and 6; ten epochs make twenty of them. Mixed in pairs.
        string photos = TinyPhotos.Create(_folder, perClass: 11);
        CommandLine.Succeed(Arguments(photos, "one", epochs: 10));
        string output = MpiRun.Succeed(2, Arguments(photos, "two", epochs: 10));
        Assert.Contains("2 processes on 1 machine, 1 thread each\n", output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n'), line => line.StartsWith("epoch 10/10", StringComparison.Ordinal));
        AssertSameLosses("one", "two");
        AssertSameStepLosses("one", "two", steps: 20, LateLossTolerance, EarlyLossTolerance);

        // The same seed and the same number of processes: the same bits.
        MpiRun.Succeed(2, Arguments(photos, "again", epochs: 10));
        Assert.Equal(File.ReadAllBytes(_folder["two/last.safetensors"]).Length, File.ReadAllBytes(_folder["again/last.safetensors"]).Length);
        Assert.Equal(File.ReadAllBytes(_folder["two/model.safetensors"]), File.ReadAllBytes(_folder["again/model.safetensors"]));
    }

    // The forward pass's collective calls come again in the backward pass; bfloat16 rounds what each process adds to one part in 256.
    [Theory]
    [InlineData("float32", LossTolerance, "--checkpoint-activations")]
    [InlineData("bfloat16", 2e-2)]
    [InlineData("bfloat16", 2e-2, "--checkpoint-activations")]
    public void Train_TwoProcessesOtherwise_GivesTheLossesOfOne(string precision, double tolerance, params string[] options)
    {
        MpiRun.SkipWithout();
        string photos = TinyPhotos.Create(_folder, perClass: 11);
        CommandLine.Succeed([.. Arguments(photos, "one", epochs: 3, precision), .. options]);
        MpiRun.Succeed(2, [.. Arguments(photos, "two", epochs: 3, precision), .. options]);
        AssertSameStepLosses("one", "two", steps: 6, tolerance);
    }

    [Fact]
    public void Train_OneOfTwoKilled_EndsWithOneLineAndResumesInOneProcess()
    {
        MpiRun.SkipWithout();
        string photos = TinyPhotos.Create(_folder, perClass: 11);
        using (MpiRun run = MpiRun.Start(2, [.. Arguments(photos, "killed", epochs: 100_000), "--save-minutes", "0.001"]))
        {
            WaitFor(run, () => new RunFolder(_folder["killed"]).ReadMetrics().Count > 0);
            int victim = run.ProcessId(1);
            using (Process process = Process.GetProcessById(victim))
                process.Kill();
            run.Wait();
            Assert.NotEqual(0, run.ExitCode);
            string[] lines = [.. run.Output.Split('\n').Where(line => line.StartsWith("senet", StringComparison.Ordinal))];
            Assert.Equal($"senet: error: process 1 of 2 (pid {victim} on {Environment.MachineName}) ended unexpectedly, killed or out of memory; go on from the last saved state with --resume", Assert.Single(lines));
        }

        // The saved state knows nothing of processes: another number goes on, here to the end of a shorter run.
        string recipe = _folder["killed/recipe.json"];
        int done = new RunFolder(_folder["killed"]).ReadMetrics().Count;
        File.WriteAllText(recipe, File.ReadAllText(recipe).Replace("\"epochs\": 100000", FormattableString.Invariant($"\"epochs\": {done + 2}"), StringComparison.Ordinal));
        string output = CommandLine.Succeed("train", "--resume", _folder["killed"], "--device", "cpu", "--threads", "1", "--workers", "1");
        Assert.Contains("resuming at epoch", output, StringComparison.Ordinal);
        Assert.Equal(done + 2, new RunFolder(_folder["killed"]).ReadMetrics().Count);
    }

    [Fact]
    public void Train_OneOfTwoHeldUp_WaitsForIt()
    {
        MpiRun.SkipWithout();
        string photos = TinyPhotos.Create(_folder, perClass: 11);
        CommandLine.Succeed(Arguments(photos, "one", epochs: 8));
        using (MpiRun run = MpiRun.Start(2, Arguments(photos, "two", epochs: 8)))
        {
            WaitFor(run, () => new RunFolder(_folder["two"]).HoldsRun);
            string slow = run.ProcessId(1).ToString(CultureInfo.InvariantCulture);
            Signal("-STOP", slow);
            Thread.Sleep(1000);
            Signal("-CONT", slow);
            run.Wait();
            Assert.True(run.ExitCode == 0, run.Output);
        }
        AssertSameLosses("one", "two");
    }

    [Fact]
    public void Train_StoppedInOneProcess_GoesOnInTwo()
    {
        MpiRun.SkipWithout();
        string photos = TinyPhotos.Create(_folder, perClass: 11);
        CommandLine.Succeed(Arguments(photos, "whole", epochs: 4));
        CommandLine.Succeed(Arguments(photos, "parts", epochs: 2));
        string recipe = _folder["parts/recipe.json"];
        // A cosine of two epochs is none of four: the constant schedule of these runs does not mind.
        File.WriteAllText(recipe, File.ReadAllText(recipe).Replace("\"epochs\": 2", "\"epochs\": 4", StringComparison.Ordinal));
        string output = MpiRun.Succeed(2, "train", "--resume", _folder["parts"], "--device", "cpu", "--workers", "1");
        Assert.Contains("resuming at epoch 3, step 0 of 2", output, StringComparison.Ordinal);
        AssertSameLosses("whole", "parts");
    }

    [Fact]
    public void Train_MistakeOfTheUser_IsToldOnce()
    {
        MpiRun.SkipWithout();
        string photos = TinyPhotos.Create(_folder, perClass: 4);
        using MpiRun few = MpiRun.Start(2, [.. Arguments(photos, "few", epochs: 1), "--batch-size", "3"]).Wait();
        Assert.NotEqual(0, few.ExitCode);
        Assert.Equal(
            "senet: error: --batch-size 3: 2 processes need at least 4, two images each",
            Assert.Single(few.Output.Split('\n'), line => line.StartsWith("senet", StringComparison.Ordinal)));
    }

    // Dropout-free; every image as it is but for the mixing.
    string[] Arguments(string photos, string run, int epochs, string precision = "float32") =>
    [
        "train", photos, "--output", _folder[run], "--arch", "se-resnet-8", "--epochs", epochs.ToString(CultureInfo.InvariantCulture), "--lr", "0.02", "--seed", "3",
        "--schedule", "step", "--step-epochs", "1000", "--warmup", "0", "--label-smoothing", "0.1", "--augment", "mixup", "--sync-bn", "--log", "jsonl", "--log-every", "1", "--precision", precision, "--device", "cpu", "--workers", "1", "--threads", "1",
        .. run == "few" ? Array.Empty<string>() : ["--batch-size", "12"],
    ];

    void AssertSameStepLosses(string first, string second, int steps, double tolerance, double? early = null)
    {
        double[] expected = Losses(first), actual = Losses(second);
        Assert.Equal(steps, expected.Length);
        Assert.Equal(steps, actual.Length);
        for (int i = 0; i < steps; i++)
            Assert.Equal(expected[i], actual[i], i < EarlySteps ? early ?? tolerance : tolerance);

        double[] Losses(string run) =>
        [
            .. File.ReadLines(_folder[$"{run}/log/log.jsonl"]).Select(line => JsonDocument.Parse(line).RootElement)
                .Where(record => record.GetProperty("kind").GetString() == "step").Select(record => record.GetProperty("loss").GetDouble()),
        ];
    }

    void AssertSameLosses(string first, string second)
    {
        IReadOnlyList<EpochMetrics> expected = new RunFolder(_folder[first]).ReadMetrics(), actual = new RunFolder(_folder[second]).ReadMetrics();
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i].TrainLoss, actual[i].TrainLoss, LateLossTolerance);
            Assert.Equal(expected[i].ValidationLoss, actual[i].ValidationLoss, LateLossTolerance);
            Assert.Equal(expected[i].TrainTop1, actual[i].TrainTop1, 1e-9);
        }
        // Weights, running statistics and momentum.
        IReadOnlyDictionary<string, WeightTensor> wanted = SafetensorsFile.Read(_folder[$"{first}/last.safetensors"]).Tensors;
        IReadOnlyDictionary<string, WeightTensor> found = SafetensorsFile.Read(_folder[$"{second}/last.safetensors"]).Tensors;
        Assert.Equal(wanted.Keys.Order(), found.Keys.Order());
        foreach ((string name, WeightTensor tensor) in wanted)
        {
            if (tensor.Type == TensorType.Int64)
                continue;
            float[] left = tensor.ToFloat32(), right = found[name].ToFloat32();
            double difference = Math.Sqrt(left.Zip(right, (a, b) => Math.Pow(a - b, 2)).Sum()), size = Math.Sqrt(left.Sum(value => (double)value * value));
            double tolerance = name.StartsWith("momentum/", StringComparison.Ordinal) ? MomentumTolerance : WeightTolerance;
            Assert.True(difference <= tolerance * Math.Max(size, 0.1), FormattableString.Invariant($"{name}: differs by {difference}, norm {size}"));
        }
    }

    static void WaitFor(MpiRun run, Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(40), $"it did not come so far: {run.Output}");
            Thread.Sleep(20);
        }
    }

    static void Signal(string signal, string process)
    {
        using Process kill = Process.Start("kill", [signal, process]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
