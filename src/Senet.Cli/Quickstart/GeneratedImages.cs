using System.Buffers.Binary;
using System.IO.Compression;
using Senet.Data;
using Senet.Weights;

namespace Senet.Cli.Quickstart;

/// <summary>
/// An image set for a machine without data and network: ten kinds of grey shapes of 28 x 28 pixels with random place, size,
/// turn, contrast and noise, in MNIST's files. The same on every machine: arithmetic that IEEE 754 fixes, no library's
/// sine, no system's random numbers.
/// </summary>
static class GeneratedImages
{
    const int Size = 28;

    // Edges are smoothed by taking this many samples a side in every pixel.
    const int Samples = 3;

    /// <summary>What the classes 0 to 9 show.</summary>
    public static IReadOnlyList<string> Classes { get; } =
        ["disc", "ring", "square", "frame", "triangle", "plus", "bar", "stripes", "checks", "two discs"];

    /// <summary>Writes the four files into <paramref name="folder"/>, which is created.</summary>
    public static void Write(string folder, int trainImages, int testImages)
    {
        Directory.CreateDirectory(folder);
        WritePart(folder, "train", trainImages, seed: 1);
        WritePart(folder, "t10k", testImages, seed: 2);
    }

    /// <summary>The pixels of image <paramref name="index"/> of a part; its class is index modulo 10.</summary>
    internal static byte[] Draw(ulong seed, int index)
    {
        var random = new SampleRandom(seed, 0, index);
        double scale = 6 + 5 * random.NextDouble();
        double x = Size / 2.0 + 6 * (random.NextDouble() - 0.5);
        double y = Size / 2.0 + 6 * (random.NextDouble() - 0.5);
        (double cos, double sin) = Direction(ref random);
        double paper = 60 * random.NextDouble();
        double ink = 120 + 135 * random.NextDouble();
        double noise = 30 + 70 * random.NextDouble();
        var pixels = new byte[Size * Size];
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Size; column++)
            {
                int inside = 0;
                for (int sample = 0; sample < Samples * Samples; sample++)
                {
                    double dx = (column + (sample % Samples + 0.5) / Samples - x) / scale;
                    double dy = (row + (sample / Samples + 0.5) / Samples - y) / scale;
                    if (Covers(index % Classes.Count, cos * dx + sin * dy, cos * dy - sin * dx))
                        inside++;
                }
                double value = paper + (ink - paper) * inside / (Samples * Samples) + noise * (random.NextDouble() - 0.5);
                pixels[row * Size + column] = (byte)Math.Clamp(value, 0, 255);
            }
        }
        return pixels;
    }

    /// <summary>Whether a shape of radius about 1 covers a point.</summary>
    static bool Covers(int shape, double x, double y)
    {
        double radius = x * x + y * y;
        double far = Math.Max(Math.Abs(x), Math.Abs(y));
        double near = Math.Min(Math.Abs(x), Math.Abs(y));
        return shape switch
        {
            0 => radius < 1,
            1 => radius is < 1 and > 0.36,
            2 => far < 0.9,
            3 => far is < 0.9 and > 0.55,
            4 => y > -0.6 && y < 1.1 - 1.8 * Math.Abs(x),
            5 => far < 1.1 && near < 0.25,
            6 => Math.Abs(x) < 1.2 && Math.Abs(y) < 0.3,
            7 => far < 1 && Math.Abs(y) is < 0.2 or > 0.6,
            8 => far < 1 && x * y > 0,
            _ => (Math.Abs(x) - 0.65) * (Math.Abs(x) - 0.65) + y * y < 0.25,
        };
    }

    // A random unit vector without a sine: a point in the unit disc, but not near its centre, pushed to the rim.
    static (double Cos, double Sin) Direction(ref SampleRandom random)
    {
        while (true)
        {
            double x = 2 * random.NextDouble() - 1;
            double y = 2 * random.NextDouble() - 1;
            double square = x * x + y * y;
            if (square is > 0.01 and <= 1)
                return (x / Math.Sqrt(square), y / Math.Sqrt(square));
        }
    }

    static void WritePart(string folder, string part, int count, ulong seed)
    {
        var images = new byte[count][];
        Parallel.For(0, count, i => images[i] = Draw(seed, i));
        WriteIdx(Path.Combine(folder, $"{part}-images-idx3-ubyte.gz"), [count, Size, Size], images);
        WriteIdx(Path.Combine(folder, $"{part}-labels-idx1-ubyte.gz"), [count], [[.. Enumerable.Range(0, count).Select(i => (byte)(i % Classes.Count))]]);
    }

    static void WriteIdx(string path, int[] shape, byte[][] values) => AtomicFile.Write(path, stream =>
    {
        using var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        var header = new byte[4 + 4 * shape.Length];
        header[2] = 8;
        header[3] = (byte)shape.Length;
        for (int axis = 0; axis < shape.Length; axis++)
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + 4 * axis), shape[axis]);
        gzip.Write(header);
        foreach (byte[] part in values)
            gzip.Write(part);
    });
}
