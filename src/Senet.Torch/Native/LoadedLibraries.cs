using System.Globalization;
using System.Runtime.InteropServices;

namespace Senet.Torch.Native;

/// <summary>Which files are mapped into this process (Linux).</summary>
static class LoadedLibraries
{
    const string Maps = "/proc/self/maps";

    /// <summary>Path of the mapped file whose name starts so, or null where there is none or it cannot be told.</summary>
    public static string? Find(string namePrefix) => Find(Lines(), namePrefix);

    /// <summary><see cref="Find(string)"/> over given lines: address, permissions, offset, device, inode and, last, the path.</summary>
    public static string? Find(IEnumerable<string> lines, string namePrefix)
    {
        foreach (string line in lines)
        {
            int path = line.IndexOf('/', StringComparison.Ordinal);
            if (path >= 0 && Path.GetFileName(line.AsSpan(path)).StartsWith(namePrefix, StringComparison.Ordinal))
                return line[path..];
        }
        return null;
    }

    /// <summary>The mapped file whose name starts so, and the address of its first byte; null where there is none or it cannot be told.</summary>
    public static (string Path, nuint Start)? FindStart(string namePrefix) => FindStart(Lines(), namePrefix);

    /// <summary><see cref="FindStart(string)"/> over given lines.</summary>
    public static (string Path, nuint Start)? FindStart(IEnumerable<string> lines, string namePrefix)
    {
        foreach (string line in lines)
        {
            if (Find([line], namePrefix) is not string path)
                continue;
            string[] fields = line.Split(' ', 4);
            if (fields[2].Trim('0').Length == 0 && nuint.TryParse(fields[0].Split('-')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out nuint start))
                return (path, start);
        }
        return null;
    }

    /// <summary>
    /// Path of the C++ runtime that the process uses: the mapped one, else the one that the loader finds by name (it is
    /// needed anyway, and no list of folders knows LD_LIBRARY_PATH and ld.so.conf as well as the loader). Null where there is none.
    /// </summary>
    public static string? CppRuntime()
    {
        if (Find("libstdc++.so.6") is string mapped)
            return mapped;
        return NativeLibrary.TryLoad(ElfPatcher.CppRuntime, out _) ? Find("libstdc++.so.6") : null;
    }

    static string[] Lines()
    {
        try
        {
            return File.ReadAllLines(Maps);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
