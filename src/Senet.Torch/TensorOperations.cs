using Senet.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Torch;

/// <summary>Operations that a network needs and TorchSharp has no single call for. Results are owned by the caller.</summary>
static class TensorOperations
{
    /// <summary>Maximum pooling; see <see cref="MaxPoolNode"/>.</summary>
    public static Tensor MaxPool(Tensor input, MaxPoolNode pool)
    {
        long[] kernel = [pool.Kernel, pool.Kernel];
        long[] stride = [pool.Stride, pool.Stride];
        if (pool.Rounding != PoolRounding.Cover)
            return nn.functional.max_pool2d(input, kernel, stride, [pool.Padding, pool.Padding], [1, 1], pool.Rounding == PoolRounding.Ceil);
        // Padding below and to the right that never wins gives every stride-th pixel a whole window.
        using Tensor padded = nn.functional.pad(input, [0, Missing(input.shape[3]), 0, Missing(input.shape[2])], value: double.NegativeInfinity);
        return nn.functional.max_pool2d(padded, kernel, stride);

        long Missing(long size) => Math.Max(0, (size + pool.Stride - 1) / pool.Stride * pool.Stride - pool.Stride + pool.Kernel - size);
    }

    /// <summary>Mean over height and width, (N, C).</summary>
    public static Tensor GlobalAverage(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        long[] shape = input.shape;
        // Channels-last maps in the order of their memory: the gradient of a mean over two axes would lie in NCHW, and all that meets it would
        // be reordered.
        return input.permute(0, 2, 3, 1).reshape(shape[0], shape[2] * shape[3], shape[1]).mean([1]).MoveToOuterDisposeScope();
    }

    /// <summary>Every <paramref name="stride"/>-th pixel of the image moved by -<paramref name="offset"/>; see <see cref="SubsampleNode"/>.</summary>
    public static Tensor Subsample(Tensor input, int stride, int offset)
    {
        using DisposeScope scope = NewDisposeScope();
        // Negative padding cuts: the image keeps its size and moves.
        Tensor moved = offset == 0 ? input : nn.functional.pad(input, [-offset, offset, -offset, offset]);
        TensorIndex every = TensorIndex.Slice(step: stride);
        return moved.index(TensorIndex.Ellipsis, every, every).MoveToOuterDisposeScope();
    }

    /// <summary>Channels of each of <paramref name="groups"/> groups dealt out over all; see <see cref="ChannelShuffleNode"/>.</summary>
    public static Tensor Shuffle(Tensor input, int groups)
    {
        using DisposeScope scope = NewDisposeScope();
        long[] shape = input.shape;
        Tensor grouped = input.reshape(shape[0], groups, shape[1] / groups, shape[2], shape[3]);
        return grouped.transpose(1, 2).reshape(shape).MoveToOuterDisposeScope();
    }

    /// <summary>Anti-aliased down-sampling; see <see cref="BlurPoolNode"/>.</summary>
    public static Tensor Blur(Tensor input, int stride)
    {
        using DisposeScope scope = NewDisposeScope();
        long channels = input.shape[1];
        Tensor filter = tensor(new float[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 }, [1, 1, 3, 3], device: input.device).div_(16).to(input.dtype).expand(channels, 1, 3, 3);
        Tensor padded = nn.functional.pad(input, [1, 1, 1, 1], PaddingModes.Reflect);
        return nn.functional.conv2d(padded, filter, strides: [stride, stride], groups: channels).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// a * left + (1 - a) * right with a drawn per image; the gradient is split by b, 1 - b instead, where b is drawn as well
    /// or one half. In evaluation both are one half. Draws come from libtorch's generator, as those of dropout do.
    /// </summary>
    public static Tensor Mix(Tensor left, Tensor right, ShakeBackward backward, bool training)
    {
        using DisposeScope scope = NewDisposeScope();
        if (!training)
            return ((left + right) * 0.5).MoveToOuterDisposeScope();
        long[] perImage = [left.shape[0], 1, 1, 1];
        // Half precision has no more than 256 different draws.
        ScalarType drawn = left.dtype == ScalarType.BFloat16 ? ScalarType.Float32 : left.dtype;
        Tensor a = rand(perImage, dtype: drawn, device: left.device).to(left.dtype);
        Tensor b = backward == ShakeBackward.Shake ? rand(perImage, dtype: drawn, device: left.device).to(left.dtype) : full(perImage, 0.5, dtype: left.dtype, device: left.device);
        // b * left + (1 - b) * right carries the gradient; the constant behind it moves the value to that of a.
        Tensor difference = left - right;
        Tensor correction = ((a - b) * difference).detach();
        return (right + b * difference + correction).MoveToOuterDisposeScope();
    }

    /// <summary>shortcut + branch / keep for images drawn with probability <paramref name="keep"/>, the shortcut alone for the others. Draws come from libtorch's generator.</summary>
    public static Tensor AddBranch(Tensor branch, Tensor shortcut, double keep)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor factor = rand([branch.shape[0], 1, 1, 1], device: branch.device).lt(keep).to(branch.dtype).div_(keep);
        return (shortcut + branch * factor).MoveToOuterDisposeScope();
    }
}
