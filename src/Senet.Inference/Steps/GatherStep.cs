using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>Every stride-th pixel from an offset on, channels moved from slot to slot, zero where there is no pixel or no channel.</summary>
sealed unsafe class GatherStep : PlanStep
{
    readonly MapView _input;
    readonly MapView _output;
    readonly int[] _sources;
    readonly int _stride;
    readonly int _offset;

    /// <param name="name">Name of the step.</param>
    /// <param name="input">The input.</param>
    /// <param name="output">The output.</param>
    /// <param name="sources">The input's slot for each of the output's, -1 for none.</param>
    /// <param name="stride">Distance of the pixels that are taken.</param>
    /// <param name="offset">Row and column of the first.</param>
    public GatherStep(string name, MapView input, MapView output, int[] sources, int stride, int offset)
        : base(name)
    {
        _input = input;
        _output = output;
        _sources = sources;
        _stride = stride;
        _offset = offset;
    }

    public override string Method => "gather";

    public override void Run(RunState state) => state.Parallel(this, 0, state.ImageCount * _output.Blocks);

    protected override void RunItem(RunState state, int phase, int item, int worker)
    {
        int block = item % _output.Blocks;
        int image = item / _output.Blocks;
        MapPlace from = _input.Place;
        MapPlace to = _output.Place;
        float* target = _output.First(state, image, block);
        ReadOnlySpan<int> sources = _sources.AsSpan(16 * block, 16);
        bool whole = sources[0] >= 0 && sources[0] % 16 == 0;
        for (int slot = 1; slot < 16; slot++)
            whole &= sources[slot] == sources[0] + slot;
        for (int y = 0; y < to.Height; y++)
        {
            int row = y * _stride + _offset;
            for (int x = 0; x < to.Width; x++)
            {
                int column = x * _stride + _offset;
                float* pixel = target + (nint)y * to.Pitch + (nint)x * 16;
                if ((uint)row >= (uint)from.Height || (uint)column >= (uint)from.Width)
                {
                    new Span<float>(pixel, 16).Clear();
                    continue;
                }
                nint place = (nint)row * from.Pitch + (nint)column * 16;
                if (whole)
                {
                    new Span<float>(_input.First(state, image, sources[0] / 16) + place, 16).CopyTo(new Span<float>(pixel, 16));
                    continue;
                }
                for (int slot = 0; slot < 16; slot++)
                    pixel[slot] = sources[slot] < 0 ? 0 : _input.First(state, image, sources[slot] / 16)[place + sources[slot] % 16];
            }
        }
    }
}
