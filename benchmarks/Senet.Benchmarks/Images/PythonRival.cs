using System.Diagnostics;
using System.Globalization;

namespace Senet.Benchmarks.Images;

/// <summary>Pillow + torchvision in a process of its own, which passes over files on request and times itself.</summary>
sealed class PythonRival : IDisposable
{
    readonly Process process;

    /// <summary>Starts it and waits until all is imported.</summary>
    /// <exception cref="InvalidOperationException">Python, Pillow or torchvision is missing.</exception>
    public PythonRival(string python)
    {
        process = Process.Start(new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "Images", "rival.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Versions = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(
            $"{python} cannot run Images/rival.py; it needs Pillow and torchvision (Debian: apt-get install python3-pil python3-torchvision)");
    }

    public string Versions { get; }

    /// <summary>Seconds of one pass.</summary>
    public double Time(string pipeline, string listFile)
    {
        process.StandardInput.WriteLine($"{pipeline}\t{listFile}");
        return double.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
