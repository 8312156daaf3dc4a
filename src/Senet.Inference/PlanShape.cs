namespace Senet.Inference;

/// <summary>A batch and an image size.</summary>
/// <param name="Images">Images of a batch.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Width">Width in pixels.</param>
public sealed record PlanShape(int Images, int Height, int Width);
