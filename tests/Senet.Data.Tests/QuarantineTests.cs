using System.Text.Json.Nodes;
using Senet.Tests;

namespace Senet.Data.Tests;

public sealed class QuarantineTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string Root => _folder["data/"];

    string Bin => _folder["bin"];

    string Put(string relative, string text)
    {
        string path = _folder[$"data/{relative}"];
        File.WriteAllText(path, text);
        return path;
    }

    (int Moved, IReadOnlyList<string> Left) Move(params string[] paths) => Quarantine.Move(Root, Bin, paths.Select(p => (p, "bad")), TestContext.Current.CancellationToken);

    (int Moved, IReadOnlyList<string> Left) Undo() => Quarantine.Undo(Root, Bin, TestContext.Current.CancellationToken);

    [Fact]
    public void Move_ThenUndo_RestoresEveryFile()
    {
        string[] paths = [Put("a/1.jpg", "one"), Put("a/sub/line\nbreak \\ back.jpg", "two"), Put("b/ü 🙂.jpg", "three")];
        Assert.Equal(3, Move([.. paths, paths[0]]).Moved);
        Assert.All(paths, path => Assert.False(File.Exists(path)));
        Assert.Equal("one", File.ReadAllText(Path.Combine(Bin, "a/1.jpg")));
        string[] lines = File.ReadAllLines(Path.Combine(Bin, Quarantine.ManifestName));
        Assert.Equal(3, lines.Length);
        Assert.Equal("bad", (string?)JsonNode.Parse(lines[1])!["reason"]);

        (int moved, IReadOnlyList<string> left) = Undo();

        Assert.Equal(3, moved);
        Assert.Empty(left);
        Assert.Equal(["one", "two", "three"], paths.Select(File.ReadAllText));
        Assert.False(Directory.Exists(Bin));
    }

    [Fact]
    public void Move_NameTaken_OverwritesNothing()
    {
        string path = Put("a/1.jpg", "first");
        Move(path);
        Put("a/1.jpg", "second");
        Move(path);
        Assert.Equal("first", File.ReadAllText(Path.Combine(Bin, "a/1.jpg")));
        Assert.Equal("second", File.ReadAllText(Path.Combine(Bin, "a/1.2.jpg")));

        (int moved, IReadOnlyList<string> left) = Undo();

        // Only one of them can have the old name; the other stays, and the manifest with it.
        Assert.Equal((1, 1), (moved, left.Count));
        Assert.Equal("first", File.ReadAllText(path));
        File.Delete(path);
        Assert.Equal(1, Undo().Moved);
        Assert.Equal("second", File.ReadAllText(path));
    }

    [Fact]
    public void Undo_AfterACrash_FindsEveryFileInOneOfTheTwoPlaces()
    {
        string one = Put("a/1.jpg", "one"), two = Put("a/2.jpg", "two");
        Move(one, two);
        string manifest = Path.Combine(Bin, Quarantine.ManifestName);
        // The process died with the second line written and its file not moved, and with half of a third line.
        File.Move(Path.Combine(Bin, "a/2.jpg"), two);
        File.AppendAllText(manifest, "{\"kept\":\"a/3.j");
        string three = Put("a/3.jpg", "three");
        Assert.Equal(1, Move(three).Moved);
        Assert.Equal(2, Undo().Moved);
        Assert.Equal(["one", "two", "three"], new[] { one, two, three }.Select(File.ReadAllText));
    }

    [Fact]
    public void Undo_HalfALine_IsIgnored()
    {
        string one = Put("a/1.jpg", "one");
        Move(one);
        File.AppendAllText(Path.Combine(Bin, Quarantine.ManifestName), "{\"kept\":\"a/3.j");
        Assert.Equal(1, Undo().Moved);
        Assert.Equal("one", File.ReadAllText(one));
    }

    [Fact]
    public void Move_LinkPipeAndMissing_MovesTheLinkAndLeavesTheRest()
    {
        string target = Put("good.txt", "target"), link = _folder["data/a/link.jpg"], broken = _folder["data/a/broken.jpg"];
        File.CreateSymbolicLink(link, target);
        File.CreateSymbolicLink(broken, "nowhere");
        (int moved, IReadOnlyList<string> left) = Move(link, broken, _folder["data/a/gone.jpg"], _folder["data/a"]);
        Assert.Equal((2, 2), (moved, left.Count));
        Assert.Equal("target", File.ReadAllText(target));
        Assert.Equal(2, Undo().Moved);
        Assert.Equal("nowhere", new FileInfo(broken).LinkTarget);
    }

    [Fact]
    public void Move_FileOutsideTheDataSet_IsNumbered()
    {
        string outside = _folder["elsewhere/1.jpg"];
        File.WriteAllText(outside, "outside");
        Assert.Equal(1, Move(outside).Moved);
        Assert.True(File.Exists(Path.Combine(Bin, "outside/1/1.jpg")));
        Assert.Equal(1, Undo().Moved);
        Assert.Equal("outside", File.ReadAllText(outside));
    }

    [Fact]
    public void Undo_OfSomethingElse_IsRefused()
    {
        Directory.CreateDirectory(Bin);
        Assert.Contains("holds no quarantine.jsonl", TestData.Error(() => Undo()), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(Bin, Quarantine.ManifestName), "{\"kept\":\"../../x\",\"original\":\"/x\"}\n");
        Assert.Contains("leads out of the quarantine", TestData.Error(() => Undo()), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(Bin, Quarantine.ManifestName), "hello\n");
        Assert.Contains("line 1: expected a JSON object", TestData.Error(() => Undo()), StringComparison.Ordinal);
    }
}
