using Senet.Graph;
using Senet.Torch;
using Senet.Weights;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>
/// Stochastic gradient descent with momentum, PyTorch's definition: g += decay * w; v = momentum * v + g; w -= rate * v (or
/// rate * (g + momentum * v) in Nesterov's form). Its state is one named tensor per parameter, so that it can be saved beside
/// the weights.
/// </summary>
public sealed class SgdOptimizer : IDisposable
{
    /// <summary>Prefix of the momentum's names in a state file.</summary>
    public const string MomentumPrefix = "momentum/";

    readonly List<Entry> _entries = [];
    readonly Recipe _recipe;

    sealed record Entry(string Name, Parameter Value, double Decay, double RateFactor)
    {
        public Tensor? Velocity { get; set; }
    }

    /// <summary>An optimiser for the trainable parameters of <paramref name="module"/>, which has to be on its device already.</summary>
    public SgdOptimizer(GraphModule module, Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(recipe);
        _recipe = recipe;
        Dictionary<string, int> stages = module.Graph.Nodes.SelectMany(node => node.Parameters.Select(spec => (spec.Name, node.Stage))).ToDictionary(StringComparer.Ordinal);
        foreach ((ParameterSpec spec, Parameter value) in module.TrainableParameters)
        {
            bool decays = recipe.WeightDecayOnNormAndBias || spec.Role == ParameterRole.Weight;
            double factor = recipe.StageRates.Count == 0 ? 1 : recipe.StageRates[stages[spec.Name]];
            _entries.Add(new(spec.Name, value, decays ? recipe.WeightDecay : 0, factor));
        }
    }

    /// <summary>Forgets the gradients of the last step.</summary>
    public void ZeroGradients()
    {
        foreach (Entry entry in _entries)
        {
            using Tensor? gradient = entry.Value.grad;
            gradient?.zero_().Dispose();
        }
    }

    /// <summary>Applies the gradients with learning rate <paramref name="rate"/>.</summary>
    public void Step(double rate)
    {
        using IDisposable noGrad = no_grad();
        foreach (Entry entry in _entries)
        {
            using var scope = NewDisposeScope();
            Tensor? gradient = entry.Value.grad;
            if (gradient is null)
                continue;
            // The gradient is zeroed before the next step, so the decay may be added into it.
            if (entry.Decay != 0)
                gradient.add_(entry.Value, alpha: entry.Decay);
            if (_recipe.Momentum != 0)
            {
                if (entry.Velocity is null)
                    entry.Velocity = gradient.clone().DetachFromDisposeScope();
                else
                    entry.Velocity.mul_(_recipe.Momentum).add_(gradient);
                if (_recipe.Nesterov)
                    gradient.add_(entry.Velocity, alpha: _recipe.Momentum);
                else
                    gradient = entry.Velocity;
            }
            entry.Value.add_(gradient, alpha: -rate * entry.RateFactor);
        }
    }

    /// <summary>The momentum as named tensors; empty before the first step.</summary>
    public IEnumerable<WeightTensor> ExportState() =>
        _entries.Where(entry => entry.Velocity is not null).Select(entry => TensorConversion.ToWeightTensor(MomentumPrefix + entry.Name, entry.Velocity!));

    /// <summary>Takes over a saved momentum; parameters without one start afresh.</summary>
    public void LoadState(IReadOnlyDictionary<string, WeightTensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        using IDisposable noGrad = no_grad();
        foreach (Entry entry in _entries)
        {
            if (!state.TryGetValue(MomentumPrefix + entry.Name, out WeightTensor? saved))
                continue;
            entry.Velocity ??= zeros_like(entry.Value).DetachFromDisposeScope();
            TensorConversion.CopyInto(entry.Velocity, saved);
        }
    }

    /// <summary>Frees the momentum.</summary>
    public void Dispose()
    {
        foreach (Entry entry in _entries)
        {
            entry.Velocity?.Dispose();
            entry.Velocity = null;
        }
    }
}
