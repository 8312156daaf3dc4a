using Senet.Graph;
using Senet.Inference.Fusion;
using Senet.Inference.Memory;
using Senet.Inference.Simd;
using Senet.Inference.Steps;
using Senet.Inference.Threads;

namespace Senet.Inference.Planning;

/// <summary>Lays a fused network out for one batch size and image size: sizes, methods, places, and then the steps.</summary>
sealed unsafe partial class PlanBuilder<TSimd, TVec>
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    // What threads that each take images of their own may ask of memory together, by the same estimate of time as the methods'. Two of them
    // stay below half of it with every network; where there are many, they would wait.
    const double LaneBytesPerNs = 20;

    readonly FusedNetwork _network;
    readonly WeightSource _weights;
    readonly PackedWeights _packed;
    readonly WorkerPool _pool;
    readonly CoreModel _core;
    readonly bool _hugePages;
    readonly int _images;
    readonly int _cutLayer;
    readonly Dictionary<FeatureMap, Size2d> _sizes = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<FusedConvolution, ConvolutionMethod> _methods = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<FeatureMap, MapPlace> _places = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<FeatureMap, SumsPlace> _sums = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<Gate, GatePlace> _gates = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<Node, long> _macs = new(ReferenceEqualityComparer.Instance);
    readonly bool _canPack;
    readonly HashSet<MapPlace> _framed = new(ReferenceEqualityComparer.Instance);
    readonly List<Reservation> _reservations = [];
    readonly List<PlanStep> _steps = [];
    int _layer;

    PlanBuilder(FusedNetwork network, WeightSource weights, PackedWeights packed, WorkerPool pool, CoreModel? core, bool hugePages, int images, int height, int width)
    {
        _network = network;
        _weights = weights;
        _packed = packed;
        _pool = pool;
        _core = core ?? CoreModel.For(TSimd.Lanes);
        _hugePages = hugePages;
        _images = images;
        _canPack = weights.IsAvailable;
        foreach (LayerCost cost in network.Graph.Cost(new(network.Graph.Input.OutputChannels, height, width)).Layers)
            _macs[cost.Node] = cost.Macs;
        _sizes[network.Input] = new(height, width);
        foreach (FusedLayer layer in network.Layers)
            InferSize(layer);
        _cutLayer = images == 1 ? 0 : FirstSmallLayer();
        foreach (FusedConvolution conv in network.Layers.OfType<FusedConvolution>())
        {
            Size2d size = SizeOf(conv.Output!);
            _methods[conv] = MethodChoice.Choose(_core, conv, size.Height, size.Width, ImagesAtOnce(conv.Output!), TSimd.Lanes, method => Allows(Form(conv, method)));
        }
        PlaceMaps();
    }

    public static ShapePlan Build(FusedNetwork network, WeightSource weights, PackedWeights packed, WorkerPool pool, CoreModel? core, bool hugePages, int images, int height, int width)
    {
        var builder = new PlanBuilder<TSimd, TVec>(network, weights, packed, pool, core, hugePages, images, height, width);
        return builder.Build();
    }

    ShapePlan Build()
    {
        int cut = 0;
        _layer = 0;
        AddFrame(_network.Input);
        _steps.Add(new InputStep(_network.Input.Name, _places[_network.Input], _network.Graph.Input.OutputChannels));
        for (; _layer < _network.Layers.Count; _layer++)
        {
            if (_layer == _cutLayer && _layer > 0)
                cut = _steps.Count;
            AddLayer(_network.Layers[_layer]);
        }
        FeatureMap? features = _network.Layers.OfType<FusedLinear>().LastOrDefault(layer => layer.Output == _network.Logits)?.Input;
        int laneImages = LaneImages(cut);
        (long arena, long laneFloats) = Reserve(lowUntil: laneImages > 0 ? _cutLayer : 0);
        _packed.PackPending(_pool.Threads);
        return new(_pool, _hugePages)
        {
            Images = _images,
            Steps = [.. _steps],
            Cut = cut,
            Lanes = laneImages == 0 ? null : new([.. _steps.Take(cut)]) { Images = laneImages },
            LaneFloats = laneFloats,
            ArenaFloats = arena,
            Logits = _places[_network.Logits.Root],
            LogitSlots = _network.Logits.Slots,
            Features = features is null ? null : _places[features.Root],
            FeatureSlots = features?.Slots ?? [],
            Gates = [.. _gates.Values],
        };
    }

    // Images of a batch that threads take through the first layers each by itself: the same number for each. Each reads all weights
    // then; where memory would not keep up with that, the threads share every layer of one image instead.
    int LaneImages(int cut)
    {
        double bytes = sizeof(float) * (double)_network.Layers.Take(_cutLayer).OfType<FusedConvolution>().Sum(conv => conv.Node.Parameters.Sum(spec => spec.ElementCount) * (_methods[conv] switch
        {
            ConvolutionMethod.Winograd4 => 4,
            ConvolutionMethod.Winograd2 => 2,
            _ => 1,
        }));
        double time = _steps.Take(cut).Sum(step => step.Macs) / PlanStep.MacsPerNs;
        return _pool.Threads == 1 || bytes * _pool.Threads > LaneBytesPerNs * time ? 0 : _images / _pool.Threads * _pool.Threads;
    }

    Size2d SizeOf(FeatureMap map) => map.Source is not null ? SizeOf(map.Source) : map.Parts.Length > 0 ? SizeOf(map.Parts[0]) : _sizes[map];

    void InferSize(FusedLayer layer)
    {
        if (layer.Output is null)
            return;
        _sizes[layer.Output] = layer switch
        {
            FusedConvolution conv => Windows(SizeOf(conv.Input), conv),
            FusedPool pool => PoolSize(pool),
            FusedGather gather => new((SizeOf(gather.Input).Height + gather.Stride - 1) / gather.Stride, (SizeOf(gather.Input).Width + gather.Stride - 1) / gather.Stride),
            FusedElementwise element => SizeOf(element.X),
            FusedSpatialGate spatial => SizeOf(spatial.Input),
            _ => new(1, 1),
        };

        static Size2d Windows(Size2d input, FusedConvolution conv) => new(
            (input.Height + 2 * conv.Node.Padding.Height - conv.Node.Kernel.Height) / conv.Stride + 1,
            (input.Width + 2 * conv.Node.Padding.Width - conv.Node.Kernel.Width) / conv.Stride + 1);
    }

    Size2d PoolSize(FusedPool pool)
    {
        Size2d input = SizeOf(pool.Input);
        TensorShape output = pool.Node.InferShape([new(pool.Node.OutputChannels, input.Height, input.Width)]);
        return new(output.Height, output.Width);
    }

    // Without the weights themselves, only forms that are packed already can be used.
    bool Allows(string form) => _canPack || _packed.Has(form);

    static string Form(FusedConvolution conv, ConvolutionMethod method) => method switch
    {
        ConvolutionMethod.Depthwise or ConvolutionMethod.Grouped => $"{conv.Node.Name} grouped",
        ConvolutionMethod.Winograd2 => $"{conv.Node.Name} winograd 2",
        ConvolutionMethod.Winograd4 => $"{conv.Node.Name} winograd 4",
        _ => $"{conv.Node.Name} direct",
    };

    // Layers from here on have small planes only.
    int FirstSmallLayer()
    {
        int first = _network.Layers.Count;
        while (first > 0)
        {
            FusedLayer layer = _network.Layers[first - 1];
            Size2d size = SizeOf(layer.Output ?? layer.Inputs.First());
            if (size.Height * size.Width > MapPlace.SmallPlane)
                break;
            first--;
        }
        return first;
    }

    int ImagesAtOnce(FeatureMap map)
    {
        FusedLayer? producer = map.Producer;
        return producer is not null && IndexOf(producer) >= _cutLayer ? _images : 1;
    }

    int ImagesNow => _layer >= _cutLayer ? _images : 1;

    int IndexOf(FusedLayer layer)
    {
        for (int i = 0; i < _network.Layers.Count; i++)
        {
            if (_network.Layers[i] == layer)
                return i;
        }
        throw new InvalidOperationException(layer.Name);
    }

    // Every map that owns memory gets a place: the frame that its readers need, and who touches it when.
    void PlaceMaps()
    {
        Place(_network.Input);
        foreach (FusedLayer layer in _network.Layers)
        {
            if (layer.Output is not null)
                Place(layer.Output.Root);
        }
        for (int i = 0; i < _network.Layers.Count; i++)
        {
            FusedLayer layer = _network.Layers[i];
            if (layer.Output is not null)
                _places[layer.Output.Root].Memory.Touch(i);
            foreach (FeatureMap input in layer.Inputs)
                _places[input.Root].Memory.Touch(i);
            if (layer is FusedConvolution conv && _methods[conv] is ConvolutionMethod.Direct or ConvolutionMethod.Depthwise or ConvolutionMethod.Grouped && !NeedsGatedCopy(conv))
                RequestFrame(_places[conv.Input.Root], conv);
            foreach (Gate gate in layer is FusedExcitation excitation ? [excitation.Gate] : layer.Gates)
            {
                if (!_gates.ContainsKey(gate))
                    _gates[gate] = new() { Name = gate.Name, Slots = gate.Target!.Slots, Factor = (float)gate.Factor };
            }
        }
        _places[_network.Input].Memory.Touch(0);
        // What stays readable when the pass is over.
        foreach (FeatureMap map in _network.Layers.Where(layer => layer.Output is { IsVector: true }).Select(layer => layer.Output!))
            _places[map.Root].Memory.Touch(_network.Layers.Count);
    }

    static void RequestFrame(MapPlace place, FusedConvolution conv) =>
        place.Halo = Math.Max(place.Halo, Math.Max(conv.Node.Padding.Height, conv.Node.Padding.Width));

    // Gates that wait and a method that cannot apply them.
    bool NeedsGatedCopy(FusedConvolution conv) => conv.Input.PendingGate is not null && _methods[conv] == ConvolutionMethod.Direct;

    void Place(FeatureMap root)
    {
        if (_places.ContainsKey(root))
            return;
        Size2d size = SizeOf(root);
        _places[root] = new()
        {
            Height = size.Height,
            Width = size.Width,
            Blocks = root.IsPlanar ? _network.Graph.Input.OutputChannels : root.Blocks,
            Slots = root.IsPlanar ? 1 : 16,
            IsVector = root.IsVector,
            Images = _images,
        };
    }

    // What is written image by image and read for all at once needs room for all, and may not be touched by the images that follow.
    void Widen(Reservation memory, Action widen)
    {
        if (_cutLayer == 0 || memory.First >= _cutLayer || memory.Last < _cutLayer)
            return;
        widen();
        memory.Touch(0);
    }

    (long All, long Low) Reserve(int lowUntil)
    {
        int end = _network.Layers.Count;
        foreach (MapPlace place in _places.Values)
        {
            Widen(place.Memory, () => place.IsBatchWide = true);
            bool all = place.IsBatchWide || place.Memory.First >= _cutLayer;
            place.Memory.Floats = place.IsVector ? (long)place.Blocks * place.Plane : place.ImageFloats * (all ? _images : 1);
            _reservations.Add(place.Memory);
        }
        foreach (SumsPlace sums in _sums.Values)
        {
            Widen(sums.Memory, () => sums.IsBatchWide = true);
            bool all = sums.IsBatchWide || sums.Memory.First >= _cutLayer;
            sums.Memory.Floats = sums.ImageFloats * (all ? _images : 1);
            _reservations.Add(sums.Memory);
        }
        foreach (GatePlace gate in _gates.Values)
        {
            gate.Memory.Floats = (long)gate.Slots.Length * _images;
            gate.Memory.Touch(0);
            gate.Memory.Touch(end);
            _reservations.Add(gate.Memory);
        }
        return MemoryPlan.Assign(_reservations, lowUntil);
    }

    MapView View(FeatureMap map) => new(_places[map.Root], map.RootBlock, map.IsPlanar ? _network.Graph.Input.OutputChannels : map.Blocks);

    Reservation ReserveNow(long floats)
    {
        var reservation = new Reservation { Floats = floats };
        reservation.Touch(_layer);
        _reservations.Add(reservation);
        return reservation;
    }

    // Sums that a map's writer is to make; null where no one wants them.
    SumsPlace? SumsOf(FeatureMap map)
    {
        if (!map.WantsSums || map.Parts.Length > 0)
            return null;
        if (!_sums.TryGetValue(map, out SumsPlace? sums))
            _sums[map] = sums = new() { Slots = map.Slots.Length };
        sums.Memory.Touch(_layer);
        return sums;
    }

    SumsReader ReadSums(FeatureMap map)
    {
        var parts = new List<(SumsPlace, int)>();
        foreach ((FeatureMap part, int firstSlot) in map.SumParts())
        {
            SumsPlace sums = _sums[part];
            sums.Memory.Touch(_layer);
            parts.Add((sums, firstSlot));
        }
        return new([.. parts]);
    }

    void AddFrame(FeatureMap output)
    {
        MapPlace place = _places[output.Root];
        if (place.Halo > 0 && _framed.Add(place))
            _steps.Add(new FrameStep($"{output.Root.Name}.frame", place));
    }
}
