using System.Globalization;
using System.Text;
using Senet.Graph;

namespace Senet.Data;

/// <summary>Which files and folders count: the rules every source that reads a folder shares.</summary>
static class ImageFiles
{
    // TIFF, HEIC and AVIF cannot be decoded here; they are listed all the same, so that the scan names them.
    static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif",
    };

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ExtensionSpans = Extensions.GetAlternateLookup<ReadOnlySpan<char>>();

    // Attributes must not decide: "hidden" means different things on different systems, and an unreadable folder is an error.
    internal static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        MatchType = MatchType.Simple,
    };

    /// <summary>Whether <paramref name="name"/> is something file managers leave behind, neither an image nor a class.</summary>
    public static bool IsJunk(ReadOnlySpan<char> name) =>
        name.StartsWith(".")
        || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase)
        || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase)
        || name.Equals("__MACOSX", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the file calls itself an image.</summary>
    public static bool HasImageExtension(ReadOnlySpan<char> name) => ExtensionSpans.Contains(Path.GetExtension(name));

    /// <summary>Names of the folders in <paramref name="folder"/> without junk, ordinal order. Links to folders count.</summary>
    public static List<string> Folders(string folder) => Names(folder, Directory.EnumerateDirectories);

    /// <summary>Names of the files in <paramref name="folder"/> without junk, ordinal order.</summary>
    public static List<string> Files(string folder) => Names(folder, Directory.EnumerateFiles);

    static List<string> Names(string folder, Func<string, string, EnumerationOptions, IEnumerable<string>> enumerate)
    {
        List<string> names = [];
        try
        {
            foreach (string path in enumerate(folder, "*", Everything))
            {
                string name = Path.GetFileName(path);
                if (!IsJunk(name))
                    names.Add(name);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FolderUnreadable(folder, e);
        }
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>The error about a folder that <paramref name="cause"/> kept from being listed.</summary>
    public static SenetException FolderUnreadable(string folder, Exception cause) => new(
        $"{Printable(folder)}: the folder cannot be read: {(cause is UnauthorizedAccessException ? "the permission is missing" : Printable(OneLine(cause.Message)))}", cause);

    /// <summary>
    /// The class a folder or label stands for: its name in Unicode's composed form, because macOS stores file names
    /// decomposed, and "café" from there must be the class "café" elsewhere.
    /// </summary>
    public static string ClassName(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Windows allows unpaired surrogates in file names; such a name stands for itself.
            return name;
        }
    }

    /// <summary>The path with every symbolic link on it followed: two paths of one folder become equal.</summary>
    public static string RealPath(string path)
    {
        // A chain of links longer than any real one is a loop; the path is then as real as it gets.
        const int MostLinks = 64;
        int links = 0;
        return Resolve(Path.GetFullPath(path));

        string Resolve(string full)
        {
            string current = Path.GetPathRoot(full) ?? "";
            foreach (string part in full[current.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries))
            {
                current = Path.Combine(current, part);
                if (links < MostLinks && new DirectoryInfo(current).LinkTarget is string target)
                {
                    links++;
                    current = Resolve(Path.GetFullPath(target, Path.GetDirectoryName(current)!));
                }
            }
            return current;
        }
    }

    /// <summary>"a, b, c, ..." of at most five names.</summary>
    public static string Some(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(5).Select(Printable)) + (names.Count <= 5 ? "" : ", ...");

    /// <summary>"1 file", "3 files".</summary>
    public static string Number(int count, string singular, string plural) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? singular : plural)}");

    /// <summary>
    /// The text with everything escaped that would break a line or draw elsewhere on a terminal: control characters, line and
    /// paragraph separators, marks that change the direction of writing, and halves of surrogate pairs.
    /// </summary>
    public static string Printable(string text)
    {
        if (!NeedsEscape(text))
            return text;
        StringBuilder escaped = new(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsUnprintable(text, i))
                escaped.Append(text[i]);
            else
                escaped.Append(text[i] switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", char c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") });
        }
        return escaped.ToString();
    }

    static bool NeedsEscape(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsUnprintable(text, i))
                return true;
        }
        return false;
    }

    static bool IsUnprintable(string text, int index)
    {
        char c = text[index];
        if (c is >= ' ' and < '\u007F')
            return false;
        if (char.IsHighSurrogate(c))
            return index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]);
        if (char.IsLowSurrogate(c))
            return index == 0 || !char.IsHighSurrogate(text[index - 1]);
        return char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
    }

    /// <summary>A message of the runtime on one line.</summary>
    public static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
