namespace Senet.Data;

/// <summary>Tells a file's format by its first bytes; the name is not asked.</summary>
static class FileFormat
{
    /// <summary>Bytes that <see cref="OfStart"/> needs.</summary>
    public const int StartBytes = 64;

    /// <summary>"JPEG", "PNG", "GIF", "BMP", "WebP" or "ICO": the formats that can be decoded; null for any other.</summary>
    public static string? OfStart(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith<byte>([0xff, 0xd8, 0xff]))
            return "JPEG";
        if (start.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']))
            return "PNG";
        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8))
            return "GIF";
        // Two letters could begin any text: the header's size, a small number, must follow at byte 14.
        if (start.Length >= 18 && start.StartsWith("BM"u8) && start[14] is >= 12 and <= 124 && start[15..18].SequenceEqual((ReadOnlySpan<byte>)[0, 0, 0]))
            return "BMP";
        if (start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8))
            return "WebP";
        // Reserved 0, type 1 (icon), number of pictures from 1 to 255.
        if (start.Length >= 6 && start.StartsWith<byte>([0, 0, 1, 0]) && start[4] > 0 && start[5] == 0)
            return "ICO";
        return null;
    }

    /// <summary>Whether the format is what cameras and photo sites write; placeholders among photos are told by it.</summary>
    public static bool IsPhotographic(string format) => format is "JPEG" or "WebP";
}
