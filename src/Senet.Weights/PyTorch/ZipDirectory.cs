using System.Buffers.Binary;
using System.Text;

namespace Senet.Weights;

/// <summary>
/// The directory at a zip archive's end, with 64-bit sizes. Own code rather than ZipArchive, which compares no checksums, may not be
/// used by several threads, and builds as many objects as a directory asks for before it can be asked how many those are.
/// </summary>
static class ZipDirectory
{
    /// <summary>Compression methods: none, and DEFLATE.</summary>
    public const ushort Stored = 0, Deflated = 8;

    const uint EndSignature = 0x06054b50, End64LocatorSignature = 0x07064b50, End64Signature = 0x06064b50, EntrySignature = 0x02014b50;
    const int EndLength = 22, End64LocatorLength = 20, End64Length = 56, EntryLength = 46, MaxComment = ushort.MaxValue;
    const ushort Encrypted = 1, Extra64 = 1;

    // An entry in .NET's memory, with its place in a dictionary.
    const int EntryBytes = 200;

    // What DEFLATE reaches at most.
    const int MaxRatio = 1032;

    /// <summary>The entries by name.</summary>
    public static OrderedDictionary<string, ZipEntry> Read(TorchInput input)
    {
        (long start, long size, long count) = FindDirectory(input);
        if (start < 0 || size < 0 || start > input.Length - size)
            throw input.Bad($"the archive's directory of {size} bytes at byte {start} leaves the file; the file is damaged, get it again");
        if (size > Array.MaxLength || count > size / EntryLength)
            throw input.Bad($"the archive's directory of {size} bytes cannot hold {count} entries; the file is damaged, get it again");
        input.Take(size);
        byte[] directory = new byte[size];
        input.ReadExactly(directory, start);
        var entries = new OrderedDictionary<string, ZipEntry>();
        int at = 0;
        for (long i = 0; i < count; i++)
        {
            ZipEntry entry = ReadEntry(input, directory, ref at);
            if (!entries.TryAdd(entry.Name, entry))
                throw input.Bad($"two entries of the archive are called {FileErrors.Quote(entry.Name)}; the file is damaged or made to do harm");
        }
        return entries;
    }

    static (long Start, long Size, long Count) FindDirectory(TorchInput input)
    {
        byte[] tail = new byte[(int)Math.Min(input.Length, EndLength + MaxComment)];
        long tailStart = input.Length - tail.Length;
        input.ReadExactly(tail, tailStart);
        for (int i = tail.Length - EndLength; i >= 0; i--)
        {
            ReadOnlySpan<byte> end = tail.AsSpan(i);
            // The comment is the last thing in the file.
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndSignature || BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != end.Length - EndLength)
                continue;
            return FindDirectory64(input, tailStart + i) ?? (
                BinaryPrimitives.ReadUInt32LittleEndian(end[16..]), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt16LittleEndian(end[10..]));
        }
        throw input.Bad($"begins as a zip archive, but the directory at its end is missing; the file is truncated, get it again");
    }

    static (long Start, long Size, long Count)? FindDirectory64(TorchInput input, long end)
    {
        if (end < End64LocatorLength)
            return null;
        Span<byte> locator = stackalloc byte[End64LocatorLength];
        input.ReadExactly(locator, end - End64LocatorLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != End64LocatorSignature)
            return null;
        long position = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        Span<byte> end64 = stackalloc byte[End64Length];
        bool inside = position >= 0 && position <= end - End64LocatorLength - End64Length;
        if (inside)
            input.ReadExactly(end64, position);
        if (!inside || BinaryPrimitives.ReadUInt32LittleEndian(end64) != End64Signature)
            throw input.Bad($"the archive's 64-bit directory is not at byte {position}, where it should be; the file is damaged, get it again");
        return (BinaryPrimitives.ReadInt64LittleEndian(end64[48..]), BinaryPrimitives.ReadInt64LittleEndian(end64[40..]), BinaryPrimitives.ReadInt64LittleEndian(end64[32..]));
    }

    static ZipEntry ReadEntry(TorchInput input, byte[] directory, ref int at)
    {
        ReadOnlySpan<byte> entry = directory.AsSpan(at);
        if (entry.Length < EntryLength || BinaryPrimitives.ReadUInt32LittleEndian(entry) != EntrySignature)
            throw input.Bad($"byte {at} of the archive's directory is no entry; the file is damaged, get it again");
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
        int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]);
        int commentLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        if (entry.Length < EntryLength + nameLength + extraLength + commentLength)
            throw input.Bad($"the last entry of the archive's directory is incomplete; the file is damaged, get it again");
        input.Take(EntryBytes + (2 * nameLength));
        string name = Encoding.UTF8.GetString(entry.Slice(EntryLength, nameLength));
        at += EntryLength + nameLength + extraLength + commentLength;
        return MakeEntry(input, name, entry, entry.Slice(EntryLength + nameLength, extraLength));
    }

    static ZipEntry MakeEntry(TorchInput input, string name, ReadOnlySpan<byte> entry, ReadOnlySpan<byte> extra)
    {
        ushort method = BinaryPrimitives.ReadUInt16LittleEndian(entry[10..]);
        if (method is not (Stored or Deflated) || (BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]) & Encrypted) != 0)
            throw input.Bad($"{FileErrors.Quote(name)} in the archive is encrypted or compressed by method {method}; only plain and deflated entries are supported");
        ReadOnlySpan<byte> values = FindExtra64(extra);
        // 64-bit values stand in the extra field in this order, each only if the 32-bit one is all ones.
        long length = Value(BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]), ref values);
        long compressed = Value(BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]), ref values);
        long position = Value(BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]), ref values);
        bool inside = position >= 0 && compressed >= 0 && compressed <= input.Length && position <= input.Length - compressed;
        bool plausible = method == Stored ? length == compressed : length >= 0 && length / MaxRatio <= compressed;
        if (!inside || !plausible)
            throw input.Bad($"{FileErrors.Quote(name)} in the archive has impossible sizes ({compressed} bytes at byte {position}, {length} uncompressed); the file is truncated or damaged, get it again");
        return new ZipEntry(input, name, method, BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]), compressed, length, position);
    }

    static ReadOnlySpan<byte> FindExtra64(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            ushort id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            int size = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (id == Extra64)
                return extra.Slice(4, size);
            extra = extra[(4 + size)..];
        }
        return [];
    }

    static long Value(uint value, ref ReadOnlySpan<byte> values)
    {
        if (value != uint.MaxValue || values.Length < sizeof(long))
            return value;
        long result = BinaryPrimitives.ReadInt64LittleEndian(values);
        values = values[sizeof(long)..];
        return result;
    }
}
