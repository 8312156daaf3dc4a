namespace Senet.Training;

/// <summary>Where a run stands, saved in <c>last.safetensors</c> together with the weights, their average and the optimiser's state.</summary>
/// <remarks>The order of the images, the augmentation, mixing, dropout, stochastic depth and the learning rate are functions of the seed and these positions, so nothing else is random state.</remarks>
sealed record RunState
{
    /// <summary>The epoch in progress, counted from 0.</summary>
    public int Epoch { get; init; }

    /// <summary>Steps taken in that epoch.</summary>
    public int Step { get; init; }

    /// <summary>Sum of the epoch's losses so far, weighted by images.</summary>
    public double LossSum { get; init; }

    /// <summary>Correct training predictions of the epoch so far.</summary>
    public long Correct { get; init; }

    /// <summary>Training images of the epoch so far.</summary>
    public long Images { get; init; }

    /// <summary>Seconds spent on the epoch so far.</summary>
    public double Seconds { get; init; }

    /// <summary>What the plateau schedule remembers; null before the first epoch ended.</summary>
    public PlateauState? Plateau { get; init; }

    /// <summary>Highest validation accuracy so far; -1 before the first.</summary>
    public double BestTop1 { get; init; } = -1;

    /// <summary>Epoch of the best model, counted from 1; 0 before the first.</summary>
    public int BestEpoch { get; init; }
}
