using Senet.Graph;
using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>Every stride-th pixel of the image smoothed with [1 2 1] x [1 2 1] / 16 over reflected edges.</summary>
sealed unsafe class BlurStep : PlanStep
{
    readonly MapView _input;
    readonly Epilogue _epilogue;
    readonly int _stride;

    public BlurStep(BlurPoolNode node, MapView input, Epilogue epilogue)
        : base(node.Name)
    {
        _input = input;
        _epilogue = epilogue;
        _stride = node.Stride;
    }

    public override string Method => "blur";

    public override void Run(RunState state) => state.Parallel(this, 0, state.ImageCount * _epilogue.Output.Blocks);

    protected override void RunItem(RunState state, int phase, int item, int worker)
    {
        int block = item % _epilogue.Output.Blocks;
        int image = item / _epilogue.Output.Blocks;
        MapPlace place = _epilogue.Output.Place;
        float* input = _input.First(state, image, block);
        float* output = _epilogue.Output.First(state, image, block);
        float low = _epilogue.Relu ? 0 : float.NegativeInfinity;
        ReadOnlySpan<float> weights = [0.25f, 0.5f, 0.25f];
        for (int y = 0; y < place.Height; y++)
        {
            for (int x = 0; x < place.Width; x++)
            {
                float* target = output + (nint)y * place.Pitch + (nint)x * 16;
                new Span<float>(target, 16).Clear();
                for (int i = 0; i < 3; i++)
                {
                    float* row = input + (nint)Reflect(y * _stride + i - 1, _input.Place.Height) * _input.Place.Pitch;
                    for (int j = 0; j < 3; j++)
                    {
                        float* pixel = row + (nint)Reflect(x * _stride + j - 1, _input.Place.Width) * 16;
                        float weight = weights[i] * weights[j];
                        for (int slot = 0; slot < 16; slot++)
                            target[slot] += weight * pixel[slot];
                    }
                }
                for (int slot = 0; slot < 16; slot++)
                    target[slot] = target[slot] < low ? low : target[slot];
            }
        }
    }

    static int Reflect(int i, int size) => i < 0 ? -i : i >= size ? 2 * size - 2 - i : i;
}
