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
        CheckConvolution(256, 256, kernel: 3, size: 14);
        CheckConvolution(33, 47, kernel: 5, size: 17);
    }

    // Convolutions in float32 run code that is chosen by the processor, those in float64 do not.
    static void CheckConvolution(int inputs, int outputs, int kernel, int size)
    {
        const double Tolerance = 1e-4;
        torch.Tensor images = torch.sin(torch.arange((long)inputs * size * size, torch.float64)).reshape(1, inputs, size, size);
        torch.Tensor filters = torch.cos(torch.arange((long)outputs * inputs * kernel * kernel, torch.float64)).reshape(outputs, inputs, kernel, kernel);
        long[] padding = [kernel / 2, kernel / 2];
        torch.Tensor exact = torch.nn.functional.conv2d(images, filters, padding: padding);
        torch.Tensor single = torch.nn.functional.conv2d(images.to(torch.float32), filters.to(torch.float32), padding: padding).to(torch.float64);
        double difference = ((single - exact).norm() / exact.norm()).item<double>();
        if (!(difference < Tolerance))
            throw new SenetException(FormattableString.Invariant($"libtorch's convolutions are wrong on this processor: float32 and float64 differ by {difference:G3}; set ONEDNN_MAX_CPU_ISA=SSE41"));
    }
}
