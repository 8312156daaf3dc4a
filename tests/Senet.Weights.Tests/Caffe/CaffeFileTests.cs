using System.Diagnostics;
using System.Text;
using Senet.Graph;
using Senet.Weights;
using static Senet.Tests.CaffeComposer;

namespace Senet.Tests;

public class CaffeFileTests
{
    [Fact]
    public void Open_EveryWayToWriteABlob_ReadsTheSameValues()
    {
        using var folder = new TempFolder();
        string path = Store(folder, Network(Layer("l", "Scale",
            Blob([3], 1, 2, 3),
            Blob(LegacyShape(1, 1, 1, 3), Unpacked(1, 2, 3)),
            Blob(Packed(1), Unpacked(2), Packed(), Packed(3), Shape(3)),
            Blob(Message(7, Number(1, 3), Number(1, 1)), Packed(1, 2, 3)),
            Blob(Shape(3), Doubles(1, 2, 3), Packed(9)),
            Blob(Shape(2), Fixed64(8, 1.5), Fixed64(8, 2.5)),
            Blob(Packed(7)),
            Blob(Shape(0))), Text(1, "renamed")));
        using Checkpoint checkpoint = CaffeFile.Open(path);
        Assert.Equal(CheckpointFormat.Caffe, checkpoint.Format);
        Assert.Equal(path, checkpoint.Path);
        Assert.Equal("renamed", checkpoint.Scalars["name"]);
        Assert.Equal("Scale", checkpoint.Scalars["l/type"]);
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"l#{i}"), checkpoint.Tensors.Select(t => t.Name));
        Assert.Equal([[3], [1, 1, 1, 3], [3], [3, 1], [3], [2], [], [0]], checkpoint.Tensors.Select(t => t.Shape.ToArray()));
        Assert.All(checkpoint.Tensors.Take(5), t => Assert.Equal([1, 2, 3], t.Load().ToFloat32()));
        Assert.Equal(TensorType.Float64, checkpoint.Tensors[5].Type);
        Assert.Equal([1.5, 2.5], DoublesOf(checkpoint.Tensors[5].Load().Data.Span));
        Assert.Equal([7], checkpoint.Tensors[6].Load().ToFloat32());
        Assert.Empty(checkpoint.Tensors[7].Load().ToFloat32());
    }

    [Fact]
    public void Open_V1Layers_NamesTypesAsToday()
    {
        using var folder = new TempFolder();
        byte[] Old(string name, int type, params byte[][] blobs) =>
            Message(2, [Text(2, "data"), Text(3, name), Text(4, name), Number(5, type), .. blobs]);
        string path = Store(folder, Network(
            Old("conv1", 4, Message(6, LegacyShape(2, 1, 1, 1), Packed(1, 2)), Message(6, LegacyShape(1, 1, 1, 2), Packed(3, 4))),
            Old("relu1", 18),
            Old("odd", 31),
            Old("fc", 14, Message(6, LegacyShape(1, 1, 1, 2), Packed(5, 6)))));
        using Checkpoint checkpoint = CaffeFile.Open(path);
        Assert.Equal(["conv1#0", "conv1#1", "fc#0"], checkpoint.Tensors.Select(t => t.Name));
        Assert.Equal(["composed", "Convolution", "ReLU", "31", "InnerProduct"], checkpoint.Scalars.Values);
    }

    [Fact]
    public void Open_FieldsInAnyOrder_KeepTheirLayer()
    {
        using var folder = new TempFolder();
        using Checkpoint checkpoint = CaffeFile.Open(Store(folder, Network(
            Message(100, Blob([1], 5), Message(139, Fixed32(3, 0.5f)), Message(139, Fixed32(3, 1e-3f), Number(1, 1)), Text(2, "BatchNorm"), Number(777, 3), Text(1, "late")))));
        Assert.Equal("late#0", Assert.Single(checkpoint.Tensors).Name);
        Assert.Equal("0.001", checkpoint.Scalars["late/eps"]);
    }

    [Fact]
    public void Open_SameNameInTwoPhases_KeepsTheTypeOfTheOneWithWeights()
    {
        using var folder = new TempFolder();
        byte[] other = Layer("l", "Data"), weights = Layer("l", "Convolution", Blob([1, 1, 1, 1], 1));
        foreach (byte[] file in new[] { Network(other, weights), Network(weights, other) })
        {
            using Checkpoint checkpoint = CaffeFile.Open(Store(folder, file));
            Assert.Equal("Convolution", checkpoint.Scalars["l/type"]);
        }
    }

    [Fact]
    public void Load_Twice_ReadsTwiceAndNotAfterClosing()
    {
        using var folder = new TempFolder();
        Checkpoint checkpoint = CaffeFile.Open(Store(folder, Sample()));
        Assert.Equal(checkpoint.Tensors[0].Load().ToFloat32(), checkpoint.Tensors[0].Load().ToFloat32());
        checkpoint.Dispose();
        Assert.Throws<ObjectDisposedException>(() => checkpoint.Tensors[0].Load());
    }

    [Fact]
    public void Load_FileShortenedMeanwhile_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "an open file cannot be shortened on Windows");
        using var folder = new TempFolder();
        string path = Store(folder, Network(Layer("l", "Scale", Blob([2000], new float[2000]))));
        using Checkpoint checkpoint = CaffeFile.Open(path);
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            file.SetLength(100);
        AssertRefused(path, "while it was being read; was it being written?", () => checkpoint.Tensors[0].Load());
    }

    public static TheoryData<string, byte[], string> Damaged() => new()
    {
        { "nothing", [], "holds no blobs" },
        { "no blobs", Network(Layer("data", "Input")), "holds no blobs: a network description without weights" },
        { "blob without data", Network(Layer("l", "Scale", Blob(Shape(3)))), "blob \"l#0\" of shape [3] needs 3 values, 0 are there" },
        { "too few values", Network(Layer("l", "Scale", Blob([3], 1, 2))), "blob \"l#0\" of shape [3] needs 3 values, 2 are there" },
        { "too many values", Network(Layer("l", "Scale", Blob([1], 1, 2))), "needs 1 values, 2 are there" },
        { "negative dimension", Network(Layer("l", "Scale", Blob([-1], 1))), "shape [-1] has a negative dimension" },
        { "overflowing shape", Network(Layer("l", "Scale", Blob([1L << 62, 8], 1))), "or too many elements" },
        { "huge shape", Network(Layer("l", "Scale", Blob([1L << 40], 1))), "needs 1099511627776 values, 1 are there" },
        { "33 dimensions", Network(Layer("l", "Scale", Blob([.. Enumerable.Repeat(1L, 33)], 1))), "more than 32 dimensions" },
        { "one legacy dimension", Network(Layer("l", "Scale", Blob(Number(2, 2), Packed(1, 2)))), "shape [0, 2, 0, 0] needs 0 values" },
        { "odd data", Network(Layer("l", "Scale", Blob(Shape(1), Message(5, [1, 2, 3])))), "3 bytes of data at byte" },
        { "data as number", Network(Layer("l", "Scale", Blob(Shape(1), Number(5, 1)))), "are no floats" },
        { "dimension as text", Network(Layer("l", "Scale", Blob(Text(1, "x"), Packed(1)))), "a dimension is not an integer" },
        { "shape as number", Network(Layer("l", "Scale", Blob(Number(7, 1), Packed(1)))), "field 7 before byte" },
        { "dimension as float", Network(Layer("l", "Scale", Blob(Message(7, Fixed32(1, 1)), Packed(1)))), "is not an integer" },
        { "layer as number", Network(Number(100, 1)), "field 100 before byte" },
        { "name as number", Network(Message(100, Number(1, 1))), "is not text" },
        { "eps as number", Network(Layer("l", "BatchNorm", Message(139, Number(3, 1)))), "is not a float" },
        { "same layer twice", Network(Layer("l", "Scale", Blob([1], 1)), Layer("l", "Scale", Blob([1], 1))), "layer \"l\" holds weights twice" },
        { "group", [0x0B, 0x0C], "wire type 3, which no caffemodel uses" },
        { "field 0", [0x00, 0x00], "no field of a protobuf message starts at byte 0" },
        { "long number", [0x20, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], "more than 64 bits" },
        { "number cut", [0x20, 0xFF], "ends in the middle of a number at byte 2" },
        { "length past the end", [0x0A, 0x05, (byte)'a'], "the field at byte 0 holds 5 bytes, but 1 remain" },
        { "length of 2^64 - 1", [0x0A, .. Varint(ulong.MaxValue)], "holds 18446744073709551615 bytes, but 0 remain" },
        { "inner length past its message", [.. Message(100, [0x0A, 0x05, (byte)'a']), .. new byte[20]], "holds 5 bytes, but 1 remain of what encloses it" },
        { "evil name", Network(Layer("evil\n\u001b[31m", "Scale", Blob([2], 1))), "blob \"evil  [31m#0\"" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Open_DamagedFile_IsRefusedOnOneLine(string what, byte[] content, string expected)
    {
        using var folder = new TempFolder();
        string path = Store(folder, content, what + ".caffemodel");
        AssertRefused(path, expected, () => CaffeFile.Open(path));
        File.Delete(path); // on Windows: it was closed
    }

    [Theory]
    [InlineData("name: \"net\"\nlayer { }")]
    [InlineData("\ufeff# comment\n\n  # another\r\nlayer{name: \"x\"}")]
    [InlineData("input: \"data\"")]
    [InlineData("layers {\n}")]
    public void Open_Prototxt_AsksForTheCaffemodel(string text)
    {
        using var folder = new TempFolder();
        string path = Store(folder, Encoding.UTF8.GetBytes(text), "net.prototxt");
        AssertRefused(path, "a network description without weights; give the .caffemodel", () => CaffeFile.Open(path));
        Assert.True(CaffeFile.RecognisesDescription(Encoding.UTF8.GetBytes(text)));
        Assert.False(CaffeFile.Recognises(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Open_AbsentFileOrFolder_IsRefused()
    {
        using var folder = new TempFolder();
        AssertRefused(folder["no.caffemodel"], "no such file", () => CaffeFile.Open(folder["no.caffemodel"]));
        AssertRefused(folder.Path, "it is a folder", () => CaffeFile.Open(folder.Path));
    }

    [Fact]
    public void Recognises_Caffemodels_AtOnce()
    {
        Assert.True(CaffeFile.Recognises(Sample()));
        Assert.True(CaffeFile.Recognises(Sample().AsSpan(0, 24)));
        Assert.True(CaffeFile.Recognises(Layer("no network name", "Input")));
        Assert.True(CaffeFile.Recognises(Join(Text(1, "n"), Text(3, "data"), Number(4, 1), Number(4, 3), Number(4, 224), Number(5, 1), Message(2, Text(2, "b")))));
        Assert.True(CaffeFile.Recognises(Join(Text(1, "n"), Text(3, "data"), Message(8, Message(1, [1, 3])), Layer("l", "Input"))));
    }

    public static TheoryData<string, byte[]> Foreign() => new()
    {
        { "nothing", [] },
        { "text with an empty line first", Encoding.ASCII.GetBytes("\n" + string.Concat(Enumerable.Repeat("name: \"x\"\n", 40))) },
        { "one long line after an empty one", Encoding.ASCII.GetBytes("\n" + new string('n', 400)) },
        { "html", "<!DOCTYPE html><html><body>404</body></html>"u8.ToArray() },
        { "json", "{\"a\": 1}"u8.ToArray() },
        { "zip", [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0] },
        { "pickle 2", [0x80, 0x02, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46] },
        { "pickle 0", "cos\nsystem\n(S'true'\ntR."u8.ToArray() },
        { "onnx", [0x08, 0x08, 0x12, 0x07, (byte)'p', (byte)'y', (byte)'t', (byte)'o', (byte)'r', (byte)'c', (byte)'h'] },
        { "tensorflow graph", Message(1, Text(1, "input"), Text(2, "Placeholder")) },
        { "hdf5", [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A] },
        { "solver state", Join(Number(1, 5000), Text(2, "net_iter_5000.caffemodel")) },
        { "empty layer", Message(100) },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Recognises_OtherFormats_Never(string what, byte[] head) => Assert.False(CaffeFile.Recognises(head), what);

    [Fact]
    public void Recognises_AnySafetensorsHeaderLength_Never()
    {
        byte[] head = [0, 0, 0, 0, 0, 0, 0, 0, .. "{\"weight\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}"u8, .. new byte[200]];
        for (int length = 0; length < 1 << 24; length += length < 1 << 16 ? 1 : 251)
        {
            BitConverter.TryWriteBytes(head, (long)length);
            Assert.False(CaffeFile.Recognises(head));
        }
    }

    [Fact]
    public void Recognises_AnyBytes_NeverThrows()
    {
        var random = new Random(1);
        byte[] sample = Sample();
        for (int i = 0; i < 20_000; i++)
        {
            byte[] head = new byte[random.Next(40)];
            random.NextBytes(head);
            CaffeFile.Recognises(head);
            CaffeFile.RecognisesDescription(head);
            byte[] changed = sample[..random.Next(sample.Length)];
            if (changed.Length > 0)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            CaffeFile.Recognises(changed);
        }
    }

    public static TheoryData<string, int, byte[]> Bombs() => new()
    {
        { "empty layers", 20_000_000, Message(100) },
        { "empty blobs", 20_000_000, Layer("l", "Scale", [.. Enumerable.Repeat(Message(7), 1000)]) },
        { "tiny blobs of one layer", 20_000_000, [] },
        { "as many tiny blobs as are allowed", 0, [] },
        { "empty shapes", 20_000_000, Layer("l", "Scale", Blob([.. Enumerable.Repeat(Message(7), 1000)])) },
        { "empty dimensions", 20_000_000, Layer("l", "Scale", Blob(Message(7, [.. Enumerable.Repeat(Message(1), 1000)]))) },
        { "empty parameters", 20_000_000, Layer("l", "BatchNorm", [.. Enumerable.Repeat(Message(139), 1000)]) },
        { "eps again and again", 20_000_000, Layer("l", "BatchNorm", Message(139, [.. Enumerable.Repeat(Fixed32(3, 1), 1000)])) },
        { "names again and again", 20_000_000, Layer("l", "Scale", [.. Enumerable.Repeat(Text(1, ""), 1000)]) },
        { "long name", 20_000_000, Text(1, new string('x', 1_000_000)) },
        { "network names", 20_000_000, Text(1, "") },
        { "one float at a time", 20_000_000, [] },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Open_ManySmallParts_StaysWithinTwiceTheFileAndTime(string what, int length, byte[] part)
    {
        using var folder = new TempFolder();
        string path = Store(folder, what switch
        {
            "tiny blobs of one layer" => Layer("l", "Scale", [.. Enumerable.Repeat(Blob(Packed(1)), length / 8)]),
            "as many tiny blobs as are allowed" => Layer("l", "PReLU", [.. Enumerable.Repeat(Blob(Packed(1)), (1 << 15) - 1)]),
            "one float at a time" => Layer("l", "Scale", Blob(Shape(length / 5), Unpacked(new float[length / 5]))),
            _ => [.. Enumerable.Repeat(part, length / part.Length).SelectMany(p => p)],
        });
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        Use(path);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * new FileInfo(path).Length + (64 << 20));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void Open_TruncatedAnywhere_IsRefusedOrHoldsFewerLayers()
    {
        using var folder = new TempFolder();
        byte[] sample = Sample();
        int whole = Use(Store(folder, sample))!.Value, opened = 0;
        for (int length = 0; length < sample.Length; length++)
        {
            if (Use(Store(folder, sample[..length])) is { } tensors)
            {
                Assert.InRange(tensors, 1, whole - 1);
                opened++;
            }
        }
        // Cut exactly between two layers it is a smaller network, which protobuf cannot tell: 5 layers with blobs before the last.
        Assert.Equal(5, opened);
    }

    /// <summary>Opens, converts and loads everything; the number of tensors, or nothing when the file was refused as it should be.</summary>
    static int? Use(string path)
    {
        try
        {
            using Checkpoint checkpoint = CaffeFile.Open(path);
            // Without Assert.Equal, which would allocate more than the code under test.
            foreach (CheckpointTensor tensor in checkpoint.Tensors.Concat(CaffeWeights.Convert(checkpoint)))
                Assert.True(tensor.Shape.SequenceEqual(tensor.Load().Shape));
            return checkpoint.Tensors.Count;
        }
        catch (SenetException exception)
        {
            AssertOneLine(path, exception.Message);
            return null;
        }
    }

    static void AssertRefused(string path, string expected, Func<object> action)
    {
        string message = Assert.Throws<SenetException>(action).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        AssertOneLine(path, message);
    }

    static void AssertOneLine(string path, string message)
    {
        Assert.StartsWith(path + ": ", message, StringComparison.Ordinal);
        Assert.DoesNotContain(message, char.IsControl);
    }
}
