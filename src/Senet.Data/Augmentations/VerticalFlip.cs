namespace Senet.Data;

/// <summary>Mirrors top and bottom; for pictures without an up and down, such as those of a microscope or a satellite.</summary>
/// <param name="Probability">Share of the images that it changes.</param>
public sealed record VerticalFlip(double Probability = 0.5) : PixelOp
{
    /// <inheritdoc/>
    public override string Name => "vertical-flip";

    internal override double[] Arguments => [Probability];

    /// <inheritdoc/>
    public override void Apply(PixelSpan image, ref SampleRandom random)
    {
        if (random.NextDouble() < Probability)
            Flips.Vertical(image);
    }
}
