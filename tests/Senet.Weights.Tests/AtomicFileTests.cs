using System.Text;
using System.Text.RegularExpressions;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

public class AtomicFileTests
{
    [Fact]
    public void WriteText_NewThenReplaced_HoldsTheTextAlone()
    {
        using var folder = new TempFolder();
        AtomicFile.WriteText(folder["a.txt"], "a long first text, ünï");
        AtomicFile.WriteText(folder["a.txt"], "short ü");
        Assert.Equal(Encoding.UTF8.GetBytes("short ü"), File.ReadAllBytes(folder["a.txt"]));
        Assert.Equal(["a.txt"], Directory.GetFiles(folder.Path).Select(f => Path.GetFileName(f)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_FailsMidway_LeavesTheOldFileAndNoTemporaryOne(bool replaces)
    {
        using var folder = new TempFolder();
        if (replaces)
            File.WriteAllText(folder["a.bin"], "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(folder["a.bin"], stream =>
        {
            stream.Write(new byte[1 << 20]);
            Assert.Single(Directory.GetFiles(folder.Path, ".a.bin.*.tmp"));
            throw new InvalidOperationException("midway");
        }));
        Assert.Equal(replaces ? [folder["a.bin"]] : [], Directory.GetFiles(folder.Path));
        if (replaces)
            Assert.Equal("old", File.ReadAllText(folder["a.bin"]));
    }

    [Fact]
    public void Write_DiskFull_SaysSoAndKeepsTheOldFile()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["a.bin"], "old");
        int code = OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28;
        SenetException error = Assert.Throws<SenetException>(() => AtomicFile.Write(folder["a.bin"], _ => throw new IOException("No space left on device", code)));
        Assert.Matches($@"^{Regex.Escape(folder["a.bin"])}: cannot be written: the disk is full \(\d+\.\d MB free\); free some space and try again$", error.Message);
        error = Assert.Throws<SenetException>(() => AtomicFile.Write(folder["a.bin"], _ => throw new IOException("No space left on device", code), length: 3 << 20));
        Assert.Contains("the disk is full (3.0 MB needed, ", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(folder["a.bin"]));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Write_ErrorsOfTheCallersOwn_PassThroughUnchanged()
    {
        using var folder = new TempFolder();
        var own = new SenetException("layer1: something else");
        Assert.Same(own, Assert.Throws<SenetException>(() => AtomicFile.Write(folder["a"], _ => throw own)));
    }

    [Fact]
    public void Write_ImpossibleTargets_AreRefusedWithTheReason()
    {
        using var folder = new TempFolder();
        AssertRefused(folder.Path, "it is a folder; give the name of a file");
        AssertRefused(Path.Combine(folder.Path, "none", "a.txt"), "its folder does not exist; create it first");
        File.WriteAllText(folder["protected.txt"], "old");
        File.SetAttributes(folder["protected.txt"], FileAttributes.ReadOnly);
        AssertRefused(folder["protected.txt"], "the file is write-protected; delete it or choose another name");
        Assert.Equal("old", File.ReadAllText(folder["protected.txt"]));
        File.SetAttributes(folder["protected.txt"], FileAttributes.Normal);
        if (!OperatingSystem.IsWindows())
        {
            AssertRefused("/dev/null", "it is a device; give the name of a file");
            Assert.True(File.Exists("/dev/null"));
        }
    }

    [Fact]
    public void Write_NameTooLongForTheFileSystem_IsOneLine()
    {
        using var folder = new TempFolder();
        SenetException error = Assert.Throws<SenetException>(() => AtomicFile.WriteText(folder[new string('n', 300)], "x"));
        Assert.Contains(": cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Empty(Directory.GetFiles(folder.Path));
        AtomicFile.WriteText(folder[new string('n', 250)], "as long as it fits");
    }

    [Fact]
    public void Write_SymbolicLink_ReplacesTheFileItPointsTo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var folder = new TempFolder();
        File.WriteAllText(folder["runs/epoch-1"], "old");
        File.CreateSymbolicLink(folder["best"], folder["runs/epoch-1"]);
        AtomicFile.WriteText(folder["best"], "new");
        Assert.NotNull(new FileInfo(folder["best"]).LinkTarget);
        Assert.Equal("new", File.ReadAllText(folder["runs/epoch-1"]));
    }

    [Fact]
    public void Write_ReplacedFile_KeepsItsMode()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Unix file modes");
            return;
        }
        using var folder = new TempFolder();
        File.WriteAllText(folder["secret"], "old");
        File.SetUnixFileMode(folder["secret"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        AtomicFile.WriteText(folder["secret"], "new");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["secret"]));
    }

    [Fact]
    public async Task Write_ManyWritersAtOnce_ReadersSeeOnlyWholeFiles()
    {
        using var folder = new TempFolder();
        string path = folder["shared.bin"];
        const int length = 100_000, writers = 4, rounds = 10;
        AtomicFile.Write(path, stream => stream.Write(new byte[length]));
        using var done = new CancellationTokenSource();
        CancellationToken token = TestContext.Current.CancellationToken;
        Task reader = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                byte[] seen = File.ReadAllBytes(path);
                Assert.Equal(length, seen.Length);
                Assert.Equal(-1, seen.AsSpan().IndexOfAnyExcept(seen[0]));
                AtomicFile.CleanLeftovers(folder.Path);
            }
        }, token);
        await Task.WhenAll(Enumerable.Range(1, writers).Select(id => Task.Run(() =>
        {
            byte[] block = new byte[length];
            block.AsSpan().Fill((byte)id);
            for (int round = 0; round < rounds; round++)
            {
                AtomicFile.Write(path, stream =>
                {
                    stream.Write(block.AsSpan(0, length / 2));
                    stream.Write(block.AsSpan(length / 2));
                });
            }
        }, token)));
        await done.CancelAsync();
        await reader;
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void CleanLeftovers_DeletesOnlyOldUnusedFilesOfOurOwnNames()
    {
        using var folder = new TempFolder();
        string[] kept = [".model.tmp", "model.0123456789abcdef.tmp", ".model.0123456789ABCDEF.tmp", ".model.0123456789abcde.tmp", ".model.0123456789abcdef.tmp.bak", "model.safetensors", "sub/.m.0123456789abcdef.tmp"];
        foreach (string name in (string[])[.. kept, ".model.safetensors.0123456789abcdef.tmp", "..x.fedcba9876543210.tmp"])
        {
            File.WriteAllText(folder[name], "x");
            File.SetLastWriteTimeUtc(folder[name], DateTime.UtcNow.AddMinutes(-1));
        }
        File.WriteAllText(folder[".young.0123456789abcdef.tmp"], "x");
        File.SetLastWriteTimeUtc(folder[".young.0123456789abcdef.tmp"], DateTime.UtcNow.AddMinutes(1));
        AtomicFile.CleanLeftovers(folder.Path);
        Assert.Equal(kept.Append(".young.0123456789abcdef.tmp").Order(StringComparer.Ordinal),
            Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.Path, f).Replace('\\', '/')).Order(StringComparer.Ordinal));
        AtomicFile.CleanLeftovers(folder["no such folder"]);
    }

    [Fact]
    public void CleanLeftovers_LongRunningWriter_IsNotDisturbed()
    {
        using var folder = new TempFolder();
        AtomicFile.Write(folder["a.txt"], stream =>
        {
            stream.Write("slow"u8);
            stream.Flush();
            string temporary = Assert.Single(Directory.GetFiles(folder.Path, ".*.tmp"));
            File.SetLastWriteTimeUtc(temporary, DateTime.UtcNow.AddHours(-1));
            AtomicFile.CleanLeftovers(folder.Path);
            Assert.True(File.Exists(temporary));
        });
        Assert.Equal("slow", File.ReadAllText(folder["a.txt"]));
    }

    static void AssertRefused(string path, string reason) =>
        Assert.Equal($"{path}: cannot be written: {reason}", Assert.Throws<SenetException>(() => AtomicFile.WriteText(path, "x")).Message);
}
