using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Senet.Tests;
using SkiaSharp;

namespace Senet.Data.Tests;

public sealed class ImageDecoderTests
{
    [Fact]
    public void DecodeFile_ImageNetSamples_EqualPillow()
    {
        PillowGolden golden = PillowGolden.Load();
        List<string> differing = [];
        foreach (PillowGolden.GoldenImage image in golden.Images)
        {
            ImagePixels pixels = golden.Decode(image);
            Assert.Equal((image.Width, image.Height, 3), (pixels.Width, pixels.Height, pixels.Channels));
            if (PillowGolden.Hash(pixels) != image.RgbSha256)
                differing.Add(image.File);
        }
        Assert.Equal(200, golden.Images.Length);
        Assert.Empty(differing);
    }

    [Fact]
    public void Decode_GreyJpeg_SameValueInOneAndThreeChannels()
    {
        byte[] jpeg = TestImages.EncodeGreyJpeg(TestImages.Noise(37, 21, 1));
        ImagePixels grey = ImageDecoder.Decode(jpeg, "grey.jpg", 1, 0), rgb = ImageDecoder.Decode(jpeg, "grey.jpg", 3, 0);
        Assert.Equal((37, 21, 1), (grey.Width, grey.Height, grey.Channels));
        for (int i = 0; i < grey.Data.Length; i++)
        {
            for (int c = 0; c < 3; c++)
                Assert.Equal(grey.Data[i], rgb.Data[i * 3 + c]);
        }
    }

