using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>A convolution in groups of so few channels that several groups lie in one vector (ResNeXt's first stages); weights (block, tap, input of the group, slot).</summary>
sealed unsafe class GroupedStep<TSimd, TVec> : ChannelwiseStep<TSimd, TVec>
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    readonly int _inputs;
    readonly int _outputs;
    readonly NativeInts _spread;
    readonly bool _withinFours;

    /// <param name="name">Name of the step.</param>
    /// <param name="input">The input, with a frame as wide as the padding.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="offsets">Where each tap lies from the pixel that an output pixel stands for.</param>
    /// <param name="stride">Stride.</param>
    /// <param name="inputs">Input channels of a group.</param>
    /// <param name="outputs">Output channels of a group; a multiple of the inputs and at most a vector.</param>
    /// <param name="epilogue">What follows.</param>
    public GroupedStep(string name, MapView input, PackedBlob weights, int[] offsets, int stride, int inputs, int outputs, Epilogue epilogue)
        : base(name, input, inputGate: null, weights, offsets, inputs, stride, epilogue)
    {
        _inputs = inputs;
        _outputs = outputs;
        // A vector of outputs reads a whole vector of inputs or an equal part of one: for each part, the lane that holds input j
        // of the group that each lane belongs to.
        int[] spread = [.. from part in Enumerable.Range(0, outputs / inputs)
                          from j in Enumerable.Range(0, inputs)
                          from lane in Enumerable.Range(0, 16)
                          select part * TSimd.Lanes * inputs / outputs + lane % TSimd.Lanes / outputs * inputs + j];
        _spread = new(spread);
        _withinFours = spread.Index().All(entry => entry.Item % TSimd.Lanes / 4 == entry.Index % TSimd.Lanes / 4);
    }

    public override string Method => "grouped";

    protected override void RunRow(RunState state, int image, int block, int y, float* weights, float* target)
    {
        for (int lane = 0; lane < 16; lane += TSimd.Lanes)
        {
            int slot = (16 * block + lane) * _inputs / _outputs;
            int lanesIn = slot % TSimd.Lanes;
            float* input = Input(state, image, slot / 16, y) + (slot % 16 - lanesIn);
            int* spread = _spread.Values + 16 * _inputs * (lanesIn * _outputs / (TSimd.Lanes * _inputs));
            if (_withinFours)
                DepthwiseKernels.GroupedRow<TSimd, TVec, SpreadFours<TSimd, TVec>>(input, Step, Offsets, Taps, _inputs, spread, weights + lane, target + lane, Place.Width);
            else
                DepthwiseKernels.GroupedRow<TSimd, TVec, SpreadAny<TSimd, TVec>>(input, Step, Offsets, Taps, _inputs, spread, weights + lane, target + lane, Place.Width);
        }
    }
}
