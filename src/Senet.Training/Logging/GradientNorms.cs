using Senet.Graph;
using Senet.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Senet.Training.Logging;

/// <summary>Euclidean norms of the gradients.</summary>
static class GradientNorms
{
    /// <summary>The norm over the whole network (<c>all</c>), then those of the stem, every stage and the classifier that are trained.</summary>
    public static IReadOnlyList<(string Part, double Norm)> Measure(GraphModule module)
    {
        using IDisposable noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Dictionary<string, int> stages = ParameterStages.Of(module.Graph);
        var squares = new SortedDictionary<int, double>();
        foreach ((ParameterSpec spec, Parameter value) in module.TrainableParameters)
        {
            if (value.grad is not { } gradient)
                continue;
            double norm = gradient.norm().item<float>();
            int stage = stages[spec.Name];
            squares[stage] = squares.GetValueOrDefault(stage) + norm * norm;
        }
        return
        [
            ("all", Math.Sqrt(squares.Values.Sum())),
            .. squares.Select(stage => (NameOf(module.Graph, stage.Key), Math.Sqrt(stage.Value))),
        ];
    }

    static string NameOf(NetworkGraph graph, int stage) =>
        stage == 0 ? "stem" : stage == graph.HeadStage ? "classifier" : FormattableString.Invariant($"stage{stage}");
}
