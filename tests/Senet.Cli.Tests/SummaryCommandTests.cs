using System.Text.Json;
using Senet.Cli;

namespace Senet.Tests;

public sealed class SummaryCommandTests
{
    [Fact]
    public void Summary_SeResNet50_ShowsPublishedCounts()
    {
        string output = CommandLine.Succeed("summary", "se-resnet-50");

        Assert.Contains("total: 28,088,024 parameters, 3.860 GMACs", output, StringComparison.Ordinal);
        Assert.Contains("squeeze and rescale add 0.011 G element operations not counted", output, StringComparison.Ordinal);
        Assert.Contains("layer1.0.se", output, StringComparison.Ordinal);
        Assert.Contains("256 -> 16 -> 256", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--se-no-bias", "total: 28,071,976 parameters, 3.860 GMACs")]
    [InlineData("--stride=3x3", "total: 28,088,024 parameters, 4.092 GMACs")]
    public void Summary_Options_ChangeCounts(string option, string expected) =>
        Assert.Contains(expected, CommandLine.Succeed("summary", "se-resnet-50", option), StringComparison.Ordinal);

    [Fact]
    public void Summary_CifarNetwork_NamesTheCountOfTheOtherShortcut()
    {
        string projection = CommandLine.Succeed("summary", "resnet-20");
        string padded = CommandLine.Succeed("summary", "resnet-20", "--shortcut", "zero-pad");

        Assert.Contains("total: 272,474 parameters", projection, StringComparison.Ordinal);
        Assert.Contains("option A of He et al. for CIFAR, 269,722 parameters", projection, StringComparison.Ordinal);
        Assert.Contains("total: 269,722 parameters", padded, StringComparison.Ordinal);
        Assert.Contains("272,474 parameters", padded, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_Json_SaysTheSame()
    {
        using JsonDocument json = JsonDocument.Parse(CommandLine.Succeed("summary", "se-resnet-50", "--size", "320", "--channels", "1", "--classes", "7", "--json"));

        Assert.Equal([1, 320, 320], json.RootElement.GetProperty("input").EnumerateArray().Select(value => value.GetInt32()));
        Assert.Equal(7, json.RootElement.GetProperty("classes").GetInt32());
        Assert.Equal(
            json.RootElement.GetProperty("parameters").GetInt64(),
            json.RootElement.GetProperty("layers").EnumerateArray().Sum(layer => layer.GetProperty("parameters").GetInt64()));
    }

    [Fact]
    public void Summary_UnknownArchitecture_NamesTheNearest()
    {
        CommandLine run = CommandLine.Run("summary", "se-resnet-51");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("there is no architecture 'se-resnet-51'", run.Error, StringComparison.Ordinal);
        Assert.Contains("se-resnet-50", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }

    [Fact]
    public void Summary_SeOptionForPlainNetwork_NamesItsTwin()
    {
        CommandLine run = CommandLine.Run("summary", "resnet-18", "--se-ratio", "8");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--se-ratio: resnet-18 has no squeeze-and-excitation; its twin with it is called se-resnet-18", run.Error, StringComparison.Ordinal);
    }

    // Tables 10, 13, 15 and 16 of the paper, whose blocks have no biases; 25,557,032 parameters are the plain network's.
    [Theory]
    [InlineData("--se-ratio 2", "total: 45,676,584 parameters")]
    [InlineData("--se-ratio 4", "total: 35,616,808 parameters")]
    [InlineData("--se-ratio 8", "total: 30,586,920 parameters")]
    [InlineData("--se-ratio 32", "total: 26,814,504 parameters")]
    [InlineData("--se-stages 1", "total: 25,581,608 parameters")]
    [InlineData("--se-stages 2", "total: 25,688,104 parameters")]
    [InlineData("--se-stages 3", "total: 26,343,464 parameters")]
    [InlineData("--se-stages 1,2,3,4", "total: 28,071,976 parameters")]
    [InlineData("--se-stages none", "total: 25,557,032 parameters")]
    [InlineData("--se-placement inside-3x3", "total: 25,714,216 parameters, 3.858 GMACs")]
    [InlineData("--se-squeeze none", "total: 28,071,976 parameters, 4.269 GMACs")]
    public void Summary_Ablation_HasThePapersCost(string option, string expected) =>
        Assert.Contains(expected, CommandLine.Succeed(["summary", "se-resnet-50", "--se-no-bias", .. option.Split(' ')]), StringComparison.Ordinal);

    [Theory]
    [InlineData("--se-placement pre", "placement pre")]
    [InlineData("--se-placement post --se-gate tanh", "placement post, gate tanh")]
    [InlineData("--se-placement identity", "placement identity")]
    [InlineData("--se-placement inside-3x3", "placement inside-3x3")]
    [InlineData("--se-squeeze max --se-gate relu", "squeeze max, gate relu")]
    [InlineData("--se-squeeze none --se-relu-before", "ReLU before it, squeeze none")]
    [InlineData("--se-identity-init", "starts as the identity")]
    public void Summary_OtherThanTheStandard_SaysSo(string options, string expected)
    {
        string output = CommandLine.Succeed(["summary", "se-resnet-20", .. options.Split(' ')]);

        Assert.Contains($"SE differs from the paper's standard: {expected}\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("differs", CommandLine.Succeed("summary", "se-resnet-20"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("standard", "layer1.0.bn2")]
    [InlineData("pre", "relu")]
    [InlineData("post", "layer1.0.relu")]
    [InlineData("identity", "relu")]
    [InlineData("inside-3x3", "layer1.0.bn1")]
    public void Summary_SeTable_NamesWhatIsRecalibrated(string placement, string recalibrated) =>
        Assert.Matches(
            $@"layer1\.0\.se +{recalibrated} +16 -> 1 -> 16 +49 +0\.06 % +32 +0\.00 %",
            CommandLine.Succeed("summary", "se-resnet-8", "--se-placement", placement));

    [Fact]
    public void Summary_SeTable_AddsUpToTheTotal()
    {
        using JsonDocument json = JsonDocument.Parse(CommandLine.Succeed("summary", "se-resnet-50", "--json"));
        JsonElement root = json.RootElement;
        JsonElement[] blocks = [.. root.GetProperty("seBlocks").EnumerateArray()];

        Assert.Equal(16, blocks.Length);
        Assert.Equal(root.GetProperty("seParameters").GetInt64(), blocks.Sum(block => block.GetProperty("parameters").GetInt64()));
        Assert.Equal(root.GetProperty("seMacs").GetInt64(), blocks.Sum(block => block.GetProperty("macs").GetInt64()));
        Assert.Equal(2_530_992 / 28_088_024.0, blocks.Sum(block => block.GetProperty("parameterShare").GetDouble()), 1e-12);
        Assert.Equal("layer4.2.bn3", blocks[^1].GetProperty("recalibrates").GetString());
        Assert.Equal((2048, 128), (blocks[^1].GetProperty("channels").GetInt32(), blocks[^1].GetProperty("squeezeWidth").GetInt32()));
    }

    [Fact]
    public void Summary_PlainNetwork_HasNoSeTable()
    {
        string output = CommandLine.Succeed("summary", "resnet-20");

        Assert.DoesNotContain("SE block", output, StringComparison.Ordinal);
        Assert.DoesNotContain("of these SE", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_PublishedNetwork_ShowsWhatThePaperSaysAndWhatFits()
    {
        string output = CommandLine.Succeed("summary", "se-wrn-16-8");

        Assert.Contains("published for se-wrn-16-8: CIFAR-10: top-1 error 3.88 % (arXiv:1709.01507 v4, Table 4)", output, StringComparison.Ordinal);
        Assert.Contains("published for se-wrn-16-8: CIFAR-100: top-1 error 19.14 % (arXiv:1709.01507 v4, Table 5)", output, StringComparison.Ordinal);
        Assert.Contains("variant: he; --variant also takes pytorchcv", output, StringComparison.Ordinal);
        Assert.Contains("smallest input: 32 x 32 pixels", CommandLine.Succeed("summary", "vgg-16"), StringComparison.Ordinal);
        Assert.Contains(
            "published for mobilenet: ImageNet, 224: top-1 error 28.4 %, top-5 error 9.4 %, 0.569 GMACs, 4.2 M parameters (arXiv:1709.01507 v4, Table 3)",
            CommandLine.Succeed("summary", "mobilenet"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resnet-20", "", true)]
    [InlineData("resnet-20", "--shortcut zero-pad", true)]
    [InlineData("resnet-20", "--shortcut average-pool", false)]
    [InlineData("resnet-18", "", false)]
    [InlineData("preact-resnet-110", "", false)]
    public void Summary_NoteAboutShortcuts_WhereBothFormsArePublished(string network, string options, bool expected) =>
        Assert.Equal(
            expected,
            CommandLine.Succeed(["summary", network, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]).Contains("note: shortcuts", StringComparison.Ordinal));

    [Fact]
    public void Summary_EveryModel_Works()
    {
        using JsonDocument models = JsonDocument.Parse(CommandLine.Succeed("models", "--json"));
        foreach (JsonElement model in models.RootElement.EnumerateArray())
        {
            string id = model.GetProperty("id").GetString()!;
            Assert.Contains($"total: {Numbers.Grouped(model.GetProperty("parameters").GetInt64())} parameters", CommandLine.Succeed("summary", id), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Summary_GermanCulture_WritesTheSameJson()
    {
        string[] args = ["summary", "se-mobilenet", "--width", "0.5", "--json"];
        string expected = CommandLine.Succeed(args);

        Assert.Equal(expected, InCulture.Run("de-DE", () => CommandLine.Succeed(args)));
    }
}
