using System.Text.Json;
using Senet.Graph;
using Senet.Tests;
using SkiaSharp;

namespace Senet.Data.Tests;

public sealed class TransformTests
{
    [Fact]
    public void Apply_BgrOn255_SwapsTheChannelsAndKeepsTheScale()
    {
        var preprocessing = new Preprocessing { Height = 2, Width = 1, ResizeShortSide = 1, Bgr = true, PixelMaximum = 255, Mean = [104, 117, 123], Std = [1, 1, 1] };
        var image = new ImagePixels(1, 2, 3, [10, 20, 30, 250, 0, 128]);
        var random = new SampleRandom(1, 0, 0);
        float[] chw = new float[6];
        new EvaluationTransform(preprocessing).Apply(image, ref random, chw);
        // Blue, green, red; each minus the mean of its plane, to the bit.
        Assert.Equal([30 - 104f, 128 - 104f, 20 - 117f, 0 - 117f, 10 - 123f, 250 - 123f], chw);
    }

    public static TheoryData<bool, float, float[], float[]> Normalisations => new()
    {
        { false, 1, [0.485f, 0.456f, 0.406f], [0.229f, 0.224f, 0.225f] },
        { true, 1, [0.406f, 0.456f, 0.485f], [0.225f, 0.224f, 0.229f] },
        { false, 1, [0.485f, 0.456f, 0.406f], [1, 1, 1] }, // the mean alone
        { true, 255, [104, 117, 123], [1, 1, 1] }, // Caffe
        { false, 255, [123.675f, 116.28f, 103.53f], [58.395f, 57.12f, 57.375f] }, // MMPretrain
        { false, 255, [0, 0, 0], [1, 1, 1] }, // the pixels themselves
        { true, 1, [0.5f, 0.5f, 0.5f], [0.5f, 0.5f, 0.5f] },
    };

    [Theory]
    [MemberData(nameof(Normalisations))]
    public void Apply_EveryNormalisation_IsItsArithmeticInFloat32(bool bgr, float maximum, float[] mean, float[] std)
    {
        var preprocessing = new Preprocessing { Height = 9, Width = 11, ResizeShortSide = 9, Bgr = bgr, PixelMaximum = maximum, Mean = mean, Std = std };
        ImagePixels image = TestImages.Noise(11, 9, 3);
        var transform = new EvaluationTransform(preprocessing);
        float[] chw = new float[transform.Length];
        transform.Apply(image, chw);
        for (int i = 0; i < chw.Length; i++)
        {
            int plane = i / 99, channel = bgr ? 2 - plane : plane;
            float value = image.Data[i % 99 * 3 + channel];
            if (maximum == 1)
                value /= 255f;
            value -= mean[plane];
            value /= std[plane];
            Assert.Equal(value, chw[i]);
        }
    }

    [Fact]
    public void ApplyFileAndApplyEncoded_GiveWhatDecodingThenApplyingGives()
    {
        var transform = new EvaluationTransform(new() { Height = 20, Width = 24, ResizeShortSide = 26, Background = 7 });
        byte[] png = TestImages.Encode(40, 30, [.. Enumerable.Range(0, 40 * 30 * 4).Select(i => (byte)(i * 37))], SKEncodedImageFormat.Png);
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["image.png"], png);
        float[][] results = [.. Enumerable.Range(0, 4).Select(_ => new float[transform.Length])];
        var random = new SampleRandom(1, 2, 3);
        ImagePixels pixels = ImageDecoder.Decode(png, "image", channels: 3, background: 7);
        transform.Apply(pixels, ref random, results[0]);
        transform.Apply(pixels, results[1]);
        transform.ApplyEncoded(png, "image", results[2]);
        transform.WarmUp();
        transform.ApplyFile(folder["image.png"], results[3]);

