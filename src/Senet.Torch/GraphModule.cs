using Senet.Graph;
using Senet.Weights;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Senet.Torch;

/// <summary>
/// A graph as a TorchSharp module: (N, C, H, W) images in, (N, classes) logits out. Parameter and buffer names are the
/// graph's. Freshly built modules are initialised after He et al. (arXiv:1502.01852), as the paper trains (section 5.1).
/// </summary>
public sealed partial class GraphModule : nn.Module<Tensor, Tensor>
{
    readonly Step[] _steps;
    readonly Dictionary<int, Action> _taps = [];
    int _frozenThrough = -1;

    delegate Tensor Operation(Tensor[] inputs, Pass pass);

    // One forward pass: whether it trains, what its feature maps and convolutions are in (null for the parameters' own type), who
    // wants to see the gates of squeeze-and-excitation blocks, and whether the pass repeats one whose statistics were counted already.
    sealed record Pass(bool Training, ScalarType? MapType, Action<SqueezeExciteNode, Tensor>? Gates)
    {
        public bool Repeats { get; init; }
    }

    // One node, ready to run: where its inputs lie, and which of them nobody reads afterwards.
    sealed record Step(Operation Run, int[] Inputs, bool[] LastUse);

    /// <summary>Builds the module on the CPU and initialises it.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="seed">Seed of the initial weights; one seed gives one set of weights.</param>
    public GraphModule(NetworkGraph graph, long seed = 0)
        : base(NameOf(graph))
    {
        Graph = graph;
        using (no_grad())
        using (var generator = new Generator((ulong)seed))
        {
            foreach (ParameterSpec spec in graph.Parameters)
            {
                Tensor value = WeightInitialisation.Create(spec, generator);
                if (!spec.IsTrainable)
                {
                    register_buffer(spec.Name, value);
                    continue;
                }
                // A parameter is a second handle to the same storage.
                register_parameter(spec.Name, new Parameter(value));
                value.Dispose();
            }
        }
        _steps = Compile(graph);
        _cuts = ActivationMemory.Cuts(graph);
    }

    /// <summary>The network this module runs.</summary>
    public NetworkGraph Graph { get; }

    /// <summary>The processes whose images batch normalisation takes together in training; null takes this process's alone.</summary>
    public BatchNormGroup? BatchNormGroup { get; set; }

    /// <summary>
    /// What feature maps and convolutions are in while training. Parameters, their gradients, batch normalisation's statistics, excitations,
    /// linear layers and logits keep the parameters' type, and evaluation always computes in it.
    /// </summary>
    public Precision Precision { get; set; }

    /// <summary>Trainable parameters and their descriptions, in the graph's order; frozen ones are left out.</summary>
    public IEnumerable<(ParameterSpec Spec, Parameter Value)> TrainableParameters =>
        from node in Graph.Nodes
        where !IsFrozen(node)
        from spec in node.Parameters
        where spec.IsTrainable
        select (spec, (Parameter)Find(spec.Name));

    /// <summary>
    /// Sees the gates of every squeeze-and-excitation block in each forward pass: (N, C), or (N, C, H, W) without a squeeze; only to
    /// be read, and freed after the call. Null where nobody watches.
    /// </summary>
    public Action<SqueezeExciteNode, Tensor>? GateObserver { get; set; }

    /// <summary>
    /// While training, the probability of dropping the last residual branch of an image (Huang et al., arXiv:1603.09382); that of earlier branches rises
    /// to it linearly. What is kept is divided by the probability of keeping it, so that evaluation is the plain sum. Draws come from libtorch's
    /// generator, as those of dropout do. Frozen stages keep their branches.
    /// </summary>
    public double StochasticDepth { get; set; }

    /// <summary>While training, batch normalisations keep and use the statistics they have; their scales and shifts are trained all the same.</summary>
    public bool NormStatisticsFrozen { get; set; }

