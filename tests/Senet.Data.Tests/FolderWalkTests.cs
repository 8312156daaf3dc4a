using System.Globalization;
using Senet.Tests;

namespace Senet.Data.Tests;

public sealed class FolderWalkTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string[] Walk(int depth = int.MaxValue) =>
        [.. new FolderWalk(_folder.Path, depth).Enter("", _ => true).SelectMany(run => Enumerable.Range(0, run.Count).Select(run.Path))];

    void Write(params string[] paths)
    {
        foreach (string path in paths)
            File.WriteAllText(_folder[path], "");
    }

    [Fact]
    public void Enter_FilesAndFoldersWithLikeNames_AreInOrdinalOrderOfPaths()
    {
        string[] paths = ["a", "a-b", "a.c/x", "a.c/y/z", "a.c0", "a.c-", "b/1", "b/10", "b/2", "b b/1", "B/1", "é/1", "e/1", "z"];
        Write(paths);
        Assert.Equal(paths.Order(StringComparer.Ordinal), Walk());
        Assert.Equal(paths.Where(p => !p.Contains('/')).Order(StringComparer.Ordinal), Walk(0));
        Assert.Equal(paths.Where(p => p.Count(c => c == '/') < 2).Order(StringComparer.Ordinal), Walk(1));
    }

    [Fact]
    public void Enter_LinksBackAndAcross_ReadEveryFolderOnce()
    {
        Write("a/1", "b/2");
        Directory.CreateSymbolicLink(_folder["a/up"], _folder.Path);
        Directory.CreateSymbolicLink(_folder["a/self"], "../a");
        Directory.CreateSymbolicLink(_folder["a/aside"], "../b");
        Directory.CreateSymbolicLink(_folder["0"], "b");
        Directory.CreateSymbolicLink(_folder["broken"], "nowhere");
        Assert.Equal(["a/1", "b/2", "broken"], Walk());
    }

    [Fact]
    public void FileNames_AMillion_TakeNoObjectEach()
    {
        const int Count = 1_000_000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        FileNames names = Fill();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(Count, names.Count);
        Assert.Equal("image-000000.jpg", names[0].ToString());
        Assert.Equal("image-999999.jpg", names[Count - 1].ToString());
        Assert.Equal(500_000, names.CountBefore("image-500000.jpg"));
        // Kept are 16 characters of two bytes, and four bytes; the rest is what growing arrays left behind.
        Assert.InRange(allocated, 36L * Count, 250L * Count);

        static FileNames Fill()
        {
            FileNames.Builder builder = new();
            Span<char> name = stackalloc char[16];
            for (int i = Count - 1; i >= 0; i--)
            {
                name.TryWrite(CultureInfo.InvariantCulture, $"image-{i:D6}.jpg", out _);
                builder.Add(name);
            }
            return builder.ToNames();
        }
    }
}
