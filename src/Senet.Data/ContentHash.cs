using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Senet.Data;

/// <summary>The first 16 bytes of SHA-256: among a billion files, no two different ones share them.</summary>
static class ContentHash
{
    public static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    public static UInt128 Of(string text) => Of(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>Of an image without a file: its pixels and their shape.</summary>
    public static UInt128 Of(ImagePixels image) => Of(image.Data) ^ new UInt128((ulong)image.Width, (ulong)image.Channels);
}
