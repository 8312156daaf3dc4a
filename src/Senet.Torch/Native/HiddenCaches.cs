using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Senet.Torch.Native;

/// <summary>
/// Mends libtorch's convolutions on a virtual machine whose AMD processor hides its caches. oneDNN takes their sizes from CPUID
/// 8000001Dh; where that leaf is empty it believes in caches of one byte, and its AVX, AVX2 and AVX-512 convolutions gave results that
/// were wrong in the first digit, or ended the process with a division by zero.
/// </summary>
/// <remarks>
/// The sizes stand in one object inside libtorch_cpu, which the library's symbol table names. They are written there before the first
/// convolution. Where that object is not found just as expected, oneDNN is kept to its SSE code, which asks for no caches.
/// </remarks>
static unsafe class HiddenCaches
{
    const string Variable = "ONEDNN_MAX_CPU_ISA";
    const string Library = "libtorch_cpu.so";
    const int CacheLeaf = unchecked((int)0x8000001D);

    // oneDNN's description of the processor, and the function that returns it and fills it at its first call.
    const string Processor = "_ZZN4dnnl4impl3cpu3x643cpuEvE4cpu_";
    const string ProcessorFunction = "_ZN4dnnl4impl3cpu3x643cpuEv";

    // Within the object: sizes of up to ten levels of cache in bytes, the cores that share each, and the number of levels.
    const int Levels = 3;
    const int MostLevels = 10;

    /// <summary>What was done and why, one line; null where there was no need.</summary>
    public static string? Reason { get; private set; }

    /// <summary>Called once, after libtorch is loaded and before it computes. What the user has set in the environment stays.</summary>
    public static void Apply()
    {
        if (!AreHidden())
            return;
        SilenceNnpack();
        const string Lead = "the processor hides its caches (a virtual machine's setting)";
        if (OperatingSystem.IsLinux() && WriteSizes())
        {
            Reason = $"{Lead}: oneDNN was told usual sizes";
            return;
        }
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value)
        {
            Reason = $"{Lead}, which oneDNN's newer code cannot do without; {Variable}={value} was set already";
            return;
        }
        if (OperatingSystem.IsWindows())
            Environment.SetEnvironmentVariable(Variable, "SSE41");
        else if (ProcessTuning.SetEnvironment(Variable, "SSE41", overwrite: 0) != 0)
            return;
        Reason = $"{Lead}: convolutions are limited to SSE ({Variable}), right but slower";
    }

    /// <summary>
    /// Where the cache sizes stand among the words of oneDNN's description of the processor, as it fills them from an empty leaf: three
    /// levels of no size to speak of. -1 where there is no such place, or more than one.
    /// </summary>
    internal static int FindSizes(ReadOnlySpan<uint> words)
    {
        int found = -1;
        for (int i = 0; i + 2 * MostLevels < words.Length; i++)
        {
            ReadOnlySpan<uint> sizes = words.Slice(i, MostLevels), sharing = words.Slice(i + MostLevels, MostLevels);
            // An empty leaf gives every product of its fields plus one, which is 1; real caches have at least 1 KB.
            bool fits = words[i + 2 * MostLevels] == Levels
                && !sizes[..Levels].ContainsAnyExceptInRange(1u, 1023u) && !sizes[Levels..].ContainsAnyExcept(0u)
                && !sharing[..Levels].ContainsAnyExceptInRange(1u, 1023u) && !sharing[Levels..].ContainsAnyExcept(0u);
            if (fits && found >= 0)
                return -1;
            if (fits)
                found = i;
        }
        return found;
    }

    static bool AreHidden()
    {
        if (!X86Base.IsSupported)
            return false;
        (_, int ebx, int ecx, int edx) = X86Base.CpuId(0, 0);
        bool isAmd = (ebx, edx, ecx) == (0x68747541, 0x69746E65, 0x444D4163); // "Auth" "enti" "cAMD"
        uint highest = (uint)X86Base.CpuId(unchecked((int)0x80000000), 0).Eax;
        // The low five bits are the kind of the first cache, 0 for none.
        return isAmd && highest >= unchecked((uint)CacheLeaf) && (X86Base.CpuId(CacheLeaf, 0).Eax & 31) == 0;
    }

    // NNPACK, another library of convolutions, cannot do without the sizes either: it declines, with a line on the terminal each time.
    static void SilenceNnpack()
    {
        if (OperatingSystem.IsLinux()
            && NativeLibrary.TryLoad(Library, out nint torch)
            && NativeLibrary.TryGetExport(torch, "_ZN2at13globalContextEv", out nint context)
            && NativeLibrary.TryGetExport(torch, "_ZN2at7Context20setUserEnabledNNPACKEb", out nint enable))
        {
            ((delegate* unmanaged<void*, byte, void>)enable)(((delegate* unmanaged<void*>)context)(), 0);
        }
    }

    static bool WriteSizes()
    {
        try
        {
            if (LoadedLibraries.FindStart(Library) is not (string path, nuint start))
                return false;
            Dictionary<string, ElfLocation> symbols = ElfSymbolTable.Find(path, [Processor, ProcessorFunction]);
            if (!symbols.TryGetValue(Processor, out ElfLocation processor) || !symbols.TryGetValue(ProcessorFunction, out ElfLocation function))
                return false;
            uint* words = ((delegate* unmanaged<uint*>)(start + (nuint)function.Address))();
            if ((nuint)words != start + (nuint)processor.Address)
                return false;
            var description = new Span<uint>(words, (int)(processor.Bytes / sizeof(uint)));
            int at = FindSizes(description);
            if (at < 0)
                return false;
            // One core's level 1 and 2 of EPYC processors: those with AVX-512 (Zen 4 and later) have 1 MB, those before 512 KB. Level 3 is
            // shared by up to eight cores of 32 MB.
            uint level2 = Avx512F.IsSupported ? 1u << 20 : 512u << 10;
            new[] { 32u << 10, level2, 4u << 20 }.CopyTo(description[at..]);
            description.Slice(at + MostLevels, Levels).Fill(1);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
