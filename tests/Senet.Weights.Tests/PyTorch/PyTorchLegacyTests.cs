using System.Globalization;
using System.Numerics;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>Files of the formats before the zip archive.</summary>
public class PyTorchLegacyTests
{
    static readonly byte[] TwoFloats = PyTorchProbe.Floats(1, 2);

    static readonly byte[] TwoStorages = new PickleBytes().Proto().Op("]").Text("a").Op("a").Text("b").Op("a").Stop();

    static readonly byte[] Object = new PickleBytes().Proto().Op("}(").Text("x").Tensor("a", 2, [2], [1]).Text("y").Tensor("b", 2, [2, 2], [0, 1]).Op("u").Stop();

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Open_Legacy_ReadsStoragesInTheOrderOfTheKeys(byte protocol)
    {
        byte[] file = Legacy(Object, new PickleBytes().Proto().Op("]").Text("b").Op("a").Text("a").Op("a").Stop(), protocol, (2, PyTorchProbe.Floats(3, 4)), (2, TwoFloats));
        var loaded = PyTorchProbe.Load(file);
        Assert.Equal(CheckpointFormat.PyTorchLegacy, loaded.Format);
        Assert.Equal([1f, 2f], loaded.Tensors["x"].ToFloat32());
        Assert.Equal([3f, 4f, 3f, 4f], loaded.Tensors["y"].ToFloat32());
        Assert.True(PyTorchFile.Recognises(file));
    }

    [Fact]
    public void Open_LegacyViewsOfOneStorage_ReadsTheirPart()
    {
        byte[] view = new PickleBytes().Op("(").Text("storage").Global("torch.cuda", "FloatStorage").Text("a").Text("cuda:0").Integer(4).Op("(").Text("v").Integer(1).Integer(2).Op("ttQ").ToArray();
        byte[] pickle = new PickleBytes().Proto().Op("}").Text("w").Global("torch._utils", "_rebuild_tensor").Op("(").Raw(view).Integer(0).Tuple(2).Tuple(1).Op("tRs").Stop();
        byte[] file = Legacy(pickle, new PickleBytes().Proto().Op("]").Text("a").Op("a").Stop(), 2, (4, PyTorchProbe.Floats(1, 2, 3, 4)));
        Assert.Equal([2f, 3f], PyTorchProbe.Load(file).Tensors["w"].ToFloat32());
    }

    public static TheoryData<string, byte[], string> Damaged() => new()
    {
        { "another count", Legacy(Object, TwoStorages, 2, (2, TwoFloats), (3, TwoFloats)), "storage \"b\" holds 3 elements, expected 2" },
        { "huge count", Legacy(Object, TwoStorages, 2, (long.MaxValue, TwoFloats), (2, TwoFloats)), "holds 9223372036854775807 elements" },
        { "storage listed twice", Legacy(Object, new PickleBytes().Proto().Op("]").Text("a").Op("a").Text("a").Op("a").Stop(), 2, (2, TwoFloats), (2, TwoFloats)), "is listed twice" },
        { "storage not listed", Legacy(Object, new PickleBytes().Proto().Op("]").Text("a").Op("a").Stop(), 2, (2, TwoFloats)), "storage \"b\" of a tensor is not in the file" },
        { "unknown storage", Legacy(Object, new PickleBytes().Proto().Op("]").Text("c").Op("a").Stop(), 2, (2, TwoFloats)), "storage \"c\" belongs to no tensor" },
        { "no list of storages", Legacy(Object, new PickleBytes().Proto().Op("N").Stop(), 2), "the list of storages" },
        { "storage beyond the file", Legacy(PickleBytes.OneTensor("a", 1L << 50, [2], [1]), TwoStorages, 2), "more than the file's" },
        { "pickle alone", new PickleBytes().Proto().Op("}").Text("w").Op("K\x01s").Stop(), "a pickle, but not one that torch.save wrote" },
        { "another version", [.. new PickleBytes().Proto().Raw(0x8a, 10).Raw(MagicBytes).Stop(), .. new PickleBytes().Proto().Op("K\x05").Stop()], "unknown version; expected 1001" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Open_DamagedLegacy_IsRefused(string what, byte[] file, string expected) =>
        Assert.True(PyTorchProbe.Refusal(file).Contains(expected, StringComparison.Ordinal), what);

    [Fact]
    public void Open_EveryTruncationOfLegacy_IsRefused()
    {
        byte[] file = Legacy(Object, TwoStorages, 2, (2, TwoFloats), (2, TwoFloats));
        Assert.Equal(0, PyTorchProbe.AcceptedTruncations(file));
    }

    [Fact]
    public void Open_Tar_ReadsTensorsViewsAndScalars()
    {
        byte[] file = TarBytes.Checkpoint();
        var loaded = PyTorchProbe.Load(file);
        Assert.Equal(CheckpointFormat.PyTorchTar, loaded.Format);
        Assert.Equal([1f, 3f, 2f, 4f], loaded.Tensors["state/transposed"].ToFloat32());
        Assert.Equal([2L, 2L], loaded.Tensors["state/transposed"].Shape);
        Assert.Equal([3f, 4f], loaded.Tensors["state/view"].ToFloat32());
        Assert.Equal("5", loaded.Scalars["epoch"]);
        Assert.True(PyTorchFile.Recognises(file.AsSpan(0, 512)));
    }

    [Fact]
    public void Open_EveryTruncationOfTar_IsRefused()
    {
        byte[] file = TarBytes.Checkpoint();
        // The zero blocks at the end and the padding of the last member say nothing.
        Assert.InRange(PyTorchProbe.AcceptedTruncations(file), 1024, 1024 + 512);
    }

    [Fact]
    public void Open_OtherTar_IsRefused() =>
        Assert.Contains("a tar archive without the members storages, tensors and pickle", PyTorchProbe.Refusal([.. TarBytes.Member("photo.jpg", [1, 2, 3]), .. new byte[1024]]), StringComparison.Ordinal);

    static byte[] MagicBytes => BigInteger.Parse("119547037146038801333356", CultureInfo.InvariantCulture).ToByteArray();

    static byte[] Legacy(byte[] pickle, byte[] keys, byte protocol, params (long Count, byte[] Data)[] storages)
    {
        var file = new PickleBytes().Raw(new PickleBytes().Proto(protocol).Raw(0x8a, 10).Raw(MagicBytes).Stop())
            .Raw(new PickleBytes().Proto().Op("M").Raw(0xe9, 3).Stop()).Raw(new PickleBytes().Proto().Op("}").Stop()).Raw(pickle).Raw(keys);
        foreach ((long count, byte[] data) in storages)
            file.Int64(count).Raw(data);
        return file.ToArray();
    }
}
