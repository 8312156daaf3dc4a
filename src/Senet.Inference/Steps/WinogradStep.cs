using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Planning;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>
/// A 3x3 convolution with stride 1 by Winograd's method: inputs to V, (product, block, tile, slot); for each product a matrix
/// multiplication M = V U with tiles in the place of pixels; M back to pixels, with the epilogue. Where the weights are small,
/// an item takes a few tiles through all three, V and M in the second-level cache; else each is a phase over all tiles,
/// so that the weights are read once.
/// </summary>
sealed unsafe class WinogradStep<TSimd, TVec, TForm> : PlanStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
    where TForm : struct, IWinograd<TForm>
{
    const long ItemMacs = 1_500_000;

    // Of a transform, for each product.
    const double NsPerVector = 1.8;

    readonly MapView _input;
    readonly GatePlace? _inputGate;
    readonly PanelLayout _layout;
    readonly PackedBlob _weights;
    readonly WinogradPlan _plan;
    readonly Epilogue _epilogue;
    readonly int _padding;
    readonly NativeInts _offsets;
    readonly int _panelsPerItem;
    readonly int _fetchingTiles;

    public WinogradStep(string name, MapView input, GatePlace? inputGate, int padding, PanelLayout layout, PackedBlob weights, WinogradPlan plan, Epilogue epilogue, CoreModel core)
        : base(name)
    {
        _input = input;
        _inputGate = inputGate;
        _padding = padding;
        _layout = layout;
        _weights = weights;
        _plan = plan;
        _epilogue = epilogue;
        int[] offsets = [.. layout.Taps.Select(tap => tap.Slot / 16 * plan.Tiles * 16 + tap.Slot % 16)];
        _offsets = new(offsets);
        if (epilogue.Sums is not null)
            epilogue.Sums.Parts = plan.IsFused ? plan.BlocksPerImage : 1;
        long macs = (long)plan.Tiles * layout.Taps.Length * layout.Panels[0].Vectors * TSimd.Lanes;
        _panelsPerItem = (int)Math.Clamp(ItemMacs / Math.Max(1, macs), 1, layout.Panels.Length);
        _fetchingTiles = !plan.IsFused && plan.Tiles <= 64 ? core.FetchingTiles : 0;
    }

    public override string Method => FormattableString.Invariant($"winograd {M}x{M}{(_plan.IsFused ? "" : ", phases")}");

    public override int LastPhase => _plan.IsFused ? 0 : 3;

    static int M => TForm.Outputs;

    static int N => TForm.Outputs + 2;

    int PanelGroups => (_layout.Panels.Length + _panelsPerItem - 1) / _panelsPerItem;

    MapPlace Output => _epilogue.Output.Place;

    public override void Run(RunState state)
    {
        double tiles = state.ImageCount * _plan.TilesDown * _plan.TilesAcross;
        double read = tiles * _input.Blocks * N * N * NsPerVector;
        double multiply = tiles * N * N * _layout.WeightFloats / MacsPerNs;
        double write = tiles * _epilogue.Output.Blocks * N * N * NsPerVector;
        if (_plan.IsFused)
        {
            state.Parallel(this, 0, state.ImageCount * _plan.BlocksPerImage, read + multiply + write);
            return;
        }
        state.Parallel(this, 1, state.ImageCount * _input.Blocks, read);
        state.Parallel(this, 2, N * N * PanelGroups, multiply);
        state.Parallel(this, 3, state.ImageCount * _epilogue.Output.Blocks, write);
    }

    protected override void RunItem(RunState state, int phase, int item, int worker)
    {
        float* v = state.Arena + _plan.Memory.Offset + (_plan.IsFused ? worker * _plan.FloatsAtOnce : 0);
        float* m = v + N * N * _plan.InputStride;
        // Each worker's own: a tile that hangs over the edge, with zeros there.
        float* patch = state.Arena + _plan.Scratch.Offset + worker * (long)N * N * 16;
        int perImage = _plan.TilesDown * _plan.TilesAcross;
        switch (phase)
        {
            case 0:
                int image = item / _plan.BlocksPerImage;
                int block = item % _plan.BlocksPerImage;
                int first = (int)((long)block * perImage / _plan.BlocksPerImage);
                int count = (int)((long)(block + 1) * perImage / _plan.BlocksPerImage) - first;
                for (int b = 0; b < _input.Blocks; b++)
                    ReadTiles(state, image, b, first, count, v + (long)b * _plan.Tiles * 16, patch);
                for (int product = 0; product < N * N; product++)
                    Multiply(v, m, product, 0, _layout.Panels.Length, count);
                for (int b = 0; b < _epilogue.Output.Blocks; b++)
                    WriteTiles(state, image, b, first, count, m + (long)b * _plan.Tiles * 16, block);
                break;
            case 1:
                image = item / _input.Blocks;
                block = item % _input.Blocks;
                ReadTiles(state, image, block, 0, perImage, v + ((long)block * _plan.Tiles + image * perImage) * 16, patch);
                break;
            case 2:
                int group = item % PanelGroups;
                int end = Math.Min((group + 1) * _panelsPerItem, _layout.Panels.Length);
                Multiply(v, m, item / PanelGroups, group * _panelsPerItem, end, state.ImageCount * perImage);
                break;
            default:
                image = item / _epilogue.Output.Blocks;
                block = item % _epilogue.Output.Blocks;
                WriteTiles(state, image, block, 0, perImage, m + ((long)block * _plan.Tiles + image * perImage) * 16, part: 0);
                break;
        }
    }

    // Tiles first to first + count of one block of one image; tile after tile to V, 16 floats apart.
    void ReadTiles(RunState state, int image, int block, int first, int count, float* v, float* patch)
    {
        MapPlace place = _input.Place;
        float* plane = _input.First(state, image, block);
        float* gate = _inputGate is null ? null : _inputGate.First(state, image) + 16 * block;
        for (int t = first; t < first + count; t++, v += 16)
        {
            int y = t / _plan.TilesAcross * M - _padding;
            int x = t % _plan.TilesAcross * M - _padding;
            float* source = plane + (nint)y * place.Pitch + (nint)x * 16;
            nint pitch = place.Pitch;
            if (y < -place.Halo || x < -place.Halo || y + N > place.Height + place.Halo || x + N > place.Width + place.Halo)
            {
                Gather(plane, place, y, x, patch);
                source = patch;
                pitch = N * 16;
            }
            TForm.TransformInput(source, pitch, v, (nint)_plan.InputStride, gate);
        }
    }

    // A tile that hangs over the edge, with zeros there.
    static void Gather(float* plane, MapPlace place, int y, int x, float* patch)
    {
        for (int row = 0; row < N; row++)
        {
            bool inside = (uint)(y + row) < (uint)place.Height;
            float* source = plane + (nint)(y + row) * place.Pitch + (nint)x * 16;
            for (int column = 0; column < N; column++)
            {
                bool isPixel = inside && (uint)(x + column) < (uint)place.Width;
                for (int lane = 0; lane < 16; lane += TSimd.Lanes)
                    TSimd.Store(patch + lane, isPixel ? TSimd.Load(source + column * 16 + lane) : TSimd.Zero);
                patch += 16;
            }
        }
    }

    void Multiply(float* v, float* m, int product, int firstPanel, int endPanel, int tiles)
    {
        int lanes = TSimd.Lanes;
        var tiling = Tiling.Of(tiles, TSimd.MostRows);
        float* weights = _weights.Floats + product * _layout.WeightFloats;
        for (int i = firstPanel; i < endPanel; i++)
        {
            Panel panel = _layout.Panels[i];
            int lane = panel.Slot % 16;
            var tile = new Tile
            {
                Offsets = _offsets.Values + panel.FirstTap,
                Depth = panel.Depth,
                Turns = panel.Turns,
                B = weights + panel.FirstWeight,
                Bias = _plan.Zeros.Floats,
                Row = 16,
                Next = lane + lanes < 16 ? lanes : _plan.Tiles * 16 - lane,
                Low = float.NegativeInfinity,
            };
            tile.A = v + product * _plan.InputStride;
            tile.C = m + product * _plan.OutputStride + (long)(panel.Slot / 16) * _plan.Tiles * 16 + lane;
            var fetch = new PanelFetch(tile.B + (long)panel.Depth * panel.Vectors * lanes, panel.Vectors, lanes, _fetchingTiles, tiling.Count);
            for (int left = tiling.Count; left > 0; left -= tile.Count)
            {
                (int rows, int alike) = tiling.Next(left);
                tile.Count = fetch.Take(&tile, alike);
                if (tile.Count == 0)
                    tile.Count = alike;
                TileKernels.Run<TSimd, TVec, Row16>(rows, panel.Vectors, &tile);
                tile.A += (nint)tile.Count * rows * 16;
                tile.C += (nint)tile.Count * rows * 16;
            }
        }
    }

    // Products of one block back to pixels.
    void WriteTiles(RunState state, int image, int block, int first, int count, float* m, int part)
    {
        MapPlace place = Output;
        PixelFinish finish = _epilogue.Finish(state, image, block, part);
        float* plane = finish.Target;
        float* residual = finish.Residual;
        for (int t = first; t < first + count; t++, m += 16)
        {
            int y = t / _plan.TilesAcross * M;
            int x = t % _plan.TilesAcross * M;
            finish.Target = plane + (nint)y * place.Pitch + (nint)x * 16;
            if (residual != null)
                finish.Residual = residual + y * finish.ResidualRow + (nint)x * 16;
            finish.Rows = Math.Min(M, place.Height - y);
            finish.Columns = Math.Min(M, place.Width - x);
            TForm.TransformOutput(m, (nint)_plan.OutputStride, &finish);
        }
    }
}
