using System.Text;
using System.Text.RegularExpressions;
using Senet.Data;
using Senet.Graph;

namespace Senet.Cli;

/// <summary>Turns files, folders and patterns on the command line into image files.</summary>
static class ImageArguments
{
    /// <summary>The files named, without repetition; those of a folder or pattern in ordinal order.</summary>
    /// <exception cref="SenetException">A folder holds no image, a pattern matches nothing, or a folder cannot be read.</exception>
    public static IReadOnlyList<string> Expand(IEnumerable<string> arguments) =>
        [.. arguments.SelectMany(Expand).Distinct(StringComparer.Ordinal)];

    static IEnumerable<string> Expand(string argument)
    {
        // A file whose name holds brackets or stars is that file.
        if (File.Exists(argument))
            return [argument];
        if (Directory.Exists(argument))
            return NotEmpty(Walk(argument), $"{argument}: holds no image files");
        if (argument.AsSpan().ContainsAny("*?"))
            return NotEmpty(Matches(argument), $"{argument}: matches no file");
        // A missing file is listed like one that cannot be read.
        return [argument];
    }

    static string[] NotEmpty(IEnumerable<string> files, string otherwise)
    {
        string[] sorted = [.. files.Order(StringComparer.Ordinal)];
        return sorted.Length > 0 ? sorted : throw new SenetException(otherwise);
    }

    // The walk of the sources: links to folders are followed once, so a loop of links ends.
    static IEnumerable<string> Walk(string folder) => Files(folder, int.MaxValue, ImageFiles.HasImageExtension)
        .Select(path => Path.Join(folder, path));

    // Paths below the folder, with '/'.
    static IEnumerable<string> Files(string folder, int depth, Func<ReadOnlySpan<char>, bool> accept, bool hidden = false) =>
        new FolderWalk(folder, depth, hidden).Enter("", accept).SelectMany(run => Enumerable.Range(0, run.Count).Select(run.Path));

    static IEnumerable<string> Matches(string pattern)
    {
        string normal = OperatingSystem.IsWindows() ? pattern.Replace('\\', '/') : pattern;
        string[] parts = normal.Split('/');
        int first = Array.FindIndex(parts, part => part.AsSpan().ContainsAny("*?"));
        string root = string.Join('/', parts[..first]);
        string folder = root.Length > 0 ? root : normal.StartsWith('/') ? "/" : ".";
        if (!Directory.Exists(folder))
            return [];
        Regex expression = ToRegex(string.Join('/', parts[first..]));
        bool asksForHidden = parts[first..].Any(part => part.StartsWith('.'));
        int depth = parts[first..].Any(part => part.Contains("**", StringComparison.Ordinal)) ? int.MaxValue : parts.Length - first - 1;
        return Files(folder, depth, _ => true, asksForHidden)
            .Where(path => expression.IsMatch(path))
            .Select(path => root.Length == 0 && folder == "." ? path : Path.Join(folder, path));
    }

    static Regex ToRegex(string glob)
    {
        var expression = new StringBuilder("^");
        for (int i = 0; i < glob.Length; i++)
        {
            if (glob.AsSpan(i).StartsWith("**/"))
            {
                expression.Append("(.*/)?");
                i += 2;
            }
            else if (glob.AsSpan(i).StartsWith("**"))
            {
                expression.Append(".*");
                i++;
            }
            else
            {
                expression.Append(glob[i] switch { '*' => "[^/]*", '?' => "[^/]", char other => Regex.Escape(other.ToString()) });
            }
        }
        // A name may hold a line break.
        RegexOptions options = RegexOptions.CultureInvariant | RegexOptions.Singleline | (OperatingSystem.IsWindows() ? RegexOptions.IgnoreCase : RegexOptions.None);
        return new(expression.Append(@"\z").ToString(), options);
    }
}
