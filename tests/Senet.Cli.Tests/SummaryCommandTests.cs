using System.Text.Json;

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

    [Fact]
    public void Models_ListsEverythingAndFilters()
    {
        string all = CommandLine.Succeed("models");
        string some = CommandLine.Succeed("models", "SE-resnet-5");
        using JsonDocument json = JsonDocument.Parse(CommandLine.Succeed("models", "--json"));

        Assert.Contains("28,088,024", all, StringComparison.Ordinal);
        Assert.Contains("3 x 32 x 32", all, StringComparison.Ordinal);
        Assert.Contains("se-resnet-56", some, StringComparison.Ordinal);
        Assert.DoesNotContain("se-resnet-18", some, StringComparison.Ordinal);
        Assert.Contains(json.RootElement.EnumerateArray(), row => row.GetProperty("id").GetString() == "se-resnet-152" && row.GetProperty("parameters").GetInt64() == 66_821_848);
        Assert.Equal(1, CommandLine.Run("models", "vgg").ExitCode);
    }
}
