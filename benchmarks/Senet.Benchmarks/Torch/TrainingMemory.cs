using System.Diagnostics;
using System.Globalization;
using Senet.Graph;
using Senet.Torch;
using Senet.Training;
using static TorchSharp.torch;

namespace Senet.Benchmarks.Torch;

/// <summary>Whether a long run's memory is flat: live tensors and resident set after more and more steps of a tiny network.</summary>
static class TrainingMemory
{
    /// <summary>Takes <paramref name="steps"/> steps of SE-ResNet-8 on 8 images of 16 x 16.</summary>
    public static void Run(int steps)
    {
        TorchRuntime.EnsureLoaded();
        set_num_threads(1);
        using var module = new GraphModule(ArchitectureRegistry.Get("se-resnet-8").Build()) { Precision = Precision.BFloat16 };
        using var optimizer = new SgdOptimizer(module, new() { Name = "benchmark", WeightDecay = 1e-4 });
        using Tensor images = rand(8, 3, 16, 16);
        using Tensor labels = zeros([8], dtype: int64);
        module.train();
        Console.WriteLine("| steps | live tensors | resident set, MB | managed heap, MB |");
        Console.WriteLine("|---|---|---|---|");
        for (int step = 1; step <= steps; step++)
        {
            using (NewDisposeScope())
            {
                optimizer.ZeroGradients();
                Tensor loss = nn.functional.cross_entropy(module.call(images), labels);
                module.Backward(loss);
                optimizer.Step(1e-3);
            }
            if (step is 10 or 100 or 1000 || step % 2500 == 0)
            {
                using var process = Process.GetCurrentProcess();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {step} | {Tensor.TotalCount} | {process.WorkingSet64 / 1e6:F1} | {GC.GetTotalMemory(false) / 1e6:F1} |"));
            }
        }
    }
}
