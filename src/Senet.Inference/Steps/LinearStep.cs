using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>A fully connected layer.</summary>
sealed unsafe class LinearStep<TSimd, TVec> : PlanStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    readonly VectorProduct<TSimd, TVec> _product;
    readonly MapPlace _input;
    readonly MapPlace _output;

    public LinearStep(string name, VectorProduct<TSimd, TVec> product, MapPlace input, MapPlace output)
        : base(name)
    {
        _product = product;
        _input = input;
        _output = output;
    }

    public override string Method => "linear";

    public override void Run(RunState state) => state.Parallel(this, 0, _product.Items);

    protected override void RunItem(RunState state, int phase, int item, int worker) =>
        _product.Run(item, _input.First(state, 0, 0), _output.First(state, 0, 0), _output.Plane, 16, state.ImageCount);
}
