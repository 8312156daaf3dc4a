using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>
/// A 1x1 convolution with one level of Strassen's method in Winograd's form: two tiles of pixels by two halves of the inputs, times
/// two halves of the inputs by two panels of outputs, in seven products of half the depth in place of eight. With A11, A12 the
/// halves of the first tile's inputs and A21, A22 the second's, S1 = A21 + A22, S2 = S1 - A11, S3 = A11 - A21, S4 = A12 - S2 are
/// made once for each pair of tiles, by the item that uses them or, where several do, in a phase before; the sums of weights when they are packed; the sums of products in the tile kernel, which goes
/// on from what another product left in the scratch.
/// </summary>
sealed unsafe class StrassenStep<TSimd, TVec> : PlanStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    const int BlockPixels = 224;
    const long ItemMacs = 3_000_000;
    // First products of a pair of tiles: P1, S2 T2 + P1, S3 T3 + that, and P5.
    const int Products = 4;

    readonly StrassenPart _part;
    readonly StrassenPart? _shortcut;
    readonly Epilogue _epilogue;
    readonly PackedBlob _zeros;
    readonly Reservation _products;
    readonly Reservation _inputSums;
    readonly int _pixels;
    readonly int _blocks;
    readonly int _pairs;
    readonly int _pairsPerItem;
    readonly float _low;

    /// <param name="name">Name of the step.</param>
    /// <param name="part">The convolution.</param>
    /// <param name="shortcut">The projection that is added to it, or null.</param>
    /// <param name="epilogue">What follows; without sums where <see cref="Divides"/> is false.</param>
    /// <param name="zeros">32 zeros.</param>
    /// <param name="products"><see cref="ProductFloats"/> for each worker.</param>
    /// <param name="inputSums"><see cref="InputSumFloats"/> for each worker, or for each block of an image at a time where <see cref="HasPhases"/>.</param>
    /// <param name="imagesAtOnce">Images that a pass over the step has.</param>
    public StrassenStep(string name, StrassenPart part, StrassenPart? shortcut, Epilogue epilogue, PackedBlob zeros, Reservation products, Reservation inputSums, int imagesAtOnce)
        : base(name)
    {
        _part = part;
        _shortcut = shortcut;
        _epilogue = epilogue;
        _zeros = zeros;
        _products = products;
        _inputSums = inputSums;
        _pixels = epilogue.Output.Place.Pixels;
        _blocks = BlockCount(_pixels, 16 * epilogue.Output.Blocks);
        if (epilogue.Sums is not null)
            epilogue.Sums.Parts = _blocks;
        _pairs = 16 * epilogue.Output.Blocks / (4 * TSimd.Lanes);
        long macs = (long)(SharesWeights ? imagesAtOnce : 1) * _pixels / _blocks * 2 * (part.HalfDepth + (shortcut?.HalfDepth ?? 0)) * 4 * TSimd.Lanes;
        _pairsPerItem = HasPhases(_pixels) ? (int)Math.Clamp(ItemMacs / macs, 1, _pairs) : _pairs;
        _low = epilogue.Relu ? 0 : float.NegativeInfinity;
    }

    public override string Method => "strassen";

    public override int LastPhase => 1;

    public override bool CanStream => true;

    int PairGroups => (_pairs + _pairsPerItem - 1) / _pairsPerItem;

    // Tiles of a block: an even number, all of one size; where that does not divide the pixels, neighbours share some.
    static int Tiles(int pixels) => (pixels + 2 * TSimd.MostRows - 1) / (2 * TSimd.MostRows) * 2;

    /// <summary>Whether tiles share no pixels, so that sums count each once.</summary>
    public static bool Divides(int pixels, int outputs)
    {
        int blocks = BlockCount(pixels, outputs);
        return pixels % blocks == 0 && pixels / blocks % Tiles(pixels / blocks) == 0;
    }

    /// <summary>Whether a plane has so few blocks that they are shared out by outputs.</summary>
    public static bool HasPhases(int pixels) => (pixels + BlockPixels / 2) / BlockPixels < 4;

    /// <summary>Blocks of an image. An odd and small number of panels is shared out in two blocks, since two threads cannot halve it.</summary>
    public static int BlockCount(int pixels, int outputs)
    {
        int blocks = Math.Max(1, (pixels + BlockPixels / 2) / BlockPixels);
        return blocks == 1 && outputs / (4 * TSimd.Lanes) is 1 or 3 or 5 ? 2 : blocks;
    }

    /// <summary>The four first products of a pair of tiles.</summary>
    public static long ProductFloats => (long)Products * 2 * TSimd.Lanes * TSimd.MostRows;

    /// <summary>S1 to S4 of all pairs of tiles of a block.</summary>
    public static long InputSumFloats(int pixels, int outputs, int halfDepth) =>
        Tiles((pixels + BlockCount(pixels, outputs) - 1) / BlockCount(pixels, outputs)) / 2 * 4L * halfDepth * TSimd.MostRows;

    public override void Run(RunState state)
    {
        if (HasPhases(_pixels))
            state.Parallel(this, 0, state.ImageCount * _blocks * (_part.Input.Blocks + (_shortcut?.Input.Blocks ?? 0)) / 2);
        state.Parallel(this, 1, Items(state));
    }

    int Items(RunState state) => (SharesWeights ? 1 : state.ImageCount) * _blocks * PairGroups;

    protected override void RunItem(RunState state, int phase, int item, int worker)
    {
        if (phase == 0)
        {
            int inputBlocks = (_part.Input.Blocks + (_shortcut?.Input.Blocks ?? 0)) / 2;
            AddInputs(state, item / inputBlocks / _blocks, item / inputBlocks % _blocks, item % inputBlocks, 1, InputSums(state, item / inputBlocks));
            return;
        }
        int group = item % PairGroups;
        int block = item / PairGroups % _blocks;
        int image = item / PairGroups / _blocks;
        int images = SharesWeights ? state.ImageCount : image + 1;
        if (!HasPhases(_pixels))
            AddInputs(state, image, block, 0, Depth / 16, InputSums(state, worker));
        int firstPair = group * _pairsPerItem;
        int endPair = Math.Min(firstPair + _pairsPerItem, _pairs);
        if (_epilogue.Sums is { } place)
        {
            for (int n = image; n < images; n++)
            {
                float* first = place.First(state, n, block);
                for (int half = 0; half < 2; half++)
                    new Span<float>(first + (half * _pairs + firstPair) * 2 * TSimd.Lanes, (endPair - firstPair) * 2 * TSimd.Lanes).Clear();
            }
        }
        WeightLines ahead = Stream is null ? default : Stream.Share(item, Items(state));
        for (int pair = firstPair; pair < endPair; pair++)
        {
            for (int n = image; n < images; n++)
                RunPair(state, pair, n, block, InputSums(state, HasPhases(_pixels) ? n * _blocks + block : worker), worker, fetch: n == image, ref ahead);
        }
    }

    // Two panels of outputs for the pixels of one block.
    void RunPair(RunState state, int pair, int image, int block, float* sums, int worker, bool fetch, ref WeightLines ahead)
    {
        (int firstPixel, int pixels, int tiles, int rows) = Block(block);
        float* products = state.Arena + _products.Offset + worker * ProductFloats;
        for (int t = 0; t < tiles; t += 2)
        {
            float* s = sums + t / 2 * 4L * Depth * TSimd.MostRows;
            int pixel0 = firstPixel + Start(t, pixels, tiles, rows);
            int pixel1 = firstPixel + Start(t + 1, pixels, tiles, rows);
            // The first two pairs of tiles bring the weights of the next panels.
            int fetched = fetch && t < 4 && pair + 1 < _pairs && TSimd.Lanes == 16 ? t / 2 : -1;
            if (_shortcut is not null)
                Multiply(state, _shortcut, image, block, pair, rows, pixel0, pixel1, s + 4L * _part.HalfDepth * TSimd.MostRows, products, isShortcut: true, fetched, ref ahead);
            Multiply(state, _part, image, block, pair, rows, pixel0, pixel1, s, products, isShortcut: false, fetched, ref ahead);
        }
    }

    // Small planes are few pixels for many weights: an item takes its weights through all images.
    bool SharesWeights => _pixels <= MapPlace.SmallPlane;

    int Depth => _part.HalfDepth + (_shortcut?.HalfDepth ?? 0);

    float* InputSums(RunState state, int index) => state.Arena + _inputSums.Offset + index * InputSumFloats(_pixels, 16 * _epilogue.Output.Blocks, Depth);

    (int First, int Count, int Tiles, int Rows) Block(int block)
    {
        int first = (int)((long)block * _pixels / _blocks);
        int count = (int)((long)(block + 1) * _pixels / _blocks) - first;
        int tiles = Tiles(count);
        return (first, count, tiles, (count + tiles - 1) / tiles);
    }

    // The last tile ends where the pixels end.
    static int Start(int tile, int pixels, int tiles, int rows) => Math.Min((int)((long)tile * pixels / tiles), pixels - rows);

    // Sums of some of the blocks of 16 inputs; the shortcut's come behind the convolution's.
    void AddInputs(RunState state, int image, int block, int firstInput, int count, float* sums)
    {
        (int firstPixel, int pixels, int tiles, int rows) = Block(block);
        for (int t = 0; t < tiles; t += 2)
        {
            nint first = (firstPixel + Start(t, pixels, tiles, rows)) * (nint)16;
            nint second = (firstPixel + Start(t + 1, pixels, tiles, rows)) * (nint)16;
            for (int i = firstInput; i < firstInput + count; i++)
            {
                bool isShortcut = 16 * i >= _part.HalfDepth;
                StrassenPart part = isShortcut ? _shortcut! : _part;
                int input = isShortcut ? i - _part.HalfDepth / 16 : i;
                float* left = part.Input.First(state, image, input);
                float* right = part.Input.First(state, image, part.HalfDepth / 16 + input);
                float* s = sums + (t / 2 * 4L * Depth + (isShortcut ? 4L * _part.HalfDepth : 0) + 16L * input) * TSimd.MostRows;
                StrassenKernels.AddInputs<TSimd, TVec>(left + first, right + first, left + second, right + second, s, (long)part.HalfDepth * TSimd.MostRows, rows * 16);
            }
        }
    }

    void Multiply(RunState state, StrassenPart part, int image, int block, int pair, int rows, int pixel0, int pixel1, float* s, float* products, bool isShortcut, int fetched, ref WeightLines ahead)
    {
        int lanes = TSimd.Lanes;
        int half = part.HalfDepth;
        long one = (long)half * TSimd.MostRows;
        long product = 2L * lanes * TSimd.MostRows;
        float* weights = part.Weights.Floats + (long)pair * 7 * half * 2 * lanes;
        long step = (long)half * 2 * lanes;
        float* a1 = part.Input.First(state, image) + (nint)pixel0 * 16;
        float* a2 = part.Input.First(state, image) + (nint)pixel1 * 16;
        // 64 bytes of each product for each k are half of what it has.
        byte* fetch = fetched < 0 ? null : (byte*)(weights + 7 * step) + 64L * half * fetched;
        nint right = (nint)(half / 16) * part.Input.Place.Plane;
        float* p1 = products;
        float* u2 = p1 + product;
        float* u3 = u2 + product;
        float* p5 = u3 + product;
        var raw = new Tile { Depth = half, Bias = _zeros.Floats, Low = float.NegativeInfinity, Row = 2 * lanes, Next = lanes };
        // P1 = A11 B11
        raw.Offsets = part.Offsets;
        raw.A = a1;
        raw.B = weights;
        Fetch(&raw, fetch, 0 * step, ref ahead);
        raw.C = p1;
        TileKernels.Run<TSimd, TVec, Row16>(rows, 2, &raw);
        Tile c = Finish(state, part, image, block, pair, isShortcut, 0, pixel0);
        // C11 = A12 B21 + P1
        c.Offsets = part.Offsets;
        c.A = a1 + right;
        c.B = weights + step;
        Fetch(&c, fetch, 1 * step, ref ahead);
        c.First = p1;
        TileKernels.Run<TSimd, TVec, Row16>(rows, 2, &c);
        // U2 = S2 T2 + P1
        raw.Offsets = part.ScratchOffsets;
        raw.A = s + one;
        raw.B = weights + 2 * step;
        Fetch(&raw, fetch, 2 * step, ref ahead);
        raw.First = p1;
        raw.C = u2;
        TileKernels.Run<TSimd, TVec, Row16>(rows, 2, &raw);
        // U3 = S3 T3 + U2
        raw.A = s + 2 * one;
        raw.B = weights + 3 * step;
        Fetch(&raw, fetch, 3 * step, ref ahead);
        raw.First = u2;
        raw.C = u3;
        TileKernels.Run<TSimd, TVec, Row16>(rows, 2, &raw);
        // P5 = S1 T1
        raw.A = s;
        raw.B = weights + 4 * step;
        Fetch(&raw, fetch, 4 * step, ref ahead);
        raw.First = null;
        raw.C = p5;
        TileKernels.Run<TSimd, TVec, Row16>(rows, 2, &raw);
        // C12 = S4 B22 + U2 + P5
        c = Finish(state, part, image, block, pair + _pairs, isShortcut, 0, pixel0);
        c.Offsets = part.ScratchOffsets;
        c.A = s + 3 * one;
        c.B = weights + 5 * step;
        Fetch(&c, fetch, 5 * step, ref ahead);
        c.First = u2;
        c.Second = p5;
        TileKernels.Run<TSimd, TVec, Row16>(rows, 2, &c);
        // C22 = U3 + P5
        c = Finish(state, part, image, block, pair + _pairs, isShortcut, 1, pixel1);
        c.Depth = 0;
        c.Offsets = part.Offsets;
        c.First = u3;
        c.Second = p5;
        TileKernels.Run<TSimd, TVec, Row16>(rows, 2, &c);
        // C21 = U3 - A22 T4, T4 packed with the other sign
        c = Finish(state, part, image, block, pair, isShortcut, 1, pixel1);
        c.Offsets = part.Offsets;
        c.A = a2 + right;
        c.B = weights + 6 * step;
        Fetch(&c, fetch, 6 * step, ref ahead);
        c.First = u3;
        TileKernels.Run<TSimd, TVec, Row16>(rows, 2, &c);
    }

    static void Fetch(Tile* tile, byte* weights, long product, ref WeightLines ahead)
    {
        tile->Prefetch = weights == null ? ahead.Take(tile->Depth) : weights + product * sizeof(float);
        tile->PrefetchStep = tile->Prefetch == null ? 0 : WeightLines.Bytes;
    }

    // What follows a tile's sums, for a panel of two vectors and the pixels from one on.
    Tile Finish(RunState state, StrassenPart part, int image, int block, int panel, bool isShortcut, int row, int pixel)
    {
        int slot = panel * 2 * TSimd.Lanes;
        int lane = slot % 16;
        MapPlace place = _epilogue.Output.Place;
        nint next = lane + TSimd.Lanes < 16 ? TSimd.Lanes : place.Plane - lane;
        float* output = _epilogue.Output.First(state, image, slot / 16) + (nint)pixel * 16 + lane;
        var tile = new Tile
        {
            Depth = part.HalfDepth,
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
