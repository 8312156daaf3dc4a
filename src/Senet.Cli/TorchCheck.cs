using Senet.Graph;
using Senet.Torch;
using TorchSharp;

namespace Senet.Cli;

/// <summary>One step through a small network: that libraries load does not yet mean that they compute.</summary>
static class TorchCheck
{
    /// <exception cref="SenetException">The step went wrong.</exception>
    public static void Run()
    {
        TorchRuntime.EnsureLoaded();
        NetworkGraph graph = ArchitectureRegistry.Get("se-resnet-8").Build();
        using DisposeScope scope = torch.NewDisposeScope();
        using var module = new GraphModule(graph, 0);
        torch.Tensor logits = module.call(torch.zeros(2, 3, 32, 32));
        logits.sum().backward();
        if (logits.shape is not [2, 10])
            throw new SenetException("libtorch computes outputs of the wrong shape");
        CheckConvolution();
    }

    // Convolutions in float32 run code that is chosen by the processor, those in float64 do not.
    static void CheckConvolution()
    {
        const double Tolerance = 1e-4;
        using torch.Tensor images = torch.sin(torch.arange(256 * 14 * 14, torch.float64)).reshape(1, 256, 14, 14);
        using torch.Tensor filters = torch.cos(torch.arange(256 * 256 * 9, torch.float64)).reshape(256, 256, 3, 3);
        torch.Tensor exact = torch.nn.functional.conv2d(images, filters, padding: [1, 1]);
        torch.Tensor single = torch.nn.functional.conv2d(images.to(torch.float32), filters.to(torch.float32), padding: [1, 1]).to(torch.float64);
        double difference = ((single - exact).norm() / exact.norm()).item<double>();
        if (!(difference < Tolerance))
            throw new SenetException(FormattableString.Invariant($"libtorch's convolutions are wrong on this processor: float32 and float64 differ by {difference:G3}; set ONEDNN_MAX_CPU_ISA=AVX"));
    }
}
