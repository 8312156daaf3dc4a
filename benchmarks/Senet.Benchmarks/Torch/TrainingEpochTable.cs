using System.Diagnostics;
using System.Globalization;
using Senet.Benchmarks.Inference;
using Senet.Graph;
using Senet.Torch;
using Senet.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Benchmarks.Torch;

/// <summary>Images per second of whole training epochs, images loaded, decoded and augmented, beside the bare step on images that are in memory.</summary>
static class TrainingEpochTable
{
    /// <summary>Trains for some epochs and takes as many bare steps before and behind them as an epoch has.</summary>
    /// <param name="data">Folder of images.</param>
    /// <param name="network">Architecture.</param>
    /// <param name="batch">Images of a step.</param>
    /// <param name="epochs">Epochs; the first, in which the files are read from the disk, is listed but not compared.</param>
    /// <param name="fastDecode">Whether large JPEGs are decoded at a fraction of their size.</param>
    /// <param name="cached">Whether decoded images stay in memory, as in training unless told otherwise; else every epoch decodes.</param>
    public static void Run(string data, string network, int batch, int epochs, bool fastDecode, bool cached)
    {
        TorchRuntime.EnsureLoaded();
        set_num_threads(Environment.ProcessorCount);
        string folder = Directory.CreateTempSubdirectory("senet-benchmark").FullName;
        try
        {
            Architecture architecture = ArchitectureRegistry.Get(network);
            Recipe recipe = (architecture.Input.Height > 64 ? Recipes.Photos : Recipes.SmallImages) with { Epochs = epochs, BatchSize = batch, FastDecode = fastDecode };
            var rows = new List<EpochMetrics>();
            double waiting = 0;
            int steps = 0;
            List<double> bare = [];
            var settings = new TrainingSettings
            {
                Data = data,
                RunFolder = Path.Combine(folder, "run"),
                Architecture = network,
                Recipe = recipe,
                Precision = PrecisionChoice.BFloat16,
                OnBadImage = BadImagePolicy.Skip,
                Device = "cpu",
                ImageSize = architecture.Input.Height,
                CacheBytes = cached ? new TrainingSettings { Data = data, RunFolder = "" }.CacheBytes : 0,
            };
            Trainer.Train(settings, happening =>
            {
                switch (happening)
                {
                    case TrainingEvent.Started started:
                        steps = started.StepsPerEpoch;
                        bare.AddRange(Bare(started.Run, Math.Min(steps, 8)));
                        break;
                    case TrainingEvent.StepDone step when step.Epoch > 1:
                        waiting = Math.Max(waiting, step.WaitingShare);
                        break;
                    case TrainingEvent.EpochDone done:
                        rows.Add(done.Metrics);
                        bare.AddRange(Bare(new RunFolder(settings.RunFolder).ReadDescription(), Math.Min(steps, 8)));
                        break;
                }
            });
            double bareRate = batch / Alternation.Median([.. bare.Order()]) * 1000;
            Console.WriteLine("| network | batch | epoch | images/s | of the bare step's | longest share of waiting |");
            Console.WriteLine("|---|---|---|---|---|---|");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {network} | {batch} | bare | {bareRate:F1} | 1.000 | |"));
            foreach (EpochMetrics row in rows)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {network} | {batch} | {row.Epoch} | {row.ImagesPerSecond:F1} | {row.ImagesPerSecond / bareRate:F3} | {(row.Epoch == 1 ? "" : waiting.ToString("P1", CultureInfo.InvariantCulture))} |"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static List<double> Bare(RunDescription run, int steps)
    {
        using var module = new GraphModule(ArchitectureRegistry.Get(run.Architecture).Build(run.Options)) { Precision = run.Precision };
        using Optimizer optimizer = Optimizer.Create(module, run.Recipe);
        using Tensor images = rand(run.Recipe.BatchSize, 3, run.Preprocessing.Height, run.Preprocessing.Width);
        using Tensor labels = zeros([run.Recipe.BatchSize], dtype: int64);
        module.train();
        var times = new List<double>();
        for (int i = 0; i < steps + 2; i++)
        {
            using DisposeScope scope = NewDisposeScope();
            var clock = Stopwatch.StartNew();
            optimizer.ZeroGradients();
            Tensor loss = nn.functional.cross_entropy(module.call(images), labels);
            module.Backward(loss);
            optimizer.Step(1e-4);
            loss.item<float>();
            if (i >= 2)
                times.Add(clock.Elapsed.TotalMilliseconds);
        }
        return times;
    }
}
