using System.Globalization;
using Senet.Graph;

namespace Senet.Torch.Native;

/// <summary>One entry (Vernaux) of a library's needed versions.</summary>
/// <param name="Library">The library that must define it, such as <c>libstdc++.so.6</c>.</param>
/// <param name="Name">The version, such as <c>GLIBCXX_3.4.32</c>.</param>
/// <param name="Index">The number that symbols carry in <c>.gnu.version</c>.</param>
/// <param name="Flags">Flags of the entry.</param>
/// <param name="FlagsOffset">File offset of the 16-bit flags.</param>
sealed record NeededVersion(string Library, string Name, int Index, ushort Flags, int FlagsOffset)
{
    /// <summary>VER_FLG_WEAK: the loader accepts a library that lacks the version.</summary>
    public const ushort WeakFlag = 2;

    /// <summary>Whether the loader accepts a library that lacks the version.</summary>
    public bool IsWeak => (Flags & WeakFlag) != 0;
}

/// <summary>A dynamic symbol: its number and its (mangled) name.</summary>
readonly record struct ElfSymbol(int Index, string Name);

/// <summary>Symbol versions of ELF files: which a library defines, which it needs, and which symbols ask for one.</summary>
static class ElfVersions
{
    const int SymbolBytes = 24;
    const ushort BaseFlag = 1;

    /// <summary>The versions that the library defines (<c>.gnu.version_d</c>), without the entry that names the file itself.</summary>
    public static IReadOnlySet<string> Defined(ElfFile file)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        if (file.Table(ElfTag.VersionDefinitions) is not int start)
            return names;
        ulong count = file.Dynamic(ElfTag.VersionDefinitionCount) ?? 0;
        int at = start;
        for (ulong i = 0; i < count; i++)
        {
            if ((file.U16(at + 2) & BaseFlag) == 0)
                names.Add(file.Text(file.U32(file.At((ulong)at, file.U32(at + 12), 8))));
            uint next = file.U32(at + 16);
            if (next == 0)
                break;
            at = file.At((ulong)at, next, 20);
        }
        return names;
    }

    /// <summary>The versions that the library needs of others (<c>.gnu.version_r</c>).</summary>
    public static IReadOnlyList<NeededVersion> Needed(ElfFile file)
    {
        List<NeededVersion> versions = [];
        if (file.Table(ElfTag.VersionNeeds) is not int start)
            return versions;
        ulong count = file.Dynamic(ElfTag.VersionNeedCount) ?? 0;
        int need = start;
        for (ulong i = 0; i < count; i++)
        {
            int entries = file.U16(need + 2);
            string library = file.Text(file.U32(need + 4));
            int entry = file.At((ulong)need, file.U32(need + 8), 16);
            for (int j = 0; j < entries; j++)
            {
                versions.Add(new(library, file.Text(file.U32(entry + 8)), file.U16(entry + 6) & 0x7fff, file.U16(entry + 4), entry + 4));
                uint nextEntry = file.U32(entry + 12);
                if (nextEntry == 0)
                    break;
                entry = file.At((ulong)entry, nextEntry, 16);
            }
            uint next = file.U32(need + 12);
            if (next == 0)
                break;
            need = file.At((ulong)need, next, 16);
        }
        return versions;
    }

    /// <summary>The dynamic symbols bound to a version number in <c>.gnu.version</c>.</summary>
    public static IReadOnlyList<ElfSymbol> SymbolsOf(ElfFile file, int versionIndex)
    {
        List<ElfSymbol> symbols = [];
        if (file.Table(ElfTag.SymbolVersions) is not int versions || file.Table(ElfTag.Symbols) is not int table)
            return symbols;
        int count = file.SymbolCount();
        file.At((ulong)versions, 0, 2UL * (ulong)count);
        file.At((ulong)table, 0, (ulong)SymbolBytes * (ulong)count);
        for (int i = 0; i < count; i++)
        {
            if ((file.U16(versions + 2 * i) & 0x7fff) == versionIndex)
                symbols.Add(new(i, file.Text(file.U32(table + SymbolBytes * i))));
        }
        return symbols;
    }

    /// <summary>Whether any relocation refers to the symbol, that is, whether loading the library binds it.</summary>
    public static bool IsRelocated(ElfFile file, int symbolIndex)
    {
        foreach (ElfRelocations table in file.RelocationTables())
        {
            for (int i = 0; i < table.Count; i++)
            {
                // r_info: the symbol in the upper half, the kind of relocation in the lower.
                if (file.U32(table.Offset + i * table.EntryBytes + 12) == (uint)symbolIndex)
                    return true;
            }
        }
        return false;
    }

    /// <summary>The newest of the versions with a prefix such as <c>GLIBCXX_</c>, or null where there is none.</summary>
    public static string? Newest(IEnumerable<string> versions, string prefix) => versions
        .Where(v => v.StartsWith(prefix, StringComparison.Ordinal))
        .MaxBy(v => Version.TryParse(v.AsSpan(prefix.Length), out Version? version) ? version : new Version(0, 0));

    /// <summary>The error for a file that cannot be read as the library it should be.</summary>
    public static SenetException Damaged(string name, string what) => new(string.Create(
        CultureInfo.InvariantCulture, $"{name}: {what}; restore the file (dotnet restore --force, then build again)"));
}
