using Senet.Torch;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>
/// What Adam and its kin remember of each parameter (Kingma and Ba, arXiv:1412.6980): m = b1 * m + (1 - b1) * g and
/// v = b2 * v + (1 - b2) * g^2, of which m' = m / (1 - b1^t) and v' = v / (1 - b2^t) at step t are free of the start at 0.
/// </summary>
public abstract class AdamMoments : Optimizer
{
    readonly double _beta1;
    readonly double _beta2;
    readonly double _epsilon;

    private protected AdamMoments(GraphModule module, Recipe recipe)
        : base(module, recipe, "mean", "square")
    {
        _beta1 = recipe.Beta1;
        _beta2 = recipe.Beta2;
        _epsilon = recipe.Epsilon;
    }

    /// <summary>1 - b1^t.</summary>
    private protected double MeanCorrection => 1 - Math.Pow(_beta1, Steps);

    /// <summary>Takes in the gradient, and puts sqrt(v') + epsilon into its memory, for it has been used.</summary>
    /// <returns>m, not to be changed.</returns>
    private protected Tensor TakeIn(OptimizedParameter parameter, Tensor gradient)
    {
        Tensor mean = parameter.State[0] ??= Zeros(parameter);
        Tensor square = parameter.State[1] ??= Zeros(parameter);
        mean.mul_(_beta1).add_(gradient, alpha: 1 - _beta1);
        square.mul_(_beta2).addcmul_(gradient, gradient, value: 1 - _beta2);
        gradient.copy_(square).sqrt_().div_(Math.Sqrt(1 - Math.Pow(_beta2, Steps))).add_(_epsilon);
        return mean;
    }
}
