using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Senet.Benchmarks.Inference;
using Senet.Data;
using Senet.Graph;
using Senet.Torch;
using Senet.Training;
using Senet.Training.Distributed;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Benchmarks.Distributed;

/// <summary>Training steps of one global batch in one process with one and two threads and in two processes under mpirun, in turns.</summary>
static class ScalingTable
{
    static readonly (int Processes, int Threads)[] s_settings = [(1, 1), (1, 2), (2, 1)];

    /// <summary>Prints a row per network and setting: median step, ratio to one thread, and the time the step waits for sums.</summary>
    /// <param name="rounds">How often every setting is run.</param>
    /// <param name="isLarge">SE-ResNet-50 at 224 x 224 instead of SE-ResNet-20 at 32 x 32.</param>
    public static void Run(int rounds, bool isLarge)
    {
        Console.WriteLine("| network, input, global batch | processes x threads | step, ms | of 1 x 1 | waiting for sums, ms | buckets, sent during the backward pass |");
        Console.WriteLine("|---|---|---|---|---|---|");
        (string Id, int Size, int Batch, bool IsSynchronised, int Steps)[] networks = isLarge
            ? [("se-resnet-50", 224, 16, false, 3)]
            : [("se-resnet-20", 32, 128, false, 10), ("se-resnet-20", 32, 128, true, 10)];
        foreach ((string id, int size, int batch, bool synchronised, int steps) in networks)
        {
            var found = s_settings.ToDictionary(setting => setting, _ => new List<Figures>());
            for (int round = 0; round < rounds; round++)
            {
                foreach ((int Processes, int Threads) setting in s_settings)
                    found[setting].Add(RunChild(setting.Processes, [id, Text(size), Text(batch), Text(setting.Threads), Text(steps), Text(synchronised ? 1 : 0)]));
            }
            double baseline = Median(found[s_settings[0]], figures => figures.StepMs);
            foreach (((int processes, int threads), List<Figures> rows) in found)
            {
                double step = Median(rows, row => row.StepMs);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {id}, {size} x {size}, {batch}{(synchronised ? ", --sync-bn" : "")} | {processes} x {threads} | {step:F0} | {step / baseline:F2} | {Median(rows, row => row.WaitMs):F1} | {rows[0].Buckets}, {rows[0].Early} |"));
            }
        }
    }

    /// <summary>The child: takes steps on random images and prints its figures.</summary>
    public static void RunChild(string[] args)
    {
        (string id, int size, int batch, int threads, int steps) = (args[0], Number(args[1]), Number(args[2]), Number(args[3]), Number(args[4]));
        using ICollective collective = LaunchedProcess.Connect();
        TorchRuntime.EnsureLoaded();
        set_num_threads(threads);
        using var module = new GraphModule(ArchitectureRegistry.Get(id).Build(new() { Classes = 100 }), seed: 1);
        using Optimizer optimizer = Optimizer.Create(module, new() { Name = "scaling", LearningRate = 0.01 });
        using GradientReducer? reducer = collective.Size > 1 ? new(module, collective) : null;
        if (args[5] == "1" && collective.Size > 1)
            module.BatchNormGroup = new(collective.Rank, collective.Size, values => collective.StartSum(values).Wait());
        int own = new BatchShare(collective.Rank, collective.Size).SampleCount(batch);
        double share = (double)own / batch;
        using Tensor input = rand([own, 3, size, size]);
        using Tensor labels = zeros([own], dtype: int64);
        module.train();
        var times = new List<double>();
        var waits = new List<double>();
        // The first steps grow libtorch's buffers.
        for (int step = -2; step < steps; step++)
        {
            collective.Barrier();
            var clock = Stopwatch.StartNew();
            double wait = 0;
            using (DisposeScope scope = NewDisposeScope())
            {
                optimizer.ZeroGradients();
                Tensor loss = nn.functional.cross_entropy(module.call(input), labels);
                reducer?.Arm();
                (loss * share).backward();
                double before = clock.Elapsed.TotalMilliseconds;
                reducer?.Finish(share);
                wait = clock.Elapsed.TotalMilliseconds - before;
                optimizer.Step(0.01);
            }
            if (step < 0)
                continue;
            times.Add(clock.Elapsed.TotalMilliseconds);
            waits.Add(wait);
        }
        if (collective.Rank == 0)
            Console.WriteLine(JsonSerializer.Serialize(new Figures(Alternation.Median([.. times.Order()]), Alternation.Median([.. waits.Order()]), reducer?.BucketCount ?? 0, reducer?.SentEarly ?? 0)));
    }

    /// <summary>Prints the model of <c>docs/scaling.md</c>: step time of the paper's per-GPU figures at 8, 64 and 512 workers.</summary>
    public static void RunModel()
    {
        // arXiv:1709.01507, section 4: forward and backward of 256 images on eight GPUs; SENet-154's is not published, so it is scaled by multiply-adds.
        const double seResNet50Ms = 209;
        const double backwardShare = 2.0 / 3;
        const double latencySeconds = 30e-6;
        Console.WriteLine("| network | workers | network, GB/s | all-reduce, ms | step without overlap, ms | step with overlap, ms | efficiency |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (string id in new[] { "se-resnet-50", "senet-154" })
        {
            NetworkGraph graph = ArchitectureRegistry.Get(id).Build();
            NetworkCost cost = graph.Cost(new(3, 224, 224));
            double computeMs = seResNet50Ms * cost.Macs / ArchitectureRegistry.Get("se-resnet-50").Build().Cost(new(3, 224, 224)).Macs;
            IReadOnlyList<long> buckets = GradientReducer.PlanBytes(graph);
            foreach (int workers in new[] { 8, 64, 512 })
            {
                foreach (double gigabytes in new[] { 1.25, 12.5 })
                {
                    double ring = buckets.Sum(Milliseconds);
                    // The last bucket starts when the backward pass has ended, and nothing ends before what was sent earlier.
                    double overlapped = Math.Max(Milliseconds(buckets[^1]), ring - computeMs * backwardShare);
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {id} | {workers} | {gigabytes} | {ring:F0} | {computeMs + ring:F0} | {computeMs + overlapped:F0} | {computeMs / (computeMs + overlapped):F2} |"));

                    double Milliseconds(long bytes) => 1000 * (2.0 * (workers - 1) / workers * bytes / (gigabytes * 1e9) + 2.0 * (workers - 1) * latencySeconds);
                }
            }
        }
    }

    sealed record Figures(double StepMs, double WaitMs, int Buckets, int Early);

    static Figures RunChild(int processes, string[] args)
    {
        string[] child = ["dotnet", typeof(ScalingTable).Assembly.Location, "scaling-child", .. args];
        string[] line = processes == 1 ? child : ["mpirun", "-n", Text(processes), .. child];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true };
        start.Environment["OMPI_ALLOW_RUN_AS_ROOT"] = "1";
        start.Environment["OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"] = "1";
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', line)} ended with {process.ExitCode}");
        // mpirun gives its children a terminal, to which .NET writes a control sequence first.
        return JsonSerializer.Deserialize<Figures>(output[output.IndexOf('{')..(output.LastIndexOf('}') + 1)])!;
    }

    static double Median(List<Figures> rows, Func<Figures, double> value) => Alternation.Median([.. rows.Select(value).Order()]);

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
