using Senet.Graph;
using Senet.Onnx.Schema;
using static Senet.Onnx.OperatorList;

namespace Senet.Onnx;

/// <remarks>The two ends of the network: the image and the logits.</remarks>
sealed partial class GraphTranslation
{
    const string ImageName = "image";
    const string LogitsName = "logits";
    const string ProbabilitiesName = "probabilities";

    void AddInput()
    {
        InputNode input = _graph.Input;
        TensorShapeProto.Types.Dimension channels = Fixed(input.OutputChannels);
        TensorShapeProto.Types.Dimension height = Dimension(_options.InputSize?.Height, "height");
        TensorShapeProto.Types.Dimension width = Dimension(_options.InputSize?.Width, "width");
        if (_options.EmbedPreprocessing)
        {
            _file.Input.Add(Described(_operators.Claim(ImageName), TensorProto.Types.DataType.Uint8, Batch(), height, width, channels));
            _tensors[input] = Normalise(input, _options.Preprocessing!);
            return;
        }
        _file.Input.Add(Described(_operators.Claim(input.Name), TensorProto.Types.DataType.Float, Batch(), channels, height, width));
        _tensors[input] = input.Name;
    }

    // The operations of the data pipeline in their order, so that both give the same bits.
    string Normalise(InputNode input, Preprocessing preprocessing)
    {
        string values = _operators.Add("Transpose", $"{ImageName}.planes", [ImageName], Ints("perm", 0, 3, 1, 2));
        if (preprocessing.Bgr && input.OutputChannels == 3)
            values = _operators.Add("Gather", $"{ImageName}.bgr", [values, _operators.Vector($"{ImageName}.order", 2, 1, 0)], Int("axis", 1));
        values = _operators.Add("Cast", $"{ImageName}.float", [values], Int("to", (long)TensorProto.Types.DataType.Float));
        if (preprocessing.PixelMaximum != 255)
            values = _operators.Add("Div", $"{ImageName}.unit", [values, _operators.Floats($"{ImageName}.white", [255])]);
        string centred = _operators.Add("Sub", $"{ImageName}.centred", [values, PerChannel("mean", preprocessing.Mean)]);
        return _operators.Add("Div", input.Name, [centred, PerChannel("std", preprocessing.Std)]);

        string PerChannel(string name, float[] numbers) => _operators.Floats($"{ImageName}.{name}", numbers, 1, numbers.Length, 1, 1);
    }

    void AddOutput()
    {
        Node output = _graph.Output;
        // An output that no operator made is the input itself.
        if (!_file.Node.Any(node => node.Output.Contains(_tensors[output])))
            _operators.Add("Identity", LogitsName, [_tensors[output]]);
        else if (_tensors[output] != LogitsName)
            _operators.Rename(_tensors[output], LogitsName);
        string name = _options.Softmax ? _operators.Add("Softmax", ProbabilitiesName, [LogitsName], Int("axis", 1)) : LogitsName;
        ValueInfoProto description = Described(name, TensorProto.Types.DataType.Float, Batch(), Fixed(output.OutputChannels));
        if (!_vectors.Contains(output))
        {
            bool isKnown = _shapes.TryGetValue(output, out TensorShape shape);
            description.Type.TensorType.Shape.Dim.Add(Dimension(isKnown ? shape.Height : null, "output_height"));
            description.Type.TensorType.Shape.Dim.Add(Dimension(isKnown ? shape.Width : null, "output_width"));
        }
        _file.Output.Add(description);
    }

    TensorShapeProto.Types.Dimension Batch() => Dimension(_options.BatchSize, "batch");

    static TensorShapeProto.Types.Dimension Fixed(int size) => new() { DimValue = size };

    static TensorShapeProto.Types.Dimension Dimension(int? size, string open) => size is { } known ? Fixed(known) : new() { DimParam = open };

    static ValueInfoProto Described(string name, TensorProto.Types.DataType type, params TensorShapeProto.Types.Dimension[] dimensions) => new()
    {
        Name = name,
        Type = new() { TensorType = new() { ElemType = type, Shape = new() { Dim = { dimensions } } } },
    };
}
