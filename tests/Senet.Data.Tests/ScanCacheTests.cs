using Senet.Tests;

namespace Senet.Data.Tests;

public sealed class ScanCacheTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string Data => _folder["data"];

    ScanReport Scan(ScanCache cache, bool applyOrientation = true)
    {
        ScanReport report = DataScanner.Scan(FolderSource.OpenFor(Data, null, applyOrientation: applyOrientation), 3, 255, 2, null, TestContext.Current.CancellationToken, cache);
        cache.Save();
        return report;
    }

    ScanCache Open() => ScanCache.Open(_folder["cache"], Data);

    [Fact]
    public void Scan_Again_ReadsOnlyWhatChanged()
    {
        TestData.Tree(Data, 5, "a", "b");
        File.WriteAllText(_folder["data/a/bad.png"], "x");
        ScanCache first = Open(), second = Open();
        ScanReport expected = Scan(first);
        Assert.Equal(0, first.Reused);

        // Same length and time, other bytes: a reader would notice.
        DateTime time = File.GetLastWriteTimeUtc(_folder["data/a/00.png"]);
        File.WriteAllBytes(_folder["data/a/00.png"], new byte[new FileInfo(_folder["data/a/00.png"]).Length]);
        File.SetLastWriteTimeUtc(_folder["data/a/00.png"], time);
        second = Open();
        ScanReport again = Scan(second);
        Assert.Equal(10, second.Reused);
        Assert.Equal(expected.Images, again.Images);
        Assert.Equal(expected.Bad, again.Bad);
        Assert.Equal(expected.Formats, again.Formats);

        // Another time: the file is read, and found damaged.
        File.SetLastWriteTimeUtc(_folder["data/a/00.png"], time.AddSeconds(1));
        TestData.Image(_folder["data/b/new.png"]);
        ScanCache third = Open();
        ScanReport changed = Scan(third);
        Assert.Equal(9, third.Reused);
        Assert.Equal(["00.png", "bad.png"], changed.Bad.Select(b => Path.GetFileName(b.Image)));
        Assert.Equal(12, changed.Count);
    }

    [Fact]
    public void Scan_Interrupted_KeepsWhatItFound()
    {
        TestData.Tree(Data, 10, "a", "b");
        using CancellationTokenSource stop = new();
        ScanCache cache = Open();
        Assert.ThrowsAny<OperationCanceledException>(() => DataScanner.Scan(FolderSource.Open(Data), 3, 255, 1, new StopAt(7, stop), stop.Token, cache));
        cache.Save();
        ScanCache rest = Open();
        Scan(rest);
        Assert.InRange(rest.Reused, 7, 19);
    }

    sealed class StopAt(int count, CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value == count)
                stop.Cancel();
        }
    }

    [Fact]
    public void Scan_OtherOrientation_GivesSidesAsTheyAreUsed()
    {
        TestData.Tree(Data, 1, "a", "b");
        File.WriteAllBytes(_folder["data/a/turned.jpg"], OddImages.Get("jpeg orientation 6").File);
        ScannedImage upright = Scan(Open()).Images[1];
        ScannedImage stored = Scan(Open(), applyOrientation: false).Images[1];
        Assert.Equal((13, 19), (upright.Width, upright.Height));
        Assert.Equal((19, 13), (stored.Width, stored.Height));
    }

    [Fact]
    public void Open_DamagedFile_CountsAsEmpty()
    {
        TestData.Tree(Data, 3, "a", "b");
        Scan(Open());
        string file = Assert.Single(Directory.GetFiles(_folder["cache"]));
        byte[] whole = File.ReadAllBytes(file);
        Assert.Equal(16 + 6 * 60, whole.Length);
        foreach (int length in (int[])[0, 5, 16, 17, 100, whole.Length - 1])
        {
            File.WriteAllBytes(file, whole[..length]);
            ScanCache cache = Open();
            Scan(cache);
            Assert.Equal(0, cache.Reused);
        }
        byte[] other = [.. whole];
        other[8]++; // another decoder
        File.WriteAllBytes(file, other);
        ScanCache old = Open();
        Scan(old);
        Assert.Equal(0, old.Reused);
        ScanCache good = Open();
        Scan(good);
        Assert.Equal(6, good.Reused);
    }

    [Fact]
    public void Scan_WithACacheOfPixels_StillReadsEveryFileOnce()
    {
        TestData.Tree(Data, 3, "a", "b");
        CachedSource cached = new(FolderSource.Open(Data), 1 << 20);
        DataScanner.Scan(cached, 3, 255, 2, null, TestContext.Current.CancellationToken, Open());
        Assert.Equal(6, cached.KeptCount);
        ImagePixels kept = cached.Load(0, 3, 255);
        Assert.Same(kept, cached.Load(0, 3, 255));
    }
}