        Assert.Equal(3 * 20 * 24, transform.Length);
        Assert.All(results, result => Assert.Equal(results[0], result));
        Assert.Throws<ArgumentException>("chw", () => transform.ApplyFile(folder["image.png"], new float[5]));
        Assert.Contains("x: the file is empty", Assert.Throws<ImageDecodeException>(() => transform.ApplyEncoded([], "x", new float[transform.Length])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WarmUp_GreyAndOnePixel_Works()
    {
        new EvaluationTransform(new() { Channels = 1, Mean = [0.5f], Std = [0.5f] }).WarmUp();
        new EvaluationTransform(new() { Height = 1, Width = 1, ResizeShortSide = 1 }).WarmUp();
    }

    [Fact]
    public void Transform_PixelMaximumOtherThan1Or255_Throws() =>
        Assert.Throws<ArgumentException>(() => new EvaluationTransform(new Preprocessing { PixelMaximum = 2 }));

    [Theory]
    [InlineData(Interpolation.Bilinear)]
    [InlineData(Interpolation.Bicubic)]
    public void Evaluation_ImageNetSamples_EqualTorchvisionOnPillow(Interpolation filter)
    {
        PillowGolden golden = PillowGolden.Load();
        EvaluationTransform transform = new(new Preprocessing { Interpolation = filter });
        var random = new SampleRandom(0, 0, 0);
        List<string> differing = [];
        foreach (PillowGolden.GoldenImage image in golden.Images)
        {
            string hash = PillowGolden.Hash(transform.ApplyPixels(golden.Decode(image), ref random));
            if (hash != (filter == Interpolation.Bilinear ? image.Bilinear : image.Bicubic))
                differing.Add(image.File);
        }
        Assert.Empty(differing);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Apply_NormalisesInFloat32AsTorchvision(int channels)
    {
        Preprocessing preprocessing = Small(channels);
        EvaluationTransform transform = new(preprocessing);
        ImagePixels image = TestImages.Noise(32, 32, channels);
        var random = new SampleRandom(0, 0, 0);
        float[] chw = new float[channels * 32 * 32];
        transform.Apply(image, ref random, chw);
        for (int i = 0; i < chw.Length; i++)
        {
            int c = i / 1024;
            float value = image.Data[i % 1024 * channels + c];
            value /= 255f;
            value -= preprocessing.Mean[c];
            value /= preprocessing.Std[c];
            Assert.Equal(value, chw[i]);
        }
    }

    [Theory]
    [InlineData(100, 80, 64, 96, 96)]
    [InlineData(80, 100, 64, 96, 96)]
    [InlineData(50, 50, 33, 32, 32)] // an odd margin: round half to even
    [InlineData(50, 50, 35, 32, 32)]
    [InlineData(30, 90, 20, 25, 15)]
    public void Evaluation_AnyShape_EqualsResizePadCropInThreeSteps(int width, int height, int shortSide, int cropHeight, int cropWidth)
    {
        ImagePixels image = TestImages.Noise(width, height, 3);
        int resizedWidth = width <= height ? shortSide : (int)(shortSide * (double)width / height);
        int resizedHeight = width <= height ? (int)(shortSide * (double)height / width) : shortSide;
        ImagePixels step = Resampler.Resize(image, resizedWidth, resizedHeight, Interpolation.Bilinear);
        int padX = Math.Max(0, cropWidth - step.Width), padY = Math.Max(0, cropHeight - step.Height);
        step = Pad(step, padX / 2, padY / 2, (padX + 1) / 2, (padY + 1) / 2);
        int left = (int)Math.Round((step.Width - cropWidth) / 2.0), top = (int)Math.Round((step.Height - cropHeight) / 2.0);
        ImagePixels expected = ResamplerTests.Crop(step, left, top, left + cropWidth, top + cropHeight);

        EvaluationTransform transform = new(new Preprocessing { Height = cropHeight, Width = cropWidth, ResizeShortSide = shortSide });
        var random = new SampleRandom(0, 0, 0);
        ImagePixels actual = transform.ApplyPixels(image, ref random);
        Assert.Equal((cropWidth, cropHeight), (actual.Width, actual.Height));
        Assert.Equal(expected.Data, actual.Data);
    }

    [Fact]
    public void Evaluation_ExtremeAspect_TakesNoMoreMemoryThanTheCrop()
    {
        // Resized whole this would be 256 x 2,560,000.
        EvaluationTransform transform = new(new Preprocessing());
        var random = new SampleRandom(0, 0, 0);
        Assert.Equal(224, transform.ApplyPixels(new ImagePixels(1, 10_000, 3, new byte[30_000]), ref random).Height);
    }

    [Fact]
    public void RandomResizedCrop_Statistics_AreTorchvisions()
    {
        Augmentation augmentation = new();
        const int Draws = 20_000, Width = 500, Height = 375;
        double scale = 0, scaleSquares = 0, logRatio = 0;
        for (int i = 0; i < Draws; i++)
        {
            var random = new SampleRandom(11, 0, i);
            (int x, int y, int w, int h) = TrainingTransform.RandomResizedCrop(Width, Height, augmentation, ref random);
            Assert.True(x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= Width && y + h <= Height);
            double share = (double)w * h / (Width * Height), log = Math.Log((double)w / h);
            // Rounding to whole pixels moves both a little.
            Assert.InRange(share, 0.079, 1.0);
            Assert.InRange(log, Math.Log(3 / 4.0) - 0.02, Math.Log(4 / 3.0) + 0.02);
            scale += share;
            scaleSquares += share * share;
            logRatio += log;
        }
        scale /= Draws;
        // The mean is below (0.08 + 1) / 2, because large areas of the wrong shape do not fit and are drawn again. Python's
        // get_params, 400,000 draws on 500 x 375: mean 0.4327, deviation 0.2165, mean log ratio 0.0307. Five standard errors.
        Assert.InRange(scale, 0.4327 - 0.0077, 0.4327 + 0.0077);
        Assert.InRange(Math.Sqrt(scaleSquares / Draws - scale * scale), 0.2165 - 0.006, 0.2165 + 0.006);
        Assert.InRange(logRatio / Draws, 0.0307 - 0.006, 0.0307 + 0.006);
    }

    [Theory]
    [InlineData(1000, 10, 493, 0, 13, 10)] // wider than 4/3: round(10 * 4/3) columns from the centre
    [InlineData(10, 1000, 0, 493, 10, 13)] // taller than 3/4: round(10 / 0.75) rows from the centre
    public void RandomResizedCrop_NothingFits_FallsBackToTheCentre(int width, int height, int x, int y, int w, int h)
    {
        Augmentation augmentation = new() { ScaleMin = 0.9, ScaleMax = 1 };
        var random = new SampleRandom(0, 0, 0);
        Assert.Equal((x, y, w, h), TrainingTransform.RandomResizedCrop(width, height, augmentation, ref random));
    }

    [Fact]
    public void RandomResized_IsResizeOfTheCutOutCropThenFlip()
    {
        Augmentation augmentation = new() { Interpolation = Interpolation.Bicubic };
        TrainingTransform transform = new(Small(3), augmentation);
        ImagePixels image = TestImages.Noise(90, 70, 3);
        int flips = 0;
        for (int i = 0; i < 40; i++)
        {
            var random = new SampleRandom(1, 2, i);
            ImagePixels actual = transform.ApplyPixels(image, ref random);
            random = new SampleRandom(1, 2, i);
            (int x, int y, int w, int h) = TrainingTransform.RandomResizedCrop(90, 70, augmentation, ref random);
            ImagePixels expected = Resampler.Resize(ResamplerTests.Crop(image, x, y, x + w, y + h), 32, 32, Interpolation.Bicubic);
            if (random.NextBool())
            {
                expected = Mirror(expected);
                flips++;
            }
            Assert.Equal(expected.Data, actual.Data);
        }
        Assert.InRange(flips, 8, 32);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(3, 4)]
    [InlineData(3, 0)]
    [InlineData(3, 40)]
    public void PadAndCrop_EveryResultIsAWindowOfThePaddedImage(int channels, int padding)
    {
        TrainingTransform transform = new(Small(channels), new Augmentation { Crop = CropMode.PadAndCrop, Padding = padding });
        ImagePixels image = TestImages.Noise(32, 32, channels);
        ImagePixels padded = Pad(image, padding, padding, padding, padding);
        HashSet<string> windows = [];
        for (int y = 0; y <= 2 * padding; y++)
        {
            for (int x = 0; x <= 2 * padding; x++)
            {
                ImagePixels window = ResamplerTests.Crop(padded, x, y, x + 32, y + 32);
                windows.Add(PillowGolden.Hash(window));
                windows.Add(PillowGolden.Hash(Mirror(window)));
            }
        }
        HashSet<string> seen = [];
        for (int i = 0; i < 2000; i++)
        {
            var random = new SampleRandom(3, 0, i);
            string hash = PillowGolden.Hash(transform.ApplyPixels(image, ref random));
            Assert.Contains(hash, windows);
            seen.Add(hash);
        }
        if (padding == 4)
            Assert.Equal(windows.Count, seen.Count); // 162 windows, 2000 draws: all turn up
    }

    [Fact]
    public void PadAndCrop_OtherSize_StartsFromTheEvaluationCrop()
    {
        Augmentation augmentation = new() { Crop = CropMode.PadAndCrop, Padding = 0, Flip = false };
        ImagePixels image = TestImages.Noise(60, 45, 3);
        var random = new SampleRandom(3, 0, 0);
        byte[] expected = new EvaluationTransform(Small(3)).ApplyPixels(image, ref random).Data;
        Assert.Equal(expected, new TrainingTransform(Small(3), augmentation).ApplyPixels(image, ref random).Data);
        Assert.Equal(expected, new TrainingTransform(Small(3), augmentation with { Crop = CropMode.None }).ApplyPixels(image, ref random).Data);
    }

    [Fact]
    public void Apply_WrongChannelsOrLength_SaysWhatIsNeeded()
    {
        EvaluationTransform transform = new(Small(3));
        var random = new SampleRandom(0, 0, 0);
        ArgumentException channels = Assert.Throws<ArgumentException>(() => Apply(TestImages.Noise(4, 4, 1), new float[3072]));
        Assert.StartsWith("the image has 1 channels and the transform takes 3", channels.Message, StringComparison.Ordinal);
        ArgumentException length = Assert.Throws<ArgumentException>(() => Apply(TestImages.Noise(4, 4, 3), new float[10]));
        Assert.StartsWith("3 x 32 x 32 = 3072 floats are needed, not 10", length.Message, StringComparison.Ordinal);

        void Apply(ImagePixels image, float[] chw) => transform.Apply(image, ref random, chw);
    }

    [Fact]
    public void Constructor_BadSettings_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new EvaluationTransform(new Preprocessing { Channels = 1 }));
        Assert.Throws<ArgumentException>(() => new TrainingTransform(Small(3), new Augmentation { ScaleMin = 0 }));
        Assert.Throws<ArgumentException>(() => new TrainingTransform(Small(3), new Augmentation { RatioMin = 2, RatioMax = 1 }));
        Assert.Throws<ArgumentException>(() => new TrainingTransform(Small(3), new Augmentation { Padding = -1 }));
    }

    [Fact]
    public void Augmentation_Json_RoundTrips()
    {
        Augmentation augmentation = new() { Crop = CropMode.PadAndCrop, Padding = 2, Flip = false, ScaleMin = 0.25 };
        Assert.Equal(augmentation, JsonSerializer.Deserialize<Augmentation>(JsonSerializer.Serialize(augmentation)));
    }

    static Preprocessing Small(int channels) => new()
    {
        Channels = channels,
        Height = 32,
        Width = 32,
        ResizeShortSide = 32,
        Mean = channels == 3 ? [0.4914f, 0.4822f, 0.4465f] : [0.1307f],
        Std = channels == 3 ? [0.247f, 0.2435f, 0.2616f] : [0.3081f],
    };

    static ImagePixels Pad(ImagePixels image, int left, int top, int right, int bottom)
    {
        int width = image.Width + left + right, height = image.Height + top + bottom, channels = image.Channels;
        byte[] data = new byte[width * height * channels];
        for (int y = 0; y < image.Height; y++)
            image.Data.AsSpan(y * image.Width * channels, image.Width * channels).CopyTo(data.AsSpan(((y + top) * width + left) * channels));
        return new ImagePixels(width, height, channels, data);
    }

    static ImagePixels Mirror(ImagePixels image)
    {
        byte[] data = new byte[image.Data.Length];
        for (int i = 0; i < data.Length; i++)
        {
            int c = i % image.Channels, x = i / image.Channels % image.Width, y = i / image.Channels / image.Width;
            data[i] = image.Data[(y * image.Width + image.Width - 1 - x) * image.Channels + c];
        }
        return new ImagePixels(image.Width, image.Height, image.Channels, data);
    }
}
