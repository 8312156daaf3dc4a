using System.Globalization;
using System.Runtime.Intrinsics;
using Microsoft.Win32.SafeHandles;
using SkiaSharp;

namespace Senet.Data;

/// <summary>
/// Decodes JPEG, PNG, GIF, WebP, BMP and ICO images to 8 bit grey or RGB. The format is found by content, never by name; an
/// animation gives its first frame; EXIF orientation is applied; embedded colour profiles are ignored, as Pillow ignores them.
/// All rules stand in docs/images.md.
/// </summary>
/// <remarks>
/// The pixels of a JPEG are those of Pillow 9.4 (both use libjpeg-turbo), CMYK included; ImageDecoderTests compares 200 ImageNet
/// files and OddImageTests one or more of every other kind. All members may be called from several threads at once.
/// </remarks>
public static partial class ImageDecoder
{
    /// <summary>Most pixels that an image may have: the number at which Pillow refuses a decompression bomb.</summary>
    public const long MaxPixels = 178_956_970;

    const string Truncated = "the JPEG is truncated: the file ends before the last row of pixels";

    // Photos are smaller; of a larger file, only an image is read as a whole.
    const long LargeFile = 32L << 20;

    /// <summary>Reads and decodes one file.</summary>
    /// <param name="path">Path of the file; messages name it as given.</param>
    /// <param name="channels">1 for grey, 3 for RGB; the image is converted to it.</param>
    /// <param name="background">Grey level 0..255 that transparent pixels are composited over.</param>
    /// <param name="applyOrientation">Whether to turn the image as its EXIF data says; false gives the rows as they are stored.</param>
    /// <returns>The image, owned by the caller.</returns>
    /// <exception cref="ImageDecodeException">The file is missing, unreadable, no supported image, truncated or damaged.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="channels"/> is neither 1 nor 3.</exception>
    public static ImagePixels DecodeFile(string path, int channels, byte background, bool applyOrientation = true)
    {
        ArgumentNullException.ThrowIfNull(path);
        byte[] buffer = [];
        try
        {
            int length = ReadFile(path, ref buffer);
            return Decode(buffer.AsSpan(0, length), path, channels, background, applyOrientation);
        }
        finally
        {
            Buffers.Return(buffer);
        }
    }

