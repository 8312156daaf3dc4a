using Senet.Graph;

namespace Senet.Inference.Fusion;

/// <summary>
/// Turns a graph into fused layers. A convolution stays open while the one node that reads it can be made part of it: batch
/// normalisation and factors go into its weights, a squeeze-and-excitation block becomes a gate in its last step, the sum with a
/// shortcut and the ReLU follow there. Whatever cannot join closes it.
/// </summary>
sealed partial class NetworkFusion
{
    readonly NetworkGraph _graph;
    readonly Dictionary<Node, int> _readers = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<Node, object> _results = new(ReferenceEqualityComparer.Instance);
    readonly List<FusedLayer> _layers = [];

    NetworkFusion(NetworkGraph graph)
    {
        _graph = graph;
        foreach (Node source in graph.Nodes.SelectMany(node => node.Inputs))
            _readers[source] = _readers.GetValueOrDefault(source) + 1;
    }

    /// <summary>The layers in the order in which they run, the network's input and the logits.</summary>
    public static FusedNetwork Fuse(NetworkGraph graph)
    {
        var fusion = new NetworkFusion(graph);
        foreach (Node node in graph.Nodes)
            fusion._results[node] = fusion.Translate(node);
        FeatureMap logits = fusion.Close(graph.Output);
        if (!logits.IsVector)
            throw new SenetException($"{graph.Name}: the output {graph.Output.Name} is a feature map; the inference engine runs networks that end with a vector");
        DropUnreadPixels(fusion._layers);
        return new(graph, (FeatureMap)fusion._results[graph.Input], logits, fusion._layers);
    }

    // The closed map that a node gives, or what is still open for the node's one reader.
    object Translate(Node node) => node switch
    {
        InputNode input => Input(input),
        Conv2dNode conv => Begin(node, new FusedConvolution(conv, CloseForConvolution(conv))),
        BatchNormNode or ScaleNode => FoldAffine(node),
        ReluNode => Rectify(node),
        AddNode => Add(node, factor: 1),
        ShakeMixNode => Add(node, factor: 0.5),
        SqueezeExciteNode se => Recalibrate(se),
        MaxPoolNode => Begin(node, new FusedPool(node, CloseGated(node.Inputs[0]))),
        AveragePoolNode or AdaptiveAveragePoolNode or BlurPoolNode => Begin(node, new FusedPool(node, Close(node.Inputs[0]))),
        GlobalAveragePoolNode => GlobalMean(node),
        ConcatNode => new OpenConcatenation([.. node.Inputs.Select(OpenOrClosed)]),
        ChannelShuffleNode shuffle => Shuffle(shuffle),
        SubsampleNode subsample => Emit(node, new FusedGather(Close(node.Inputs[0]), subsample.Stride, subsample.Offset, 0, subsample.OutputChannels), FeatureMap.InOrder(node.OutputChannels)),
        ZeroPadShortcutNode pad => Emit(node, new FusedGather(Close(node.Inputs[0]), pad.Stride, 0, pad.PaddingBefore, pad.OutputChannels), FeatureMap.InOrder(node.OutputChannels)),
        DropoutNode => OpenOrClosed(node.Inputs[0]),
        FlattenNode flatten => Flatten(flatten),
        LinearNode linear => Begin(node, new FusedLinear(linear, CloseVector(linear))),
        _ => throw new SenetException($"{node.Name}: the inference engine does not know the node kind {node.Kind}"),
    };

    FeatureMap Input(InputNode input)
    {
        // Convolutions read the caller's planes as they are; everything else wants blocks.
        bool planar = _graph.Nodes.Where(node => node.Inputs.Contains(input)).All(node => node is Conv2dNode { Groups: 1, Stride: <= 2 });
        return new(input.Name, planar ? [] : FeatureMap.InOrder(input.OutputChannels), producer: null) { IsPlanar = planar };
    }

    object FoldAffine(Node node)
    {
        switch (Extensible(node.Inputs[0]))
        {
            case FusedConvolution conv when conv.IsBare:
                conv.Folded.Add(node);
                return Begin(node, conv);
            case FusedConvolution { Gate: not null, Residual: null, Relu: false } conv when node is ScaleNode scale:
                conv.Gate.Factor *= scale.Factor;
                return Begin(node, conv);
            case FusedElementwise element when element.IsBare:
                element.Folded.Add(node);
                return Begin(node, element);
            case FusedElementwise { Gate: not null, Y: null, Relu: false } element when node is ScaleNode scale:
                element.Gate.Factor *= scale.Factor;
                return Begin(node, element);
        }
        var layer = new FusedElementwise(Close(node.Inputs[0]));
        layer.Folded.Add(node);
        return Begin(node, layer);
    }

    object Rectify(Node node)
    {
        if (HasOneReader(node.Inputs[0]) && _results[node.Inputs[0]] is OpenConcatenation whole && whole.Parts.All(part => part is FusedLayer layer && CanRectify(layer)))
        {
            foreach (FusedLayer part in whole.Parts.Cast<FusedLayer>())
                part.Relu = true;
            return whole;
        }
        if (Extensible(node.Inputs[0]) is { } open && CanRectify(open))
        {
            open.Relu = true;
            return Begin(node, open);
        }
        return Begin(node, new FusedElementwise(Close(node.Inputs[0])) { Relu = true });
    }

