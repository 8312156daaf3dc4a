using Senet.Graph;
using Senet.Inference.Fusion;
using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Steps;

namespace Senet.Inference.Planning;

/// <remarks>The steps of convolutions.</remarks>
sealed unsafe partial class PlanBuilder<TSimd, TVec>
{
    // V and M of an item: a third of a second-level cache of 1 MB, and twice as many items to share out as with half of it.
    const long TileBytes = 300 << 10;

    // What is fetched for a later step: by the convolution before it and by the one before that, somewhat more than they have time for,
    // so that their items leave out pieces here and there and not the end, which would then be waited for in one go. More, and
    // it would be gone from a third-level cache again; less than two megabytes are read as fast as they are needed.
    const long NearStreamBytes = 6 << 20;
    const long FarStreamBytes = 8 << 20;
    const long LeastStreamBytes = 2 << 20;

    // Where Strassen's method was measured to be faster: with fewer inputs, what surrounds its products takes what they save.
    const int LeastStrassenInputs = 128;
    const int LeastStrassenOutputs = 64;
    const int LeastStrassenPixels = 100;

    void AddConvolution(FusedConvolution conv)
    {
        switch (_methods[conv])
        {
            case ConvolutionMethod.Depthwise:
            case ConvolutionMethod.Grouped:
                AddGrouped(conv, _methods[conv] == ConvolutionMethod.Grouped);
                break;
            case ConvolutionMethod.Winograd2:
                AddWinograd<Winograd2<TSimd, TVec>>(conv);
                break;
            case ConvolutionMethod.Winograd4:
                AddWinograd<Winograd4<TSimd, TVec>>(conv);
                break;
            default:
                if (CanUseStrassen(conv))
                    AddStrassen(conv);
                else
                    AddDirect(conv);
                break;
        }
    }

    // Large and dense, pixel for pixel, and enough pixels that the weights, which grow by three quarters, are used often.
    bool CanUseStrassen(FusedConvolution conv)
    {
        FeatureMap output = conv.Output!;
        MapPlace place = _places[output.Root];
        string form = StrassenForm(conv);
        if (!Allows(form))
            return false;
        bool isOnlyForm = !Allows(Form(conv, ConvolutionMethod.Direct));
        return (_core.UsesStrassen || isOnlyForm) && CanHalve(conv) && (conv.Shortcut is null || CanHalve(conv.Shortcut))
            && conv.Node.InputChannels + (conv.Shortcut?.Node.InputChannels ?? 0) >= LeastStrassenInputs && conv.Node.OutputChannels >= LeastStrassenOutputs
            && (conv.Residual is null || (conv.ResidualStride == 1 && _places[conv.Residual.Root].Halo == 0))
            && ((!output.WantsSums && conv.Shortcut is null) || StrassenStep<TSimd, TVec>.Divides(place, output.Slots.Length))
            && (place.Pixels >= LeastStrassenPixels || isOnlyForm) && TSimd.Lanes >= 8;

        bool CanHalve(FusedConvolution part) => part.IsPointwise && part.Node.Groups == 1 && !part.Input.IsPlanar && part.Input.PendingGate is null
            && ((part.Stride == 1 && _places[part.Input.Root].Halo == 0) || (part == conv.Shortcut && GathersInput(part)))
            && part.Node.InputChannels % 32 == 0 && part.Node.OutputChannels % (4 * TSimd.Lanes) == 0
            && MethodChoice.IsInOrder(part.Input.Slots) && MethodChoice.IsInOrder(output.Slots);
    }

    static string StrassenForm(FusedConvolution conv) => $"{conv.Node.Name} strassen";

