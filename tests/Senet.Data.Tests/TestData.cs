using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace Senet.Data.Tests;

/// <summary>Small data sets written to a temporary folder.</summary>
static class TestData
{
    /// <summary>Writes a little picture; the extension says the format.</summary>
    public static void Image(string path, int width = 4, int height = 3, byte shade = 100)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using SKBitmap bitmap = new(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        bitmap.Erase(new SKColor(shade, (byte)(shade / 2), (byte)(255 - shade)));
        Write(path, bitmap);
    }

    /// <summary>Writes noise: many colours and no background, as a photo has.</summary>
    public static void Photo(string path, int seed, int width = 64, int height = 48)
    {
        Random random = new(seed);
        using SKBitmap bitmap = new(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                bitmap.SetPixel(x, y, new SKColor((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)));
        }
        Write(path, bitmap);
    }

    static void Write(string path, SKBitmap bitmap)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SKEncodedImageFormat format = path.EndsWith(".png", StringComparison.OrdinalIgnoreCase) ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg;
        using SKData data = bitmap.Encode(format, 90);
        File.WriteAllBytes(path, data.ToArray());
    }

    /// <summary>Class folders of <paramref name="perClass"/> images each.</summary>
    public static void Tree(string folder, int perClass, params string[] classes)
    {
        foreach (string name in classes)
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
            for (int i = 0; i < perClass; i++)
                Image(Path.Combine(folder, name, $"{i:00}.png"));
        }
    }

    public static byte[] Idx(byte[] magic, int[] shape, byte[] values)
    {
        byte[] bytes = new byte[4 + 4 * shape.Length + values.Length];
        magic.CopyTo(bytes, 0);
        for (int i = 0; i < shape.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + 4 * i), shape[i]);
        values.CopyTo(bytes, 4 + 4 * shape.Length);
        return bytes;
    }

    /// <summary>An IDX images file of 2 x 3 pixels whose values count up, and its labels file.</summary>
    public static (byte[] Images, byte[] Labels) IdxPair(params byte[] labels)
    {
        byte[] pixels = [.. Enumerable.Range(0, labels.Length * 6).Select(i => (byte)i)];
        return (Idx([0, 0, 8, 3], [labels.Length, 2, 3], pixels), Idx([0, 0, 8, 1], [labels.Length], labels));
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionMode.Compress))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    /// <summary>CIFAR records: red is the label, green 2 x label, blue counts up from pixel to pixel.</summary>
    public static byte[] Cifar(int labelBytes, params byte[] labels)
    {
        List<byte> bytes = [];
        foreach (byte label in labels)
        {
            if (labelBytes == 2)
                bytes.Add(0);
            bytes.Add(label);
            bytes.AddRange(Enumerable.Repeat(label, 1024));
            bytes.AddRange(Enumerable.Repeat((byte)(2 * label), 1024));
            bytes.AddRange(Enumerable.Range(0, 1024).Select(i => (byte)i));
        }
        return [.. bytes];
    }

    /// <summary>The message of the error that <paramref name="action"/> must throw: one line.</summary>
    public static string Error(Action action)
    {
        string message = Assert.Throws<Senet.Graph.SenetException>(action).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
