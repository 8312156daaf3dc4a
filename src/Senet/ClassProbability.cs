namespace Senet;

/// <summary>One class's probability for an image.</summary>
/// <param name="Label">Name of the class; its index where the model names none.</param>
/// <param name="Index">Its index among the model's outputs.</param>
/// <param name="Probability">Softmax of the logits, 0..1.</param>
public sealed record ClassProbability(string Label, int Index, double Probability);
