using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>A convolution in groups of so few channels that several groups lie in one vector (ResNeXt's first stages). Row after row, then the epilogue while the row is in the cache.</summary>
sealed unsafe class GroupedStep<TSimd, TVec> : PlanStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    const int ItemPixels = 2000;

    readonly MapView _input;
    readonly PackedBlob _weights;
    readonly NativeInts _offsets;
    readonly int _taps;
    readonly int _stride;
    readonly int _inputs;
    readonly int _outputs;
    readonly NativeInts _spread;
    readonly Epilogue _epilogue;
    readonly int _rowsPerItem;

    /// <param name="name">Name of the step.</param>
    /// <param name="input">The input, with a frame as wide as the padding.</param>
    /// <param name="weights">(block, tap, input of the group, slot).</param>
    /// <param name="offsets">Where each tap lies from the pixel that an output pixel stands for.</param>
    /// <param name="stride">Stride.</param>
    /// <param name="inputs">Input channels of a group.</param>
    /// <param name="outputs">Output channels of a group; a multiple of the inputs and at most a vector.</param>
    /// <param name="epilogue">What follows.</param>
    public GroupedStep(string name, MapView input, PackedBlob weights, int[] offsets, int stride, int inputs, int outputs, Epilogue epilogue)
        : base(name)
    {
        _input = input;
        _weights = weights;
        _offsets = new(offsets);
        _taps = offsets.Length;
        _stride = stride;
        _inputs = inputs;
        _outputs = outputs;
        // A vector of outputs reads a whole vector of inputs or an equal part of one: for each part, the lane that holds input j
        // of the group that each lane belongs to.
        _spread = new([.. from part in Enumerable.Range(0, outputs / inputs)
                          from j in Enumerable.Range(0, inputs)
                          from lane in Enumerable.Range(0, 16)
                          select part * TSimd.Lanes * inputs / outputs + lane % TSimd.Lanes / outputs * inputs + j]);
        _epilogue = epilogue;
        _rowsPerItem = Math.Clamp(ItemPixels / epilogue.Output.Place.Width, 1, epilogue.Output.Place.Height);
        if (epilogue.Sums is not null)
            epilogue.Sums.Parts = Parts;
    }

    public override string Method => "grouped";

    int Parts => (_epilogue.Output.Place.Height + _rowsPerItem - 1) / _rowsPerItem;

    public override void Run(RunState state) => state.Parallel(this, 0, state.ImageCount * _epilogue.Output.Blocks * Parts, state.ImageCount * _epilogue.Output.Blocks * (double)_epilogue.Output.Place.Pixels * (_taps * _inputs + 2) * 0.4);

    public override void RunItem(RunState state, int phase, int item, int worker)
    {
        int part = item % Parts;
        int block = item / Parts % _epilogue.Output.Blocks;
        int image = item / Parts / _epilogue.Output.Blocks;
        MapPlace place = _epilogue.Output.Place;
        PixelFinish finish = _epilogue.Finish(state, image, block, part);
        finish.Rows = 1;
        finish.Columns = place.Width;
        float* weights = _weights.Floats + (long)block * _taps * _inputs * 16;
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
            for (int lane = 0; lane < 16; lane += TSimd.Lanes)
            {
                int slot = (16 * block + lane) * _inputs / _outputs;
                int lanesIn = slot % TSimd.Lanes;
                float* input = _input.First(state, image, slot / 16) + (nint)y * _stride * _input.Place.Pitch + (slot % 16 - lanesIn);
                int* spread = _spread.Values + 16 * _inputs * (lanesIn * _outputs / (TSimd.Lanes * _inputs));
                DepthwiseKernels.GroupedRow<TSimd, TVec>(input, _stride * 16, _offsets.Values, _taps, _inputs, spread, weights + lane, finish.Target + lane, place.Width);
            }
            PixelKernels.Finish<TSimd, TVec>(&finish);
        }
    }
}
