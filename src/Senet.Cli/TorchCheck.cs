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
    }
}
