using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>A convolution whose output slots read few input slots, those of one vector. Row after row, then the epilogue while the row is in the cache.</summary>
abstract unsafe class ChannelwiseStep<TSimd, TVec> : RowStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    const int ItemPixels = 2000;

    // A vector's multiply-add, and what every pixel costs beside them, in those.
    const double NsPerProduct = 0.4;
    const int Overhead = 2;

    readonly MapView _input;
    readonly GatePlace? _inputGate;
    readonly PackedBlob _weights;
    readonly NativeInts _offsets;
    readonly int _inputs;
    readonly int _stride;

    /// <param name="name">Name of the step.</param>
    /// <param name="input">The input, with a frame as wide as the padding.</param>
    /// <param name="inputGate">Gates of the input that are not applied yet; only where a slot reads its own alone.</param>
    /// <param name="weights">(block, tap, input of the slot, slot).</param>
    /// <param name="offsets">Where each tap lies from the pixel that an output pixel stands for.</param>
    /// <param name="inputs">Input slots that an output slot reads.</param>
    /// <param name="stride">Stride.</param>
    /// <param name="epilogue">What follows.</param>
    protected ChannelwiseStep(string name, MapView input, GatePlace? inputGate, PackedBlob weights, int[] offsets, int inputs, int stride, Epilogue epilogue)
        : base(name, epilogue, ItemPixels, (offsets.Length * inputs + Overhead) * NsPerProduct)
    {
        _input = input;
        _inputGate = inputGate;
        _weights = weights;
        _offsets = new(offsets);
        _inputs = inputs;
        _stride = stride;
        Taps = offsets.Length;
    }

    protected int Taps { get; }

    protected int* Offsets => _offsets.Values;

    protected int Stride => _stride;

    /// <summary>Floats from one input row to the next.</summary>
    protected nint InputPitch => _input.Place.Pitch;

    /// <summary>Floats from one output pixel's input to the next one's.</summary>
    protected nint Step => _stride * 16;

    protected override void RunRows(RunState state, int image, int block, int part, int first, int end)
    {
        PixelFinish finish = Finish(state, image, block, part);
        finish.Rows = 1;
        float* weights = Weights(block);
        float* output = finish.Target;
        float* residual = finish.Residual;
        for (int y = first; y < end; y++)
        {
            finish.Target = output + (nint)y * Place.Pitch;
            finish.Source = finish.Target;
            if (residual != null)
                finish.Residual = residual + y * finish.ResidualRow;
            RunRow(state, image, block, y, weights, finish.Target);
            PixelKernels.Finish<TSimd, TVec>(&finish);
        }
    }

    /// <summary>What follows the sums of a block's rows, whose number is left to fill in.</summary>
    protected PixelFinish Finish(RunState state, int image, int block, int part)
    {
        PixelFinish finish = Epilogue.Finish(state, image, block, part);
        finish.Scale = _inputGate is null ? null : _inputGate.First(state, image) + 16 * block;
        finish.Columns = Place.Width;
        return finish;
    }

    protected float* Weights(int block) => _weights.Floats + (long)block * Taps * _inputs * 16;

    /// <summary>Writes the sums of one row of output pixels.</summary>
    protected abstract void RunRow(RunState state, int image, int block, int y, float* weights, float* target);

    /// <summary>First input pixel of 16 slots that output row <paramref name="y"/> stands for.</summary>
    protected float* Input(RunState state, int image, int block, int y) => _input.First(state, image, block) + (nint)y * _stride * _input.Place.Pitch;
}
