using System.Runtime.InteropServices;
using Senet.Data.Jpeg;
using Senet.Graph;
using Senet.Tests;
using SkiaSharp;

namespace Senet.Data.Tests;

public sealed class JpegDecoderTests
{
    [Fact]
    public void TryDecode_ImageNetSamples_EqualPillow()
    {
        SkipWithoutInstructions();
        PillowGolden golden = PillowGolden.Load();
        foreach (PillowGolden.GoldenImage image in golden.Images)
        {
            ImagePixels? pixels = DecodeWhole(File.ReadAllBytes(Path.Combine(golden.Folder, image.File)), 3);
            Assert.True(pixels is not null, image.File);
            Assert.Equal(image.RgbSha256, PillowGolden.Hash(pixels));
        }
    }

    // 3 in 100 of these have restart markers, others half or full chroma; 3 are not for the decoder (a progressive pair, chroma of half height).
    [Fact]
    public void TryDecode_RealPhotos_EqualsSkia()
    {
        SkipWithoutInstructions();
        string[] files = Directory.GetFiles(SharedFiles.Shared("data/hymenoptera"), "*.jpg", SearchOption.AllDirectories);
        List<string> declined = [];
        foreach (string file in files.Order(StringComparer.Ordinal))
        {
            byte[] jpeg = File.ReadAllBytes(file);
            ImagePixels? pixels = DecodeWhole(jpeg, 3);
            if (pixels is null)
                declined.Add(Path.GetFileName(file));
            else
                Assert.True(SkiaPixels(jpeg).AsSpan().SequenceEqual(pixels.Data), file);
        }
        Assert.Equal(396, files.Length);
        Assert.Equal(["Nepenthes_rafflesiana_ant.jpg", "ant photos.jpg", "6a00d8341c630a53ef00e553d0beb18834-800wi.jpg"], declined);
    }

    [Theory]
    [InlineData(SKJpegEncoderDownsample.Downsample420)]
    [InlineData(SKJpegEncoderDownsample.Downsample422)]
    [InlineData(SKJpegEncoderDownsample.Downsample444)]
    public void TryDecode_EverySize_EqualsSkia(SKJpegEncoderDownsample chroma)
    {
        SkipWithoutInstructions();
        var random = new SampleRandom(5, 0, 0);
        int decoded = 0;
        for (int side = 1; side <= 70; side++)
        {
            int other = 1 + random.NextInt(70);
            foreach (int quality in (int[])[3, 60, 100])
            {
                byte[] jpeg = Encode(TestImages.Noise(side, other, 3, (ulong)side), chroma, quality);
                ImagePixels? pixels = DecodeWhole(jpeg, 3);
                // Of up to 4 columns at half chroma, libjpeg interpolates none: such files are declined.
                Assert.Equal(side > 4 || chroma == SKJpegEncoderDownsample.Downsample444, pixels is not null);
                if (pixels is null)
                    continue;
                decoded++;
                Assert.Equal(SkiaPixels(jpeg), pixels.Data);
                Assert.Equal(Greys(pixels), DecodeWhole(jpeg, 1)!.Data);
            }
        }
        Assert.True(decoded >= 198);
    }

    [Theory]
    [InlineData(SKJpegEncoderDownsample.Downsample420)]
    [InlineData(SKJpegEncoderDownsample.Downsample422)]
    [InlineData(SKJpegEncoderDownsample.Downsample444)]
    public void TryDecode_AnyRectangle_EqualsThatOfTheWhole(SKJpegEncoderDownsample chroma)
    {
        SkipWithoutInstructions();
        var random = new SampleRandom(6, 0, 0);
        byte[] jpeg = Encode(TestImages.Noise(83, 61, 3), chroma, 90);
        CheckRectangles(jpeg, DecodeWhole(jpeg, 3)!, 300, ref random);
    }

