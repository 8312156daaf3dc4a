namespace Senet.Data;

/// <summary>
/// One fixed change made to a part of the images, as torchvision's RandomInvert, RandomPosterize, RandomSolarize, RandomAdjustSharpness,
/// RandomAutocontrast and RandomEqualize do on Pillow images, to the bit.
/// </summary>
public sealed record PixelChange : PixelOp
{
    readonly ImageChange _change;

    PixelChange(string name, ImageChange change, double? magnitude, double probability)
    {
        Name = name;
        _change = change;
        Magnitude = magnitude;
        Probability = probability;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>Bits, threshold or sharpness factor; null for changes that have none.</summary>
    public double? Magnitude { get; }

    /// <summary>Share of the images that it changes.</summary>
    public double Probability { get; }

    internal override double[] Arguments => Magnitude is { } magnitude ? [magnitude, Probability] : [Probability];

    /// <summary>Inverts the colours.</summary>
    public static PixelChange Invert(double probability = 0.5) => new("invert", ImageChange.Invert, null, probability);

    /// <summary>Keeps the highest bits of every value.</summary>
    public static PixelChange Posterize(int bits = 4, double probability = 0.5) => new("posterize", ImageChange.Posterize, bits, probability);

    /// <summary>Inverts the values from the threshold on.</summary>
    public static PixelChange Solarize(double threshold = 128, double probability = 0.5) => new("solarize", ImageChange.Solarize, threshold, probability);

    /// <summary>Sharpens (a factor above 1) or blurs.</summary>
    public static PixelChange Sharpness(double factor = 2, double probability = 0.5) => new("sharpness", ImageChange.Sharpness, factor, probability);

    /// <summary>Stretches each channel to the full range.</summary>
    public static PixelChange AutoContrast(double probability = 0.5) => new("autocontrast", ImageChange.AutoContrast, null, probability);

    /// <summary>Equalises the histogram of each channel.</summary>
    public static PixelChange Equalize(double probability = 0.5) => new("equalize", ImageChange.Equalize, null, probability);

    /// <inheritdoc/>
    public override void Apply(PixelSpan image, ref SampleRandom random)
    {
        if (random.NextDouble() >= Probability)
            return;
        // The tables of RandAugment state sharpness less 1, which would round the factor.
        if (_change == ImageChange.Sharpness)
            PillowOps.Sharpness(image, Magnitude!.Value);
        else
            ImageChanges.Apply(_change, Magnitude ?? 0, image);
    }
}
