namespace Senet.Training;

/// <summary>
/// What <see cref="ScheduleKind.Plateau"/> remembers between epochs: PyTorch's ReduceLROnPlateau with its defaults, which counts a loss as better
/// where it is below the best by a ten-thousandth of it.
/// </summary>
sealed record PlateauState
{
    const double Threshold = 1e-4;

    /// <summary>Lowest validation loss so far; null before the first epoch.</summary>
    public double? Best { get; init; }

    /// <summary>Epochs without a better loss since the last one or the last drop.</summary>
    public int BadEpochs { get; init; }

    /// <summary>How often the rate was lowered.</summary>
    public int Drops { get; init; }

    /// <summary>The state behind an epoch with validation loss <paramref name="loss"/>.</summary>
    public PlateauState Next(double loss, int patience)
    {
        // A loss that is not a number is never better.
        if (Best is null ? !double.IsNaN(loss) : loss < Best * (1 - Threshold))
            return this with { Best = loss, BadEpochs = 0 };
        return BadEpochs >= patience ? this with { BadEpochs = 0, Drops = Drops + 1 } : this with { BadEpochs = BadEpochs + 1 };
    }
}
