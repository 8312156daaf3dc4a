namespace Senet.Data;

/// <summary>
/// Random erasing (Zhong et al., arXiv:1708.04896) with torchvision's rules: a rectangle set to the mean colour, of 2 to 33 % of the
/// image's area, uniform, and a ratio height / width of 0.3 to 3.3, log-uniform; ten tries, then nothing.
/// </summary>
/// <param name="Probability">Share of the images that it changes.</param>
public sealed record RandomErasing(double Probability = 0.5) : TensorOp
{
    const double AreaMin = 0.02, AreaMax = 0.33, RatioMin = 0.3, RatioMax = 3.3;
    const int Tries = 10;

    /// <inheritdoc/>
    public override string Name => "random-erasing";

    internal override double[] Arguments => [Probability];

    /// <inheritdoc/>
    public override void Apply(Span<float> chw, int height, int width, ref SampleRandom random)
    {
        if (random.NextDouble() >= Probability || Rectangle(height, width, ref random) is not (var left, var top, var columns, var rows))
            return;
        Erase(chw, height, width, left, top, left + columns, top + rows);
    }

    /// <summary>Where to erase; null where ten tries gave nothing that is smaller than the image.</summary>
    internal static (int Left, int Top, int Width, int Height)? Rectangle(int height, int width, ref SampleRandom random)
    {
        for (int i = 0; i < Tries; i++)
        {
            double area = (double)height * width * random.NextDouble(AreaMin, AreaMax);
            double ratio = Math.Exp(random.NextDouble(Math.Log(RatioMin), Math.Log(RatioMax)));
            int rows = (int)Math.Round(Math.Sqrt(area * ratio)), columns = (int)Math.Round(Math.Sqrt(area / ratio));
            if (rows >= height || columns >= width)
                continue;
            int top = random.NextInt(height - rows + 1), left = random.NextInt(width - columns + 1);
            return (left, top, columns, rows);
        }
        return null;
    }
}
