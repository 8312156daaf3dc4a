using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>A depthwise convolution: every slot of the output reads the same slot of the input. Row after row, then the epilogue while the row is in the cache.</summary>
sealed unsafe class DepthwiseStep<TSimd, TVec> : PlanStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    const int ItemPixels = 2000;

    readonly MapView _input;
    readonly GatePlace? _inputGate;
    readonly PackedBlob _weights;
    readonly NativeInts _offsets;
    readonly int _taps;
    readonly int _stride;
    readonly Epilogue _epilogue;
    readonly int _rowsPerItem;

    /// <param name="name">Name of the step.</param>
    /// <param name="input">The input, with a frame as wide as the padding.</param>
    /// <param name="inputGate">Gates of the input that are not applied yet.</param>
    /// <param name="weights">(block, tap, slot).</param>
    /// <param name="offsets">Where each tap lies from the pixel that an output pixel stands for.</param>
    /// <param name="stride">Stride.</param>
    /// <param name="epilogue">What follows.</param>
    public DepthwiseStep(string name, MapView input, GatePlace? inputGate, PackedBlob weights, int[] offsets, int stride, Epilogue epilogue)
        : base(name)
    {
        _input = input;
        _inputGate = inputGate;
        _weights = weights;
        _offsets = new(offsets);
        _taps = offsets.Length;
        _stride = stride;
        _epilogue = epilogue;
        _rowsPerItem = Math.Clamp(ItemPixels / epilogue.Output.Place.Width, 1, epilogue.Output.Place.Height);
        if (epilogue.Sums is not null)
            epilogue.Sums.Parts = Parts;
    }

    public override string Method => "depthwise";

    int Parts => (_epilogue.Output.Place.Height + _rowsPerItem - 1) / _rowsPerItem;

    public override void Run(RunState state) => state.Parallel(this, 0, state.ImageCount * _epilogue.Output.Blocks * Parts, state.ImageCount * _epilogue.Output.Blocks * (double)_epilogue.Output.Place.Pixels * (_taps + 2) * 0.4);

    public override void RunItem(RunState state, int phase, int item, int worker)
    {
        int part = item % Parts;
        int block = item / Parts % _epilogue.Output.Blocks;
        int image = item / Parts / _epilogue.Output.Blocks;
        MapPlace place = _epilogue.Output.Place;
        PixelFinish finish = _epilogue.Finish(state, image, block, part);
        finish.Scale = _inputGate is null ? null : _inputGate.First(state, image) + 16 * block;
        finish.Rows = 1;
        finish.Columns = place.Width;
        float* input = _input.First(state, image, block);
        float* weights = _weights.Floats + (long)block * _taps * 16;
        int first = part * _rowsPerItem;
        int end = Math.Min(first + _rowsPerItem, place.Height);
        float* output = finish.Target;
        float* residual = finish.Residual;
        for (int y = first; y < end; y++)
        {
            finish.Target = output + (nint)y * place.Pitch;
            finish.Source = finish.Target;
            if (residual != null)
                finish.Residual = residual + y * finish.ResidualRow;
            DepthwiseKernels.Row<TSimd, TVec>(input + (nint)y * _stride * _input.Place.Pitch, _stride * 16, _offsets.Values, _taps, weights, finish.Target, place.Width);
            PixelKernels.Finish<TSimd, TVec>(&finish);
        }
    }
}
