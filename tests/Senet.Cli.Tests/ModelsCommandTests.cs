using System.Text.Json;

namespace Senet.Tests;

public sealed class ModelsCommandTests
{
    [Fact]
    public void Models_Table_ShowsCostAndThePapersErrors()
    {
        string[] lines = Lines("models");

        Assert.Contains(lines, line => Matches(line, "se-resnet-50 SE-ResNet 28,088,024 3.860 3 x 224 x 224 top-1 23.29, top-5 6.62"));
        Assert.Contains(lines, line => Matches(line, "se-wrn-16-8 SE wide ResNet 11,049,290 1.548 3 x 32 x 32 C10 3.88, C100 19.14"));
        Assert.Contains(lines, line => Matches(line, "senet-154 SENet 115,088,984 20.688 3 x 224 x 224 top-1 18.68, top-5 4.47"));
        Assert.Contains(lines, line => Matches(line, "resnet-18 ResNet 11,689,512 1.814 3 x 224 x 224"));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 120));
    }

    [Theory]
    [InlineData("SE-resnet-5", "se-resnet-50,se-resnet-56")]
    [InlineData("vgg-16", "vgg-16,se-vgg-16")]
    [InlineData("vgg-16 --se", "se-vgg-16")]
    [InlineData("vgg-16 --plain", "vgg-16")]
    [InlineData("wide", "wrn-16-8,wrn-28-10,se-wrn-16-8,se-wrn-28-10")]
    public void Models_Filters_Narrow(string args, string expected)
    {
        using JsonDocument json = JsonDocument.Parse(CommandLine.Succeed(["models", .. args.Split(' '), "--json"]));

        Assert.Equal(expected.Split(','), json.RootElement.EnumerateArray().Select(model => model.GetProperty("id").GetString()));
    }

    [Fact]
    public void Models_SeAndPlain_AreAllOfThem()
    {
        using JsonDocument all = JsonDocument.Parse(CommandLine.Succeed("models", "--json"));
        using JsonDocument se = JsonDocument.Parse(CommandLine.Succeed("models", "--se", "--json"));
        using JsonDocument plain = JsonDocument.Parse(CommandLine.Succeed("models", "--plain", "--json"));

        Assert.Equal(all.RootElement.GetArrayLength(), se.RootElement.GetArrayLength() + plain.RootElement.GetArrayLength());
        Assert.All(se.RootElement.EnumerateArray(), model => Assert.True(model.GetProperty("se").GetBoolean()));
        Assert.All(plain.RootElement.EnumerateArray(), model => Assert.False(model.GetProperty("se").GetBoolean()));
    }

    [Fact]
    public void Models_Json_HasResultsVariantsAndChoices()
    {
        using JsonDocument json = JsonDocument.Parse(CommandLine.Succeed("models", "--json"));
        JsonElement Model(string id) => json.RootElement.EnumerateArray().First(model => model.GetProperty("id").GetString() == id);
        JsonElement[] results = [.. Model("senet-154").GetProperty("published").EnumerateArray()];

        Assert.Equal(66_821_848, Model("se-resnet-152").GetProperty("parameters").GetInt64());
        Assert.Equal(["ImageNet, 224", "ImageNet, 320"], results.Select(result => result.GetProperty("data").GetString()));
        Assert.Equal([18.68, 17.28], results.Select(result => result.GetProperty("top1Error").GetDouble()));
        Assert.All(results, result => Assert.Equal("Table 8", result.GetProperty("source").GetString()));
        Assert.Equal(["zhang", "megvii", "jaxony"], Texts(Model("shufflenet-g3").GetProperty("variants")));
        Assert.Equal(["widthMultiplier", "variant"], Texts(Model("shufflenet-g3").GetProperty("choices")));
        Assert.Empty(Texts(Model("shake-even-29-2x4x64d").GetProperty("choices")));
    }

    [Fact]
    public void Models_Markdown_HasARowForEveryResult()
    {
        string[] lines = Lines("models", "--markdown");

        Assert.Contains("| `senet-154` | SENet | 3 x 224 x 224 | 115,088,984 | 20.688 |  | 18.68 | 4.47 | Table 8: ImageNet, 224 |", lines);
        Assert.Contains("| `senet-154` |  |  |  |  |  | 17.28 | 3.79 | Table 8: ImageNet, 320 |", lines);
        Assert.Contains("| `se-wrn-16-8` | SE wide ResNet | 3 x 32 x 32 | 11,049,290 | 1.548 | 3.88 | 19.14 | Table 4: CIFAR-10; Table 5: CIFAR-100 |", lines);
        Assert.Contains("| `se-shake-even-29-2x4x64d` | SE Shake-Shake | 3 x 32 x 32 | 35,051,508 | 5.388 |  | 15.41 | Table 5: CIFAR-100, Cutout |", lines);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--markdown")]
    public void Models_GermanCulture_WritesTheSame(string form)
    {
        string expected = CommandLine.Succeed("models", form);

        Assert.Equal(expected, InCulture.Run("de-DE", () => CommandLine.Succeed("models", form)));
    }

    [Theory]
    [InlineData("no-such", 1, "no architecture has 'no-such' in its name; 'senet models' lists all")]
    [InlineData("no-such --se", 1, "no architecture with SE has 'no-such' in its name; 'senet models' lists all")]
    [InlineData("senet-154 --plain", 1, "no architecture without SE has 'senet-154' in its name; 'senet models' lists all")]
    [InlineData("--se --plain", 2, "--se and --plain: give one of them")]
    [InlineData("--json --markdown", 2, "--json and --markdown: give one of them")]
    public void Models_NothingToShow_IsOneLine(string args, int exitCode, string expected)
    {
        CommandLine run = CommandLine.Run(["models", .. args.Split(' ')]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal($"senet: error: {expected}", run.Error.TrimEnd());
    }

    static string[] Lines(params string[] args) => CommandLine.Succeed(args).ReplaceLineEndings("\n").Split('\n');

    static bool Matches(string line, string cells) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) == cells;

    static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetString());
}
