using System.Runtime.InteropServices;
using Senet.Data;
using Senet.Weights;
using SkiaSharp;

namespace Senet.Cli;

/// <summary>Writes decoded images as PNG files.</summary>
static class PngFile
{
    public static void Write(string path, ImagePixels image)
    {
        bool grey = image.Channels == 1;
        using var bitmap = new SKBitmap(image.Width, image.Height, grey ? SKColorType.Gray8 : SKColorType.Rgba8888, SKAlphaType.Opaque);
        for (int row = 0; row < image.Height; row++)
            Marshal.Copy(grey ? image.Data[(row * image.Width)..((row + 1) * image.Width)] : Rgba(image, row), 0, bitmap.GetPixels() + row * bitmap.RowBytes, image.Width * (grey ? 1 : 4));
        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        AtomicFile.Write(path, png.SaveTo);
    }

    static byte[] Rgba(ImagePixels image, int row)
    {
        var result = new byte[image.Width * 4];
        for (int column = 0; column < image.Width; column++)
        {
            image.Data.AsSpan((row * image.Width + column) * 3, 3).CopyTo(result.AsSpan(column * 4));
            result[column * 4 + 3] = 255;
        }
        return result;
    }
}
