namespace Senet.Weights;

/// <summary>What a safetensors file holds.</summary>
/// <param name="Tensors">The tensors by name, in the order of the file's header.</param>
/// <param name="Metadata">The free text under <c>__metadata__</c>, in the file's order; empty when there is none.</param>
public sealed record SafetensorsContents(IReadOnlyDictionary<string, WeightTensor> Tensors, IReadOnlyDictionary<string, string> Metadata);
