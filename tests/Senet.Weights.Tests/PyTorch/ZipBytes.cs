using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Senet.Tests;

/// <summary>Composes zip archives, also such as no other program writes.</summary>
sealed class ZipBytes
{
    readonly List<byte> _bytes = [];
    readonly List<byte> _directory = [];
    int _count;

    /// <summary>Whether sizes and places go into 64-bit fields.</summary>
    public bool Zip64 { get; init; }

    /// <summary>Adds an entry.</summary>
    /// <param name="name">With its folder.</param>
    /// <param name="content">Before compression.</param>
    /// <param name="deflate">Whether to compress.</param>
    /// <param name="claimedLength">What the directory says instead of the content's length.</param>
    public ZipBytes Add(string name, byte[] content, bool deflate = false, long? claimedLength = null)
    {
        byte[] data = deflate ? Deflate(content) : content;
        long length = claimedLength ?? content.Length, position = _bytes.Count;
        byte[] nameBytes = Encoding.UTF8.GetBytes(name), extra = Zip64 ? Extra(length, data.Length, position) : [];
        byte[] header = new byte[46];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x02014b50);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(10), (ushort)(deflate ? 8 : 0));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), Crc(content));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(20), Small(data.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(24), Small(length));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(28), (ushort)nameBytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), (ushort)extra.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), Small(position));
        _directory.AddRange([.. header, .. nameBytes, .. extra]);
        byte[] local = new byte[30];
        BinaryPrimitives.WriteUInt32LittleEndian(local, 0x04034b50);
        BinaryPrimitives.WriteUInt16LittleEndian(local.AsSpan(26), (ushort)nameBytes.Length);
        _bytes.AddRange([.. local, .. nameBytes, .. data]);
        _count++;
        return this;
    }

    public byte[] ToArray()
    {
        byte[] end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)_count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), Small(_directory.Count));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), Small(_bytes.Count));
        return [.. _bytes, .. _directory, .. Zip64 ? End64(_directory.Count) : [], .. end];
    }

    static byte[] Extra(long length, long compressed, long position)
    {
        byte[] extra = new byte[28];
        BinaryPrimitives.WriteUInt16LittleEndian(extra, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(extra.AsSpan(2), 24);
        BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(4), length);
        BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(12), compressed);
        BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(20), position);
        return extra;
    }

    byte[] End64(long directoryLength)
    {
        byte[] end = new byte[56 + 20];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06064b50);
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(32), _count);
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(40), directoryLength);
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(48), _bytes.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(56), 0x07064b50);
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(64), _bytes.Count + directoryLength);
        return end;
    }

    uint Small(long value) => Zip64 ? uint.MaxValue : (uint)value;

    static byte[] Deflate(byte[] content)
    {
        var result = new MemoryStream();
        using (var deflate = new DeflateStream(result, CompressionLevel.SmallestSize))
            deflate.Write(content);
        return result.ToArray();
    }

    // Bit by bit, unlike the code under test.
    static uint Crc(byte[] content)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in content)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }
        return ~crc;
    }
}
