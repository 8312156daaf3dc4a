using Senet.Torch;
using Senet.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>
/// The exponential moving average of a network's weights and of its batch normalisations' statistics: average = d * average + (1 - d) * weights behind
/// every step. The decay d of update t, counted from 0, is min(decay, (1 + t) / (10 + t)), so that the initial weights are soon forgotten.
/// </summary>
sealed class WeightAverage : IDisposable
{
    const string Prefix = "ema/";

    readonly double _decay;
    readonly (Tensor Average, Tensor Current)[] _pairs;

    /// <summary>Starts the average at the weights that <paramref name="module"/> has.</summary>
    /// <param name="module">The network that is trained, on its device already.</param>
    /// <param name="decay">Above 0, below 1.</param>
    /// <param name="device">The device of <paramref name="module"/>.</param>
    public WeightAverage(GraphModule module, double decay, Device device)
    {
        _decay = decay;
        Module = new(module.Graph);
        Module.to(device);
        Module.eval();
        _pairs = [.. module.Graph.Parameters.Select(spec => (Module.Find(spec.Name), module.Find(spec.Name)))];
        using IDisposable noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        foreach ((Tensor average, Tensor current) in _pairs)
        {
            average.requires_grad = false;
            average.copy_(current);
        }
    }

    /// <summary>The network with the averaged weights.</summary>
    public GraphModule Module { get; }

    /// <summary>Takes in the weights behind a step.</summary>
    /// <param name="updates">Updates before this one.</param>
    public void Update(long updates)
    {
        double decay = Math.Min(_decay, (1.0 + updates) / (10.0 + updates));
        using IDisposable noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        foreach ((Tensor average, Tensor current) in _pairs)
            average.mul_(decay).add_(current, alpha: 1 - decay);
    }

    /// <summary>The average as named tensors for the state of a run.</summary>
    public IEnumerable<WeightTensor> ExportState() => Module.ExportWeights().Select(tensor => tensor.WithName(Prefix + tensor.Name));

    /// <summary>Takes over a saved average.</summary>
    public void LoadState(IReadOnlyDictionary<string, WeightTensor> state, string origin) => Module.LoadWeights(
        state.Where(entry => entry.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(entry => entry.Key[Prefix.Length..], entry => entry.Value, StringComparer.Ordinal),
        origin);

    /// <summary>Frees the averaged network.</summary>
    public void Dispose() => Module.Dispose();
}
