using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Senet.Tests;

/// <summary>The command in several processes under Open MPI's mpirun.</summary>
sealed class MpiRun : IDisposable
{
    readonly Process _launcher;
    readonly StringBuilder _output = new();

    MpiRun(Process launcher)
    {
        _launcher = launcher;
        launcher.OutputDataReceived += Keep;
        launcher.ErrorDataReceived += Keep;
        launcher.BeginOutputReadLine();
        launcher.BeginErrorReadLine();
    }

    /// <summary>What all processes and the launcher wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public int ExitCode => _launcher.ExitCode;

    /// <summary>Skips a test where there is no Open MPI.</summary>
    public static void SkipWithout() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "mpirun"))),
        "mpirun is not installed (Debian, Ubuntu: apt install openmpi-bin)");

    /// <summary>Starts the command; more processes than processors are allowed.</summary>
    public static MpiRun Start(int processes, params string[] args)
    {
        var start = new ProcessStartInfo("mpirun",
        [
            "--oversubscribe", "-n", processes.ToString(CultureInfo.InvariantCulture), "dotnet", Path.Combine(AppContext.BaseDirectory, "Senet.Cli.dll"), .. args,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Tests run as root in containers, which mpirun refuses otherwise.
        start.Environment["OMPI_ALLOW_RUN_AS_ROOT"] = "1";
        start.Environment["OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"] = "1";
        return new(Process.Start(start)!);
    }

    /// <summary>Waits for the end, which comes within a minute.</summary>
    public MpiRun Wait()
    {
        Assert.True(_launcher.WaitForExit(60_000), $"mpirun did not end: {Output}");
        // Until the streams have ended as well.
        _launcher.WaitForExit();
        return this;
    }

    /// <summary>Waits for the end and asserts success.</summary>
    public static string Succeed(int processes, params string[] args)
    {
        using MpiRun run = Start(processes, args).Wait();
        Assert.True(run.ExitCode == 0, $"exit code {run.ExitCode}: {run.Output}");
        return run.Output;
    }

    /// <summary>The process id of one of the processes.</summary>
    public int ProcessId(int rank)
    {
        // Direct children of the launcher; each knows its rank from its environment.
        string variable = string.Create(CultureInfo.InvariantCulture, $"OMPI_COMM_WORLD_RANK={rank}");
        foreach (string folder in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            try
            {
                string status = File.ReadAllText(Path.Combine(folder, "stat"));
                string parent = status[(status.LastIndexOf(')') + 2)..].Split(' ')[1];
                if (parent == _launcher.Id.ToString(CultureInfo.InvariantCulture) && File.ReadAllText(Path.Combine(folder, "environ")).Split('\0').Contains(variable))
                    return int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile.
            }
        }
        throw new InvalidOperationException($"there is no process {rank}: {Output}");
    }

    public void Dispose()
    {
        if (!_launcher.HasExited)
            _launcher.Kill(entireProcessTree: true);
        _launcher.Dispose();
    }

    void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;
        lock (_output)
            _output.Append(line.Data).Append('\n');
    }
}
