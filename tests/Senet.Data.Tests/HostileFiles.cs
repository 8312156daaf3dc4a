using System.Buffers.Binary;
using System.IO.Compression;

namespace Senet.Data.Tests;

/// <summary>Files that are made to break a decoder, written byte by byte.</summary>
static class HostileFiles
{
    /// <summary>A name, the file, and a word of the refusal; null where the pixels may come out.</summary>
    public static IEnumerable<(string Name, byte[] File, string? Refusal)> All()
    {
        yield return ("png of 10^10 pixels", Png(100_000, 100_000, 8, 2, new byte[100]), "more than the");
        yield return ("png of 2^62 pixels", Png(int.MaxValue, int.MaxValue, 8, 2, new byte[100]), "more than the");
        yield return ("png with sides above 2^31", Png(-1, -1, 8, 2, new byte[100]), "header cannot be read");
        yield return ("png below the limit, without data", Png(13_000, 13_000, 8, 6, new byte[100]), "cannot hold");
        yield return ("png of zero pixels", Png(0, 0, 8, 2, []), "header cannot be read");
        yield return ("png of depth 3", Png(2, 2, 3, 0, new byte[4]), "damaged");
        yield return ("png of colour type 7", Png(2, 2, 8, 7, new byte[4]), "damaged");
        yield return ("png palette without palette", Png(2, 2, 8, 3, [0, 1, 2, 0, 1, 2]), "damaged");
        yield return ("png index beyond the palette", Png(2, 1, 8, 3, [0, 0, 200], Chunk("PLTE"u8, [1, 2, 3])), null);
        yield return ("png without data", Png(2, 2, 8, 0, null), "PNG");
        yield return ("png with data of another filter", Png(2, 1, 8, 0, [9, 1, 2]), "damaged");
        yield return ("png with damaged data", PngOf(2, 2, 8, 0, Chunk("IDAT"u8, [1, 2, 3, 4, 5])), "PNG");
        yield return ("png with a wrong check sum in its header", Damage(Png(2, 2, 8, 0, new byte[6]), 30), "PNG");
        yield return ("png by text transfer", [0x89, .. "PNG\n\u001a\n"u8, .. new byte[60]], "text mode");
        yield return ("png of Apple's kind", PngOf(2, 2, 8, 6, [], Chunk("CgBI"u8, [0x50, 0, 0x20, 2])), "CgBI");
        yield return ("png with compressed text of 50 MB", Png(2, 2, 8, 0, new byte[6], Chunk("zTXt"u8, [.. "Comment\0\0"u8, .. Zlib(new byte[50_000_000])])), null);
        yield return ("png with a profile of 50 MB", Png(2, 2, 8, 0, new byte[6], Chunk("iCCP"u8, [.. "x\0\0"u8, .. Zlib(new byte[50_000_000])])), null);
        yield return ("png of 50,000 chunks", Png(2, 2, 8, 0, new byte[6], [.. Enumerable.Repeat(Chunk("tEXt"u8, [.. "a\0b"u8]), 50_000).SelectMany(c => c)]), null);
        yield return ("png with a chunk of 2 GB", PngOf(2, 2, 8, 0, [0x7F, 0xFF, 0xFF, 0xFF, .. "eXIf"u8, 1, 2, 3]), "PNG");
        yield return ("gif with the largest canvas", Gif(65535, 65535), "more than the");
        yield return ("gif of one pixel on a canvas below the limit", Gif(13_000, 13_000), "cannot hold");
        yield return ("gif of one pixel on a canvas of 16 megapixels", Gif(4096, 4096), null);
        yield return ("gif without a canvas", Gif(0, 0), null);
        yield return ("gif without pictures", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B], "GIF");
        yield return ("gif of comments", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, .. Enumerable.Repeat<byte[]>([0x21, 0xFE, 1, 65, 0], 20_000).SelectMany(c => c)], "GIF");
        yield return ("webp with the largest canvas", WebP(0xFFFFFF, 0xFFFFFF), "more than the");
        yield return ("webp without frames", WebP(3, 3), "WebP");
        yield return ("webp of other chunks", [.. "RIFF"u8, 40, 0, 0, 0, .. "WEBPJUNK"u8, .. new byte[40]], "WebP");
        yield return ("bmp of 10^12 pixels", Bmp(1_000_000, 1_000_000, 24), "more than the");
        yield return ("bmp with the smallest height", Bmp(5, int.MinValue, 24), "BMP");
        yield return ("bmp of negative width", Bmp(-5, 5, 24), "BMP");
        yield return ("bmp of zero pixels", Bmp(0, 5, 24), "BMP");
        yield return ("bmp of 7 bits", Bmp(5, 5, 7), "BMP");
        yield return ("bmp without pixels", Bmp(500, 500, 24), "BMP");
        yield return ("bmp with an unknown header", [.. Bmp(5, 5, 24)[..14], 41, 0, 0, 0, .. new byte[80]], "BMP");
        yield return ("bmp of text", [.. "BM is how this text begins, and it goes on for a while"u8], "text");
        yield return ("ico without pictures", [0, 0, 1, 0, 0, 0], "no image of a known kind");
        yield return ("ico with an offset beyond the end", [0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, 255, 255, 0, 0, 255, 255, 255, 127, .. new byte[30]], "ICO");
        byte[] jpeg = OddImages.Get("jpeg baseline, subsampling 2").File;
        int frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]), scan = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        yield return ("jpeg of 4 * 10^9 pixels", With(jpeg, frame + 5, 0xFF, 0xFF, 0xFF, 0xFF), "more than the");
        yield return ("jpeg below the limit, without data", With(jpeg, frame + 5, 0x32, 0, 0x32, 0), "cannot hold");
        yield return ("jpeg of zero height", With(jpeg, frame + 5, 0, 0), "0 pixels");
        yield return ("jpeg of 4 x 4 sampling in every component", With(jpeg, frame + 11, 0x44), null);
        yield return ("jpeg of zero sampling", With(jpeg, frame + 11, 0), "damaged");
        yield return ("jpeg with a missing table", With(jpeg, scan + 6, 0x33), "damaged");
        yield return ("jpeg without a frame", [.. jpeg[..frame], .. jpeg[scan..]], "header cannot be read");
        yield return ("jpeg without a scan", jpeg[..scan], "truncated");
        yield return ("jpeg of markers", [0xFF, 0xD8, 0xFF, .. Enumerable.Repeat<byte[]>([0xFF, 0xD0], 50_000).SelectMany(c => c)], "header cannot be read");
        yield return ("jpeg of comments without length", [0xFF, 0xD8, .. Enumerable.Repeat<byte[]>([0xFF, 0xFE, 0, 0], 50_000).SelectMany(c => c)], "header cannot be read");
        byte[] progressive = OddImages.Get("jpeg progressive").File;
        int first = progressive.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        byte[] again = progressive[first..^2];
        yield return ("jpeg of 10,000 scans", [.. progressive[..first], .. Enumerable.Repeat(again, 1500).SelectMany(s => s), 0xFF, 0xD9], "scans");
        foreach ((_, byte[] magic, string word) in Strangers)
            yield return ($"{word} called .jpg", [.. magic, .. new byte[300]], word);
        yield return ("json", [.. "{\"error\": \"not found\"}"u8], "JSON");
        yield return ("xml", [.. "<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code></Error>"u8], "XML");
        yield return ("html in UTF-16", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("<!DOCTYPE html><html>")], "HTML");
        yield return ("base64", [.. "iVBORw0KGgoAAAANSUhEUgAA"u8], "Base64");
        yield return ("white space", [.. " \n\t \r\n"u8], "white space");
        yield return ("Git LFS", [.. "version https://git-lfs.github.com/spec/v1\n"u8], "Git LFS");
        yield return ("zeros", new byte[5000], "zero bytes");
        yield return ("nothing", [], "empty");
        yield return ("two bytes of a JPEG", [0xFF, 0xD8], "JPEG");
        yield return ("three bytes of a JPEG", [0xFF, 0xD8, 0xFF], "JPEG");
    }

    static readonly (string, byte[], string)[] Strangers =
    [
        ("tiff", [.. "II*\0"u8], "TIFF"), ("tiff", [.. "MM\0*"u8], "TIFF"), ("tiff", [.. "II+\0"u8], "BigTIFF"), ("cr2", [.. "II*\0\u0010\0\0\0CR"u8], "CR2"),
        ("heic", [0, 0, 0, 24, .. "ftypheic"u8], "HEIC"), ("heif", [0, 0, 0, 24, .. "ftypmif1"u8], "HEIC"), ("avif", [0, 0, 0, 24, .. "ftypavif"u8], "AVIF"),
        ("avif", [0, 0, 0, 24, .. "ftypmif1\0\0\0\0mif1avif"u8], "AVIF"), ("mp4", [0, 0, 0, 24, .. "ftypisom"u8], "MP4"), ("cr3", [0, 0, 0, 24, .. "ftypcrx "u8], "CR3"),
        ("jp2", [0, 0, 0, 12, .. "jP  \r\n"u8], "JPEG 2000"), ("j2k", [0xFF, 0x4F, 0xFF, 0x51], "JPEG 2000"), ("jxl", [0xFF, 0x0A], "JPEG XL"),
        ("jxl", [0, 0, 0, 12, .. "JXL \r\n"u8], "JPEG XL"), ("jxr", [0x49, 0x49, 0xBC, 1], "JPEG XR"), ("psd", [.. "8BPS"u8], "PSD"), ("pdf", [.. "%PDF-1"u8], "PDF"),
        ("ps", [.. "%!PS-Adobe"u8], "PostScript"), ("exr", [0x76, 0x2F, 0x31, 1], "OpenEXR"), ("dds", [.. "DDS "u8], "DDS"), ("icns", [.. "icns"u8], "ICNS"),
        ("qoi", [.. "qoif"u8], "QOI"), ("pnm", [.. "P6\n"u8], "PNM"), ("zip", [.. "PK"u8, 3, 4], "ZIP"), ("rar", [.. "Rar!"u8], "RAR"), ("gz", [0x1F, 0x8B], "gzip"),
        ("xz", [0xFD, .. "7zXZ"u8], "xz"), ("zst", [0x28, 0xB5, 0x2F, 0xFD], "Zstandard"), ("bz2", [.. "BZh9"u8], "bzip2"), ("7z", [.. "7z"u8, 0xBC, 0xAF], "7z"),
        ("mkv", [0x1A, 0x45, 0xDF, 0xA3], "Matroska"), ("avi", [.. "RIFF\0\0\0\0AVI "u8], "AVI"), ("wav", [.. "RIFF\0\0\0\0WAVE"u8], "WAVE"), ("elf", [0x7F, .. "ELF"u8], "program"),
        ("npy", [0x93, .. "NUMPY"u8], "NumPy"), ("hdf5", [0x89, .. "HDF"u8], "HDF5"), ("apple", [0, 5, 0x16, 7], "AppleDouble"), ("xcf", [.. "gimp xcf"u8], "XCF"),
    ];

    /// <summary>A PNG whose rows are given with their filter bytes.</summary>
    public static byte[] Png(int width, int height, byte depth, byte colour, byte[]? filteredRows, byte[]? before = null) =>
        PngOf(width, height, depth, colour, [.. before ?? [], .. filteredRows is null ? [] : Chunk("IDAT"u8, Zlib(filteredRows))]);

    static byte[] PngOf(int width, int height, byte depth, byte colour, byte[] chunks, byte[]? first = null)
    {
        byte[] header = [.. Big(width), .. Big(height), depth, colour, 0, 0, 0];
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. first ?? [], .. Chunk("IHDR"u8, header), .. chunks, .. Chunk("IEND"u8, [])];
    }

    public static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] body = [.. type, .. data];
        uint[] table = s_crcTable;
        uint crc = uint.MaxValue;
        foreach (byte b in body)
            crc = (crc >> 8) ^ table[(byte)(crc ^ b)];
        return [.. Big(data.Length), .. body, .. Big((int)~crc)];
    }

    static readonly uint[] s_crcTable = [.. Enumerable.Range(0, 256).Select(n =>
    {
        uint crc = (uint)n;
        for (int bit = 0; bit < 8; bit++)
            crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        return crc;
    })];

    static byte[] Zlib(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(bytes);
        return packed.ToArray();
    }

    // One black pixel: a table of two colours, codes of two bits: clear, 0, end.
    static byte[] Gif(int width, int height) =>
        [.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    static byte[] WebP(int widthLess1, int heightLess1) =>
        [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0,
        (byte)widthLess1, (byte)(widthLess1 >> 8), (byte)(widthLess1 >> 16), (byte)heightLess1, (byte)(heightLess1 >> 8), (byte)(heightLess1 >> 16)];

    static byte[] Bmp(int width, int height, byte depth) =>
        [.. "BM"u8, 54, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, .. Little(width), .. Little(height), 1, 0, depth, 0, .. new byte[24]];

    static byte[] With(byte[] file, int at, params byte[] bytes) => [.. file[..at], .. bytes, .. file[(at + bytes.Length)..]];

    static byte[] Damage(byte[] file, int at) => With(file, at, (byte)(file[at] ^ 1));

    static byte[] Big(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    static byte[] Little(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
