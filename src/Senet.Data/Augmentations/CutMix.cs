namespace Senet.Data;

/// <summary>
/// CutMix (Yun et al., arXiv:1905.04899): partners exchange a rectangle. Its area is a share 1 - l of the image with
/// l ~ Beta(<paramref name="Alpha"/>, <paramref name="Alpha"/>), its centre is anywhere and what lies outside is cut off; the labels are
/// shared as the pixels are.
/// </summary>
/// <param name="Alpha">Above 0; 1, uniform, in the paper.</param>
public sealed record CutMix(double Alpha = 1) : BatchOp
{
    /// <inheritdoc/>
    public override string Name => "cutmix";

    internal override double[] Arguments => [Alpha];

    private protected override float MixPairs(Span<float> nchw, int count, int sample, int height, int width, ref SampleRandom random)
    {
        double half = 0.5 * Math.Sqrt(1 - random.NextBeta(Alpha));
        int halfWidth = (int)(half * width), halfHeight = (int)(half * height);
        int x = random.NextInt(width), y = random.NextInt(height);
        int left = Math.Max(x - halfWidth, 0), right = Math.Min(x + halfWidth, width);
        int top = Math.Max(y - halfHeight, 0), bottom = Math.Min(y + halfHeight, height);
        for (int i = 0; i < count / 2; i++)
            Exchange(nchw.Slice(i * sample, sample), nchw.Slice((count - 1 - i) * sample, sample), height, width, left, top, right, bottom);
        return 1 - (float)((right - left) * (bottom - top)) / (width * height);
    }

    static void Exchange(Span<float> first, Span<float> second, int height, int width, int left, int top, int right, int bottom)
    {
        for (int plane = 0; plane < first.Length; plane += height * width)
        {
            for (int y = top; y < bottom; y++)
            {
                Span<float> a = first.Slice(plane + y * width, width), b = second.Slice(plane + y * width, width);
                for (int x = left; x < right; x++)
                    (a[x], b[x]) = (b[x], a[x]);
            }
        }
    }
}
