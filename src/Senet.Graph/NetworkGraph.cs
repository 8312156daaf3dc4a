namespace Senet.Graph;

/// <summary>
/// One network, immutable: nodes in topological order, from which the module, the inference plan, the ONNX file and the cost
/// table are derived.
/// </summary>
public sealed class NetworkGraph
{
    int? _smallestInput;

    internal NetworkGraph(string name, IEnumerable<Node> nodes, InputNode input, Node output)
    {
        Name = name;
        Nodes = [.. nodes];
        Input = input;
        Output = output;
        var seen = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node node in Nodes)
        {
            if (!names.Add(node.Name))
                throw new SenetException($"{name}: two nodes are called {node.Name}; names must be unique");
            if (node.Inputs.FirstOrDefault(source => !seen.Contains(source)) is { } stranger)
                throw new SenetException($"{name}: {node.Name} reads {stranger.Name}, which does not come before it in this graph");
            seen.Add(node);
        }
        if (!seen.Contains(output))
            throw new SenetException($"{name}: the output {output.Name} is not a node of this graph");
        Parameters = [.. Nodes.SelectMany(node => node.Parameters)];
    }

    /// <summary>Name of the network, such as <c>se-resnet-50</c>.</summary>
    public string Name { get; }

    /// <summary>All nodes, every node behind those it reads.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The input image.</summary>
    public InputNode Input { get; }

    /// <summary>The node whose output is the logits, Classes x 1 x 1.</summary>
    public Node Output { get; }

    /// <summary>The <see cref="Node.Stage"/> of the classifier, one more than there are stages.</summary>
    public int HeadStage => Output.Stage;

    /// <summary>Every named tensor, in node order: the keys of a weight file.</summary>
    public IReadOnlyList<ParameterSpec> Parameters { get; }

    /// <summary>Number of trainable values.</summary>
    public long ParameterCount => Parameters.Where(parameter => parameter.IsTrainable).Sum(parameter => parameter.ElementCount);

    /// <summary>Height and width in pixels of the smallest square image that the network takes.</summary>
    public int SmallestInput => _smallestInput ??= Enumerable.Range(1, 1024).First(Fits);

    /// <summary>Output shape of every node, in the order of <see cref="Nodes"/>, for an input of <paramref name="input"/>.</summary>
    /// <exception cref="SenetException">The input does not fit the network; the message names the node.</exception>
    public IReadOnlyList<TensorShape> InferShapes(TensorShape input)
    {
        var shapes = new TensorShape[Nodes.Count];
        var byNode = new Dictionary<Node, TensorShape>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < Nodes.Count; i++)
        {
            Node node = Nodes[i];
            shapes[i] = node is InputNode
                ? node.InferShape([input])
                : node.InferShape([.. node.Inputs.Select(source => byNode[source])]);
            byNode[node] = shapes[i];
        }
        return shapes;
    }

    /// <summary>Parameters, multiply-accumulates and activations, layer by layer, for an input of <paramref name="input"/>.</summary>
    /// <exception cref="SenetException">The input does not fit the network; the message names the node.</exception>
    public NetworkCost Cost(TensorShape input)
    {
        IReadOnlyList<TensorShape> shapes = InferShapes(input);
        var byNode = new Dictionary<Node, TensorShape>(ReferenceEqualityComparer.Instance);
        var layers = new List<LayerCost>(Nodes.Count);
        for (int i = 0; i < Nodes.Count; i++)
        {
            Node node = Nodes[i];
            byNode[node] = shapes[i];
            TensorShape[] inputs = [.. node.Inputs.Select(source => byNode[source])];
            long parameters = node.Parameters.Where(parameter => parameter.IsTrainable).Sum(parameter => parameter.ElementCount);
            layers.Add(new(node, shapes[i], parameters, node.Macs(inputs, shapes[i]), node.Activations(shapes[i])));
        }
        return new(input, layers);
    }

    bool Fits(int size)
    {
        try
        {
            InferShapes(new(Input.OutputChannels, size, size));
            return true;
        }
        catch (SenetException)
        {
            return false;
        }
    }
}
