using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

public class SafetensorsFileTests
{
    static readonly Dictionary<string, string> NoMetadata = [];

    [Fact]
    public void Write_EveryType_ReadsBackEqualInTheGivenOrder()
    {
        using var folder = new TempFolder();
        var random = new Random(1);
        WeightTensor[] tensors = [.. Enum.GetValues<TensorType>().SelectMany(type => new[] { 1L, 3, 7 }.Select(n =>
        {
            byte[] data = new byte[n * 3 * type.SizeInBytes()];
            random.NextBytes(data);
            return new WeightTensor($"{type}.{n}", type, [n, 3], data);
        }))];
        SafetensorsFile.Write(folder["all.safetensors"], tensors);
        AssertSame(tensors, NoMetadata, SafetensorsFile.Read(folder["all.safetensors"]));
    }

    [Fact]
    public void Write_ScalarsAndEmptyTensors_ReadBackEqual()
    {
        using var folder = new TempFolder();
        WeightTensor[] tensors =
        [
            WeightTensor.FromFloat32("scalar", [], [2.5f]),
            WeightTensor.FromFloat32("empty", [0, 3], []),
            WeightTensor.FromInt64("count", [], [-7]),
            WeightTensor.FromInt64("empty too", [4, 0], []),
            new WeightTensor("byte", TensorType.UInt8, [1, 1, 1], new byte[] { 9 }),
        ];
        SafetensorsFile.Write(folder["s.safetensors"], tensors);
        AssertSame(tensors, NoMetadata, SafetensorsFile.Read(folder["s.safetensors"]));
        SafetensorsFile.Write(folder["none.safetensors"], []);
        Assert.Empty(SafetensorsFile.Read(folder["none.safetensors"]).Tensors);
    }

    [Fact]
    public void Write_UnicodeAndEscapes_ReadBackEqual()
    {
        using var folder = new TempFolder();
        string all = string.Concat(Enumerable.Range(0, 0x3000).Where(c => c is < 0xD800 or > 0xDFFF).Select(c => (char)c)) + "\U0001F600";
        WeightTensor[] tensors = [WeightTensor.FromFloat32("ünïcode.名前 \"\\/\n\0", [1], [1]), WeightTensor.FromFloat32("\U0001F600", [1], [2]), WeightTensor.FromFloat32("", [1], [3])];
        var metadata = new Dictionary<string, string> { ["z\n\""] = all, [""] = "", ["a<>&'+"] = "{\"json\": [1.5]}" };
        SafetensorsFile.Write(folder["u.safetensors"], tensors, metadata);
        AssertSame(tensors, metadata, SafetensorsFile.Read(folder["u.safetensors"]));
        Assert.Equal(metadata, SafetensorsFile.ReadMetadata(folder["u.safetensors"]));
    }