    void AddStrassen(FusedConvolution conv)
    {
        FeatureMap output = conv.Output!;
        StrassenPart part = StrassenHalf(conv, View(conv.Input), output);
        StrassenPart? shortcut = conv.Shortcut is { } side ? StrassenHalf(side, ShortcutInput(side).View, output) : null;
        MapPlace place = _places[output.Root];
        int outputs = output.Slots.Length;
        int atOnce = StrassenStep<TSimd, TVec>.HasPhases(place.Pixels) ? ImagesNow * StrassenStep<TSimd, TVec>.BlockCount(place, outputs) : _pool.Threads;
        Reservation products = ReserveNow(StrassenStep<TSimd, TVec>.ProductFloats(place, outputs) * _pool.Threads);
        Reservation inputSums = ReserveNow(StrassenStep<TSimd, TVec>.InputSumFloats(place, outputs, part.HalfDepth + (shortcut?.HalfDepth ?? 0)) * atOnce);
        _steps.Add(new StrassenStep<TSimd, TVec>(conv.Name, part, shortcut, Finish(conv), Zeros(32), products, inputSums, ImagesNow, _core) { Macs = Macs(conv) });
    }

    StrassenPart StrassenHalf(FusedConvolution conv, MapView input, FeatureMap output)
    {
        Conv2dNode node = conv.Node;
        PackedBlob weights = _packed.Request(StrassenForm(conv), StrassenPart.PackedFloats(node.InputChannels, node.OutputChannels), target =>
            StrassenPart.Pack<TSimd, TVec>(target, ConvolutionWeights.Read(conv, _weights), node.InputChannels, node.OutputChannels));
        return new(input, weights, Bias(conv, output.Slots), StrassenStep<TSimd, TVec>.HalfPixels(_places[output.Root], output.Slots.Length));
    }

    Epilogue Finish(FusedConvolution conv) => Finish(conv, Bias(conv, conv.Output!.Slots), conv.Gate, conv.Residual, conv.ResidualStride);

    PackedBlob Bias(FusedConvolution conv, int[] slots) => _packed.Request($"{conv.Node.Name} bias", slots.Length, target =>
    {
        float[]? bias = conv.Node.HasBias ? _weights.ReadArray($"{conv.Node.Name}.bias") : null;
        PanelLayout.PackShift(target, slots, ConvolutionWeights.Affine(conv.Node.OutputChannels, bias, conv.Folded, conv.Factor, _weights).Shift);
    });

    void AddDirect(FusedConvolution conv)
    {
        MapView input = NeedsGatedCopy(conv) ? AddGatedCopy(conv) : View(conv.Input);
        ConvolutionPart part = Part(conv, input, conv.Stride, conv.Output!.Slots, bias: null);
        ConvolutionPart? shortcut = null;
        if (conv.Shortcut is { } side)
        {
            (MapView sideInput, int stride) = ShortcutInput(side);
            shortcut = Part(side, sideInput, stride, conv.Output.Slots, Bias(side, conv.Output.Slots));
        }
        _steps.Add(new ConvolutionStep<TSimd, TVec>(conv.Name, part, shortcut, Finish(conv), ImagesNow, _pool.Threads, Zeros(32), floats => ReserveNow(floats), _core) { Macs = Macs(conv) });
    }

    // A projection with a stride reads every second pixel for all of its outputs: gathered once, they lie side by side.
    static bool GathersInput(FusedConvolution side) => side is { IsPointwise: true, Stride: > 1, Node.Groups: 1 } && !side.Input.IsPlanar && side.Input.PendingGate is null;

    (MapView View, int Stride) ShortcutInput(FusedConvolution side)
    {
        MapView input = View(side.Input);
        if (!GathersInput(side))
            return (input, side.Stride);
        var place = new MapPlace { Height = (input.Place.Height - 1) / side.Stride + 1, Width = (input.Place.Width - 1) / side.Stride + 1, Blocks = input.Blocks };
        var map = new FeatureMap($"{side.Name}.gather", side.Input.Slots, null);
        place.Memory.Touch(_layer);
        _places[map] = place;
        var view = new MapView(place, 0, input.Blocks);
        _steps.Add(new GatherStep(map.Name, input, view, [.. Enumerable.Range(0, map.Slots.Length)], side.Stride, offset: 0));
        return (view, 1);
    }

