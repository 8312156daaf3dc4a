using Senet.Graph;
using Senet.Tests;

namespace Senet.Data.Tests;

public sealed class PackedSourceTests : IDisposable
{
    static readonly PackedOptions Options = new() { ShortSide = 40 };

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Packed => folder["cache/images.pack"];

    [Fact]
    public void Open_BuildsOnceAndHoldsTheResizedImages()
    {
        FolderSource source = Photos();
        List<int> progress = [];
        using (PackedSource first = PackedSource.Open(source, Packed, Options, 2, new Relay(progress.Add), default))
        {
            Assert.True(first.WasBuilt);
            Assert.Equal(new FileInfo(Packed).Length, first.FileBytes);
        }
        Assert.Equal(source.Count, progress[^1]);
        Assert.Equal(progress.Order(), progress);
        progress.Clear();
        using PackedSource packed = PackedSource.Open(source, Packed, Options, 2, new Relay(progress.Add), default);
        Assert.False(packed.WasBuilt);
        Assert.Empty(progress);
        Assert.Equal(["images.pack", "images.pack.lock"], Directory.GetFiles(folder["cache"]).Select(Path.GetFileName).Order());
        for (int i = 0; i < source.Count; i++)
        {
            Assert.Equal((source.Label(i), source.Describe(i)), (packed.Label(i), packed.Describe(i)));
            ImagePixels image = source.Load(i, 3, 255), actual = packed.Load(i, 3, 255);
            ImagePixels expected = i == 0 ? image : Resampler.Resize(image, actual.Width, actual.Height, Interpolation.Bilinear);
            Assert.Equal(i == 0 ? 20 : 40, Math.Min(actual.Width, actual.Height));
            Assert.Equal(expected.Data, actual.Data);
        }
    }

