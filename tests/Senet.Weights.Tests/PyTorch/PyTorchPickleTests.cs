using System.Globalization;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>What pickles in a PyTorch file may hold, and how those made to do harm are refused.</summary>
public class PyTorchPickleTests
{
    static readonly byte[] TwoFloats = PyTorchProbe.Floats(1, 2);

    [Fact]
    public void Open_NestedContainers_NamesTensorsAndScalarsByTheirKeys()
    {
        byte[] pickle = new PickleBytes().Proto().Op("}(")
            .Text("model").Op("}").Text("w").Tensor("0", 2, [2], [1]).Op("s")
            .Text("list").Op("](").Integer(7).Double(0.5).Raw(0x88, 0x89).Op("Ne")
            .Text("pair").Op("(").Text("a").Integer(-3).Op("t")
            .Op("K\x05").Text("five")
            .Op("u").Stop();
        var loaded = PyTorchProbe.Load(PyTorchProbe.Zip(pickle, TwoFloats));
        Assert.Equal([1f, 2f], loaded.Tensors["model/w"].ToFloat32());
        Assert.Equal(new Dictionary<string, string>
        {
            ["list/0"] = "7",
            ["list/1"] = "0.5",
            ["list/2"] = "true",
            ["list/3"] = "false",
            ["pair/0"] = "a",
            ["pair/1"] = "-3",
            ["5"] = "five",
        }, loaded.Scalars);
    }

