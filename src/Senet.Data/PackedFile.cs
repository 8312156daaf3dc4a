using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using SkiaSharp;

namespace Senet.Data;

/// <summary>
/// The file of a <see cref="PackedSource"/>, little endian: a header (8 bytes of name, version, count, 32 bytes of key, where the index begins), the
/// pixels, the index (24 bytes per image: offset, width, height, sum, 0), and the SHA-256 of header and index.
/// </summary>
sealed class PackedFile
{
    const int Version = 1, HeaderBytes = 56, EntryBytes = 24, HashBytes = 32;

    PackedFile(string path, long length, Entry[] entries)
    {
        Path = path;
        Length = length;
        Entries = entries;
    }

    public string Path { get; }

    public long Length { get; }

    public Entry[] Entries { get; }

    /// <summary>Where an image's pixels lie.</summary>
    public readonly record struct Entry(long Offset, int Width, int Height, uint Sum);

    static ReadOnlySpan<byte> Name => "SENETIMG"u8;

    /// <summary>What the pixels depend on: settings, decoder, and each image's path, length and time of modification.</summary>
    /// <exception cref="ImageDecodeException">A file is gone.</exception>
    public static byte[] Key(IImageSource source, PackedOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(string.Create(CultureInfo.InvariantCulture,
            $"{Version} {typeof(SKCodec).Assembly.GetName().Version} {options.ShortSide} {options.Interpolation} {options.Channels} {options.Background} {((IFileBacked)source).ApplyOrientation} {source.Count}"));
        for (int i = 0; i < source.Count; i++)
        {
            string path = ((IFileBacked)source).FilePath(i)!;
            var file = new FileInfo(path);
            if (!file.Exists)
                throw new ImageDecodeException(path, "there is no such file");
            Add(path);
            Add(string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}"));
        }
        return hash.GetHashAndReset();

        void Add(string text)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }
    }

    /// <summary>A checksum of pixels (CRC-32C of 8 bytes at a time).</summary>
    public static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
            sum = BitOperations.Crc32C(sum, word);
        foreach (byte rest in bytes[(words.Length * 8)..])
            sum = BitOperations.Crc32C(sum, rest);
        return sum;
    }

    /// <summary>The file's index, or null where the file is missing, incomplete, damaged or of another key.</summary>
    public static PackedFile? TryRead(string path, byte[] key, int count, int channels)
    {
        if (!File.Exists(path))
            return null;
        using FileStream stream = File.OpenRead(path);
        byte[] header = new byte[HeaderBytes];
        if (stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes || !header.AsSpan(0, 8).SequenceEqual(Name)
            || BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8)) != Version || BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12)) != count
            || !header.AsSpan(16, HashBytes).SequenceEqual(key))
        {
            return null;
        }
        long indexAt = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(48));
        byte[] index = new byte[checked(count * EntryBytes)];
        if (stream.Length != indexAt + index.Length + HashBytes)
            return null;
        stream.Position = indexAt;
        byte[] hash = new byte[HashBytes];
        stream.ReadExactly(index);
        stream.ReadExactly(hash);
        if (!hash.AsSpan().SequenceEqual(SHA256.HashData([.. header, .. index])))
            return null;
        var entries = new Entry[count];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = index.AsSpan(i * EntryBytes, EntryBytes);
            entries[i] = new(BinaryPrimitives.ReadInt64LittleEndian(entry), BinaryPrimitives.ReadInt32LittleEndian(entry[8..]),
                BinaryPrimitives.ReadInt32LittleEndian(entry[12..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]));
            if (entries[i].Offset < HeaderBytes || entries[i].Offset + (long)entries[i].Width * entries[i].Height * channels > indexAt)
                return null;
        }
        return new PackedFile(path, stream.Length, entries);
    }

    /// <summary>Writes the file under another name and gives it its own when it is whole and on the disk. The caller holds the lock.</summary>
    public static void Build(string path, byte[] key, IImageSource source, PackedOptions options, int workers, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        // A name that is always the same: what a killed run left is overwritten.
        string temporary = path + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16))
            {
                Write(stream, key, source, options, workers, progress, cancellationToken);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    static void Write(FileStream stream, byte[] key, IImageSource source, PackedOptions options, int workers, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        byte[] header = new byte[HeaderBytes];
        stream.Write(header);
        byte[] index = new byte[checked(source.Count * EntryBytes)];
        // A few images per thread at a time: they are decoded side by side and written in order.
        var packed = new ImagePixels[Math.Min(source.Count, workers * 8)];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
        for (int first = 0; first < source.Count; first += packed.Length)
        {
            int count = Math.Min(packed.Length, source.Count - first);
            try
            {
                Parallel.For(0, count, parallel, i => packed[i] = Pack(source, first + i, options));
            }
            catch (AggregateException e)
            {
                ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            }
            for (int i = 0; i < count; i++)
            {
                Span<byte> entry = index.AsSpan((first + i) * EntryBytes, EntryBytes);
                BinaryPrimitives.WriteInt64LittleEndian(entry, stream.Position);
                BinaryPrimitives.WriteInt32LittleEndian(entry[8..], packed[i].Width);
                BinaryPrimitives.WriteInt32LittleEndian(entry[12..], packed[i].Height);
                BinaryPrimitives.WriteUInt32LittleEndian(entry[16..], Sum(packed[i].Data));
                stream.Write(packed[i].Data);
            }
            progress?.Report(first + count);
        }
        Name.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), source.Count);
        key.CopyTo(header, 16);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(48), stream.Position);
        stream.Write(index);
        stream.Write(SHA256.HashData([.. header, .. index]));
        stream.Position = 0;
        stream.Write(header);
    }

    static ImagePixels Pack(IImageSource source, int index, PackedOptions options)
    {
        ImagePixels image = source.Open(index, options.Channels, options.Background, fast: false);
        try
        {
            (long width, long height) = PixelTransform.ShortSideSize(image.Width, image.Height, options.ShortSide);
            return Math.Min(image.Width, image.Height) <= options.ShortSide
                ? new ImagePixels(image.Width, image.Height, options.Channels, image.Data)
                : Resampler.Resize(image, checked((int)width), checked((int)height), options.Interpolation);
        }
        finally
        {
            image.Release();
        }
    }
}
