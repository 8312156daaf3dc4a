using System.Buffers.Binary;
using System.Text;
using Senet.Graph;

namespace Senet.Torch.Native;

/// <summary>A table of relocations: where it lies in the file and how long it and its entries are, in bytes.</summary>
readonly record struct ElfRelocations(int Offset, int Bytes, int EntryBytes)
{
    /// <summary>Number of whole entries.</summary>
    public int Count => Bytes / EntryBytes;
}

/// <summary>
/// The dynamic-linking view of a 64-bit little-endian ELF file: what the loader reads (program headers and the dynamic
/// segment), never the section headers, which a stripped library need not have. Every read is checked against the
/// file's length, so a truncated or foreign file ends in a <see cref="SenetException"/>.
/// </summary>
sealed class ElfFile
{
    const int HeaderBytes = 64;
    const int ProgramHeaderBytes = 56;
    const int DynamicEntryBytes = 16;
    const uint LoadSegment = 1;
    const uint DynamicSegment = 2;

    readonly byte[] _bytes;
    readonly List<(ulong Address, ulong Offset, ulong Bytes)> _segments = [];
    readonly Dictionary<ulong, ulong> _dynamic = [];

    /// <summary>Reads the headers and the dynamic segment.</summary>
    /// <param name="bytes">The whole file; kept, not copied.</param>
    /// <param name="name">What errors call the file, usually its path.</param>
    /// <exception cref="SenetException"><paramref name="bytes"/> is no 64-bit little-endian ELF file, is truncated, or has no dynamic segment.</exception>
    public ElfFile(byte[] bytes, string name)
    {
        _bytes = bytes;
        Name = name;
        if (bytes.Length < 4 || !bytes.AsSpan(0, 4).SequenceEqual("\u007fELF"u8))
            throw Error("not an ELF file (its first bytes are not 7F 45 4C 46)");
        Slice(0, HeaderBytes);
        if (bytes[4] != 2 || bytes[5] != 1)
            throw Error("expected a 64-bit little-endian ELF file");

        ulong table = U64(32);
        int entryBytes = U16(54), count = U16(56);
        if (count > 0 && entryBytes < ProgramHeaderBytes)
            throw Error($"program headers of {entryBytes} bytes, expected at least {ProgramHeaderBytes}");
        int dynamic = -1, dynamicBytes = 0;
        for (int i = 0; i < count; i++)
        {
            int header = At(table, (long)i * entryBytes, ProgramHeaderBytes);
            uint type = U32(header);
            if (type == LoadSegment)
                _segments.Add((U64(header + 16), U64(header + 8), U64(header + 32)));
            else if (type == DynamicSegment)
            {
                ulong size = U64(header + 32);
                dynamic = At(U64(header + 8), 0, size);
                dynamicBytes = (int)size;
            }
        }
        if (dynamic < 0)
            throw Error("no dynamic segment: not a shared library");
        for (int at = dynamic; at + DynamicEntryBytes <= dynamic + dynamicBytes; at += DynamicEntryBytes)
        {
            ulong tag = U64(at);
            if (tag == 0)
                break;
            _dynamic.TryAdd(tag, U64(at + 8));
        }
    }

    /// <summary>What errors call the file.</summary>
    public string Name { get; }

    /// <summary>The file's bytes, as given.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The value of a dynamic tag, or null where the file has none.</summary>
    public ulong? Dynamic(ulong tag) => _dynamic.TryGetValue(tag, out ulong value) ? value : null;

    /// <summary>File offset of the table a dynamic tag points at, or null where the file has none.</summary>
    public int? Table(ulong tag) => Dynamic(tag) is ulong address ? FileOffset(address) : null;

    /// <summary>The tables of relocations: RELA, REL and the procedure linkage table's.</summary>
    public IEnumerable<ElfRelocations> RelocationTables()
    {
        if (Dynamic(ElfTag.Rela) is not null)
            yield return Relocations(ElfTag.Rela, ElfTag.RelaBytes, 24);
        if (Dynamic(ElfTag.Rel) is not null)
            yield return Relocations(ElfTag.Rel, ElfTag.RelBytes, 16);
        if (Dynamic(ElfTag.PltRelocations) is not null)
            yield return Relocations(ElfTag.PltRelocations, ElfTag.PltRelocationBytes, Dynamic(ElfTag.PltRelocationKind) == ElfTag.Rel ? 16 : 24);
    }

