namespace Senet.Training;

/// <summary>One class's probability for an image.</summary>
/// <param name="Class">Name of the class.</param>
/// <param name="Index">Its index in the model's class list.</param>
/// <param name="Probability">Softmax of the logits, 0..1.</param>
public sealed record Prediction(string Class, int Index, double Probability);
