namespace Senet.Data;

/// <summary>
/// Cutout (DeVries and Taylor, arXiv:1708.04552): a square set to the mean colour. Its centre is anywhere on the image, so that a part
/// may lie outside.
/// </summary>
/// <param name="Side">Side in pixels of the input; 16 is the paper's for CIFAR-10.</param>
public sealed record Cutout(int Side = 16) : TensorOp
{
    /// <inheritdoc/>
    public override string Name => "cutout";

    internal override double[] Arguments => [Side];

    /// <inheritdoc/>
    public override void Apply(Span<float> chw, int height, int width, ref SampleRandom random)
    {
        int y = random.NextInt(height) - Side / 2, x = random.NextInt(width) - Side / 2;
        Erase(chw, height, width, Math.Max(x, 0), Math.Max(y, 0), Math.Min(x + Side, width), Math.Min(y + Side, height));
    }
}
