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
    readonly int _size;
    readonly NativeInts _spread;
    readonly Epilogue _epilogue;
    readonly int _rowsPerItem;

    /// <param name="name">Name of the step.</param>
    /// <param name="input">The input, with a frame as wide as the padding.</param>
    /// <param name="weights">(block, tap, input of the group, slot).</param>
    /// <param name="offsets">Where each tap lies from the pixel that an output pixel stands for.</param>
    /// <param name="stride">Stride.</param>
    /// <param name="size">Channels of a group.</param>
    /// <param name="epilogue">What follows.</param>
    public GroupedStep(string name, MapView input, PackedBlob weights, int[] offsets, int stride, int size, Epilogue epilogue)
        : base(name)
    {
        _input = input;
        _weights = weights;
        _offsets = new(offsets);
        _taps = offsets.Length;
        _stride = stride;
        _size = size;
        // Lane of input j of the group that each lane belongs to; within one vector, whatever its width.
        _spread = new([.. from j in Enumerable.Range(0, size) from lane in Enumerable.Range(0, 16) select lane % TSimd.Lanes / size * size + j]);
        _epilogue = epilogue;
        _rowsPerItem = Math.Clamp(ItemPixels / epilogue.Output.Place.Width, 1, epilogue.Output.Place.Height);
        if (epilogue.Sums is not null)
            epilogue.Sums.Parts = Parts;
    }

    public override string Method => "grouped";

    int Parts => (_epilogue.Output.Place.Height + _rowsPerItem - 1) / _rowsPerItem;

    public override void Run(RunState state) => state.Parallel(this, 0, state.ImageCount * _epilogue.Output.Blocks * Parts);

    public override void RunItem(RunState state, int phase, int item, int worker)
    {
        int part = item % Parts;
        int block = item / Parts % _epilogue.Output.Blocks;
        int image = item / Parts / _epilogue.Output.Blocks;
        MapPlace place = _epilogue.Output.Place;
        PixelFinish finish = _epilogue.Finish(state, image, block, part);
        finish.Rows = 1;
        finish.Columns = place.Width;
        float* input = _input.First(state, image, block);
        float* weights = _weights.Floats + (long)block * _taps * _size * 16;
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
            DepthwiseKernels.GroupedRow<TSimd, TVec>(input + (nint)y * _stride * _input.Place.Pitch, _stride * 16, _offsets.Values, _taps, _size, _spread.Values, weights, finish.Target, place.Width);
            PixelKernels.Finish<TSimd, TVec>(&finish);
        }
    }
}
