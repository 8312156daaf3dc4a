using Senet.Graph;

namespace Senet.Inference.Fusion;

/// <summary>A graph as fused layers.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Input">The images.</param>
/// <param name="Logits">The vector that comes out.</param>
/// <param name="Layers">In the order in which they run.</param>
sealed record FusedNetwork(NetworkGraph Graph, FeatureMap Input, FeatureMap Logits, IReadOnlyList<FusedLayer> Layers);
