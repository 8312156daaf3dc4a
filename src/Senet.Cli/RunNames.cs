using System.Globalization;

namespace Senet.Cli;

/// <summary>Names of run folders.</summary>
static class RunNames
{
    /// <summary><paramref name="wanted"/>, or with -2, -3 ... the first that is not there yet.</summary>
    public static string Free(string wanted)
    {
        string name = wanted;
        for (int number = 2; Directory.Exists(name) || File.Exists(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
        return name;
    }

    /// <summary>The last part of the data's path: <c>photos</c> for <c>../photos/</c>, <c>list</c> for <c>list.csv</c>.</summary>
    public static string OfData(string path)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path.Length == 0 ? "." : path)));
        return File.Exists(path) ? Path.GetFileNameWithoutExtension(name) : name.Length == 0 ? "data" : name;
    }
}
