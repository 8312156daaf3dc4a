namespace Senet.Graph;

/// <summary>Builds a <see cref="NetworkGraph"/> node by node. Every method adds one node and returns it.</summary>
public sealed class GraphBuilder
{
    readonly List<Node> _nodes = [];

    /// <summary>Starts a graph whose input has <paramref name="inputChannels"/> channels.</summary>
    /// <exception cref="SenetException"><paramref name="inputChannels"/> is below 1.</exception>
    public GraphBuilder(int inputChannels)
    {
        if (inputChannels < 1)
            throw new SenetException($"input: {inputChannels} channels; expected at least 1");
        Input = Add(new InputNode(inputChannels));
    }

    /// <summary>The input image.</summary>
    public InputNode Input { get; }

    /// <summary>Adds a convolution; a padding of null keeps the size at stride 1 (kernel / 2).</summary>
    public Conv2dNode Conv(string name, Node input, int outputChannels, int kernel, int stride = 1, int? padding = null, int groups = 1, bool bias = false)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Add(new Conv2dNode(name, input, outputChannels, kernel, stride, padding ?? kernel / 2, groups, bias));
    }

    /// <summary>Adds a batch normalisation with PyTorch's defaults: epsilon 1e-5, momentum 0.1.</summary>
    public BatchNormNode BatchNorm(string name, Node input, double epsilon = 1e-5, double momentum = 0.1)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Add(new BatchNormNode(name, input, epsilon, momentum));
    }

    /// <summary>Adds max(0, x).</summary>
    public ReluNode Relu(string name, Node input) => Add(new ReluNode(name, input));

    /// <summary>Adds a maximum pooling.</summary>
    public MaxPoolNode MaxPool(string name, Node input, int kernel, int stride, int padding = 0, bool ceilMode = false) =>
        Add(new MaxPoolNode(name, input, kernel, stride, padding, ceilMode));

    /// <summary>Adds the mean over H x W.</summary>
    public GlobalAveragePoolNode GlobalAveragePool(string name, Node input) => Add(new GlobalAveragePoolNode(name, input));

    /// <summary>Adds a squeeze-and-excitation block, or nothing where <paramref name="options"/> is null: a plain network and its SE twin share their code.</summary>
    public Node SqueezeExcite(string name, Node input, SeOptions? options)
    {
        ArgumentNullException.ThrowIfNull(input);
        return options is null ? input : Add(new SqueezeExciteNode(name, input, options));
    }

    /// <summary>Adds the sum of two feature maps.</summary>
    public AddNode Sum(string name, Node left, Node right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Add(new AddNode(name, left, right));
    }

    /// <summary>Adds the parameter-free shortcut (option A).</summary>
    public ZeroPadShortcutNode ZeroPadShortcut(string name, Node input, int outputChannels, int stride)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Add(new ZeroPadShortcutNode(name, input, outputChannels, stride));
    }

    /// <summary>Adds a dropout, or nothing for a probability of 0.</summary>
    public Node Dropout(string name, Node input, double probability) =>
        probability == 0 ? input : Add(new DropoutNode(name, input, probability));

    /// <summary>Adds a fully connected layer with bias.</summary>
    public LinearNode Linear(string name, Node input, int outputs)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Add(new LinearNode(name, input, outputs));
    }

    /// <summary>The finished graph; the builder may go on being used.</summary>
    /// <param name="name">Name of the network, for messages.</param>
    /// <param name="output">The node that holds the logits.</param>
    public NetworkGraph Build(string name, Node output) => new(name, _nodes, Input, output);

    TNode Add<TNode>(TNode node)
        where TNode : Node
    {
        _nodes.Add(node);
        return node;
    }
}
