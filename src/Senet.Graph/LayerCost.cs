namespace Senet.Graph;

/// <summary>What one node costs for one image.</summary>
/// <param name="Node">The node.</param>
/// <param name="Output">Its output shape.</param>
/// <param name="Parameters">Trainable values.</param>
/// <param name="Macs">Multiply-accumulates of convolutions and fully connected layers.</param>
/// <param name="Activations">Output elements of convolutions and fully connected layers.</param>
public sealed record LayerCost(Node Node, TensorShape Output, long Parameters, long Macs, long Activations);