    /// <summary>Number of dynamic symbols, from the hash tables (the dynamic segment states it nowhere else).</summary>
    public int SymbolCount()
    {
        if (Table(ElfTag.Hash) is int hash)
            return Symbols(U32(hash + 4));
        if (Table(ElfTag.GnuHash) is not int gnu)
            throw Error("neither DT_HASH nor DT_GNU_HASH: the number of its symbols is unknown");

        // nbuckets, symoffset, bloom size, bloom shift; bloom words; buckets; one chain word per symbol from symoffset on,
        // whose lowest bit ends a bucket's chain. Undefined symbols lie below symoffset.
        uint buckets = U32(gnu), first = U32(gnu + 4), bloom = U32(gnu + 8);
        int bucketTable = At((ulong)gnu, 16 + 8L * bloom, 4UL * buckets);
        int chainTable = bucketTable + 4 * (int)buckets;
        uint last = 0;
        for (int i = 0; i < buckets; i++)
            last = Math.Max(last, U32(bucketTable + 4 * i));
        if (last < first)
            return Symbols(first);
        while ((U32(At((ulong)chainTable, 4L * (last - first), 4)) & 1) == 0)
            last++;
        return Symbols((ulong)last + 1);
    }

    /// <summary>The zero-terminated text at an offset of the dynamic string table.</summary>
    public string Text(uint offset)
    {
        int table = Table(ElfTag.Strings) ?? throw Error("no dynamic string table");
        int start = At((ulong)table, offset, 1);
        int length = _bytes.AsSpan(start).IndexOf((byte)0);
        return length >= 0 ? Encoding.UTF8.GetString(_bytes, start, length) : throw Error("a name runs beyond the end of the file");
    }

    /// <summary>The 16-bit number at a file offset.</summary>
    public ushort U16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2));

    /// <summary>The 32-bit number at a file offset.</summary>
    public uint U32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4));

    /// <summary>The 64-bit number at a file offset.</summary>
    public ulong U64(int offset) => BinaryPrimitives.ReadUInt64LittleEndian(Slice(offset, 8));

    /// <summary>The file offset <paramref name="start"/> + <paramref name="delta"/>, after checking that <paramref name="bytes"/> bytes lie there.</summary>
    public int At(ulong start, long delta, ulong bytes)
    {
        ulong length = (ulong)_bytes.Length;
        if (delta < 0 || start > length || (ulong)delta > length - start || bytes > length - start - (ulong)delta)
            throw Error($"truncated or damaged: {bytes} bytes at offset {start}+{delta} are beyond its {length} bytes");
        return (int)(start + (ulong)delta);
    }

    int Symbols(ulong count) => count <= (ulong)_bytes.Length / 24 ? (int)count : throw Error($"damaged: {count} symbols do not fit in the file");

    SenetException Error(string what) => ElfVersions.Damaged(Name, what);

    ElfRelocations Relocations(ulong table, ulong size, int entryBytes)
    {
        ulong bytes = Dynamic(size) ?? 0;
        if (bytes == 0)
            return new(0, 0, entryBytes);
        return new(At((ulong)Table(table)!.Value, 0, bytes), (int)bytes, entryBytes);
    }

    int FileOffset(ulong address)
    {
        foreach ((ulong start, ulong offset, ulong bytes) in _segments)
        {
            if (address >= start && address - start < bytes)
                return At(offset, (long)Math.Min(address - start, long.MaxValue), 1);
        }
        throw Error($"no loaded segment holds address 0x{address:x}");
    }

    ReadOnlySpan<byte> Slice(int offset, int count) => _bytes.AsSpan(At((ulong)offset, 0, (ulong)count), count);
}

/// <summary>The tags of the dynamic segment that are read here (System V ABI, and the GNU extensions for versions).</summary>
static class ElfTag
{
    public const ulong PltRelocationBytes = 2;
    public const ulong Hash = 4;
    public const ulong Strings = 5;
    public const ulong Symbols = 6;
    public const ulong Rela = 7;
    public const ulong RelaBytes = 8;
    public const ulong Rel = 17;
    public const ulong RelBytes = 18;
    public const ulong PltRelocationKind = 20;
    public const ulong PltRelocations = 23;
    public const ulong GnuHash = 0x6ffffef5;
    public const ulong SymbolVersions = 0x6ffffff0;
    public const ulong VersionDefinitions = 0x6ffffffc;
    public const ulong VersionDefinitionCount = 0x6ffffffd;
    public const ulong VersionNeeds = 0x6ffffffe;
    public const ulong VersionNeedCount = 0x6fffffff;
}
