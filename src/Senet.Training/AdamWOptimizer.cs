using Senet.Torch;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter, arXiv:1711.05101), PyTorch's definition: w *= 1 - rate * decay;
/// m = b1 * m + (1 - b1) * g; v = b2 * v + (1 - b2) * g^2; w -= rate * m' / (sqrt(v') + epsilon), where m' = m / (1 - b1^t) and
/// v' = v / (1 - b2^t) at step t.
/// </summary>
public sealed class AdamWOptimizer : AdamMoments
{
    /// <summary>An optimiser for the trainable parameters of <paramref name="module"/>, which has to be on its device already.</summary>
    public AdamWOptimizer(GraphModule module, Recipe recipe)
        : base(module, recipe)
    {
    }

    private protected override void Update(OptimizedParameter parameter, Tensor gradient, double rate)
    {
        Tensor mean = TakeIn(parameter, gradient);
        if (parameter.Decay != 0)
            parameter.Value.mul_(1 - rate * parameter.Decay);
        parameter.Value.addcdiv_(mean, gradient, value: -rate / MeanCorrection);
    }
}
