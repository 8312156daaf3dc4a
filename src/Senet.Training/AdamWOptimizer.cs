using Senet.Torch;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter, arXiv:1711.05101), PyTorch's definition: w *= 1 - rate * decay;
/// m = b1 * m + (1 - b1) * g; v = b2 * v + (1 - b2) * g^2; w -= rate * m' / (sqrt(v') + epsilon), where m' = m / (1 - b1^t) and
/// v' = v / (1 - b2^t) at step t.
/// </summary>
public sealed class AdamWOptimizer : Optimizer
{
    readonly double _beta1;
    readonly double _beta2;
    readonly double _epsilon;

    /// <summary>An optimiser for the trainable parameters of <paramref name="module"/>, which has to be on its device already.</summary>
    public AdamWOptimizer(GraphModule module, Recipe recipe)
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
        if (parameter.Decay != 0)
            parameter.Value.mul_(1 - rate * parameter.Decay);
        // The gradient has been used; its memory takes the denominator.
        gradient.copy_(square).sqrt_().div_(Math.Sqrt(1 - Math.Pow(_beta2, Steps))).add_(_epsilon);
        parameter.Value.addcdiv_(mean, gradient, value: -rate / (1 - Math.Pow(_beta1, Steps)));
    }
}
