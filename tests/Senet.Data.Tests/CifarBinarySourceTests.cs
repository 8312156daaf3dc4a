using Senet.Tests;

namespace Senet.Data.Tests;

public sealed class CifarBinarySourceTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OpenTrain_Cifar10_JoinsBatchesAndInterleaves()
    {
        File.WriteAllBytes(_folder["data_batch_2.bin"], TestData.Cifar(1, 9));
        File.WriteAllBytes(_folder["data_batch_1.bin"], TestData.Cifar(1, 3, 5));
        File.WriteAllText(_folder["batches.meta.txt"], "c0\nc1\nc2\nc3\nc4\nc5\nc6\nc7\nc8\nc9\n\n");

        CifarBinarySource source = CifarBinarySource.OpenTrain(_folder.Path);

        Assert.Equal("c9", source.Classes[9]);
        Assert.Equal([3, 5, 9], Enumerable.Range(0, source.Count).Select(source.Label));
        Assert.Equal($"{_folder["data_batch_1.bin"]}, image 1", source.Describe(1));
        Assert.Equal($"{_folder["data_batch_2.bin"]}, image 0", source.Describe(2));
        ImagePixels rgb = source.Load(1, 3, 0);
        Assert.Equal((32, 32, 3), (rgb.Width, rgb.Height, rgb.Channels));
        Assert.Equal([5, 10, 0, 5, 10, 1], rgb.Data[..6]);
        Assert.Equal([5, 10, 255], rgb.Data[^3..]);
        ImagePixels grey = source.Load(1, 1, 0);
        // Pillow: Image.new("RGB", (1, 1), (5, 10, 200)).convert("L") is 30.
        Assert.Equal((5 * 19595 + 10 * 38470 + 200 * 7471 + 0x8000) >> 16, grey.Data[200]);
        Assert.Equal(30, grey.Data[200]);
    }

    [Fact]
    public void OpenTest_Cifar100_TakesFineLabelsAndTheirNames()
    {
        File.WriteAllBytes(_folder["test.bin"], TestData.Cifar(2, 42, 99));
        File.WriteAllLines(_folder["fine_label_names.txt"], Enumerable.Range(0, 100).Select(i => $"fine{i}"));
        File.WriteAllLines(_folder["coarse_label_names.txt"], Enumerable.Range(0, 20).Select(i => $"coarse{i}"));
        CifarBinarySource source = CifarBinarySource.OpenTest(_folder.Path);
        Assert.Equal([42, 99], Enumerable.Range(0, source.Count).Select(source.Label));
        Assert.Equal("fine42", source.Classes[42]);
        Assert.Equal([42, 84, 0], source.Load(0, 3, 0).Data[..3]);
    }

    [Fact]
    public void OpenTest_WithoutNames_UsesTheKnownOnes()
    {
        File.WriteAllBytes(_folder["test_batch.bin"], TestData.Cifar(1, 0));
        Assert.Equal(["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"], CifarBinarySource.OpenTest(_folder.Path).Classes);
    }

    [Theory]
    [InlineData("test_batch.bin", 1, 3073)]
    [InlineData("test.bin", 2, 3074)]
    public void OpenTest_WrongLength_IsAnError(string name, int labelBytes, int record)
    {
        byte[] bytes = TestData.Cifar(labelBytes, 1, 2);
        File.WriteAllBytes(_folder[name], bytes[..^1]);
        Assert.Equal($"{_folder[name]}: {bytes.Length - 1} bytes; expected a multiple of {record}, one record per image; download the file again",
            TestData.Error(() => CifarBinarySource.OpenTest(_folder.Path)));
        File.WriteAllBytes(_folder[name], []);
        Assert.StartsWith($"{_folder[name]}: 0 bytes", TestData.Error(() => CifarBinarySource.OpenTest(_folder.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void OpenTest_ImpossibleLabel_NamesTheImage()
    {
        File.WriteAllBytes(_folder["test_batch.bin"], TestData.Cifar(1, 1, 10));
        Assert.Equal($"{_folder["test_batch.bin"]}, image 1: label 10; expected 0 to 9; the file is damaged or of another data set",
            TestData.Error(() => CifarBinarySource.OpenTest(_folder.Path)));
    }

    [Fact]
    public void Open_NothingThere_SaysWhatIsExpected()
    {
        Assert.False(CifarBinarySource.IsCifarFolder(_folder.Path));
        Assert.Contains("expected test_batch.bin", TestData.Error(() => CifarBinarySource.OpenTest(_folder.Path)), StringComparison.Ordinal);
        Assert.Contains("expected data_batch_1.bin", TestData.Error(() => CifarBinarySource.OpenTrain(_folder.Path)), StringComparison.Ordinal);
    }
}
