using System.Security.Cryptography;
using Senet.Graph;

namespace Senet.Data.Tests;

public sealed class OddImageTests
{
    [Fact]
    public void Decode_EveryKind_GivesPillowsPixels()
    {
        List<string> differing = [];
        foreach (OddImages image in OddImages.All)
        {
            try
            {
                ImagePixels pixels = ImageDecoder.Decode(image.File, image.Name, 3, 255);
                if ((pixels.Width, pixels.Height) != (image.Width, image.Height) || Convert.ToHexStringLower(SHA256.HashData(pixels.Data)) != image.Sha256)
                    differing.Add(image.Name);
            }
            catch (ImageDecodeException error)
            {
                differing.Add(error.Message);
            }
        }
        Assert.Empty(differing);
        Assert.True(OddImages.All.Length > 130);
    }

    [Theory]
    [InlineData("jpeg orientation 6")]
    [InlineData("png orientation 6")]
    [InlineData("webp orientation 6")]
    public void Decode_OrientationIgnored_GivesStoredRows(string name)
    {
        ImagePixels upright = ImageDecoder.Decode(OddImages.Get(name).File, name, 3, 255), stored = ImageDecoder.Decode(OddImages.Get(name).File, name, 3, 255, applyOrientation: false);
        Assert.Equal((upright.Width, upright.Height), (stored.Height, stored.Width));
        Assert.Equal(ImageDecoder.Decode(OddImages.Get(name[..^1] + "1").File, name, 3, 255).Data, stored.Data);
    }

