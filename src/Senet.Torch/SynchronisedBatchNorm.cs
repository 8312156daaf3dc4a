using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Torch;

/// <summary>
/// Batch normalisation in training with the mean and variance of the images of all processes: the same as that of one process with
/// the whole batch, forward and backward, up to rounding. Each layer costs one collective call per pass.
/// </summary>
static class SynchronisedBatchNorm
{
    /// <summary>Normalises a batch and moves the running statistics.</summary>
    /// <param name="input">(N, C, H, W), the images of this process.</param>
    /// <param name="runningMean">(C), moved towards the mean; the same in all processes.</param>
    /// <param name="runningVariance">(C), moved towards the unbiased variance.</param>
    /// <param name="weight">(C).</param>
    /// <param name="bias">(C).</param>
    /// <param name="momentum">How far the running statistics move.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="group">The processes.</param>
    /// <returns>(N, C, H, W) in the input's type, owned by the caller.</returns>
    public static Tensor Apply(Tensor input, Tensor runningMean, Tensor runningVariance, Tensor weight, Tensor bias, double momentum, double epsilon, BatchNormGroup group)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor values = input.to(float32);
        long[] shape = [1, values.shape[1], 1, 1];
        // Deviations from the local mean first: squares of the values themselves would lose the digits of a small variance.
        Tensor localMean = values.mean([0, 2, 3]);
        Tensor centred = values - localMean.reshape(shape);
        Tensor localVariance = centred.square().mean([0, 2, 3]);
        float count = group.Counts ? (float)(values.numel() / values.shape[1]) : 0;
        List<Tensor> moments = GlobalMoments.Apply(localMean, localVariance, count, group);
        Tensor mean = moments[0], variance = moments[1];
        Move(runningMean, mean, momentum);
        Move(runningVariance, moments[2], momentum);
        Tensor scale = weight * (variance + epsilon).rsqrt();
        Tensor shift = bias + (localMean - mean) * scale;
        return addcmul(shift.reshape(shape), centred, scale.reshape(shape), 1).to(input.dtype).MoveToOuterDisposeScope();
    }

    static void Move(Tensor running, Tensor value, double momentum)
    {
        using IDisposable noGrad = no_grad();
        using Tensor step = value.detach().to(running.dtype);
        running.mul_(1 - momentum).add_(step, alpha: momentum);
    }

    // From each process's mean and variance to those of all values, after Chan, Golub and LeVeque (1979).
    sealed class GlobalMoments : autograd.MultiTensorFunction<GlobalMoments>
    {
        const string Group = "group";

        public override string Name => nameof(GlobalMoments);

        /// <summary>The mean, the biased variance and, without a gradient, the unbiased one.</summary>
        public static List<Tensor> Apply(Tensor mean, Tensor variance, float count, BatchNormGroup group) => apply(mean, variance, count, group);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
        {
            using DisposeScope scope = NewDisposeScope();
            var localMean = (Tensor)vars[0];
            var localVariance = (Tensor)vars[1];
            var count = (float)vars[2];
            var group = (BatchNormGroup)vars[3];
            long channels = localMean.shape[0];
            using Tensor row = cat([localMean, localVariance, full([1], count, dtype: float32, device: localMean.device)]);
            Tensor rows = group.Gather(row);
            Tensor means = rows.narrow(1, 0, channels), variances = rows.narrow(1, channels, channels), counts = rows.narrow(1, 2 * channels, 1);
            Tensor total = counts.sum();
            Tensor shares = counts / total;
            // The name of the argument matters: sum(0) is the sum of everything, as bytes.
            Tensor mean = (shares * means).sum(dim: 0);
            Tensor deviations = means - mean;
            Tensor variance = (shares * (variances + deviations * deviations)).sum(dim: 0);
            ctx.save_data(Group, group);
            // The unbiased variance gets no gradient; TorchSharp would look for one of zeros among tensors that are gone by then.
            ctx.set_materialize_grads(false);
            Tensor share = count / total;
            Tensor deviation = localMean - mean;
            ctx.save_for_backward([share.MoveToOuterDisposeScope(), deviation.MoveToOuterDisposeScope()]);
            // One value alone has no unbiased variance.
            Tensor unbiased = variance * (total / (total - 1).clamp_min(1));
            return [mean.MoveToOuterDisposeScope(), variance.MoveToOuterDisposeScope(), unbiased.MoveToOuterDisposeScope()];
        }

        // d mean / d mean_r = share_r; d variance / d variance_r = share_r; d variance / d mean_r = 2 share_r (mean_r - mean).
        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs)
        {
            using DisposeScope scope = NewDisposeScope();
            var group = (BatchNormGroup)ctx.get_data(Group);
            List<Tensor> saved = ctx.get_saved_variables();
            Tensor share = saved[0], deviation = saved[1];
            long channels = deviation.shape[0];
            Tensor gradients = group.SumInBackward(cat([grad_outputs[0], grad_outputs[1]]));
            Tensor ofMean = gradients.narrow(0, 0, channels), ofVariance = gradients.narrow(0, channels, channels);
            return
            [
                (share * (ofMean + 2 * deviation * ofVariance)).MoveToOuterDisposeScope(),
                (share * ofVariance).MoveToOuterDisposeScope(),
                null!,
                null!,
            ];
        }
    }
}