    [Fact]
    public void Decode_ColourToGrey_UsesPillowsWeights()
    {
        byte[] png = TestImages.Encode(4, 1, [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 10, 200, 77, 255], SKEncodedImageFormat.Png);
        ImagePixels grey = ImageDecoder.Decode(png, "c.png", 1, 255);
        // Image.new("RGB", (1, 1), (255, 0, 0)).convert("L") and so on.
        Assert.Equal<byte>([76, 150, 29, 129], grey.Data);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(64)]
    public void Decode_OpaquePng_IsLossless(int width)
    {
        ImagePixels expected = TestImages.Noise(width, 3, 3);
        ImagePixels actual = ImageDecoder.Decode(TestImages.Encode(expected, SKEncodedImageFormat.Png), "n.png", 3, 255);
        Assert.Equal(expected.Data, actual.Data);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void Decode_AlphaPng_CompositesOverBackgroundRounded(byte background)
    {
        byte[] rgba = new byte[256 * 2 * 4];
        for (int a = 0; a < 256; a++)
        {
            rgba.AsSpan(a * 8, 8).Fill((byte)a);
            rgba[a * 8] = 200;
            rgba[a * 8 + 1] = 3;
            rgba[a * 8 + 2] = 90;
        }
        byte[] png = TestImages.Encode(512, 1, rgba, SKEncodedImageFormat.Png);
        ImagePixels rgb = ImageDecoder.Decode(png, "a.png", 3, background), grey = ImageDecoder.Decode(png, "a.png", 1, background);
        for (int i = 0; i < 512; i++)
        {
            double alpha = rgba[i * 4 + 3] / 255.0;
            int[] expected = [.. Enumerable.Range(0, 3).Select(c => (int)Math.Round(rgba[i * 4 + c] * alpha + background * (1 - alpha)))];
            Assert.Equal(expected, rgb.Data.Skip(i * 3).Take(3).Select(v => (int)v));
            Assert.Equal((expected[0] * 19595 + expected[1] * 38470 + expected[2] * 7471 + 0x8000) >> 16, grey.Data[i]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Decode_ExifOrientation_TurnsUpright(int orientation)
    {
        byte[] jpeg = TestImages.Encode(TestImages.Noise(40, 24, 3), SKEncodedImageFormat.Jpeg, 90);
        foreach (int channels in (int[])[1, 3])
        {
            ImagePixels stored = ImageDecoder.Decode(jpeg, "s.jpg", channels, 255);
            ImagePixels expected = orientation switch
            {
                1 => stored,
                2 => Mirror(stored),
                3 => Mirror(Flip(stored)),
                4 => Flip(stored),
                5 => Transpose(stored),
                6 => Mirror(Transpose(stored)),
                7 => Mirror(Flip(Transpose(stored))),
                _ => Flip(Transpose(stored)),
            };
            ImagePixels actual = ImageDecoder.Decode(TestImages.WithExifOrientation(jpeg, (ushort)orientation), "o.jpg", channels, 255);
            Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
            Assert.Equal(expected.Data, actual.Data);
        }
    }

    [Theory]
    [InlineData(0.95)]
    [InlineData(0.5)]
    [InlineData(0.05)]
    public void DecodeFile_RealJpegCut_SaysTruncated(double share)
    {
        string file = Directory.GetFiles(SharedFiles.Shared("data/imagenet-samples")).Order(StringComparer.Ordinal).First();
        using TempFolder folder = new();
        byte[] whole = File.ReadAllBytes(file);
        string cut = folder["cut.JPEG"];
        File.WriteAllBytes(cut, whole[..(int)(whole.Length * share)]);
        ImageDecodeException error = Assert.Throws<ImageDecodeException>(() => ImageDecoder.DecodeFile(cut, 3, 255));
        Assert.Equal(cut, error.Image);
        Assert.StartsWith("the JPEG is truncated", error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Decode_AnyCutOfAFile_ThrowsOrSaysSo(SKEncodedImageFormat format)
    {
        byte[] whole = TestImages.Encode(TestImages.Noise(40, 40, 3), format, 80);
        for (int length = 1; length < whole.Length - 40; length += 1 + whole.Length / 60)
        {
            ImageDecodeException error = Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(whole.AsSpan(0, length), "cut", 3, 255));
            if (length > 64)
                Assert.Matches("truncated|damaged", error.Reason);
        }
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.95)]
    public void Decode_ProgressiveJpegCut_SaysTruncated(double share)
    {
        byte[] whole = File.ReadAllBytes(SharedFiles.Shared("data/hymenoptera/train/ants/ant photos.jpg"));
        Assert.Equal(3, ImageDecoder.Decode(whole, "p.jpg", 3, 255).Channels);
        ImageDecodeException error = Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(whole.AsSpan(0, (int)(whole.Length * share)), "p.jpg", 3, 255));
        Assert.Contains("truncated", error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/hymenoptera/train/ants/ant photos.jpg")]
    [InlineData("data/hymenoptera/val/bees/6a00d8341c630a53ef00e553d0beb18834-800wi.jpg")]
    public void Decode_ProgressiveJpegWithTrailingBytes_IsWhole(string file)
    {
        byte[] whole = File.ReadAllBytes(SharedFiles.Shared(file));
        ImagePixels expected = ImageDecoder.Decode(whole, "p.jpg", 3, 255);
        foreach (int extra in (int[])[1, 2, 1000])
            Assert.Equal(expected.Data, ImageDecoder.Decode([.. whole, .. new byte[extra]], "p.jpg", 3, 255).Data);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.8)]
    public void Decode_GifCut_SaysTruncated(double share)
    {
        byte[] whole = File.ReadAllBytes(SharedFiles.Shared("data/hymenoptera/train/ants/imageNotFound.gif"));
        ImageDecodeException error = Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(whole.AsSpan(0, (int)(whole.Length * share)), "g.gif", 3, 255));
        Assert.Matches("truncated|damaged", error.Reason);
    }

    [Fact]
    public void DecodeFile_FormatByContentNotName()
    {
        using TempFolder folder = new();
        string path = folder["photo.jpg"];
        File.WriteAllBytes(path, TestImages.Encode(TestImages.Noise(9, 7, 3), SKEncodedImageFormat.Png));
        Assert.Equal(9, ImageDecoder.DecodeFile(path, 3, 255).Width);
    }

    [Fact]
    public void DecodeFile_Gif_FirstFrame()
    {
        ImagePixels gif = ImageDecoder.DecodeFile(SharedFiles.Shared("data/hymenoptera/train/ants/imageNotFound.gif"), 3, 255);
        Assert.True(gif.Width > 1 && gif.Height > 1);
    }

    [Fact]
    public void Decode_TransparentGif_CompositesOverBackground()
    {
        // 1 x 1, palette of black and white, colour 0 transparent and used.
        byte[] gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x21, 0xF9, 4, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];
        Assert.Equal<byte>([77, 77, 77], ImageDecoder.Decode(gif, "t.gif", 3, 77).Data);
    }

    [Fact]
    public void Decode_LosslessWebpWithAlpha_IsExact()
    {
        byte[] rgba = [10, 20, 30, 255, 200, 100, 50, 0, 0, 0, 0, 128];
        using SKImage image = SKImage.FromPixelCopy(new SKImageInfo(3, 1, SKColorType.Rgba8888, SKAlphaType.Unpremul), rgba);
        using SKPixmap pixmap = image.PeekPixels();
        using SKData webp = pixmap.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 100))!;
        Assert.Equal<byte>([10, 20, 30, 255, 255, 255, 127, 127, 127], ImageDecoder.Decode(webp.ToArray(), "w", 3, 255).Data);
    }

