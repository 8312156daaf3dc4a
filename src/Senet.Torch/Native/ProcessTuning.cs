using System.Runtime.InteropServices;

namespace Senet.Torch.Native;

/// <summary>
/// Two settings of the C library and the OpenMP runtime that decide how fast libtorch trains on a CPU under Linux. What the
/// user has set in the environment stays.
/// </summary>
static partial class ProcessTuning
{
    // Parameters of mallopt(3).
    const int TrimThreshold = -1;
    const int MappingThreshold = -3;

    // The largest value glibc accepts on 64-bit systems. Larger blocks keep mappings of their own, which cannot fragment.
    const int LargestThreshold = 32 << 20;

    /// <summary>Applies both; called once, before libtorch is loaded. Systems without these functions are left alone.</summary>
    public static void Apply()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            KeepMemory();
            SpinBriefly();
        }
        catch (Exception error) when (error is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library than glibc: only speed is lost.
        }
    }

    // glibc gives large blocks back to the system when they are freed. Each activation of a training step is such a block, and
    // the kernel clears its pages anew in every step: about a third of the step of SE-ResNet-20 at batch 128.
    static void KeepMemory()
    {
        if (IsSet("MALLOC_MMAP_MAX_") || IsSet("MALLOC_MMAP_THRESHOLD_") || IsSet("MALLOC_TRIM_THRESHOLD_") || IsSet("GLIBC_TUNABLES"))
            return;
        _ = SetAllocatorOption(MappingThreshold, LargestThreshold);
        _ = SetAllocatorOption(TrimThreshold, int.MaxValue);
    }

    // libtorch's OpenMP threads spin at the end of every operation until the last one arrives. When another program holds a
    // processor, that spinning keeps the late thread from running, and a step takes up to ten times as long.
    static void SpinBriefly()
    {
        if (IsSet("OMP_WAIT_POLICY") || IsSet("GOMP_SPINCOUNT"))
            return;
        _ = SetEnvironment("GOMP_SPINCOUNT", "10000", overwrite: 0);
    }

    static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetAllocatorOption(int parameter, int value);

    /// <summary>setenv(3): sets what native code sees, which .NET's own copy of the environment does not.</summary>
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetEnvironment(string name, string value, int overwrite);
}
