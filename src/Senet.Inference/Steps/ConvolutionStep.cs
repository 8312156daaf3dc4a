using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Planning;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>
/// A convolution of any kernel, stride, padding and number of groups as matrix products over a list of offsets. The loop nest,
/// from outside: items (images or groups of them, pixel blocks, groups of panels) - rounds - panels - images - rows - tiles, and in the kernel inputs,
/// then rows of the tile. A panel's weights stay in the first-level cache while the block's pixels, in the second, pass by; of
/// longer panels a round takes as many inputs as that cache has room for, and leaves its sums to the next.
/// </summary>
sealed unsafe class ConvolutionStep<TSimd, TVec> : PlanStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    // Of an item: small enough to share, large enough to be worth sharing.
    const long ItemMacs = 1_500_000;

    // Panels that go through their rounds together: of the inputs of a round, the second-level cache then has all but the first panel's.
    const int PanelsAtOnce = 4;

    readonly ConvolutionPart _part;
    readonly ConvolutionPart? _shortcut;
    readonly MapView _output;
    readonly PackedBlob _bias;
    readonly GatePlace? _gate;
    readonly MapView? _residual;
    readonly int _residualStride;
    readonly float _low;
    readonly SumsPlace? _sums;
    readonly bool _flat;
    readonly int _imagesPerItem;
    readonly int _rows;
    readonly int _mostRows;
    readonly bool _tiled;
    readonly int _rowLength;
    readonly int _tilesPerRow;
    readonly int _unitsPerBlock;
    readonly int _units;
    readonly int _panelsPerItem;
    readonly int _fetchingTiles;
    readonly int _rounds;
    readonly int _sideRounds;
    readonly PackedBlob _zeros;
    readonly Reservation? _partialSums;
    readonly double _estimate;

    /// <param name="name">Name of the step.</param>
    /// <param name="part">The convolution.</param>
    /// <param name="shortcut">The projection that is added to it, or null.</param>
    /// <param name="epilogue">What follows.</param>
    /// <param name="imagesAtOnce">Images that a pass over the step has.</param>
    /// <param name="threads">Threads of the pool.</param>
    /// <param name="zeros">32 zeros.</param>
    /// <param name="reserve">Gives memory of so many floats for the step.</param>
    /// <param name="core">What the processor is good at.</param>
    public ConvolutionStep(string name, ConvolutionPart part, ConvolutionPart? shortcut, Epilogue epilogue, int imagesAtOnce, int threads, PackedBlob zeros, Func<long, Reservation> reserve, CoreModel core)
        : base(name)
    {
        _part = part;
        _shortcut = shortcut;
        _output = epilogue.Output;
        _bias = epilogue.Bias;
        _gate = epilogue.Gate;
        _residual = epilogue.Residual;
        _residualStride = epilogue.ResidualStride;
        _low = epilogue.Relu ? 0 : float.NegativeInfinity;
        _sums = epilogue.Sums;
        MapPlace place = _output.Place;
        // Without a frame and a stride, the rows of a plane follow each other like one long row.
        _flat = part.IsFlat && shortcut is not { IsFlat: false } && place.Halo == 0 && (_residual is null || (_residual.Value.Place.Halo == 0 && _residualStride == 1));
        _rows = _flat ? 1 : place.Height;
        _rowLength = _flat ? place.Pixels : place.Width;
        int most = part.Layout.Panels.All(panel => panel.Vectors == 1) ? Tile.MostSingleRows(TSimd.MostRows) : TSimd.MostRows;
        _tiled = part.IsTiled && shortcut is not { IsTiled: false };
        _mostRows = _tiled ? most : 1;
        _tilesPerRow = (_rowLength + _mostRows - 1) / _mostRows;
        _units = _flat ? _tilesPerRow : _rows;
        // Blocks of one size: the last one is not to be a remainder that leaves a thread without work.
        int atMost = Math.Max(1, BlockPixels / (_flat ? _rowLength / _tilesPerRow : _rowLength));
        int number = (_units + atMost - 1) / atMost;
        _unitsPerBlock = (_units + number - 1) / number;
        // Small planes are few pixels for many weights: an item takes its weights through all images, or as many as there is room for.
        long inputBytes = sizeof(float) * (part.InputFloats(place.Pixels) + (shortcut?.InputFloats(place.Pixels) ?? 0));
        _imagesPerItem = place.Pixels <= MapPlace.SmallPlane ? (int)Math.Clamp(core.InputBytesAtOnce / inputBytes, 1, imagesAtOnce) : 1;
        int blocks = Blocks;
        if (_sums is not null)
            _sums.Parts = blocks;
        Panel first = part.Layout.Panels[0];
        long macs = Math.Max(1, (long)Math.Min(_unitsPerBlock, _units) * (_flat ? _rowLength / _tilesPerRow : _rowLength) * first.Depth * first.Vectors * TSimd.Lanes * _imagesPerItem);
        _panelsPerItem = (int)Math.Clamp(ItemMacs / macs, 1, part.Layout.Panels.Length);
        _rounds = Rounds(part, core);
        _sideRounds = shortcut is null ? 0 : Rounds(shortcut, core);
        _zeros = zeros;
        if (_rounds > 1 || _sideRounds > 1)
        {
            _panelsPerItem = Math.Clamp(part.Layout.Panels.Length / (2 * threads), _panelsPerItem, Math.Max(_panelsPerItem, PanelsAtOnce));
            _partialSums = reserve(PartialFloats * threads);
        }
        _fetchingTiles = core.FetchingTilesFor(place.Pixels);
        _estimate = place.Pixels * (double)(part.Layout.WeightFloats + (shortcut?.Layout.WeightFloats ?? 0)) / MacsPerNs;
    }

    public override string Method => "direct";

    static int Rounds(ConvolutionPart part, CoreModel core) => core.Rounds(part.Layout.Panels.Max(panel => (long)panel.Depth * panel.Vectors) * TSimd.Lanes * sizeof(float));

    // Of a block: with vectors of half the width, half as many, that beside all panels of an item still fit the second-level cache.
    static int BlockPixels => TSimd.Lanes < 16 ? 112 : 224;

    static int TileFloats => TSimd.MostRows * 2 * TSimd.Lanes;

    int TilesPerBlock => _unitsPerBlock * (_flat ? 1 : _tilesPerRow);

    // Of a worker.
    long PartialFloats => (long)_imagesPerItem * _panelsPerItem * TilesPerBlock * TileFloats;

    int Blocks => (_units + _unitsPerBlock - 1) / _unitsPerBlock;

    int PanelGroups => (_part.Layout.Panels.Length + _panelsPerItem - 1) / _panelsPerItem;

    public override bool CanStream => true;

    public override void Run(RunState state) => state.Parallel(this, 0, Items(state), state.ImageCount * _estimate);

    int Items(RunState state) => Blocks * PanelGroups * ((state.ImageCount + _imagesPerItem - 1) / _imagesPerItem);

    protected override void RunItem(RunState state, int phase, int item, int worker)
    {
        int group = item % PanelGroups;
        int block = item / PanelGroups;
        int image = block / Blocks * _imagesPerItem;
        block %= Blocks;
        int images = Math.Min(image + _imagesPerItem, state.ImageCount);
        int firstPanel = group * _panelsPerItem;
        int endPanel = Math.Min(firstPanel + _panelsPerItem, _part.Layout.Panels.Length);
        WeightLines ahead = Stream is null ? default : Stream.Share(item, Items(state));
        float* partial = _partialSums is null ? null : state.Arena + _partialSums.Offset + worker * PartialFloats;
        for (int round = -_sideRounds; round < _rounds; round++)
        {
            for (int i = firstPanel; i < endPanel; i++)
            {
                float* next = i + 1 < endPanel ? Weights(round, i + 1)
                    : round + 1 < _rounds ? Weights(round + 1, firstPanel)
                    : endPanel < _part.Layout.Panels.Length ? Weights(-_sideRounds, endPanel) : null;
                for (int n = image; n < images; n++)
                {
                    RunPanel(state, round, i, n, block, n == image ? next : null, partial, ref ahead);
                    partial += TilesPerBlock * TileFloats;
                }
            }
            partial -= (endPanel - firstPanel) * (images - image) * TilesPerBlock * TileFloats;
        }
    }

    // Rounds below 0 are the shortcut's.
    (ConvolutionPart Part, int Round, int Rounds) PartOf(int round) => round < 0 ? (_shortcut!, round + _sideRounds, _sideRounds) : (_part, round, _rounds);

    float* Weights(int round, int index)
    {
        (ConvolutionPart part, int own, int rounds) = PartOf(round);
        Panel panel = part.Layout.Panels[index];
        return part.Weights.Floats + panel.FirstWeight + (long)Tile.Start(panel.Depth, own, rounds) * panel.Vectors * TSimd.Lanes;
    }

    void RunPanel(RunState state, int round, int index, int image, int block, float* next, float* partial, ref WeightLines ahead)
    {
        (ConvolutionPart part, int own, int rounds) = PartOf(round);
        Panel panel = part.Layout.Panels[index];
        int lanes = TSimd.Lanes;
        MapPlace place = _output.Place;
        int lane = panel.Slot % 16;
        int first = Tile.Start(panel.Depth, own, rounds);
        int end = Tile.Start(panel.Depth, own + 1, rounds);
        bool isFirst = own == 0;
        bool isLast = own == rounds - 1;
        float* bias = round < 0 ? part.Bias!.Floats : _bias.Floats;
        var tile = new Tile
        {
            Offsets = part.Offsets + panel.FirstTap + first,
            Depth = end - first,
            Turns = Math.Max(0, Math.Min(end, Tile.Together * panel.Turns) - first) / Tile.Together,
            B = Weights(round, index),
            Bias = isFirst ? bias + panel.Slot : _zeros.Floats,
            Row = isLast ? 16 : panel.Vectors * lanes,
            Next = isLast ? Next(place, lane, lanes) : lanes,
            Low = float.NegativeInfinity,
        };
        float* residual = null;
        bool addsShortcut = isLast && round >= 0 && _shortcut is not null;
        if (isLast && round >= 0)
        {
            tile.Gate = _gate is null ? null : _gate.First(state, image) + panel.Slot;
            tile.Low = _low;
            tile.Sums = _sums is null ? null : _sums.First(state, image, block) + panel.Slot;
            if (tile.Sums != null)
                new Span<float>(tile.Sums, panel.Vectors * lanes).Clear();
            if (_residual is { } view)
            {
                residual = view.First(state, image, panel.Slot / 16) + lane;
                tile.ResidualRow = 16 * _residualStride;
                tile.ResidualNext = Next(view.Place, lane, lanes);
            }
            else if (addsShortcut)
            {
                tile.ResidualRow = 16;
                tile.ResidualNext = tile.Next;
            }
        }
        float* output = _output.First(state, image, panel.Slot / 16) + lane;
        float* input = part.Input.First(state, image);
        int firstUnit = block * _unitsPerBlock;
        int endUnit = Math.Min(firstUnit + _unitsPerBlock, _units);
        var fetch = new PanelFetch(next, panel.Vectors, lanes, _fetchingTiles, (endUnit - firstUnit) * (_flat ? 1 : _tilesPerRow));
        // The rows of a block follow each other like one row where they can.
        for (int unit = firstUnit; unit < endUnit; unit += _flat ? endUnit - firstUnit : 1)
        {
            int y = _flat ? 0 : unit;
            int x = _flat ? (int)((long)firstUnit * _rowLength / _units) : 0;
            int endX = _flat ? (int)((long)endUnit * _rowLength / _units) : _rowLength;
            var tiling = Tiling.Of(endX - x, _mostRows);
            for (int left = tiling.Count; left > 0; left -= tile.Count)
            {
                (int rows, int alike) = tiling.Next(left);
                nint target = (nint)y * place.Pitch + (nint)x * 16;
                // Kernels take many tiles only where they know how far apart pixels lie.
                if (!_tiled)
                    alike = 1;
                tile.A = input + part.Pixel(y, x);
                tile.First = isFirst ? null : partial;
                tile.C = isLast ? output + target : partial;
                tile.Count = fetch.Take(&tile, alike);
                if (tile.Count == 0)
                    tile.Count = ahead.Take(&tile, alike);
                if (residual != null)
                    tile.Residual = residual + ((nint)y * _residual!.Value.Place.Pitch + (nint)x * 16) * _residualStride;
                else if (addsShortcut)
                    tile.Residual = tile.C;
                part.Kernel(rows, panel.Vectors, &tile);
                x += tile.Count * rows;
                partial += tile.Count * rows * panel.Vectors * lanes;
            }
        }
    }

    // From a vector of slots to the one behind it, which may be in the next block.
    static nint Next(MapPlace place, int lane, int lanes) => lane + lanes < 16 ? lanes : place.Plane - lane;
}
