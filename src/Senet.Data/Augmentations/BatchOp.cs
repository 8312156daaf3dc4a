namespace Senet.Data;

/// <summary>
/// Mixes the samples of a batch in pairs, the first with the last and so on inwards: batches are shuffled, so the pairs are random.
/// A sample in the middle of an odd batch stays as it is. One strength is drawn for the whole batch, as in the papers' code.
/// </summary>
public abstract record BatchOp : AugmentationOp
{
    private protected BatchOp()
    {
    }

    /// <summary>Mixes a batch in place.</summary>
    /// <param name="nchw">N * C * H * W floats, row-major; overwritten.</param>
    /// <param name="labels">N class indices; only read.</param>
    /// <param name="height">H.</param>
    /// <param name="width">W.</param>
    /// <param name="random">Source of all randomness; advanced by what is drawn.</param>
    /// <returns>The labels of the mixed samples.</returns>
    /// <exception cref="ArgumentException">The values are no whole number of planes for every label.</exception>
    public MixedLabels Apply(Span<float> nchw, long[] labels, int height, int width, ref SampleRandom random)
    {
        ArgumentNullException.ThrowIfNull(labels);
        int count = labels.Length, sample = count == 0 ? 0 : nchw.Length / count;
        if (nchw.Length != sample * count || height < 1 || width < 1 || sample % (height * width) != 0)
            throw new ArgumentException("values and labels do not agree in length", nameof(nchw));
        float share = MixPairs(nchw, count, sample, height, width, ref random);
        long[] others = new long[count];
        float[] shares = new float[count];
        for (int i = 0; i < count; i++)
        {
            int other = count - 1 - i;
            others[i] = labels[other];
            shares[i] = other == i ? 1 : share;
        }
        return new MixedLabels(others, shares);
    }

    /// <summary>Mixes sample i with sample N - 1 - i; returns the share that each keeps of its own label.</summary>
    private protected abstract float MixPairs(Span<float> nchw, int count, int sample, int height, int width, ref SampleRandom random);

    /// <summary>One of the operations, each equally likely, on a batch of an epoch; the draws depend on nothing but these numbers.</summary>
    internal static MixedLabels? ApplyOne(IReadOnlyList<BatchOp> ops, Span<float> nchw, long[] labels, int height, int width, ulong seed, int epoch, int batch)
    {
        if (ops.Count == 0)
            return null;
        // Samples use the indices from 0 on, the order uses -1.
        var random = new SampleRandom(seed, epoch, -2 - batch);
        return ops[ops.Count == 1 ? 0 : random.NextInt(ops.Count)].Apply(nchw, labels, height, width, ref random);
    }
}
