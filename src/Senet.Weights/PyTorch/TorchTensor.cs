using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>A tensor as a pickle describes it: a view of a storage. After <see cref="Create"/> every element is known to lie inside.</summary>
sealed class TorchTensor
{
    // The most dimensions that PyTorch allows.
    const int MaxDimensions = 64;

    readonly TorchStorage _storage;
    readonly long[] _strides;
    readonly long _offset;

    // Elements of the tensor, and of the storage from its first to its last.
    readonly long _count;
    readonly long _span;

    TorchTensor(TorchStorage storage, TensorType type, long offset, long[] shape, long[] strides, long count, long span)
    {
        _storage = storage;
        Type = type;
        _offset = offset;
        Shape = shape;
        _strides = strides;
        _count = count;
        _span = span;
    }

    /// <summary>Element type.</summary>
    public TensorType Type { get; }

    /// <summary>Dimensions, outermost first.</summary>
    public long[] Shape { get; }

    /// <summary>Checks a view: offset and strides count elements.</summary>
    /// <exception cref="SenetException">It is no view inside the storage.</exception>
    public static TorchTensor Create(TorchInput input, TorchStorage storage, TensorType type, long offset, long[] shape, long[] strides)
    {
        if (shape.Length != strides.Length || shape.Length > MaxDimensions)
            throw input.Bad($"a tensor with {shape.Length} dimensions and {strides.Length} strides; expected as many, and at most {MaxDimensions}");
        if (!WeightTensor.TryCountElements(shape, out long count) || count > long.MaxValue / type.SizeInBytes())
            throw input.Bad($"a tensor of shape {WeightTensor.FormatShape(shape)} has a negative dimension or too many elements");
        if (offset < 0 || strides.Any(s => s < 0))
            throw input.Bad($"a tensor of shape {WeightTensor.FormatShape(shape)} has a negative offset or stride ({offset}, {WeightTensor.FormatShape(strides)})");
        Int128 span = count == 0 ? 0 : 1;
        for (int i = 0; i < shape.Length && count > 0; i++)
            span += (Int128)(shape[i] - 1) * strides[i];
        long held = storage.ByteLength / type.SizeInBytes();
        if (count > 0 && offset + span > held)
        {
            throw input.Bad(
                $"a tensor of shape {WeightTensor.FormatShape(shape)}, strides {WeightTensor.FormatShape(strides)} and offset {offset} leaves storage {FileErrors.Quote(storage.Name)}, which holds {held} elements of {type.SafetensorsName()}");
        }
        return new TorchTensor(storage, type, offset, shape, strides, count, (long)span);
    }

    /// <summary>Reads the elements, row-major and little-endian.</summary>
    /// <exception cref="SenetException">The file cannot be read or is damaged, or the tensor is far larger than the file.</exception>
    public WeightTensor Load(TorchInput input, string name)
    {
        int size = Type.SizeInBytes();
        bool contiguous = IsContiguous();
        long bytes = _count * size, region = contiguous ? 0 : _span * size;
        if (Math.Max(bytes, region) > Array.MaxLength)
            throw input.Bad($"tensor {FileErrors.Quote(name)} takes {Math.Max(bytes, region)} bytes; at most {Array.MaxLength} per tensor are supported");
        // An expanded view or a deflated storage can ask for any size.
        if (!input.Allows(bytes + region))
            throw input.Bad($"tensor {FileErrors.Quote(name)} takes {bytes} bytes, more than the file of {input.Length} explains; in Python, save tensor.clone() without compression");
        byte[] data = GC.AllocateUninitializedArray<byte>((int)bytes);
        if (contiguous)
            Read(data);
        else
            Gather(data, (int)region);
        if (_storage.BigEndian)
            Swap(data);
        return new WeightTensor(name, Type, Shape, data);
    }

    void Read(Span<byte> buffer)
    {
        if (!buffer.IsEmpty)
            _storage.Read(_offset * Type.SizeInBytes(), buffer);
    }

    bool IsContiguous()
    {
        long expected = 1;
        for (int i = Shape.Length - 1; i >= 0; i--)
        {
            if (Shape[i] != 1 && _strides[i] != expected && _count > 0)
                return false;
            expected *= Math.Max(Shape[i], 1);
        }
        return true;
    }

    void Gather(byte[] data, int region)
    {
        byte[] source = GC.AllocateUninitializedArray<byte>(region);
        Read(source);
        switch (Type.SizeInBytes())
        {
            case 1: Gather<byte>(source, data); break;
            case 2: Gather<ushort>(source, data); break;
            case 4: Gather<uint>(source, data); break;
            default: Gather<ulong>(source, data); break;
        }
    }

    void Gather<T>(byte[] sourceBytes, byte[] targetBytes)
        where T : unmanaged
    {
        ReadOnlySpan<T> source = MemoryMarshal.Cast<byte, T>(sourceBytes);
        Span<T> target = MemoryMarshal.Cast<byte, T>(targetBytes.AsSpan());
        int last = Shape.Length - 1;
        int inner = (int)Shape[last];
        long stride = _strides[last], at = 0;
        long[] index = new long[last];
        for (int done = 0; done < target.Length; done += inner)
        {
            for (int i = 0; i < inner; i++)
                target[done + i] = source[(int)(at + (i * stride))];
            for (int d = last - 1; d >= 0; d--)
            {
                at += _strides[d];
                if (++index[d] < Shape[d])
                    break;
                at -= index[d] * _strides[d];
                index[d] = 0;
            }
        }
    }

    void Swap(Span<byte> data)
    {
        // A complex number is two singles, each with its own byte order.
        switch (Type == TensorType.Complex64 ? sizeof(float) : Type.SizeInBytes())
        {
            case 2: Swap(MemoryMarshal.Cast<byte, ushort>(data)); break;
            case 4: Swap(MemoryMarshal.Cast<byte, uint>(data)); break;
            case 8: Swap(MemoryMarshal.Cast<byte, ulong>(data)); break;
            default: break;
        }
    }

    static void Swap(Span<ushort> values) => BinaryPrimitives.ReverseEndianness(values, values);

    static void Swap(Span<uint> values) => BinaryPrimitives.ReverseEndianness(values, values);

    static void Swap(Span<ulong> values) => BinaryPrimitives.ReverseEndianness(values, values);
}
