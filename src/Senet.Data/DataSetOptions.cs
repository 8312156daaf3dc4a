namespace Senet.Data;

/// <summary>How a data set is opened: how one without a validation part of its own is split, and how its images are decoded.</summary>
public sealed record DataSetOptions
{
    /// <summary>Share of every class that goes to validation, above 0 and below 1; each class keeps at least one image on either side.</summary>
    public double ValidationFraction { get; init; } = 0.2;

    /// <summary>Seed of the split: the same seed and the same images give the same split on every machine.</summary>
    public ulong Seed { get; init; }

    /// <summary>Whether images are turned upright as their EXIF data says; false takes the rows as they are stored.</summary>
    public bool ApplyOrientation { get; init; } = true;
}
