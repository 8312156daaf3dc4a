using System.Text.Json;
using Senet.Cli;
using Senet.Torch;
using Senet.Training;

namespace Senet.Tests;

public sealed class RunsCommandTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Compare_TwoNetworksOverSeeds_TestsPairsAndRepeatsNothing()
    {
        string data = TinyPhotos.Create(_folder);
        string output = Path.Combine(_folder.Path, "out");
        string[] command = ["compare", data, "--arch", "resnet-8,se-resnet-8", "--seeds", "2", "--epochs", "1", "--batch-size", "8", "--lr", "0.01", "--device", "cpu", "--threads", "1", "--output", output];
        CommandLine.Succeed([.. command.Select(arg => arg == "2" ? "1" : arg)]);
        // What a kill leaves: a run whose only epoch is not done.
        string last = Path.Combine(output, "se-resnet-8-seed-0", "last.safetensors");
        File.Delete(last);
        string text = CommandLine.Succeed(command);

        Assert.Equal(1, Count(text, "finished before"));
        Assert.Contains("resnet-8-seed-0: finished before", text, StringComparison.Ordinal);
        Assert.True(File.Exists(last));
        Assert.Matches(@"se-resnet-8 against resnet-8: [+-]?\d+\.\d\d points", text);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "comparison.json")));
        Assert.Equal(2, json.RootElement.GetProperty("networks")[1].GetProperty("n").GetInt32());
        string[] csv = File.ReadAllLines(Path.Combine(output, "comparison.csv"));
        Assert.Equal(["network,seed,top1", "resnet-8,0", "resnet-8,1", "se-resnet-8,0", "se-resnet-8,1"], csv.Select((line, i) => i == 0 ? line : line[..line.LastIndexOf(',')]));
        // The pairs are of one split and one order.
        Assert.All(["resnet-8-seed-1", "se-resnet-8-seed-1"], run => Assert.Equal(1, new RunFolder(Path.Combine(output, run)).ReadDescription().Recipe.Seed));

        CommandLine other = CommandLine.Run([.. command.Select(arg => arg == "0.01" ? "0.02" : arg)]);
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("recipe.learningRate is 0.01, not 0.02", other.Error, StringComparison.Ordinal);

        string runs = CommandLine.Succeed("runs", output);
        Assert.Equal(4, Count(runs, "finished"));
        Assert.Matches(@"se-resnet-8-seed-1 +se-resnet-8 +r = 16 +small-images +1/1 +\d+\.\d\d % +1 +\d", runs);
        string two = CommandLine.Succeed("runs", Path.Combine(output, "resnet-8-seed-0"), Path.Combine(output, "se-resnet-8-seed-1"));
        Assert.Matches(@"architecture +resnet-8 +se-resnet-8", two);
        Assert.Matches(@"recipe\.seed +0 +1", two);
        Assert.DoesNotMatch(@"recipe\.epochs", two);
        using JsonDocument listed = JsonDocument.Parse(CommandLine.Succeed("runs", output, "--json"));
        Assert.Equal("finished", listed.RootElement.GetProperty("runs")[3].GetProperty("status").GetString());

        File.WriteAllText(Path.Combine(output, "resnet-8-seed-0", "recipe.json"), "torn");
        CommandLine damaged = CommandLine.Run("runs", output);
        Assert.Equal(1, damaged.ExitCode);
        Assert.Equal(3, Count(damaged.Output, "finished"));
        Assert.Contains("recipe.json: is not a run description", damaged.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_TwoPrecisions_TrainsEachInItsOwn()
    {
        string data = TinyPhotos.Create(_folder), output = Path.Combine(_folder.Path, "out");
        string[] command = ["compare", data, "--arch", "se-resnet-8", "--precision", "float32,bfloat16", "--seeds", "1", "--epochs", "1", "--batch-size", "8", "--device", "cpu", "--threads", "1", "--output", output];
        string text = CommandLine.Succeed(command);
        Assert.Matches(@"se-resnet-8-bfloat16 against se-resnet-8-float32: [+-]?\d+\.\d\d points with one seed", text);
        Assert.Equal(Precision.Float32, new RunFolder(Path.Combine(output, "se-resnet-8-float32-seed-0")).ReadDescription().Precision);
        Assert.Equal(Precision.BFloat16, new RunFolder(Path.Combine(output, "se-resnet-8-bfloat16-seed-0")).ReadDescription().Precision);
        Assert.Equal(2, Count(CommandLine.Succeed(command), "finished before"));

        // A run of the other precision does not stand in.
        Directory.Move(Path.Combine(output, "se-resnet-8-bfloat16-seed-0"), Path.Combine(output, "se-resnet-8-seed-0"));
        CommandLine other = CommandLine.Run([.. command.Select(arg => arg.Replace("float32,bfloat16", "float32", StringComparison.Ordinal).Replace("se-resnet-8", "se-resnet-8,resnet-8", StringComparison.Ordinal))]);
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("precision is bfloat16, not float32", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_SaysNoMoreThanTheTest()
    {
        Assert.EndsWith(
            "+1.00 points with one seed, which shows nothing: the next seed may say the opposite; take --seeds 3 or more",
            NetworkComparison.Sentence("b", "a", PairedTest.Of([0.5], [0.51]), null), StringComparison.Ordinal);
        Assert.Contains("cannot be tested", NetworkComparison.Sentence("b", "a", PairedTest.Of([0.5, 0.6], [0.75, 0.85]), null), StringComparison.Ordinal);
        PairedTest clear = PairedTest.Of([0.9012, 0.8955, 0.9101, 0.8987, 0.9040], [0.9105, 0.9032, 0.9098, 0.9127, 0.9101]);
        Assert.Equal(
            "b against a: +0.74 points, 95 % interval +0.09 to +1.38, paired t(4) = 3.16, p = 0.0341: better beyond chance at the 5 % level",
            NetworkComparison.Sentence("b", "a", clear, null));
        Assert.EndsWith("(Holm over all tests: p = 0.0681): no difference beyond chance at the 5 % level", NetworkComparison.Sentence("b", "a", clear, 0.0681), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expected at least two different networks", "compare", "x", "--arch", "resnet-8")]
    [InlineData("--precision half: expected float32, bfloat16 or float32,bfloat16", "compare", "x", "--arch", "resnet-8", "--precision", "half")]
    [InlineData("--precision float32,float32: expected different precisions", "compare", "x", "--arch", "resnet-8", "--precision", "float32,float32")]
    [InlineData("--seeds 0: expected at least 1", "compare", "x", "--arch", "resnet-8,se-resnet-8", "--seeds", "0")]
    [InlineData("--log excel: expected tensorboard, jsonl, csv or none", "train", "x", "--log", "excel")]
    [InlineData("--gates-every and --gradients-every: there is no log", "train", "x", "--gates-every", "5")]
    [InlineData("--force: there is no saved run", "train", "x", "--force", "recipe")]
    [InlineData("--keep -1: expected at least 0", "train", "x", "--keep", "-1")]
    public void Run_WrongOptions_AreUsageErrors(string expected, params string[] args)
    {
        CommandLine run = CommandLine.Run(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    static int Count(string text, string part) => text.Split(part).Length - 1;
}
