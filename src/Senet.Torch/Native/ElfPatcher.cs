using System.Buffers.Binary;
using System.Security.Cryptography;
using Senet.Graph;

namespace Senet.Torch.Native;

/// <summary>What a library's needs come to on a system: nothing to do, versions to weaken, or versions truly missing.</summary>
/// <param name="Weaken">Absent versions that only a marker symbol asks for, which nothing binds.</param>
/// <param name="Missing">Absent versions that the library really uses, with the reason.</param>
sealed record PatchPlan(IReadOnlyList<NeededVersion> Weaken, IReadOnlyList<(NeededVersion Version, string Reason)> Missing)
{
    /// <summary>The system defines all that the library needs: load the original.</summary>
    public bool LoadsAsIs => Weaken.Count == 0 && Missing.Count == 0;
}

/// <summary>
/// Makes a library load where its C++ runtime lacks a version that only a marker symbol asks for. Pure: bytes in, bytes
/// out.
/// </summary>
/// <remarks>
/// GCC 13 and later leave an undefined <c>_ZSt21ios_base_library_initv@GLIBCXX_3.4.32</c> in whatever includes
/// <c>&lt;iostream&gt;</c>. It carries no code and no relocation binds it, but the loader checks versions by name and so
/// refuses the library on Debian 12 and Ubuntu 22.04. VER_FLG_WEAK on that one entry turns the refusal off.
/// </remarks>
static class ElfPatcher
{
    /// <summary>The C++ runtime whose versions are compared.</summary>
    public const string CppRuntime = "libstdc++.so.6";

    /// <summary>Symbols that only mark how a library was compiled.</summary>
    static readonly string[] s_markers = ["_ZSt21ios_base_library_initv"];

    /// <summary>Compares the library's needs with the versions that the system's C++ runtime defines.</summary>
    public static PatchPlan Plan(ElfFile library, IReadOnlySet<string> defined)
    {
        List<NeededVersion> weaken = [];
        List<(NeededVersion, string)> missing = [];
        foreach (NeededVersion version in ElfVersions.Needed(library))
        {
            if (version.Library != CppRuntime || version.IsWeak || defined.Contains(version.Name))
                continue;
            if (UseOf(library, version) is string use)
                missing.Add((version, use));
            else
                weaken.Add(version);
        }
        return new(weaken, missing);
    }

    /// <summary>A copy of the library with VER_FLG_WEAK set on the plan's entries; all other bytes are equal.</summary>
    /// <exception cref="ArgumentException">The plan has versions that are truly missing.</exception>
    public static byte[] Apply(ElfFile library, PatchPlan plan)
    {
        if (plan.Missing.Count > 0)
            throw new ArgumentException("a version that is really used cannot be weakened", nameof(plan));
        byte[] patched = library.Bytes.ToArray();
        foreach (NeededVersion version in plan.Weaken)
            BinaryPrimitives.WriteUInt16LittleEndian(patched.AsSpan(version.FlagsOffset, 2), (ushort)(version.Flags | NeededVersion.WeakFlag));
        return patched;
    }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the bytes, lower case: the name of the copy's folder.</summary>
    public static string Key(ReadOnlySpan<byte> original) => Convert.ToHexStringLower(SHA256.HashData(original).AsSpan(0, 8));

    /// <summary>The error for a system whose C++ runtime is too old for what the library really uses.</summary>
    public static SenetException TooOld(string library, string runtime, IReadOnlySet<string> defined, PatchPlan plan)
    {
        (NeededVersion version, string reason) = plan.Missing[0];
        string newest = ElfVersions.Newest(defined, "GLIBCXX_") ?? "no GLIBCXX version";
        return new($"{library}: needs {version.Name} ({reason}), but {runtime} provides up to {newest}; TorchSharp needs the libstdc++ of GCC 12 " +
            "or newer: use Debian 12, Ubuntu 22.04, Fedora 36, RHEL 10 or newer, or put a newer libstdc++.so.6 first in LD_LIBRARY_PATH");
    }

    /// <summary>How the library uses the version, or null where only marker symbols that nothing binds ask for it.</summary>
    static string? UseOf(ElfFile library, NeededVersion version)
    {
        IReadOnlyList<ElfSymbol> symbols = ElfVersions.SymbolsOf(library, version.Index);
        if (symbols.Count == 0)
            return "no symbol accounts for it";
        foreach (ElfSymbol symbol in symbols)
        {
            if (!s_markers.Contains(symbol.Name))
                return $"used by {symbol.Name}";
            if (ElfVersions.IsRelocated(library, symbol.Index))
                return $"{symbol.Name} is used by a relocation";
        }
        return null;
    }
}
