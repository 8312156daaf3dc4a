using System.Buffers.Binary;
using System.Text;

namespace Senet.Torch.Tests.Native;

/// <summary>Writes the smallest ELF shared library that carries symbol versions; tests on every system read it.</summary>
sealed class SyntheticElf
{
    const int Address = 0x1000;
    readonly List<byte> _bytes = [.. new byte[64 + 2 * 56]];
    readonly List<byte> _strings = [0];

    /// <summary>Needed versions of libstdc++.so.6 and the numbers symbols refer to them by.</summary>
    public (string Name, int Index)[] Needs { get; init; } = [];

    /// <summary>Defined versions.</summary>
    public string[] Defines { get; init; } = [];

    /// <summary>Dynamic symbols with their version numbers; number 0 is the empty symbol and is added.</summary>
    public (string Name, int Version)[] Symbols { get; init; } = [];

    /// <summary>Numbers of the symbols that relocations refer to.</summary>
    public int[] Relocated { get; init; } = [];

    /// <summary>DT_GNU_HASH (with the last symbol as the only defined one) in place of DT_HASH.</summary>
    public bool UseGnuHash { get; init; }

    public byte[] Build()
    {
        (string Name, int Version)[] symbols = [("", 0), .. Symbols];
        List<(ulong Tag, int Value)> dynamic = [];

        dynamic.Add((6, Table([.. symbols.SelectMany(s => (byte[])[.. U32(s.Name.Length == 0 ? 0 : Text(s.Name)), .. new byte[20]])])));
        dynamic.Add((0x6ffffff0, Table([.. symbols.SelectMany(s => U16(s.Version))])));
        byte[] hash = UseGnuHash
            ? [.. U32(1), .. U32(symbols.Length - 1), .. U32(1), .. U32(0), .. new byte[8], .. U32(symbols.Length - 1), .. U32(1)]
            : [.. U32(1), .. U32(symbols.Length), .. new byte[4 + 4 * symbols.Length]];
        dynamic.Add((UseGnuHash ? 0x6ffffef5UL : 4, Table(hash)));
        if (Needs.Length > 0)
        {
            List<byte> need = [.. U16(1), .. U16(Needs.Length), .. U32(Text("libstdc++.so.6")), .. U32(16), .. U32(0)];
            for (int i = 0; i < Needs.Length; i++)
                need.AddRange([.. U32(0), .. U16(0), .. U16(Needs[i].Index), .. U32(Text(Needs[i].Name)), .. U32(i + 1 < Needs.Length ? 16 : 0)]);
            dynamic.Add((0x6ffffffe, Table([.. need])));
            dynamic.Add((0x6fffffff, 1));
        }
        if (Defines.Length > 0)
        {
            List<byte> definitions = [];
            string[] all = ["libitself.so", .. Defines];
            for (int i = 0; i < all.Length; i++)
                definitions.AddRange([.. U16(1), .. U16(i == 0 ? 1 : 0), .. U16(i + 1), .. U16(1), .. U32(0), .. U32(20), .. U32(i + 1 < all.Length ? 28 : 0), .. U32(Text(all[i])), .. U32(0)]);
            dynamic.Add((0x6ffffffc, Table([.. definitions])));
            dynamic.Add((0x6ffffffd, all.Length));
        }
        if (Relocated.Length > 0)
        {
            dynamic.Add((23, Table([.. Relocated.SelectMany(s => (byte[])[.. new byte[8], .. U32(7), .. U32(s), .. new byte[8]])])));
            dynamic.Add((2, 24 * Relocated.Length));
            dynamic.Add((20, 7));
        }
        dynamic.Add((5, Table([.. _strings])));
        dynamic.Add((0, 0));
        int dynamicAt = Table([.. dynamic.SelectMany(d => (byte[])[.. U64(d.Tag), .. U64((ulong)d.Value)])]) - Address;

        byte[] file = [.. _bytes];
        "\u007fELF"u8.CopyTo(file);
        file[4] = 2;
        file[5] = 1;
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(32), 64);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(54), 56);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(56), 2);
        Segment(file.AsSpan(64), 1, 0, file.Length);
        Segment(file.AsSpan(64 + 56), 2, dynamicAt, 16 * dynamic.Count);
        return file;
    }

    static void Segment(Span<byte> header, uint type, int offset, int bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, type);
        BinaryPrimitives.WriteUInt64LittleEndian(header[8..], (ulong)offset);
        BinaryPrimitives.WriteUInt64LittleEndian(header[16..], (ulong)(offset + Address));
        BinaryPrimitives.WriteUInt64LittleEndian(header[32..], (ulong)bytes);
    }

    int Table(byte[] content)
    {
        int at = _bytes.Count;
        _bytes.AddRange(content);
        while (_bytes.Count % 8 != 0)
            _bytes.Add(0);
        return at + Address;
    }

    int Text(string text)
    {
        int at = _strings.Count;
        _strings.AddRange([.. Encoding.UTF8.GetBytes(text), 0]);
        return at;
    }

    static byte[] U16(int value) => [(byte)value, (byte)(value >> 8)];

    static byte[] U32(int value) => [.. U16(value), .. U16(value >> 16)];

    static byte[] U64(ulong value) => [.. U32((int)value), .. U32((int)(value >> 32))];
}
