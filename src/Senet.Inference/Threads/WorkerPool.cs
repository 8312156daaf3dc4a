using System.Runtime.CompilerServices;
using Senet.Inference.Steps;

namespace Senet.Inference.Threads;

/// <summary>
/// Threads that share the items of one job at a time; the caller is one of them. Every thread has a range of items of its own,
/// the same in every pass, so that the core that wrote something is the one that reads it, and takes from the others' when its
/// own is empty. The caller waits until all items are done, never for a thread that holds none: a thread whose core is taken
/// by another process costs its share of the work and no more.
/// </summary>
sealed class WorkerPool
{
    // A pause is about 40 cycles: a worker looks for work for some 0.2 ms before it sleeps, longer than a serial step.
    const int Pauses = 4000;
    const int WordsPerLine = 16;

    static readonly Lock Creation = new();
    static readonly Dictionary<int, WorkerPool> Pools = [];

    // Job number, next and end of a participant's range in one word, so that a late thread cannot take an item of the next job.
    readonly long[] _ranges;
    readonly SemaphoreSlim[] _wake;
    readonly int[] _asleep;
    int _busy;
    int _job;
    int _remaining;
    PlanStep? _step;
    RunState? _state;
    int _phase;

    WorkerPool(int threads)
    {
        Threads = threads;
        _ranges = new long[threads * WordsPerLine];
        _wake = [.. Enumerable.Range(0, threads).Select(_ => new SemaphoreSlim(0))];
        _asleep = new int[threads * WordsPerLine];
        for (int i = 1; i < threads; i++)
        {
            int self = i;
            new Thread(() => Work(self)) { IsBackground = true, Name = $"Senet {self}" }.Start();
        }
    }

    /// <summary>Participants, the caller among them.</summary>
    public int Threads { get; }

    /// <summary>The process's pool of so many threads; plans share it.</summary>
    public static WorkerPool Get(int threads)
    {
        lock (Creation)
        {
            if (!Pools.TryGetValue(threads, out WorkerPool? pool))
                Pools[threads] = pool = new(threads);
            return pool;
        }
    }

    /// <summary>Takes the workers for one caller; false where another has them, which then runs alone.</summary>
    public bool TryEnter() => Threads > 1 && Interlocked.CompareExchange(ref _busy, 1, 0) == 0;

    /// <summary>Gives the workers back.</summary>
    public void Exit() => Volatile.Write(ref _busy, 0);

    /// <summary>Runs all items of one phase of a step; the caller has entered.</summary>
    public void Run(RunState state, PlanStep step, int phase, int items)
    {
        _state = state;
        _step = step;
        _phase = phase;
        int job = (_job + 1) & 0xFFFFFF;
        Volatile.Write(ref _remaining, items);
        int first = 0;
        for (int i = 0; i < Threads; i++)
        {
            int end = (int)((long)items * (i + 1) / Threads);
            Volatile.Write(ref _ranges[i * WordsPerLine], Pack(job, first, end));
            first = end;
        }
        // A full fence: either the worker sees the job, or this thread sees that it sleeps.
        Interlocked.Exchange(ref _job, job);
        for (int i = 1; i < Threads; i++)
        {
            if (Volatile.Read(ref _asleep[i * WordsPerLine]) != 0 && Interlocked.Exchange(ref _asleep[i * WordsPerLine], 0) != 0)
                _wake[i].Release();
        }
        TakeItems(0, job);
        int waited = 0;
        while (Volatile.Read(ref _remaining) != 0)
        {
            if (++waited < Pauses)
                Thread.SpinWait(1);
            else
                Thread.Yield();
        }
    }

    static long Pack(int job, int next, int end) => ((long)job << 40) | ((long)next << 20) | (long)end;

    void Work(int self)
    {
        int seen = 0;
        while (true)
        {
            int waited = 0;
            int job;
            while ((job = Volatile.Read(ref _job)) == seen)
            {
                if (++waited < Pauses)
                {
                    Thread.SpinWait(1);
                    continue;
                }
                Interlocked.Exchange(ref _asleep[self * WordsPerLine], 1);
                if (Volatile.Read(ref _job) != seen && Interlocked.Exchange(ref _asleep[self * WordsPerLine], 0) != 0)
                    continue;
                _wake[self].Wait();
                waited = 0;
            }
            seen = job;
            TakeItems(self, job);
        }
    }

    // Items of one's own range first, then what is left of the others'.
    void TakeItems(int self, int job)
    {
        for (int i = 0; i < Threads; i++)
        {
            ref long range = ref _ranges[(self + i) % Threads * WordsPerLine];
            while (TryTake(ref range, job, out int item))
            {
                // Taken, so that the job cannot end before this item does: these belong to it.
                _step!.RunItem(_state!, _phase, item, self);
                Interlocked.Decrement(ref _remaining);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool TryTake(ref long range, int job, out int item)
    {
        while (true)
        {
            long word = Volatile.Read(ref range);
            item = (int)(word >> 20) & 0xFFFFF;
            int end = (int)word & 0xFFFFF;
            if ((int)(word >> 40) != job || item >= end)
                return false;
            if (Interlocked.CompareExchange(ref range, word + (1L << 20), word) == word)
                return true;
        }
    }
}
