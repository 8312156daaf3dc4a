using Senet.Graph;
using Senet.Onnx.Schema;
using Senet.Weights;
using static Senet.Onnx.OperatorList;

namespace Senet.Onnx;

/// <summary>One graph on its way to ONNX: every node becomes the operators that do in evaluation what it does.</summary>
sealed partial class GraphTranslation
{
    readonly NetworkGraph _graph;
    readonly IReadOnlyDictionary<string, WeightTensor> _weights;
    readonly OnnxExportOptions _options;
    readonly GraphProto _file;
    readonly OperatorList _operators;

    // The tensor that holds each node's output.
    readonly Dictionary<Node, string> _tensors = new(ReferenceEqualityComparer.Instance);

    // Nodes whose output has no height and width in the file.
    readonly HashSet<Node> _vectors = new(ReferenceEqualityComparer.Instance);

    // Output shapes where the image's size is known, else empty.
    readonly Dictionary<Node, TensorShape> _shapes = new(ReferenceEqualityComparer.Instance);

    // Convolutions with the batch normalisation that becomes part of them.
    readonly Dictionary<Node, BatchNormNode> _folded = new(ReferenceEqualityComparer.Instance);

    GraphTranslation(NetworkGraph graph, IReadOnlyDictionary<string, WeightTensor> weights, OnnxExportOptions options)
    {
        _graph = graph;
        _weights = weights;
        _options = options;
        _file = new() { Name = graph.Name };
        _operators = new(_file);
        if (options.InputSize is { } size)
        {
            IReadOnlyList<TensorShape> shapes = graph.InferShapes(new(graph.Input.OutputChannels, size.Height, size.Width));
            for (int i = 0; i < shapes.Count; i++)
                _shapes[graph.Nodes[i]] = shapes[i];
        }
        if (options.FoldBatchNorm)
            FindFolded();
    }

    /// <summary>The operators and weights of a graph.</summary>
    /// <exception cref="SenetException">The image's size does not fit the network, or a node cannot be expressed.</exception>
    public static GraphProto Translate(NetworkGraph graph, IReadOnlyDictionary<string, WeightTensor> weights, OnnxExportOptions options)
    {
        var translation = new GraphTranslation(graph, weights, options);
        translation.AddInput();
        foreach (Node node in graph.Nodes.Skip(1))
            translation.Add(node);
        translation.AddOutput();
        return translation._file;
    }

    // A normalisation can become part of a convolution whose own output nobody else reads.
    void FindFolded()
    {
        ILookup<Node, Node> readers = _graph.Nodes
            .SelectMany(node => node.Inputs, (node, source) => (node, source))
            .ToLookup(edge => edge.source, edge => edge.node, (IEqualityComparer<Node>)ReferenceEqualityComparer.Instance);
        foreach (BatchNormNode norm in _graph.Nodes.OfType<BatchNormNode>())
        {
            if (norm.Inputs[0] is Conv2dNode conv && conv != _graph.Output && readers[conv].Count() == 1)
                _folded[conv] = norm;
        }
    }

    void Add(Node node)
    {
        // Its convolution took its place.
        if (node is BatchNormNode && _folded.ContainsKey(node.Inputs[0]))
        {
            _tensors[node] = _tensors[node.Inputs[0]];
            return;
        }
        if (node is FlattenNode or LinearNode || node is not ConcatNode && node.Inputs.All(_vectors.Contains))
            _vectors.Add(node);
        _tensors[node] = Translate(node, [.. node.Inputs.Select(source => _tensors[source])]);
    }

