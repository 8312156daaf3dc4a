using System.Diagnostics;

namespace Senet.Cli;

/// <summary>
/// Times engines against each other in one process: blocks of passes in turn, with pauses between, because the threads of a runtime
/// go on spinning for a while after its last pass and would take the next one's processors.
/// </summary>
static class Race
{
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(80);
    static readonly TimeSpan s_block = TimeSpan.FromMilliseconds(300);

    const int WarmUps = 3;
    const int FewestPasses = 3;

    /// <summary>The times of every engine's passes in milliseconds, ascending.</summary>
    /// <param name="contenders">The engines, all with the same batch.</param>
    /// <param name="seconds">Time that each is measured for; three passes at least.</param>
    public static IReadOnlyList<double[]> Run(IReadOnlyList<Contender> contenders, double seconds)
    {
        foreach (Contender contender in contenders)
        {
            for (int i = 0; i < WarmUps; i++)
                contender.Run();
        }
        List<double>[] times = [.. contenders.Select(_ => new List<double>())];
        while (times.Any(list => !IsEnough(list, seconds)))
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                if (contenders.Count > 1)
                    Thread.Sleep(s_pause);
                RunBlock(contenders[i], times[i], seconds);
            }
        }
        return [.. times.Select(list => list.Order().ToArray())];
    }

    /// <summary>The median of values in ascending order.</summary>
    public static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    static void RunBlock(Contender contender, List<double> times, double seconds)
    {
        // Wakes the threads and brings the weights back into the caches; not counted.
        contender.Run();
        var block = Stopwatch.StartNew();
        do
        {
            long start = Stopwatch.GetTimestamp();
            contender.Run();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        while (block.Elapsed < s_block && !IsEnough(times, seconds));
    }

    static bool IsEnough(List<double> times, double seconds) => times.Count >= FewestPasses && times.Sum() >= seconds * 1000;
}
