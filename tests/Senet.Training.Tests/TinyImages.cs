using SkiaSharp;

namespace Senet.Training.Tests;

/// <summary>Small labelled pictures that a network can tell apart: bright on the left or bright on the right, with noise.</summary>
static class TinyImages
{
    /// <summary>Writes <paramref name="perClass"/> PNG files of <paramref name="size"/> pixels for each of the classes left and right.</summary>
    public static void Write(string folder, int perClass, int size = 16, int seed = 1)
    {
        var random = new Random(seed);
        foreach (string name in new[] { "left", "right" })
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(path);
            for (int i = 0; i < perClass; i++)
            {
                using var bitmap = new SKBitmap(size, size);
                for (int y = 0; y < size; y++)
                {
                    for (int x = 0; x < size; x++)
                    {
                        bool bright = name == "left" ? x < size / 2 : x >= size / 2;
                        byte level = (byte)Math.Clamp((bright ? 150 : 70) + random.Next(-60, 60), 0, 255);
                        bitmap.SetPixel(x, y, new(level, (byte)(level / 2), (byte)(255 - level)));
                    }
                }
                using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
                File.WriteAllBytes(Path.Combine(path, FormattableString.Invariant($"{i:D3}.png")), data.ToArray());
            }
        }
    }
}
