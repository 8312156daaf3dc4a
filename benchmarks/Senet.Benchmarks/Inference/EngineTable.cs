using System.Diagnostics;
using System.Globalization;
using Senet.Inference;

namespace Senet.Benchmarks.Inference;

/// <summary>Every architecture at its native size against ONNX Runtime, one and two threads, batch 1 and 8: a table in Markdown.</summary>
static class EngineTable
{
    const int Attempts = 4;

    // Of a table of steps; the first hundred run code that is not compiled for good yet.
    const int Passes = 400;

    // Where weights and maps come to lie in memory makes a difference of some per cent: each pair of plans lies elsewhere.
    const int Pairs = 9;

    public static void Run(string[] ids, int[] threads, int[] batches, double seconds)
    {
        Console.WriteLine("| network | threads | batch | Senet ms/image, min / median | ONNX Runtime ms/image, min / median | ratio of minima | of medians | difference | core to core |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        string path = Path.Combine(Path.GetTempPath(), $"senet-benchmark-{Environment.ProcessId}.onnx");
        try
        {
            foreach (string id in ids)
                Run(id, path, threads, batches, seconds);
        }
        finally
        {
            File.Delete(path);
        }
    }

    static void Run(string id, string path, int[] threads, int[] batches, double seconds)
    {
        var network = new RandomNetwork(id);
        OnnxRival.Export(network, path);
        foreach (int count in threads)
        {
            using var rival = new OnnxRival(path, count);
            using var plan = InferencePlan.Compile(network.Graph, network.Weights, new InferenceOptions { Threads = count });
            foreach (int batch in batches)
            {
                float[] images = network.Images(batch);
                float[] ours = new float[batch * plan.Classes];
                float[] theirs = new float[batch * plan.Classes];
                Action run = () => plan.Run(images, network.Size, network.Size, ours);
                Action runRival = rival.Bind(images, network.Graph.Input.OutputChannels, network.Size, theirs);
                double[][] times = [];
                double apart = 0;
                // Both again where the second core was not there from beginning to end.
                for (int attempt = 0; attempt < Attempts; attempt++)
                {
                    Cores.Await(count);
                    apart = count == 1 ? 0 : Cores.TransferNs();
                    times = Alternation.Time(seconds, pause: count > 1, run, runRival);
                    if (count == 1 || Cores.AreThere(count))
                        break;
                }
                double largest = theirs.Max(Math.Abs);
                double difference = ours.Zip(theirs, (a, b) => Math.Abs((double)a - b)).Max() / largest;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {id} | {count} | {batch} | {times[0][0] / batch:F2} / {Alternation.Median(times[0]) / batch:F2} | {times[1][0] / batch:F2} / {Alternation.Median(times[1]) / batch:F2} | {times[0][0] / times[1][0]:F3} | {Alternation.Median(times[0]) / Alternation.Median(times[1]):F3} | {difference:E1} | {(count == 1 ? "" : FormattableString.Invariant($"{apart:F0} to {Cores.TransferNs():F0} ns"))} |"));
            }
        }
    }

    /// <summary>SE-ResNet-50 against the same network without SE: many passes in turn, in several pairs of plans.</summary>
    public static void RunExcitationShare(double seconds)
    {
        Console.WriteLine("| network | threads | batch | with SE ms, min / median | without, min / median | more, minima | more, median of passes in turn |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var with = new RandomNetwork("se-resnet-50");
        var without = new RandomNetwork("resnet-50");
        foreach (int threads in new[] { 1, 2 })
        {
            var options = new InferenceOptions { Threads = threads };
            foreach (int batch in new[] { 1, 8 })
            {
                float[] images = with.Images(batch);
                List<double> withTimes = [], withoutTimes = [], shares = [];
                for (int pair = 0; pair < Pairs; pair++)
                {
                    using var withPlan = InferencePlan.Compile(with.Graph, with.Weights, options);
                    using var withoutPlan = InferencePlan.Compile(without.Graph, without.Weights, options);
                    float[] logits = new float[batch * withPlan.Classes];
                    Action runWith = () => withPlan.Run(images, with.Size, with.Size, logits);
                    Action runWithout = () => withoutPlan.Run(images, with.Size, with.Size, logits);
                    runWith();
                    runWithout();
                    // Pass by pass, each going first in every second round: what slows the machine down for seconds meets both.
                    long start = Stopwatch.GetTimestamp();
                    for (int round = 0; round < 2 || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds / Pairs; round++)
                    {
                        double first = Time(round % 2 == 0 ? runWith : runWithout);
                        double second = Time(round % 2 == 0 ? runWithout : runWith);
                        (double withTime, double withoutTime) = round % 2 == 0 ? (first, second) : (second, first);
                        withTimes.Add(withTime);
                        withoutTimes.Add(withoutTime);
                        shares.Add(withTime / withoutTime - 1);
                    }
                }
                withTimes.Sort();
                withoutTimes.Sort();
                shares.Sort();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| se-resnet-50 | {threads} | {batch} | {withTimes[0]:F2} / {withTimes[withTimes.Count / 2]:F2} | {withoutTimes[0]:F2} / {withoutTimes[withoutTimes.Count / 2]:F2} | {withTimes[0] / withoutTimes[0] - 1:P2} | {shares[shares.Count / 2]:P2} |"));
            }
        }
    }

    static double Time(Action pass)
    {
        long start = Stopwatch.GetTimestamp();
        pass();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Where the time of one network goes, step by step.</summary>
    public static void RunSteps(string id, int threads, int batch)
    {
        var network = new RandomNetwork(id);
        using var plan = InferencePlan.Compile(network.Graph, network.Weights, new InferenceOptions { Threads = threads });
        IReadOnlyList<StepProfile> steps = plan.Profile(network.Images(batch), network.Size, network.Size, Passes);
        Console.WriteLine("| step | method | µs | MMAC | GMAC/s |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (StepProfile step in steps)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {step.Name} | {step.Method} | {step.Time.TotalMicroseconds:F0} | {step.Macs / 1e6:F1} | {step.Macs / step.Time.TotalSeconds / 1e9:F1} |"));
        double total = steps.Sum(step => step.Time.TotalMilliseconds);
        double excitation = steps.Where(step => step.IsExcitation).Sum(step => step.Time.TotalMilliseconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nSum of minima {total:F2} ms, {excitation:F2} ms of it squeeze-and-excitation; packed weights {plan.WeightBytes / 1e6:F0} MB."));
    }
}
