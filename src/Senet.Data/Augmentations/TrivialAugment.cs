namespace Senet.Data;

/// <summary>
/// TrivialAugment Wide (Müller and Hutter, arXiv:2103.10158) with torchvision's 14 changes and 31 levels: one change of a random level,
/// all equally likely; black outside, nearest pixels. Each change equals Pillow's to the bit.
/// </summary>
public sealed record TrivialAugment : PixelOp
{
    /// <inheritdoc/>
    public override string Name => "trivial-augment";

    internal override double[] Arguments => [];

    /// <inheritdoc/>
    public override void Apply(PixelSpan image, ref SampleRandom random)
    {
        (ImageChange change, int level, bool negative) = Draw(ref random);
        double magnitude = ImageChanges.TrivialMagnitude(change, level);
        ImageChanges.Apply(change, negative ? -magnitude : magnitude, image);
    }

    internal static (ImageChange Change, int Level, bool Negative) Draw(ref SampleRandom random)
    {
        var change = (ImageChange)random.NextInt(ImageChanges.TableLength);
        int level = ImageChanges.HasLevels(change) ? random.NextInt(ImageChanges.Levels) : 0;
        return (change, level, ImageChanges.IsSigned(change) && random.NextBool());
    }
}
