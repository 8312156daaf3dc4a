namespace Senet;

/// <summary>What a network makes of an image on the way to its classes.</summary>
/// <param name="Features">The classifier's input, one value per feature (2048 for SE-ResNet-50): near for images that look alike.</param>
/// <param name="Gates">
/// The gate s of every channel (arXiv:1709.01507, equation 3) by the name of the squeeze-and-excitation block, in the network's
/// order; empty unless asked for. Blocks without a squeeze have a gate for every pixel and are left out.
/// </param>
/// <param name="Classification">The five likeliest classes and all probabilities, from the same pass.</param>
public sealed record ImageEmbedding(float[] Features, IReadOnlyDictionary<string, float[]> Gates, Classification Classification);