    /// <summary>
    /// Freezes the stem and the stages up to <paramref name="stage"/> (0 the stem alone, -1 nothing): their parameters get no
    /// gradients, and their batch normalisations keep and use the statistics they have, in training as well.
    /// </summary>
    public void FreezeThrough(int stage)
    {
        _frozenThrough = stage;
        foreach (Node node in Graph.Nodes)
        {
            foreach (ParameterSpec spec in node.Parameters.Where(spec => spec.IsTrainable))
                Find(spec.Name).requires_grad = !IsFrozen(node);
        }
    }

    /// <summary>Indices into the graph's nodes of those that <see cref="Tap"/> takes.</summary>
    public IEnumerable<int> TappableNodes => TappableNodesOf(Graph);

    /// <summary>The same for a graph that need not be built.</summary>
    // What a ReLU gives is never overwritten.
    public static IEnumerable<int> TappableNodesOf(NetworkGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Enumerable.Range(0, graph.Nodes.Count).Where(index => graph.Nodes[index] is ReluNode);
    }

    /// <summary>
    /// Calls <paramref name="passed"/> in each backward pass when the gradients of all nodes behind this one are complete. Where nothing in
    /// front of the node is trained, no gradient passes and the call does not come.
    /// </summary>
    /// <param name="node">One of <see cref="TappableNodes"/>.</param>
    /// <param name="passed">Called on the thread that runs the backward pass.</param>
    public void Tap(int node, Action passed) => _taps[node] = () => _backwardFailure.Guard(passed);

