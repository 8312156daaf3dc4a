using System.Runtime.Intrinsics.X86;

namespace Senet.Torch.Native;

/// <summary>
/// Keeps oneDNN, which computes libtorch's convolutions, away from code that is wrong on a virtual machine whose AMD processor hides its
/// caches. oneDNN 3 takes the sizes of blocks from CPUID 8000001Dh; where that leaf is empty, its AVX2 and AVX-512 convolutions gave
/// logits of ResNet-18 that were wrong in the second digit, or ended the process with a division by zero. The AVX code asks for no caches.
/// </summary>
static class ConvolutionLimit
{
    const string Variable = "ONEDNN_MAX_CPU_ISA";
    const int CacheLeaf = unchecked((int)0x8000001D);

    /// <summary>What was done and why, one line; null where there was no need.</summary>
    public static string? Reason { get; private set; }

    /// <summary>Called once, before libtorch is loaded. What the user has set in the environment stays.</summary>
    public static void Apply()
    {
        if (!HidesCaches())
            return;
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value)
        {
            Reason = $"the processor hides its caches, which oneDNN's newer code cannot do without; {Variable}={value} was set already";
            return;
        }
        if (OperatingSystem.IsWindows())
            Environment.SetEnvironmentVariable(Variable, "AVX");
        else if (ProcessTuning.SetEnvironment(Variable, "AVX", overwrite: 0) != 0)
            return;
        Reason = $"the processor hides its caches (a virtual machine's setting): convolutions are limited to AVX ({Variable}), right but slower";
    }

    static bool HidesCaches()
    {
        if (!X86Base.IsSupported)
            return false;
        (_, int ebx, int ecx, int edx) = X86Base.CpuId(0, 0);
        bool isAmd = (ebx, edx, ecx) == (0x68747541, 0x69746E65, 0x444D4163); // "Auth" "enti" "cAMD"
        uint highest = (uint)X86Base.CpuId(unchecked((int)0x80000000), 0).Eax;
        // The low five bits are the kind of the first cache, 0 for none.
        return isAmd && highest >= unchecked((uint)CacheLeaf) && (X86Base.CpuId(CacheLeaf, 0).Eax & 31) == 0;
    }
}
