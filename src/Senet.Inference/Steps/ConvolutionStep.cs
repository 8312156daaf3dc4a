using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Planning;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>
/// A convolution of any kernel, stride, padding and number of groups as matrix products over a list of offsets. The loop nest,
/// from outside: items (images or groups of them, pixel blocks, groups of panels) - panels - images - rows - tiles, and in the kernel inputs,
/// then rows of the tile. A panel's weights stay in the first-level cache while the block's pixels, in the second, pass by.
/// </summary>
sealed unsafe class ConvolutionStep<TSimd, TVec> : PlanStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    // Pixels of a block, and multiply-accumulates of an item: small enough to share, large enough to be worth sharing.
    const int BlockPixels = 224;
    const long ItemMacs = 1_500_000;

    // Tiles of larger planes are so many that what a panel waits for at its beginning does not count.
    const int FetchingPixels = 400;

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
    readonly int _rowLength;
    readonly int _tilesPerRow;
    readonly int _unitsPerBlock;
    readonly int _units;
    readonly int _panelsPerItem;
    readonly int _fetchingTiles;
    readonly double _estimate;

    public ConvolutionStep(string name, ConvolutionPart part, ConvolutionPart? shortcut, Epilogue epilogue, int imagesAtOnce, CoreModel core)
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
        int most = part.IsTiled && shortcut is not { IsTiled: false } ? TSimd.MostRows : 1;
        _tilesPerRow = (_rowLength + most - 1) / most;
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
        _fetchingTiles = place.Pixels <= FetchingPixels && TSimd.Lanes == 16 ? core.FetchingTiles : 0;
        _estimate = place.Pixels * (double)(part.Layout.WeightFloats + (shortcut?.Layout.WeightFloats ?? 0)) / MacsPerNs;
    }

    public override string Method => "direct";

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
        for (int i = firstPanel; i < endPanel; i++)
        {
            bool isLast = i + 1 == _part.Layout.Panels.Length;
            for (int n = image; n < images; n++)
                RunPanel(state, i, n, block, fetch: n == image && !isLast, ref ahead);
        }
    }

    void RunPanel(RunState state, int index, int image, int block, bool fetch, ref WeightLines ahead)
    {
        Panel panel = _part.Layout.Panels[index];
        int lanes = TSimd.Lanes;
        MapPlace place = _output.Place;
        int lane = panel.Slot % 16;
        float* output = _output.First(state, image, panel.Slot / 16) + lane;
        var tile = new Tile
        {
            Offsets = _part.Offsets + panel.FirstTap,
            Depth = panel.Depth,
            B = _part.Weights.Floats + panel.FirstWeight,
            Bias = _bias.Floats + panel.Slot,
            Gate = _gate is null ? null : _gate.First(state, image) + panel.Slot,
            Row = 16,
            Next = Next(place, lane, lanes),
            Low = _low,
            Sums = _sums is null ? null : _sums.First(state, image, block) + panel.Slot,
        };
        if (tile.Sums != null)
            new Span<float>(tile.Sums, panel.Vectors * lanes).Clear();
        float* residual = null;
        if (_residual is { } view)
        {
            residual = view.First(state, image, panel.Slot / 16) + lane;
            tile.ResidualRow = 16 * _residualStride;
            tile.ResidualNext = Next(view.Place, lane, lanes);
        }
        var side = default(Tile);
        if (_shortcut is not null)
        {
            Panel twin = _shortcut.Layout.Panels[index];
            side = tile with
            {
                Offsets = _shortcut.Offsets + twin.FirstTap,
                Depth = twin.Depth,
                B = _shortcut.Weights.Floats + twin.FirstWeight,
                Bias = _shortcut.Bias!.Floats + panel.Slot,
                Gate = null,
                Low = float.NegativeInfinity,
                Sums = null,
            };
            tile.ResidualRow = 16;
            tile.ResidualNext = tile.Next;
        }
        float* input = _part.Input.First(state, image);
        int firstUnit = block * _unitsPerBlock;
        int endUnit = Math.Min(firstUnit + _unitsPerBlock, _units);
        int tiles = (endUnit - firstUnit) * (_flat ? 1 : _tilesPerRow);
        var next = new PanelFetch(tile.B, panel, fetch ? _fetchingTiles : 0, tiles);
        var nextSide = _shortcut is null ? default : new PanelFetch(side.B, _shortcut.Layout.Panels[index], fetch ? _fetchingTiles : 0, tiles);
        for (int unit = firstUnit; unit < endUnit; unit++)
        {
            int y = _flat ? 0 : unit;
            int firstTile = _flat ? unit : 0;
            int endTile = _flat ? unit + 1 : _tilesPerRow;
            for (int t = firstTile; t < endTile; t++)
            {
                int x = t * _rowLength / _tilesPerRow;
                int rows = (t + 1) * _rowLength / _tilesPerRow - x;
                tile.A = input + _part.Pixel(y, x);
                tile.C = output + (nint)y * place.Pitch + (nint)x * 16;
                if (!next.Take(&tile))
                {
                    tile.Prefetch = ahead.Take(panel.Depth);
                    tile.PrefetchStep = tile.Prefetch == null ? 0 : WeightLines.Bytes;
                }
                if (_shortcut is not null)
                {
                    nextSide.Take(&side);
                    side.A = _shortcut.Input.First(state, image) + _shortcut.Pixel(y, x);
                    side.C = tile.C;
                    _shortcut.Kernel(rows, panel.Vectors, &side);
                    tile.Residual = tile.C;
                }
                else if (residual != null)
                {
                    tile.Residual = residual + ((nint)y * _residual!.Value.Place.Pitch + (nint)x * 16) * _residualStride;
                }
                _part.Kernel(rows, panel.Vectors, &tile);
            }
        }
    }

    // From a vector of slots to the one behind it, which may be in the next block.
    static nint Next(MapPlace place, int lane, int lanes) => lane + lanes < 16 ? lanes : place.Plane - lane;
}
