using System.Text;
using SkiaSharp;

namespace Senet.Data;

/// <summary>Says what bytes are that the decoder cannot read, so that a message can name the cause and not only the failure.</summary>
static class EncodedContent
{
    /// <summary>Name of a format for messages.</summary>
    public static string Name(SKEncodedImageFormat format) => format switch
    {
        SKEncodedImageFormat.Jpeg => "JPEG",
        SKEncodedImageFormat.Png => "PNG",
        SKEncodedImageFormat.Gif => "GIF",
        SKEncodedImageFormat.Webp => "WebP image",
        SKEncodedImageFormat.Bmp => "BMP image",
        SKEncodedImageFormat.Ico => "ICO image",
        _ => $"{format} image",
    };

    /// <summary>One clause for an <see cref="ImageDecodeException"/>; <paramref name="bytes"/> is not empty and no codec took it.</summary>
    public static string WhyNotDecodable(ReadOnlySpan<byte> bytes)
    {
        // The decoder knows these, so the signature is right and what follows is not.
        string? known =
            bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? "JPEG" :
            bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "PNG" :
            bytes.StartsWith("GIF8"u8) ? "GIF" :
            HasAt(bytes, 0, "RIFF"u8) && HasAt(bytes, 8, "WEBP"u8) ? "WebP image" :
            bytes.StartsWith("BM"u8) ? "BMP image" : null;
        if (known is not null)
            return $"the {known} is truncated or damaged: its header cannot be read";

        if (Unsupported(bytes) is { } format)
            return $"{format} is not supported; convert the image to JPEG or PNG";
        if (bytes.StartsWith("version https://git-lfs"u8))
            return "this is a Git LFS pointer, not the image itself; run 'git lfs pull'";
        if (!bytes.ContainsAnyExcept((byte)0))
            return "the file holds only zero bytes (an interrupted copy or download?)";

        string? text = TextStart(bytes);
        if (text is null)
            return $"this is no image of a known kind (first bytes {Convert.ToHexString(bytes[..Math.Min(8, bytes.Length)])})";
        if (text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<head", StringComparison.OrdinalIgnoreCase))
        {
            return "this is an HTML page, not an image (a failed download?)";
        }
        if (text.Contains("<svg", StringComparison.OrdinalIgnoreCase))
            return "SVG is not supported; convert the image to PNG";
        string line = text.Split('\n', 2)[0].Trim();
        return $"this is text, not an image: it begins '{(line.Length > 40 ? line[..40] + "..." : line)}'";
    }

    static string? Unsupported(ReadOnlySpan<byte> bytes)
    {
        if (HasAt(bytes, 0, "II*\0"u8) || HasAt(bytes, 0, "MM\0*"u8) || HasAt(bytes, 0, "II+\0"u8) || HasAt(bytes, 0, "MM\0+"u8))
            return "TIFF";
        if (HasAt(bytes, 4, "ftyp"u8))
        {
            ReadOnlySpan<byte> brand = bytes.Length >= 12 ? bytes.Slice(8, 4) : default;
            if (brand.StartsWith("avi"u8))
                return "AVIF";
            return brand.StartsWith("he"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) ? "HEIC" : "MP4 or QuickTime video";
        }
        if (HasAt(bytes, 4, "jP  "u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51]))
            return "JPEG 2000";
        if (HasAt(bytes, 4, "JXL "u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]))
            return "JPEG XL";
        return bytes switch
        {
            [(byte)'8', (byte)'B', (byte)'P', (byte)'S', ..] => "PSD",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "PDF",
            [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive",
            [0x1F, 0x8B, ..] => "gzip data",
            [(byte)'P', >= (byte)'1' and <= (byte)'7', (byte)'\n' or (byte)'\r' or (byte)' ', ..] => "PNM",
            _ => null,
        };
    }

    static bool HasAt(ReadOnlySpan<byte> bytes, int offset, ReadOnlySpan<byte> magic) =>
        bytes.Length >= offset + magic.Length && bytes.Slice(offset, magic.Length).SequenceEqual(magic);

    /// <summary>The first characters without a byte order mark and leading white space, or null where the bytes are not text.</summary>
    static string? TextStart(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> start = bytes[..Math.Min(bytes.Length, 512)];
        if (start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            start = start[3..];
        foreach (byte b in start)
        {
            if (b is < 0x20 and not (9 or 10 or 12 or 13) or 0x7F)
                return null;
        }
        // A character cut in half at the end decodes to U+FFFD like any malformed one; allow that one place.
        string text = Encoding.UTF8.GetString(start).TrimEnd('\uFFFD');
        return text.Contains('\uFFFD', StringComparison.Ordinal) ? null : text.TrimStart();
    }
}