    [Fact]
    public void Transform_ModelThatIgnoresOrientation_TakesStoredRows()
    {
        byte[] jpeg = OddImages.Get("jpeg orientation 6").File;
        foreach (bool upright in (bool[])[true, false])
        {
            EvaluationTransform transform = new(new() { Height = 8, Width = 8, ResizeShortSide = 8, ApplyOrientation = upright });
            float[] actual = new float[transform.Length], expected = new float[transform.Length];
            transform.ApplyEncoded(jpeg, "photo.jpg", actual);
            transform.Apply(ImageDecoder.Decode(jpeg, "photo.jpg", 3, 255, upright), expected);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Decode_SixteenBits_KeepsTheUpperEight()
    {
        // 0x0100 clipped to a byte would be white.
        byte[] png = HostileFiles.Png(2, 1, 16, 0, [0, 1, 0, 0x80, 0xFF]);
        Assert.Equal<byte>([1, 0x80], ImageDecoder.Decode(png, "16.png", 1, 255).Data);
    }

    [Theory]
    [InlineData(0xC3, 8, "this is a lossless JPEG, which is not supported; convert the image to 8-bit baseline JPEG or PNG")]
    [InlineData(0xC5, 8, "this is a hierarchical JPEG, which is not supported; convert the image to 8-bit baseline JPEG or PNG")]
    [InlineData(0xC1, 12, "this is a 12-bit JPEG, which is not supported; convert the image to 8-bit baseline JPEG or PNG")]
    [InlineData(0xC2, 12, "this is a 12-bit JPEG, which is not supported; convert the image to 8-bit baseline JPEG or PNG")]
    [InlineData(0xF7, 8, "this is JPEG-LS, which is not supported; convert the image to JPEG or PNG")]
    public void Decode_OtherJpeg_IsRefusedByName(byte frame, byte precision, string reason)
    {
        byte[] jpeg = [.. OddImages.Get("jpeg baseline, subsampling 2").File];
        int at = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        jpeg[at + 1] = frame;
        jpeg[at + 4] = precision;
        Assert.Equal(reason, Refusal(jpeg));
    }

    [Fact]
    public void Decode_JpegWithTwoComponents_IsRefused()
    {
        byte[] jpeg = [.. OddImages.Get("jpeg baseline, subsampling 2").File];
        jpeg[jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 9] = 2;
        Assert.Equal("the JPEG has 2 components; expected 1 (grey), 3 (colour) or 4 (CMYK)", Refusal(jpeg));
    }

    [Theory]
    [InlineData("jpeg baseline, subsampling 0")]
    [InlineData("jpeg progressive")]
    [InlineData("jpeg grey")]
    [InlineData("jpeg cmyk with Adobe marker")]
    [InlineData("jpeg arithmetic")]
    [InlineData("jpeg restart markers")]
    public void Decode_JpegCutAnywhere_IsTruncatedOrWhole(string name)
    {
        byte[] whole = OddImages.Get(name).File;
        byte[] expected = ImageDecoder.Decode(whole, name, 3, 255).Data;
        int wholeDecodes = 0;
        for (int length = 3; length < whole.Length; length++)
        {
            foreach (byte[] cut in (byte[][])[whole[..length], [.. whole[..length], 0xFF, 0xD9]])
            {
                try
                {
                    byte[] pixels = ImageDecoder.Decode(cut, name, 3, 255).Data;
                    if (length >= whole.Length - 2)
                        Assert.Equal(expected, pixels);
                    wholeDecodes++;
                }
                catch (ImageDecodeException error)
                {
                    if (cut.Length == length)
                        Assert.Matches("truncated|damaged", error.Reason);
                    Assert.True(length < whole.Length - 2, $"refused although only the end marker lacks: {error.Reason}");
                }
            }
        }
        // Without its end marker it is whole, also when a bit or two of padding go with it. An end marker that somebody put behind
        // the cut hides the loss of the last bits, or of a scan that refines, from everyone who does not decode twice.
        Assert.True(wholeDecodes >= 2);
    }

    [Theory]
    [InlineData("jpeg baseline, subsampling 0")]
    [InlineData("jpeg progressive")]
    [InlineData("jpeg cmyk with Adobe marker")]
    public void Decode_JpegWithoutItsLastBytes_IsTruncated(string name)
    {
        byte[] whole = OddImages.Get(name).File;
        for (int lost = 2; lost < 60; lost++)
            Assert.Contains("truncated", Refusal(whole[..^(2 + lost)]), StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_JpegCutAndClosedByAMarker_IsTruncated()
    {
        byte[] whole = TestImages.Encode(TestImages.Noise(64, 64, 3), SkiaSharp.SKEncodedImageFormat.Jpeg, 90);
        for (int length = whole.Length / 4; length < whole.Length - 1500; length += 97)
            Assert.Equal("the JPEG is truncated: the file ends before the last row of pixels", Refusal([.. whole[..length], 0xFF, 0xD9]));
    }

    [Fact]
    public void Decode_ExtremeShapes_PassThroughEveryTransform()
    {
        Preprocessing input = new() { Height = 32, Width = 32, ResizeShortSide = 36 };
        EvaluationTransform evaluation = new(input);
        TrainingTransform training = new(input, new Augmentation());
        float[] values = new float[evaluation.Length];
        foreach ((int width, int height) in ((int, int)[])[(1, 1), (1, 20000), (20000, 1), (2, 65535), (65535, 2), (3, 1)])
        {
            ImagePixels image = new(width, height, 3, Enumerable.Repeat((byte)77, width * height * 3).ToArray());
            values.AsSpan().Fill(float.NaN);
            evaluation.Apply(image, values);
            Assert.All(values.Take(32 * 32), v => Assert.Equal(values[0], v));
            for (ulong seed = 0; seed < 20; seed++)
            {
                var random = new SampleRandom(seed, 0, 0);
                values.AsSpan().Fill(float.NaN);
                training.Apply(image, ref random, values);
                Assert.DoesNotContain(float.NaN, values);
            }
        }
    }

    static string Refusal(byte[] file) => Assert.Throws<ImageDecodeException>(() => ImageDecoder.Decode(file, "odd", 3, 255)).Reason;
}
