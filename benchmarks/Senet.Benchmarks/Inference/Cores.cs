using System.Diagnostics;
using System.Numerics;

namespace Senet.Benchmarks.Inference;

/// <summary>
/// How many cores the machine gives at the moment. A virtual machine's processors may be two threads of one core, and then again not:
/// arithmetic of two threads then takes the time of one, whatever the program.
/// </summary>
static class Cores
{
    const double Enough = 0.93;
    const double SampleMs = 15;
    const int Tries = 40;
    const int Transfers = 20_000;
    const int TransferRounds = 5;

    /// <summary>Multiply-adds of so many threads at once, in those of one.</summary>
    public static double Measure(int threads)
    {
        double one = Rate(1);
        return Rate(threads) / one;
    }

    /// <summary>Waits, for a while, until so many threads do the work of as many.</summary>
    public static void Await(int threads)
    {
        for (int i = 0; i < Tries && Measure(threads) < Enough * threads; i++)
            Thread.Sleep(250);
    }

    /// <summary>Whether so many threads do the work of as many.</summary>
    public static bool AreThere(int threads) => Measure(threads) >= Enough * threads;

    /// <summary>
    /// Nanoseconds that a changed cache line takes from one thread to another: some 30 to 60 where both cores share a third-level cache,
    /// 150 and more where they do not. A virtual machine's processors may be moved from one to the other in the middle of a run.
    /// </summary>
    public static double TransferNs()
    {
        // A line of its own.
        long[] shared = new long[32];
        double best = double.PositiveInfinity;
        for (int round = 0; round < TransferRounds; round++)
        {
            Volatile.Write(ref shared[16], 0);
            var answering = new Thread(() =>
            {
                for (long i = 0; i < Transfers; i++)
                {
                    while (Volatile.Read(ref shared[16]) != 2 * i + 1) { }
                    Volatile.Write(ref shared[16], 2 * i + 2);
                }
            });
            answering.Start();
            long start = 0;
            for (long i = 0; i < Transfers; i++)
            {
                // The other's start does not count.
                if (i == Transfers / 2)
                    start = Stopwatch.GetTimestamp();
                Volatile.Write(ref shared[16], 2 * i + 1);
                while (Volatile.Read(ref shared[16]) != 2 * i + 2) { }
            }
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / Transfers);
            answering.Join();
        }
        return best;
    }

    static double Rate(int threads)
    {
        long[] rounds = new long[threads];
        Thread[] others = [.. Enumerable.Range(1, threads - 1).Select(i => new Thread(() => rounds[i] = Spin()))];
        foreach (Thread other in others)
            other.Start();
        rounds[0] = Spin();
        foreach (Thread other in others)
            other.Join();
        return rounds.Sum();
    }

    static long Spin()
    {
        Vector<float> a = new(1.0001f);
        Vector<float> b0 = Vector<float>.One, b1 = b0, b2 = b0, b3 = b0, b4 = b0, b5 = b0, b6 = b0, b7 = b0;
        long rounds = 0;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < SampleMs)
        {
            for (int i = 0; i < 1000; i++)
            {
                b0 = Vector.FusedMultiplyAdd(b0, a, a);
                b1 = Vector.FusedMultiplyAdd(b1, a, a);
                b2 = Vector.FusedMultiplyAdd(b2, a, a);
                b3 = Vector.FusedMultiplyAdd(b3, a, a);
                b4 = Vector.FusedMultiplyAdd(b4, a, a);
                b5 = Vector.FusedMultiplyAdd(b5, a, a);
                b6 = Vector.FusedMultiplyAdd(b6, a, a);
                b7 = Vector.FusedMultiplyAdd(b7, a, a);
            }
            rounds++;
        }
        GC.KeepAlive(b0 + b1 + b2 + b3 + b4 + b5 + b6 + b7);
        return rounds;
    }
}
