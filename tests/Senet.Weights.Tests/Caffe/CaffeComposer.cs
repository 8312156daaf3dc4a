using System.Buffers.Binary;

namespace Senet.Tests;

/// <summary>Writes caffemodels byte by byte, in every form that Caffe and protobuf allow.</summary>
static class CaffeComposer
{
    public static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return [.. bytes];
    }

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(p => p)];

    public static byte[] Number(int field, long value) => [.. Varint((ulong)field << 3), .. Varint(unchecked((ulong)value))];

    public static byte[] Message(int field, params byte[][] parts)
    {
        byte[] content = Join(parts);
        return [.. Varint((ulong)field << 3 | 2), .. Varint((ulong)content.Length), .. content];
    }

    public static byte[] Text(int field, string text) => Message(field, System.Text.Encoding.UTF8.GetBytes(text));

    public static byte[] Fixed32(int field, float value) => [.. Varint((ulong)field << 3 | 5), .. BitConverter.GetBytes(value)];

    public static byte[] Fixed64(int field, double value) => [.. Varint((ulong)field << 3 | 1), .. BitConverter.GetBytes(value)];

    public static byte[] Packed(params float[] values) => Message(5, [.. values.SelectMany(BitConverter.GetBytes)]);

    public static byte[] Unpacked(params float[] values) => [.. values.SelectMany(v => Fixed32(5, v))];

    public static byte[] Doubles(params double[] values) => Message(8, [.. values.SelectMany(BitConverter.GetBytes)]);

    /// <summary>BlobShape, packed.</summary>
    public static byte[] Shape(params long[] dimensions) => Message(7, Message(1, [.. dimensions.SelectMany(d => Varint(unchecked((ulong)d)))]));

    /// <summary>num, channels, height, width.</summary>
    public static byte[] LegacyShape(params long[] dimensions) => Join([.. dimensions.Select((d, i) => Number(i + 1, d))]);

    public static byte[] Blob(params byte[][] parts) => Message(7, parts);

    public static byte[] Blob(long[] shape, params float[] values) => Blob(Shape(shape), Packed(values));

    public static byte[] Layer(string name, string type, params byte[][] parts) =>
        Message(100, [Text(1, name), Text(2, type), Text(3, "data"), Text(4, name), .. parts]);

    public static byte[] Network(params byte[][] layers) => [.. Text(1, "composed"), .. Join(layers)];

    /// <summary>Every kind of layer that matters, for tests that damage it.</summary>
    public static byte[] Sample() => Network(
        Layer("data", "Input", Message(143, Message(1, Number(1, 1), Number(1, 3)))),
        Layer("conv", "Convolution", Blob([2, 1, 1, 3], 1, 2, 3, 4, 5, 6), Blob([2], 7, 8), Message(106, Number(1, 2))),
        Layer("conv/bn", "BatchNorm", Blob([2], 2, 4), Blob([2], 6, 8), Blob([1], 2), Message(139, Number(1, 1), Fixed32(3, 1e-3f))),
        Layer("conv/bn/scale", "Scale", Blob([2], 1, 2), Message(142, Number(4, 0))),
        Layer("old", "Scale", Blob(LegacyShape(1, 1, 1, 2), Unpacked(3, 4)), Blob(LegacyShape(1, 2, 1, 1), Doubles(5, 6))),
        Layer("classifier", "InnerProduct", Message(117, Number(6, 1)), Blob([3, 2], 1, 2, 3, 4, 5, 6), Blob([2], 1, 2)),
        Message(2, Text(2, "classifier"), Text(3, "fc"), Text(4, "fc"), Number(5, 14),
            Message(6, LegacyShape(1, 1, 2, 2), Packed(1, 2, 3, 4)), Message(6, LegacyShape(1, 1, 1, 2), Packed(5, 6))));

    public static string Store(TempFolder folder, byte[] content, string name = "x.caffemodel")
    {
        File.WriteAllBytes(folder[name], content);
        return folder[name];
    }

    /// <summary>The elements of a Float64 tensor.</summary>
    public static double[] DoublesOf(ReadOnlySpan<byte> data)
    {
        var values = new double[data.Length / sizeof(double)];
        for (int i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadDoubleLittleEndian(data[(i * sizeof(double))..]);
        return values;
    }
}