    /// <summary>Logits of a batch.</summary>
    /// <param name="input">Float images, (N, C, H, W), normalised; on the module's device.</param>
    /// <returns>(N, classes) logits, owned by the caller.</returns>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Pass pass = NewPass(GateObserver);
        return pass.Training && CheckpointActivations && is_grad_enabled() ? RunCheckpointed(input, pass) : Run(input, pass, see: null);
    }

    /// <summary>Logits of a batch, and what passes through the network on the way.</summary>
    /// <param name="input">Float images, (N, C, H, W), normalised; on the module's device.</param>
    /// <param name="nodes">Names of the nodes whose outputs are wanted.</param>
    /// <param name="gates">Names of the squeeze-and-excitation blocks whose gates s are wanted (arXiv:1709.01507, equation 3).</param>
    /// <returns>Logits and copies, all owned by the caller: outputs (N, C, H, W); gates (N, C), or (N, C, H, W) without a squeeze.</returns>
    /// <exception cref="SenetException">A name is not that of a node, or not that of a block.</exception>
    public GraphTrace Trace(Tensor input, IReadOnlyCollection<string> nodes, IReadOnlyCollection<string> gates)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(gates);
        foreach (string name in nodes.Where(name => !Graph.Nodes.Any(node => node.Name == name)))
            throw new SenetException($"{Graph.Name} has no node {name}");
        foreach (string name in gates.Where(name => !Graph.Nodes.Any(node => node is SqueezeExciteNode && node.Name == name)))
            throw new SenetException($"{Graph.Name} has no squeeze-and-excitation block {name}");
        var outputs = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        var scales = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        Tensor logits = Run(
            input,
            // The block frees all that it made; the copy is to outlive that.
            NewPass((node, scale) => Keep(scales, gates, node, scale)?.MoveToOuterDisposeScope()),
            // Copied at once: the next operation may overwrite it.
            (node, output) => Keep(outputs, nodes, node, output));
        return new(logits, outputs, scales);

        static Tensor? Keep(Dictionary<string, Tensor> target, IReadOnlyCollection<string> wanted, Node node, Tensor value)
        {
            if (!wanted.Contains(node.Name))
                return null;
            using Tensor detached = value.detach();
            return target[node.Name] = detached.clone();
        }
    }

    Pass NewPass(Action<SqueezeExciteNode, Tensor>? gates) =>
        new(training, training && Precision == Precision.BFloat16 ? ScalarType.BFloat16 : null, gates);

    Tensor Run(Tensor input, Pass pass, Action<Node, Tensor>? see) => Run(0, _steps.Length - 1, input, pass, see);

    // The nodes behind start up to end, given the value of start, which stays the caller's.
    Tensor Run(int start, int end, Tensor input, Pass pass, Action<Node, Tensor>? see)
    {
        var values = new Tensor[_steps.Length];
        values[start] = input;
        for (int i = start + 1; i <= end; i++)
        {
            Step step = _steps[i];
            Tensor[] arguments = Array.ConvertAll(step.Inputs, index => values[index]);
            values[i] = step.Run(arguments, pass);
            see?.Invoke(Graph.Nodes[i], values[i]);
            // The autograd graph keeps what the backward pass needs; the handle is no longer needed by anyone.
            for (int j = 0; j < arguments.Length; j++)
            {
                if (step.LastUse[j] && step.Inputs[j] != start && !ReferenceEquals(arguments[j], values[i]))
                    arguments[j].Dispose();
            }
            if (pass.Training && values[i].requires_grad && _taps.TryGetValue(i, out Action? passed))
            {
                Tensor tapped = GradientTap.Apply(values[i], passed);
                values[i].Dispose();
                values[i] = tapped;
            }
        }
        return values[end];
    }

    /// <summary>Copies all parameters and statistics into named tensors, in the graph's order, as float32 on the CPU.</summary>
    public IReadOnlyList<WeightTensor> ExportWeights()
    {
        var weights = new List<WeightTensor>();
        foreach (ParameterSpec spec in Graph.Parameters)
            weights.Add(TensorConversion.ToWeightTensor(spec.Name, Find(spec.Name)));
        return weights;
    }

    /// <summary>Overwrites all parameters and statistics.</summary>
    /// <param name="weights">One tensor per name of <see cref="NetworkGraph.Parameters"/>; <c>num_batches_tracked</c> counters may be there and are not used.</param>
    /// <param name="origin">Where the weights come from, for messages.</param>
    /// <exception cref="SenetException">Names are missing or unexpected, or a shape differs; the message lists them.</exception>
    public void LoadWeights(IReadOnlyDictionary<string, WeightTensor> weights, string origin)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Check(weights, origin);
        using IDisposable noGrad = no_grad();
        foreach (ParameterSpec spec in Graph.Parameters)
            TensorConversion.CopyInto(Find(spec.Name), weights[spec.Name]);
    }

    // The base class reaches for libtorch, so it has to be there before its constructor runs.
    static string NameOf(NetworkGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        TorchRuntime.EnsureLoaded();
        return graph.Name;
    }

    bool IsFrozen(Node node) => node.Stage <= _frozenThrough;

    /// <summary>The parameter or statistic of this name, owned by the module.</summary>
    // Moving a module to a device replaces its buffers, so that the registered ones are asked for, not remembered ones.
    public Tensor Find(string name) => get_parameter(name) is { } parameter ? parameter : get_buffer(name)!;

    void Check(IReadOnlyDictionary<string, WeightTensor> weights, string origin)
    {
        if (WeightDifferences.OfNames(Graph, weights) is { } names)
            throw new SenetException($"{origin}: the weights are not those of {Graph.Name}: {names}");
        if (WeightDifferences.FirstOfAnotherShape(Graph, weights) is { } spec)
            throw new SenetException($"{origin}: {spec.Name} has shape [{string.Join(", ", weights[spec.Name].Shape)}]; {Graph.Name} expects [{string.Join(", ", spec.Shape)}]");
    }

    Step[] Compile(NetworkGraph graph)
    {
        Dictionary<Node, int> index = ActivationMemory.Indices(graph);
        int[][] inputs = [.. graph.Nodes.Select(node => node.Inputs.Select(source => index[source]).ToArray())];
        int[] lastReader = ActivationMemory.LastReaders(graph);
        var steps = new Step[graph.Nodes.Count];
        for (int i = 0; i < steps.Length; i++)
        {
            Node node = graph.Nodes[i];
            steps[i] = new(Compile(node, ActivationMemory.Overwrites(graph, node)), inputs[i], [.. inputs[i].Select(source => lastReader[source] == i)]);
        }
        return steps;
    }

    Operation Compile(Node node, bool inPlace)
    {
        switch (node)
        {
            case InputNode:
                return (inputs, _) => inputs[0];
            case Conv2dNode conv:
                return Convolution(conv);
            case BatchNormNode norm:
                return (inputs, pass) => Normalise(norm, inputs[0], pass);
            case ReluNode:
                return inPlace
                    ? (inputs, _) => Overwritten(inputs[0], inputs[0].relu_())
                    : (inputs, _) => inputs[0].relu();
            case AddNode add:
                return Addition(add, inPlace);
            case MaxPoolNode pool:
                return (inputs, _) => TensorOperations.MaxPool(inputs[0], pool);
            case AveragePoolNode pool:
                return (inputs, _) => nn.functional.avg_pool2d(
                    inputs[0], [pool.Kernel, pool.Kernel], [pool.Stride, pool.Stride], [pool.Padding, pool.Padding], pool.Rounding == PoolRounding.Ceil, pool.CountPadding);
            case AdaptiveAveragePoolNode pool:
                return (inputs, _) => nn.functional.adaptive_avg_pool2d(inputs[0], [pool.Size, pool.Size]);
            case GlobalAveragePoolNode:
                return (inputs, pass) =>
                {
                    using Tensor mean = GlobalAverage(inputs[0], pass);
                    return mean.reshape(mean.shape[0], mean.shape[1], 1, 1);
                };
            case BlurPoolNode blur:
                return (inputs, _) => TensorOperations.Blur(inputs[0], blur.Stride);
            case SqueezeExciteNode se:
                return (inputs, pass) => Recalibrate(se, inputs[0], pass);
            case ConcatNode:
                return (inputs, _) => cat(inputs, 1);
            case ChannelShuffleNode shuffle:
                return (inputs, _) => TensorOperations.Shuffle(inputs[0], shuffle.Groups);
            case ScaleNode scale:
                return (inputs, _) => inputs[0] * scale.Factor;
            case SubsampleNode subsample:
                return (inputs, _) => TensorOperations.Subsample(inputs[0], subsample.Stride, subsample.Offset);
            case ShakeMixNode mix:
                return (inputs, pass) => TensorOperations.Mix(inputs[0], inputs[1], mix.Backward, pass.Training);
            case ZeroPadShortcutNode shortcut:
                return (inputs, _) => ZeroPad(shortcut, inputs[0]);
            case DropoutNode dropout:
                return (inputs, pass) => nn.functional.dropout(inputs[0], dropout.Probability, pass.Training);
            case FlattenNode:
                return (inputs, _) => inputs[0].flatten(1);
            case LinearNode linear:
                return (inputs, pass) =>
                {
                    Tensor weight = Find($"{node.Name}.weight");
                    using Tensor vector = inputs[0].flatten(1);
                    using Tensor? wide = pass.MapType is null ? null : vector.to(weight.dtype);
                    return nn.functional.linear(wide ?? vector, weight, linear.HasBias ? Find($"{node.Name}.bias") : null);
                };
            default:
                throw new SenetException($"{node.Name}: the Torch backend does not know the node kind {node.Kind}");
        }
    }

    Tensor Normalise(BatchNormNode norm, Tensor input, Pass pass)
    {
        Tensor mean = Find($"{norm.Name}.running_mean"), variance = Find($"{norm.Name}.running_var");
        Tensor weight = Find($"{norm.Name}.weight"), bias = Find($"{norm.Name}.bias");
        bool isTrained = pass.Training && !IsFrozen(norm) && !NormStatisticsFrozen;
        double momentum = pass.Repeats ? 0 : norm.Momentum;
        return isTrained && BatchNormGroup is { } group
            ? SynchronisedBatchNorm.Apply(input, mean, variance, weight, bias, momentum, norm.Epsilon, group)
            : nn.functional.batch_norm(input, mean, variance, weight, bias, isTrained, momentum, norm.Epsilon);
    }

    Operation Addition(AddNode add, bool inPlace)
    {
        // The linear rule: branch l of L is dropped with l / L of the last one's probability.
        Node[] sums = [.. Graph.Nodes.Where(node => node is AddNode)];
        double depth = (Array.IndexOf(sums, add) + 1.0) / sums.Length;
        return (inputs, pass) =>
        {
            if (pass.Training && StochasticDepth > 0 && !IsFrozen(add))
                return TensorOperations.AddBranch(inputs[0], inputs[1], keep: 1 - depth * StochasticDepth);
            return inPlace ? Overwritten(inputs[0], inputs[0].add_(inputs[1])) : inputs[0] + inputs[1];
        };
    }

    Operation Convolution(Conv2dNode conv)
    {
        long[] stride = [conv.Stride, conv.Stride];
        long[] padding = [conv.Padding.Height, conv.Padding.Width];
        long[] dilation = [1, 1];
        return (inputs, pass) => Convolve(
            inputs[0], Find($"{conv.Name}.weight"), conv.HasBias ? Find($"{conv.Name}.bias") : null, stride, padding, dilation, conv.Groups, pass);
    }

    // The parameters' gradients come back through the cast in the parameters' own type.
    static Tensor Convolve(Tensor input, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] dilation, long groups, Pass pass)
    {
        if (pass.MapType is not { } type)
            return nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
        using Tensor narrowWeight = weight.to(type);
        using Tensor? narrowBias = bias?.to(type);
        if (input.dtype == type)
            return nn.functional.conv2d(input, narrowWeight, narrowBias, stride, padding, dilation, groups);
        using Tensor narrow = input.to(type);
        return nn.functional.conv2d(narrow, narrowWeight, narrowBias, stride, padding, dilation, groups);
    }

    static Tensor GlobalAverage(Tensor input, Pass pass) => pass.Training ? TensorOperations.GlobalAverage(input) : input.mean([2, 3]);

    // An in-place operation may hand back a second handle to the same storage.
    static Tensor Overwritten(Tensor target, Tensor result)
    {
        if (!ReferenceEquals(target, result))
            result.Dispose();
        return target;
    }

    // arXiv:1709.01507, equations 2 to 4. The 1x1 convolutions on a vector run as matrix products.
    Tensor Recalibrate(SqueezeExciteNode se, Tensor input, Pass pass)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor logits;
        if (se.IsSpatial)
        {
            Tensor hidden = Pointwise(input, "fc1").relu_();
            logits = Pointwise(hidden, "fc2");
        }
        else
        {
            Tensor descriptor = se.Options.Squeeze == SqueezeOperator.Average ? GlobalAverage(input, pass) : input.amax([2, 3]);
            if (pass.MapType is not null)
                descriptor = descriptor.to(ScalarType.Float32);
            Tensor hidden = nn.functional.linear(descriptor, Find($"{se.Name}.fc1.weight").flatten(1), Bias("fc1")).relu_();
            logits = nn.functional.linear(hidden, Find($"{se.Name}.fc2.weight").flatten(1), Bias("fc2"));
        }
        Tensor gate = se.Options.Gate switch
        {
            ExcitationGate.Sigmoid => logits.sigmoid_(),
            ExcitationGate.Tanh => logits.tanh_(),
            _ => logits.relu_(),
        };
        pass.Gates?.Invoke(se, gate);
        if (pass.MapType is { } type)
            gate = gate.to(type);
        return (input * (se.IsSpatial ? gate : gate.unsqueeze(-1).unsqueeze(-1))).MoveToOuterDisposeScope();

        Tensor Pointwise(Tensor map, string layer) => Convolve(map, Find($"{se.Name}.{layer}.weight"), Bias(layer), [1, 1], [0, 0], [1, 1], 1, pass);

        Tensor? Bias(string layer) => se.Options.Biases ? Find($"{se.Name}.{layer}.bias") : null;
    }

    static Tensor ZeroPad(ZeroPadShortcutNode shortcut, Tensor input)
    {
        using Tensor pixels = TensorOperations.Subsample(input, shortcut.Stride, offset: 0);
        return nn.functional.pad(pixels, [0, 0, 0, 0, shortcut.PaddingBefore, shortcut.PaddingAfter]);
    }
}