    [Fact]
    public void TryDecode_AnyRectangleBetweenRestartMarkers_EqualsThatOfTheWhole()
    {
        SkipWithoutInstructions();
        var random = new SampleRandom(7, 0, 0);
        foreach (string file in (string[])["val/ants/17081114_79b9a27724.jpg", "val/ants/F.pergan.28(f).jpg"])
        {
            byte[] jpeg = File.ReadAllBytes(SharedFiles.Shared($"data/hymenoptera/{file}"));
            CheckRectangles(jpeg, DecodeWhole(jpeg, 3)!, 40, ref random);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TryDecode_Shrunk_IsCloseToTheMeanOfTheWhole(int shrink)
    {
        SkipWithoutInstructions();
        string file = Path.Combine(SharedFiles.Shared("data/imagenet-samples"), "n01440764_tench.JPEG");
        using JpegDecoder decoder = JpegDecoder.Rent();
        Assert.True(decoder.TryOpen(File.ReadAllBytes(file)));
        ImagePixels whole = ImageDecoder.DecodeFile(file, 3, 255);
        int width = JpegDecoder.Shrunk(whole.Width, shrink), height = JpegDecoder.Shrunk(whole.Height, shrink);
        byte[] actual = new byte[width * height * 3];
        Assert.True(decoder.TryDecode(shrink, 0, 0, width, height, 3, actual));
        byte[] expected = Resampler.Resize(whole, width, height, Interpolation.Box).Data;
        Assert.True(expected.Zip(actual, (e, a) => Math.Abs(e - a)).Average() < 4);

        var random = new SampleRandom(8, 0, shrink);
        ImagePixels shrunk = new(width, height, 3, actual);
        for (int i = 0; i < 30; i++)
        {
            (int x, int y, int w, int h) = Rectangle(width, height, ref random);
            byte[] part = new byte[w * h * 3];
            Assert.True(decoder.TryDecode(shrink, x, y, w, h, 3, part));
            Assert.Equal(ResamplerTests.Crop(shrunk, x, y, x + w, y + h).Data, part);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TryDecode_ShrunkConstant_StaysConstant(int shrink)
    {
        SkipWithoutInstructions();
        byte[] jpeg = Encode(new ImagePixels(50, 34, 3, [.. Enumerable.Repeat((byte)200, 50 * 34 * 3)]), SKJpegEncoderDownsample.Downsample420, 100);
        using JpegDecoder decoder = JpegDecoder.Rent();
        Assert.True(decoder.TryOpen(jpeg));
        int width = JpegDecoder.Shrunk(50, shrink), height = JpegDecoder.Shrunk(34, shrink);
        byte[] pixels = new byte[width * height * 3];
        Assert.True(decoder.TryDecode(shrink, 0, 0, width, height, 3, pixels));
        Assert.All(pixels, value => Assert.Equal(200, value));
    }

    [Fact]
    public void TryOpen_AnyCutOfAFile_IsDeclined()
    {
        byte[] jpeg = Encode(TestImages.Noise(40, 40, 3), SKJpegEncoderDownsample.Downsample420, 80);
        using JpegDecoder decoder = JpegDecoder.Rent();
        Assert.Equal(JpegDecoder.IsSupported, decoder.TryOpen(jpeg));
        for (int length = 0; length < jpeg.Length; length++)
            Assert.False(decoder.TryOpen(jpeg.AsSpan(0, length)));
    }

    // Every change of a byte or two either decodes, as a whole and in part, or is declined; memory around the buffers stays as it was.
    [Fact]
    public void TryDecode_DamagedFiles_NeverLeavesItsBuffers()
    {
        SkipWithoutInstructions();
        var random = new SampleRandom(9, 0, 0);
        byte[][] sound = [.. from chroma in Enum.GetValues<SKJpegEncoderDownsample>() select Encode(TestImages.Noise(45, 39, 3), chroma, 70), TestImages.EncodeGreyJpeg(TestImages.Noise(45, 39, 1))];
        int decoded = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] jpeg = [.. sound[i % sound.Length]];
            for (int changes = 1 + random.NextInt(3); changes > 0; changes--)
                jpeg[random.NextInt(jpeg.Length)] = (byte)random.NextInt(256);
            using JpegDecoder decoder = JpegDecoder.Rent();
            if (!decoder.TryOpen(jpeg) || decoder.Width > 200 || decoder.Height > 200)
                continue;
            (int x, int y, int width, int height) = Rectangle(decoder.Width, decoder.Height, ref random);
            byte[] guarded = new byte[width * height * 3 + 64];
            guarded.AsSpan().Fill(0xA5);
            if (decoder.TryDecode(0, x, y, width, height, 3, guarded.AsSpan(32, width * height * 3)))
                decoded++;
            Assert.True(!guarded.AsSpan(0, 32).ContainsAnyExcept((byte)0xA5) && !guarded.AsSpan(guarded.Length - 32).ContainsAnyExcept((byte)0xA5));
        }
        Assert.True(decoded > 1000, $"{decoded} of the damaged files decode");
    }

    [Fact]
    public void Decode_DamagedFile_IsWhatSkiaMakesOfIt()
    {
        byte[] jpeg = Encode(TestImages.Noise(64, 64, 3), SKJpegEncoderDownsample.Downsample444, 90);
        // A run of restart markers in place of data, which libjpeg skips with a warning.
        jpeg.AsSpan(jpeg.Length / 2, 2).Clear();
        jpeg[jpeg.Length / 2] = 0xFF;
        jpeg[jpeg.Length / 2 + 1] = 0xD3;
        Assert.Null(DecodeWhole(jpeg, 3));
        Assert.Equal(SkiaPixels(jpeg), ImageDecoder.Decode(jpeg, "d.jpg", 3, 255).Data);
    }

    static void CheckRectangles(byte[] jpeg, ImagePixels whole, int count, ref SampleRandom random)
    {
        using JpegDecoder decoder = JpegDecoder.Rent();
        Assert.True(decoder.TryOpen(jpeg));
        for (int i = 0; i < count; i++)
        {
            (int x, int y, int width, int height) = Rectangle(whole.Width, whole.Height, ref random);
            byte[] part = new byte[width * height * 3];
            Assert.True(decoder.TryDecode(0, x, y, width, height, 3, part));
            Assert.True(ResamplerTests.Crop(whole, x, y, x + width, y + height).Data.AsSpan().SequenceEqual(part), $"{x}, {y}: {width} x {height}");
        }
    }

    static (int X, int Y, int Width, int Height) Rectangle(int width, int height, ref SampleRandom random)
    {
        int w = 1 + random.NextInt(width), h = 1 + random.NextInt(height);
        return (random.NextInt(width - w + 1), random.NextInt(height - h + 1), w, h);
    }

    static ImagePixels? DecodeWhole(byte[] jpeg, int channels)
    {
        using JpegDecoder decoder = JpegDecoder.Rent();
        if (!decoder.TryOpen(jpeg))
            return null;
        byte[] pixels = new byte[decoder.Width * decoder.Height * channels];
        return decoder.TryDecode(0, 0, 0, decoder.Width, decoder.Height, channels, pixels) ? new ImagePixels(decoder.Width, decoder.Height, channels, pixels) : null;
    }

    static byte[] SkiaPixels(byte[] jpeg)
    {
        using SKData data = SKData.CreateCopy(jpeg);
        using SKCodec codec = SKCodec.Create(data);
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        byte[] rgba = new byte[info.BytesSize];
        GCHandle pin = GCHandle.Alloc(rgba, GCHandleType.Pinned);
        codec.GetPixels(info, pin.AddrOfPinnedObject(), info.RowBytes, SKCodecOptions.Default);
        pin.Free();
        byte[] rgb = new byte[rgba.Length / 4 * 3];
        for (int i = 0, o = 0; i < rgba.Length; i += 4, o += 3)
            rgba.AsSpan(i, 3).CopyTo(rgb.AsSpan(o));
        return rgb;
    }

    static byte[] Greys(ImagePixels rgb) =>
        [.. Enumerable.Range(0, rgb.Width * rgb.Height).Select(i => PixelConversion.Grey(rgb.Data[3 * i], rgb.Data[3 * i + 1], rgb.Data[3 * i + 2]))];

    static byte[] Encode(ImagePixels pixels, SKJpegEncoderDownsample chroma, int quality)
    {
        byte[] rgba = new byte[pixels.Width * pixels.Height * 4];
        for (int i = 0; i < pixels.Width * pixels.Height; i++)
        {
            pixels.Data.AsSpan(3 * i, 3).CopyTo(rgba.AsSpan(4 * i));
            rgba[4 * i + 3] = 255;
        }
        using SKImage image = SKImage.FromPixelCopy(new SKImageInfo(pixels.Width, pixels.Height, SKColorType.Rgba8888, SKAlphaType.Opaque), rgba);
        using SKPixmap pixmap = image.PeekPixels();
        using SKData data = pixmap.Encode(new SKJpegEncoderOptions(quality, chroma, SKJpegEncoderAlphaOption.Ignore))!;
        return data.ToArray();
    }

    static void SkipWithoutInstructions() => Assert.SkipUnless(JpegDecoder.IsSupported, "this processor, or the settings, lack SSE4.1");
}
