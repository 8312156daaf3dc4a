using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>relu((scale * x + shift) * gate + y), element by element, where anything but x may be missing.</summary>
sealed unsafe class ElementwiseStep<TSimd, TVec> : PlanStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    const int ItemPixels = 8000;

    readonly MapView _input;
    readonly PackedBlob? _scale;
    readonly Epilogue _epilogue;
    readonly int _rowsPerItem;

    public ElementwiseStep(string name, MapView input, PackedBlob? scale, Epilogue epilogue)
        : base(name)
    {
        _input = input;
        _scale = scale;
        _epilogue = epilogue;
        _rowsPerItem = Math.Clamp(ItemPixels / epilogue.Output.Place.Width, 1, epilogue.Output.Place.Height);
        if (epilogue.Sums is not null)
            epilogue.Sums.Parts = Parts;
    }

    public override string Method => "elementwise";

    public override bool IsExcitation => _epilogue.Gate is not null;

    int Parts => (_epilogue.Output.Place.Height + _rowsPerItem - 1) / _rowsPerItem;

    public override void Run(RunState state) => state.Parallel(this, 0, state.ImageCount * _epilogue.Output.Blocks * Parts, state.ImageCount * _epilogue.Output.Blocks * (double)_epilogue.Output.Place.Pixels * 1.5);

    public override void RunItem(RunState state, int phase, int item, int worker)
    {
        int part = item % Parts;
        int block = item / Parts % _epilogue.Output.Blocks;
        int image = item / Parts / _epilogue.Output.Blocks;
        int first = part * _rowsPerItem;
        PixelFinish finish = _epilogue.Finish(state, image, block, part);
        finish.Source = _input.First(state, image, block) + (nint)first * _input.Place.Pitch;
        finish.SourceRow = _input.Place.Pitch;
        finish.Target += first * finish.TargetRow;
        if (finish.Residual != null)
            finish.Residual += first * finish.ResidualRow;
        finish.Scale = _scale is null ? null : _scale.Floats + 16 * block;
        finish.Rows = Math.Min(_rowsPerItem, _input.Place.Height - first);
        finish.Columns = _input.Place.Width;
        PixelKernels.Finish<TSimd, TVec>(&finish);
    }
}
