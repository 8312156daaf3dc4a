using System.Diagnostics;
using System.Globalization;
using Senet.Benchmarks.Inference;
using Senet.Graph;
using Senet.Torch;
using Senet.Training;

namespace Senet.Benchmarks.Torch;

/// <summary>
/// One training step of Senet against the same network in a plain TorchSharp loop. Each contender has a process of its own, because the
/// settings that <see cref="TorchRuntime"/> makes would help the rival too; the processes take their steps in turns.
/// </summary>
static class TrainingStepTable
{
    static readonly string[] s_contenders = ["plain", "plain-tuned", "float32", "bfloat16"];

    // What makes TorchRuntime stand aside in the rival's process, each with the value that is the default without it.
    static readonly (string Name, string Value)[] s_untuned =
    [
        ("GLIBC_TUNABLES", "glibc.malloc.check=0"),
        ("GOMP_SPINCOUNT", "300000"),
    ];

    /// <summary>Prints one row for each contender.</summary>
    /// <param name="networks"><c>se-resnet-50</c>, <c>se-resnet-20</c> or both.</param>
    /// <param name="steps">Timed steps of each contender; three more come before them.</param>
    /// <param name="threads">Threads of libtorch.</param>
    public static void Run(string[] networks, int steps, int threads)
    {
        Console.WriteLine("| network | batch | contender | step, ms, min / median | ratio of medians | images/s | managed bytes a step | peak resident set, MB | estimated, MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (string network in networks)
            Run(network, steps, threads);
    }

    static void Run(string network, int steps, int threads)
    {
        const int Warmup = 3;
        (int batch, int size, _) = TrainingStepProcess.Shape(network);
        Process[] processes = [.. s_contenders.Select(contender => Start(contender, network, threads))];
        var rows = s_contenders.Select(_ => new List<double[]>()).ToArray();
        try
        {
            for (int i = 0; i < Warmup + steps; i++)
            {
                for (int c = 0; c < processes.Length; c++)
                {
                    processes[c].StandardInput.WriteLine();
                    processes[c].StandardInput.Flush();
                    string answer = processes[c].StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{s_contenders[c]}: ended");
                    double[] row = [.. answer.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
                    if (i >= Warmup)
                        rows[c].Add(row);
                }
            }
        }
        finally
        {
            foreach (Process process in processes)
            {
                process.StandardInput.Close();
                process.WaitForExit();
                process.Dispose();
            }
        }
        double plain = Alternation.Median(Column(rows[0], 0));
        for (int c = 0; c < s_contenders.Length; c++)
        {
            double[] times = Column(rows[c], 0);
            double median = Alternation.Median(times);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {network}, {size} | {batch} | {s_contenders[c]} | {times[0]:F1} / {median:F1} | {median / plain:F3} | {batch / median * 1000:F1} | {Alternation.Median(Column(rows[c], 1)):N0} | {Column(rows[c], 2)[^1]:F0} | {Estimate(s_contenders[c], network)} |"));
        }

        static double[] Column(List<double[]> rows, int column) => [.. rows.Select(row => row[column]).Order()];
    }

    // What Senet would say before a run, without the images that a loader holds ahead.
    static string Estimate(string contender, string network)
    {
        if (contender.StartsWith("plain", StringComparison.Ordinal))
            return "";
        (int batch, int size, _) = TrainingStepProcess.Shape(network);
        Precision precision = contender == "bfloat16" ? Precision.BFloat16 : Precision.Float32;
        MemoryEstimate estimate = MemoryEstimate.Of(ArchitectureRegistry.Get(network).Build(), new(3, size, size), batch, precision, batchesAhead: 1);
        return (estimate.Total / 1e6).ToString("F0", CultureInfo.InvariantCulture);
    }

    static Process Start(string contender, string network, int threads)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(TrainingStepTable).Assembly.Location);
        foreach (string argument in new[] { "training-step-child", contender, network, threads.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        if (contender == "plain")
        {
            foreach ((string name, string value) in s_untuned)
                start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }
}
