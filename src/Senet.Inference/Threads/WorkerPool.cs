using System.Diagnostics;
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
    // Waiting this long, and longer than a few items last, for what others hold means that their cores are taken.
    const double LongWaitMs = 1.5;
    const double LongWaitItems = 4;

    // Workers are worth their while unless a pass spends more than this part of its time with such waits, and not by a single accident.
    const double LongWaitShare = 0.2;

    // How long callers then do without workers, the first time and at most.
    const int LeastRestMs = 250;
    const int MostRestMs = 2000;

    // A pause is about 40 cycles: a worker looks for work for some 0.2 ms before it sleeps, longer than a serial step.
    const int Pauses = 4000;
    const int WordsPerLine = 16;

    static readonly Lock Creation = new();
    static readonly Dictionary<int, WorkerPool> Pools = [];

    // Job number, next and end of a participant's range in one word, so that a late thread cannot take an item of the next job.
    readonly long[] _ranges;
    readonly SemaphoreSlim[] _wake;
    readonly int[] _asleep;
    readonly int[] _counters = new int[3 * WordsPerLine * 2];
    int _busy;
    PlanStep? _step;
    RunState? _state;
    int _phase;
    int _items;
    int _longWaits;
    double _longWaitMs;
    long _entered;
    int _restMs = LeastRestMs;
    long _restUntil;

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

    // Each in a cache line of its own: all threads wait for one and count down the other.
    ref int Job => ref _counters[2 * WordsPerLine];

    ref int Remaining => ref _counters[4 * WordsPerLine];

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

    /// <summary>Takes the workers for one caller; false where another has them or they rest: the caller then runs alone.</summary>
    public bool TryEnter()
    {
        if (Threads == 1 || Environment.TickCount64 < Volatile.Read(ref _restUntil) || Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
            return false;
        _longWaits = 0;
        _longWaitMs = 0;
        IsContended = false;
        _entered = Stopwatch.GetTimestamp();
        return true;
    }

    /// <summary>
    /// Whether workers hold the caller up more than they help, because other processes keep their cores busy. They then rest for a
    /// while, longer each time; the caller does the rest of its pass, and whoever comes in that time, alone.
    /// </summary>
    public bool IsContended { get; private set; }

    /// <summary>Gives the workers back.</summary>
    public void Exit()
    {
        if (IsContended)
        {
            Volatile.Write(ref _restUntil, Environment.TickCount64 + _restMs);
            _restMs = Math.Min(2 * _restMs, MostRestMs);
        }
        else if (_longWaits == 0)
        {
            _restMs = LeastRestMs;
        }
        Volatile.Write(ref _busy, 0);
    }

    /// <summary>Runs all items of one phase of a step; the caller has entered.</summary>
    public void Run(RunState state, PlanStep step, int phase, int items)
    {
        _state = state;
        _step = step;
        _phase = phase;
        _items = items;
        int job = (Job + 1) & 0xFFFFFF;
        Volatile.Write(ref Remaining, items);
        int first = 0;
        for (int i = 0; i < Threads; i++)
        {
            int end = (int)((long)items * (i + 1) / Threads);
            Volatile.Write(ref _ranges[i * WordsPerLine], Pack(job, first, end));
            first = end;
        }
        // A full fence: either the worker sees the job, or this thread sees that it sleeps.
        Interlocked.Exchange(ref Job, job);
        for (int i = 1; i < Threads; i++)
        {
            if (Volatile.Read(ref _asleep[i * WordsPerLine]) != 0 && Interlocked.Exchange(ref _asleep[i * WordsPerLine], 0) != 0)
                _wake[i].Release();
        }
        long begin = Stopwatch.GetTimestamp();
        int taken = TakeItems(0, job);
        if (Volatile.Read(ref Remaining) == 0)
            return;
        long start = Stopwatch.GetTimestamp();
        int waited = 0;
        while (Volatile.Read(ref Remaining) != 0)
        {
            if (++waited < Pauses)
                Thread.SpinWait(1);
            else
                Thread.Yield();
        }
        double waitedMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double itemMs = Stopwatch.GetElapsedTime(begin, start).TotalMilliseconds / Math.Max(1, taken);
        if (waitedMs > LongWaitMs && waitedMs > LongWaitItems * itemMs)
        {
            _longWaits++;
            _longWaitMs += waitedMs;
            IsContended = _longWaits >= 2 && _longWaitMs > LongWaitShare * Stopwatch.GetElapsedTime(_entered).TotalMilliseconds;
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
            while ((job = Volatile.Read(ref Job)) == seen)
            {
                if (++waited < Pauses)
                {
                    Thread.SpinWait(1);
                    continue;
                }
                Interlocked.Exchange(ref _asleep[self * WordsPerLine], 1);
                if (Volatile.Read(ref Job) != seen && Interlocked.Exchange(ref _asleep[self * WordsPerLine], 0) != 0)
                    continue;
                _wake[self].Wait();
                waited = 0;
            }
            seen = job;
            TakeItems(self, job);
        }
    }

    // Items of one's own range first, then what is left of the others'.
    int TakeItems(int self, int job)
    {
        int taken = 0;
        for (int i = 0; i < Threads; i++)
        {
            ref long range = ref _ranges[(self + i) % Threads * WordsPerLine];
            while (TryTake(ref range, job, out int item))
            {
                // Taken, so that the job cannot end before this item does: these belong to it.
                _step!.RunShare(_state!, _phase, item, _items, self);
                Interlocked.Decrement(ref Remaining);
                taken++;
            }
        }
        return taken;
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
