using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Senet.Graph;

namespace Senet.Data.Tests;

/// <summary>Every row of Pillow's reference on every instruction set, chosen by the runtime's settings as on another processor, in a process of its own.</summary>
public sealed class InstructionSetTests
{
    const string Variable = "SENET_TEST_INSTRUCTION_SET";

    [Theory]
    [InlineData(null, "512")]
    [InlineData("DOTNET_EnableAVX512", "256")]
    [InlineData("DOTNET_EnableAVX2", "128")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    public void Pixels_OnEveryInstructionSet_EqualPillow(string? setting, string expected)
    {
        PillowGolden.Load();
        Assert.SkipWhen(int.Parse(Widest(), CultureInfo.InvariantCulture) < int.Parse(expected, CultureInfo.InvariantCulture), $"this processor has no vectors of {expected} bits");
        using var process = new Process();
        process.StartInfo = new(Environment.ProcessPath!, ["-method", $"{typeof(InstructionSetTests).FullName}.{nameof(InAChildProcess_EveryRowEqualsPillow)}"]) { RedirectStandardOutput = true };
        if (setting is not null)
            process.StartInfo.Environment[setting] = "0";
        process.StartInfo.Environment[Variable] = expected;
        process.Start();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 && output.Contains("Failed: 0", StringComparison.Ordinal) && output.Contains("Skipped: 0", StringComparison.Ordinal), output);
    }

    [Fact]
    public void InAChildProcess_EveryRowEqualsPillow()
    {
        string? expected = Environment.GetEnvironmentVariable(Variable);
        if (expected is null)
            return;
        Assert.Equal(expected, Widest());
        PillowGolden golden = PillowGolden.Load();
        EvaluationTransform bilinear = new(new Preprocessing()), bicubic = new(new Preprocessing { Interpolation = Interpolation.Bicubic });
        int rows = 0;
        foreach (PillowGolden.GoldenImage image in golden.Images)
        {
            ImagePixels pixels = golden.Decode(image);
            Same(image.RgbSha256, pixels);
            Same(image.Bilinear, Evaluated(bilinear, image));
            Same(image.Bicubic, Evaluated(bicubic, image));
            foreach (PillowGolden.GoldenResize resize in image.Resize ?? [])
            {
                // A box that hides what is around it, as a random crop's.
                int[] box = resize.CropBox ?? [0, 0, pixels.Width, pixels.Height];
                byte[] resized = new byte[resize.Width * resize.Height * 3];
                Resampler.ResizeRegion(new ImageArea(pixels, box[0], box[1], box[2] - box[0], box[3] - box[1]), resize.Width, resize.Height,
                    Enum.Parse<Interpolation>(resize.Filter, ignoreCase: true), 0, 0, resize.Width, resize.Height, resized, resize.Width * 3);
                Same(resize.Sha256, new ImagePixels(resize.Width, resize.Height, 3, resized));
            }
        }
        Assert.Equal(200 + 400 + 900, rows);

        void Same(string hash, ImagePixels actual)
        {
            Assert.Equal(hash, PillowGolden.Hash(actual));
            rows++;
        }

        ImagePixels Evaluated(EvaluationTransform transform, PillowGolden.GoldenImage image)
        {
            // Only what the crop needs is decoded.
            ImagePixels part = ImageDecoder.OpenFile(Path.Combine(golden.Folder, image.File), 3, 255, applyOrientation: true, fast: false);
            SampleRandom none = default;
            ImagePixels result = transform.ApplyPixels(part, ref none);
            part.Release();
            return result;
        }
    }

    static string Widest() => Vector512.IsHardwareAccelerated ? "512" : Avx2.IsSupported ? "256" : Vector128.IsHardwareAccelerated ? "128" : "0";
}
