using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>Sums of a map whose writer does not sum: a pass of its own.</summary>
sealed unsafe class SumStep<TSimd, TVec> : PlanStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    readonly MapView _input;
    readonly SumsPlace _sums;

    public SumStep(string name, MapView input, SumsPlace sums)
        : base(name)
    {
        _input = input;
        _sums = sums;
    }

    public override string Method => "sums";

    public override bool IsExcitation => true;

    public override void Run(RunState state) => state.Parallel(this, 0, state.ImageCount * _input.Blocks, state.ImageCount * (double)_input.Blocks * _input.Place.Pixels * 0.5);

    protected override void RunItem(RunState state, int phase, int item, int worker)
    {
        int image = item / _input.Blocks;
        int block = item % _input.Blocks;
        PoolKernels.Sum<TSimd, TVec>(_input.First(state, image, block), _input.Place.Pitch, _input.Place.Height, _input.Place.Width, _sums.First(state, image, 0) + 16 * block);
    }
}
