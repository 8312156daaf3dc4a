using Senet.Graph;
using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>x * gate(fc2 relu(fc1 x)) for every pixel (the paper's NoSqueeze): the excitation's products with pixels in the place of images.</summary>
sealed unsafe class SpatialGateStep<TSimd, TVec> : PlanStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    /// <summary>Pixels that an item works on at once.</summary>
    public const int Pixels = 12;

    readonly MapView _input;
    readonly MapView _output;
    readonly VectorProduct<TSimd, TVec> _first;
    readonly VectorProduct<TSimd, TVec> _second;
    readonly ExcitationGate _kind;
    readonly Reservation _scratch;
    readonly int _hiddenBlocks;

    /// <param name="name">Name of the step.</param>
    /// <param name="input">x.</param>
    /// <param name="output">The recalibrated map.</param>
    /// <param name="first">fc1, reading (block, pixel, slot) of <see cref="Pixels"/> pixels.</param>
    /// <param name="second">fc2.</param>
    /// <param name="kind">The gate.</param>
    /// <param name="scratch"><see cref="ScratchFloats"/> for each worker.</param>
    /// <param name="hiddenBlocks">Blocks of fc1's output.</param>
    public SpatialGateStep(string name, MapView input, MapView output, VectorProduct<TSimd, TVec> first, VectorProduct<TSimd, TVec> second, ExcitationGate kind, Reservation scratch, int hiddenBlocks)
        : base(name)
    {
        _input = input;
        _output = output;
        _first = first;
        _second = second;
        _kind = kind;
        _scratch = scratch;
        _hiddenBlocks = hiddenBlocks;
    }

    public override string Method => "spatial gates";

    public override bool IsExcitation => true;

    public static long ScratchFloats(int blocks, int hiddenBlocks) => (2L * blocks + hiddenBlocks) * Pixels * 16;

    public override void Run(RunState state) => state.Parallel(this, 0, state.ImageCount * _input.Place.Height);

    protected override void RunItem(RunState state, int phase, int item, int worker)
    {
        int image = item / _input.Place.Height;
        int y = item % _input.Place.Height;
        int stride = Pixels * 16;
        float* x = state.Arena + _scratch.Offset + worker * ScratchFloats(_input.Blocks, _hiddenBlocks);
        float* gates = x + (long)_input.Blocks * stride;
        float* hidden = gates + (long)_input.Blocks * stride;
        for (int left = 0; left < _input.Place.Width; left += Pixels)
        {
            int count = Math.Min(Pixels, _input.Place.Width - left);
            for (int block = 0; block < _input.Blocks; block++)
                new Span<float>(Pixel(state, _input, image, block, y, left), 16 * count).CopyTo(new Span<float>(x + block * stride, 16 * count));
            for (int i = 0; i < _first.Items; i++)
                _first.Run(i, x, hidden, stride, 16, count);
            for (int i = 0; i < _second.Items; i++)
                _second.Run(i, hidden, gates, stride, 16, count);
            GateKernels.Apply<TSimd, TVec>(gates, _input.Blocks * stride, _kind, 1);
            for (int block = 0; block < _input.Blocks; block++)
            {
                float* target = Pixel(state, _output, image, block, y, left);
                for (int i = 0; i < 16 * count; i += TSimd.Lanes)
                    TSimd.Store(target + i, TSimd.Multiply(TSimd.Load(x + block * stride + i), TSimd.Load(gates + block * stride + i)));
            }
        }
    }

    static float* Pixel(RunState state, MapView view, int image, int block, int y, int x) => view.First(state, image, block) + (nint)y * view.Place.Pitch + (nint)x * 16;
}
