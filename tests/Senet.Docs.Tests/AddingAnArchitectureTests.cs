using Senet.Tests;

namespace Senet.Docs.Tests;

/// <summary>The change that docs/adding-an-architecture.md shows is the one that is in the files.</summary>
public class AddingAnArchitectureTests
{
    const string Header = "+++ b/";

    [Fact]
    public void AddedLines_StandInTheirFiles()
    {
        string[] lines = File.ReadAllLines(Path.Combine(SharedFiles.RepositoryRoot, "docs", "adding-an-architecture.md"));
        int files = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Header, StringComparison.Ordinal))
                continue;
            string path = lines[i][Header.Length..];
            string[] added = [.. lines.Skip(i + 1).TakeWhile(line => line.StartsWith('+') && !line.StartsWith(Header, StringComparison.Ordinal)).Select(line => line[1..])];
            Assert.NotEmpty(added);
            string content = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, path));
            Assert.True(content.Contains(string.Join('\n', added), StringComparison.Ordinal), $"{path} no longer has the lines that docs/adding-an-architecture.md shows");
            files++;
        }
        Assert.InRange(files, 6, 20);
    }
}
