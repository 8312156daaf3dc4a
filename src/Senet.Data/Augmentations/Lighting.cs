namespace Senet.Data;

/// <summary>
/// AlexNet's lighting noise (Krizhevsky, Sutskever, Hinton 2012, section 4.1): along each principal component of ImageNet's colours the image
/// is shifted by a normal number times the component's standard deviation. Rounded to 8 bits and clipped; grey images stay as they are.
/// </summary>
/// <param name="Deviation">Standard deviation of the normal numbers; 0.1 in the paper.</param>
public sealed record Lighting(double Deviation = 0.1) : PixelOp
{
    // The components of ImageNet's training pixels on the scale 0..1, as fb.resnet.torch's datasets/imagenet.lua states them.
    static readonly double[] Values = [0.2175, 0.0188, 0.0045];
    static readonly double[,] Vectors = { { -0.5675, 0.7192, 0.4009 }, { -0.5808, -0.0045, -0.8140 }, { -0.5836, -0.6948, 0.4203 } };

    /// <inheritdoc/>
    public override string Name => "lighting";

    internal override double[] Arguments => [Deviation];

    /// <inheritdoc/>
    public override void Apply(PixelSpan image, ref SampleRandom random)
    {
        (double red, double green, double blue) = Draw(ref random);
        if (image.Channels == 1)
            return;
        Span<byte> tables = stackalloc byte[3 * 256];
        Shift(tables[..256], red);
        Shift(tables.Slice(256, 256), green);
        Shift(tables[512..], blue);
        PillowOps.Map(image, tables);
    }

    /// <summary>The shift of each channel on the scale 0..1.</summary>
    internal (double Red, double Green, double Blue) Draw(ref SampleRandom random)
    {
        Span<double> strengths = [random.NextNormal(), random.NextNormal(), random.NextNormal()];
        Span<double> shifts = stackalloc double[3];
        for (int channel = 0; channel < 3; channel++)
        {
            for (int i = 0; i < 3; i++)
                shifts[channel] += Vectors[channel, i] * Values[i] * strengths[i] * Deviation;
        }
        return (shifts[0], shifts[1], shifts[2]);
    }

    static void Shift(Span<byte> table, double shift)
    {
        for (int i = 0; i < 256; i++)
            table[i] = (byte)Math.Clamp(Math.Round(i + 255 * shift), 0, 255);
    }
}
