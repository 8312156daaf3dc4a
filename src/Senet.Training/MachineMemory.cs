using System.Globalization;

namespace Senet.Training;

/// <summary>How much memory this process may take: the machine's, or less where a container or control group sets a limit.</summary>
static class MachineMemory
{
    // A control group without a limit says "max" (version 2) or a number near the largest one (version 1).
    static readonly string[] s_limits = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"];

    /// <summary>The limit in bytes.</summary>
    public static long Limit()
    {
        long limit = Installed();
        foreach (string path in s_limits)
        {
            if (ReadNumber(path) is { } bytes)
                limit = Math.Min(limit, bytes);
        }
        return limit;
    }

    // .NET counts three quarters of a container's limit, which the files of the control group state in full; without those it is near enough.
    static long Installed()
    {
        try
        {
            if (OperatingSystem.IsLinux()
                && File.ReadLines("/proc/meminfo").FirstOrDefault(line => line.StartsWith("MemTotal:", StringComparison.Ordinal)) is { } line
                && long.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture, out long kilobytes))
            {
                return kilobytes << 10;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
        return GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
    }

    static long? ReadNumber(string path)
    {
        try
        {
            return File.Exists(path) && long.TryParse(File.ReadAllText(path).Trim(), CultureInfo.InvariantCulture, out long bytes) ? bytes : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
