namespace Senet.Training;

/// <summary>One class's results.</summary>
/// <param name="Class">Name of the class.</param>
/// <param name="Images">Images that belong to it.</param>
/// <param name="Predicted">Images that were taken for it.</param>
/// <param name="Correct">Images that belong to it and were taken for it.</param>
public sealed record ClassMetrics(string Class, int Images, int Predicted, int Correct)
{
    /// <summary>Correct / Predicted; null when nothing was taken for this class.</summary>
    public double? Precision => Predicted == 0 ? null : (double)Correct / Predicted;

    /// <summary>Correct / Images; null when no image belongs to this class.</summary>
    public double? Recall => Images == 0 ? null : (double)Correct / Images;
}
