namespace Senet.Training;

/// <summary>How well a network does on labelled images.</summary>
public sealed record EvaluationResult
{
    /// <summary>Class names, in the order of the confusion matrix.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Number of images.</summary>
    public required int Count { get; init; }

    /// <summary>Fraction of images whose highest score is the true class, 0..1.</summary>
    public required double Top1 { get; init; }

    /// <summary>Fraction of images whose true class is among the five highest scores, 0..1; with five classes or fewer it is 1.</summary>
    public required double Top5 { get; init; }

    /// <summary>Mean cross-entropy in nats, without label smoothing.</summary>
    public required double Loss { get; init; }

    /// <summary>Images by true class (row) and predicted class (column).</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    /// <summary>Precision, recall and counts of every class, in class order.</summary>
    public IReadOnlyList<ClassMetrics> PerClass =>
        [.. Classes.Select((name, index) => new ClassMetrics(
            name,
            Images: Confusion[index].Sum(),
            Predicted: Confusion.Sum(row => row[index]),
            Correct: Confusion[index][index]))];
}
