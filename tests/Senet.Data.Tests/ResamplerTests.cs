using Senet.Graph;

namespace Senet.Data.Tests;

public sealed class ResamplerTests
{
    static readonly Interpolation[] AllFilters = Enum.GetValues<Interpolation>();

    [Fact]
    public void Resize_EveryFilterAndSize_EqualsPillow()
    {
        PillowGolden golden = PillowGolden.Load();
        int rows = 0;
        List<string> differing = [];
        foreach (PillowGolden.GoldenImage image in golden.Images.Where(i => i.Resize is not null))
        {
            ImagePixels pixels = golden.Decode(image);
            foreach (PillowGolden.GoldenResize resize in image.Resize!)
            {
                ImagePixels from = resize.CropBox is [int left, int top, int right, int bottom] ? Crop(pixels, left, top, right, bottom) : pixels;
                ImagePixels to = Resampler.Resize(from, resize.Width, resize.Height, Enum.Parse<Interpolation>(resize.Filter, ignoreCase: true));
                if (PillowGolden.Hash(to) != resize.Sha256)
                    differing.Add($"{image.File} {resize}");
                rows++;
            }
        }
        Assert.Equal(900, rows);
        Assert.Empty(differing);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Resize_AnySize_MatchesScalarReference(int channels)
    {
        // Widths and heights around the vector lengths, shrinking and growing, with boxes.
        var random = new SampleRandom(7, 0, channels);
        foreach (Interpolation filter in AllFilters.Where(f => f != Interpolation.Nearest))
        {
            foreach (int size in (int[])[1, 2, 3, 5, 10, 11, 12, 21, 22, 43, 67])
            {
                ImagePixels source = TestImages.Noise(1 + random.NextInt(60), 1 + random.NextInt(60), channels, (ulong)size);
                int height = 1 + random.NextInt(50);
                float left = (float)(random.NextDouble() * 0.4 * source.Width), top = (float)(random.NextDouble() * 0.4 * source.Height);
                float right = source.Width - (random.NextBool() ? 0 : (float)(random.NextDouble() * 0.4 * source.Width)), bottom = source.Height;
                ImagePixels expected = Reference(source, size, height, filter, left, top, right, bottom);
                ImagePixels actual = Resampler.Resize(source, size, height, filter, left, top, right, bottom);
                Assert.Equal(expected.Data, actual.Data);
            }
        }
    }

    [Fact]
    public void Resize_GreyAndRgb_GiveTheSameValues()
    {
        ImagePixels grey = TestImages.Noise(61, 47, 1);
        byte[] tripled = new byte[grey.Data.Length * 3];
        for (int i = 0; i < tripled.Length; i++)
            tripled[i] = grey.Data[i / 3];
        ImagePixels rgb = new(61, 47, 3, tripled);
        foreach (Interpolation filter in AllFilters)
        {
            byte[] one = Resampler.Resize(grey, 23, 70, filter).Data, three = Resampler.Resize(rgb, 23, 70, filter).Data;
            for (int i = 0; i < three.Length; i++)
                Assert.Equal(one[i / 3], three[i]);
        }
    }

    [Fact]
    public void Resize_SameSize_IsACopy()
    {
        ImagePixels source = TestImages.Noise(13, 9, 3);
        foreach (Interpolation filter in AllFilters)
        {
            ImagePixels copy = Resampler.Resize(source, 13, 9, filter);
            Assert.NotSame(source.Data, copy.Data);
            Assert.Equal(source.Data, copy.Data);
        }
    }

    [Fact]
    public void Resize_Constant_StaysConstant()
    {
        ImagePixels source = new(50, 40, 3, [.. Enumerable.Repeat((byte)255, 50 * 40 * 3)]);
        foreach (Interpolation filter in AllFilters)
            Assert.All(Resampler.Resize(source, 7, 90, filter).Data, v => Assert.Equal(255, v));
    }

    [Fact]
    public void ResizeRegion_EqualsCropOfWhole()
    {
        ImagePixels source = TestImages.Noise(90, 70, 3);
        foreach (Interpolation filter in AllFilters)
        {
            ImagePixels whole = Resampler.Resize(source, 64, 55, filter);
            ImagePixels expected = Crop(whole, 11, 7, 11 + 40, 7 + 33);
            byte[] actual = new byte[40 * 33 * 3];
            Resampler.ResizeRegion(new ImageArea(source), 64, 55, filter, 11, 7, 40, 33, actual, 40 * 3);
            Assert.Equal(expected.Data, actual);
        }
    }

    [Fact]
    public void ResizeRegion_View_EqualsResizeOfCrop()
    {
        ImagePixels source = TestImages.Noise(90, 70, 3);
        ImagePixels crop = Crop(source, 20, 10, 90, 70); // touches the last row and column, where a vector load could overrun
        foreach (Interpolation filter in AllFilters)
        {
            byte[] actual = new byte[31 * 30 * 3];
            Resampler.ResizeRegion(new ImageArea(source, 20, 10, 70, 60), 31, 30, filter, 0, 0, 31, 30, actual, 31 * 3);
            Assert.Equal(Resampler.Resize(crop, 31, 30, filter).Data, actual);
        }
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, -1)]
    public void Resize_SizeBelowOne_IsRefused(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Resampler.Resize(TestImages.Noise(4, 4, 3), width, height, Interpolation.Box));

    [Fact]
    public void Resize_BoxOutside_NamesBoxAndImage()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Resampler.Resize(TestImages.Noise(4, 4, 3), 2, 2, Interpolation.Box, 0, 0.5f, 5, 4));
        Assert.StartsWith("the box (0, 0.5, 5, 4) is empty or exceeds the image of 4 x 4", error.Message, StringComparison.Ordinal);
    }

    internal static ImagePixels Crop(ImagePixels image, int left, int top, int right, int bottom)
    {
        int width = right - left, height = bottom - top, stride = width * image.Channels;
        byte[] data = new byte[stride * height];
        for (int y = 0; y < height; y++)
            image.Data.AsSpan(((top + y) * image.Width + left) * image.Channels, stride).CopyTo(data.AsSpan(y * stride));
        return new ImagePixels(width, height, image.Channels, data);
    }

    /// <summary>Both passes over the whole image, one value at a time.</summary>
    static ImagePixels Reference(ImagePixels source, int width, int height, Interpolation filter, float left, float top, float right, float bottom)
    {
        ResampleWeights columns = ResampleWeights.Create(source.Width, left, right, width, 0, width, filter);
        ResampleWeights rows = ResampleWeights.Create(source.Height, top, bottom, height, 0, height, filter);
        int channels = source.Channels;
        byte[] between = new byte[width * source.Height * channels], result = new byte[width * height * channels];
        for (int i = 0; i < between.Length; i++)
        {
            int c = i % channels, x = i / channels % width, y = i / channels / width;
            between[i] = Sum(columns, x, k => source.Data[(y * source.Width + k) * channels + c]);
        }
        for (int i = 0; i < result.Length; i++)
        {
            int inRow = i % (width * channels);
            result[i] = Sum(rows, i / (width * channels), k => between[k * width * channels + inRow]);
        }
        return new ImagePixels(width, height, channels, result);
    }

    static byte Sum(ResampleWeights weights, int index, Func<int, byte> source)
    {
        long sum = 1 << 21;
        for (int j = 0; j < weights.Count[index]; j++)
            sum += (long)source(weights.Start[index] + j) * weights.Values[index * weights.Stride + j];
        return (byte)Math.Clamp(sum >> 22, 0, 255);
    }
}
