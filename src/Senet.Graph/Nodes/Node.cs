namespace Senet.Graph;

/// <summary>One operation of a network. Immutable; compared by reference.</summary>
public abstract class Node
{
    private protected Node(string name, params Node[] inputs)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Inputs = inputs;
    }

    /// <summary>Dotted name, unique in its graph, and the prefix of its parameters' names.</summary>
    public string Name { get; }

    /// <summary>The nodes whose outputs this node reads, in order.</summary>
    public IReadOnlyList<Node> Inputs { get; }

    /// <summary>Part of the network: 0 the stem, then the stages from 1 on, and behind them the classifier (<see cref="NetworkGraph.HeadStage"/>).</summary>
    public int Stage { get; internal set; }

    /// <summary>Whether the node draws random numbers while training, so that a repeated step has to begin with the same seed.</summary>
    public virtual bool IsRandom => false;

    /// <summary>Channels of the output; known without the input's size.</summary>
    public abstract int OutputChannels { get; }

    /// <summary>The node's kind for tables, such as <c>Conv2d</c>.</summary>
    public string Kind => GetType().Name.Replace("Node", "", StringComparison.Ordinal);

    /// <summary>The node's tensors in the order of a state dictionary.</summary>
    public virtual IReadOnlyList<ParameterSpec> Parameters => [];

    /// <summary>Short description of the node's numbers for tables, such as <c>3x3, stride 2</c>.</summary>
    public virtual string Detail => "";

    /// <summary>Output shape for input shapes in the order of <see cref="Inputs"/>.</summary>
    /// <exception cref="SenetException">The shapes do not fit; the message names the node.</exception>
    public abstract TensorShape InferShape(IReadOnlyList<TensorShape> inputs);

    /// <summary>
    /// Multiply-accumulates of convolutions and fully connected layers for one image; biases, normalisation, pooling,
    /// additions and rescaling are not counted.
    /// </summary>
    public virtual long Macs(IReadOnlyList<TensorShape> inputs, TensorShape output) => 0;

    /// <summary>Output elements of convolutions and fully connected layers for one image.</summary>
    public virtual long Activations(TensorShape output) => 0;

    private protected SenetException ShapeError(string found, string expected) => new($"{Name}: {found}; {expected}");

    // How many windows of a convolution or pooling fit along one side; below 1 where none does.
    private protected static int WindowCount(int size, int kernel, int stride, int padding, bool ceilMode = false)
    {
        int room = size + 2 * padding - kernel;
        if (!ceilMode)
            return room < 0 ? 0 : room / stride + 1;
        if (room <= -stride)
            return 0;
        int count = (room + stride - 1) / stride + 1;
        // A window that would start in the padding behind the input is left out, as in Caffe and PyTorch.
        return (count - 1) * stride >= size + padding ? count - 1 : count;
    }

    private protected void RequireChannels(TensorShape input, int channels)
    {
        if (input.Channels != channels)
            throw ShapeError($"the input has {input.Channels} channels", $"expected {channels}");
    }
}
