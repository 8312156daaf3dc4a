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
        _steps.Add(new LinearStep<TSimd, TVec>(linear.Name, product, _places[linear.Input.Root], _places[linear.Output]) { Macs = Macs(linear) });
    }

    // Slot after slot, 16 for each of so many images; with taps, those of a block follow each other.
    static int[] VectorOffsets(PanelLayout layout, int images, int width = 1) =>
        [.. layout.Taps.Select(tap => (tap.Slot / 16 * width * width + tap.Row * width + tap.Column) * 16 * images + tap.Slot % 16)];

    void AddExcitation(FusedExcitation excitation)
    {
        SqueezeExciteNode node = excitation.Node;
        int side = excitation.Through?.Node.Kernel.Height ?? 1;
        int inputs = excitation.Source.ChannelCount;
        int[] hidden = FeatureMap.InOrder(node.SqueezeWidth);
        int[] gates = excitation.Gate.Target!.Slots;
        int images = ImagesNow;
        var plan = new ExcitationPlan
        {
            Source = View(excitation.Source),
            Sums = node.Options.Squeeze == SqueezeOperator.Average ? ReadSums(excitation.Source) : null,
            Taps = side * side,
            Images = images,
            Gates = _gates[excitation.Gate],
            Kind = node.Options.Gate,
            Factor = (float)excitation.Gate.Factor,
        };
        foreach ((Reservation memory, long floats) in new[] { (plan.Descriptor, 16L * excitation.Source.Blocks * side * side * images), (plan.Hidden, (long)hidden.Length * images) })
        {
            memory.Floats = floats;
            memory.Touch(_layer);
            _reservations.Add(memory);
        }
        var first = PanelLayout.Create(excitation.Source.Slots, hidden, inputs, node.SqueezeWidth, side, side, TSimd.Lanes, planar: false);
        var second = PanelLayout.Create(hidden, gates, node.SqueezeWidth, node.OutputChannels, 1, 1, TSimd.Lanes, planar: false);
        // Weights and bias of the first layer come from the same composition; whoever is packed first does it for both.
        var composed = new Lazy<ConvolutionWeights>(() => ExcitationWeights.First(node, excitation.Through, _weights));
        PackedBlob firstWeights = _packed.Request($"{node.Name} fc1", first.WeightFloats, target => first.Pack(target, hidden, composed.Value, inputs, node.SqueezeWidth, side, side, TSimd.Lanes));
        PackedBlob firstBias = _packed.Request($"{node.Name} fc1 bias", hidden.Length, target => PanelLayout.PackShift(target, hidden, composed.Value.Shift));
        PackedBlob secondWeights = _packed.Request($"{node.Name} fc2", second.WeightFloats, target => second.Pack(target, gates, ExcitationWeights.Second(node, _weights), node.SqueezeWidth, node.OutputChannels, 1, 1, TSimd.Lanes));
        PackedBlob secondBias = _packed.Request($"{node.Name} fc2 bias", gates.Length, target => PanelLayout.PackShift(target, gates, ExcitationWeights.Second(node, _weights).Shift));
        _steps.Add(new ExcitationStep<TSimd, TVec>(
            node.Name, plan,
            new(first, VectorOffsets(first, images, side), firstWeights, firstBias, relu: true),
            new(second, VectorOffsets(second, images), secondWeights, secondBias, relu: false))
        {
            Macs = Macs(excitation, excitation: true),
        });
    }

    void AddSpatialGate(FusedSpatialGate spatial)
    {
        SqueezeExciteNode node = spatial.Node;
        const int pixels = SpatialGateStep<TSimd, TVec>.Pixels;
        int[] slots = spatial.Input.Slots;
        int[] hidden = FeatureMap.InOrder(node.SqueezeWidth);
        var first = PanelLayout.Create(slots, hidden, node.OutputChannels, node.SqueezeWidth, 1, 1, TSimd.Lanes, planar: false);
        var second = PanelLayout.Create(hidden, slots, node.SqueezeWidth, node.OutputChannels, 1, 1, TSimd.Lanes, planar: false);
        PackedBlob firstWeights = _packed.Request($"{node.Name} fc1", first.WeightFloats, target => first.Pack(target, hidden, ExcitationWeights.First(node, null, _weights), node.OutputChannels, node.SqueezeWidth, 1, 1, TSimd.Lanes));
        PackedBlob firstBias = _packed.Request($"{node.Name} fc1 bias", hidden.Length, target => PanelLayout.PackShift(target, hidden, ExcitationWeights.First(node, null, _weights).Shift));
        PackedBlob secondWeights = _packed.Request($"{node.Name} fc2", second.WeightFloats, target => second.Pack(target, slots, ExcitationWeights.Second(node, _weights), node.SqueezeWidth, node.OutputChannels, 1, 1, TSimd.Lanes));
        PackedBlob secondBias = _packed.Request($"{node.Name} fc2 bias", slots.Length, target => PanelLayout.PackShift(target, slots, ExcitationWeights.Second(node, _weights).Shift));
        Reservation scratch = ReserveNow(SpatialGateStep<TSimd, TVec>.ScratchFloats(slots.Length / 16, hidden.Length / 16) * _pool.Threads);
        _steps.Add(new SpatialGateStep<TSimd, TVec>(
            spatial.Name, View(spatial.Input), View(spatial.Output!),
            new(first, VectorOffsets(first, pixels), firstWeights, firstBias, relu: true),
            new(second, VectorOffsets(second, pixels), secondWeights, secondBias, relu: false),
            node.Options.Gate, scratch, hidden.Length / 16)
        {
            Macs = Macs(spatial, excitation: true),
        });
    }
}
