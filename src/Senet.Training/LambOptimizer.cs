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
public sealed class LambOptimizer : Optimizer
{
    readonly double _beta1;
    readonly double _beta2;
    readonly double _epsilon;

    /// <summary>An optimiser for the trainable parameters of <paramref name="module"/>, which has to be on its device already.</summary>
    public LambOptimizer(GraphModule module, Recipe recipe)
        : base(module, recipe, "mean", "square")
    {
        _beta1 = recipe.Beta1;
        _beta2 = recipe.Beta2;
        _epsilon = recipe.Epsilon;
    }

    private protected override void Update(OptimizedParameter parameter, Tensor gradient, double rate)
    {
        Tensor mean = parameter.State[0] ??= Zeros(parameter);
        Tensor square = parameter.State[1] ??= Zeros(parameter);
        mean.mul_(_beta1).add_(gradient, alpha: 1 - _beta1);
        square.mul_(_beta2).addcmul_(gradient, gradient, value: 1 - _beta2);
        // The gradient has been used; its memory takes the direction: the reciprocal of Adam's denominator times the mean.
        Tensor direction = gradient.copy_(square).sqrt_().div_(Math.Sqrt(1 - Math.Pow(_beta2, Steps))).add_(_epsilon).reciprocal_();
        direction.mul_(mean).mul_(1 / (1 - Math.Pow(_beta1, Steps)));
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
