using System.Globalization;

namespace Senet.Data;

/// <summary>
/// Decodes, augments and batches a source with several threads, ahead of the consumer and within a memory bound. The batches
/// of an epoch and their order depend only on the source, the transform, the options and the epoch, never on timing.
/// </summary>
/// <remarks>It holds no threads between epochs and needs no disposal. Several epochs may be enumerated at once.</remarks>
public sealed class BatchLoader
{
    // An odd constant far from small seeds: what a repeated sample draws has nothing to do with another seed's run.
    const ulong RepeatStride = 0xD1B54A32D192ED03;

    readonly Stack<float[]> free = new();
    readonly int sampleLength;

    /// <summary>Creates the loader; nothing is read yet.</summary>
    /// <param name="source">The images; called from several threads at once.</param>
    /// <param name="transform">Makes the network's input; called from several threads at once.</param>
    /// <param name="options">Batch size, threads, order.</param>
    /// <exception cref="ArgumentException">An option is out of range, or a batch would be too large for an array.</exception>
    public BatchLoader(IImageSource source, ImageTransform transform, LoaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(transform);
        ArgumentNullException.ThrowIfNull(options);
        AtLeastOne(options.BatchSize, nameof(options.BatchSize));
        AtLeastOne(options.Workers, nameof(options.Workers));
        AtLeastOne(options.PrefetchBatches, nameof(options.PrefetchBatches));
        Source = source;
        Transform = transform;
        Options = options;

        int rest = source.Count % options.BatchSize, whole = source.Count / options.BatchSize;
        bool joins = rest > 0 && whole > 0 && rest < options.MinimumLastBatch;
        BatchCount = whole + (rest > 0 && !joins ? 1 : 0);

        long sample = (long)transform.Views * transform.Channels * transform.Height * transform.Width;
        long largest = sample * Math.Min(source.Count, joins ? options.BatchSize + rest : options.BatchSize);
        if (largest > Array.MaxLength)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"a batch of {options.BatchSize} x {transform.Channels} x {transform.Height} x {transform.Width} is too large; lower the batch size"), nameof(options));
        }
        sampleLength = (int)sample;
    }

    /// <summary>The images.</summary>
    public IImageSource Source { get; }

    /// <summary>Makes the network's input.</summary>
    public ImageTransform Transform { get; }

    /// <summary>Batch size, threads, order.</summary>
    public LoaderOptions Options { get; }

    /// <summary>Batches per epoch; 0 for an empty source.</summary>
    public int BatchCount { get; }

    /// <summary>The order in which an epoch visits the source: a new array of all indices, or of those of a balanced epoch.</summary>
    /// <param name="epoch">Epoch, from 0.</param>
    public int[] Order(int epoch)
    {
        if (Options is { Shuffle: true, Balanced: true })
        {
            int[] labels = new int[Source.Count];
            for (int i = 0; i < labels.Length; i++)
                labels[i] = Source.Label(i);
            return BalancedOrder.Create(labels, Options.Seed, epoch);
        }
        int[] order = new int[Source.Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        if (Options.Shuffle)
            SampleRandom.Shuffle(order, Options.Seed, epoch);
        return order;
    }

    /// <summary>The batches of one epoch, in order.</summary>
    /// <param name="epoch">Epoch, from 0; it selects the order and the augmentation.</param>
    /// <param name="firstBatch">Batches to leave out at the start: an epoch resumes exactly where it was interrupted.</param>
    /// <param name="cancellationToken">Ends the enumeration with <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// A lazy sequence: threads start with its enumeration and have ended when its enumerator is disposed, also after a break
    /// or an exception. The caller disposes each batch. An exception of the source or the transform, such as
    /// <see cref="ImageDecodeException"/>, is thrown unchanged in place of the batch that needed the sample.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstBatch"/> is not in 0 .. <see cref="BatchCount"/>.</exception>
    public IEnumerable<ImageBatch> Epoch(int epoch, int firstBatch = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstBatch);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstBatch, BatchCount);
        return Enumerate();

        IEnumerable<ImageBatch> Enumerate()
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var run = new EpochRun(this, epoch, firstBatch, cancellationToken);
            for (int batch = firstBatch; batch < BatchCount; batch++)
                yield return run.Take();
        }
    }

    /// <summary>Decodes and transforms a sample as it is in an epoch, before its batch is mixed.</summary>
    /// <param name="index">Index in the source.</param>
    /// <param name="epoch">Epoch, from 0.</param>
    /// <param name="repeat">How often the index has come before in this epoch.</param>
    /// <param name="values">Receives the input.</param>
    internal void Make(int index, int epoch, int repeat, Span<float> values)
    {
        ImagePixels image = Source.Open(index, Transform.Channels, Options.Background, Options.FastDecode);
        try
        {
            // The sample's own random numbers: neither its place in the epoch nor the thread matters.
            var random = new SampleRandom(unchecked(Options.Seed + (ulong)repeat * RepeatStride), epoch, index);
            Transform.Apply(image, ref random, values);
        }
        finally
        {
            image.Release();
        }
    }

    /// <summary>The values that one sample has in its batch, made without the rest of it.</summary>
    /// <param name="epoch">Epoch, from 0.</param>
    /// <param name="order">That epoch's <see cref="Order"/>.</param>
    /// <param name="position">The sample's place in it.</param>
    internal float[] Sample(int epoch, int[] order, int position)
    {
        int batch = Math.Min(position / Options.BatchSize, BatchCount - 1);
        (int start, int count) = BatchRange(batch);
        int partner = 2 * start + count - 1 - position;
        bool isMixed = Transform.BatchOps.Count > 0 && partner != position;
        var values = new float[isMixed ? 2 * sampleLength : sampleLength];
        int[]? repeats = Repeats(order);
        Make(order[position], epoch, repeats?[position] ?? 0, values.AsSpan(0, sampleLength));
        if (!isMixed)
            return values;
        // What is drawn for a batch depends neither on its size nor on its values, and partners are mixed by themselves.
        Make(order[partner], epoch, repeats?[partner] ?? 0, values.AsSpan(sampleLength));
        BatchOp.ApplyOne(Transform.BatchOps, values, new long[2], Transform.Height, Transform.Width, Options.Seed, epoch, batch);
        return values[..sampleLength];
    }

    /// <summary>How often the index of each position has come before; null where every index comes once.</summary>
    internal int[]? Repeats(int[] order) => Options.Balanced ? BalancedOrder.Repeats(order) : null;

    /// <summary>Positions of a batch in the epoch's order: all but the last have the full size.</summary>
    internal (int Start, int Count) BatchRange(int batch)
    {
        int start = batch * Options.BatchSize;
        return (start, batch == BatchCount - 1 ? Source.Count - start : Options.BatchSize);
    }

    internal int SampleLength => sampleLength;

    /// <summary>A buffer for a batch. Full batches share a free list; the odd last one gets its own where it is larger.</summary>
    internal float[] RentPixels(int count)
    {
        if (count <= Options.BatchSize)
        {
            lock (free)
            {
                if (free.TryPop(out float[]? pixels))
                    return pixels;
            }
        }
        return GC.AllocateUninitializedArray<float>(Math.Max(count, Math.Min(Options.BatchSize, Source.Count)) * sampleLength);
    }

    internal void ReturnPixels(float[] pixels)
    {
        lock (free)
        {
            // What is ahead of the consumer plus one in its hands; a consumer that keeps more pays for more.
            if (free.Count <= Options.PrefetchBatches && pixels.Length == Math.Min(Options.BatchSize, Source.Count) * sampleLength)
                free.Push(pixels);
        }
    }

    static void AtLeastOne(int value, string name)
    {
        if (value < 1)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} is {value} and must be at least 1"), name);
    }
}
