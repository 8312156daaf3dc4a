using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>Copies the caller's images, (N, C, H, W), to where the first layer reads them: planes with a frame, or blocks of 16 slots.</summary>
sealed unsafe class InputStep : PlanStep
{
    readonly MapPlace _place;
    readonly int _channels;

    public InputStep(string name, MapPlace place, int channels)
        : base(name)
    {
        _place = place;
        _channels = channels;
    }

    public override string Method => "copy";

    public override void Run(RunState state) => state.Parallel(this, 0, state.ImageCount * _place.Blocks, state.ImageCount * (double)_channels * _place.Pixels * 0.3);

    protected override void RunItem(RunState state, int phase, int item, int worker)
    {
        int image = item / _place.Blocks;
        int block = item % _place.Blocks;
        int pixels = _place.Pixels;
        float* source = state.Images + ((long)(state.FirstImage + image) * _channels + (long)block * _place.Slots) * pixels;
        float* target = _place.First(state, image, block);
        int count = Math.Min(_place.Slots, _channels - block * _place.Slots);
        for (int y = 0; y < _place.Height; y++)
        {
            float* row = target + (nint)y * _place.Pitch;
            if (_place.Slots == 1)
            {
                new Span<float>(source + (nint)y * _place.Width, _place.Width).CopyTo(new Span<float>(row, _place.Width));
                continue;
            }
            for (int slot = 0; slot < count; slot++)
            {
                float* channel = source + (nint)slot * pixels + (nint)y * _place.Width;
                for (int x = 0; x < _place.Width; x++)
                    row[x * 16 + slot] = channel[x];
            }
        }
    }
}
