using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Senet.Cli;

/// <summary>How many multiply-accumulates a core does per second when nothing holds it up: no memory, no dependences.</summary>
static class FmaPeak
{
    // As many chains as hide the latency of a multiply-add on every processor known (4 cycles, two of them started in each), with room to spare.
    const int Chains = 12;
    const int Loops = 200_000;
    const int Trials = 25;

    /// <summary>Multiply-accumulates per second of one thread with the widest vectors; the best of a tenth of a second.</summary>
    public static double MeasureOneThread()
    {
        (Func<int, float> run, int lanes) = Vector512.IsHardwareAccelerated ? (Run512, Vector512<float>.Count)
            : Vector256.IsHardwareAccelerated ? (Run256, Vector256<float>.Count)
            : ((Func<int, float>)Run128, Vector128<float>.Count);
        double best = 0;
        for (int i = 0; i < Trials; i++)
        {
            long start = Stopwatch.GetTimestamp();
            run(Loops);
            best = Math.Max(best, (double)Loops * Chains * lanes / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return best;
    }

    // Every accumulator tends to 1: neither overflow nor denormal numbers slow it down. Without optimisation from the start the first trial would be slow code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static float Run512(int loops)
    {
        Vector512<float> m = Vector512.Create(0.5f);
        Vector512<float> a0 = m, a1 = m, a2 = m, a3 = m, a4 = m, a5 = m, a6 = m, a7 = m, a8 = m, a9 = m, a10 = m, a11 = m;
        for (int i = 0; i < loops; i++)
        {
            a0 = Vector512.MultiplyAddEstimate(a0, m, m);
            a1 = Vector512.MultiplyAddEstimate(a1, m, m);
            a2 = Vector512.MultiplyAddEstimate(a2, m, m);
            a3 = Vector512.MultiplyAddEstimate(a3, m, m);
            a4 = Vector512.MultiplyAddEstimate(a4, m, m);
            a5 = Vector512.MultiplyAddEstimate(a5, m, m);
            a6 = Vector512.MultiplyAddEstimate(a6, m, m);
            a7 = Vector512.MultiplyAddEstimate(a7, m, m);
            a8 = Vector512.MultiplyAddEstimate(a8, m, m);
            a9 = Vector512.MultiplyAddEstimate(a9, m, m);
            a10 = Vector512.MultiplyAddEstimate(a10, m, m);
            a11 = Vector512.MultiplyAddEstimate(a11, m, m);
        }
        return Vector512.Sum(a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static float Run256(int loops)
    {
        Vector256<float> m = Vector256.Create(0.5f);
        Vector256<float> a0 = m, a1 = m, a2 = m, a3 = m, a4 = m, a5 = m, a6 = m, a7 = m, a8 = m, a9 = m, a10 = m, a11 = m;
        for (int i = 0; i < loops; i++)
        {
            a0 = Vector256.MultiplyAddEstimate(a0, m, m);
            a1 = Vector256.MultiplyAddEstimate(a1, m, m);
            a2 = Vector256.MultiplyAddEstimate(a2, m, m);
            a3 = Vector256.MultiplyAddEstimate(a3, m, m);
            a4 = Vector256.MultiplyAddEstimate(a4, m, m);
            a5 = Vector256.MultiplyAddEstimate(a5, m, m);
            a6 = Vector256.MultiplyAddEstimate(a6, m, m);
            a7 = Vector256.MultiplyAddEstimate(a7, m, m);
            a8 = Vector256.MultiplyAddEstimate(a8, m, m);
            a9 = Vector256.MultiplyAddEstimate(a9, m, m);
            a10 = Vector256.MultiplyAddEstimate(a10, m, m);
            a11 = Vector256.MultiplyAddEstimate(a11, m, m);
        }
        return Vector256.Sum(a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static float Run128(int loops)
    {
        Vector128<float> m = Vector128.Create(0.5f);
        Vector128<float> a0 = m, a1 = m, a2 = m, a3 = m, a4 = m, a5 = m, a6 = m, a7 = m, a8 = m, a9 = m, a10 = m, a11 = m;
        for (int i = 0; i < loops; i++)
        {
            a0 = Vector128.MultiplyAddEstimate(a0, m, m);
            a1 = Vector128.MultiplyAddEstimate(a1, m, m);
            a2 = Vector128.MultiplyAddEstimate(a2, m, m);
            a3 = Vector128.MultiplyAddEstimate(a3, m, m);
            a4 = Vector128.MultiplyAddEstimate(a4, m, m);
            a5 = Vector128.MultiplyAddEstimate(a5, m, m);
            a6 = Vector128.MultiplyAddEstimate(a6, m, m);
            a7 = Vector128.MultiplyAddEstimate(a7, m, m);
            a8 = Vector128.MultiplyAddEstimate(a8, m, m);
            a9 = Vector128.MultiplyAddEstimate(a9, m, m);
            a10 = Vector128.MultiplyAddEstimate(a10, m, m);
            a11 = Vector128.MultiplyAddEstimate(a11, m, m);
        }
        return Vector128.Sum(a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11);
    }
}
