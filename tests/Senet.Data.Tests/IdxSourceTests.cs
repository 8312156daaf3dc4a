using Senet.Tests;

namespace Senet.Data.Tests;

public sealed class IdxSourceTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    (string Images, string Labels) Write(byte[] images, byte[] labels)
    {
        File.WriteAllBytes(_folder["images"], images);
        File.WriteAllBytes(_folder["labels"], labels);
        return (_folder["images"], _folder["labels"]);
    }

    string ErrorOf(byte[] images, byte[] labels)
    {
        (string i, string l) = Write(images, labels);
        return TestData.Error(() => IdxSource.Open(i, l));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Open_RawOrGzip_GivesPixelsAndLabels(bool gzip)
    {
        (byte[] images, byte[] labels) = TestData.IdxPair(7, 0, 255);
        // Compression is told by content: neither name ends in .gz.
        (string i, string l) = gzip ? Write(TestData.Gzip(images), TestData.Gzip(labels)) : Write(images, labels);

        IdxSource source = IdxSource.Open(i, l);

        Assert.Equal((3, 2, 3), (source.Count, source.Height, source.Width));
        Assert.Equal([7, 0, 255], Enumerable.Range(0, 3).Select(source.Label));
        Assert.Equal([6, 7, 8, 9, 10, 11], source.Load(1, 1, 0).Data);
        ImagePixels rgb = source.Load(1, 3, 0);
        Assert.Equal((3, 2, 3), (rgb.Width, rgb.Height, rgb.Channels));
        Assert.Equal([6, 6, 6, 7, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 11], rgb.Data);
        Assert.Equal($"{i}, image 1", source.Describe(1));
        Assert.NotSame(source.Load(1, 1, 0).Data, source.Load(1, 1, 0).Data);
        Assert.Throws<ArgumentOutOfRangeException>(() => source.Load(3, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => source.Load(0, 2, 0));
    }

    [Fact]
    public void Open_Truncated_SaysHowMuchIsThere()
    {
        (byte[] images, byte[] labels) = TestData.IdxPair(1, 2, 3);
        Assert.Equal($"{_folder["images"]}: truncated: at most 33 bytes, expected 34; download the file again", ErrorOf(images[..^1], labels));
        Assert.Equal($"{_folder["images"]}: truncated: 33 bytes, expected 34; download the file again", ErrorOf(TestData.Gzip(images[..^1]), labels));
        Assert.Equal($"{_folder["images"]}: truncated: 10 bytes, expected 16; download the file again", ErrorOf(images[..10], labels));
        Assert.Equal($"{_folder["images"]}: truncated: 0 bytes, expected 16; download the file again", ErrorOf([], labels));
    }

    [Fact]
    public void Open_TruncatedOrDamagedGzip_IsAnError()
    {
        (byte[] images, byte[] labels) = TestData.IdxPair([.. Enumerable.Range(0, 200).Select(i => (byte)i)]);
        byte[] gzip = TestData.Gzip(images);
        string truncated = ErrorOf(gzip[..(gzip.Length / 2)], labels);
        Assert.StartsWith(_folder["images"] + ": ", truncated, StringComparison.Ordinal);
        Assert.EndsWith("download the file again", truncated, StringComparison.Ordinal);
        gzip[gzip.Length / 2] ^= 0x55;
        Assert.StartsWith(_folder["images"] + ": ", ErrorOf(gzip, labels), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_LongerThanItsHeaderSays_IsAnError()
    {
        (byte[] images, byte[] labels) = TestData.IdxPair(1, 2);
        Assert.Equal($"{_folder["images"]}: holds more than the 28 bytes that its header announces; the file is damaged or not what it says", ErrorOf([.. images, 0], labels));
    }

    [Fact]
    public void Open_WrongMagic_SaysWhatWasFound()
    {
        (byte[] images, byte[] labels) = TestData.IdxPair(1, 2);
        Assert.Equal($"{_folder["images"]}: starts with 00000801 (a labels file); expected 00000803, an IDX file of images", ErrorOf(labels, images));
        Assert.Equal($"{_folder["images"]}: starts with 3c68746d; expected 00000803, an IDX file of images", ErrorOf("<html></html>......"u8.ToArray(), labels));
        Assert.Equal($"{_folder["labels"]}: starts with 00000803 (an images file); expected 00000801, an IDX file of labels", ErrorOf(images, images));
    }

    [Fact]
    public void Open_HeaderWithImpossibleSizes_IsAnErrorAndAllocatesNothing()
    {
        (_, byte[] labels) = TestData.IdxPair(1, 2);
        Assert.Contains("as dimension 2", ErrorOf(TestData.Idx([0, 0, 8, 3], [65536, 65536, 65536], []), labels), StringComparison.Ordinal);
        Assert.Contains("gives 0 as dimension 1", ErrorOf(TestData.Idx([0, 0, 8, 3], [0, 2, 3], []), labels), StringComparison.Ordinal);
        Assert.Contains("gives 4294967295 as dimension 1", ErrorOf(TestData.Idx([0, 0, 8, 3], [-1, 2, 3], []), labels), StringComparison.Ordinal);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("truncated", ErrorOf(TestData.Idx([0, 0, 8, 3], [1000, 1000, 1000], []), labels), StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000_000);
    }

    [Fact]
    public void Open_CountsDiffer_NamesBothFiles()
    {
        (byte[] images, _) = TestData.IdxPair(1, 2, 3);
        (_, byte[] labels) = TestData.IdxPair(1, 2);
        Assert.Equal($"{_folder["images"]}: 3 images, but {_folder["labels"]} holds 2 labels; expected equal counts; take both files from the same release",
            ErrorOf(images, labels));
    }

    [Fact]
    public void Open_MissingFile_SaysSo() =>
        Assert.Equal($"{_folder["x"]}: no such file; expected an IDX file of images", TestData.Error(() => IdxSource.Open(_folder["x"], _folder["y"])));
}
