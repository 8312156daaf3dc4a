using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using Senet.Data;
using Senet.Graph;
using SkiaSharp;

namespace Senet.Benchmarks.Images;

/// <summary>
/// Images per second of one core, from the file to the network's input, against Pillow + torchvision, SkiaSharp and ImageSharp. All pass over the same files
/// in turns, one thread at work at a time; files are in the system's memory.
/// </summary>
static class ImageTable
{
    const int Enlargement = 4, EnlargedFiles = 40;

    /// <summary>Writes the tables.</summary>
    /// <param name="folder">A folder of photos.</param>
    /// <param name="rounds">Passes of each program.</param>
    /// <param name="python">An interpreter that has Pillow and torchvision.</param>
    public static void Run(string folder, int rounds, string python)
    {
        string[] files = [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)];
        string temp = Directory.CreateTempSubdirectory("senet-benchmark").FullName;
        try
        {
            using var rival = new PythonRival(python);
            Console.WriteLine($"{rival.Versions}; SkiaSharp {typeof(SKCodec).Assembly.GetName().Version}; ImageSharp {typeof(SixLabors.ImageSharp.Image).Assembly.GetName().Version}; " +
                $".NET {Environment.Version}; vectors of {(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)} bits; {rounds} rounds");
            Compare(files, Path.Combine(temp, "files"), rounds, rival);
            Compare(Enlarge(files, temp), Path.Combine(temp, "enlarged"), rounds, rival);
        }
        finally
        {
            Directory.Delete(temp, recursive: true);
        }
    }

    static void Compare(string[] files, string list, int rounds, PythonRival rival)
    {
        File.WriteAllLines(list, files);
        File.WriteAllLines(list + ".csv", files.Select((file, i) => $"\"{file}\",{i % 2}"));
        ListSource source = ListSource.Open(list + ".csv");
        var preprocessing = new Preprocessing();
        var evaluation = new EvaluationTransform(preprocessing);
        float[] chw = new float[evaluation.Length];
        var options = new LoaderOptions { BatchSize = 20, Workers = 1 };
        var exact = new BatchLoader(source, new TrainingTransform(preprocessing, new()), options);
        var fast = new BatchLoader(source, exact.Transform, options with { FastDecode = true });
        var random = new Random(1);
        int epoch = 0;

        double pixels = files.Average(file => { using SKCodec codec = SKCodec.Create(file); return (double)codec.Info.Width * codec.Info.Height; });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{files.Length} files, on average {pixels / 1e6:F2} megapixels and {files.Average(file => new FileInfo(file).Length) / 1024:F0} KB\n"));
        Console.WriteLine("| pipeline | program | images/s, best / median | times Pillow + torchvision, best / median | bytes allocated per image |");
        Console.WriteLine("|---|---|---|---|---|");
        Table("decode", files, rounds, rival, list,
            ("Senet, `ImageDecoder.DecodeFile`", () => Each(file => ImageDecoder.DecodeFile(file, 3, 255))),
            ("the same, into a buffer that is used again", () => Each(DecodeAgain)),
            ("SkiaSharp, to RGBA", () => Each(OtherLibraries.SkiaDecode)),
            ("ImageSharp", () => Each(OtherLibraries.ImageSharpDecode)));
        Table("evaluation", files, rounds, rival, list,
            ("Senet, `EvaluationTransform.ApplyFile`", () => Each(file => evaluation.ApplyFile(file, chw))),
            ("SkiaSharp's decoder, Senet's transform", () => Each(file => evaluation.Apply(OtherLibraries.SkiaPixels(file), chw))),
            ("SkiaSharp's resize", () => Each(file => OtherLibraries.SkiaEvaluation(file, chw))),
            ("ImageSharp's resize", () => Each(file => OtherLibraries.ImageSharpEvaluation(file, chw))));
        Table("training", files, rounds, rival, list,
            ("Senet, `BatchLoader`, one worker", () => Drain(exact)),
            ("the same with `FastDecode`", () => Drain(fast)),
            ("SkiaSharp's decoder, Senet's transform", () => Each(SkiaThenTransform)),
            ("SkiaSharp's resize", () => Each(file => OtherLibraries.SkiaTraining(file, random, chw))),
            ("ImageSharp's resize", () => Each(file => OtherLibraries.ImageSharpTraining(file, random, chw))));

        void Each(Action<string> program)
        {
            foreach (string file in files)
                program(file);
        }

        void SkiaThenTransform(string file)
        {
            SampleRandom draws = new(0, epoch, random.Next());
            exact.Transform.Apply(OtherLibraries.SkiaPixels(file), ref draws, chw);
        }

        static void DecodeAgain(string file)
        {
            ImagePixels image = ImageDecoder.OpenFile(file, 3, 255, applyOrientation: true, fast: false);
            image.Read(0, 0, 0, image.Width, image.Height);
            image.Release();
        }

        void Drain(BatchLoader loader)
        {
            foreach (ImageBatch batch in loader.Epoch(epoch++))
                batch.Dispose();
        }
    }

    static void Table(string pipeline, string[] files, int rounds, PythonRival rival, string list, params (string Name, Action Pass)[] programs)
    {
        double[] python = new double[rounds];
        double[][] times = [.. programs.Select(_ => new double[rounds])];
        double[] allocated = new double[programs.Length];
        for (int round = -2; round < rounds; round++)
        {
            double time = rival.Time(pipeline, list);
            if (round >= 0)
                python[round] = time;
            for (int i = 0; i < programs.Length; i++)
            {
                GC.Collect();
                long before = GC.GetTotalAllocatedBytes(precise: true), start = Stopwatch.GetTimestamp();
                programs[i].Pass();
                if (round < 0)
                    continue;
                times[i][round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
                allocated[i] = (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / files.Length;
            }
        }
        Array.Sort(python);
        Row("Pillow + torchvision", python, null);
        for (int i = 0; i < programs.Length; i++)
        {
            Array.Sort(times[i]);
            Row(programs[i].Name, times[i], allocated[i]);
        }

        void Row(string name, double[] sorted, double? bytes) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {pipeline} | {name} | {files.Length / sorted[0]:F0} / {files.Length / Median(sorted):F0} | {python[0] / sorted[0]:F2} / {Median(python) / Median(sorted):F2} | {(bytes is { } b ? b.ToString("F0", CultureInfo.InvariantCulture) : "")} |"));
    }

    static double Median(double[] sorted) => sorted[sorted.Length / 2];

    /// <summary>Photos of the size that cameras make, out of the smaller ones.</summary>
    static string[] Enlarge(string[] files, string folder)
    {
        List<string> enlarged = [];
        foreach (string file in files.Where((_, i) => i % (files.Length / EnlargedFiles) == 0))
        {
            ImagePixels image = ImageDecoder.DecodeFile(file, 3, 255);
            image = Resampler.Resize(image, image.Width * Enlargement, image.Height * Enlargement, Interpolation.Bicubic);
            using var bitmap = new SKBitmap(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
            Span<byte> rgba = bitmap.GetPixelSpan();
            for (int i = 0; i < image.Width * image.Height; i++)
            {
                image.Data.AsSpan(3 * i, 3).CopyTo(rgba[(4 * i)..]);
                rgba[4 * i + 3] = 255;
            }
            string path = Path.Combine(folder, Path.GetFileNameWithoutExtension(file) + ".jpg");
            using (FileStream stream = File.Create(path))
                bitmap.Encode(stream, SKEncodedImageFormat.Jpeg, 90);
            enlarged.Add(path);
        }
        return [.. enlarged];
    }
}
