using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>The pixels of a map as a vector, in the order (block, pixel, slot).</summary>
sealed unsafe class FlattenStep : PlanStep
{
    readonly MapView _input;
    readonly MapPlace _output;

    public FlattenStep(string name, MapView input, MapPlace output)
        : base(name)
    {
        _input = input;
        _output = output;
    }

    public override string Method => "copy";

    public override void Run(RunState state)
    {
        MapPlace place = _input.Place;
        for (int image = 0; image < state.ImageCount; image++)
        {
            for (int i = 0; i < _output.Blocks; i++)
            {
                int pixel = i % place.Pixels;
                float* source = _input.First(state, image, i / place.Pixels) + (nint)(pixel / place.Width) * place.Pitch + (nint)(pixel % place.Width) * 16;
                new Span<float>(source, 16).CopyTo(new Span<float>(_output.First(state, image, i), 16));
            }
        }
    }
}