    /// <summary>Decodes an encoded image held in memory.</summary>
    /// <param name="encoded">The bytes of the whole file; only read.</param>
    /// <param name="description">What messages call the image: a path, or a file and position in it.</param>
    /// <param name="channels">1 for grey, 3 for RGB; RGB becomes grey as in Pillow: (19595 R + 38470 G + 7471 B + 32768) / 65536.</param>
    /// <param name="background">Grey level 0..255 that transparent pixels are composited over.</param>
    /// <param name="applyOrientation">Whether to turn the image as its EXIF data says; false gives the rows as they are stored.</param>
    /// <returns>The image, owned by the caller.</returns>
    /// <exception cref="ImageDecodeException">The bytes are no supported image, or truncated, damaged or larger than <see cref="MaxPixels"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="channels"/> is neither 1 nor 3.</exception>
    public static ImagePixels Decode(ReadOnlySpan<byte> encoded, string description, int channels, byte background, bool applyOrientation = true)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (channels is not (1 or 3))
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "an image is decoded to 1 (grey) or 3 (RGB) channels");
        ImageHeader header = ImageHeader.Read(encoded);
        if (header is { Format: "JPEG", Refusal: null } && DecodeBaseline(encoded, channels) is { } pixels)
            return pixels;
        return DecodeBySkia(header, encoded, description, channels, background, applyOrientation);
    }

    // What the baseline decoder has declined, and every other format.
    static unsafe ImagePixels DecodeBySkia(ImageHeader header, ReadOnlySpan<byte> encoded, string description, int channels, byte background, bool applyOrientation)
    {
        if (header.Refusal is not null)
            throw new ImageDecodeException(description, header.Refusal);
        try
        {
            bool isJpeg = header.Format == "JPEG";
            if (isJpeg)
                encoded = WithEnd(encoded, description);
            fixed (byte* bytes = encoded)
            {
                // Skia reads from our memory without a copy: the codec and its data are disposed before the pin ends.
                using SKData data = SKData.Create((nint)bytes, encoded.Length);
                using SKCodec codec = SKCodec.Create(data)
                    ?? throw new ImageDecodeException(description, $"the {EncodedContent.Name(header.Format!)} is truncated or damaged: its header cannot be read");
                byte[] stored = Decode(codec, description, channels, background);
                if (isJpeg && JpegTail.LooksUnfinished(stored, codec.Info.Width, channels) && JpegTail.Complete(encoded[..^2]) is null)
                    throw new ImageDecodeException(description, Truncated);
                return Orient(stored, codec.Info.Width, codec.Info.Height, channels, (SKEncodedOrigin)(applyOrientation ? header.Orientation : ExifOrientation.Upright));
            }
        }
        catch (OutOfMemoryException e)
        {
            throw new ImageDecodeException(description, string.Create(CultureInfo.InvariantCulture, $"there is no memory for its {header.Width} x {header.Height} pixels"), e);
        }
    }

    /// <summary>The JPEG up to its end marker, or with the end marker that it lacks.</summary>
    static ReadOnlySpan<byte> WithEnd(ReadOnlySpan<byte> jpeg, string description) => JpegScans.FindEnd(jpeg, out int end) switch
    {
        JpegEnd.Marked => jpeg[..end],
        JpegEnd.Unmarked => JpegTail.Complete(jpeg) ?? throw new ImageDecodeException(description, Truncated),
        JpegEnd.ScansMissing => throw new ImageDecodeException(description, "the JPEG is truncated: the file ends before the last scan, so the image lacks detail"),
        _ => throw new ImageDecodeException(description, "the JPEG has more scans than any encoder writes, which would take hours (an attack?)"),
    };

    static byte[] Decode(SKCodec codec, string description, int channels, byte background)
    {
        SKImageInfo info = codec.Info;
        long pixels = (long)info.Width * info.Height;
        // The canvas of a GIF grows with its first picture, and an icon's own header says nothing.
        if (pixels > MaxPixels)
            throw new ImageDecodeException(description, ImageHeader.TooManyPixels(info.Width, info.Height));

        // Grey files decode to one byte per pixel, everything else to four. A null colour space asks for the stored values.
        bool grey = info.ColorType == SKColorType.Gray8;
        byte[] result = GC.AllocateUninitializedArray<byte>(checked((int)(pixels * channels)));
        if (grey && channels == 1)
        {
            ReadPixels(codec, new SKImageInfo(info.Width, info.Height, SKColorType.Gray8, SKAlphaType.Opaque), result, description);
        }
        else
        {
            SKImageInfo wanted = grey
                ? new(info.Width, info.Height, SKColorType.Gray8, SKAlphaType.Opaque)
                : new(info.Width, info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
            int size = checked((int)(pixels * (grey ? 1 : 4)));
            byte[] decoded = Buffers.Rent(size);
            try
            {
                ReadPixels(codec, wanted, decoded, description);
                if (grey)
                    GreyToRgb(decoded.AsSpan(0, size), result);
                else
                    ConvertRgba(decoded.AsSpan(0, size), result, channels, info.AlphaType == SKAlphaType.Opaque, background);
            }
            finally
            {
                Buffers.Return(decoded);
            }
        }
        return result;
    }

    static unsafe void ReadPixels(SKCodec codec, SKImageInfo wanted, byte[] destination, string description)
    {
        SKCodecResult result;
        fixed (byte* pixels = destination)
            result = codec.GetPixels(wanted, (nint)pixels, wanted.RowBytes, SKCodecOptions.Default);
        if (result == SKCodecResult.Success)
            return;

        string format = EncodedContent.Name(codec.EncodedFormat.ToString());
        throw new ImageDecodeException(description, result switch
        {
            SKCodecResult.IncompleteInput => $"the {format} is truncated: the file ends before the last row of pixels",
            // A progressive JPEG that ends within its first scans is reported this way.
            SKCodecResult.InvalidInput => $"the {format} is truncated or damaged: its pixels cannot be read",
            SKCodecResult.ErrorInInput => $"the {format} is damaged: its pixels cannot be read to the end",
            _ => $"the {format} cannot be decoded ({result})",
        });
    }

    /// <summary>Reads some file, so that the code for it is there: the program's own, which is no image but exists.</summary>
    internal static void WarmUpReading()
    {
        if (Environment.ProcessPath is not { } path)
            return;
        byte[] buffer = [];
        try
        {
            ReadFile(path, ref buffer);
        }
        catch (ImageDecodeException)
        {
            // A program that cannot be read is no reason to fail.
        }
        finally
        {
            Buffers.Return(buffer);
        }
    }

    /// <summary>Reads a file into a buffer that is rented from the shared pool and returned by the caller, also after an exception.</summary>
    /// <returns>Bytes read: the whole file, or the start of a large one that is no image.</returns>
    /// <exception cref="ImageDecodeException">The file is missing or cannot be read.</exception>
    internal static int ReadFile(string path, ref byte[] buffer)
    {
        // Opening a pipe would wait for a writer, so the kind is asked before.
        if (FileStatus.Of(path).WhyNotFile is { } kind)
            throw new ImageDecodeException(path, kind);
        try
        {
            using SafeFileHandle file = File.OpenHandle(path, options: FileOptions.SequentialScan);
            long length = RandomAccess.GetLength(file);
            if (length > Array.MaxLength)
            {
                throw new ImageDecodeException(path, string.Create(CultureInfo.InvariantCulture,
                    $"{length} bytes are more than the {Array.MaxLength} that an image file may have"));
            }
            if (length > LargeFile && !BeginsAsImage(file))
                length = EncodedContent.StartBytes; // enough to say what it is instead
            buffer = Buffers.Rent((int)length);
            int total = 0;
            while (total < length)
            {
                int read = RandomAccess.Read(file, buffer.AsSpan(total, (int)length - total), total);
                if (read == 0)
                    break;
                total += read;
            }
            return total;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ImageDecodeException(path, FileStatus.WhyMissing(path), e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ImageDecodeException(path, "the permission to read the file is missing", e);
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            throw new ImageDecodeException(path, $"the file cannot be read: {ImageFiles.Printable(ImageFiles.OneLine(e.Message))}", e);
        }
        catch (ArgumentException e)
        {
            throw new ImageDecodeException(path, "this is no valid path", e);
        }
    }

    static bool BeginsAsImage(SafeFileHandle file)
    {
        Span<byte> start = stackalloc byte[FileFormat.StartBytes];
        return FileFormat.OfStart(start[..RandomAccess.Read(file, start, 0)]) is not null;
    }

    static void GreyToRgb(ReadOnlySpan<byte> grey, Span<byte> rgb)
    {
        for (int i = 0, o = 0; i < grey.Length; i++, o += 3)
        {
            byte value = grey[i];
            rgb[o + 2] = value;
            rgb[o + 1] = value;
            rgb[o] = value;
        }
    }

    static void ConvertRgba(ReadOnlySpan<byte> rgba, Span<byte> result, int channels, bool opaque, byte background)
    {
        if (opaque && channels == 3)
        {
            DropAlpha(rgba, result);
            return;
        }
        for (int i = 0, o = 0; i < rgba.Length; i += 4, o += channels)
        {
            ReadOnlySpan<byte> pixel = rgba.Slice(i, 4);
            int r = pixel[0], g = pixel[1], b = pixel[2], a = pixel[3];
            if (a != 255)
            {
                // Nearest integer to (value * a + background * (255 - a)) / 255; 255 is odd, so there are no ties.
                int rest = background * (255 - a) + 127;
                r = (r * a + rest) / 255;
                g = (g * a + rest) / 255;
                b = (b * a + rest) / 255;
            }
            if (channels == 1)
            {
                result[o] = (byte)((r * 19595 + g * 38470 + b * 7471 + 0x8000) >> 16);
            }
            else
            {
                result[o] = (byte)r;
                result[o + 1] = (byte)g;
                result[o + 2] = (byte)b;
            }
        }
    }

    static void DropAlpha(ReadOnlySpan<byte> rgba, Span<byte> rgb)
    {
        int i = 0, o = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            // Four pixels a step. Each store writes 12 useful bytes and 4 that the next step overwrites, so the last
            // pixels, whose 4 extra bytes would lie outside, are left to the loop below.
            Vector128<byte> pick = Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 255, 255, 255, 255);
            for (; o + 16 <= rgb.Length; i += 16, o += 12)
                Vector128.Shuffle(Vector128.Create(rgba.Slice(i, 16)), pick).CopyTo(rgb[o..]);
        }
        for (; i < rgba.Length; i += 4, o += 3)
        {
            rgb[o] = rgba[i];
            rgb[o + 1] = rgba[i + 1];
            rgb[o + 2] = rgba[i + 2];
        }
    }

    /// <summary>Turns the stored raster upright. EXIF 2.3, tag 0x0112: the value names where row 0 and column 0 belong.</summary>
    static ImagePixels Orient(byte[] stored, int width, int height, int channels, SKEncodedOrigin origin)
    {
        if (origin == SKEncodedOrigin.TopLeft)
            return new ImagePixels(width, height, channels, stored);

        // The upright pixel (x, y) lies at first + x * stepX + y * stepY of the stored raster.
        int stride = width * channels, lastColumn = stride - channels, lastRow = (height - 1) * stride;
        (int first, int stepX, int stepY) = origin switch
        {
            SKEncodedOrigin.TopRight => (lastColumn, -channels, stride),
            SKEncodedOrigin.BottomRight => (lastRow + lastColumn, -channels, -stride),
            SKEncodedOrigin.BottomLeft => (lastRow, channels, -stride),
            SKEncodedOrigin.LeftTop => (0, stride, channels),
            SKEncodedOrigin.RightTop => (lastRow, -stride, channels),
            SKEncodedOrigin.RightBottom => (lastRow + lastColumn, -stride, -channels),
            _ => (lastColumn, stride, -channels),
        };
        bool swapped = origin >= SKEncodedOrigin.LeftTop;
        int uprightWidth = swapped ? height : width, uprightHeight = swapped ? width : height;
        byte[] upright = GC.AllocateUninitializedArray<byte>(stored.Length);
        int o = 0;
        for (int y = 0; y < uprightHeight; y++)
        {
            int i = first + y * stepY;
            for (int x = 0; x < uprightWidth; x++, i += stepX)
            {
                for (int c = 0; c < channels; c++)
                    upright[o++] = stored[i + c];
            }
        }
        return new ImagePixels(uprightWidth, uprightHeight, channels, upright);
    }
}
