namespace Senet.Data;

/// <summary>
/// Torchvision's ColorJitter on Pillow images, to the bit for the same factors and order: brightness, contrast and saturation by
/// factors uniform on max(0, 1 - x) .. 1 + x, hue by a turn uniform on -x .. x, in random order. A strength of 0 leaves its change out.
/// Saturation and hue leave grey images as they are.
/// </summary>
/// <param name="Brightness">0 or more.</param>
/// <param name="Contrast">0 or more.</param>
/// <param name="Saturation">0 or more.</param>
/// <param name="Hue">Part of a full turn, 0..0.5.</param>
public sealed record ColorJitter(double Brightness = 0.4, double Contrast = 0.4, double Saturation = 0.4, double Hue = 0) : PixelOp
{
    /// <inheritdoc/>
    public override string Name => "color-jitter";

    internal override double[] Arguments => [Brightness, Contrast, Saturation, Hue];

    /// <inheritdoc/>
    public override void Apply(PixelSpan image, ref SampleRandom random)
    {
        Span<int> order = [0, 1, 2, 3];
        (double brightness, double contrast, double saturation, double hue) = Draw(order, ref random);
        foreach (int change in order)
        {
            switch (change)
            {
                case 0 when Brightness > 0:
                    PillowOps.Brightness(image, brightness);
                    break;
                case 1 when Contrast > 0:
                    PillowOps.Contrast(image, contrast);
                    break;
                case 2 when Saturation > 0:
                    PillowOps.Saturation(image, saturation);
                    break;
                case 3 when Hue > 0:
                    PillowOps.Hue(image, hue);
                    break;
            }
        }
    }

    /// <summary>The factors and, by permuting <paramref name="order"/>, the order.</summary>
    internal (double Brightness, double Contrast, double Saturation, double Hue) Draw(Span<int> order, ref SampleRandom random)
    {
        random.Permute(order);
        return (Factor(Brightness, ref random), Factor(Contrast, ref random), Factor(Saturation, ref random), random.NextDouble(-Hue, Hue));
    }

    static double Factor(double strength, ref SampleRandom random) => random.NextDouble(Math.Max(0, 1 - strength), 1 + strength);
}
