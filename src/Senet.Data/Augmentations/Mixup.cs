using System.Numerics;
using System.Runtime.InteropServices;

namespace Senet.Data;

/// <summary>
/// Mixup (Zhang et al., arXiv:1710.09412): every sample becomes share * itself + (1 - share) * its partner, with
/// share ~ Beta(<paramref name="Alpha"/>, <paramref name="Alpha"/>), and so do the labels.
/// </summary>
/// <param name="Alpha">Above 0; 0.2 is the paper's for ImageNet, 1 its for CIFAR.</param>
public sealed record Mixup(double Alpha = 0.2) : BatchOp
{
    /// <inheritdoc/>
    public override string Name => "mixup";

    internal override double[] Arguments => [Alpha];

    private protected override float MixPairs(Span<float> nchw, int count, int sample, int height, int width, ref SampleRandom random)
    {
        float share = (float)random.NextBeta(Alpha);
        for (int i = 0; i < count / 2; i++)
            Blend(nchw.Slice(i * sample, sample), nchw.Slice((count - 1 - i) * sample, sample), share);
        return share;
    }

    static void Blend(Span<float> first, Span<float> second, float share)
    {
        float rest = 1 - share;
        Span<Vector<float>> a = MemoryMarshal.Cast<float, Vector<float>>(first), b = MemoryMarshal.Cast<float, Vector<float>>(second);
        for (int i = 0; i < a.Length; i++)
            (a[i], b[i]) = (a[i] * share + b[i] * rest, b[i] * share + a[i] * rest);
        for (int i = a.Length * Vector<float>.Count; i < first.Length; i++)
            (first[i], second[i]) = (first[i] * share + second[i] * rest, second[i] * share + first[i] * rest);
    }
}
