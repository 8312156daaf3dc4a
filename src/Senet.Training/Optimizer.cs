using Senet.Graph;
using Senet.Torch;
using Senet.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>
/// Turns gradients into changes of the weights. Its state is a few named tensors per parameter, so that it can be saved beside
/// the weights and restored to the bit.
/// </summary>
/// <remarks>Gradients lie in the parameters. Between the backward pass and <see cref="Step"/> they may be read, averaged over processes or clipped.</remarks>
public abstract class Optimizer : IDisposable
{
    /// <summary>Name of the number of steps taken in a state file.</summary>
    const string StepsName = "optimizer/steps";

    // PyTorch's clip_grad_norm_ adds as much to the norm.
    const double ClippingEpsilon = 1e-6;

    readonly string[] _stateNames;

    private protected Optimizer(GraphModule module, Recipe recipe, params string[] stateNames)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(recipe);
        _stateNames = stateNames;
        Dictionary<string, int> stages = ParameterStages.Of(module.Graph);
        Parameters =
        [
            .. from entry in module.TrainableParameters
               let decays = recipe.WeightDecayOnNormAndBias || entry.Spec.Role == ParameterRole.Weight
               let factor = recipe.StageRates.Count == 0 ? 1 : recipe.StageRates[stages[entry.Spec.Name]]
               select new OptimizedParameter(entry.Spec, entry.Value, decays ? recipe.WeightDecay : 0, factor, stateNames.Length),
        ];
    }

    /// <summary>What is optimised, in the graph's order.</summary>
    public IReadOnlyList<OptimizedParameter> Parameters { get; }

    /// <summary>Steps taken since the start of the run.</summary>
    public long Steps { get; private set; }

    /// <summary>The optimiser that <paramref name="recipe"/> asks for.</summary>
    /// <param name="module">Its trainable parameters are optimised; it has to be on its device already.</param>
    /// <param name="recipe">Kind, momentum, weight decay and the factors of the stages' learning rates.</param>
    public static Optimizer Create(GraphModule module, Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return recipe.Optimizer switch
        {
            OptimizerKind.AdamW => new AdamWOptimizer(module, recipe),
            OptimizerKind.Lamb => new LambOptimizer(module, recipe),
            _ => new SgdOptimizer(module, recipe),
        };
    }

    /// <summary>Whether a tensor of a state file belongs to an optimiser or another part of the run, not to the network: the names of weights have no slash.</summary>
    internal static bool IsStateName(string name) => name.Contains('/', StringComparison.Ordinal);

    /// <summary>Forgets the gradients of the last step.</summary>
    public void ZeroGradients()
    {
        foreach (OptimizedParameter parameter in Parameters)
        {
            using Tensor? gradient = parameter.Value.grad;
            gradient?.zero_().Dispose();
        }
    }

    /// <summary>Norm of all gradients as one vector.</summary>
    public double GradientNorm()
    {
        using IDisposable noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        List<Tensor> norms = [];
        foreach (OptimizedParameter parameter in Parameters)
        {
            if (parameter.Value.grad is { } gradient)
                norms.Add(gradient.norm());
        }
        return norms.Count == 0 ? 0 : stack(norms).norm().to(float64).item<double>();
    }

    /// <summary>Scales all gradients so that their norm as one vector is at most <paramref name="largest"/> (Pascanu et al., arXiv:1211.5063); PyTorch's definition.</summary>
    /// <returns>The norm before.</returns>
    public double ClipGradients(double largest)
    {
        double norm = GradientNorm();
        double factor = largest / (norm + ClippingEpsilon);
        if (factor >= 1)
            return norm;
        using IDisposable noGrad = no_grad();
        foreach (OptimizedParameter parameter in Parameters)
        {
            using Tensor? gradient = parameter.Value.grad;
            gradient?.mul_(factor).Dispose();
        }
        return norm;
    }

    /// <summary>Applies the gradients with learning rate <paramref name="rate"/>; afterwards the gradients hold nothing of use.</summary>
    public void Step(double rate)
    {
        Steps++;
        using IDisposable noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        foreach (OptimizedParameter parameter in Parameters)
        {
            if (parameter.Value.grad is { } gradient)
                Update(parameter, gradient, rate * parameter.RateFactor);
        }
    }

    /// <summary>The state as named tensors; empty before the first step.</summary>
    public IEnumerable<WeightTensor> ExportState()
    {
        if (Steps == 0)
            yield break;
        yield return WeightTensor.FromInt64(StepsName, [1], [Steps]);
        foreach (OptimizedParameter parameter in Parameters)
        {
            for (int i = 0; i < _stateNames.Length; i++)
            {
                if (parameter.State[i] is { } value)
                    yield return TensorConversion.ToWeightTensor(NameOf(i, parameter), value);
            }
        }
    }

    /// <summary>Takes over a saved state; parameters without one start afresh.</summary>
    public void LoadState(IReadOnlyDictionary<string, WeightTensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        using IDisposable noGrad = no_grad();
        Steps = state.TryGetValue(StepsName, out WeightTensor? steps) ? steps.ToInt64()[0] : 0;
        foreach (OptimizedParameter parameter in Parameters)
        {
            for (int i = 0; i < _stateNames.Length; i++)
            {
                if (state.TryGetValue(NameOf(i, parameter), out WeightTensor? saved))
                    TensorConversion.CopyInto(parameter.State[i] ??= Zeros(parameter), saved);
            }
        }
    }

    /// <summary>Frees the state; the parameters belong to the module.</summary>
    public void Dispose()
    {
        foreach (OptimizedParameter parameter in Parameters)
            parameter.ForgetState();
        GC.SuppressFinalize(this);
    }

    /// <summary>Changes one parameter. Gradients are not recorded, tensors made here are freed behind it, and the gradient may be overwritten.</summary>
    private protected abstract void Update(OptimizedParameter parameter, Tensor gradient, double rate);

    /// <summary>State of the parameter's shape, precision and device, all 0, that lives as long as the optimiser.</summary>
    private protected static Tensor Zeros(OptimizedParameter parameter) => zeros_like(parameter.Value).DetachFromDisposeScope();

    string NameOf(int index, OptimizedParameter parameter) => $"{_stateNames[index]}/{parameter.Spec.Name}";
}
