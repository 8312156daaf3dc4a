using Senet.Graph;

namespace Senet.Training;

/// <summary>Which stage of a network a parameter belongs to.</summary>
static class ParameterStages
{
    /// <summary>The stage of every parameter, by name.</summary>
    public static Dictionary<string, int> Of(NetworkGraph graph) =>
        graph.Nodes.SelectMany(node => node.Parameters.Select(spec => (spec.Name, node.Stage))).ToDictionary(StringComparer.Ordinal);
}
