using System.Buffers.Binary;
using System.IO.Compression;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>A file in a zip archive, as the directory describes it.</summary>
sealed class ZipEntry(TorchInput input, string name, ushort method, uint crc, long compressedLength, long length, long localHeader)
{
    const int LocalHeaderLength = 30;
    const uint LocalHeaderSignature = 0x04034b50;
    const int BufferLength = 1 << 16;

    volatile bool _verified;

    /// <summary>Its name with the folders before it.</summary>
    public string Name { get; } = name;

    /// <summary>Its size after decompression, by the directory's word; reading checks it.</summary>
    public long Length { get; } = length;

    /// <summary>Whether it is compressed, so that <see cref="Length"/> is not bounded by the file's size.</summary>
    public bool IsDeflated { get; } = method == ZipDirectory.Deflated;

    /// <summary>
    /// Reads a part. The first call reads the whole entry to compare its checksum, later ones go straight to the part unless it is
    /// compressed. Safe to call from several threads.
    /// </summary>
    /// <exception cref="SenetException">The entry is damaged.</exception>
    public void Read(long position, Span<byte> buffer)
    {
        long start = DataStart();
        if (_verified && !IsDeflated)
        {
            input.ReadExactly(buffer, start + position);
            return;
        }
        try
        {
            using Stream content = Open(start);
            Scan(content, position, buffer);
        }
        catch (InvalidDataException)
        {
            throw input.Bad($"{FileErrors.Quote(Name)} in the archive cannot be decompressed; the file is damaged, get it again");
        }
    }

    Stream Open(long start)
    {
        var window = new FileWindow(input, start, compressedLength);
        return IsDeflated ? new DeflateStream(window, CompressionMode.Decompress) : window;
    }

    void Scan(Stream content, long position, Span<byte> buffer)
    {
        byte[] scratch = new byte[(int)Math.Min(BufferLength, Length)];
        uint actual = 0;
        long end = position + buffer.Length;
        for (long at = 0; at < Length && !(_verified && at >= end);)
        {
            long next = at < position ? position : at < end ? end : Length;
            bool wanted = at >= position && at < end;
            Span<byte> target = wanted ? buffer[(int)(at - position)..] : scratch.AsSpan(0, (int)Math.Min(scratch.Length, next - at));
            int read = content.Read(target);
            if (read == 0)
                throw input.Bad($"{FileErrors.Quote(Name)} in the archive holds {at} bytes, its directory says {Length}; the file is damaged, get it again");
            actual = Crc32.Append(actual, target[..read]);
            at += read;
        }
        if (!_verified && actual != crc)
            throw input.Bad($"{FileErrors.Quote(Name)} in the archive has the wrong checksum (CRC-32 {actual:x8}, expected {crc:x8}); the file is damaged, get it again");
        _verified = true;
    }

    // The local header repeats the name and has an extra field of its own, which PyTorch pads so that data is aligned.
    long DataStart()
    {
        Span<byte> header = stackalloc byte[LocalHeaderLength];
        input.ReadExactly(header, localHeader);
        long start = localHeader + LocalHeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalHeaderSignature || start > input.Length - compressedLength)
            throw input.Bad($"{FileErrors.Quote(Name)} is not where the archive's directory says; the file is damaged, get it again");
        return start;
    }
}
