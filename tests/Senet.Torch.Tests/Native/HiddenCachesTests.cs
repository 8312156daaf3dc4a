using System.Buffers.Binary;
using System.Text;
using Senet.Torch.Native;

namespace Senet.Torch.Tests.Native;

public class HiddenCachesTests
{
    // As an EPYC of family 26 was seen to fill it: features, threads and cores, sizes, sharing, levels, versions.
    static readonly uint[] s_description =
        [1592850431, 3355283262, 50339854, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 2, 15, 1];

    [Fact]
    public void FindSizes_OneByteCaches_AreFound() => Assert.Equal(7, HiddenCaches.FindSizes(s_description));

    [Fact]
    public void FindSizes_RealCaches_AreLeftAlone()
    {
        uint[] words = [.. s_description];
        (words[7], words[8], words[9]) = (49152, 1 << 20, 32 << 20);
        Assert.Equal(-1, HiddenCaches.FindSizes(words));
    }

    [Fact]
    public void FindSizes_TwoPlaces_IsNone() => Assert.Equal(-1, HiddenCaches.FindSizes([.. s_description, .. s_description]));

    [Theory]
    [InlineData(8, 0u)]
    [InlineData(12, 1u)]
    [InlineData(18, 0u)]
    [InlineData(24, 5u)]
    [InlineData(27, 4u)]
    public void FindSizes_AnythingElse_IsNone(int index, uint value)
    {
        uint[] words = [.. s_description];
        words[index] = value;
        Assert.Equal(-1, HiddenCaches.FindSizes(words));
    }

    [Fact]
    public void FindSizes_TooShort_IsNone() => Assert.Equal(-1, HiddenCaches.FindSizes(s_description.AsSpan(0, 27)));

    [Fact]
    public void FindStart_MapsOfALibrary_IsTheFirstByteOfTheFile()
    {
        string[] lines =
        [
            "55d0c0a00000-55d0c0a21000 rw-p 00000000 00:00 0                          [heap]",
            "12001000-12002000 r-xp 00001000 fe:00 17                         /lib/libtorch_cpu.so",
            "12000000-12001000 r--p 00000000 fe:00 17                         /lib/libtorch_cpu.so",
        ];
        Assert.Equal(("/lib/libtorch_cpu.so", (nuint)0x12000000), LoadedLibraries.FindStart(lines, "libtorch_cpu.so"));
        Assert.Null(LoadedLibraries.FindStart(lines, "libtorch_cuda.so"));
    }

    [Fact]
    public void Find_NamesOfASymbolTable_GivesAddressAndSizeOfThoseDefined()
    {
        byte[] file = Elf(("longer_name", 1, 0x10, 4), ("name", 1, 0x1234, 160), ("elsewhere", 0, 0, 0), ("x_tail", 1, 0x99, 8));
        Dictionary<string, ElfLocation> found = ElfSymbolTable.Find(file, ["name", "elsewhere", "nothing"]);
        Assert.Equal([new("name", new ElfLocation(0x1234, 160))], found);
    }

    [Fact]
    public void Find_DamagedFile_FindsNothing()
    {
        byte[] file = Elf(("name", 1, 0x1234, 160));
        for (int length = 0; length < file.Length; length++)
            Assert.Empty(ElfSymbolTable.Find(file.AsSpan(0, length), ["name"]));
        for (int i = 0; i < file.Length; i++)
        {
            byte[] damaged = [.. file];
            damaged[i] ^= 0xff;
            _ = ElfSymbolTable.Find(damaged, ["name"]);
        }
    }

    // Header, symbols, names; section headers for none, the symbols and the names.
    static byte[] Elf(params (string Name, ushort Section, ulong Address, ulong Bytes)[] symbols)
    {
        var names = new List<byte> { 0 };
        var table = new byte[24 * symbols.Length];
        for (int i = 0; i < symbols.Length; i++)
        {
            Span<byte> symbol = table.AsSpan(24 * i, 24);
            BinaryPrimitives.WriteInt32LittleEndian(symbol, names.Count);
            BinaryPrimitives.WriteUInt16LittleEndian(symbol[6..], symbols[i].Section);
            BinaryPrimitives.WriteUInt64LittleEndian(symbol[8..], symbols[i].Address);
            BinaryPrimitives.WriteUInt64LittleEndian(symbol[16..], symbols[i].Bytes);
            names.AddRange([.. Encoding.UTF8.GetBytes(symbols[i].Name), 0]);
        }
        var file = new byte[64 + table.Length + names.Count + 3 * 64];
        int sections = 64 + table.Length + names.Count;
        "\u007fELF\u0002\u0001"u8.CopyTo(file);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(40), sections);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(60), 3);
        table.CopyTo(file, 64);
        names.CopyTo(file, 64 + table.Length);
        Section(1, kind: 2, 64, table.Length, link: 2);
        Section(2, kind: 3, 64 + table.Length, names.Count, link: 0);
        return file;

        void Section(int index, int kind, int offset, int bytes, int link)
        {
            Span<byte> header = file.AsSpan(sections + 64 * index, 64);
            BinaryPrimitives.WriteInt32LittleEndian(header[4..], kind);
            BinaryPrimitives.WriteInt64LittleEndian(header[24..], offset);
            BinaryPrimitives.WriteInt64LittleEndian(header[32..], bytes);
            BinaryPrimitives.WriteInt32LittleEndian(header[40..], link);
        }
    }
}
