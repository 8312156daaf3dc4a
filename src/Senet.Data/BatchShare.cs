namespace Senet.Data;

/// <summary>
/// Which samples of every batch one of several processes loads: together they load each sample once, whatever their number. Samples
/// that <see cref="BatchOp"/> mixes, the first with the last and so on inwards, stay together, so that a share is mixed exactly
/// as the whole batch would be.
/// </summary>
/// <param name="Index">This process, from 0.</param>
/// <param name="Count">Number of processes, at least 1.</param>
public readonly record struct BatchShare(int Index, int Count)
{
    /// <summary>All samples of every batch: a process on its own.</summary>
    public static BatchShare Whole => new(0, 1);

    /// <summary>Processes that have samples of a batch: no share is smaller than a pair, so that short batches leave some idle.</summary>
    /// <param name="batchCount">Samples of the whole batch.</param>
    public int Active(int batchCount) => Math.Clamp(batchCount / 2, 1, Count);

    /// <summary>Number of samples of this share; 0 for an idle process.</summary>
    /// <param name="batchCount">Samples of the whole batch.</param>
    public int SampleCount(int batchCount)
    {
        (int first, int end, bool hasMiddle) = Pairs(batchCount);
        return 2 * (end - first) + (hasMiddle ? 1 : 0);
    }

    /// <summary>Number of samples of the smallest share that is not empty.</summary>
    /// <param name="batchCount">Samples of the whole batch.</param>
    public int SmallestCount(int batchCount) => Count == 1 ? batchCount : Math.Max(1, 2 * (batchCount / 2 / Active(batchCount)));

    /// <summary>Positions of this share's samples within the batch, ascending; none for an idle process.</summary>
    /// <param name="batchCount">Samples of the whole batch.</param>
    public int[] Positions(int batchCount)
    {
        (int first, int end, bool hasMiddle) = Pairs(batchCount);
        int[] positions = new int[SampleCount(batchCount)];
        for (int i = 0; i < end - first; i++)
        {
            positions[i] = first + i;
            positions[^(i + 1)] = batchCount - 1 - first - i;
        }
        if (hasMiddle)
            positions[end - first] = batchCount / 2;
        return positions;
    }

    // Pairs (p, n - 1 - p) from First to before End; the sample in the middle of an odd batch goes with the last pairs.
    (int First, int End, bool HasMiddle) Pairs(int batchCount)
    {
        int active = Active(batchCount);
        if (Index >= active)
            return default;
        long pairs = batchCount / 2;
        return ((int)(pairs * Index / active), (int)(pairs * (Index + 1) / active), batchCount % 2 == 1 && Index == active - 1);
    }
}
