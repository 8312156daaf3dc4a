using System.Buffers;
using System.Security.Cryptography;

namespace Senet.Weights;

/// <summary>What tells a file from others: its length, SHA-256 and, where a publisher names that, SHA-1.</summary>
/// <param name="Bytes">Length.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Sha1">40 lower-case hexadecimal digits; null where not asked for.</param>
sealed record FileDigest(long Bytes, string Sha256, string? Sha1)
{
    const int BufferLength = 1 << 18;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">What to read.</param>
    /// <param name="withSha1">Whether SHA-1 is wanted.</param>
    /// <param name="copy">Receives everything that is read; may be null.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static FileDigest Of(Stream stream, bool withSha1, Stream? copy, CancellationToken cancellationToken)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using IncrementalHash? sha1 = withSha1 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA1) : null;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        long bytes = 0;
        try
        {
            while (stream.Read(buffer) is > 0 and int read)
            {
                cancellationToken.ThrowIfCancellationRequested();
                sha256.AppendData(buffer.AsSpan(0, read));
                sha1?.AppendData(buffer.AsSpan(0, read));
                copy?.Write(buffer.AsSpan(0, read));
                bytes += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return new(bytes, Hexadecimal(sha256), sha1 is null ? null : Hexadecimal(sha1));
    }

    static string Hexadecimal(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset());
}
