namespace Senet;

/// <summary>What is on an image.</summary>
/// <param name="Top">The likeliest classes, the likeliest first; of equal ones the lower index first.</param>
/// <param name="Probabilities">The probability of every class, 0..1, in the order of the model's outputs; they add up to 1.</param>
public sealed record Classification(IReadOnlyList<ClassProbability> Top, IReadOnlyList<double> Probabilities)
{
    /// <summary>The likeliest class.</summary>
    public ClassProbability Best => Top[0];

    /// <summary>Makes probabilities of one image's logits: their softmax, in double precision and without overflow.</summary>
    /// <param name="logits">One value per class.</param>
    /// <param name="labels">One name per class.</param>
    /// <param name="top">Classes to name; all where there are fewer.</param>
    /// <exception cref="ArgumentException">Logits and labels differ in number, or there are none.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is less than 1.</exception>
    public static Classification FromLogits(ReadOnlySpan<float> logits, IReadOnlyList<string> labels, int top = 5)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        if (logits.IsEmpty || logits.Length != labels.Count)
            throw new ArgumentException(FormattableString.Invariant($"{logits.Length} logits for {labels.Count} labels; expected one for each"), nameof(logits));
        double[] probabilities = Softmax(logits);
        int[] order = new int[logits.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        // By logits: probabilities of classes far below the first are all 0.
        float[] scores = logits.ToArray();
        Array.Sort(order, (a, b) => scores[b].CompareTo(scores[a]) is not 0 and int difference ? difference : a.CompareTo(b));
        var best = new ClassProbability[Math.Min(top, order.Length)];
        for (int i = 0; i < best.Length; i++)
            best[i] = new(labels[order[i]], order[i], probabilities[order[i]]);
        return new(best, probabilities);
    }

    static double[] Softmax(ReadOnlySpan<float> logits)
    {
        float largest = float.NegativeInfinity;
        foreach (float logit in logits)
            largest = Math.Max(largest, logit);
        double[] result = new double[logits.Length];
        double sum = 0;
        for (int i = 0; i < result.Length; i++)
            sum += result[i] = Math.Exp((double)logits[i] - largest);
        for (int i = 0; i < result.Length; i++)
            result[i] /= sum;
        return result;
    }
}