    string Translate(Node node, string[] inputs) => node switch
    {
        Conv2dNode conv => Convolution(conv, inputs[0]),
        BatchNormNode norm => Normalisation(norm, inputs[0]),
        ReluNode => _operators.Add("Relu", node.Name, inputs),
        AddNode => _operators.Add("Add", node.Name, inputs),
        ConcatNode => _operators.Add("Concat", node.Name, inputs, Int("axis", 1)),
        ShakeMixNode => _operators.Add("Mean", node.Name, inputs),
        ScaleNode scale => _operators.Add("Mul", node.Name, [inputs[0], _operators.Floats($"{node.Name}.factor", [(float)scale.Factor])]),
        DropoutNode => inputs[0],
        FlattenNode => _operators.Add("Flatten", node.Name, inputs, Int("axis", 1)),
        LinearNode linear => FullyConnected(linear, inputs[0]),
        SqueezeExciteNode se => Recalibration(se, inputs[0]),
        MaxPoolNode pool => MaxPool(pool, inputs[0]),
        AveragePoolNode pool => AveragePool(pool, inputs[0]),
        AdaptiveAveragePoolNode pool => AdaptiveAveragePool(pool, inputs[0]),
        GlobalAveragePoolNode => _operators.Add("GlobalAveragePool", node.Name, inputs),
        BlurPoolNode blur => Blur(blur, inputs[0]),
        ChannelShuffleNode shuffle => Shuffle(shuffle, inputs[0]),
        SubsampleNode subsample => Subsample(subsample, inputs[0]),
        ZeroPadShortcutNode shortcut => ZeroPad(shortcut, inputs[0]),
        _ => throw new SenetException($"{node.Name}: the ONNX backend does not know the node kind {node.Kind}"),
    };

    string Convolution(Conv2dNode conv, string input)
    {
        string output = conv.Name;
        WeightTensor weight = _weights[$"{conv.Name}.weight"];
        WeightTensor? bias = conv.HasBias ? _weights[$"{conv.Name}.bias"] : null;
        if (_folded.TryGetValue(conv, out BatchNormNode? norm))
        {
            output = norm.Name;
            (weight, bias) = FoldedConvolution.Create(conv, norm, _weights);
        }
        return _operators.Add(
            "Conv", output, [input, _operators.Weight(weight), bias is null ? null : _operators.Weight(bias)],
            Ints("kernel_shape", conv.Kernel.Height, conv.Kernel.Width),
            Ints("strides", conv.Stride, conv.Stride),
            Ints("pads", conv.Padding.Height, conv.Padding.Width, conv.Padding.Height, conv.Padding.Width),
            Int("group", conv.Groups));
    }

    string Normalisation(BatchNormNode norm, string input) => _operators.Add(
        "BatchNormalization", norm.Name,
        [input, Parameter(norm, "weight"), Parameter(norm, "bias"), Parameter(norm, "running_mean"), Parameter(norm, "running_var")],
        Float("epsilon", (float)norm.Epsilon));

    string FullyConnected(LinearNode linear, string input)
    {
        if (!_vectors.Contains(linear.Inputs[0]))
            input = _operators.Add("Flatten", $"{linear.Name}.flatten", [input], Int("axis", 1));
        return _operators.Add("Gemm", linear.Name, [input, Parameter(linear, "weight"), linear.HasBias ? Parameter(linear, "bias") : null], Int("transB", 1));
    }

    // arXiv:1709.01507, equations 2 to 4.
    string Recalibration(SqueezeExciteNode se, string input)
    {
        string? squeeze = se.Options.Squeeze switch
        {
            SqueezeOperator.Average => "GlobalAveragePool",
            SqueezeOperator.Max => "GlobalMaxPool",
            _ => null,
        };
        string descriptor = squeeze is null ? input : _operators.Add(squeeze, $"{se.Name}.squeeze", [input]);
        string hidden = _operators.Add("Relu", $"{se.Name}.relu", [Layer("fc1", descriptor)]);
        string gate = _operators.Add(se.Options.Gate.ToString(), $"{se.Name}.gate", [Layer("fc2", hidden)]);
        return _operators.Add("Mul", se.Name, [input, gate]);

        string Layer(string layer, string x) => _operators.Add(
            "Conv", $"{se.Name}.{layer}", [x, Parameter(se, $"{layer}.weight"), se.Options.Biases ? Parameter(se, $"{layer}.bias") : null], Ints("kernel_shape", 1, 1));
    }

    string Parameter(Node node, string name) => _operators.Weight(_weights[$"{node.Name}.{name}"]);
}
