using System.Diagnostics;
using System.Globalization;
using Senet.Graph;
using Senet.Torch;
using Senet.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Benchmarks.Torch;

/// <summary>The child of <see cref="TrainingStepTable"/>: one contender that takes a step for each line it is sent.</summary>
static class TrainingStepProcess
{
    /// <summary>Reads lines until there are no more; answers each with the step's milliseconds, its managed bytes, and the peak resident set in MB.</summary>
    /// <param name="contender"><c>plain</c>, <c>plain-tuned</c> (which the caller leaves <see cref="TorchRuntime"/>'s settings), <c>float32</c> or <c>bfloat16</c>.</param>
    /// <param name="network"><c>se-resnet-50</c> or <c>se-resnet-20</c>.</param>
    /// <param name="threads">Threads of libtorch.</param>
    public static void Run(string contender, string network, int threads)
    {
        TorchRuntime.EnsureLoaded();
        set_num_threads(threads);
        (int batch, int size, int classes) = Shape(network);
        Tensor images = rand(batch, 3, size, size);
        Tensor labels = randint(classes, [batch]).to(int64);
        Action step = contender.StartsWith("plain", StringComparison.Ordinal) ? Plain(network, images, labels, classes) : Senet(contender, network, images, labels);
        while (Console.ReadLine() is not null)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            var clock = Stopwatch.StartNew();
            step();
            double elapsedMs = clock.Elapsed.TotalMilliseconds;
            long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsedMs} {allocated} {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6}"));
        }
    }

    /// <summary>Batch, height and width, and classes of the comparison.</summary>
    public static (int Batch, int Size, int Classes) Shape(string network) => network == "se-resnet-50" ? (16, 224, 1000) : (128, 32, 10);

    static Action Plain(string network, Tensor images, Tensor labels, int classes)
    {
        nn.Module<Tensor, Tensor> module = network == "se-resnet-50" ? new PlainSeResNet50(classes) : new PlainSeResNet(blocksPerStage: 3, se: true, classes);
        optim.Optimizer optimizer = optim.SGD(module.parameters(), 0.01, momentum: 0.9, weight_decay: 1e-4);
        module.train();
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            Tensor loss = nn.functional.cross_entropy(module.call(images), labels);
            loss.backward();
            optimizer.step();
            loss.item<float>();
        };
    }

    static Action Senet(string contender, string network, Tensor images, Tensor labels)
    {
        var module = new GraphModule(ArchitectureRegistry.Get(network).Build())
        {
            Precision = contender == "bfloat16" ? Precision.BFloat16 : Precision.Float32,
        };
        var optimizer = new SgdOptimizer(module, new() { Name = "benchmark", WeightDecay = 1e-4 });
        module.train();
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.ZeroGradients();
            Tensor loss = nn.functional.cross_entropy(module.call(images), labels);
            module.Backward(loss);
            optimizer.Step(0.01);
            loss.item<float>();
        };
    }
}
