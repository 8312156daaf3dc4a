using System.Text;

namespace Senet.Data;

/// <summary>Says what bytes are that the decoder does not read, so that a message can name the cause and not only the failure.</summary>
/// <remarks>The signatures are those of the formats' own specifications.</remarks>
static class EncodedContent
{
    /// <summary>Bytes from the start of a file that <see cref="WhyNotDecodable"/> looks at.</summary>
    public const int StartBytes = 1024;

    const int QuotedCharacters = 40;

    /// <summary>A format as messages name a file of it, from its name here or in Skia.</summary>
    public static string Name(string format) => format.ToUpperInvariant() switch
    {
        "JPEG" => "JPEG",
        "PNG" => "PNG",
        "GIF" => "GIF",
        "WEBP" => "WebP image",
        "BMP" => "BMP image",
        "ICO" => "ICO image",
        _ => $"{format} image",
    };

    /// <summary>One clause for an <see cref="ImageDecodeException"/>; <paramref name="bytes"/> begin no format that is decoded.</summary>
    public static string WhyNotDecodable(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return "the file is empty";
        // A signature cut short, or one whose header is not there.
        string? known =
            bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? "JPEG" :
            bytes.StartsWith("GIF8"u8) ? "GIF" :
            bytes.StartsWith("RIFF"u8) && bytes.Length < 12 ? "WebP image" :
            bytes.StartsWith("BM"u8) && (bytes.Length < 18 || bytes[..18].Contains((byte)0)) ? "BMP image" : null;
        if (known is not null)
            return $"the {known} is truncated or damaged: its header cannot be read";
        if (Picture(bytes) is { } picture)
            return $"this is {picture}, which is not supported; convert the image to JPEG or PNG";
        if (Other(bytes) is { } other)
            return $"this is {other}, not an image";
        if (bytes.StartsWith("version https://git-lfs"u8))
            return "this is a Git LFS pointer, not the image itself; run 'git lfs pull'";
        if (!bytes.ContainsAnyExcept((byte)0))
            return "the file holds only zero bytes (an interrupted copy or download?)";
        return TextStart(bytes) is { } text
            ? WhatText(text)
            : $"this is no image of a known kind (first bytes {Convert.ToHexString(bytes[..Math.Min(8, bytes.Length)])})";
    }

    static string WhatText(string text)
    {
        if (text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<head", StringComparison.OrdinalIgnoreCase))
        {
            return "this is an HTML page, not an image (a failed download?)";
        }
        if (text.Contains("<svg", StringComparison.OrdinalIgnoreCase))
            return "this is SVG, which is not supported; convert the image to PNG";
        if (text.StartsWith('<'))
            return "this is XML, not an image (a failed download?)";
        if (text.StartsWith('{') || text.StartsWith('['))
            return "this is JSON, not an image (a failed download?)";
        if (text.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) || text.StartsWith("/9j/", StringComparison.Ordinal) || text.StartsWith("iVBORw0KGgo", StringComparison.Ordinal))
            return "this is an image written as text (Base64); decode it first";
        if (text.Length == 0)
            return "the file holds only white space";
        string line = text.Split('\n', 2)[0].Trim();
        return $"this is text, not an image: it begins '{ImageFiles.Printable(line.Length > QuotedCharacters ? line[..QuotedCharacters] + "..." : line)}'";
    }

