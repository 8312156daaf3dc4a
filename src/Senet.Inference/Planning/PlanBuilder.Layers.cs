using Senet.Graph;
using Senet.Inference.Fusion;
using Senet.Inference.Memory;
using Senet.Inference.Steps;

namespace Senet.Inference.Planning;

/// <remarks>The steps of every kind of layer but convolutions.</remarks>
sealed unsafe partial class PlanBuilder<TSimd, TVec>
{
    void AddLayer(FusedLayer layer)
    {
        if (layer.Output is not null)
            AddFrame(layer.Output);
        switch (layer)
        {
            case FusedConvolution conv:
                AddConvolution(conv);
                break;
            case FusedElementwise element:
                AddElementwise(element);
                break;
            case FusedPool pool:
                Epilogue finish = Finish(layer, Zeros(layer.Output!.Slots.Length), pool.Input.PendingGate);
                _steps.Add(pool.Node is BlurPoolNode blur ? new BlurStep(blur, View(pool.Input), finish) : new PoolStep<TSimd, TVec>(pool.Node, View(pool.Input), finish));
                break;
            case FusedGather gather:
                _steps.Add(new GatherStep(layer.Name, View(gather.Input), View(layer.Output!), GatherSources(gather), gather.Stride, gather.Offset));
                break;
            case FusedExcitation excitation:
                AddExcitation(excitation);
                break;
            case FusedSpatialGate spatial:
                AddSpatialGate(spatial);
                break;
            case FusedGlobalMean mean:
                Size2d size = SizeOf(mean.Input);
                _steps.Add(new GlobalMeanStep(layer.Name, ReadSums(mean.Input), size.Height * size.Width, GateOf(mean.Input.PendingGate), _places[layer.Output!]));
                break;
            case FusedFlatten flatten:
                _steps.Add(new FlattenStep(layer.Name, View(flatten.Input), _places[layer.Output!]));
                break;
            case FusedLinear linear:
                AddLinear(linear);
                break;
            default:
                throw new InvalidOperationException(layer.Name);
        }
        if (layer.Output is { } output && !layer.CanSum && SumsOf(output) is { } sums)
            _steps.Add(new SumStep<TSimd, TVec>($"{layer.Name}.sums", View(output), sums));
    }

    long Macs(FusedLayer layer, bool excitation = false) => layer.Nodes.Distinct().Where(node => node is SqueezeExciteNode == excitation).Sum(node => _macs.GetValueOrDefault(node));

    GatePlace? GateOf(Gate? gate) => gate is null ? null : _gates[gate];

    PackedBlob Zeros(int count) => _packed.Request($"zeros {count}", count, _ => { });

    Epilogue Finish(FusedLayer layer, PackedBlob bias, Gate? gate, FeatureMap? residual = null, int residualStride = 1) => new()
    {
        Output = View(layer.Output!),
        Bias = bias,
        Gate = GateOf(gate),
        Residual = residual is null ? null : View(residual),
        ResidualStride = residualStride,
        Relu = layer.Relu,
        Sums = layer.CanSum ? SumsOf(layer.Output!) : null,
    };

    static int[] GatherSources(FusedGather gather)
    {
        int[] slots = gather.Input.SlotOfChannel();
        return [.. gather.Output!.Slots.Select(channel => channel - gather.FirstChannel is var source && channel >= 0 && (uint)source < (uint)slots.Length ? slots[source] : -1)];
    }

    void AddElementwise(FusedElementwise element)
    {
        PackedBlob? scale = null;
        PackedBlob shift;
        int[] slots = element.X.Slots;
        if (element.Folded.Count > 0 || element.Factor != 1)
        {
            int channels = element.X.ChannelCount;
            scale = _packed.Request($"{element.Name} scale", slots.Length, target => PanelLayout.PackShift(target, slots, Affine().Scale));
            shift = _packed.Request($"{element.Name} shift", slots.Length, target => PanelLayout.PackShift(target, slots, Affine().Shift));

            (double[] Scale, double[] Shift) Affine() => ConvolutionWeights.Affine(channels, null, element.Folded, element.Factor, _weights);
        }
        else
        {
            shift = Zeros(slots.Length);
        }
        _steps.Add(new ElementwiseStep<TSimd, TVec>(element.Name, View(element.X), scale, Finish(element, shift, element.Gate, element.Y)));
    }

    void AddLinear(FusedLinear linear)
    {
        LinearNode node = linear.Node;
        var layout = PanelLayout.Create(linear.Input.Slots, linear.Output!.Slots, node.InputFeatures, node.OutputChannels, 1, 1, TSimd.Lanes, planar: false);
        PackedBlob weights = _packed.Request($"{node.Name} linear", layout.WeightFloats, target =>
        {
            double[] ones = new double[node.OutputChannels];
            Array.Fill(ones, 1);
            layout.Pack(target, linear.Output.Slots, new(_weights.Read($"{node.Name}.weight"), ones, []), node.InputFeatures, node.OutputChannels, 1, 1, TSimd.Lanes);
        });
        PackedBlob bias = _packed.Request($"{node.Name} bias", linear.Output.Slots.Length, target =>
        {
            if (node.HasBias)
                _weights.ReadArray($"{node.Name}.bias").CopyTo(new Span<float>(target, node.OutputChannels));
        });
        var product = new VectorProduct<TSimd, TVec>(layout, VectorOffsets(layout, _images), weights, bias, linear.Relu);
        StreamAhead(weights);
        _steps.Add(new LinearStep<TSimd, TVec>(linear.Name, product, _places[linear.Input.Root], _places[linear.Output]) { Macs = Macs(linear) });
    }

