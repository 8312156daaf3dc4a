namespace Senet.Data;

/// <summary>
/// RandAugment (Cubuk et al., arXiv:1909.13719) with torchvision's 14 changes and 31 levels: <paramref name="Changes"/> of them, each equally
/// likely at each turn, all of one level; black outside, nearest pixels. Each change equals Pillow's to the bit.
/// </summary>
/// <param name="Changes">Changes made to an image.</param>
/// <param name="Level">Strength, 0..30.</param>
public sealed record RandAugment(int Changes = 2, int Level = 9) : PixelOp
{
    /// <inheritdoc/>
    public override string Name => "rand-augment";

    internal override double[] Arguments => [Changes, Level];

    /// <inheritdoc/>
    public override void Apply(PixelSpan image, ref SampleRandom random)
    {
        for (int i = 0; i < Changes; i++)
        {
            (ImageChange change, double magnitude) = Draw(image.Width, image.Height, ref random);
            ImageChanges.Apply(change, magnitude, image);
        }
    }

    internal (ImageChange Change, double Magnitude) Draw(int width, int height, ref SampleRandom random)
    {
        var change = (ImageChange)random.NextInt(ImageChanges.TableLength);
        double magnitude = ImageChanges.RandMagnitude(change, Level, width, height);
        return (change, ImageChanges.IsSigned(change) && random.NextBool() ? -magnitude : magnitude);
    }
}
