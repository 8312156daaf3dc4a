using System.Text.Json;
using Senet.Cli;
using Senet.Graph;
using Senet.Inference;
using Senet.Weights;

namespace Senet.Tests;

public sealed class BenchCommandTests
{
    [Fact]
    public void Bench_Architecture_PrintsEnginesLayersAndShares()
    {
        string output = InCulture.Run("de-DE", () => CommandLine.Succeed("bench", "se-resnet-8", "--seconds", "0.05", "--threads", "1", "--batch", "1,3"));

        Assert.Contains("se-resnet-8, random weights: input 3 x 32 x 32, 0.013 GMACs per image", output, StringComparison.Ordinal);
        Assert.Matches(@"1 of \d+ processors, \w+: peak \d+\.\d GMAC/s", output);
        Assert.Matches(@"managed +1 +\d+ +\d+\.\d\d +\d+\.\d\d +\d+\.\d +\d+\.\d+ +\d+\.\d %", output);
        Assert.Matches(@"managed +3 +\d+", output);
        Assert.Matches(@"layer1\.0\.se +excitation.* SE +32 +\d\.\d{3} +\d+\.\d %", output);
        Assert.Contains("layers of the managed engine at batch 1, ", output, StringComparison.Ordinal);
        Assert.Matches(@"squeeze-and-excitation: \d\.\d{3} of \d+\.\d{3} ms, \d+\.\d\d %", output);
        Assert.DoesNotContain("ratio", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bench_VersusOthers_TimesAllOnTheSameImages()
    {
        using JsonDocument json = JsonDocument.Parse(CommandLine.Succeed("bench", "se-resnet-8", "--seconds", "0.05", "--threads", "2", "--batch", "2", "--vs", "onnx,torch", "--json"));
        JsonElement root = json.RootElement;
        JsonElement[] times = [.. root.GetProperty("times").EnumerateArray()];

        Assert.Equal(["managed", "onnx", "torch"], times.Select(time => time.GetProperty("engine").GetString()));
        Assert.All(times, time => Assert.Equal(2, time.GetProperty("batch").GetInt32()));
        Assert.All(times, time => Assert.True(time.GetProperty("passes").GetInt32() >= 3));
        Assert.All(times, time => Assert.InRange(time.GetProperty("minMs").GetDouble(), 1e-4, time.GetProperty("medianMs").GetDouble()));
        Assert.All(times, time => Assert.InRange(time.GetProperty("difference").GetDouble(), 0, 1e-5));
        Assert.Equal(1, times[0].GetProperty("medianRatio").GetDouble());
        Assert.Equal(times[1].GetProperty("medianMs").GetDouble() / times[0].GetProperty("medianMs").GetDouble(), times[1].GetProperty("medianRatio").GetDouble(), 1e-9);
        Assert.Equal(2000 / times[2].GetProperty("medianMs").GetDouble(), times[2].GetProperty("imagesPerSecond").GetDouble(), 1e-6);
        NetworkCost cost = ArchitectureRegistry.Get("se-resnet-8").Build().Cost(new(3, 32, 32));
        Assert.Equal(cost.Macs, root.GetProperty("macs").GetInt64());
        // Layers are for the batch.
        Assert.Equal(2 * cost.Macs, root.GetProperty("layers").EnumerateArray().Sum(layer => layer.GetProperty("macs").GetInt64()));
        Assert.InRange(root.GetProperty("excitationShare").GetDouble(), 0, 1);
        Assert.InRange(root.GetProperty("peakGmacsPerSecond").GetDouble(), 0.01, 1e5);
        string table = CommandLine.Succeed("bench", "resnet-8", "--seconds", "0.01", "--vs", "onnx", "--size", "16");
        Assert.Contains("median ratio", table, StringComparison.Ordinal);
        Assert.Contains("input 3 x 16 x 16", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Bench_ModelFile_TakesItsOwnWeightsAndSize()
    {
        using var folder = new TempFolder();
        string model = TinyModel.Write(folder);
        using JsonDocument json = JsonDocument.Parse(CommandLine.Succeed("bench", model, "--seconds", "0.01", "--vs", "TORCH", "--json"));

        Assert.Equal(model, json.RootElement.GetProperty("weights").GetString());
        Assert.Equal([3, 32, 32], json.RootElement.GetProperty("input").EnumerateArray().Select(value => value.GetInt32()));
        Assert.InRange(json.RootElement.GetProperty("times")[1].GetProperty("difference").GetDouble(), 0, 1e-5);
    }

    [Theory]
    [InlineData(2, "--batch 0: expected whole numbers from 1, such as 1,8", "--batch", "0")]
    [InlineData(2, "--batch 1,x: expected whole numbers from 1", "--batch", "1,x")]
    [InlineData(2, "--vs managed: expected onnx, torch or both", "--vs", "managed")]
    [InlineData(2, "--vs onnx,fast: expected onnx, torch or both", "--vs", "onnx,fast")]
    [InlineData(2, "--seconds 0: expected a positive number", "--seconds", "0")]
    [InlineData(2, "--threads 0: expected at least 1", "--threads", "0")]
    [InlineData(2, "--size 0: expected at least 1", "--size", "0")]
    public void Bench_WrongOptions_AreNamed(int exitCode, string message, params string[] options)
    {
        CommandLine run = CommandLine.Run(["bench", "se-resnet-8", .. options]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith($"senet: error: {message}", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("there is no architecture 'se-resnet-9'", "se-resnet-9")]
    [InlineData("no/such.safetensors: no such file or folder", "no/such.safetensors")]
    [InlineData("maxpool: ", "se-resnet-18", "--size", "2")]
    public void Bench_NothingToTime_IsOneLine(string message, params string[] args)
    {
        CommandLine run = CommandLine.Run(["bench", .. args]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("se-resnet-110")]
    [InlineData("se-preact-resnet-110")]
    [InlineData("se-shufflenet-g8")]
    public void RandomWeights_DeepNetworks_StayFinite(string name)
    {
        Architecture architecture = ArchitectureRegistry.Get(name);
        NetworkGraph graph = architecture.Build();
        Dictionary<string, WeightTensor> weights = RandomWeights.Create(graph, seed: 1);
        using InferencePlan plan = InferencePlan.Compile(graph, weights);
        int side = Math.Min(64, architecture.Input.Height);
        float[] logits = new float[plan.Classes];
        plan.Run(RandomWeights.Images(3 * side * side, seed: 1), side, side, logits);

        Assert.All(logits, logit => Assert.True(float.IsFinite(logit)));
        Assert.True(logits.Max() - logits.Min() > 1e-6);
        Assert.Equal(weights["fc.weight"].ToFloat32(), RandomWeights.Create(graph, seed: 1)["fc.weight"].ToFloat32());
        Assert.NotEqual(weights["fc.weight"].ToFloat32(), RandomWeights.Create(graph, seed: 2)["fc.weight"].ToFloat32());
    }

    [Fact]
    public void Median_OddAndEven_IsTheMiddle()
    {
        Assert.Equal(2, Race.Median([1, 2, 9]));
        Assert.Equal(2.5, Race.Median([1, 2, 3, 9]));
        Assert.Equal(7, Race.Median([7]));
    }
}
