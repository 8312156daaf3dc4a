using Senet.Tests;

namespace Senet.Data.Tests;

public sealed class DataScannerTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    static ScanReport Scan(IImageSource source, int channels = 3, int workers = 4) =>
        DataScanner.Scan(source, channels, 255, workers, null, TestContext.Current.CancellationToken);

    sealed class Progress(List<int> seen) : IProgress<int>
    {
        public void Report(int value) => seen.Add(value);
    }

    [Fact]
    public void Scan_BadFiles_AreNamedInOrderWithReasons()
    {
        TestData.Tree(_folder.Path, 3, "a", "b");
        TestData.Photo(_folder["a/big.jpg"], 1, 200, 50);
        byte[] jpeg = File.ReadAllBytes(_folder["a/big.jpg"]);
        File.WriteAllBytes(_folder["a/cut.jpg"], jpeg[..(jpeg.Length / 2)]);
        File.WriteAllText(_folder["b/page.jpg"], "<!DOCTYPE html><html><body>404</body></html>");
        File.WriteAllText(_folder["b/scan.tif"], "II*\0................");
        File.WriteAllBytes(_folder["b/void.png"], []);
        FolderSource source = FolderSource.Open(_folder.Path);

        ScanReport report = Scan(source);

        Assert.Equal(11, report.Count);
        Assert.Equal(["cut.jpg", "page.jpg", "scan.tif", "void.png"], report.Bad.Select(b => Path.GetFileName(b.Image)));
        Assert.Equal(report.Bad.Select(b => b.Index).Order(), report.Bad.Select(b => b.Index));
        Assert.Contains("truncated", report.Bad[0].Reason, StringComparison.Ordinal);
        Assert.Contains("HTML", report.Bad[1].Reason, StringComparison.Ordinal);
        Assert.Contains("TIFF", report.Bad[2].Reason, StringComparison.Ordinal);
        Assert.Contains("empty", report.Bad[3].Reason, StringComparison.Ordinal);
        Assert.All(report.Bad, b => Assert.DoesNotContain(_folder.Path, b.Reason, StringComparison.Ordinal));
        Assert.Equal((4, 200, 3, 50), (report.MinWidth, report.MaxWidth, report.MinHeight, report.MaxHeight));
        Assert.Equal(6, report.Formats["PNG"]);
        Assert.Equal(1, report.Formats["JPEG"]);

        IImageSource good = source.WithoutBad(report);
        Assert.Equal(7, good.Count);
        Assert.Empty(Scan(good).Bad);
        Assert.Throws<ArgumentException>(() => good.WithoutBad(report));
    }

    [Fact]
    public void Scan_AnyNumberOfWorkers_FindsTheSame()
    {
        TestData.Tree(_folder.Path, 30, "a", "b");
        File.WriteAllText(_folder["a/05.png"], "x");
        File.WriteAllText(_folder["b/29.png"], "x");
        FolderSource source = FolderSource.Open(_folder.Path);
        Assert.Equal(Scan(source, workers: 1).Bad, Scan(source, workers: 8).Bad);
    }

    [Fact]
    public void Scan_ReportsProgressUpToTheEndAndCanBeCancelled()
    {
        TestData.Tree(_folder.Path, 20, "a", "b");
        FolderSource source = FolderSource.Open(_folder.Path);
        List<int> seen = [];
        DataScanner.Scan(source, 1, 0, 4, new Progress(seen), TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, 40), seen);
        Assert.Throws<OperationCanceledException>(() => DataScanner.Scan(source, 1, 0, 4, null, new CancellationToken(canceled: true)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DataScanner.Scan(source, 1, 0, 0, null, CancellationToken.None));
    }

    [Fact]
    public void Scan_ThroughACache_LeavesTheImagesDecoded()
    {
        TestData.Tree(_folder.Path, 5, "a", "b");
        CachedSource cached = new(FolderSource.Open(_folder.Path), 1_000_000);
        ScanReport report = Scan(cached);
        Assert.Equal(10, cached.KeptCount);
        Assert.Equal(10, report.Formats["PNG"]);
        string path = cached.Describe(3);
        File.Delete(path);
        Assert.Equal(3, cached.Load(3, 3, 255).Channels);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Scan_PlaceholderAmongPhotos_IsBad(int channels)
    {
        for (int i = 0; i < 25; i++)
            TestData.Photo(_folder[$"{(i % 2 == 0 ? "a" : "b")}/{i:00}.jpg"], i);
        TestData.Image(_folder["a/missing.png"], 300, 300, 240);
        ScanReport report = Scan(FolderSource.Open(_folder.Path), channels);
        BadImage bad = Assert.Single(report.Bad);
        Assert.Equal("missing.png", Path.GetFileName(bad.Image));
        Assert.Equal("looks like a placeholder (\"image not found\"): a PNG among JPEG files with 1 colour, the main one on 100 % of the picture", bad.Reason);
        Assert.Empty(report.Odd);
    }

    [Fact]
    public void Scan_PhotoInARareFormat_IsOddNotBad()
    {
        for (int i = 0; i < 25; i++)
            TestData.Photo(_folder[$"{(i % 2 == 0 ? "a" : "b")}/{i:00}.jpg"], i);
        TestData.Photo(_folder["b/other.jpg.png"], 99);
        // The name lies: the content is PNG and decides.
        File.Move(_folder["b/other.jpg.png"], _folder["b/other.jpg"]);
        ScanReport report = Scan(FolderSource.Open(_folder.Path));
        Assert.Empty(report.Bad);
        OddImage odd = Assert.Single(report.Odd);
        Assert.Equal(("other.jpg", "PNG among JPEG files"), (Path.GetFileName(odd.Image), odd.Reason));
    }

    [Fact]
    public void Scan_DrawingsInPng_AreNotFlagged()
    {
        // Flat drawings, all of one format, with one JPEG photo: the photo is odd, no drawing is bad.
        TestData.Tree(_folder.Path, 30, "circle", "square");
        TestData.Photo(_folder["circle/photo.jpg"], 1);
        ScanReport report = Scan(FolderSource.Open(_folder.Path));
        Assert.Empty(report.Bad);
        Assert.Equal("JPEG among PNG files", Assert.Single(report.Odd).Reason);
    }

    [Fact]
    public void Scan_AClassOfDrawingsAmongPhotos_IsNotFlagged()
    {
        for (int i = 0; i < 60; i++)
            TestData.Photo(_folder[$"photos/{i:00}.jpg"], i, 16, 16);
        TestData.Tree(_folder.Path, 3, "drawings");
        ScanReport report = Scan(FolderSource.Open(_folder.Path));
        Assert.Empty(report.Bad);
        Assert.Empty(report.Odd);
    }

    [Fact]
    public void Scan_IdxSource_HasSizesAndNothingOdd()
    {
        (byte[] images, byte[] labels) = TestData.IdxPair(1, 2, 3);
        File.WriteAllBytes(_folder["i"], images);
        File.WriteAllBytes(_folder["l"], labels);
        ScanReport report = Scan(IdxSource.Open(_folder["i"], _folder["l"]), 1);
        Assert.Equal((3, 3, 2), (report.Count, report.MaxWidth, report.MinHeight));
        Assert.Empty(report.Formats);
        Assert.Empty(report.Odd);
    }

    [Fact]
    public void Scan_HymenopteraAsItLies_FindsThePlaceholderAndNothingElse()
    {
        ImageDataSet data = ImageDataSet.Open(SharedFiles.Shared("data/hymenoptera"), new DataSetOptions());
        Assert.Equal(["ants", "bees"], data.Classes);
        Assert.Equal([124, 121], data.Train.CountPerClass(2));
        Assert.Equal([70, 83], data.Validation.CountPerClass(2));
        Assert.Empty(data.Notes);

        ScanReport train = Scan(data.Train), validation = Scan(data.Validation);

        BadImage bad = Assert.Single(train.Bad);
        Assert.Equal("imageNotFound.gif", Path.GetFileName(bad.Image));
        Assert.Equal("looks like a placeholder (\"image not found\"): a GIF among JPEG files with 33 colours, the main one on 94 % of the picture", bad.Reason);
        Assert.Empty(train.Odd);
        Assert.Empty(validation.Bad);
        Assert.Empty(validation.Odd);
        Assert.Equal([123, 121], data.With(data.Train.WithoutBad(train), data.Validation).Train.CountPerClass(2));
    }
}
