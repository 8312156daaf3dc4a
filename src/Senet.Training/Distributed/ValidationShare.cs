using Senet.Data;

namespace Senet.Training.Distributed;

/// <summary>
/// Which validation images a process evaluates: every N-th batch. Batches hold the same images as those of a process alone, so that
/// their logits are the same to the bit.
/// </summary>
static class ValidationShare
{
    /// <summary>The images of this process, as a <see cref="SubsetSource"/>; for a process alone the source itself.</summary>
    public static IImageSource Of(IImageSource source, int batchSize, ICollective collective)
    {
        if (collective.Size == 1)
            return source;
        return new SubsetSource(source, [.. Enumerable.Range(0, source.Count).Where(index => index / batchSize % collective.Size == collective.Rank)]);
    }
}