    [Fact]
    public void Evaluation_FromTheCache_EqualsThatFromTheFiles()
    {
        FolderSource source = Photos();
        using PackedSource packed = PackedSource.Open(source, Packed, Options, 1, null, default);
        EvaluationTransform evaluation = new(new Preprocessing { Height = 32, Width = 32, ResizeShortSide = 40 });
        float[] expected = new float[evaluation.Length], actual = new float[evaluation.Length];
        for (int i = 0; i < source.Count; i++)
        {
            evaluation.ApplyFile(source.Describe(i), expected);
            evaluation.Apply(packed.Load(i, 3, 255), actual);
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Loader_OverTheCache_CropsTheResizedImages(int workers)
    {
        FolderSource source = Photos();
        using PackedSource packed = PackedSource.Open(source, Packed, Options, 1, null, default);
        TrainingTransform training = new(new Preprocessing { Height = 16, Width = 16, ResizeShortSide = 18 }, new());
        BatchLoader loader = new(packed, training, new LoaderOptions { BatchSize = 4, Workers = workers, Shuffle = true, Seed = 5, FastDecode = true });
        float[] expected = new float[3 * 16 * 16];
        foreach (ImageBatch batch in loader.Epoch(1))
        {
            for (int i = 0; i < batch.Count; i++)
            {
                SampleRandom random = new(5, 1, batch.Indices[i]);
                training.Apply(packed.Load(batch.Indices[i], 3, 255), ref random, expected);
                Assert.Equal(expected, batch.Values.Slice(i * expected.Length, expected.Length).ToArray());
            }
            batch.Dispose();
        }
    }

    [Fact]
    public void Open_WhatChanged_IsBuiltAgain()
    {
        Assert.True(Build(Photos(), Options));
        Assert.False(Build(Photos(), Options));
        Assert.True(Build(Photos(), Options with { ShortSide = 39 }));
        Assert.True(Build(Photos(), Options with { Interpolation = Interpolation.Bicubic }));
        Assert.True(Build(Photos(), Options with { Background = 0 }));
        Assert.True(Build(Photos(), Options with { Channels = 1 }));
        Assert.True(Build(Photos(), Options));
        TestData.Photo(folder["data/a/9.jpg"], 9, 60, 50);
        Assert.True(Build(FolderSource.Open(folder["data"]), Options));
        File.SetLastWriteTimeUtc(folder["data/a/9.jpg"], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.True(Build(FolderSource.Open(folder["data"]), Options));
        Assert.False(Build(FolderSource.Open(folder["data"]), Options));
    }

    [Fact]
    public void Open_IncompleteOrDamagedFile_IsBuiltAgain()
    {
        FolderSource source = Photos();
        Build(source, Options);
        byte[] whole = File.ReadAllBytes(Packed);
        foreach (int length in (int[])[0, 7, 56, whole.Length / 2, whole.Length - 1])
        {
            File.WriteAllBytes(Packed, whole[..length]);
            Assert.True(Build(source, Options));
            Assert.Equal(whole, File.ReadAllBytes(Packed)); // the same file from the same images
        }
        foreach (int at in (int[])[0, 12, 20, 50, whole.Length - 33, whole.Length - 1])
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 1;
            File.WriteAllBytes(Packed, damaged);
            Assert.True(Build(source, Options));
        }
        // What a killed run leaves.
        File.Delete(Packed);
        File.WriteAllBytes(Packed + ".tmp", whole[..100]);
        Assert.True(Build(source, Options));
        Assert.False(File.Exists(Packed + ".tmp"));
    }

    [Fact]
    public void Load_DamagedPixels_NamesImageAndFile()
    {
        FolderSource source = Photos();
        Build(source, Options);
        byte[] bytes = File.ReadAllBytes(Packed);
        bytes[60] ^= 1;
        File.WriteAllBytes(Packed, bytes);
        using PackedSource packed = PackedSource.Open(source, Packed, Options, 1, null, default);
        ImageDecodeException error = Assert.Throws<ImageDecodeException>(() => packed.Load(0, 3, 255));
        Assert.Equal($"{source.Describe(0)}: its pixels in {Packed} are damaged; delete that file to have it built again", error.Message);
        packed.Load(1, 3, 255);
    }

    [Fact]
    public async Task Open_SeveralAtOnce_OneBuilds()
    {
        FolderSource source = Photos();
        PackedSource[] opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PackedSource.Open(source, Packed, Options, 1, null, default))));
        Assert.Single(opened, packed => packed.WasBuilt);
        foreach (PackedSource packed in opened)
            packed.Dispose();
    }

    [Fact]
    public void Open_Cancelled_LeavesNothing()
    {
        using CancellationTokenSource cancellation = new();
        Assert.Throws<OperationCanceledException>(() => PackedSource.Open(Photos(), Packed, Options, 1, new Relay(_ => cancellation.Cancel()), cancellation.Token));
        Assert.Equal(["images.pack.lock"], Directory.GetFiles(folder["cache"]).Select(Path.GetFileName));
    }

    [Fact]
    public void Open_UnreadableImage_NamesItAndLeavesNothing()
    {
        FolderSource source = Photos();
        File.WriteAllBytes(source.Describe(3), File.ReadAllBytes(source.Describe(3))[..300]);
        ImageDecodeException error = Assert.Throws<ImageDecodeException>(() => PackedSource.Open(source, Packed, Options, 2, null, default));
        Assert.Equal(source.Describe(3), error.Image);
        Assert.False(File.Exists(Packed) || File.Exists(Packed + ".tmp"));
    }

    [Fact]
    public void Open_FolderThatCannotBe_SaysWhatToDo()
    {
        FolderSource source = Photos();
        File.WriteAllText(folder["file"], "");
        string path = Path.Combine(folder["file"], "images.pack");
        string message = TestData.Error(() => PackedSource.Open(source, path, Options, 1, null, default));
        Assert.StartsWith($"{path}: the image cache cannot be written or read: ", message, StringComparison.Ordinal);
        Assert.EndsWith("; free some space or choose another folder, or do without the cache", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_DiskFull_SaysSoAndLeavesNothing()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full here");
        FolderSource source = Photos();
        // The temporary name leads to a device that is always full.
        File.CreateSymbolicLink(Packed + ".tmp", "/dev/full");
        string message = TestData.Error(() => PackedSource.Open(source, Packed, Options, 1, null, default));
        Assert.Contains("No space left on device", message, StringComparison.Ordinal);
        Assert.False(File.Exists(Packed) || File.Exists(Packed + ".tmp"));
    }

    [Fact]
    public void Open_OtherChannelsOrSource_IsRefused()
    {
        using PackedSource packed = PackedSource.Open(Photos(), Packed, Options, 1, null, default);
        Assert.Throws<ArgumentException>("channels", () => packed.Load(0, 1, 255));
        (byte[] images, byte[] labels) = TestData.IdxPair(0, 1);
        File.WriteAllBytes(folder["i"], images);
        File.WriteAllBytes(folder["l"], labels);
        IdxSource idx = IdxSource.Open(folder["i"], folder["l"]);
        Assert.False(PackedSource.CanPack(idx));
        Assert.Throws<ArgumentException>("source", () => PackedSource.Open(idx, Packed, Options, 1, null, default));
    }

    bool Build(IImageSource source, PackedOptions options)
    {
        using PackedSource packed = PackedSource.Open(source, Packed, options, 2, null, default);
        return packed.WasBuilt;
    }

    /// <summary>Nine photos of two classes; the first one is smaller than the cache's short side.</summary>
    FolderSource Photos()
    {
        for (int i = 0; i < 9; i++)
        {
            string path = folder[$"data/{(i < 5 ? 'a' : 'b')}/{i}.{(i % 3 == 1 ? "png" : "jpg")}"];
            if (!File.Exists(path))
                TestData.Photo(path, i, i == 0 ? 20 : 60 + 7 * i, i == 0 ? 30 : 90 - 5 * i);
        }
        return FolderSource.Open(folder["data"]);
    }

    sealed class Relay(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
