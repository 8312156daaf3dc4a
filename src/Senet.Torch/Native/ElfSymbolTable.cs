using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Text;

namespace Senet.Torch.Native;

/// <summary>Where a symbol lies: its address relative to the library's start, and its size in bytes.</summary>
readonly record struct ElfLocation(ulong Address, ulong Bytes);

/// <summary>
/// The full symbol table of a 64-bit little-endian ELF file, which names local symbols too; a stripped file has none. The file is mapped,
/// not read: only its section headers and the two tables are touched.
/// </summary>
static class ElfSymbolTable
{
    const int HeaderBytes = 64;
    const int SectionBytes = 64;
    const int SymbolBytes = 24;
    const uint SymbolTable = 2;

    /// <summary>Finds symbols that the file defines; those that it lacks are absent from the result, all of them where it is damaged.</summary>
    /// <exception cref="IOException">The file cannot be read; likewise <see cref="UnauthorizedAccessException"/>.</exception>
    public static unsafe Dictionary<string, ElfLocation> Find(string path, IReadOnlyList<string> names)
    {
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using MemoryMappedViewAccessor view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            long length = new FileInfo(path).Length;
            return length <= int.MaxValue ? Find(new ReadOnlySpan<byte>(start, (int)length), names) : [];
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    /// <summary><see cref="Find(string, IReadOnlyList{string})"/> in a file's bytes.</summary>
    internal static Dictionary<string, ElfLocation> Find(ReadOnlySpan<byte> file, IReadOnlyList<string> names)
    {
        var found = new Dictionary<string, ElfLocation>();
        if (file.Length < HeaderBytes || !file.StartsWith("\u007fELF\u0002\u0001"u8))
            return found;
        ulong table = U64(file, 40);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(file[60..]);
        ReadOnlySpan<byte> sections = Part(file, table, (ulong)count * SectionBytes);
        for (int i = 0; i < sections.Length / SectionBytes; i++)
        {
            ReadOnlySpan<byte> section = sections[(i * SectionBytes)..];
            int link = (int)U32(section, 40);
            if (U32(section, 4) != SymbolTable || link < 0 || link >= count)
                continue;
            ReadOnlySpan<byte> strings = sections[(link * SectionBytes)..];
            Find(Part(file, U64(section, 24), U64(section, 32)), Part(file, U64(strings, 24), U64(strings, 32)), names, found);
        }
        return found;
    }

    static void Find(ReadOnlySpan<byte> symbols, ReadOnlySpan<byte> strings, IReadOnlyList<string> names, Dictionary<string, ElfLocation> found)
    {
        foreach (string name in names)
        {
            // A name may lie in the tail of a longer one: linkers merge them.
            byte[] text = Encoding.UTF8.GetBytes(name + '\0');
            for (int at = strings.IndexOf(text); at >= 0 && !found.ContainsKey(name);)
            {
                if (Defined(symbols, (uint)at) is { } location)
                    found[name] = location;
                int next = strings[(at + 1)..].IndexOf(text);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }
    }

    static ElfLocation? Defined(ReadOnlySpan<byte> symbols, uint name)
    {
        for (int i = 0; i + SymbolBytes <= symbols.Length; i += SymbolBytes)
        {
            // Name, kind, visibility, section (0: defined elsewhere), address, size.
            if (U32(symbols, i) == name && BinaryPrimitives.ReadUInt16LittleEndian(symbols[(i + 6)..]) != 0)
                return new(U64(symbols, i + 8), U64(symbols, i + 16));
        }
        return null;
    }

    static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> file, ulong offset, ulong bytes) =>
        offset <= (ulong)file.Length && bytes <= (ulong)file.Length - offset ? file.Slice((int)offset, (int)bytes) : [];

    static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    static ulong U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
