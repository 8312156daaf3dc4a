using Senet.Graph;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>One parameter as an <see cref="Optimizer"/> sees it.</summary>
public sealed class OptimizedParameter
{
    internal OptimizedParameter(ParameterSpec spec, Parameter value, double decay, double rateFactor, int states)
    {
        Spec = spec;
        Value = value;
        Decay = decay;
        RateFactor = rateFactor;
        State = new Tensor?[states];
    }

    /// <summary>Its description in the graph.</summary>
    public ParameterSpec Spec { get; }

    /// <summary>The tensor that is changed in place; it holds its gradient. Owned by the module.</summary>
    public Parameter Value { get; }

    /// <summary>Weight decay of this parameter.</summary>
    public double Decay { get; }

    /// <summary>Factor of the learning rate.</summary>
    public double RateFactor { get; }

    /// <summary>What the optimiser remembers of it; null before the first step.</summary>
    internal Tensor?[] State { get; }

    internal void ForgetState()
    {
        foreach (Tensor? value in State)
            value?.Dispose();
        Array.Clear(State);
    }
}
