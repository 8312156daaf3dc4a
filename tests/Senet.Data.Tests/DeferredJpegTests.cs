using Senet.Graph;
using Senet.Tests;
using SkiaSharp;

namespace Senet.Data.Tests;

public sealed class DeferredJpegTests
{
    static readonly Preprocessing Small = new() { Height = 32, Width = 32, ResizeShortSide = 37 };

    [Fact]
    public void Transforms_OfAFile_EqualThoseOfItsPixels()
    {
        using TempFolder folder = new();
        ImagePixels noise = TestImages.Noise(90, 71, 3);
        string[] paths = [folder["a.jpg"], folder["b.png"], folder["turned.jpg"], folder["grey.jpg"]];
        byte[] jpeg = TestImages.Encode(noise, SKEncodedImageFormat.Jpeg, 90);
        File.WriteAllBytes(paths[0], jpeg);
        File.WriteAllBytes(paths[1], TestImages.Encode(noise, SKEncodedImageFormat.Png));
        File.WriteAllBytes(paths[2], TestImages.WithExifOrientation(jpeg, 6));
        File.WriteAllBytes(paths[3], TestImages.EncodeGreyJpeg(TestImages.Noise(90, 71, 1)));
        foreach (Interpolation filter in Enum.GetValues<Interpolation>())
        {
            Preprocessing preprocessing = Small with { Interpolation = filter };
            foreach (CropMode crop in Enum.GetValues<CropMode>())
            {
                TrainingTransform training = new(preprocessing, new() { Crop = crop, Interpolation = filter });
                foreach (string path in paths)
                {
                    ImagePixels whole = ImageDecoder.DecodeFile(path, 3, 255), part = ImageDecoder.OpenFile(path, 3, 255, applyOrientation: true, fast: false);
                    SampleRandom first = new(1, 2, 3), second = first;
                    Assert.Equal(training.ApplyPixels(whole, ref first).Data, training.ApplyPixels(part, ref second).Data);
                    Assert.Equal(whole.Data, part.Data); // asked for as a whole, it is decoded as a whole
                    part.Release();
                }
            }
            EvaluationTransform evaluation = new(preprocessing);
            float[] expected = new float[evaluation.Length], actual = new float[evaluation.Length];
            evaluation.Apply(ImageDecoder.DecodeFile(paths[0], 3, 255), expected);
            evaluation.ApplyFile(paths[0], actual);
            Assert.Equal(expected, actual);
            evaluation.ApplyEncoded(jpeg, "a.jpg", actual);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void ApplyFile_Truncated_IsAnErrorWhereverTheFileEnds()
    {
        using TempFolder folder = new();
        byte[] jpeg = TestImages.Encode(TestImages.Noise(300, 200, 3), SKEncodedImageFormat.Jpeg, 90);
        EvaluationTransform evaluation = new(Small);
        float[] chw = new float[evaluation.Length];
        foreach (int missing in (int[])[30, 300, 3000, jpeg.Length / 2])
        {
            string path = folder["cut.jpg"];
            File.WriteAllBytes(path, jpeg[..^missing]);
            Assert.StartsWith("the JPEG is truncated", Assert.Throws<ImageDecodeException>(() => evaluation.ApplyFile(path, chw)).Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Apply_Fast_TakesTheSmallestSizeThatStillCoversTheInput()
    {
        Assert.SkipUnless(Jpeg.JpegDecoder.IsSupported, "this processor lacks SSE4.1");
        using TempFolder folder = new();
        string path = folder["a.jpg"];
        // A smooth picture: its halves look alike however they are made.
        byte[] rgb = new byte[400 * 300 * 3];
        for (int i = 0; i < 400 * 300; i++)
            (rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]) = ((byte)(i % 400 * 255 / 400), (byte)(i / 400 * 255 / 300), 90);
        File.WriteAllBytes(path, TestImages.Encode(new ImagePixels(400, 300, 3, rgb), SKEncodedImageFormat.Jpeg, 95));
        ImagePixels whole = ImageDecoder.DecodeFile(path, 3, 255);
        foreach ((int side, int shrink) in ((int, int)[])[(32, 3), (37, 3), (38, 2), (75, 2), (100, 1), (150, 1), (151, 0)])
        {
            ImagePixels fast = ImageDecoder.OpenFile(path, 3, 255, applyOrientation: true, fast: true);
            ImageArea area = new ImageArea(fast).Shrink(side, side, out var box);
            Assert.Equal(((400 + (1 << shrink) - 1) >> shrink, 400f / (1 << shrink)), (area.Width, box.Right));
            byte[] actual = new byte[side * side * 3], expected = new byte[side * side * 3];
            Resampler.ResizeRegion(new ImageArea(fast), side, side, Interpolation.Bilinear, 0, 0, side, side, actual, side * 3);
            Resampler.ResizeRegion(new ImageArea(whole), side, side, Interpolation.Bilinear, 0, 0, side, side, expected, side * 3);
            Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second - pair.First, -6, 6));
            Assert.Equal(shrink == 0, expected.AsSpan().SequenceEqual(actual));
            fast.Release();
        }
    }

    [Fact]
    public void Loader_PerImage_AllocatesUnderAKilobyte()
    {
        Assert.SkipUnless(Jpeg.JpegDecoder.IsSupported, "this processor lacks SSE4.1");
        using TempFolder folder = new();
        for (int i = 0; i < 64; i++)
        {
            string path = folder[$"{i % 2}/{i}.jpg"];
            File.WriteAllBytes(path, TestImages.Encode(TestImages.Noise(300 + i, 260, 3), SKEncodedImageFormat.Jpeg, 80));
        }
        FolderSource source = FolderSource.Open(folder.Path);
        TrainingTransform training = new(new Preprocessing(), new());
        EvaluationTransform evaluation = new(new Preprocessing());
        float[] chw = new float[evaluation.Length];
        foreach (Action<int> load in (Action<int>[])[Train, i => evaluation.ApplyFile(source.Describe(i), chw)])
        {
            Pass(load);
            Pass(load);
            // Other tests may hold what the pool has: one pass of several must do without a new buffer.
            long least = long.MaxValue;
            for (int pass = 0; pass < 5; pass++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                Pass(load);
                least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / source.Count);
            }
            Assert.InRange(least, 0, 1024);
        }

        void Pass(Action<int> load)
        {
            for (int i = 0; i < source.Count; i++)
                load(i);
        }

        void Train(int index)
        {
            ImagePixels image = source.Open(index, 3, 255, fast: true);
            SampleRandom random = new(1, 0, index);
            training.Apply(image, ref random, chw);
            image.Release();
        }
    }
}
