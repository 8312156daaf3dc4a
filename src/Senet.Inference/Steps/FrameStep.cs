using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>Clears the frame of a map, whose memory other maps have used since the last pass, so that padding is a read of zeros.</summary>
sealed unsafe class FrameStep : PlanStep
{
    readonly MapPlace _place;

    public FrameStep(string name, MapPlace place)
        : base(name) => _place = place;

    public override string Method => "frame";

    public override void Run(RunState state) => state.Parallel(this, 0, state.ImageCount, state.ImageCount * (double)_place.Blocks * (_place.Height + _place.Width) * _place.Halo * 4);

    protected override void RunItem(RunState state, int phase, int item, int worker)
    {
        int pitch = _place.Pitch;
        int side = _place.Halo * _place.Slots;
        int band = _place.Halo * pitch + side;
        for (int block = 0; block < _place.Blocks; block++)
        {
            float* first = _place.First(state, item, block);
            // Rows above and the first row's left side; right side and the next row's left side; the last row's right side and below.
            new Span<float>(first - band, band).Clear();
            for (int y = 1; y < _place.Height; y++)
                new Span<float>(first + (nint)y * pitch - 2 * side, 2 * side).Clear();
            new Span<float>(first + (nint)_place.Height * pitch - 2 * side, band).Clear();
        }
    }
}
