namespace Senet.Data;

/// <summary>Tells a file's format by its first bytes; the name is not asked.</summary>
static class FileFormat
{
    /// <summary>Bytes that <see cref="OfStart"/> needs.</summary>
    public const int StartBytes = 64;

    /// <summary>"JPEG", "PNG", ... or null when it is none of the image formats known here.</summary>
    public static string? OfStart(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith<byte>([0xff, 0xd8, 0xff]))
            return "JPEG";
        if (start.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']))
            return "PNG";
        if (start.StartsWith("GIF8"u8))
            return "GIF";
        if (start.StartsWith("BM"u8))
            return "BMP";
        if (start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8))
            return "WebP";
        if (start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8))
            return "TIFF";
        if (start.Length >= 12 && start[4..].StartsWith("ftyp"u8))
            return start[8..].StartsWith("avi"u8) ? "AVIF" : "HEIC";
        return null;
    }

    /// <summary>Format of a file; null when it is unknown or the file cannot be opened.</summary>
    public static string? OfFile(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            Span<byte> start = stackalloc byte[StartBytes];
            return OfStart(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether the format is what cameras and photo sites write; placeholders among photos are told by it.</summary>
    public static bool IsPhotographic(string format) => format is "JPEG" or "WebP" or "HEIC" or "AVIF";
}
