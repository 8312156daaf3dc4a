using Senet.Graph;
using Senet.Torch;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>
/// LAMB (You et al., arXiv:1904.00962, algorithm 2) for large batches: Adam's direction with decay, u = m' / (sqrt(v') + epsilon)
/// + decay * w, in each tensor at a length that follows its weights' own: w -= rate * |w| / |u| * u. Where |w| or |u| is 0, the
/// ratio is 1.
/// </summary>
/// <remarks>
/// Biases and the scales and shifts of batch normalisation take the ratio 1: shifts start at 0, and a ratio of lengths would
/// hold them there. The trust ratio is not clipped.
/// </remarks>
public sealed class LambOptimizer : AdamMoments
{
    /// <summary>An optimiser for the trainable parameters of <paramref name="module"/>, which has to be on its device already.</summary>
    public LambOptimizer(GraphModule module, Recipe recipe)
        : base(module, recipe)
    {
    }

    private protected override void Update(OptimizedParameter parameter, Tensor gradient, double rate)
    {
        Tensor mean = TakeIn(parameter, gradient);
        // The denominator's memory takes the direction.
        Tensor direction = gradient.reciprocal_();
        direction.mul_(mean).mul_(1 / MeanCorrection);
        if (parameter.Decay != 0)
            direction.add_(parameter.Value, alpha: parameter.Decay);
        if (parameter.Spec.Role == ParameterRole.Weight)
        {
            // Stays on the device: a GPU need not wait for the two norms.
            Tensor weights = parameter.Value.norm();
            Tensor length = direction.norm();
            Tensor ratio = where(weights.gt(0).logical_and(length.gt(0)), weights / length, ones_like(weights));
            direction.mul_(ratio);
        }
        parameter.Value.add_(direction, alpha: -rate);
    }
}