    [Fact]
    public void Decode_EmbeddedProfile_DoesNotChangePixels()
    {
        ImagePixels noise = TestImages.Noise(8, 8, 3);
        using SKColorSpace wide = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Linear, SKColorSpaceXyz.Rec2020);
        byte[] rgba = new byte[8 * 8 * 4];
        for (int i = 0; i < 64; i++)
        {
            noise.Data.AsSpan(i * 3, 3).CopyTo(rgba.AsSpan(i * 4));
            rgba[i * 4 + 3] = 255;
        }
        using SKImage image = SKImage.FromPixelCopy(new SKImageInfo(8, 8, SKColorType.Rgba8888, SKAlphaType.Unpremul, wide), rgba);
        using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
        byte[] bytes = png.ToArray();
        Assert.True(bytes.AsSpan().IndexOf("iCCP"u8) > 0, "the encoder wrote no profile, so the test shows nothing");
        Assert.Equal(noise.Data, ImageDecoder.Decode(bytes, "icc.png", 3, 255).Data);
    }

    public static TheoryData<string, string> Impostors => new()
    {
        { "", "the file is empty" },
        { "<!DOCTYPE html>\n<html><head><title>404</title>", "this is an HTML page, not an image (a failed download?)" },
        { "\n  <HTML lang='de'>", "this is an HTML page, not an image (a failed download?)" },
        { "version https://git-lfs.github.com/spec/v1\noid sha256:00", "this is a Git LFS pointer, not the image itself; run 'git lfs pull'" },
        { "II*\0\b\0\0\0", "this is TIFF, which is not supported; convert the image to JPEG or PNG" },
        { "MM\0*\0\0\0\b", "this is TIFF, which is not supported; convert the image to JPEG or PNG" },
        { "\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "this is HEIC, which is not supported; convert the image to JPEG or PNG" },
        { "\0\0\0\u001Cftypavif\0\0\0\0mif1avif", "this is AVIF, which is not supported; convert the image to JPEG or PNG" },
        { "\0\0\0\u001Cftypisom\0\0\0\0mp42", "this is MP4 or QuickTime video, which is not supported; convert the image to JPEG or PNG" },
        { "%PDF-1.7\n", "this is PDF, which is not supported; convert the image to JPEG or PNG" },
        { "<?xml version='1.0'?><svg xmlns='x'>", "this is SVG, which is not supported; convert the image to PNG" },
        { "hello\nworld", "this is text, not an image: it begins 'hello'" },
        { "\0\0\0\0\0\0\0\0", "the file holds only zero bytes (an interrupted copy or download?)" },
        { "\u0001\u0002\u0003", "this is no image of a known kind (first bytes 010203)" },
        { "GIF89a", "the GIF is truncated or damaged: its header cannot be read" },
    };

    [Theory]
    [MemberData(nameof(Impostors))]
    public void DecodeFile_NoImage_NamesWhatItIs(string content, string reason)
    {
        using TempFolder folder = new();
        string path = folder["image.jpg"];
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(content));
        ImageDecodeException error = Assert.Throws<ImageDecodeException>(() => ImageDecoder.DecodeFile(path, 3, 255));
        Assert.Equal(reason, error.Reason);
        Assert.Equal($"{path}: {reason}", error.Message);
    }

    [Fact]
    public void DecodeFile_MissingOrFolder_IsADecodeError()
    {
        using TempFolder folder = new();
        Assert.Equal("there is no such file", Assert.Throws<ImageDecodeException>(() => ImageDecoder.DecodeFile(folder["none.png"], 3, 255)).Reason);
        Assert.Equal("this is a folder, not a file", Assert.Throws<ImageDecodeException>(() => ImageDecoder.DecodeFile(folder.Path, 3, 255)).Reason);
    }

    [Fact]
    public void Decode_DecompressionBomb_IsRefusedInOneLine()
    {
        byte[] png = GreyPng(20000, 20000, []);
        ImageDecodeException error = Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(png, "bomb.png", 3, 255));
        Assert.Equal("20000 x 20000 pixels are more than the 178956970 allowed (a decompression bomb?); shrink the image first", error.Reason);
    }

    [Fact]
    public void Decode_GreyPng_IsExact()
    {
        byte[] png = GreyPng(2, 2, [0, 1, 2, 0, 254, 255]); // each row starts with its filter type
        Assert.Equal<byte>([1, 2, 254, 255], ImageDecoder.Decode(png, "g.png", 1, 255).Data);
    }

    [Fact]
    public void Decode_TwoChannels_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("channels", () => ImageDecoder.Decode([1], "x", 2, 255));

    static byte[] GreyPng(int width, int height, byte[] filteredRows)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        using MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(filteredRows);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] body = [.. type, .. data];
        uint crc = uint.MaxValue;
        foreach (byte b in body)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        byte[] length = new byte[4], check = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, ~crc);
        return [.. length, .. body, .. check];
    }

    static ImagePixels Mirror(ImagePixels i) => Map(i, i.Width, i.Height, (x, y) => (i.Width - 1 - x, y));

    static ImagePixels Flip(ImagePixels i) => Map(i, i.Width, i.Height, (x, y) => (x, i.Height - 1 - y));

    static ImagePixels Transpose(ImagePixels i) => Map(i, i.Height, i.Width, (x, y) => (y, x));

    static ImagePixels Map(ImagePixels image, int width, int height, Func<int, int, (int X, int Y)> source)
    {
        byte[] data = new byte[image.Data.Length];
        for (int o = 0; o < data.Length; o++)
        {
            int pixel = o / image.Channels;
            (int x, int y) = source(pixel % width, pixel / width);
            data[o] = image.Data[(y * image.Width + x) * image.Channels + o % image.Channels];
        }
        return new ImagePixels(width, height, image.Channels, data);
    }
}
