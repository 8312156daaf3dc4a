using System.Buffers.Binary;
using System.Globalization;

namespace Senet.Data;

/// <summary>
/// What the header of an encoded image says, read by our own code before a decoder sees the file or memory for pixels is
/// taken. Only files whose header is read here reach the decoder.
/// </summary>
/// <param name="Format">"JPEG", "PNG", "GIF", "WebP", "BMP" or "ICO"; null when the bytes are none of these.</param>
/// <param name="Width">Width as stored, in pixels; 0 where the header does not say.</param>
/// <param name="Height">Height as stored, in pixels; 0 where the header does not say.</param>
/// <param name="Channels">1 grey, 2 grey and alpha, 3 colour, 4 colour and alpha, or CMYK; 0 where the header does not say.</param>
/// <param name="Orientation">Exif orientation, 1 .. 8.</param>
/// <param name="Refusal">Why the image is not to be decoded, without its path; null when it may be.</param>
/// <remarks>
/// JPEG: ITU-T T.81, annex B. PNG: W3C PNG, third edition, sections 5 and 11. GIF: GIF89a, section 18. WebP: RFC 9649, section 2.
/// BMP: BITMAPCOREHEADER and BITMAPINFOHEADER of the Windows documentation.
/// </remarks>
readonly record struct ImageHeader(string? Format, int Width, int Height, int Channels, int Orientation, string? Refusal)
{
    // DEFLATE turns a byte into at most 1032 (RFC 1951: 258 bytes from two codes of one bit each).
    const long MostInflation = 1032;

    // Every unit of at most 32 x 32 pixels has a Huffman code of at least one bit (arithmetic coding has no such bound).
    const long MostPixelsPerByte = 8 * 32 * 32;

    // A code of LZW stands for at most as many pixels as there are codes. The frame of a GIF may be smaller than its canvas, which then costs
    // memory and nothing in the file: small canvases are let be.
    const long MostPixelsPerCode = 4096;
    const long SmallCanvas = 1 << 24;

    /// <summary>Reads the header of a file held in memory; takes no memory and time in proportion to the number of segments before the pixels.</summary>
    public static ImageHeader Read(ReadOnlySpan<byte> file)
    {
        ImageHeader header = FileFormat.OfStart(file) switch
        {
            "JPEG" => Jpeg(file),
            "PNG" => Png(file),
            "GIF" => Gif(file),
            "WebP" => WebP(file),
            "BMP" => Bmp(file),
            "ICO" => new("ICO", 0, 0, 0, ExifOrientation.Upright, null),
            _ => default,
        };
        if (header.Format is null)
            return new(null, 0, 0, 0, ExifOrientation.Upright, EncodedContent.WhyNotDecodable(file));
        return header.Refusal is null && (long)header.Width * header.Height > ImageDecoder.MaxPixels
            ? header with { Refusal = TooManyPixels(header.Width, header.Height) }
            : header;
    }

    /// <summary>What is said of an image with more than <see cref="ImageDecoder.MaxPixels"/>.</summary>
    public static string TooManyPixels(int width, int height) => string.Create(CultureInfo.InvariantCulture,
        $"{width} x {height} pixels are more than the {ImageDecoder.MaxPixels} allowed (a decompression bomb?); shrink the image first");

    static ImageHeader Damaged(string format, string what = "its header cannot be read") => new(format, 0, 0, 0, ExifOrientation.Upright, $"the {format} is truncated or damaged: {what}");

    static ImageHeader Jpeg(ReadOnlySpan<byte> file)
    {
        int orientation = 0;
        int at = 2;
        while (JpegScans.NextSegment(file, ref at, out byte marker, out ReadOnlySpan<byte> body))
        {
            if (marker == 0xE1 && orientation == 0 && body.StartsWith("Exif\0"u8) && body.Length > 6)
                orientation = ExifOrientation.Read(body[6..]);
            else if (marker == 0xF7)
                return new("JPEG", 0, 0, 0, ExifOrientation.Upright, "this is JPEG-LS, which is not supported; convert the image to JPEG or PNG");
            else if (JpegScans.IsFrame(marker))
                return JpegFrame(file, at, marker, body, orientation);
            else if (marker is JpegScans.StartOfScan or JpegScans.EndOfImage)
                break;
        }
        return Damaged("JPEG");
    }

    static ImageHeader JpegFrame(ReadOnlySpan<byte> file, int at, byte marker, ReadOnlySpan<byte> body, int orientation)
    {
        if (body.Length < 6)
            return Damaged("JPEG");
        int precision = body[0], components = body[5];
        int height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]), width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
        string? kind = marker switch
        {
            0xC3 or 0xCB => "lossless",
            >= 0xC5 and <= 0xC7 or >= 0xCD => "hierarchical",
            _ when precision != 8 => string.Create(CultureInfo.InvariantCulture, $"{precision}-bit"),
            _ => null,
        };
        string? refusal =
            kind is not null ? $"this is {(kind == "8-bit" ? "an" : "a")} {kind} JPEG, which is not supported; convert the image to 8-bit baseline JPEG or PNG"
            : width == 0 || height == 0 ? string.Create(CultureInfo.InvariantCulture, $"the JPEG is damaged: its header says {width} x {height} pixels")
            : components is not (1 or 3 or 4) ? string.Create(CultureInfo.InvariantCulture, $"the JPEG has {components} components; expected 1 (grey), 3 (colour) or 4 (CMYK)")
            : (long)width * height > ImageDecoder.MaxPixels ? TooManyPixels(width, height)
            : marker < 0xC8 && (long)width * height > file.Length * MostPixelsPerByte ? string.Create(CultureInfo.InvariantCulture, $"the JPEG is truncated: {file.Length} bytes cannot hold its {width} x {height} pixels")
            : null;
        // Exif data may follow the frame header, though nobody writes it so; it ends where the pixels begin.
        while (orientation == 0 && JpegScans.NextSegment(file, ref at, out byte next, out ReadOnlySpan<byte> later) && next != JpegScans.StartOfScan)
        {
            if (next == 0xE1 && later.StartsWith("Exif\0"u8) && later.Length > 6)
                orientation = ExifOrientation.Read(later[6..]);
        }
        return new("JPEG", width, height, components, Math.Max(orientation, ExifOrientation.Upright), refusal);
    }

    static ImageHeader Png(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]))
            return Damaged("PNG", "its first eight bytes are not PNG's (a transfer in text mode?)");
        if (file.Length < 33)
            return Damaged("PNG");
        if (file[12..].StartsWith("CgBI"u8))
            return new("PNG", 0, 0, 0, ExifOrientation.Upright, "this is Apple's own variant of PNG (CgBI), which is not supported; convert the image to plain PNG");
        uint width = BinaryPrimitives.ReadUInt32BigEndian(file[16..]), height = BinaryPrimitives.ReadUInt32BigEndian(file[20..]);
        int depth = file[24], colourType = file[25];
        int samples = colourType switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => 0 };
        if (!file[12..].StartsWith("IHDR"u8) || width is 0 or > int.MaxValue || height is 0 or > int.MaxValue || samples == 0)
            return Damaged("PNG");
        int channels = colourType == 3 ? 3 : samples;
        if ((ulong)width * height > (ulong)ImageDecoder.MaxPixels)
            return new("PNG", (int)width, (int)height, channels, ExifOrientation.Upright, TooManyPixels((int)width, (int)height));
        if ((long)width * height * samples * depth / 8 > file.Length * MostInflation)
        {
            return new("PNG", (int)width, (int)height, channels, ExifOrientation.Upright, string.Create(CultureInfo.InvariantCulture,
                $"the PNG is truncated: {file.Length} bytes cannot hold its {width} x {height} pixels"));
        }

        int orientation = ExifOrientation.Upright;
        for (long at = 33; at + 12 <= file.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]);
            ReadOnlySpan<byte> type = file.Slice((int)at + 4, 4);
            if (at + 12 + length > file.Length || type.SequenceEqual("IEND"u8))
                break;
            if (type.SequenceEqual("eXIf"u8))
            {
                orientation = ExifOrientation.Read(file.Slice((int)at + 8, (int)length));
                break;
            }
            at += 12 + length;
        }
        return new("PNG", (int)width, (int)height, channels, orientation, null);
    }

    static ImageHeader Gif(ReadOnlySpan<byte> file)
    {
        if (file.Length < 13)
            return Damaged("GIF");
        int width = BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), height = BinaryPrimitives.ReadUInt16LittleEndian(file[8..]);
        long pixels = (long)width * height;
        return new("GIF", width, height, 3, ExifOrientation.Upright, pixels is > SmallCanvas and <= ImageDecoder.MaxPixels && pixels > file.Length * MostPixelsPerCode
            ? string.Create(CultureInfo.InvariantCulture, $"the GIF is truncated: {file.Length} bytes cannot hold its {width} x {height} pixels")
            : null);
    }

    static ImageHeader WebP(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30)
            return Damaged("WebP image");
        ReadOnlySpan<byte> type = file.Slice(12, 4), body = file[20..];
        if (type.SequenceEqual("VP8 "u8))
        {
            // A key frame: three bytes of flags, the start code 9D 01 2A, then 14 bits of width and of height.
            return new("WebP", BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF, 3, ExifOrientation.Upright, null);
        }
        if (type.SequenceEqual("VP8L"u8))
        {
            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return new("WebP", (int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1, (bits >> 28 & 1) == 1 ? 4 : 3, ExifOrientation.Upright, null);
        }
        if (!type.SequenceEqual("VP8X"u8))
            return Damaged("WebP image");

        const int AlphaFlag = 0x10, ExifFlag = 0x08;
        int width = U24(body[4..]) + 1, height = U24(body[7..]) + 1;
        int orientation = ExifOrientation.Upright;
        for (long at = 30; (body[0] & ExifFlag) != 0 && at + 8 <= file.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(file[((int)at + 4)..]);
            if (at + 8 + length > file.Length)
                break;
            if (file.Slice((int)at, 4).SequenceEqual("EXIF"u8))
            {
                orientation = ExifOrientation.Read(file.Slice((int)at + 8, (int)length));
                break;
            }
            at += 8 + length + (length & 1);
        }
        string? refusal = (long)width * height > ImageDecoder.MaxPixels ? TooManyPixels(width, height) : null;
        return new("WebP", width, height, (body[0] & AlphaFlag) != 0 ? 4 : 3, orientation, refusal);
    }

    static ImageHeader Bmp(ReadOnlySpan<byte> file)
    {
        const int OldHeaderBytes = 12;
        if (file.Length < 26)
            return Damaged("BMP image");
        bool old = BinaryPrimitives.ReadUInt32LittleEndian(file[14..]) == OldHeaderBytes;
        long width = old ? BinaryPrimitives.ReadUInt16LittleEndian(file[18..]) : BinaryPrimitives.ReadInt32LittleEndian(file[18..]);
        long height = old ? BinaryPrimitives.ReadUInt16LittleEndian(file[20..]) : BinaryPrimitives.ReadInt32LittleEndian(file[22..]);
        height = Math.Abs(height); // negative where rows are stored from top to bottom
        if (width is < 1 or > int.MaxValue || height is < 1 or > int.MaxValue)
            return Damaged("BMP image");
        string? refusal = width * height > ImageDecoder.MaxPixels ? TooManyPixels((int)width, (int)height) : null;
        return new("BMP", (int)width, (int)height, 3, ExifOrientation.Upright, refusal);
    }

    static int U24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
