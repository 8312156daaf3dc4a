using System.Diagnostics;

namespace Senet.Benchmarks.Inference;

/// <summary>
/// Times several programs in turns within one process. Each turn is a few passes of one of them behind a pause and some untimed
/// passes: worker threads of the others go on spinning for up to some hundred milliseconds and would take a core away, and cores that
/// slept wake up slowly.
/// </summary>
static class Alternation
{
    const int PauseMs = 120;
    const double WarmMs = 50;
    const double TurnMs = 60;

    /// <summary>Sorted milliseconds of each program's passes.</summary>
    public static double[][] Time(double seconds, bool pause, params Action[] programs)
    {
        List<double>[] times = [.. programs.Select(_ => new List<double>())];
        foreach (Action program in programs)
            program();
        long start = Stopwatch.GetTimestamp();
        for (int turn = 0; turn < 2 || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; turn++)
        {
            for (int i = 0; i < programs.Length; i++)
            {
                if (pause)
                    Thread.Sleep(PauseMs);
                for (long warm = Stopwatch.GetTimestamp(); ;)
                {
                    programs[i]();
                    if (!pause || Stopwatch.GetElapsedTime(warm).TotalMilliseconds > WarmMs)
                        break;
                }
                double spent = 0;
                for (int pass = 0; pass < 2 || spent < TurnMs; pass++)
                {
                    long begin = Stopwatch.GetTimestamp();
                    programs[i]();
                    double time = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
                    times[i].Add(time);
                    spent += time;
                }
            }
        }
        return [.. times.Select(list => list.Order().ToArray())];
    }

    public static double Median(double[] sorted) => sorted[sorted.Length / 2];
}