    ConvolutionPart Part(FusedConvolution conv, MapView input, int stride, int[] slots, PackedBlob? bias)
    {
        Conv2dNode node = conv.Node;
        bool planar = conv.Input.IsPlanar;
        int inputs = node.InputChannels / node.Groups;
        int outputs = node.OutputChannels / node.Groups;
        int[] inputSlots = planar ? [.. Enumerable.Range(0, node.InputChannels)] : conv.Input.Slots;
        var layout = PanelLayout.Create(inputSlots, slots, inputs, outputs, node.Kernel.Height, node.Kernel.Width, TSimd.Lanes, planar);
        PackedBlob weights = _packed.Request(Form(conv, ConvolutionMethod.Direct), layout.WeightFloats, target =>
            layout.Pack(target, slots, ConvolutionWeights.Read(conv, _weights), inputs, outputs, node.Kernel.Height, node.Kernel.Width, TSimd.Lanes));
        return new(layout, input, planar, stride, node.Padding.Height, node.Padding.Width, weights, bias)
        {
            Kernel = (planar, stride) switch
            {
                (true, 1) => &TileKernels.Run<TSimd, TVec, Row1>,
                (true, _) => &TileKernels.Run<TSimd, TVec, Row2>,
                (false, 2) => &TileKernels.Run<TSimd, TVec, Row32>,
                _ => &TileKernels.Run<TSimd, TVec, Row16>,
            },
        };
    }

    // The gated input in memory of its own.
    MapView AddGatedCopy(FusedConvolution conv)
    {
        FeatureMap map = conv.Input;
        MapPlace from = _places[map.Root];
        var place = new MapPlace { Height = from.Height, Width = from.Width, Blocks = map.Blocks };
        RequestFrame(place, conv);
        place.Memory.Touch(_layer);
        _places[new FeatureMap(map.Name, map.Slots, null)] = place;
        if (place.Halo > 0)
            _steps.Add(new FrameStep($"{map.Name}.frame", place));
        var view = new MapView(place, 0, map.Blocks);
        _steps.Add(new ElementwiseStep<TSimd, TVec>(map.Name, View(map), null, new() { Output = view, Bias = Zeros(map.Slots.Length), Gate = GateOf(map.PendingGate) }));
        return view;
    }

    // Weights (block, tap, input of the group, slot); a depthwise convolution has groups of one.
    void AddGrouped(FusedConvolution conv, bool grouped)
    {
        Conv2dNode node = conv.Node;
        MapView input = View(conv.Input);
        int[] slots = conv.Output!.Slots;
        int size = node.InputChannels / node.Groups;
        int outputs = node.OutputChannels / node.Groups;
        int taps = node.Kernel.Height * node.Kernel.Width;
        PackedBlob weights = _packed.Request(Form(conv, ConvolutionMethod.Grouped), (long)slots.Length * taps * size, target =>
        {
            ConvolutionWeights values = ConvolutionWeights.Read(conv, _weights);
            ReadOnlySpan<float> weight = values.Weight;
            for (int slot = 0; slot < slots.Length; slot++)
            {
                int channel = slots[slot];
                for (int i = 0; channel >= 0 && i < taps * size; i++)
                {
                    int tap = i / size;
                    int source = i % size;
                    target[((long)(slot / 16) * taps * size + i) * 16 + slot % 16] = (float)(weight[(channel * size + source) * taps + tap] * values.Scale[channel]);
                }
            }
        });
        int[] offsets = new int[taps];
        for (int tap = 0; tap < taps; tap++)
            offsets[tap] = (tap / node.Kernel.Width - node.Padding.Height) * input.Place.Pitch + (tap % node.Kernel.Width - node.Padding.Width) * 16;
        _steps.Add(grouped
            ? new GroupedStep<TSimd, TVec>(conv.Name, input, weights, offsets, conv.Stride, size, outputs, Finish(conv)) { Macs = Macs(conv) }
            : new DepthwiseStep<TSimd, TVec>(conv.Name, input, GateOf(conv.Input.PendingGate), weights, offsets, conv.Stride, Finish(conv)) { Macs = Macs(conv) });
    }

