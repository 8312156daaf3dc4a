using Senet.Graph;
using Senet.Tests;
using Senet.Torch.Native;

namespace Senet.Torch.Tests.Native;

public sealed class PatchedLibraryTests
{
    static readonly byte[] s_content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];

    [Fact]
    public void PathFor_AnyLibrary_IsKeyedByItsHash() => Assert.Equal(
        Path.Combine("cache", "native", "ba7816bf8f01cfea", "lib.so"), PatchedLibrary.PathFor("cache", "abc"u8, "lib.so"));

    [Fact]
    public void Prepare_Absent_WritesOnceThenLeavesAlone()
    {
        using TempFolder folder = new();
        string path = Path.Combine(folder.Path, "native", "key", "lib.so");
        Assert.True(PatchedLibrary.Prepare(path, s_content));
        DateTime written = File.GetLastWriteTimeUtc(path);
        Assert.False(PatchedLibrary.Prepare(path, s_content));
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
        AssertOnlyGoodFile(path);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(-1)]
    public void Prepare_CorruptFile_IsReplaced(int length)
    {
        using TempFolder folder = new();
        string path = folder["native/lib.so"];
        byte[] corrupt = length < 0 ? [.. s_content] : s_content[..length];
        if (length < 0)
            corrupt[123_456] ^= 1;
        File.WriteAllBytes(path, corrupt);
        Assert.True(PatchedLibrary.Prepare(path, s_content));
        AssertOnlyGoodFile(path);
    }

    [Fact]
    public void Prepare_FolderUnderAFile_NamesFolderAndVariable()
    {
        using TempFolder folder = new();
        File.WriteAllText(folder["file"], "");
        string path = Path.Combine(folder.Path, "file", "native", "lib.so");
        SenetException error = Assert.Throws<SenetException>(() => PatchedLibrary.Prepare(path, s_content));
        Assert.StartsWith($"{Path.GetDirectoryName(path)}: the cache folder cannot be written (", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("set SENET_CACHE to a folder that can be written and that allows executable files", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Prepare_TargetIsAFolder_NamesFolderAndLeavesNoTemporaryFile()
    {
        using TempFolder folder = new();
        Directory.CreateDirectory(folder["native/lib.so/inside"]);
        string path = folder["native/lib.so"];
        Assert.Contains("SENET_CACHE", Assert.Throws<SenetException>(() => PatchedLibrary.Prepare(path, s_content)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task Prepare_ManyThreads_EndsWithOneGoodFile()
    {
        using TempFolder folder = new();
        string path = Path.Combine(folder.Path, "native", "lib.so");
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => PatchedLibrary.Prepare(path, s_content))));
        AssertOnlyGoodFile(path);
    }

    static void AssertOnlyGoodFile(string path)
    {
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        Assert.Equal(s_content, File.ReadAllBytes(path));
    }
}
