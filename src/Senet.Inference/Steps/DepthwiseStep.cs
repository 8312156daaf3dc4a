using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>A depthwise convolution: every slot of the output reads the same slot of the input; weights (block, tap, slot).</summary>
sealed unsafe class DepthwiseStep<TSimd, TVec> : ChannelwiseStep<TSimd, TVec>
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    readonly bool _isThreeByThree;

    public DepthwiseStep(string name, MapView input, GatePlace? inputGate, PackedBlob weights, int[] offsets, int stride, Epilogue epilogue)
        : base(name, input, inputGate, weights, offsets, inputs: 1, stride, epilogue)
    {
        _isThreeByThree = offsets.Length == 9 && Enumerable.Range(0, 9).All(tap => offsets[tap] == offsets[0] + tap / 3 * InputPitch + tap % 3 * 16);
    }

    public override string Method => "depthwise";

    protected override void RunRows(RunState state, int image, int block, int part, int first, int end)
    {
        if (!_isThreeByThree)
        {
            base.RunRows(state, image, block, part, first, end);
            return;
        }
        PixelFinish finish = Finish(state, image, block, part);
        finish.Rows = end - first;
        finish.Target += first * finish.TargetRow;
        if (finish.Residual != null)
            finish.Residual += first * finish.ResidualRow;
        DepthwiseKernels.Rows3x3<TSimd, TVec>(Input(state, image, block, first) + Offsets[0], InputPitch, Stride, Weights(block), &finish);
    }

    protected override void RunRow(RunState state, int image, int block, int y, float* weights, float* target) =>
        DepthwiseKernels.Row<TSimd, TVec>(Input(state, image, block, y), Step, Offsets, Taps, weights, target, Place.Width);
}
