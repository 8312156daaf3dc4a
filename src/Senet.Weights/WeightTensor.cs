using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>A named tensor in memory: row-major elements as little-endian bytes, whatever the machine. Immutable.</summary>
public sealed class WeightTensor
{
    /// <summary>Wraps bytes without copying them; the caller must not change them afterwards.</summary>
    /// <param name="name">Key in the weight file, such as <c>layer1.0.conv1.weight</c>.</param>
    /// <param name="type">Element type.</param>
    /// <param name="shape">Dimensions, outermost first; empty for a scalar. Copied.</param>
    /// <param name="data">Elements, row-major, little-endian.</param>
    /// <exception cref="ArgumentException">A dimension is negative, the shape's product overflows, or <paramref name="data"/>
    /// does not hold exactly the elements of <paramref name="shape"/>.</exception>
    public WeightTensor(string name, TensorType type, ReadOnlySpan<long> shape, ReadOnlyMemory<byte> data)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!TryCountElements(shape, out long count))
            throw new ArgumentException($"{name}: shape {FormatShape(shape)} has a negative dimension or too many elements", nameof(shape));
        int size = type.SizeInBytes();
        if (data.Length % size != 0 || data.Length / size != count)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{name}: {data.Length} bytes given, but {type.SafetensorsName()} {FormatShape(shape)} has {count} elements of {size} bytes"), nameof(data));
        }
        Name = name;
        Type = type;
        Shape = shape.ToArray();
        Data = data;
        ElementCount = count;
    }

    /// <summary>Key in the weight file.</summary>
    public string Name { get; }

    /// <summary>Element type.</summary>
    public TensorType Type { get; }

    /// <summary>Dimensions, outermost first; empty for a scalar. Not to be changed.</summary>
    public long[] Shape { get; }

    /// <summary>Elements, row-major, little-endian, <see cref="ElementCount"/> times the element size.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Product of <see cref="Shape"/>; 1 for a scalar.</summary>
    public long ElementCount { get; }

    /// <summary>Copies float32 elements into a new tensor.</summary>
    /// <exception cref="ArgumentException">The values do not fill the shape exactly, or need more than 2 GB.</exception>
    public static WeightTensor FromFloat32(string name, ReadOnlySpan<long> shape, ReadOnlySpan<float> values)
    {
        byte[] data = new byte[ByteCount(name, values.Length, sizeof(float))];
        MemoryMarshal.AsBytes(values).CopyTo(data);
        SwapUnlessLittleEndian(MemoryMarshal.Cast<byte, uint>(data.AsSpan()));
        return new WeightTensor(name, TensorType.Float32, shape, data);
    }

    /// <summary>Copies int64 elements into a new tensor.</summary>
    /// <exception cref="ArgumentException">The values do not fill the shape exactly, or need more than 2 GB.</exception>
    public static WeightTensor FromInt64(string name, ReadOnlySpan<long> shape, ReadOnlySpan<long> values)
    {
        byte[] data = new byte[ByteCount(name, values.Length, sizeof(long))];
        MemoryMarshal.AsBytes(values).CopyTo(data);
        SwapUnlessLittleEndian(MemoryMarshal.Cast<byte, ulong>(data.AsSpan()));
        return new WeightTensor(name, TensorType.Int64, shape, data);
    }

    /// <summary>The same data under another name; nothing is copied.</summary>
    public WeightTensor WithName(string name) => new(name, Type, Shape, Data);

    /// <summary>The elements as singles in a new array: F32 as they are, F16 and BF16 exactly, F64 rounded to nearest.</summary>
    /// <exception cref="SenetException">The tensor holds another type.</exception>
    public float[] ToFloat32()
    {
        ReadOnlySpan<byte> data = Data.Span;
        float[] result = GC.AllocateUninitializedArray<float>((int)ElementCount);
        switch (Type)
        {
            case TensorType.Float32:
                data.CopyTo(MemoryMarshal.AsBytes(result.AsSpan()));
                SwapUnlessLittleEndian(MemoryMarshal.Cast<float, uint>(result.AsSpan()));
                break;
            case TensorType.Float16:
                for (int i = 0; i < result.Length; i++)
                    result[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(data[(2 * i)..]);
                break;
            case TensorType.BFloat16:
                for (int i = 0; i < result.Length; i++)
                    result[i] = BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(data[(2 * i)..]) << 16);
                break;
            case TensorType.Float64:
                for (int i = 0; i < result.Length; i++)
                    result[i] = (float)BinaryPrimitives.ReadDoubleLittleEndian(data[(8 * i)..]);
                break;
            default:
                throw WrongType("a floating-point type (F32, F16, BF16 or F64)");
        }
        return result;
    }

    /// <summary>The elements as 64-bit integers in a new array, from any integer type or BOOL.</summary>
    /// <exception cref="SenetException">The tensor holds another type, or a U64 value above 2^63 - 1.</exception>
    public long[] ToInt64()
    {
        bool isInteger = Type is TensorType.Bool or TensorType.Int8 or TensorType.Int16 or TensorType.Int32 or TensorType.Int64
            or TensorType.UInt8 or TensorType.UInt16 or TensorType.UInt32 or TensorType.UInt64;
        if (!isInteger)
            throw WrongType("an integer type or BOOL");
        ReadOnlySpan<byte> data = Data.Span;
        long[] result = GC.AllocateUninitializedArray<long>((int)ElementCount);
        int size = Type.SizeInBytes();
        for (int i = 0; i < result.Length; i++)
        {
            ReadOnlySpan<byte> element = data.Slice(i * size, size);
            result[i] = Type switch
            {
                TensorType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(element),
                TensorType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(element),
                TensorType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(element),
                TensorType.Int8 => (sbyte)element[0],
                TensorType.UInt8 or TensorType.Bool => element[0],
                TensorType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(element),
                TensorType.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(element),
                TensorType.UInt64 => ToSigned(BinaryPrimitives.ReadUInt64LittleEndian(element)),
                _ => throw new UnreachableException(),
            };
        }
        return result;
    }

    /// <summary>Name, type and shape, such as <c>conv1.weight F32 [64, 3, 7, 7]</c>.</summary>
    public override string ToString() => $"{Name} {Type.SafetensorsName()} {FormatShape(Shape)}";

    /// <summary>The product of the dimensions; false when one is negative or the product overflows 64 bits.</summary>
    internal static bool TryCountElements(ReadOnlySpan<long> shape, out long count)
    {
        count = 1;
        foreach (long dimension in shape)
        {
            if (dimension < 0 || (dimension != 0 && count > long.MaxValue / dimension))
                return false;
            count *= dimension;
        }
        return true;
    }

    /// <summary>A shape as text: <c>[64, 3, 7, 7]</c>.</summary>
    internal static string FormatShape(ReadOnlySpan<long> shape) =>
        "[" + string.Join(", ", shape.ToArray().Select(d => d.ToString(CultureInfo.InvariantCulture))) + "]";

    static int ByteCount(string name, int elements, int size)
    {
        long bytes = (long)elements * size;
        return bytes <= Array.MaxLength ? (int)bytes
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}: {bytes} bytes; a tensor holds at most {Array.MaxLength}"));
    }

    static void SwapUnlessLittleEndian(Span<uint> values)
    {
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(values, values);
    }

    static void SwapUnlessLittleEndian(Span<ulong> values)
    {
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(values, values);
    }

    long ToSigned(ulong value) => value <= long.MaxValue ? (long)value
        : throw new SenetException(string.Create(CultureInfo.InvariantCulture, $"tensor {FileErrors.Quote(Name)}: {value} does not fit a signed 64-bit integer"));

    SenetException WrongType(string expected) =>
        new($"tensor {FileErrors.Quote(Name)} holds {Type.SafetensorsName()}, expected {expected}; convert it before use");
}
