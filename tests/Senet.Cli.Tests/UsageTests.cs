using Senet.Cli;

namespace Senet.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("senet train", "trian")]
    [InlineData("--epochs", "train", "x", "--epoch", "3")]
    [InlineData("--epochs x: expected a whole number", "train", "x", "--epochs", "x")]
    [InlineData("--lr 0,1: expected a number such as 0.1", "train", "x", "--lr", "0,1")]
    [InlineData("--schedule fast: expected step, multi-step, cosine, one-cycle, plateau, poly", "train", "x", "--schedule", "fast")]
    [InlineData("--milestones 3;4: expected epochs with commas between them, such as 125,200,250", "train", "x", "--milestones", "3;4")]
    [InlineData("--ema-decay 1: expected 0 or more and below 1", "train", "x", "--ema-decay", "1")]
    [InlineData("--epochs 0: expected at least 1", "train", "x", "--epochs", "0")]
    [InlineData("--channels 2: expected 1, 3", "train", "x", "--channels", "2")]
    [InlineData("--workers 0: expected at least 1", "train", "x", "--workers", "0")]
    [InlineData("DATA is missing", "train")]
    [InlineData("--resume and --output", "train", "x", "--resume", "a", "--output", "b")]
    [InlineData("senet evaluate --help", "evaluate", "x")]
    [InlineData("senet predict --help", "predict", "x")]
    [InlineData("--crops 3: expected 1, 5, 10", "evaluate", "x", "y", "--crops", "3")]
    [InlineData("--preset 256x224: expected RESIZE/CROP such as 256/224", "evaluate", "x", "y", "--preset", "256x224")]
    [InlineData("--augment: augmentation rotation: DEGREES is 200; expected 0 to 180", "train", "x", "--augment", "rotation:200")]
    [InlineData("--json and --csv", "predict", "x", "y", "--json", "--csv")]
    [InlineData("--top 0: expected at least 1", "predict", "x", "y", "--top", "0")]
    public void Run_WrongCommandLine_ExitsWith2AndAHint(string expected, params string[] args)
    {
        CommandLine run = CommandLine.Run(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("senet: error: ", run.Error, StringComparison.Ordinal);
        if (expected == "senet train")
            Assert.Contains("did you mean train?", run.Error, StringComparison.Ordinal);
        else
            Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_EveryCommand_HasExamples()
    {
        var root = (SenetCommand)SenetCli.BuildRoot(new Terminal(TextWriter.Null, TextWriter.Null));

        Assert.Equal(18, root.Subcommands.Count);
        Assert.Contains("Examples:", CommandLine.Succeed("--help"), StringComparison.Ordinal);
        foreach (SenetCommand command in root.Subcommands.Cast<SenetCommand>())
        {
            string help = CommandLine.Succeed(command.Name, "--help");
            Assert.NotEmpty(command.Examples);
            Assert.All(command.Examples, example => Assert.Contains(example.Line, help, StringComparison.Ordinal));
            Assert.All(command.Examples, example => Assert.Contains($"senet {command.Name}", example.Line, StringComparison.Ordinal));
            Assert.Contains("Usage:", help, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Run_NothingAsked_ShowsHelpAndExitsWith2()
    {
        CommandLine run = CommandLine.Run();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("quickstart", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_IsOneLine() => Assert.Matches(@"^senet \d+\.\d+\.\d+\S*\r?\n\z", CommandLine.Succeed("--version"));

    [Fact]
    public void Doctor_WhereTheTestsRun_Works()
    {
        string output = CommandLine.Succeed("doctor");

        Assert.Contains("libtorch", output, StringComparison.Ordinal);
        Assert.Matches(@"training\s+works", output);
        Assert.Contains("\"works\": true", CommandLine.Succeed("doctor", "--json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate", "no-such-model", "no-such-data")]
    [InlineData("predict", "no-such-model", "no-such-image.png")]
    [InlineData("train", "no-such-data")]
    [InlineData("train", "--resume", "no-such-run")]
    [InlineData("summary", "no/such/run")]
    public void Run_MissingPaths_IsOneLineAndExitsWith1(params string[] args)
    {
        CommandLine run = CommandLine.Run(args);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no-such", run.Error.Replace("no/such", "no-such", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }
}