    void AddWinograd<TForm>(FusedConvolution conv)
        where TForm : struct, IWinograd<TForm>
    {
        Conv2dNode node = conv.Node;
        int[] slots = conv.Output!.Slots;
        int side = TForm.Outputs + 2;
        int inputs = node.InputChannels / node.Groups;
        int outputs = node.OutputChannels / node.Groups;
        var layout = PanelLayout.Create(conv.Input.Slots, slots, inputs, outputs, 1, 1, TSimd.Lanes, planar: false);
        PackedBlob weights = _packed.Request(Form(conv, TForm.Outputs == 2 ? ConvolutionMethod.Winograd2 : ConvolutionMethod.Winograd4), layout.WeightFloats * side * side, target =>
        {
            ConvolutionWeights values = ConvolutionWeights.Read(conv, _weights);
            foreach (Panel panel in layout.Panels)
                WinogradWeights.Pack(target + panel.FirstWeight, layout.WeightFloats, panel, TSimd.Lanes, layout.Taps, slots, values, inputs, outputs, TForm.Points);
        });
        WinogradPlan plan = Tile(conv, TForm.Outputs, weights.Length * sizeof(float));
        if (!plan.IsFused)
            StreamAhead(weights);
        _steps.Add(new WinogradStep<TSimd, TVec, TForm>(conv.Name, View(conv.Input), GateOf(conv.Input.PendingGate), node.Padding.Height, layout, weights, plan, Finish(conv), _core) { Macs = Macs(conv) });
    }

    // Weights that a step would wait for are fetched by the two convolutions before it. What computes in between, a pooling or an
    // excitation, is too short.
    void StreamAhead(PackedBlob weights)
    {
        if (TSimd.Lanes != 16 || !_core.StreamsWeights)
            return;
        long fetched = 0;
        long most = NearStreamBytes;
        foreach (PlanStep step in _steps.Where(step => step.Macs > 0 && !step.IsExcitation).TakeLast(2).Reverse())
        {
            long bytes = Math.Min(most, weights.Length * sizeof(float) - fetched);
            if (step is not { CanStream: true, Stream: null } || bytes < LeastStreamBytes)
                return;
            step.Stream = new(weights, fetched, bytes, _pool.Threads);
            fetched += bytes;
            most = FarStreamBytes;
        }
    }

    WinogradPlan Tile(FusedConvolution conv, int outputs, long weightBytes)
    {
        Size2d size = SizeOf(conv.Output!);
        int down = (size.Height + outputs - 1) / outputs;
        int across = (size.Width + outputs - 1) / outputs;
        int products = (outputs + 2) * (outputs + 2);
        int inputBlocks = conv.Input.Blocks;
        int outputBlocks = conv.Output!.Blocks;
        bool fused = weightBytes <= _core.FusedWeightBytes && down * across > TSimd.MostRows;
        int most = TSimd.MostRows >= 14 ? 14 : 2 * TSimd.MostRows;
        int room = (int)(TileBytes / (products * 64L * (inputBlocks + outputBlocks)));
        int atOnce = Math.Max(1, room / most) * most;
        // At least four: a step that one core does alone takes all its pixels from the other's cache and gives them back.
        int blocks = fused ? Math.Max(Math.Min(4, down * across / 4), (down * across + atOnce - 1) / atOnce) : 1;
        // Two threads cannot halve an odd number.
        blocks += blocks > 1 ? blocks % 2 : 0;
        int tiles = fused ? (down * across + blocks - 1) / blocks : down * across * ImagesNow;
        long inputStride = MapPlace.OddLines((long)inputBlocks * tiles * 16);
        long outputStride = MapPlace.OddLines((long)outputBlocks * tiles * 16);
        long floats = products * (inputStride + outputStride);
        return new()
        {
            TilesDown = down,
            TilesAcross = across,
            IsFused = fused,
            BlocksPerImage = blocks,
            Tiles = tiles,
            InputStride = inputStride,
            OutputStride = outputStride,
            FloatsAtOnce = floats,
            Memory = ReserveNow(floats * (fused ? _pool.Threads : 1)),
            Scratch = ReserveNow((long)products * 16 * _pool.Threads),
            Zeros = Zeros(32),
        };
    }
}