    static bool CanRectify(FusedLayer layer) => !layer.Relu && layer is FusedConvolution or FusedElementwise or FusedPool or FusedLinear;

    object Add(Node node, double factor)
    {
        Node left = node.Inputs[0];
        Node right = node.Inputs[1];
        FusedConvolution? first = left == right ? null : OpenConvolution(left);
        FusedConvolution? second = left == right ? null : OpenConvolution(right);
        // A gate needs the convolution that it belongs to; without one the first branch takes the sum.
        bool swap = first is null || (first.Gate is null && second?.Gate is not null);
        (FusedConvolution? main, FusedConvolution? side, Node other) = swap ? (second, first, left) : (first, second, right);
        if (main is null || (factor != 1 && (main.Gate is not null || side is null || !side.IsBare)))
            return AddElements(node, factor);
        if (factor != 1)
        {
            main.Factor *= factor;
            side!.Factor *= factor;
        }
        if (side is { IsBare: true, IsPointwise: true, Node.Groups: 1 } && !side.Input.IsPlanar && side.Input.PendingGate is null)
        {
            main.Shortcut = side;
            main.Nodes.AddRange(side.Nodes);
        }
        else
        {
            FeatureMap residual = Close(other);
            if (main.IsDepthwise && !main.Input.Slots.AsSpan().SequenceEqual(residual.Slots))
                return AddElements(node, factor);
            main.Residual = residual;
        }
        return Begin(node, main);
    }

    FusedElementwise AddElements(Node node, double factor)
    {
        if (Extensible(node.Inputs[0]) is FusedElementwise { Y: null, Relu: false, Gate: null or { Factor: 1 } } open && factor == 1 && node.Inputs[0] != node.Inputs[1])
        {
            open.Y = CloseInSlots(node.Inputs[1], open.X.Slots);
            return Begin(node, open);
        }
        FeatureMap x = Close(node.Inputs[0]);
        FeatureMap y = CloseInSlots(node.Inputs[1], x.Slots);
        if (factor != 1)
        {
            var scaled = new FusedElementwise(y) { Factor = factor };
            scaled.Nodes.Add(node);
            y = Write(scaled, y.Slots);
        }
        return Begin(node, new FusedElementwise(x) { Factor = factor, Y = y });
    }

    // A convolution to which a sum can still be added.
    FusedConvolution? OpenConvolution(Node node) =>
        Extensible(node) is FusedConvolution { Relu: false, Residual: null, Shortcut: null } conv ? conv : null;

    FeatureMap GlobalMean(Node node)
    {
        FeatureMap input = CloseGated(node.Inputs[0]);
        input.RequestSums();
        return Emit(node, new FusedGlobalMean(input), input.Slots, isVector: true);
    }

    // The vector keeps the order (block, pixel, slot) of the map; whoever reads it asks where a feature lies.
    FeatureMap Flatten(FlattenNode flatten)
    {
        FeatureMap input = Close(flatten.Inputs[0]);
        int pixels = flatten.Size * flatten.Size;
        int[] slots = new int[input.Slots.Length * pixels];
        for (int i = 0; i < slots.Length; i++)
        {
            int block = i / FeatureMap.BlockSize / pixels;
            int pixel = i / FeatureMap.BlockSize % pixels;
            int channel = input.Slots[block * FeatureMap.BlockSize + i % FeatureMap.BlockSize];
            slots[i] = channel < 0 ? -1 : channel * pixels + pixel;
        }
        return Emit(flatten, new FusedFlatten(flatten, input), slots, isVector: true);
    }

    FeatureMap Shuffle(ChannelShuffleNode shuffle)
    {
        FeatureMap input = Close(shuffle.Inputs[0]);
        int perGroup = shuffle.OutputChannels / shuffle.Groups;
        int[] channels = new int[shuffle.OutputChannels];
        for (int c = 0; c < channels.Length; c++)
            channels[c] = c % shuffle.Groups * perGroup + c / shuffle.Groups;
        return input.Renamed(shuffle.Name, channels);
    }

    FeatureMap CloseVector(LinearNode linear)
    {
        FeatureMap input = Close(linear.Inputs[0]);
        return input.IsVector ? input : throw new SenetException($"{linear.Name}: the input {input.Name} is a feature map; the inference engine expects a pooling in front of a fully connected layer");
    }

    // A layer that stays open for its one reader.
    static T Begin<T>(Node node, T layer)
        where T : FusedLayer
    {
        layer.Nodes.Add(node);
        return layer;
    }

    FeatureMap Emit(Node node, FusedLayer layer, int[] slots, bool isVector = false)
    {
        layer.Nodes.Add(node);
        return Write(layer, slots, isVector);
    }

    FeatureMap Write(FusedLayer layer, int[] slots, bool isVector = false)
    {
        layer.Output = new(layer.Name, slots, layer) { IsVector = isVector };
        _layers.Add(layer);
        return layer.Output;
    }

    bool HasOneReader(Node node) => _readers.GetValueOrDefault(node) == 1 && node != _graph.Output;

    FusedLayer? Extensible(Node node) => HasOneReader(node) ? _results[node] as FusedLayer : null;

    object OpenOrClosed(Node node) => HasOneReader(node) ? _results[node] : Close(node);

    sealed record OpenConcatenation(object[] Parts);
}
