using Senet.Torch;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>
/// Stochastic gradient descent with momentum, PyTorch's definition: g += decay * w; v = momentum * v + g; w -= rate * v (or
/// rate * (g + momentum * v) in Nesterov's form).
/// </summary>
public sealed class SgdOptimizer : Optimizer
{
    readonly double _momentum;
    readonly bool _nesterov;

    /// <summary>An optimiser for the trainable parameters of <paramref name="module"/>, which has to be on its device already.</summary>
    public SgdOptimizer(GraphModule module, Recipe recipe)
        : base(module, recipe, "momentum")
    {
        _momentum = recipe.Momentum;
        _nesterov = recipe.Nesterov;
    }

    private protected override void Update(OptimizedParameter parameter, Tensor gradient, double rate)
    {
        if (parameter.Decay != 0)
            gradient.add_(parameter.Value, alpha: parameter.Decay);
        if (_momentum != 0)
        {
            if (parameter.State[0] is { } velocity)
                velocity.mul_(_momentum).add_(gradient);
            else
                parameter.State[0] = gradient.clone().DetachFromDisposeScope();
            if (_nesterov)
                gradient.add_(parameter.State[0]!, alpha: _momentum);
            else
                gradient = parameter.State[0]!;
        }
        parameter.Value.add_(gradient, alpha: -rate);
    }
}