    static string? Picture(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8))
            return HasAt(bytes, 8, "CR"u8) ? "Canon raw (CR2)" : "TIFF";
        if (bytes.StartsWith("II+\0"u8) || bytes.StartsWith("MM\0+"u8))
            return "TIFF (BigTIFF)";
        if (HasAt(bytes, 4, "ftyp"u8))
            return Boxed(bytes);
        if (HasAt(bytes, 4, "jP  "u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51]))
            return "JPEG 2000";
        if (HasAt(bytes, 4, "JXL "u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]))
            return "JPEG XL";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'I', 0xBC, 1]))
            return "JPEG XR";
        if (bytes is [(byte)'P', >= (byte)'1' and <= (byte)'7' or (byte)'F' or (byte)'f', (byte)'\n' or (byte)'\r' or (byte)' ', ..])
            return "PNM";
        if (bytes.StartsWith("8BPS"u8))
            return "PSD";
        if (bytes.StartsWith("gimp xcf"u8))
            return "XCF";
        if (bytes.StartsWith("%PDF"u8))
            return "PDF";
        if (bytes.StartsWith("%!PS"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xC5, 0xD0, 0xD3, 0xC6]))
            return "PostScript";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x76, 0x2F, 0x31, 0x01]))
            return "OpenEXR";
        if (bytes.StartsWith("#?RADIANCE"u8) || bytes.StartsWith("#?RGBE"u8))
            return "Radiance HDR";
        if (bytes.StartsWith("DDS "u8))
            return "DDS";
        if (bytes.StartsWith("icns"u8))
            return "ICNS";
        if (bytes.StartsWith("qoif"u8))
            return "QOI";
        if (bytes is [0x0A, 0 or 2 or 3 or 5, 1, 1 or 2 or 4 or 8, ..])
            return "PCX";
        if (bytes.StartsWith("FUJIFILM"u8) || bytes.StartsWith("IIRO"u8) || bytes.StartsWith("IIRS"u8) || bytes.StartsWith("IIU\0"u8))
            return "a camera's raw file";
        return HasAt(bytes, 128, "DICM"u8) ? "DICOM" : null;
    }

    // ISO/IEC 14496-12: the brand behind "ftyp" tells the kinds apart.
    static string Boxed(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> brand = bytes.Length >= 12 ? bytes.Slice(8, 4) : default;
        if (brand.StartsWith("avi"u8) || (brand.SequenceEqual("mif1"u8) && bytes[..Math.Min(bytes.Length, 64)].IndexOf("avif"u8) >= 0))
            return "AVIF";
        if (brand.StartsWith("he"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8))
            return "HEIC";
        return brand.SequenceEqual("crx "u8) ? "Canon raw (CR3)" : "MP4 or QuickTime video";
    }

    static string? Other(ReadOnlySpan<byte> bytes)
    {
        if (HasAt(bytes, 257, "ustar"u8))
            return "a tar archive";
        if (bytes.StartsWith("RIFF"u8))
            return HasAt(bytes, 8, "WAVE"u8) ? "WAVE sound" : "AVI video or another RIFF file";
        return bytes switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => "a ZIP archive",
            [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => "a RAR archive",
            [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "a 7z archive",
            [0x1F, 0x8B, ..] => "gzip data",
            [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => "xz data",
            [0x28, 0xB5, 0x2F, 0xFD, ..] => "Zstandard data",
            [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', ..] => "bzip2 data",
            [0x1A, 0x45, 0xDF, 0xA3, ..] => "Matroska or WebM video",
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "Ogg sound or video",
            [(byte)'I', (byte)'D', (byte)'3', ..] => "MP3 sound",
            [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', 0x90, 0, ..] => "a program",
            [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', ..] => "a NumPy array",
            [0x89, (byte)'H', (byte)'D', (byte)'F', ..] => "an HDF5 file",
            [0, 5, 0x16, 7, ..] or [0, 5, 0x16, 0, ..] => "what macOS stores beside a file (AppleDouble)",
            _ => null,
        };
    }

    static bool HasAt(ReadOnlySpan<byte> bytes, int offset, ReadOnlySpan<byte> magic) =>
        bytes.Length >= offset + magic.Length && bytes.Slice(offset, magic.Length).SequenceEqual(magic);

    /// <summary>The first characters without a byte order mark and leading white space, or null where the bytes are not text.</summary>
    static string? TextStart(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> start = bytes[..Math.Min(bytes.Length, StartBytes)];
        // Windows writes web pages and logs in UTF-16 as well.
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            string wide = (start[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(start[2..(start.Length & ~1)]);
            return wide.Any(c => c < 0x20 && !char.IsWhiteSpace(c)) ? null : wide.TrimStart();
        }
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
