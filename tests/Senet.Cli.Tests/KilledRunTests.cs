using System.Diagnostics;
using Senet.Training;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>A training process killed at random moments (SIGKILL, nothing can be caught) and resumed each time.</summary>
public sealed class KilledRunTests : IDisposable
{
    const int Kills = 10;

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_KilledTenTimes_EndsAsIfNothingHadHappened()
    {
        string photos = TinyPhotos.Create(_folder, perClass: 60);
        Assert.Equal(0, Finish("whole"));

        var random = new Random(20170905);
        int killed = 0;
        for (int i = 0; i < Kills; i++)
        {
            using Process process = Start("killed");
            // From before the first file is written to well into the run.
            if (!process.WaitForExit(random.Next(200, 2600)))
            {
                process.Kill();
                process.WaitForExit();
                killed++;
            }
            AssertEverythingLoads(_folder["killed"]);
        }
        Assert.InRange(killed, 5, Kills);
        // A temporary file younger than a second may be another program's and is spared: the last resume is to find them old.
        Thread.Sleep(1100);
        Assert.Equal(0, Finish("killed"));

        AssertEverythingLoads(_folder["killed"]);
        Assert.Equal(File.ReadAllBytes(_folder["whole/model.safetensors"]), File.ReadAllBytes(_folder["killed/model.safetensors"]));
        Assert.Equal(
            new RunFolder(_folder["whole"]).ReadMetrics().Select(row => (row.Epoch, row.TrainLoss, row.ValidationTop1)),
            new RunFolder(_folder["killed"]).ReadMetrics().Select(row => (row.Epoch, row.TrainLoss, row.ValidationTop1)));
        Assert.Empty(Directory.EnumerateFiles(_folder["killed"], "*.tmp"));

        int Finish(string run)
        {
            using Process process = Start(run);
            process.WaitForExit();
            return process.ExitCode;
        }

        Process Start(string run)
        {
            string senet = Path.Combine(AppContext.BaseDirectory, "Senet.Cli.dll");
            // A state after nearly every step, so that the kills fall into the writing of files as well.
            var start = new ProcessStartInfo("dotnet",
            [
                senet, "train", photos, "--resume", _folder[run], "--arch", "se-resnet-8", "--epochs", "30", "--batch-size", "16", "--lr", "0.02", "--seed", "3",
                "--save-minutes", "0.0002", "--threads", "1", "--workers", "1", "--device", "cpu",
            ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            Process process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }
    }

    static void AssertEverythingLoads(string path)
    {
        if (!Directory.Exists(path))
            return;
        var run = new RunFolder(path);
        if (run.HoldsRun)
        {
            run.ReadDescription();
            Assert.Equal(2, run.ReadClasses().Count);
        }
        run.ReadMetrics();
        if (File.Exists(run.ModelPath))
            ModelFile.Load(run.ModelPath);
        if (File.Exists(run.LastPath))
            SafetensorsFile.Read(run.LastPath);
    }
}
