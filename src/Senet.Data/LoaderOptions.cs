namespace Senet.Data;

/// <summary>How a <see cref="BatchLoader"/> forms batches and how many threads decode for it.</summary>
public sealed record LoaderOptions
{
    /// <summary>Samples per batch, at least 1.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Decoding threads, at least 1. They change the speed, never the batches.</summary>
    public int Workers { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Batches that may be in work or ready ahead of the consumer, at least 1: the memory bound.</summary>
    public int PrefetchBatches { get; init; } = 4;

    /// <summary>Seed of the order and of the augmentation.</summary>
    public ulong Seed { get; init; }

    /// <summary>A new order in every epoch; otherwise the order of the source.</summary>
    public bool Shuffle { get; init; }

    /// <summary>
    /// With <see cref="Shuffle"/>: an epoch has as many samples as the source, but each class equally often, to within one. Images of rare classes come
    /// several times, each time with random numbers of their own; of frequent classes each epoch draws a random part.
    /// </summary>
    public bool Balanced { get; init; }

    /// <summary>Grey level that transparent pixels are composited over.</summary>
    public byte Background { get; init; } = 255;

    /// <summary>
    /// Decode baseline JPEGs at a half, a quarter or an eighth of their size where what is cut out of them stays at least as large as the input. Faster for
    /// large photos, but not the pixels of a full decode. For training, not for evaluation. Without effect on processors that lack SSE4.1.
    /// </summary>
    public bool FastDecode { get; init; }

    /// <summary>
    /// A last batch smaller than this joins the batch before it, so that no sample is lost and batch normalisation never
    /// sees a single sample; training uses 2.
    /// </summary>
    public int MinimumLastBatch { get; init; } = 1;
}
