using System.Text.Json;

namespace Senet.Tests;

public sealed class NetworkFlagsTests
{
    // The difference from the default can be counted by hand: a stem's convolutions, half of a block's filters, biases.
    [Theory]
    [InlineData("resnet-50", "--stem deep", 25_576_264)]
    [InlineData("resnet-50", "--stem tiered", 25_573_728)]
    [InlineData("resnet-50", "--stem conv7x7", 25_557_032)]
    [InlineData("resnet-50", "--shortcut average-pool", 25_557_032)]
    [InlineData("resnet-50", "--stem deep --shortcut average-pool --anti-alias --stride 3x3", 25_576_264)]
    [InlineData("resnet-18", "--block-reduce-first 2", 6_194_856)]
    [InlineData("mobilenet", "--width 0.5", 1_331_592)]
    [InlineData("vgg-16", "--conv-bias false", 138_361_768)]
    [InlineData("bn-inception", "--conv-bias", 11_295_240)]
    [InlineData("bn-inception", "--conv-bias true", 11_295_240)]
    [InlineData("shufflenet-g3", "--variant megvii", 1_864_728)]
    [InlineData("se-resnet-50", "--se-relu-before --se-identity-init", 28_088_024)]
    public void Summary_Flag_ChangesTheParameters(string network, string options, long expected)
    {
        using JsonDocument json = Summary(network, options);

        Assert.Equal(expected, json.RootElement.GetProperty("parameters").GetInt64());
    }

    [Theory]
    [InlineData("resnet-50", "--shortcut average-pool", "AveragePool", 3)]
    [InlineData("resnet-50", "--anti-alias --stride 3x3", "BlurPool", 4)]
    [InlineData("se-resnet-20", "--se-relu-before", "Relu", 28)]
    [InlineData("se-resnet-20", "--se-stages 1,3", "SqueezeExcite", 6)]
    [InlineData("se-resnet-20", "--se-stages ALL", "SqueezeExcite", 9)]
    [InlineData("se-vgg-16", "--se-stages 5", "SqueezeExcite", 3)]
    public void Summary_Flag_ChangesTheNodes(string network, string options, string kind, int expected)
    {
        using JsonDocument json = Summary(network, options);

        Assert.Equal(expected, json.RootElement.GetProperty("layers").EnumerateArray().Count(layer => layer.GetProperty("kind").GetString() == kind));
    }

    [Fact]
    public void Summary_EveryFlag_IsInTheOptions()
    {
        using JsonDocument json = Summary(
            "se-resnet-50", "--stem tiered --shortcut average-pool --anti-alias --stride 3x3 --block-reduce-first 2 --se-stages 1,2 --se-placement identity --se-squeeze none --se-identity-init");
        JsonElement options = json.RootElement.GetProperty("options");
        JsonElement se = options.GetProperty("se");

        Assert.Equal(("tiered", "averagePool", "conv3x3"), (Text(options, "stem"), Text(options, "shortcut"), Text(options, "bottleneckStride")));
        Assert.True(options.GetProperty("antiAlias").GetBoolean());
        Assert.Equal(2, options.GetProperty("blockReduceFirst").GetInt32());
        Assert.Equal(("stage1, stage2", "identity", "none"), (Text(se, "stages"), Text(se, "placement"), Text(se, "squeeze")));
        Assert.True(se.GetProperty("identityInit").GetBoolean());
    }

    [Theory]
    [InlineData("vgg-16 --anti-alias", "--anti-alias: vgg-16 has no use for it; it takes --width, --conv-bias")]
    [InlineData("mobilenet --variant x", "--variant: mobilenet has no use for it; it takes --width")]
    [InlineData("se-vgg-16 --se-placement pre", "--se-placement: se-vgg-16 has no use for it; it takes --width, --conv-bias")]
    [InlineData("se-inception-resnet-v2 --se-relu-before", "--se-relu-before: se-inception-resnet-v2 has no use for it")]
    [InlineData("wrn-16-8 --shortcut zero-pad", "--shortcut: wrn-16-8 has no use for it; it takes --variant")]
    [InlineData("resnet-50 --se-stages 1", "--se-stages: resnet-50 has no squeeze-and-excitation; its twin with it is called se-resnet-50")]
    [InlineData("resnet-50 --se-placement pre", "--se-placement: resnet-50 has no squeeze-and-excitation; its twin with it is called se-resnet-50")]
    [InlineData("se-resnet-20 --se-stages 2,4", "--se-stages: se-resnet-20 has no stage 4")]
    [InlineData("se-resnet-50 --se-identity-init --se-no-bias", "--se-identity-init and --se-no-bias: give one of them; it is the bias that opens the gate")]
    [InlineData("mobilenet --width 0", "--width 0: expected a positive number")]
    [InlineData("resnet-18 --block-reduce-first 0", "--block-reduce-first 0: expected at least 1")]
    public void Summary_FlagThatDoesNotFit_IsOneLineThatNamesIt(string args, string expected) => AssertFails(2, expected, ["summary", .. args.Split(' ')]);

    [Theory]
    [InlineData("wrn-16-8 --variant x", "wrn-16-8: there is no variant 'x'; it has he, pytorchcv")]
    [InlineData("resnet-50 --anti-alias", "layer2.0: anti-aliased down-sampling smooths behind the 3x3; put the stride there (3x3)")]
    public void Summary_OptionsThatDoNotFitTogether_AreOneLine(string args, string expected) => AssertFails(1, expected, ["summary", .. args.Split(' ')]);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("1,")]
    [InlineData("1-3")]
    [InlineData("stage1")]
    public void Summary_StagesThatAreNone_SaysWhatIsExpected(string stages)
    {
        CommandLine run = CommandLine.Run("summary", "se-resnet-50", "--se-stages", stages);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith($"senet: error: --se-stages {stages}: expected stages from 1 to 5 such as 1,2,3, or all, or none", run.Error, StringComparison.Ordinal);
    }

    // Before a single image is looked at.
    [Fact]
    public void Train_FlagsThatDoNotFit_FailAtOnce()
    {
        AssertFails(2, "--anti-alias: mobilenet has no use for it; it takes --width", "train", "no-such-data", "--arch", "mobilenet", "--anti-alias");
        AssertFails(1, "wrn-16-8: there is no variant 'x'; it has he, pytorchcv", "train", "no-such-data", "--arch", "wrn-16-8", "--variant", "x");
    }

    static JsonDocument Summary(string network, string options) => JsonDocument.Parse(CommandLine.Succeed(["summary", network, .. options.Split(' '), "--json"]));

    static string? Text(JsonElement parent, string name) => parent.GetProperty(name).GetString();

    static void AssertFails(int exitCode, string expected, params string[] args)
    {
        CommandLine run = CommandLine.Run(args);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal($"senet: error: {expected}", run.Error.TrimEnd());
    }
}
