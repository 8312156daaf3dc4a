using System.Runtime.Intrinsics;
using Senet.Data;
using Senet.Graph;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using SkiaSharp;

namespace Senet.Benchmarks.Images;

/// <summary>The same pipelines on what SkiaSharp and ImageSharp offer themselves: neither has Pillow's pixels.</summary>
static class OtherLibraries
{
    const int Short = 256, Side = 224;

    static readonly Preprocessing preprocessing = new();

    public static void SkiaDecode(string path)
    {
        using SKCodec codec = SKCodec.Create(path);
        using var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        codec.GetPixels(bitmap.Info, bitmap.GetPixels());
    }

    /// <summary>The whole image out of SkiaSharp's decoder, for Senet's own transforms: what a design without a JPEG decoder of its own does.</summary>
    public static ImagePixels SkiaPixels(string path)
    {
        using SKBitmap bitmap = Decode(path);
        ReadOnlySpan<byte> rgba = bitmap.GetPixelSpan();
        byte[] rgb = GC.AllocateUninitializedArray<byte>(bitmap.Width * bitmap.Height * 3);
        int i = 0, o = 0;
        Vector128<byte> pick = Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 255, 255, 255, 255);
        for (; o + 16 <= rgb.Length; i += 16, o += 12)
            Vector128.Shuffle(Vector128.Create(rgba.Slice(i, 16)), pick).CopyTo(rgb, o);
        for (; i < rgba.Length; i += 4, o += 3)
            rgba.Slice(i, 3).CopyTo(rgb.AsSpan(o));
        return new ImagePixels(bitmap.Width, bitmap.Height, 3, rgb);
    }

    public static void SkiaEvaluation(string path, float[] chw)
    {
        using SKBitmap bitmap = Decode(path);
        double scale = (double)Short / Math.Min(bitmap.Width, bitmap.Height);
        using SKBitmap resized = bitmap.Resize(new SKSizeI((int)(bitmap.Width * scale), (int)(bitmap.Height * scale)), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        Normalise(resized, (resized.Width - Side) / 2, (resized.Height - Side) / 2, chw);
    }

    public static void SkiaTraining(string path, Random random, float[] chw)
    {
        using SKBitmap bitmap = Decode(path);
        (int x, int y, int width, int height) = RandomCrop(bitmap.Width, bitmap.Height, random);
        using var crop = new SKBitmap();
        bitmap.ExtractSubset(crop, SKRectI.Create(x, y, width, height));
        using SKBitmap resized = crop.Resize(new SKSizeI(Side, Side), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        Normalise(resized, 0, 0, chw); // mirroring would be a matter of the order of writing
    }

    public static void ImageSharpDecode(string path) => SixLabors.ImageSharp.Image.Load<Rgb24>(path).Dispose();

    public static void ImageSharpEvaluation(string path, float[] chw)
    {
        using var image = SixLabors.ImageSharp.Image.Load<Rgb24>(path);
        double scale = (double)Short / Math.Min(image.Width, image.Height);
        int width = (int)(image.Width * scale), height = (int)(image.Height * scale);
        image.Mutate(context => context.Resize(width, height, KnownResamplers.Triangle)
            .Crop(new SixLabors.ImageSharp.Rectangle((width - Side) / 2, (height - Side) / 2, Side, Side)));
        Normalise(image, chw);
    }

    public static void ImageSharpTraining(string path, Random random, float[] chw)
    {
        using var image = SixLabors.ImageSharp.Image.Load<Rgb24>(path);
        (int x, int y, int width, int height) = RandomCrop(image.Width, image.Height, random);
        image.Mutate(context => context.Crop(new SixLabors.ImageSharp.Rectangle(x, y, width, height)).Resize(Side, Side, KnownResamplers.Triangle));
        Normalise(image, chw);
    }

    static SKBitmap Decode(string path)
    {
        using SKCodec codec = SKCodec.Create(path);
        var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        return bitmap;
    }

    static (int X, int Y, int Width, int Height) RandomCrop(int imageWidth, int imageHeight, Random random)
    {
        while (true)
        {
            double area = imageWidth * imageHeight * (0.08 + 0.92 * random.NextDouble()), ratio = Math.Exp((2 * random.NextDouble() - 1) * Math.Log(4 / 3.0));
            int width = (int)Math.Round(Math.Sqrt(area * ratio)), height = (int)Math.Round(Math.Sqrt(area / ratio));
            if (width <= imageWidth && height <= imageHeight)
                return (random.Next(imageWidth - width + 1), random.Next(imageHeight - height + 1), width, height);
        }
    }

    static void Normalise(SKBitmap bitmap, int left, int top, float[] chw)
    {
        ReadOnlySpan<byte> rgba = bitmap.GetPixelSpan();
        for (int y = 0, o = 0; y < Side; y++)
        {
            ReadOnlySpan<byte> row = rgba.Slice((top + y) * bitmap.RowBytes + left * 4, Side * 4);
            for (int x = 0; x < Side; x++, o++)
                Write(row[4 * x], row[4 * x + 1], row[4 * x + 2], o, chw);
        }
    }

    static void Normalise(SixLabors.ImageSharp.Image<Rgb24> image, float[] chw) => image.ProcessPixelRows(rows =>
    {
        for (int y = 0, o = 0; y < Side; y++)
        {
            foreach (Rgb24 pixel in rows.GetRowSpan(y))
                Write(pixel.R, pixel.G, pixel.B, o++, chw);
        }
    });

    static void Write(byte r, byte g, byte b, int at, float[] chw)
    {
        float[] mean = preprocessing.Mean, std = preprocessing.Std;
        chw[at] = (r / 255f - mean[0]) / std[0];
        chw[at + Side * Side] = (g / 255f - mean[1]) / std[1];
        chw[at + 2 * Side * Side] = (b / 255f - mean[2]) / std[2];
    }
}
