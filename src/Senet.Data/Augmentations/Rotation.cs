namespace Senet.Data;

/// <summary>
/// Rotation about the centre by a uniform angle, black outside, with Pillow's bilinear filter. Images keep their size, so corners
/// turn black.
/// </summary>
/// <param name="Degrees">Largest angle to either side; 10 is what the authors of the paper trained the released models with.</param>
public sealed record Rotation(double Degrees = 10) : PixelOp
{
    /// <inheritdoc/>
    public override string Name => "rotation";

    internal override double[] Arguments => [Degrees];

    /// <inheritdoc/>
    public override void Apply(PixelSpan image, ref SampleRandom random) => PillowOps.RotateBilinear(image, Draw(ref random));

    /// <summary>The angle, counterclockwise.</summary>
    internal double Draw(ref SampleRandom random) => random.NextDouble(-Degrees, Degrees);
}
