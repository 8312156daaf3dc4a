namespace Senet.Training;

/// <summary>How a run ended.</summary>
public sealed record TrainingResult
{
    /// <summary>The run's folder.</summary>
    public required string RunFolder { get; init; }

    /// <summary>The best model's file; null when the run was interrupted before the first epoch ended.</summary>
    public required string? ModelPath { get; init; }

    /// <summary>Highest validation accuracy, 0..1.</summary>
    public required double BestTop1 { get; init; }

    /// <summary>Epoch of the best model, counted from 1; 0 when there is none.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>All completed epochs.</summary>
    public required IReadOnlyList<EpochMetrics> Epochs { get; init; }

    /// <summary>True when the run was asked to stop; it can be resumed.</summary>
    public required bool Interrupted { get; init; }
}
