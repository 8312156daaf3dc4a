using System.Runtime.InteropServices;

namespace Senet.Inference.Memory;

/// <summary>Zeroed memory outside the garbage collector's heap, aligned for vectors; large blocks on huge pages where the system gives them.</summary>
sealed unsafe partial class NativeMemoryBlock : IDisposable
{
    const nuint Line = 64;
    const nuint HugePage = 2 << 20;
    const int MadviseHugePage = 14;

    void* _memory;

    public NativeMemoryBlock(long floats, bool hugePages)
    {
        nuint bytes = checked((nuint)Math.Max(1, floats) * sizeof(float));
        bool large = bytes >= 2 * HugePage;
        _memory = NativeMemory.AlignedAlloc(bytes, large ? HugePage : Line);
        if (large && hugePages && OperatingSystem.IsLinux())
            Advise(_memory, bytes);
        NativeMemory.Clear(_memory, bytes);
        Length = floats;
    }

    ~NativeMemoryBlock() => Free();

    public float* Floats => (float*)_memory;

    public long Length { get; }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    // A hint: where it cannot be given, everything works on small pages.
    static void Advise(void* memory, nuint bytes)
    {
        try
        {
            _ = Madvise(memory, bytes, MadviseHugePage);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Madvise(void* address, nuint length, int advice);

    void Free()
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}
