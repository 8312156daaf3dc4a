using System.Runtime.CompilerServices;
using Senet.Torch;
using static TorchSharp.torch;

namespace Senet.Tests;

/// <summary>
/// Test projects run beside each other; with more threads than free processors libtorch's spinning barriers make small
/// steps ten times slower. One thread each is fastest, and its results do not depend on the machine's size.
/// </summary>
static class OneTorchThread
{
    // A test assembly has no earlier place that runs once before any test.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Set()
    {
        TorchRuntime.EnsureLoaded();
        set_num_threads(1);
    }
}
