using System.Buffers.Binary;
using System.Text;

namespace Senet.Tests;

/// <summary>Composes pickles instruction by instruction.</summary>
sealed class PickleBytes
{
    readonly List<byte> _bytes = [];

    /// <summary>Instructions and operands as they are.</summary>
    public PickleBytes Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>Instructions that are ASCII characters.</summary>
    public PickleBytes Op(string characters) => Raw(Encoding.Latin1.GetBytes(characters));

    public PickleBytes Proto(byte protocol = 2) => Raw(0x80, protocol);

    public PickleBytes Text(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        return Op("X").Int32(utf8.Length).Raw(utf8);
    }

    public PickleBytes Integer(long value)
    {
        Raw(0x8a, 8);
        return Int64(value);
    }

    public PickleBytes Double(double value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        return Op("G").Raw(bytes);
    }

    public PickleBytes Global(string module, string name) => Op($"c{module}\n{name}\n");

    public PickleBytes Int32(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return Raw(bytes);
    }

    public PickleBytes Int64(long value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return Raw(bytes);
    }

    /// <summary>A tuple of integers.</summary>
    public PickleBytes Tuple(params long[] values)
    {
        Op("(");
        foreach (long value in values)
            Integer(value);
        return Op("t");
    }

    /// <summary>A reference to a storage, by what a container of PyTorch calls it.</summary>
    public PickleBytes Storage(string key, long elements, string type = "FloatStorage", string module = "torch") =>
        Op("(").Text("storage").Global(module, type).Text(key).Text("cpu").Integer(elements).Op("tQ");

    /// <summary>A tensor that is a view of a storage.</summary>
    public PickleBytes Tensor(string key, long elements, long[] shape, long[] strides, long offset = 0, string type = "FloatStorage")
    {
        Global("torch._utils", "_rebuild_tensor_v2").Op("(").Storage(key, elements, type).Integer(offset);
        return Tuple(shape).Tuple(strides).Raw(0x89).Global("collections", "OrderedDict").Op(")RtR");
    }

    public byte[] Stop() => Op(".").ToArray();

    public byte[] ToArray() => [.. _bytes];

    /// <summary>A whole pickle of <c>{"w": tensor}</c>.</summary>
    public static byte[] OneTensor(string key, long elements, long[] shape, long[] strides, long offset = 0, string type = "FloatStorage") =>
        new PickleBytes().Proto().Op("}").Text("w").Tensor(key, elements, shape, strides, offset, type).Op("s").Stop();
}