    [Fact]
    public void Write_MixedSizes_LaysOutAlignedDataAfterAPaddedHeader()
    {
        using var folder = new TempFolder();
        WeightTensor[] tensors =
        [
            new WeightTensor("flag", TensorType.Bool, [1], new byte[] { 1 }),
            new WeightTensor("half", TensorType.Float16, [3], new byte[6]),
            WeightTensor.FromFloat32("single", [1], [1]),
            WeightTensor.FromInt64("long", [1], [2]),
        ];
        SafetensorsFile.Write(folder["m.safetensors"], tensors, new Dictionary<string, string> { ["format"] = "pt" });
        byte[] file = File.ReadAllBytes(folder["m.safetensors"]);
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        Assert.Equal(0, length % 8);
        Assert.Equal(
            """{"__metadata__":{"format":"pt"},"flag":{"dtype":"BOOL","shape":[1],"data_offsets":[18,19]},"half":{"dtype":"F16","shape":[3],"data_offsets":[12,18]},"single":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"long":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}""",
            Encoding.UTF8.GetString(file, 8, length).TrimEnd(' '));
        Assert.Equal(8 + length + 19, file.Length);
        Assert.Equal(2, BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(8 + length)));
    }

    [Fact]
    public void Write_BadNames_AreRefusedAndNothingIsLeft()
    {
        using var folder = new TempFolder();
        string path = folder["x.safetensors"];
        WeightTensor one = WeightTensor.FromFloat32("a", [1], [1]);
        Assert.Equal($"{path}: the name \"a\" is reserved or given to two tensors; rename one",
            Assert.Throws<SenetException>(() => SafetensorsFile.Write(path, [one, one])).Message);
        Assert.Throws<SenetException>(() => SafetensorsFile.Write(path, [one.WithName("__metadata__")]));
        Assert.Throws<SenetException>(() => SafetensorsFile.Write(path, [one.WithName("\ud83d")]));
        Assert.Throws<SenetException>(() => SafetensorsFile.Write(path, [one], new Dictionary<string, string> { ["k"] = "\ude00" }));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("", "the header does not start with '{'")]
    [InlineData(" {}", "the header does not start with '{'")]
    [InlineData("[1]", "the header does not start with '{'")]
    [InlineData("{} {}", "not valid JSON")]
    [InlineData("{\"a\":1}", "\"a\" in the header is not a JSON object")]
    [InlineData("{\"a\":{}}", "tensor \"a\" lacks dtype, shape or data_offsets")]
    [InlineData("{\"a\":{\"dtype\":1}}", "dtype is not text")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":4,\"data_offsets\":[0,4]}}", "shape is not an array of integers")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":[4.0],\"data_offsets\":[0,4]}}", "shape holds something other than 64-bit integers")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":[[4]],\"data_offsets\":[0,4]}}", "shape holds something other than 64-bit integers")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":[18446744073709551616],\"data_offsets\":[0,4]}}", "shape holds something other than 64-bit integers")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0]}}", "data_offsets has 1 numbers")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[-4,0]}}", "are not 0 <= begin <= end")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"dtype\":\"I8\",\"shape\":[4],\"data_offsets\":[0,4]}}", "dtype is given twice")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]}}", "1 bytes after the last tensor belong to none")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[1,4]}}", "1 bytes before tensor \"a\"")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":[5],\"data_offsets\":[0,5]}}", "ends at byte 5 of the data, but the file holds only 4")]
    [InlineData("{\"a\":{\"dtype\":\"F64\",\"shape\":[2305843009213693952],\"data_offsets\":[0,4]}}", "overflows 64 bits")]
    [InlineData("{\"__metadata__\":{\"k\":1}}", "__metadata__: the value of \"k\" is not text")]
    [InlineData("{\"__metadata__\":{\"k\":\"\",\"k\":\"\"}}", "__metadata__: \"k\" is given twice")]
    [InlineData("{\"__metadata__\":{\"k\":\"\"},\"__metadata__\":{\"l\":\"\"}}", "__metadata__ is given twice")]
    [InlineData("{\"__metadata__\":{\"k\":\"\\ud800\"}}", "incomplete surrogate pair")]
    [InlineData("{\"evil\\n\\u001b[31m\":{}}", "tensor \"evil  [31m\" lacks")]
    public void Read_BadHeader_IsRefusedOnOneLine(string header, string expected)
    {
        using var folder = new TempFolder();
        string path = Store(folder, (ulong)header.Length, Encoding.UTF8.GetBytes(header), dataBytes: 4);
        string message = Assert.Throws<SenetException>(() => SafetensorsFile.Read(path)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.StartsWith(path + ": ", message, StringComparison.Ordinal);
        Assert.DoesNotContain(message, char.IsControl);
    }

    [Theory]
    [InlineData(100_000_001UL)]
    [InlineData(1UL << 62)]
    [InlineData(ulong.MaxValue)]
    public void Read_HugeHeaderLength_IsRefusedWithoutAllocating(ulong length)
    {
        using var folder = new TempFolder();
        string path = Store(folder, length, "{}"u8.ToArray(), dataBytes: 0);
        Assert.Throws<SenetException>(() => SafetensorsFile.ReadMetadata(path)); // warm
        long before = GC.GetAllocatedBytesForCurrentThread();
        SenetException error = Assert.Throws<SenetException>(() => SafetensorsFile.Read(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"the header length is {length} bytes, at most 100000000"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_InvalidUtf8_IsRefused()
    {
        using var folder = new TempFolder();
        byte[] header = Encoding.UTF8.GetBytes("{\"a?\":{}}");
        header[3] = 0xFF;
        string path = Store(folder, (ulong)header.Length, header, dataBytes: 0);
        Assert.Contains("not valid UTF-8", Assert.Throws<SenetException>(() => SafetensorsFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DeeplyNestedHeader_IsRefused()
    {
        using var folder = new TempFolder();
        byte[] header = Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 1_000_000));
        string path = Store(folder, (ulong)header.Length, header, dataBytes: 0);
        Assert.Contains("not valid JSON", Assert.Throws<SenetException>(() => SafetensorsFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnknownMembersOfATensor_AreIgnoredAsTheReferenceReaderDoes()
    {
        using var folder = new TempFolder();
        byte[] header = Encoding.UTF8.GetBytes("{\"a\":{\"x\":{\"y\":[1]},\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}}");
        Assert.Equal([4L], SafetensorsFile.Read(Store(folder, (ulong)header.Length, header, dataBytes: 4)).Tensors["a"].Shape);
    }

    [Fact]
    public void Read_EveryTruncation_IsRefused()
    {
        using var folder = new TempFolder();
        SafetensorsFile.Write(folder["t.safetensors"], [WeightTensor.FromFloat32("a", [3], [1, 2, 3]), WeightTensor.FromInt64("b", [], [1])]);
        byte[] whole = File.ReadAllBytes(folder["t.safetensors"]);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(folder["cut.safetensors"], whole[..length]);
            Assert.Throws<SenetException>(() => SafetensorsFile.Read(folder["cut.safetensors"]));
        }
    }

    [Fact]
    public void Read_AnyFlippedHeaderByte_LoadsOrIsRefusedButNeverCrashes()
    {
        using var folder = new TempFolder();
        SafetensorsFile.Write(folder["t.safetensors"], [WeightTensor.FromFloat32("a", [3], [1, 2, 3])], new Dictionary<string, string> { ["k"] = "v" });
        byte[] whole = File.ReadAllBytes(folder["t.safetensors"]);
        int refused = 0;
        for (int i = 0; i < whole.Length - 12; i++)
        {
            foreach (byte mask in new byte[] { 0x01, 0x04, 0x10, 0x80 })
            {
                byte[] damaged = [.. whole];
                damaged[i] ^= mask;
                File.WriteAllBytes(folder["flip.safetensors"], damaged);
                try
                {
                    SafetensorsFile.Read(folder["flip.safetensors"]);
                }
                catch (SenetException)
                {
                    refused++;
                }
            }
        }
        Assert.True(refused > 200, $"only {refused} were refused");
    }

    [Fact]
    public void Read_MissingFileOrFolder_SaysSo()
    {
        using var folder = new TempFolder();
        Assert.Equal($"{folder["no.safetensors"]}: cannot be read: no such file", Assert.Throws<SenetException>(() => SafetensorsFile.Read(folder["no.safetensors"])).Message);
        Assert.Equal($"{folder.Path}: cannot be read: it is a folder; give the name of a file", Assert.Throws<SenetException>(() => SafetensorsFile.Read(folder.Path)).Message);
    }

    [Fact]
    public void Read_TensorBeyond2GB_IsRefusedByNameAndItsMetadataIsRead()
    {
        using var folder = new TempFolder();
        const long length = 2_200_000_000; // a sparse file, more than an array can hold
        byte[] header = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{{\"a\":{{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}},\"m\":{{\"dtype\":\"U8\",\"shape\":[{length}],\"data_offsets\":[1,{1 + length}]}}}}"));
        string path = Store(folder, (ulong)header.Length, header, dataBytes: 0);
        using (FileStream stream = File.OpenWrite(path))
            stream.SetLength(8 + header.Length + 1 + length);
        Assert.Empty(SafetensorsFile.ReadMetadata(path));
        Assert.Contains("tensor \"m\" holds 2200000000 bytes; at most", Assert.Throws<SenetException>(() => SafetensorsFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ReadByPython_SeesTheSameTensors()
    {
        const string script = """
            import json, struct, sys
            raw = open(sys.argv[1], 'rb').read()
            (n,) = struct.unpack('<Q', raw[:8])
            head, data, out, end = json.loads(raw[8:8 + n]), raw[8 + n:], {}, 0
            meta = head.pop('__metadata__')
            for name, t in sorted(head.items(), key=lambda kv: kv[1]['data_offsets']):
                b, e = t['data_offsets']
                assert b == end, name
                code = {'F32': 'f', 'I64': 'q', 'F16': 'e', 'BOOL': '?'}[t['dtype']]
                assert b % struct.calcsize(code) == 0, name
                out[name], end = list(struct.unpack('<%d%s' % ((e - b) // struct.calcsize(code), code), data[b:e])), e
            assert end == len(data)
            print(json.dumps([meta, out]))
            """;
        using var folder = new TempFolder();
        SafetensorsFile.Write(folder["p.safetensors"],
            [
                new WeightTensor("mask", TensorType.Bool, [3], new byte[] { 1, 0, 1 }),
                new WeightTensor("half", TensorType.Float16, [1], new byte[] { 0x00, 0x3E }),
                WeightTensor.FromFloat32("名", [2], [0.5f, -2]),
                WeightTensor.FromInt64("n", [], [7]),
            ],
            new Dictionary<string, string> { ["quote"] = "\"\\\n" });
        var start = new ProcessStartInfo("python3", ["-c", script, folder["p.safetensors"]]) { RedirectStandardOutput = true };
        Process? python = null;
        try
        {
            python = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed");
        }
        using (python)
        {
            string output = python!.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.Equal(0, python.ExitCode);
            using JsonDocument seen = JsonDocument.Parse(output);
            Assert.Equal("\"\\\n", seen.RootElement[0].GetProperty("quote").GetString());
            JsonElement tensors = seen.RootElement[1];
            Assert.Equal("[true, false, true]", tensors.GetProperty("mask").GetRawText());
            Assert.Equal("[1.5]", tensors.GetProperty("half").GetRawText());
            Assert.Equal("[0.5, -2.0]", tensors.GetProperty("名").GetRawText());
            Assert.Equal("[7]", tensors.GetProperty("n").GetRawText());
        }
    }

    static string Store(TempFolder folder, ulong length, byte[] header, int dataBytes)
    {
        byte[] file = new byte[8 + header.Length + dataBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        header.CopyTo(file, 8);
        File.WriteAllBytes(folder["crafted.safetensors"], file);
        return folder["crafted.safetensors"];
    }

    static void AssertSame(WeightTensor[] expected, Dictionary<string, string> metadata, SafetensorsContents actual)
    {
        Assert.Equal(expected.Select(t => t.Name), actual.Tensors.Keys);
        foreach (WeightTensor tensor in expected)
        {
            WeightTensor read = actual.Tensors[tensor.Name];
            Assert.Equal(tensor.Type, read.Type);
            Assert.Equal(tensor.Shape, read.Shape);
            Assert.True(tensor.Data.Span.SequenceEqual(read.Data.Span), tensor.Name);
        }
        Assert.Equal(metadata, actual.Metadata);
    }
}
