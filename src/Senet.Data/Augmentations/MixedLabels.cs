namespace Senet.Data;

/// <summary>The labels of a mixed batch: sample i is <c>Shares[i]</c> of its own label and the rest of <c>Others[i]</c>.</summary>
public sealed class MixedLabels
{
    internal MixedLabels(long[] others, float[] shares)
    {
        Others = others;
        Shares = shares;
    }

    /// <summary>The second label of each sample.</summary>
    public long[] Others { get; }

    /// <summary>How much each sample keeps of its own label, 0..1.</summary>
    public float[] Shares { get; }
}
