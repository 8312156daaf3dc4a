namespace Senet.Graph;

/// <summary>Builds a <see cref="NetworkGraph"/> node by node. Every method adds one node and returns it.</summary>
public sealed class GraphBuilder
{
    readonly List<Node> _nodes = [];
    int _stage;

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
    public Conv2dNode Conv(string name, Node input, int outputChannels, Size2d kernel, int stride = 1, Size2d? padding = null, int groups = 1, bool bias = false)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Add(new Conv2dNode(name, input, outputChannels, kernel, stride, padding ?? kernel.Half, groups, bias));
    }

    /// <summary>Adds a batch normalisation with PyTorch's defaults: epsilon 1e-5, momentum 0.1.</summary>
    public BatchNormNode BatchNorm(string name, Node input, double epsilon = 1e-5, double momentum = 0.1)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Add(new BatchNormNode(name, input, epsilon, momentum));
    }

    /// <summary>Adds a convolution without bias, batch normalisation and ReLU, the three nodes that most networks are made of.</summary>
    internal ReluNode ConvNormRelu(
        string conv, string norm, string relu, Node input, int outputChannels, Size2d kernel, int stride = 1, Size2d? padding = null, int groups = 1, bool bias = false, double epsilon = 1e-5) =>
        Relu(relu, BatchNorm(norm, Conv(conv, input, outputChannels, kernel, stride, padding, groups, bias), epsilon));

    /// <summary>Adds max(0, x).</summary>
    public ReluNode Relu(string name, Node input) => Add(new ReluNode(name, input));

    /// <summary>Adds a maximum pooling.</summary>
    public MaxPoolNode MaxPool(string name, Node input, int kernel, int stride, int padding = 0, PoolRounding rounding = PoolRounding.Floor) =>
        Add(new MaxPoolNode(name, input, kernel, stride, padding, rounding));

    /// <summary>Adds an average pooling; <paramref name="countPadding"/> says whether padded zeros count in the mean.</summary>
    public AveragePoolNode AveragePool(string name, Node input, int kernel, int stride, int padding = 0, PoolRounding rounding = PoolRounding.Floor, bool countPadding = true) =>
        Add(new AveragePoolNode(name, input, kernel, stride, padding, rounding, countPadding));

    /// <summary>Adds an average pooling to <paramref name="size"/> x <paramref name="size"/>, whatever the input's size.</summary>
    public AdaptiveAveragePoolNode AdaptiveAveragePool(string name, Node input, int size) => Add(new AdaptiveAveragePoolNode(name, input, size));

    /// <summary>Adds the anti-aliased down-sampling.</summary>
    public BlurPoolNode BlurPool(string name, Node input, int stride) => Add(new BlurPoolNode(name, input, stride));

    /// <summary>Adds the mean over H x W.</summary>
    public GlobalAveragePoolNode GlobalAveragePool(string name, Node input) => Add(new GlobalAveragePoolNode(name, input));

    /// <summary>Adds a squeeze-and-excitation block, or nothing where <paramref name="options"/> is null: a plain network and its SE twin share their code.</summary>
    public Node SqueezeExcite(string name, Node input, SeOptions? options)
    {
        ArgumentNullException.ThrowIfNull(input);
        return options is null ? input : Add(new SqueezeExciteNode(name, input, options));
    }

    /// <summary>Adds a squeeze-and-excitation block where <paramref name="options"/> ask for one at <paramref name="place"/>, else nothing.</summary>
    internal Node SqueezeExcite(string name, Node input, SeOptions? options, SePlacement place) =>
        options?.Placement == place ? SqueezeExcite(name, input, options) : input;

    /// <summary>Adds the concatenation along the channels.</summary>
    public ConcatNode Concat(string name, params Node[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Add(new ConcatNode(name, inputs));
    }

    /// <summary>Adds a channel shuffle of <paramref name="groups"/> groups, or nothing for one group.</summary>
    public Node ChannelShuffle(string name, Node input, int groups)
    {
        ArgumentNullException.ThrowIfNull(input);
        return groups == 1 ? input : Add(new ChannelShuffleNode(name, input, groups));
    }

    /// <summary>Adds a multiplication by a constant, or nothing for 1.</summary>
    public Node Scale(string name, Node input, double factor) => factor == 1 ? input : Add(new ScaleNode(name, input, factor));

    /// <summary>Adds every <paramref name="stride"/>-th pixel from <paramref name="offset"/> on, or nothing where that is every pixel.</summary>
    public Node Subsample(string name, Node input, int stride, int offset = 0) =>
        stride == 1 && offset == 0 ? input : Add(new SubsampleNode(name, input, stride, offset));

    /// <summary>Adds the random mixture of two branches.</summary>
    public ShakeMixNode ShakeMix(string name, Node left, Node right, ShakeBackward backward)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Add(new ShakeMixNode(name, left, right, backward));
    }

    /// <summary>Adds a flattening of C x size x size to a vector.</summary>
    public FlattenNode Flatten(string name, Node input, int size) => Add(new FlattenNode(name, input, size));

    /// <summary>Adds the sum of two feature maps: the residual branch and, on the right, the shortcut.</summary>
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

    /// <summary>Adds a fully connected layer.</summary>
    public LinearNode Linear(string name, Node input, int outputs, bool bias = true)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Add(new LinearNode(name, input, outputs, bias));
    }

    /// <summary>What is added from now on belongs to stage <paramref name="number"/>, counted from 1; before the first call to the stem.</summary>
    internal void BeginStage(int number) => _stage = number;

    /// <summary>What is added from now on belongs to the classifier.</summary>
    internal void BeginHead() => _stage++;

    /// <summary>The finished graph; the builder may go on being used.</summary>
    /// <param name="name">Name of the network, for messages.</param>
    /// <param name="output">The node that holds the logits.</param>
    public NetworkGraph Build(string name, Node output) => new(name, _nodes, Input, output);

    TNode Add<TNode>(TNode node)
        where TNode : Node
    {
        node.Stage = _stage;
        _nodes.Add(node);
        return node;
    }
}
