using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>A depthwise convolution: every slot of the output reads the same slot of the input; weights (block, tap, slot).</summary>
sealed unsafe class DepthwiseStep<TSimd, TVec> : ChannelwiseStep<TSimd, TVec>
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    public DepthwiseStep(string name, MapView input, GatePlace? inputGate, PackedBlob weights, int[] offsets, int stride, Epilogue epilogue)
        : base(name, input, inputGate, weights, offsets, inputs: 1, stride, epilogue)
    {
    }

    public override string Method => "depthwise";

    protected override void RunRow(RunState state, int image, int block, int y, float* weights, float* target) =>
        DepthwiseKernels.Row<TSimd, TVec>(Input(state, image, block, y), Step, Offsets, Taps, weights, target, Place.Width);
}
