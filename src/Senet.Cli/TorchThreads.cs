using Senet.Torch;
using TorchSharp;

namespace Senet.Cli;

/// <summary>Number of threads that libtorch computes with.</summary>
static class TorchThreads
{
    public static void Use(int? threads)
    {
        threads.AtLeast(1, "--threads");
        TorchRuntime.EnsureLoaded();
        torch.set_num_threads(threads ?? Environment.ProcessorCount);
    }
}
