using System.Diagnostics;
using System.Text.RegularExpressions;
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
        // Every step is written down once, with the numbers of the run that nobody killed.
        Assert.Equal(30 * 6, Log("whole").Count(line => line.StartsWith("""{"kind":"step",""", StringComparison.Ordinal)));
        Assert.Equal(Log("whole"), Log("killed"));
        Assert.Equal(new RunFolder(_folder["whole"]).KeptStates.Select(Path.GetFileName), new RunFolder(_folder["killed"]).KeptStates.Select(Path.GetFileName));
        Assert.Empty(Directory.EnumerateFiles(_folder["killed"], "*.tmp"));

        string[] Log(string run) => Array.ConvertAll(File.ReadAllLines(_folder[$"{run}/log/log.jsonl"]), line => Regex.Replace(line, "\"(images_per_second|[a-z]+_seconds)\":[^,}]+", ""));

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
                "--save-minutes", "0.0002", "--keep", "2", "--log", "jsonl", "--log-every", "1", "--gates-every", "5", "--gradients-every", "5", "--precision", "float32", "--threads", "1", "--workers", "1", "--device", "cpu",
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

    [Fact]
    public async Task Train_FileLargerThanTheLimit_StopsWithALineAndGoesOnLater()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "limits on the size of files are Unix's");
        string photos = TinyPhotos.Create(_folder);
        string[] train = ["train", photos, "--arch", "se-resnet-8", "--epochs", "2", "--batch-size", "8", "--lr", "0.02", "--precision", "float32", "--threads", "1", "--workers", "1", "--device", "cpu", "--resume"];
        CommandLine.Succeed([.. train, _folder["whole"]]);
        // 400 KB hold the weights, not the momentum as well. The runtime keeps machine code in a large file unless told not to.
        var start = new ProcessStartInfo("bash", ["-c", "ulimit -f 400; exec dotnet \"$@\"", "bash", Path.Combine(AppContext.BaseDirectory, "Senet.Cli.dll"), .. train, _folder["limited"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        string error = await errors;
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 1, output + error);
        Assert.Matches(
            @"^senet: error: \S+last\.safetensors: cannot be written: the file would be larger than is allowed here \(0\.6 MB needed, [0-9.]+ MB free\); " +
            @"raise the limit \(ulimit -f\) or choose another folder; epoch 1, step 0 is saved: --resume \S+limited goes on from there\r?\n\z",
            error);
        AssertEverythingLoads(_folder["limited"]);
        Assert.Empty(Directory.EnumerateFiles(_folder["limited"], "*.tmp"));
        CommandLine.Succeed([.. train, _folder["limited"]]);
        Assert.Equal(File.ReadAllBytes(_folder["whole/model.safetensors"]), File.ReadAllBytes(_folder["limited/model.safetensors"]));
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
