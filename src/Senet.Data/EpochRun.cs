using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Senet.Data;

/// <summary>
/// One running epoch: threads take the samples in order, across batch boundaries, and may be at most PrefetchBatches batches
/// ahead of the consumer. One lock guards the state; it is held for a few instructions per sample.
/// </summary>
sealed class EpochRun : IDisposable
{
    readonly BatchLoader loader;
    readonly int epoch;
    readonly int[] order;
    readonly int[]? repeats;
    readonly CancellationToken cancellation;
    readonly CancellationTokenRegistration registration;
    readonly Thread[] threads;

    readonly object gate = new();
    readonly Queue<PendingBatch> pending = new(); // oldest first; the newest is the one that samples are taken from
    PendingBatch? filling;
    int nextBatch;
    bool stopped;

    public EpochRun(BatchLoader loader, int epoch, int firstBatch, CancellationToken cancellation)
    {
        this.loader = loader;
        this.epoch = epoch;
        this.cancellation = cancellation;
        nextBatch = firstBatch;
        order = loader.Order(epoch);
        repeats = loader.Repeats(order);
        registration = cancellation.Register(Stop);
        int left = firstBatch < loader.BatchCount ? order.Length - loader.BatchRange(firstBatch).Start : 0;
        threads = new Thread[Math.Min(loader.Options.Workers, left)];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Work) { IsBackground = true, Name = string.Create(CultureInfo.InvariantCulture, $"senet-loader-{i}") };
            threads[i].Start();
        }
    }

    /// <summary>Waits for the next batch and hands it over.</summary>
    public ImageBatch Take()
    {
        PendingBatch batch;
        lock (gate)
        {
            // The first condition covers the time before the threads have begun the batch.
            while (!stopped && (pending.Count == 0 || !pending.Peek().IsReady))
                Monitor.Wait(gate);
            cancellation.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(stopped, this);
            batch = pending.Dequeue();
            Monitor.PulseAll(gate); // there is room for another batch
        }
        if (batch.Error is { } error)
        {
            loader.ReturnPixels(batch.Pixels);
            ExceptionDispatchInfo.Throw(error);
        }
        ImageTransform transform = loader.Transform;
        return new ImageBatch(
            batch.Pixels, batch.Labels, batch.Indices, transform.Channels, transform.Height, transform.Width, loader.ReturnPixels, transform.Views, batch.Mixed);
    }

    /// <summary>Ends the threads and waits for them: at most as long as the sample takes that each has in work.</summary>
    public void Dispose()
    {
        registration.Dispose();
        Stop();
        foreach (Thread thread in threads)
            thread.Join();
        while (pending.TryDequeue(out PendingBatch? batch))
            loader.ReturnPixels(batch.Pixels);
    }

    void Stop()
    {
        lock (gate)
        {
            stopped = true;
            Monitor.PulseAll(gate);
        }
    }

    void Work()
    {
        while (NextSample() is ({ } batch, var position))
        {
            Exception? error = null;
            try
            {
                Fill(batch, position);
            }
            catch (Exception e)
            {
                error = e; // thrown again by Take, on the consumer's thread
            }
            bool isLast;
            lock (gate)
                isLast = batch.Done(position, error);
            if (isLast)
                Finish(batch);
        }
    }

    /// <summary>What is left to do when the last sample of a batch has been made.</summary>
    void Finish(PendingBatch batch)
    {
        try
        {
            if (batch.Error is null)
                batch.Mixed = BatchOp.ApplyOne(
                    loader.Transform.BatchOps, batch.Pixels.AsSpan(0, batch.Indices.Length * loader.SampleLength), batch.Labels,
                    loader.Transform.Height, loader.Transform.Width, loader.Options.Seed, epoch, batch.Number);
        }
        catch (Exception e)
        {
            batch.Fail(0, e);
        }
        lock (gate)
        {
            batch.IsReady = true;
            Monitor.PulseAll(gate);
        }
    }

    void Fill(PendingBatch batch, int position)
    {
        int index = batch.Indices[position];
        loader.Make(index, epoch, repeats?[loader.BatchRange(batch.Number).Start + position] ?? 0, batch.Pixels.AsSpan(position * loader.SampleLength, loader.SampleLength));
        batch.Labels[position] = loader.Source.Label(index);
    }

    /// <summary>The next sample in order, or null at the end of the epoch.</summary>
    (PendingBatch? Batch, int Position) NextSample()
    {
        lock (gate)
        {
            while (!stopped)
            {
                if (filling is { } current && current.Taken < current.Indices.Length)
                    return (current, current.Taken++);
                if (nextBatch == loader.BatchCount)
                    return default;
                if (pending.Count < loader.Options.PrefetchBatches)
                {
                    (int start, int count) = loader.BatchRange(nextBatch);
                    filling = new PendingBatch(nextBatch++, loader.RentPixels(count), order.AsSpan(start, count).ToArray());
                    pending.Enqueue(filling);
                }
                else
                {
                    Monitor.Wait(gate);
                }
            }
            return default;
        }
    }

    sealed class PendingBatch(int number, float[] pixels, int[] indices)
    {
        int errorPosition = int.MaxValue;
        int remaining = indices.Length;

        public int Number { get; } = number;

        public float[] Pixels { get; } = pixels;

        public int[] Indices { get; } = indices;

        public long[] Labels { get; } = new long[indices.Length];

        public int Taken { get; set; }

        public bool IsReady { get; set; }

        public MixedLabels? Mixed { get; set; }

        /// <summary>Of several failures, the one of the first sample, so that the report does not depend on timing.</summary>
        public Exception? Error { get; private set; }

        /// <summary>Notes that a sample is done; true for the last one.</summary>
        public bool Done(int position, Exception? error)
        {
            Fail(position, error);
            return --remaining == 0;
        }

        public void Fail(int position, Exception? error)
        {
            if (error is not null && position < errorPosition)
            {
                Error = error;
                errorPosition = position;
            }
        }
    }
}
