using Google.Protobuf;
using Senet.Graph;
using Senet.Onnx.Schema;
using Senet.Weights;

namespace Senet.Onnx;

/// <summary>Collects operators and constant tensors of an ONNX graph; every tensor has one name and one origin.</summary>
sealed class OperatorList(GraphProto graph)
{
    readonly HashSet<string> _tensors = new(StringComparer.Ordinal);

    /// <summary>Adds an operator with one output.</summary>
    /// <param name="type">Name of the operator in the format.</param>
    /// <param name="output">Name of its output, and of itself.</param>
    /// <param name="inputs">Names of its inputs; null for a last one that is left out.</param>
    /// <param name="attributes">Its numbers.</param>
    /// <returns><paramref name="output"/>.</returns>
    public string Add(string type, string output, ReadOnlySpan<string?> inputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        var node = new NodeProto { OpType = type, Name = output, Output = { output } };
        foreach (string? input in inputs)
        {
            if (input is not null)
                node.Input.Add(input);
        }
        node.Attribute.AddRange(attributes.ToArray());
        graph.Node.Add(node);
        return Claim(output);
    }

    /// <summary>Adds a weight as float32 without copying it, if it has that type already.</summary>
    /// <returns>Its name.</returns>
    public string Weight(WeightTensor weight)
    {
        WeightTensor floats = weight.Type == TensorType.Float32 ? weight : WeightTensor.FromFloat32(weight.Name, weight.Shape, weight.ToFloat32());
        return Constant(floats, TensorProto.Types.DataType.Float);
    }

    /// <summary>Adds constant numbers of a shape; a scalar for no dimensions.</summary>
    public string Floats(string name, ReadOnlySpan<float> values, params ReadOnlySpan<long> shape) =>
        Constant(WeightTensor.FromFloat32(name, shape, values), TensorProto.Types.DataType.Float);

    /// <summary>Adds constant whole numbers of a shape; a scalar for no dimensions.</summary>
    public string Integers(string name, ReadOnlySpan<long> values, params ReadOnlySpan<long> shape) =>
        Constant(WeightTensor.FromInt64(name, shape, values), TensorProto.Types.DataType.Int64);

    /// <summary>Adds a constant vector of whole numbers, as shapes, paddings and indices are.</summary>
    public string Vector(string name, params ReadOnlySpan<long> values) => Integers(name, values, values.Length);

    /// <summary>Renames a tensor wherever it occurs.</summary>
    public void Rename(string from, string to)
    {
        Claim(to);
        foreach (NodeProto node in graph.Node)
        {
            Replace(node.Input);
            Replace(node.Output);
        }

        void Replace(IList<string> names)
        {
            for (int i = 0; i < names.Count; i++)
            {
                if (names[i] == from)
                    names[i] = to;
            }
        }
    }

    /// <summary>Takes a name that is to be the only one of its kind.</summary>
    /// <exception cref="SenetException">It is taken.</exception>
    public string Claim(string name) =>
        _tensors.Add(name) ? name : throw new SenetException($"{graph.Name}: two tensors of the ONNX file would be called {name}; rename the node");

    public static AttributeProto Int(string name, long value) => new() { Name = name, I = value, Type = AttributeProto.Types.AttributeType.Int };

    public static AttributeProto Ints(string name, params long[] values) => new() { Name = name, Ints = { values }, Type = AttributeProto.Types.AttributeType.Ints };

    public static AttributeProto Float(string name, float value) => new() { Name = name, F = value, Type = AttributeProto.Types.AttributeType.Float };

    public static AttributeProto Text(string name, string value) => new() { Name = name, S = ByteString.CopyFromUtf8(value), Type = AttributeProto.Types.AttributeType.String };

    string Constant(WeightTensor tensor, TensorProto.Types.DataType type)
    {
        graph.Initializer.Add(new TensorProto
        {
            Name = Claim(tensor.Name),
            DataType = type,
            Dims = { tensor.Shape },
            // Both formats are row-major and little-endian, and a WeightTensor does not change.
            RawData = UnsafeByteOperations.UnsafeWrap(tensor.Data),
        });
        return tensor.Name;
    }
}