    // Slot after slot, 16 for each of so many images; with taps, those of a block follow each other.
    static int[] VectorOffsets(PanelLayout layout, int images, int width = 1) =>
        [.. layout.Taps.Select(tap => (tap.Slot / 16 * width * width + tap.Row * width + tap.Column) * 16 * images + tap.Slot % 16)];

    void AddExcitation(FusedExcitation excitation)
    {
        SqueezeExciteNode node = excitation.Node;
        int side = excitation.Through?.Node.Kernel.Height ?? 1;
        int images = ImagesNow;
        (VectorProduct<TSimd, TVec> first, VectorProduct<TSimd, TVec> second) = Excitation(node, excitation.Source.Slots, excitation.Through, excitation.Gate.Target!.Slots, images);
        var plan = new ExcitationPlan
        {
            Source = View(excitation.Source),
            Sums = node.Options.Squeeze == SqueezeOperator.Average ? ReadSums(excitation.Source) : null,
            Taps = side * side,
            Images = images,
            Gates = _gates[excitation.Gate],
            Kind = node.Options.Gate,
            Factor = (float)excitation.Gate.Factor,
            Descriptor = ReserveNow(16L * excitation.Source.Blocks * side * side * images),
            Hidden = ReserveNow((long)FeatureMap.InOrder(node.SqueezeWidth).Length * images),
        };
        _steps[^1].Ahead = WeightsAhead.Of(first.Weights, second.Weights);
        _steps.Add(new ExcitationStep<TSimd, TVec>(node.Name, plan, first, second) { Macs = Macs(excitation, excitation: true) });
    }

    void AddSpatialGate(FusedSpatialGate spatial)
    {
        SqueezeExciteNode node = spatial.Node;
        int[] slots = spatial.Input.Slots;
        (VectorProduct<TSimd, TVec> first, VectorProduct<TSimd, TVec> second) = Excitation(node, slots, through: null, slots, SpatialGateStep<TSimd, TVec>.Pixels);
        int hiddenBlocks = FeatureMap.InOrder(node.SqueezeWidth).Length / FeatureMap.BlockSize;
        Reservation scratch = ReserveNow(SpatialGateStep<TSimd, TVec>.ScratchFloats(spatial.Input.Blocks, hiddenBlocks) * _pool.Threads);
        _steps.Add(new SpatialGateStep<TSimd, TVec>(spatial.Name, View(spatial.Input), View(spatial.Output!), first, second, node.Options.Gate, scratch, hiddenBlocks)
        {
            Macs = Macs(spatial, excitation: true),
        });
    }

    // The two fully connected layers, for so many vectors at once; the first one perhaps with a convolution in it.
    (VectorProduct<TSimd, TVec> First, VectorProduct<TSimd, TVec> Second) Excitation(SqueezeExciteNode node, int[] source, FusedConvolution? through, int[] gates, int vectors)
    {
        int side = through?.Node.Kernel.Height ?? 1;
        int inputs = source.Count(channel => channel >= 0);
        int width = node.SqueezeWidth;
        int[] hidden = FeatureMap.InOrder(width);
        var first = PanelLayout.Create(source, hidden, inputs, width, side, side, TSimd.Lanes, planar: false);
        var second = PanelLayout.Create(hidden, gates, width, node.OutputChannels, 1, 1, TSimd.Lanes, planar: false);
        // A layer's weights and bias come from one composition; whoever is packed first makes it for both.
        var firstValues = new Lazy<ConvolutionWeights>(() => ExcitationWeights.First(node, through, _weights));
        var secondValues = new Lazy<ConvolutionWeights>(() => ExcitationWeights.Second(node, _weights));
        PackedBlob firstWeights = _packed.Request($"{node.Name} fc1", first.WeightFloats, target => first.Pack(target, hidden, firstValues.Value, inputs, width, side, side, TSimd.Lanes));
        PackedBlob firstBias = _packed.Request($"{node.Name} fc1 bias", hidden.Length, target => PanelLayout.PackShift(target, hidden, firstValues.Value.Shift));
        PackedBlob secondWeights = _packed.Request($"{node.Name} fc2", second.WeightFloats, target => second.Pack(target, gates, secondValues.Value, width, node.OutputChannels, 1, 1, TSimd.Lanes));
        PackedBlob secondBias = _packed.Request($"{node.Name} fc2 bias", gates.Length, target => PanelLayout.PackShift(target, gates, secondValues.Value.Shift));
        return (
            new(first, VectorOffsets(first, vectors, side), firstWeights, firstBias, relu: true),
            new(second, VectorOffsets(second, vectors), secondWeights, secondBias, relu: false));
    }
}
