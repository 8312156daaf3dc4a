using Senet.Graph;
using Senet.Weights;

namespace Senet.Onnx;

/// <summary>Whether weights are those of a graph.</summary>
static class WeightCheck
{
    /// <summary>Compares names and shapes.</summary>
    /// <exception cref="SenetException">They differ; the message lists how.</exception>
    public static void Check(NetworkGraph graph, IReadOnlyDictionary<string, WeightTensor> weights)
    {
        if (WeightDifferences.OfNames(graph, weights) is { } names)
            throw new SenetException($"{graph.Name}: the weights are another network's: {names}");
        if (WeightDifferences.FirstOfAnotherShape(graph, weights) is { } spec)
            throw new SenetException($"{graph.Name}: {spec.Name} has shape [{string.Join(", ", weights[spec.Name].Shape)}]; expected [{string.Join(", ", spec.Shape)}]");
    }
}
