namespace Senet.Training;

/// <summary>One row of <c>metrics.csv</c>.</summary>
/// <param name="Epoch">Epoch, counted from 1.</param>
/// <param name="LearningRate">Learning rate of the epoch's last step.</param>
/// <param name="TrainLoss">Mean training loss, label smoothing and mixed labels included.</param>
/// <param name="TrainTop1">Training accuracy on the augmented images, 0..1; of a mixed image the class that most of it is counts.</param>
/// <param name="ValidationLoss">Mean validation cross-entropy.</param>
/// <param name="ValidationTop1">Validation accuracy, 0..1.</param>
/// <param name="ValidationTop5">Fraction of validation images with the true class among the five highest, 0..1.</param>
/// <param name="TrainSeconds">Seconds of training, loading included.</param>
/// <param name="ValidationSeconds">Seconds of validation.</param>
/// <param name="ImagesPerSecond">Training images per second, loading included.</param>
public sealed record EpochMetrics(
    int Epoch,
    double LearningRate,
    double TrainLoss,
    double TrainTop1,
    double ValidationLoss,
    double ValidationTop1,
    double ValidationTop5,
    double TrainSeconds,
    double ValidationSeconds,
    double ImagesPerSecond);
