namespace Senet.Inference;

/// <summary>The time of one step of a plan.</summary>
/// <param name="Name">The graph's node that the step ends with.</param>
/// <param name="Method">What computes it.</param>
/// <param name="IsExcitation">Whether it belongs to squeeze-and-excitation alone.</param>
/// <param name="Macs">Multiply-accumulates as the graph counts them, for the whole batch.</param>
/// <param name="Time">Shortest time for the whole batch.</param>
public sealed record StepProfile(string Name, string Method, bool IsExcitation, long Macs, TimeSpan Time);
