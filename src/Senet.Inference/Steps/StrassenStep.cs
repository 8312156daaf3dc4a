using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Planning;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>
/// A 1x1 convolution with one level of Strassen's method in Winograd's form: two halves of a block's pixels by two halves of the
/// inputs, times two halves of the inputs by two panels of outputs, in seven products of half the depth in place of eight. With A11, A12 the
/// halves of the first pixels' inputs and A21, A22 the second's, S1 = A21 + A22, S2 = S1 - A11, S3 = A11 - A21, S4 = A12 - S2 are
/// made once for each block, by the item that uses them or, where several do, in a phase before; the sums of weights when they are packed; the sums of products in the tile kernel, which goes
/// on from what another product left in the scratch. The loop nest, from outside: items (images, blocks, groups of pairs of panels) - a few pairs -
/// products - pairs - rounds - tiles: a panel's weights stay in the first-level cache while half a block passes by, and that in the second for the next pair.
/// </summary>
sealed unsafe class StrassenStep<TSimd, TVec> : PlanStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    const int BlockPixels = 224;
    const long ItemMacs = 3_000_000;

    // What goes into a product and where it goes: sums of inputs, then inputs, then products that wait, then the four quarters of the result.
    const int S1 = 0, S2 = 1, S3 = 2, S4 = 3, A11 = 4, A12 = 5, A22 = 6;
    const int None = -1, P1 = 0, U2 = 1, U3 = 2, P5 = 3, C11 = 4, C12 = 5, C21 = 6, C22 = 7;

    // P1 to P5, and a result that has not seen all of its inputs.
    const int Scratches = 5;
    const int Unfinished = 4;

    // Of weights in the order of their use; T4 is packed with the other sign.
    static readonly (int Left, int First, int Second, int To)[] s_products =
    [
        (A11, None, None, P1),
        (A12, P1, None, C11),
        (S2, P1, None, U2),
        (S3, U2, None, U3),
        (S1, None, None, P5),
        (S4, U2, P5, C12),
        (A22, U3, None, C21),
        (None, U3, P5, C22),
    ];

    readonly StrassenPart _part;
    readonly StrassenPart? _shortcut;
    readonly Epilogue _epilogue;
    readonly PackedBlob _zeros;
    readonly Reservation _products;
    readonly Reservation _inputSums;
    readonly CoreModel _core;
    readonly MapPlace _place;
    readonly int _pixels;
    readonly int _blocks;
    readonly int _half;
    readonly int _pairs;
    readonly int _pairsPerItem;
    readonly int _fetchingTiles;
    readonly float _low;

    /// <param name="name">Name of the step.</param>
    /// <param name="part">The convolution.</param>
    /// <param name="shortcut">The projection that is added to it, or null.</param>
    /// <param name="epilogue">What follows; without sums where <see cref="Divides"/> is false.</param>
    /// <param name="zeros">32 zeros.</param>
    /// <param name="products"><see cref="ProductFloats"/> for each worker.</param>
    /// <param name="inputSums"><see cref="InputSumFloats"/> for each worker, or for each block of an image at a time where <see cref="HasPhases"/>.</param>
    /// <param name="imagesAtOnce">Images that a pass over the step has.</param>
    /// <param name="core">What the processor is good at.</param>
    public StrassenStep(string name, StrassenPart part, StrassenPart? shortcut, Epilogue epilogue, PackedBlob zeros, Reservation products, Reservation inputSums, int imagesAtOnce, CoreModel core)
        : base(name)
    {
        _part = part;
        _shortcut = shortcut;
        _epilogue = epilogue;
        _zeros = zeros;
        _products = products;
        _inputSums = inputSums;
        _core = core;
        _place = epilogue.Output.Place;
        _pixels = _place.Pixels;
        int outputs = 16 * epilogue.Output.Blocks;
        _blocks = BlockCount(_place, outputs);
        _half = HalfPixels(_place, outputs);
        if (epilogue.Sums is not null)
            epilogue.Sums.Parts = _blocks;
        _pairs = outputs / (4 * TSimd.Lanes);
        long macs = (long)(SharesWeights ? imagesAtOnce : 1) * _pixels / _blocks * 2 * (part.HalfDepth + (shortcut?.HalfDepth ?? 0)) * 4 * TSimd.Lanes;
        _pairsPerItem = HasPhases(_pixels) ? (int)Math.Clamp(ItemMacs / macs, 1, _pairs) : _pairs;
        _fetchingTiles = core.FetchingTilesFor(_pixels);
        _low = epilogue.Relu ? 0 : float.NegativeInfinity;
    }

    public override string Method => "strassen";

    public override int LastPhase => 1;

    public override bool CanStream => true;

    // Pairs whose products wait in the scratch at a time: panels of 128 outputs.
    static int PairsAtOnce => Math.Max(1, 32 / TSimd.Lanes);

    int PairGroups => (_pairs + _pairsPerItem - 1) / _pairsPerItem;

    int Depth => _part.HalfDepth + (_shortcut?.HalfDepth ?? 0);

    // Small planes are few pixels for many weights: an item takes its weights through all images.
    bool SharesWeights => _pixels <= MapPlace.SmallPlane;

    /// <summary>Whether the halves of no block share a pixel, so that sums count each once.</summary>
    public static bool Divides(MapPlace place, int outputs) => Units(place) % (2 * BlockCount(place, outputs)) == 0;

    /// <summary>Whether a plane has so few blocks that they are shared out by outputs.</summary>
    public static bool HasPhases(int pixels) => (pixels + BlockPixels / 2) / BlockPixels < 4;

    /// <summary>Blocks of an image. An odd and small number of panels is shared out in two blocks, since two threads cannot halve it.</summary>
    public static int BlockCount(MapPlace place, int outputs)
    {
        int blocks = Math.Max(1, (place.Pixels + BlockPixels / 2) / BlockPixels);
        if (blocks == 1 && outputs / (4 * TSimd.Lanes) is 1 or 3 or 5)
            blocks = 2;
        if (place.Halo == 0)
            return blocks;
        // Rows in a frame are halved whole.
        for (int more = blocks; more <= 2 * blocks; more++)
        {
            if (place.Height % (2 * more) == 0)
                return more;
        }
        return Math.Min(blocks, place.Height);
    }

    /// <summary>Pixels of half a block, rounded up.</summary>
    public static int HalfPixels(MapPlace place, int outputs)
    {
        int blocks = BlockCount(place, outputs);
        return ((Units(place) + blocks - 1) / blocks + 1) / 2 * UnitPixels(place);
    }

    /// <summary>What waits in the scratch of a worker.</summary>
    public static long ProductFloats(MapPlace place, int outputs) => (long)Scratches * PairsAtOnce * HalfPixels(place, outputs) * 2 * TSimd.Lanes;

    /// <summary>S1 to S4 of a block.</summary>
    public static long InputSumFloats(MapPlace place, int outputs, int halfDepth) => 4L * halfDepth * HalfPixels(place, outputs);

    // Pixels follow each other like one long row, or in rows with a frame between.
    static int UnitPixels(MapPlace place) => place.Halo == 0 ? 1 : place.Width;

    static int Units(MapPlace place) => place.Pixels / UnitPixels(place);

    public override void Run(RunState state)
    {
        if (HasPhases(_pixels))
            state.Parallel(this, 0, state.ImageCount * _blocks * Depth / 16);
        state.Parallel(this, 1, Items(state));
    }

    int Items(RunState state) => (SharesWeights ? 1 : state.ImageCount) * _blocks * PairGroups;

    protected override void RunItem(RunState state, int phase, int item, int worker)
    {
        if (phase == 0)
        {
            int inputBlocks = Depth / 16;
            AddInputs(state, item / inputBlocks / _blocks, item / inputBlocks % _blocks, item % inputBlocks, 1, InputSums(state, item / inputBlocks));
            return;
        }
        int group = item % PairGroups;
        int block = item / PairGroups % _blocks;
        int image = item / PairGroups / _blocks;
        int images = SharesWeights ? state.ImageCount : image + 1;
        if (!HasPhases(_pixels))
            AddInputs(state, image, block, 0, Depth / 16, InputSums(state, worker));
        int end = Math.Min((group + 1) * _pairsPerItem, _pairs);
        WeightLines ahead = Stream is null ? default : Stream.Share(item, Items(state));
        for (int pair = group * _pairsPerItem; pair < end; pair += PairsAtOnce)
        {
            for (int n = image; n < images; n++)
                RunPairs(state, pair, Math.Min(pair + PairsAtOnce, end), n, block, InputSums(state, HasPhases(_pixels) ? n * _blocks + block : worker), worker, n == image, ref ahead);
        }
    }

    // Two panels of outputs each, for the pixels of one block.
    void RunPairs(RunState state, int firstPair, int endPair, int image, int block, float* sums, int worker, bool fetch, ref WeightLines ahead)
    {
        if (_epilogue.Sums is { } place)
        {
            float* first = place.First(state, image, block);
            for (int half = 0; half < 2; half++)
                new Span<float>(first + (half * _pairs + firstPair) * 2 * TSimd.Lanes, (endPair - firstPair) * 2 * TSimd.Lanes).Clear();
        }
        float* scratch = state.Arena + _products.Offset + worker * Scratches * PairsAtOnce * ScratchFloats;
        for (int side = _shortcut is null ? 1 : 0; side < 2; side++)
        {
            StrassenPart part = side == 0 ? _shortcut! : _part;
            float* s = side == 0 ? sums + 4L * _part.HalfDepth * _half : sums;
            for (int product = 0; product < s_products.Length; product++)
            {
                for (int pair = firstPair; pair < endPair; pair++)
                {
                    float* next = !fetch || product >= 6 ? null
                        : pair + 1 < endPair ? Weights(part, pair + 1, product) : Weights(part, firstPair, product + 1);
                    Multiply(state, part, image, block, pair, product, s, scratch + (pair - firstPair) * Scratches * ScratchFloats, next, ref ahead);
                }
            }
        }
    }

    long ScratchFloats => (long)_half * 2 * TSimd.Lanes;

    static float* Weights(StrassenPart part, int pair, int product) => part.Weights.Floats + ((long)pair * 7 + product) * part.HalfDepth * 2 * TSimd.Lanes;

    float* InputSums(RunState state, int index) => state.Arena + _inputSums.Offset + index * 4L * Depth * _half;

    // Half of a block: its pixels, and where they begin in the first half and in the second, which ends where the block ends.
    (int Pixels, int First, int Second) Halves(int block)
    {
        int unit = UnitPixels(_place);
        int units = Units(_place);
        int first = (int)((long)block * units / _blocks);
        int end = (int)((long)(block + 1) * units / _blocks);
        int half = (end - first + 1) / 2;
        return (half * unit, first * unit, (end - half) * unit);
    }

    // Sums of some of the blocks of 16 inputs; the shortcut's come behind the convolution's.
    void AddInputs(RunState state, int image, int block, int firstInput, int count, float* sums)
    {
        (int pixels, int first, int second) = Halves(block);
        for (int i = firstInput; i < firstInput + count; i++)
        {
            bool isShortcut = 16 * i >= _part.HalfDepth;
            StrassenPart part = isShortcut ? _shortcut! : _part;
            int input = isShortcut ? i - _part.HalfDepth / 16 : i;
            float* left = part.Input.First(state, image, input);
            float* right = part.Input.First(state, image, part.HalfDepth / 16 + input);
            float* s = sums + (isShortcut ? 4L * _part.HalfDepth * _half : 0) + 16L * input * _half;
            StrassenKernels.AddInputs<TSimd, TVec>(left + (nint)first * 16, right + (nint)first * 16, left + (nint)second * 16, right + (nint)second * 16, s, (long)part.HalfDepth * _half, pixels * 16);
        }
    }

    // One product for half a block, round after round of its inputs.
    void Multiply(RunState state, StrassenPart part, int image, int block, int pair, int product, float* sums, float* scratch, float* next, ref WeightLines ahead)
    {
        int lanes = TSimd.Lanes;
        (int left, int first, int second, int to) = s_products[product];
        (int pixels, int firstPixel, int secondPixel) = Halves(block);
        bool isInput = left >= A11;
        int depth = left == None ? 0 : part.HalfDepth;
        int rounds = left == None ? 1 : _core.Rounds((long)depth * 2 * lanes * sizeof(float));
        float* waiting = scratch + (to < C11 ? to : Unfinished) * ScratchFloats;
        var tile = new Tile { Bias = _zeros.Floats, Low = float.NegativeInfinity, Row = 2 * lanes, Next = lanes };
        for (int round = 0; round < rounds; round++)
        {
            bool isFinal = round == rounds - 1 && to >= C11;
            if (isFinal)
                tile = Finish(state, part, image, block, pair + (to is C12 or C22 ? _pairs : 0), to is C11 or C12 ? firstPixel : secondPixel);
            else
                tile.C = waiting;
            int start = Tile.Start(depth, round, rounds);
            tile.Depth = Tile.Start(depth, round + 1, rounds) - start;
            tile.Turns = tile.Depth / Tile.Together;
            tile.Offsets = (isInput ? part.Offsets : part.ScratchOffsets) + start;
            tile.A = left switch
            {
                A11 => part.Input.First(state, image) + (nint)firstPixel * 16,
                A12 => part.Input.First(state, image, part.HalfDepth / 16) + (nint)firstPixel * 16,
                A22 => part.Input.First(state, image, part.HalfDepth / 16) + (nint)secondPixel * 16,
                None => null,
                _ => sums + left * (long)part.HalfDepth * _half,
            };
            tile.B = Weights(part, pair, product) + (long)start * 2 * lanes;
            tile.First = round > 0 ? waiting : first == None ? null : scratch + first * ScratchFloats;
            tile.Second = round > 0 || second == None ? null : scratch + second * ScratchFloats;
            // A result in a frame is written row by row.
            bool inRows = isFinal && _place.Halo > 0;
            int parts = inRows ? pixels / _place.Width : 1;
            var tiling = Tiling.Of(pixels / parts, TSimd.MostRows);
            float* fetched = round + 1 < rounds ? tile.B + (long)tile.Depth * 2 * lanes : next;
            var fetch = new PanelFetch(depth == 0 ? null : fetched, 2, lanes, _fetchingTiles, parts * tiling.Count);
            for (int row = 0; row < parts; row++)
            {
                for (int todo = tiling.Count; todo > 0; todo -= tile.Count)
                {
                    (int rows, int alike) = tiling.Next(todo);
                    tile.Count = fetch.Take(&tile, alike);
                    if (tile.Count == 0)
                        tile.Count = ahead.Take(&tile, alike);
                    TileKernels.Run<TSimd, TVec, Row16>(rows, 2, &tile);
                    nint done = (nint)tile.Count * rows;
                    tile.A += done * 16;
                    tile.C += done * tile.Row;
                    tile.First += tile.First == null ? 0 : done * 2 * lanes;
                    tile.Second += tile.Second == null ? 0 : done * 2 * lanes;
                    tile.Residual += tile.Residual == null ? 0 : done * 16;
                }
                if (inRows)
                {
                    tile.C += _place.Pitch - 16 * _place.Width;
                    tile.Residual += tile.Residual == null || _shortcut is null ? 0 : _place.Pitch - 16 * _place.Width;
                }
            }
        }
    }

    // What follows a tile's sums, for a panel of two vectors and the pixels from one on.
    Tile Finish(RunState state, StrassenPart part, int image, int block, int panel, int pixel)
    {
        bool isShortcut = part == _shortcut;
        int slot = panel * 2 * TSimd.Lanes;
        int lane = slot % 16;
        MapPlace place = _place;
        nint next = lane + TSimd.Lanes < 16 ? TSimd.Lanes : place.Plane - lane;
        float* output = _epilogue.Output.First(state, image, slot / 16) + (nint)(pixel / place.Width) * place.Pitch + (nint)(pixel % place.Width) * 16 + lane;
        var tile = new Tile
        {
            Bias = part.Bias.Floats + slot,
            Low = isShortcut ? float.NegativeInfinity : _low,
            C = output,
            Row = 16,
            Next = next,
        };
        if (isShortcut)
            return tile;
        tile.Gate = _epilogue.Gate is null ? null : _epilogue.Gate.First(state, image) + slot;
        tile.Sums = _epilogue.Sums is null ? null : _epilogue.Sums.First(state, image, block) + slot;
        tile.ResidualRow = 16;
        tile.ResidualNext = next;
        if (_shortcut is not null)
        {
            tile.Residual = output;
        }
        else if (_epilogue.Residual is { } view)
        {
            tile.Residual = view.First(state, image, slot / 16) + (nint)pixel * 16 + lane;
            tile.ResidualNext = lane + TSimd.Lanes < 16 ? TSimd.Lanes : view.Place.Plane - lane;
        }
        return tile;
    }
}
