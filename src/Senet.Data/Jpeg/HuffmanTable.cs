using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Senet.Data.Jpeg;

/// <summary>A Huffman table of a JPEG file (ITU-T T.81, annex C) as a look-up that mostly gives a coefficient at once.</summary>
/// <remarks>
/// An entry packs value &lt;&lt; 16 | run &lt;&lt; 8 | bits: the coefficient, the zeros before it, and how many bits code and value take. Bits 0 means that
/// the look-up does not see all bits: such an entry is symbol &lt;&lt; 16 | code length &lt;&lt; 8, or 0 where the code itself is longer.
/// </remarks>
sealed class HuffmanTable
{
    /// <summary>Bits that the look-up sees.</summary>
    public const int LookupBits = 11;

    /// <summary>Run of the entry that ends a block: beyond any place in a block.</summary>
    public const int EndOfBlock = 64;

    // Of each length: one past its last code, left-aligned in 16 bits, and what takes a code to its symbol.
    readonly int[] limit = new int[17];
    readonly int[] offset = new int[17];
    readonly byte[] symbols = new byte[256];
    bool isDc;

    readonly int[] entries = GC.AllocateArray<int>(1 << LookupBits, pinned: true);

    /// <summary>2^<see cref="LookupBits"/> entries, by the next bits; they stay where they are as long as the table lives.</summary>
    public unsafe int* Entries => (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(entries));

    /// <summary>Builds the table; false where the lengths are no prefix code or a symbol cannot be.</summary>
    /// <param name="lengths">Number of codes of 1 .. 16 bits.</param>
    /// <param name="values">The symbols, at most 256.</param>
    /// <param name="isDc">Whether the symbols are sizes alone.</param>
    public bool TryBuild(ReadOnlySpan<byte> lengths, ReadOnlySpan<byte> values, bool isDc)
    {
        this.isDc = isDc;
        values.CopyTo(symbols);
        Array.Clear(entries);
        int code = 0, index = 0;
        for (int length = 1; length <= 16; length++, code <<= 1)
        {
            offset[length] = index - code;
            for (int i = lengths[length - 1]; i > 0; i--, code++, index++)
            {
                if (code >= 1 << length || (isDc && values[index] > 11))
                    return false;
                if (length <= LookupBits)
                    Fill(code, length, values[index]);
            }
            limit[length] = code << (16 - length);
        }
        return true;
    }

    void Fill(int code, int length, int symbol)
    {
        int size = symbol & 15, free = LookupBits - length - size;
        if (free < 0)
        {
            entries.AsSpan(code << (LookupBits - length), 1 << (LookupBits - length)).Fill(symbol << 16 | length << 8);
            return;
        }
        for (int bits = 0; bits < 1 << size; bits++)
            entries.AsSpan((code << size | bits) << free, 1 << free).Fill(Entry(symbol, length, bits));
    }

    /// <summary>The entry of the bits at the top of <paramref name="buffer"/> where the look-up has none; 0 where no code begins so.</summary>
    public int Resolve(int entry, ulong buffer)
    {
        int length = entry >> 8 & 255, symbol = entry >> 16;
        if (entry == 0)
        {
            int top = (int)(buffer >> 48);
            for (length = LookupBits + 1; length <= 16 && top >= limit[length]; length++)
            {
            }
            if (length > 16)
                return 0;
            symbol = symbols[(top >> (16 - length)) + offset[length]];
        }
        int size = symbol & 15;
        return Entry(symbol, length, size == 0 ? 0 : (int)(buffer << length >> (64 - size)));
    }

    int Entry(int symbol, int length, int bits)
    {
        int size = symbol & 15, run = symbol >> 4;
        if (size == 0 && !isDc && run != 15)
            return EndOfBlock << 8 | length;
        // Values with a leading 0 are negative (T.81, F.2.2.1, EXTEND).
        int value = size == 0 || bits >> (size - 1) != 0 ? bits : bits - (1 << size) + 1;
        return value << 16 | run << 8 | (length + size);
    }
}
