using System.Text.RegularExpressions;
using Senet.Cli;
using Senet.Tests;

namespace Senet.Docs.Tests;

/// <summary>docs/training.md says what the recipes say.</summary>
public sealed class TrainingPageTests
{
    [Fact]
    public void Table_IsWhatTheCommandPrints()
    {
        string page = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "docs", "training.md")).ReplaceLineEndings("\n");
        Match section = Regex.Match(page, "<!-- recipes -->\n(.*)<!-- /recipes -->", RegexOptions.Singleline);
        using var output = new StringWriter();
        int exitCode = SenetCli.Run(["recipes", "--markdown"], new Terminal(output, TextWriter.Null));

        Assert.Equal(0, exitCode);
        Assert.True(section.Success, "docs/training.md: the markers <!-- recipes --> and <!-- /recipes --> are missing");
        Assert.True(
            section.Groups[1].Value.Trim() == output.ToString().ReplaceLineEndings("\n").Trim(),
            "docs/training.md: the table differs from the recipes; put the output of './senet recipes --markdown' between <!-- recipes --> and <!-- /recipes -->");
    }
}
