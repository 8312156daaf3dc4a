using BenchmarkDotNet.Attributes;
using Senet.Graph;
using Senet.Torch;
using Senet.Training;
using static TorchSharp.torch;

namespace Senet.Benchmarks.Torch;

/// <summary>
/// One training step of (SE-)ResNet-20 at 32x32, batch 128, float32: Senet against the same network in a plain TorchSharp loop
/// with its own SGD. The mean divided by 128 is the time per image.
/// </summary>
public class TrainingStepBenchmarks
{
    Tensor _images = null!;
    Tensor _labels = null!;
    PlainSeResNet _plain = null!;
    optim.Optimizer _plainOptimizer = null!;
    GraphModule _module = null!;
    Optimizer _optimizer = null!;

    [Params("resnet-20", "se-resnet-20")]
    public string Network { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        TorchRuntime.EnsureLoaded();
        set_num_threads(Environment.ProcessorCount);
        _images = rand(128, 3, 32, 32);
        _labels = randint(10, [128]).to(int64);
        _plain = new(blocksPerStage: 3, se: Network.StartsWith("se-", StringComparison.Ordinal), classes: 10);
        _plainOptimizer = optim.SGD(_plain.parameters(), 0.01, momentum: 0.9, weight_decay: 1e-4);
        _module = new(ArchitectureRegistry.Get(Network).Build());
        _optimizer = Optimizer.Create(_module, Recipes.SmallImages);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _plainOptimizer.Dispose();
        _plain.Dispose();
        _optimizer.Dispose();
        _module.Dispose();
        _images.Dispose();
        _labels.Dispose();
    }

    [Benchmark(Baseline = true)]
    public float PlainTorchSharp()
    {
        using var scope = NewDisposeScope();
        _plain.train();
        _plainOptimizer.zero_grad();
        Tensor loss = nn.functional.cross_entropy(_plain.call(_images), _labels);
        loss.backward();
        _plainOptimizer.step();
        return loss.item<float>();
    }

    [Benchmark]
    public float Senet()
    {
        using var scope = NewDisposeScope();
        _module.train();
        _optimizer.ZeroGradients();
        Tensor loss = nn.functional.cross_entropy(_module.call(_images), _labels);
        loss.backward();
        _optimizer.Step(0.01);
        return loss.item<float>();
    }
}
