using Senet.Graph;

namespace Senet.Weights;

/// <summary>Where a blob of a caffemodel lies and what it holds; the elements stay in the file.</summary>
/// <param name="Type">Float32 or Float64.</param>
/// <param name="Shape">As written: current files list the dimensions, older ones give num, channels, height and width.</param>
/// <param name="Start">Offset of the blob's message.</param>
/// <param name="End">Offset after it.</param>
readonly record struct CaffeBlob(TensorType Type, long[] Shape, long Start, long End)
{
    // Field numbers of BlobProto and BlobShape.
    const int Num = 1, Width = 4, Data = 5, ShapeField = 7, DoubleData = 8, Dim = 1;

    // kMaxBlobAxes of Caffe.
    const int MaxAxes = 32;

    /// <summary>Reads the description and counts the elements.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="field">The blob's message.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="SenetException">The elements do not fill the shape, or the message is damaged.</exception>
    public static CaffeBlob Read(ProtobufReader reader, ProtobufField field, string name)
    {
        var shape = new List<long>();
        long[]? legacyShape = null;
        long singles = 0, doubles = 0;
        foreach (ProtobufField part in reader.Fields(field))
        {
            switch (part.Number)
            {
                case >= Num and <= Width:
                    legacyShape ??= new long[Width];
                    legacyShape[part.Number - Num] = part.Kind == ProtobufKind.Varint ? unchecked((long)part.Value)
                        : throw reader.Bad($"blob {FileErrors.Quote(name)}: a dimension is not an integer; the file is damaged");
                    break;
                case Data:
                    singles += CountElements(reader, part, name, ProtobufKind.Fixed32, sizeof(float));
                    break;
                case DoubleData:
                    doubles += CountElements(reader, part, name, ProtobufKind.Fixed64, sizeof(double));
                    break;
                case ShapeField:
                    AddDimensions(reader, part, name, shape);
                    break;
            }
        }
        // Precedence as in Caffe: the old dimensions before the shape, doubles before singles.
        var blob = new CaffeBlob(doubles > 0 ? TensorType.Float64 : TensorType.Float32, legacyShape ?? [.. shape], field.Start, field.End);
        blob.Check(reader, name, doubles > 0 ? doubles : singles);
        return blob;
    }

    /// <summary>Reads the elements, in as many pieces as the file has them.</summary>
    /// <exception cref="SenetException">The file is not what it was when it was opened.</exception>
    public WeightTensor Load(ProtobufReader reader, string name)
    {
        WeightTensor.TryCountElements(Shape, out long count);
        byte[] data = GC.AllocateUninitializedArray<byte>((int)(count * Type.SizeInBytes()));
        int number = Type == TensorType.Float64 ? DoubleData : Data;
        int filled = 0;
        foreach (ProtobufField part in reader.Fields(Start, End))
        {
            if (part.Number != number)
                continue;
            if (part.Length > data.Length - filled)
                throw Changed(reader, name);
            reader.ReadExactly(data.AsSpan(filled, (int)part.Length), part.Start);
            filled += (int)part.Length;
        }
        return filled == data.Length ? new WeightTensor(name, Type, Shape, data) : throw Changed(reader, name);
    }

    static SenetException Changed(ProtobufReader reader, string name) =>
        reader.Bad($"blob {FileErrors.Quote(name)} is not what it was when the file was opened; was it being written?");

    static long CountElements(ProtobufReader reader, ProtobufField part, string name, ProtobufKind single, int size) =>
        part.Kind == single ? 1
        : part.Kind != ProtobufKind.Bytes ? throw reader.Bad($"blob {FileErrors.Quote(name)}: the data at byte {part.Start} are no floats; the file is damaged")
        : part.Length % size == 0 ? part.Length / size
        : throw reader.Bad($"blob {FileErrors.Quote(name)}: {part.Length} bytes of data at byte {part.Start} are no multiple of {size}; the file is damaged");

    static void AddDimensions(ProtobufReader reader, ProtobufField field, string name, List<long> shape)
    {
        foreach (ProtobufField part in reader.Fields(field))
        {
            if (part.Number != Dim)
                continue;
            foreach (long dimension in reader.Integers(part))
            {
                if (shape.Count == MaxAxes)
                    throw reader.Bad($"blob {FileErrors.Quote(name)} has more than {MaxAxes} dimensions; the file is damaged");
                shape.Add(dimension);
            }
        }
    }

    void Check(ProtobufReader reader, string name, long elements)
    {
        string what = $"blob {FileErrors.Quote(name)} of shape {WeightTensor.FormatShape(Shape)}";
        if (!WeightTensor.TryCountElements(Shape, out long count))
            throw reader.Bad($"{what} has a negative dimension or too many elements; the file is damaged");
        if (count != elements)
            throw reader.Bad($"{what} needs {count} values, {elements} are there; the file is damaged, or a description without weights");
        // The elements lie in the file, so this product cannot overflow.
        if (count * Type.SizeInBytes() > Array.MaxLength)
            throw reader.Bad($"{what} holds {count * Type.SizeInBytes()} bytes; at most {Array.MaxLength} per tensor are supported");
    }
}
