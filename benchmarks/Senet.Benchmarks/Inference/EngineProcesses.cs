using System.Diagnostics;
using System.Globalization;
using Senet.Graph;
using Senet.Inference;
using Senet.Weights;

namespace Senet.Benchmarks.Inference;

/// <summary>What only whole processes show: memory, time to the first result, other processes on the same cores.</summary>
static class EngineProcesses
{
    const string Id = "se-resnet-50";

    /// <summary>Peak resident set and time from the process's start to the first result, each engine in processes of its own.</summary>
    public static void RunLoads(int repeats)
    {
        string folder = Directory.CreateTempSubdirectory("senet-benchmark").FullName;
        try
        {
            var network = new RandomNetwork(Id);
            string model = Path.Combine(folder, "model.safetensors");
            string onnx = Path.Combine(folder, "model.onnx");
            string compiled = Path.Combine(folder, "model.plan");
            var description = new ModelDescription { Architecture = Id, Options = network.Options, Classes = [], Preprocessing = new() };
            ModelFile.Save(model, description, network.Weights.Values);
            OnnxRival.Export(network, onnx);
            using (var plan = InferencePlan.Compile(network.Graph, network.Weights))
            {
                plan.Prepare(1, network.Size, network.Size);
                PlanFile.Write(compiled, plan, description, PlanSource.Of(model));
            }
            Console.WriteLine("| from | start to first result, ms, min / median | peak resident set, MB, median |");
            Console.WriteLine("|---|---|---|");
            (string Mode, string File)[] rows = [("safetensors", model), ("plan", compiled), ("onnx", onnx)];
            var times = rows.ToDictionary(row => row.Mode, _ => new List<double>());
            var peaks = rows.ToDictionary(row => row.Mode, _ => new List<double>());
            for (int i = 0; i < repeats; i++)
            {
                foreach ((string mode, string file) in rows)
                {
                    (double time, double peak) = RunChild(mode, file);
                    times[mode].Add(time);
                    peaks[mode].Add(peak);
                }
            }
            foreach ((string mode, _) in rows)
            {
                double[] sorted = [.. times[mode].Order()];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {mode} | {sorted[0]:F0} / {Alternation.Median(sorted):F0} | {Alternation.Median([.. peaks[mode].Order()]):F0} |"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The child: loads, classifies one image, says when, then ten more, and says how much memory that took.</summary>
    public static void RunLoad(string mode, string file)
    {
        ModelDescription? description = mode == "onnx" ? null : mode == "plan" ? null : ModelFile.LoadDescription(file);
        float[] images = new float[3 * 224 * 224];
        for (int i = 0; i < images.Length; i++)
            images[i] = MathF.Sin(i * 0.001f);
        float[] logits = new float[1000];
        Action run;
        if (mode == "onnx")
        {
            run = new OnnxRival(file, Environment.ProcessorCount).Bind(images, 3, 224, logits);
        }
        else if (mode == "plan")
        {
            var plan = InferencePlan.Compile(PlanFile.Open(file));
            run = () => plan.Run(images, 224, 224, logits);
        }
        else
        {
            using Checkpoint checkpoint = CheckpointFile.Open(file);
            var tensors = checkpoint.Tensors.ToDictionary(tensor => tensor.Name);
            var plan = InferencePlan.Compile(ArchitectureRegistry.Get(description!.Architecture).Build(description.Options), name => tensors[name].Load());
            plan.Prepare(1, 224, 224);
            run = () => plan.Run(images, 224, 224, logits);
        }
        run();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds}"));
        for (int i = 0; i < 10; i++)
            run();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6}"));
    }

    /// <summary>Two threads while another process keeps one core busy, against one thread alone.</summary>
    public static void RunContended(double seconds)
    {
        var network = new RandomNetwork(Id);
        using var one = InferencePlan.Compile(network.Graph, network.Weights, new InferenceOptions { Threads = 1 });
        using var two = InferencePlan.Compile(network.Graph, network.Weights, new InferenceOptions { Threads = 2 });
        float[] images = network.Images(1);
        float[] logits = new float[one.Classes];
        Action runOne = () => one.Run(images, network.Size, network.Size, logits);
        Action runTwo = () => two.Run(images, network.Size, network.Size, logits);
        double[] alone = Alternation.Time(seconds, pause: false, runOne)[0];
        using Process burner = Process.Start(new ProcessStartInfo("taskset", ["-c", "1", "sh", "-c", "while :; do :; done"]))!;
        try
        {
            double[] contended = Alternation.Time(seconds, pause: false, runTwo)[0];
            Console.WriteLine("| | ms, min / median |");
            Console.WriteLine("|---|---|");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| one thread, machine idle | {alone[0]:F1} / {Alternation.Median(alone):F1} |"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| two threads, another process on one of two cores | {contended[0]:F1} / {Alternation.Median(contended):F1} |"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nRatio of medians {Alternation.Median(contended) / Alternation.Median(alone):F3}."));
        }
        finally
        {
            burner.Kill();
        }
    }

    /// <summary>Many classifications by eight callers of one plan: results, memory.</summary>
    public static void RunStress(int calls)
    {
        var network = new RandomNetwork("se-resnet-20");
        using var plan = InferencePlan.Compile(network.Graph, network.Weights);
        float[] images = network.Images(1);
        float[] expected = new float[plan.Classes];
        plan.Run(images, network.Size, network.Size, expected);
        int wrong = 0;
        int left = calls;
        double warm = 0;
        Thread[] callers = [.. Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            float[] logits = new float[expected.Length];
            int number;
            while ((number = Interlocked.Decrement(ref left)) >= 0)
            {
                plan.Run(images, network.Size, network.Size, logits);
                if (!logits.AsSpan().SequenceEqual(expected))
                    Interlocked.Increment(ref wrong);
                if (number == calls - calls / 20)
                    warm = Process.GetCurrentProcess().WorkingSet64 / 1e6;
            }
        }))];
        long start = Stopwatch.GetTimestamp();
        foreach (Thread caller in callers)
            caller.Start();
        foreach (Thread caller in callers)
            caller.Join();
        double end = Process.GetCurrentProcess().WorkingSet64 / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{calls} classifications by 8 callers in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s: {wrong} wrong; resident set {warm:F1} MB after 5 %, {end:F1} MB at the end."));
    }

    static (double TimeMs, double PeakMegabytes) RunChild(string mode, string file)
    {
        using Process child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["engine-load", mode, file]) { RedirectStandardOutput = true })!;
        string[] lines = child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        child.WaitForExit();
        return (double.Parse(lines[0], CultureInfo.InvariantCulture), double.Parse(lines[1], CultureInfo.InvariantCulture));
    }
}