    [Fact]
    public void Open_NumbersUnderAnotherCulture_WritesThemInvariant()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            byte[] pickle = new PickleBytes().Proto().Op("}").Text("lr").Double(0.25).Op("s").Stop();
            Assert.Equal("0.25", PyTorchProbe.Load(PyTorchProbe.Zip(pickle)).Scalars["lr"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Open_TensorAlone_CallsItTensor() =>
        Assert.Equal([1f, 2f], PyTorchProbe.Load(PyTorchProbe.Zip(new PickleBytes().Proto().Tensor("0", 2, [2], [1]).Stop(), TwoFloats)).Tensors["tensor"].ToFloat32());

    [Fact]
    public void Open_DictionariesOfPython2_TakesPairsFromTheConstructor()
    {
        byte[] pickle = new PickleBytes().Proto().Global("collections", "OrderedDict").Op("(](](U\x01w").Tensor("0", 2, [2], [1]).Op("eetR").Stop();
        Assert.Equal([1f, 2f], PyTorchProbe.Load(PyTorchProbe.Zip(pickle, TwoFloats)).Tensors["w"].ToFloat32());
    }

    [Fact]
    public void Open_OtherContainersAndTorchValues_AreRead()
    {
        byte[] pickle = new PickleBytes().Proto().Op("}(")
            .Text("milestones").Global("collections", "Counter").Op("}K\x1eK\x01s").Raw(0x85).Op("R")
            .Text("cache").Global("collections", "defaultdict").Global("__builtin__", "dict").Raw(0x85).Op("R")
            .Text("set").Global("__builtin__", "set").Op("]K\x09").Op("a").Raw(0x85).Op("R")
            .Text("size").Global("torch", "Size").Tuple(3, 4).Raw(0x85).Op("R")
            .Text("device").Global("torch", "device").Op("(").Text("cuda").Op("K\x01tR")
            .Text("dtype").Global("torch", "float32")
            .Op("u").Stop();
        Assert.Equal(new Dictionary<string, string>
        {
            ["milestones/30"] = "1",
            ["set/0"] = "9",
            ["size/0"] = "3",
            ["size/1"] = "4",
            ["device"] = "cuda:1",
            ["dtype"] = "torch.float32",
        }, PyTorchProbe.Load(PyTorchProbe.Zip(pickle)).Scalars);
    }

    [Fact]
    public void Open_NumpyNumbers_AreRead()
    {
        byte[] value = BitConverter.GetBytes(71.25);
        byte[] reversed = [.. value.Reverse()];
        byte[] pickle = new PickleBytes().Proto(3).Op("}(")
            .Text("little").Raw(NumpyScalar("f8", "<", value))
            .Text("big").Raw(NumpyScalar("f8", ">", reversed))
            .Text("unknown").Raw(NumpyScalar("c16", "<", new byte[8]))
            .Op("u").Stop();
        Assert.Equal(new Dictionary<string, string> { ["little"] = "71.25", ["big"] = "71.25", ["unknown"] = "numpy.c16 (not loaded)" },
            PyTorchProbe.Load(PyTorchProbe.Zip(pickle)).Scalars);
    }

    static byte[] NumpyScalar(string code, string order, byte[] data) => new PickleBytes()
        .Global("numpy.core.multiarray", "scalar").Op("(")
        .Global("numpy", "dtype").Op("(").Text(code).Raw(0x89, 0x88).Op("tR(K\x03").Text(order).Op("NNNJ").Int32(-1).Op("J").Int32(-1).Op("K\0tb")
        .Op("C").Raw((byte)data.Length).Raw(data).Op("tR").ToArray();

    [Fact]
    public void Open_NumpyArrayOfProtocol2_IsPassedOver()
    {
        byte[] pickle = new PickleBytes().Proto().Op("}").Text("rng")
            .Global("numpy.core.multiarray", "_reconstruct").Op("(").Global("numpy", "ndarray").Op("K\0").Raw(0x85)
            .Global("_codecs", "encode").Op("(").Text("b").Text("latin1").Op("tRtR")
            .Op("(K\x01K\x02").Raw(0x85).Op("NN").Global("_codecs", "encode").Op("(").Text("\u00ff").Text("latin1").Op("tRtb")
            .Op("s").Stop();
        Assert.Equal("numpy.core.multiarray._reconstruct (not loaded)", PyTorchProbe.Load(PyTorchProbe.Zip(pickle)).Scalars["rng"]);
    }

    [Fact]
    public void Open_LongListOfNumbers_IsMentionedOnly()
    {
        var pickle = new PickleBytes().Proto().Op("}").Text("losses").Op("](");
        for (int i = 0; i < 2000; i++)
            pickle.Double(i);
        Assert.Equal("2000 values (not loaded)", PyTorchProbe.Load(PyTorchProbe.Zip(pickle.Op("es").Stop())).Scalars["losses"]);
    }

    [Fact]
    public void Open_TensorWithTypeArgument_ReadsUntypedStorage()
    {
        byte[] pickle = new PickleBytes().Proto().Op("}").Text("w").Global("torch._utils", "_rebuild_tensor_v3").Op("(")
            .Storage("0", 4, "UntypedStorage", "torch.storage").Integer(0).Tuple(2).Tuple(1).Raw(0x89).Op("N").Global("torch", "uint16").Op("tRs").Stop();
        WeightTensor tensor = PyTorchProbe.Load(PyTorchProbe.Zip(pickle, [1, 0, 2, 1])).Tensors["w"];
        Assert.Equal(TensorType.UInt16, tensor.Type);
        Assert.Equal([1, 258], tensor.ToInt64());
    }

    [Fact]
    public void Open_ParameterWithAttributes_IsItsTensor()
    {
        byte[] inner = new PickleBytes().Op("(").Storage("0", 2).Integer(0).Tuple(2).Tuple(1).Raw(0x89).Op("}t").ToArray();
        byte[] pickle = new PickleBytes().Proto().Op("}").Text("w").Global("torch._tensor", "_rebuild_from_type_v2").Op("(")
            .Global("torch._utils", "_rebuild_tensor_v2").Global("torch.nn.parameter", "Parameter").Raw(inner).Op("}tRs").Stop();
        Assert.Equal([1f, 2f], PyTorchProbe.Load(PyTorchProbe.Zip(pickle, TwoFloats)).Tensors["w"].ToFloat32());
    }

    [Fact]
    public void Load_ConjugatedTensor_IsRefused()
    {
        byte[] pickle = new PickleBytes().Proto().Global("torch._utils", "_rebuild_tensor_v2").Op("(").Storage("0", 1, "ComplexFloatStorage").Integer(0).Tuple(1).Tuple(1)
            .Raw(0x89).Op("N}").Text("conj").Raw(0x88).Op("stR").Stop();
        Assert.Contains("conjugation", PyTorchProbe.Refusal(PyTorchProbe.Zip(pickle, TwoFloats)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("os", "system")]
    [InlineData("builtins", "getattr")]
    [InlineData("torch", "load")]
    [InlineData("torch", "hub.load")]
    [InlineData("torch.storage", "_load_from_bytes")]
    [InlineData("torch.nn.modules.container", "Sequential")]
    [InlineData("numpy", "load")]
    [InlineData("collections", "OrderedDict.fromkeys")]
    public void Open_NameThatIsNotListed_IsRefusedByName(string module, string name)
    {
        byte[] called = new PickleBytes().Proto().Global(module, name).Text("x").Raw(0x85).Op("R").Stop();
        byte[] onStack = new PickleBytes().Proto(4).Text(module).Text(name).Raw(0x93).Op(")").Raw(0x81).Stop();
        byte[] asInstance = new PickleBytes().Op($"(i{module}\n{name}\n").Stop();
        foreach (byte[] pickle in new[] { called, onStack, asInstance })
            Assert.StartsWith($"holds {module}.{name}, a Python object", PyTorchProbe.Refusal(PyTorchProbe.Zip(pickle)), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ListedClassThatIsNoFunction_IsNotCalled() =>
        Assert.StartsWith("holds builtins.int, a Python object", PyTorchProbe.Refusal(PyTorchProbe.Zip(new PickleBytes().Proto().Global("builtins", "int").Op(")R").Stop())), StringComparison.Ordinal);

    [Theory]
    [InlineData("QInt8Storage")]
    [InlineData("ComplexDoubleStorage")]
    public void Open_UnsupportedElementType_IsRefusedByName(string storage) =>
        Assert.StartsWith($"holds a tensor of torch.{storage}, which is not supported", PyTorchProbe.Refusal(PyTorchProbe.Zip(PickleBytes.OneTensor("0", 1, [1], [1], 0, storage), TwoFloats)), StringComparison.Ordinal);

    [Theory]
    [InlineData("a control\tcharacter\r")]
    [InlineData("line\u2028separator")]
    public void Open_NameWithControlCharacters_StaysOneLine(string name) =>
        Assert.StartsWith("holds m.", PyTorchProbe.Refusal(PyTorchProbe.Zip(new PickleBytes().Proto(4).Text("m").Text(name + "\n\n").Raw(0x93).Stop())), StringComparison.Ordinal);

    public static TheoryData<string, byte[], string> Hostile() => new()
    {
        { "text of 2^62 bytes", new PickleBytes().Proto(4).Raw(0x8d).Int64(1L << 62).Stop(), "bytes are to follow" },
        { "text of -1 bytes", new PickleBytes().Proto(4).Raw(0x8d).Int64(-1).Stop(), "bytes are to follow" },
        { "text of 4 GB", new PickleBytes().Proto().Op("X").Int32(-2).Stop(), "4294967294 bytes are to follow" },
        { "byte string of 2 GB", new PickleBytes().Proto(3).Op("B").Int32(int.MaxValue).Stop(), "bytes are to follow" },
        { "byte array of 2^60 bytes", new PickleBytes().Proto(5).Raw(0x96).Int64(1L << 60).Stop(), "bytes are to follow" },
        { "integer of 2 GB", new PickleBytes().Proto().Raw(0x8b).Int32(int.MaxValue).Stop(), "integer of 2147483647 bytes" },
        { "integer of negative length", new PickleBytes().Proto().Raw(0x8b).Int32(-5).Stop(), "bytes are to follow" },
        { "integer of many digits", new PickleBytes().Op("L" + new string('9', 5000) + "L\n").Stop(), "a line of more than 1024 bytes" },
        { "text that is not UTF-8", new PickleBytes().Proto().Op("X").Int32(1).Raw(0xff).Stop(), "not UTF-8" },
        { "memo index far away", new PickleBytes().Proto().Op("Nr").Int32(int.MaxValue).Stop(), "leaves a gap in its memo" },
        { "memo index unset", new PickleBytes().Proto().Op("Nq\x05h\x03").Stop(), "recalls a value that was not stored" },
        { "memo index negative", new PickleBytes().Op("Np-1\n").Stop(), "memo index that is no number" },
        { "empty stack", new PickleBytes().Proto().Op("0").Stop(), "takes a value that is not there" },
        { "value below the mark", new PickleBytes().Proto().Op("N(0").Stop(), "takes a value that is not there" },
        { "no mark", new PickleBytes().Proto().Op("Nt").Stop(), "ends a group that was not begun" },
        { "nothing to return", new PickleBytes().Proto().Stop(), "a value too many or too few" },
        { "two values to return", new PickleBytes().Proto().Op("NN").Stop(), "a value too many or too few" },
        { "append to a number", new PickleBytes().Proto().Op("K\x01Na").Stop(), "no list" },
        { "key without value", new PickleBytes().Proto().Op("}(Nu").Stop(), "a key without a value" },
        { "state of a list", new PickleBytes().Proto().Op("]}b").Stop(), "sets the state of something that has none" },
        { "call of a text", new PickleBytes().Proto().Text("f").Op(")R").Stop(), "calls something that is no function" },
        { "name that is a number", new PickleBytes().Proto(4).Op("K\x01K\x02").Raw(0x93).Stop(), "a name that is no text" },
        { "unknown instruction", new PickleBytes().Proto().Raw(0xff).Stop(), "0xff, which is no instruction" },
        { "out-of-band buffer", new PickleBytes().Proto(5).Raw(0x97).Stop(), "0x97, which is no instruction" },
        { "protocol 6", new PickleBytes().Proto(6).Stop(), "protocol 6" },
        { "extension", new PickleBytes().Proto().Raw(0x82, 1).Stop(), "copyreg" },
        { "no end", new PickleBytes().Proto().Op("}").ToArray(), "1 bytes are to follow" },
        { "tensor without arguments", new PickleBytes().Proto().Global("torch._utils", "_rebuild_tensor_v2").Op(")R").Stop(), "arguments that are not expected" },
        { "persistent id of another kind", new PickleBytes().Proto().Text("module").Op("Q").Stop(), "something other than a storage" },
        { "storage that is absent", PickleBytes.OneTensor("7", 2, [2], [1]), "storage \"data/7\" is not in the archive" },
        { "storage of another size", PickleBytes.OneTensor("0", 3, [2], [1]), "should hold 3 elements of 4 bytes, but has 8 bytes" },
        { "storage of a negative size", PickleBytes.OneTensor("0", -2, [2], [1]), "should hold -2 elements" },
        { "storage of 2^62 elements", PickleBytes.OneTensor("0", 1L << 62, [2], [1]), "should hold 4611686018427387904 elements" },
        { "negative offset", PickleBytes.OneTensor("0", 2, [1], [1], -1), "negative offset or stride" },
        { "negative stride", PickleBytes.OneTensor("0", 2, [2], [-1], 1), "negative offset or stride" },
        { "negative dimension", PickleBytes.OneTensor("0", 2, [-2], [1]), "negative dimension" },
        { "offset past the storage", PickleBytes.OneTensor("0", 2, [2], [1], 1), "leaves storage \"data/0\", which holds 2 elements" },
        { "offset of 2^63 - 1", PickleBytes.OneTensor("0", 2, [2], [1], long.MaxValue), "leaves storage" },
        { "stride past the storage", PickleBytes.OneTensor("0", 2, [2], [2]), "leaves storage" },
        { "stride of 2^63 - 1", PickleBytes.OneTensor("0", 2, [2, 2], [long.MaxValue, long.MaxValue]), "leaves storage" },
        { "shape that overflows", PickleBytes.OneTensor("0", 2, [1L << 40, 1L << 40], [0, 0]), "too many elements" },
        { "bytes that overflow", PickleBytes.OneTensor("0", 2, [1L << 61], [0]), "too many elements" },
        { "one stride for two dimensions", PickleBytes.OneTensor("0", 2, [1, 2], [1]), "2 dimensions and 1 strides" },
        { "65 dimensions", PickleBytes.OneTensor("0", 2, [.. Enumerable.Repeat(1L, 65)], [.. Enumerable.Repeat(1L, 65)]), "arguments that are not expected" },
        { "expansion to 1 GB", PickleBytes.OneTensor("0", 2, [1 << 28], [0]), "takes 1073741824 bytes, more than the file" },
        { "expansion to 1 TB", PickleBytes.OneTensor("0", 2, [1L << 38], [0]), "at most 2147483591 per tensor" },
        { "list that contains itself", new PickleBytes().Proto().Op("]q\0h\0a").Stop(), "nested deeper than 48 levels" },
        { "lists 100,000 deep", new PickleBytes().Proto().Op(new string(']', 100_000)).Op(new string('a', 99_999)).Stop(), "nested deeper than 48 levels" },
        { "values without end", new PickleBytes().Proto().Op(new string('N', 2_000_000)).Stop(), "too many values at once" },
        { "marks without end", new PickleBytes().Proto().Op(new string('(', 100_000)).Stop(), "nested too deeply" },
        { "dictionaries without end", new PickleBytes().Proto().Op("](" + new string('}', 900_000) + "e").Stop(), "asks for more memory than" },
        { "lists that double 40 times", Doubling(40), "asks for more memory than" },
        { "long names that double", LongNames(), "asks for more memory than" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Open_HostilePickle_IsRefused(string what, byte[] pickle, string expected)
    {
        byte[] file = PyTorchProbe.Zip(pickle, TwoFloats);
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = PyTorchProbe.Refusal(file);
        // What the file may claim, and the probe's own copies of it.
        long limit = (2 * file.Length) + (64 << 20) + (2 * file.Length);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before <= limit, what);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    // x = [x, x] over and over: a kilobyte that names 2^40 places.
    static byte[] Doubling(byte levels)
    {
        var pickle = new PickleBytes().Proto().Op("]q\00");
        for (byte i = 0; i < levels; i++)
            pickle.Op("](h").Raw(i).Op("h").Raw(i).Op("eq").Raw((byte)(i + 1)).Op("0");
        return pickle.Op("h").Raw(levels).Stop();
    }

    // The same with dictionaries and keys of 20,000 characters.
    static byte[] LongNames()
    {
        const byte levels = 30;
        string key = new('k', 20_000);
        var pickle = new PickleBytes().Proto().Op("K\x01q\00");
        for (byte i = 0; i < levels; i++)
            pickle.Op("}(").Text(key).Op("h").Raw(i).Text("b").Op("h").Raw(i).Op("uq").Raw((byte)(i + 1)).Op("0");
        return pickle.Op("h").Raw(levels).Stop();
    }
}
