using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;
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

    static IEnumerable<string> Walk(string folder)
    {
        // Hidden is what begins with a dot; attributes mean different things on different systems.
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };
        return Directory.EnumerateFiles(folder, "*", options)
            .Where(path => ImageFiles.HasImageExtension(path) && !IsHidden(Path.GetRelativePath(folder, path)));
    }

    static IEnumerable<string> Matches(string pattern)
    {
        string normal = pattern.Replace('\\', OperatingSystem.IsWindows() ? '/' : '\\');
        string[] parts = normal.Split('/');
        int first = Array.FindIndex(parts, part => part.AsSpan().ContainsAny("*?"));
        string root = string.Join('/', parts[..first]);
        string rest = string.Join('/', parts[first..]);
        string folder = root.Length > 0 ? root : normal.StartsWith('/') ? "/" : ".";
        if (!Directory.Exists(folder))
            return [];
        // The matcher knows * and **, but not ?: it searches with * and the expression decides.
        var matcher = new Matcher(OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        matcher.AddInclude(rest.Replace('?', '*'));
        Regex? exact = rest.Contains('?', StringComparison.Ordinal) ? ToRegex(rest) : null;
        bool asksForHidden = parts[first..].Any(part => part.StartsWith('.'));
        return matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(folder))).Files
            .Select(match => match.Path)
            .Where(path => (exact?.IsMatch(path) ?? true) && (asksForHidden || !IsHidden(path)))
            .Select(path => root.Length == 0 && folder == "." ? path : Path.Combine(folder, path));
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
        RegexOptions options = OperatingSystem.IsWindows() ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.CultureInvariant;
        return new(expression.Append(@"\z").ToString(), options);
    }

    static bool IsHidden(string relative) => relative.Split('/', '\\').Any(part => part.StartsWith('.') && part is not ("." or ".."));
}
