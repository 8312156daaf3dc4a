using System.Runtime.CompilerServices;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>A 1x1 convolution cut in four for <see cref="StrassenStep{TSimd, TVec}"/>.</summary>
sealed class StrassenPart
{
    /// <param name="input">Its input: channels in order, a multiple of 32.</param>
    /// <param name="weights">See <see cref="Pack"/>.</param>
    /// <param name="bias">One value for each output slot.</param>
    /// <param name="pixels">Pixels that sums of inputs have in each block of 16 slots.</param>
    public StrassenPart(MapView input, PackedBlob weights, PackedBlob bias, int pixels)
    {
        Input = input;
        Weights = weights;
        Bias = bias;
        HalfDepth = 8 * input.Blocks;
        int[] offsets = new int[HalfDepth];
        int[] scratchOffsets = new int[HalfDepth];
        for (int k = 0; k < HalfDepth; k++)
        {
            offsets[k] = k / 16 * input.Place.Plane + k % 16;
            scratchOffsets[k] = k / 16 * 16 * pixels + k % 16;
        }
        _offsets = new(offsets);
        _scratchOffsets = new(scratchOffsets);
    }

    readonly NativeInts _offsets;
    readonly NativeInts _scratchOffsets;

    public MapView Input { get; }

    public PackedBlob Weights { get; }

    public PackedBlob Bias { get; }

    /// <summary>Half of the inputs.</summary>
    public int HalfDepth { get; }

    public unsafe int* Offsets => _offsets.Values;

    public unsafe int* ScratchOffsets => _scratchOffsets.Values;

    /// <summary>Floats that <see cref="Pack"/> writes: seven quarters of the weights.</summary>
    public static long PackedFloats(int inputs, int outputs) => 7L * (inputs / 2) * (outputs / 2);

    /// <summary>
    /// Writes, for every panel of the first half of the outputs and its twin in the second half, the seven matrices in the order of
    /// their use: B11, B21, T2, T3, T1, B22, -T4 with T1 = B12 - B11, T2 = B22 - T1, T3 = B22 - B12, T4 = T2 - B21.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Pack<TSimd, TVec>(float* target, ConvolutionWeights weights, int inputs, int outputs)
        where TSimd : struct, ISimd<TSimd, TVec>
        where TVec : unmanaged
    {
        int lanes = 2 * TSimd.Lanes;
        int half = inputs / 2;
        long step = (long)half * lanes;
        ReadOnlySpan<float> all = weights.Weight;
        for (int panel = 0; panel < outputs / 2 / lanes; panel++, target += 7 * step)
        {
            for (int lane = 0; lane < lanes; lane++)
            {
                int left = panel * lanes + lane;
                int right = left + outputs / 2;
                ReadOnlySpan<float> leftFilter = all.Slice(left * inputs, inputs);
                ReadOnlySpan<float> rightFilter = all.Slice(right * inputs, inputs);
                double leftScale = weights.Scale[left];
                double rightScale = weights.Scale[right];
                float* value = target + lane;
                for (int k = 0; k < half; k++, value += lanes)
                {
                    double b11 = leftFilter[k] * leftScale;
                    double b21 = leftFilter[half + k] * leftScale;
                    double b12 = rightFilter[k] * rightScale;
                    double b22 = rightFilter[half + k] * rightScale;
                    value[0] = (float)b11;
                    value[step] = (float)b21;
                    value[2 * step] = (float)(b22 - b12 + b11);
                    value[3 * step] = (float)(b22 - b12);
                    value[4 * step] = (float)(b12 - b11);
                    value[5 * step] = (float)b22;
                    value[6 * step] = (float)(b21 - b22 + b12 - b11);
                }
            }
        }
    }
}
