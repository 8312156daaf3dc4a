using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>relu((scale * x + shift) * gate + y), element by element, where anything but x may be missing.</summary>
sealed unsafe class ElementwiseStep<TSimd, TVec> : RowStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    const int ItemPixels = 8000;
    const double NsPerPixel = 1.5;

    readonly MapView _input;
    readonly PackedBlob? _scale;

    public ElementwiseStep(string name, MapView input, PackedBlob? scale, Epilogue epilogue)
        : base(name, epilogue, ItemPixels, NsPerPixel)
    {
        _input = input;
        _scale = scale;
    }

    public override string Method => "elementwise";

    public override bool IsExcitation => Epilogue.Gate is not null;

    protected override void RunRows(RunState state, int image, int block, int part, int first, int end)
    {
        PixelFinish finish = Epilogue.Finish(state, image, block, part);
        finish.Source = _input.First(state, image, block) + (nint)first * _input.Place.Pitch;
        finish.SourceRow = _input.Place.Pitch;
        finish.Target += first * finish.TargetRow;
        if (finish.Residual != null)
            finish.Residual += first * finish.ResidualRow;
        finish.Scale = _scale is null ? null : _scale.Floats + 16 * block;
        finish.Rows = end - first;
        finish.Columns = _input.Place.Width;
        PixelKernels.Finish<TSimd, TVec>(&finish);
    }
}
