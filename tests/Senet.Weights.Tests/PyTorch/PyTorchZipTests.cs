using Senet.Weights;

namespace Senet.Tests;

/// <summary>Archives of unusual make, and damaged ones.</summary>
public class PyTorchZipTests
{
    static readonly byte[] Pickle = PickleBytes.OneTensor("0", 2, [2], [1]);
    static readonly byte[] TwoFloats = PyTorchProbe.Floats(1, 2);

    [Theory]
    [InlineData("archive/")]
    [InlineData("a name/")]
    [InlineData("")]
    public void Open_AnyFolderName_IsRead(string folder)
    {
        byte[] file = new ZipBytes().Add($"{folder}data.pkl", Pickle).Add($"{folder}data/0", TwoFloats).Add($"{folder}version", "3\n"u8.ToArray()).ToArray();
        Assert.Equal([1f, 2f], PyTorchProbe.Load(file).Tensors["w"].ToFloat32());
    }

    [Fact]
    public void Open_Zip64_IsRead()
    {
        byte[] file = new ZipBytes { Zip64 = true }.Add("x/data.pkl", Pickle).Add("x/data/0", TwoFloats).ToArray();
        Assert.Equal([1f, 2f], PyTorchProbe.Load(file).Tensors["w"].ToFloat32());
    }

    [Fact]
    public void Open_Deflated_ReadsEveryPart()
    {
        float[] values = [.. Enumerable.Range(0, 50_000).Select(i => (float)(i % 100))];
        byte[] pickle = new PickleBytes().Proto().Op("}(").Text("all").Tensor("0", 50_000, [50_000], [1]).Text("tail").Tensor("0", 50_000, [3], [1], 49_000)
            .Text("steps").Tensor("0", 50_000, [2, 2], [1000, 7], 40_000).Op("u").Stop();
        byte[] file = new ZipBytes().Add("x/data.pkl", pickle, deflate: true).Add("x/data/0", PyTorchProbe.Floats(values), deflate: true).ToArray();
        var tensors = PyTorchProbe.Load(file).Tensors;
        Assert.Equal(values, tensors["all"].ToFloat32());
        Assert.Equal([0f, 1f, 2f], tensors["tail"].ToFloat32());
        Assert.Equal([0f, 7f, 0f, 7f], tensors["steps"].ToFloat32());
    }

    [Theory]
    [InlineData("FloatStorage", 4, 1)]
    [InlineData("HalfStorage", 2, 1)]
    [InlineData("DoubleStorage", 8, 1)]
    [InlineData("LongStorage", 8, 1)]
    [InlineData("ByteStorage", 1, 1)]
    [InlineData("ComplexFloatStorage", 8, 2)]
    public void Load_BigEndian_SwapsEachNumber(string type, int size, int parts)
    {
        byte[] big = [.. Enumerable.Range(1, 2 * size).Select(i => (byte)i)];
        byte[] little = [.. big.Chunk(size / parts).SelectMany(c => c.Reverse())];
        byte[] file = new ZipBytes().Add("x/data.pkl", PickleBytes.OneTensor("0", 2, [2], [1], 0, type)).Add("x/byteorder", "big"u8.ToArray()).Add("x/data/0", big).ToArray();
        Assert.Equal(little, PyTorchProbe.Load(file).Tensors["w"].Data.ToArray());
    }

    [Fact]
    public void Load_UnknownByteOrder_IsRefused() =>
        AssertRefused(new ZipBytes().Add("x/data.pkl", Pickle).Add("x/byteorder", "middle"u8.ToArray()).Add("x/data/0", TwoFloats), "byteorder says \"middle\"");

    [Fact]
    public void Load_TwiceFromSeveralThreads_IsTheSame()
    {
        using var folder = new TempFolder();
        string path = folder["w.pth"];
        File.WriteAllBytes(path, PyTorchProbe.Zip(Pickle, TwoFloats));
        using Checkpoint checkpoint = PyTorchFile.Open(path);
        Parallel.For(0, 100, _ => Assert.Equal([1f, 2f], checkpoint.Tensors[0].Load().ToFloat32()));
    }

    [Fact]
    public void Load_AfterDispose_Throws()
    {
        using var folder = new TempFolder();
        string path = folder["w.pth"];
        File.WriteAllBytes(path, PyTorchProbe.Zip(Pickle, TwoFloats));
        Checkpoint checkpoint = PyTorchFile.Open(path);
        checkpoint.Dispose();
        Assert.Throws<ObjectDisposedException>(() => checkpoint.Tensors[0].Load());
    }

    [Fact]
    public void Open_DuplicateEntries_IsRefused() =>
        AssertRefused(new ZipBytes().Add("x/data.pkl", Pickle).Add("x/data/0", TwoFloats).Add("x/data/0", TwoFloats), "two entries of the archive are called \"x/data/0\"");

    [Fact]
    public void Open_OtherArchive_IsRefused() =>
        AssertRefused(new ZipBytes().Add("photo.jpg", TwoFloats), "a zip archive with 0 entries called data.pkl, so not a PyTorch file");

    [Fact]
    public void Open_TorchScript_IsRefused() =>
        AssertRefused(new ZipBytes().Add("m/data.pkl", Pickle).Add("m/code/net.py", TwoFloats), "a TorchScript archive, which holds code");

    [Fact]
    public void Open_DeflatedStorageFarLargerThanTheFile_IsRefused()
    {
        const int elements = 13 << 20;
        byte[] bomb = new byte[4 * elements];
        byte[] file = new ZipBytes().Add("x/data.pkl", PickleBytes.OneTensor("0", elements, [elements], [1])).Add("x/data/0", bomb, deflate: true).ToArray();
        Assert.Contains("storage \"data/0\" is 54525952 bytes deflated, more than the file", PyTorchProbe.Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_DeflatedPickleFarLargerThanTheFile_IsRefused() =>
        AssertRefused(new ZipBytes().Add("x/data.pkl", new byte[52 << 20], deflate: true), "asks for more memory than");

    [Fact]
    public void Open_ImpossibleRatio_IsRefused() =>
        AssertRefused(new ZipBytes().Add("x/data.pkl", Pickle).Add("x/data/0", TwoFloats, deflate: true, claimedLength: 1 << 30), "has impossible sizes");

    [Fact]
    public void Load_DeflatedContentShorterThanItsLength_IsRefused()
    {
        byte[] pickle = PickleBytes.OneTensor("0", 3, [3], [1]);
        AssertRefused(new ZipBytes().Add("x/data.pkl", pickle).Add("x/data/0", TwoFloats, deflate: true, claimedLength: 12), "holds 8 bytes, its directory says 12");
    }

    [Fact]
    public void Load_DeflatedContentLongerThanItsLength_IsRefused()
    {
        byte[] pickle = PickleBytes.OneTensor("0", 1, [1], [1]);
        AssertRefused(new ZipBytes().Add("x/data.pkl", pickle).Add("x/data/0", TwoFloats, deflate: true, claimedLength: 4), "wrong checksum");
    }

    [Fact]
    public void Open_EveryTruncation_IsRefused()
    {
        byte[] file = PyTorchProbe.Zip(Pickle, TwoFloats);
        Assert.Equal(0, PyTorchProbe.AcceptedTruncations(file));
    }

    static void AssertRefused(ZipBytes zip, string expected) => Assert.Contains(expected, PyTorchProbe.Refusal(zip.ToArray()), StringComparison.Ordinal);
}
