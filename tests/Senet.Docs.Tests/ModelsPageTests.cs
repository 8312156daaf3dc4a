using System.Text.RegularExpressions;
using Senet.Cli;
using Senet.Tests;

namespace Senet.Docs.Tests;

/// <summary>docs/models.md says what the graphs say.</summary>
public sealed class ModelsPageTests
{
    [Fact]
    public void Tables_AreWhatTheCommandPrints()
    {
        string page = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "docs", "models.md")).ReplaceLineEndings("\n");
        Match section = Regex.Match(page, "<!-- models -->\n(.*)<!-- /models -->", RegexOptions.Singleline);
        using var output = new StringWriter();
        int exitCode = SenetCli.Run(["models", "--markdown"], new Terminal(output, TextWriter.Null));
        string printed = output.ToString().ReplaceLineEndings("\n").Trim();

        Assert.Equal(0, exitCode);
        Assert.True(section.Success, "docs/models.md: the markers <!-- models --> and <!-- /models --> are missing");
        Assert.True(
            section.Groups[1].Value.Trim() == printed,
            "docs/models.md: the tables differ from the networks; put the output of './senet models --markdown' between <!-- models --> and <!-- /models -->");
    }
}
