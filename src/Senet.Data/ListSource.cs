using System.Globalization;
using System.Text;
using Senet.Graph;

namespace Senet.Data;

/// <summary>Image files named in a text list, one "path,label" a line.</summary>
/// <remarks>
/// <para>Fields are separated by tabs in a .tsv file; elsewhere by what the first line holds: a tab, a comma, a semicolon, or, in a
/// .txt file, the last space of a line. A field in double quotes may hold the separator, and "" in it stands for one
/// quote. A first line "path,label" (or file, filename, image; class) is a header. Blank lines are skipped.</para>
/// <para>Paths are relative to the list's folder; labels are class names, never numbers. Images keep the order of the list.</para>
/// </remarks>
public sealed class ListSource : IImageSource, IFileBacked, IDeferredSource
{
    readonly string[] _paths;
    readonly int[] _labels;
    readonly bool _applyOrientation;

    ListSource(string file, string[] paths, int[] labels, IReadOnlyList<string> classes, IReadOnlyList<string> notes, bool applyOrientation)
    {
        _applyOrientation = applyOrientation;
        ListFile = file;
        _paths = paths;
        _labels = labels;
        Classes = classes;
        Notes = notes;
    }

    /// <summary>The list, as it was given.</summary>
    public string ListFile { get; }

    /// <summary>Class names in index order: those given, or the list's labels in ordinal order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>What is worth knowing about the list, one line each: classes without images, files named twice.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    public int Count => _paths.Length;

    /// <summary>Reads a list and checks that every file in it exists; nothing is decoded.</summary>
    /// <param name="file">A .csv, .tsv or .txt file in UTF-8.</param>
    /// <param name="classes">The classes to map labels to; a class may then be absent (noted). Null: the labels are the classes, at least two.</param>
    /// <exception cref="SenetException">
    /// The list is missing or empty, a line is not a path and a label, a file does not exist, a label is not in
    /// <paramref name="classes"/>, or, without <paramref name="classes"/>, there is a single class.
    /// </exception>
    public static ListSource Open(string file, IReadOnlyList<string>? classes = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return OpenFor(file, classes is null ? null : new ClassList(classes, "the class list"));
    }

    // keepMissing: for the scan, which reports files that are not there among those that cannot be read, and any number of classes.
    internal static ListSource OpenFor(string file, ClassList? classes, bool applyOrientation = true, bool keepMissing = false)
    {
        List<(int Line, string Path, string Label)> entries = Parse(file);
        if (entries.Count == 0)
            throw new SenetException($"{file}: no images found; expected lines of path,label");

        string folder = Path.GetDirectoryName(file) ?? "";
        string[] paths = new string[entries.Count];
        int missing = 0;
        string? firstMissing = null;
        for (int i = 0; i < paths.Length; i++)
        {
            (int line, string path, _) = entries[i];
            if (Find(folder, path) is string found)
            {
                paths[i] = found;
                continue;
            }
            missing++;
            paths[i] = Path.Combine(folder, path);
            firstMissing ??= $"{At(file, line)}: '{ImageFiles.Printable(path)}' does not exist; paths are relative to the list's folder";
        }
        if (firstMissing is not null && !keepMissing)
            throw new SenetException(missing == 1 ? firstMissing : $"{firstMissing}; {ImageFiles.Number(missing - 1, "more file is", "more files are")} missing");

        ClassList list = classes ?? new ClassList(
            [.. entries.Select(e => ImageFiles.ClassName(e.Label)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], file);
        if (classes is null && list.Names.Count == 1 && !keepMissing)
            throw new SenetException($"{file}: found a single class, '{list.Names[0]}'; expected at least two classes");
        int[] labels = [.. entries.Select(e => list.Find(e.Label, At(file, e.Line), "label"))];

        List<string> notes = [];
        int repeats = paths.Length - paths.Distinct(StringComparer.Ordinal).Count();
        if (repeats > 0)
            notes.Add($"{file}: {ImageFiles.Number(repeats, "line repeats", "lines repeat")} a file that an earlier line names");
        int[] perClass = new int[list.Names.Count];
        foreach (int label in labels)
            perClass[label]++;
        list.NoteMissing(perClass, file, notes);
        return new ListSource(file, paths, labels, list.Names, notes, applyOrientation);
    }

    /// <inheritdoc/>
    public int Label(int index) => _labels[index];

    /// <inheritdoc/>
    public string Describe(int index) => _paths[index];

    /// <inheritdoc/>
    public ImagePixels Load(int index, int channels, byte background) => ImageDecoder.DecodeFile(_paths[index], channels, background, _applyOrientation);

    ImagePixels IDeferredSource.Open(int index, int channels, byte background, bool fast) => ImageDecoder.OpenFile(_paths[index], channels, background, _applyOrientation, fast);

    string? IFileBacked.FilePath(int index) => _paths[index];

    bool IFileBacked.ApplyOrientation => _applyOrientation;

    static string At(string file, int line) => string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}");

    static string? Find(string folder, string path)
    {
        string full = Path.Combine(folder, path);
        if (File.Exists(full))
            return full;
        // Lists written on Windows separate folders by backslashes.
        full = Path.Combine(folder, path.Replace('\\', '/'));
        return File.Exists(full) ? full : null;
    }

    static List<(int Line, string Path, string Label)> Parse(string file)
    {
        if (!File.Exists(file))
            throw new SenetException($"{file}: no such file; expected a list of path,label lines");
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SenetException($"{file}: the file cannot be read: {ImageFiles.OneLine(e.Message)}", e);
        }

        char separator = Separator(file, lines.FirstOrDefault(l => !string.IsNullOrWhiteSpace(l)) ?? "");
        string form = separator switch
        {
            '\t' => "path<TAB>label",
            ' ' => "path label",
            _ => $"path{separator}label",
        };
        List<(int, string, string)> entries = [];
        bool first = true;
        for (int i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            List<string> fields = separator == ' ' ? SplitAtLastSpace(lines[i]) : Fields(lines[i], separator, At(file, i + 1));
            if (fields.Count != 2)
            {
                throw new SenetException(
                    $"{At(file, i + 1)}: {ImageFiles.Number(fields.Count, "field", "fields")}; expected {form}; put a path that holds the separator in double quotes");
            }
            bool header = first && IsHeader(fields);
            first = false;
            if (header)
                continue;
            if (fields[0].Length == 0 || fields[1].Length == 0)
                throw new SenetException($"{At(file, i + 1)}: the {(fields[0].Length == 0 ? "path" : "label")} is empty; expected {form}");
            entries.Add((i + 1, fields[0], fields[1]));
        }
        return entries;
    }

    static bool IsHeader(List<string> fields) =>
        fields[0].ToUpperInvariant() is "PATH" or "FILE" or "FILENAME" or "IMAGE"
        && fields[1].ToUpperInvariant() is "LABEL" or "CLASS";

    static char Separator(string file, string firstLine)
    {
        string extension = Path.GetExtension(file);
        // What is quoted does not separate: split at the quotes, every second piece is outside them.
        firstLine = string.Concat(firstLine.Split('"').Where((_, i) => i % 2 == 0));
        if (extension.Equals(".tsv", StringComparison.OrdinalIgnoreCase) || firstLine.Contains('\t'))
            return '\t';
        if (firstLine.Contains(','))
            return ',';
        if (firstLine.Contains(';'))
            return ';';
        return extension.Equals(".txt", StringComparison.OrdinalIgnoreCase) ? ' ' : ',';
    }

    static List<string> SplitAtLastSpace(string line)
    {
        line = line.Trim();
        int space = line.LastIndexOf(' ');
        return space < 0 ? [line] : [line[..space].TrimEnd(), line[(space + 1)..]];
    }

    /// <summary>Splits a line as RFC 4180 does, without line breaks inside quotes; unquoted fields are trimmed.</summary>
    static List<string> Fields(string line, char separator, string where)
    {
        List<string> fields = [];
        int at = 0;
        while (true)
        {
            while (at < line.Length && line[at] == ' ')
                at++;
            if (at < line.Length && line[at] == '"')
            {
                StringBuilder field = new();
                for (at++; ; at++)
                {
                    if (at >= line.Length)
                        throw new SenetException($"{where}: a double quote is not closed; write \"\" for a quote inside a quoted field");
                    if (line[at] != '"')
                        field.Append(line[at]);
                    else if (at + 1 < line.Length && line[at + 1] == '"')
                        field.Append(line[at++]);
                    else
                        break;
                }
                fields.Add(field.ToString());
                int end = line.IndexOf(separator, ++at);
                string rest = end < 0 ? line[at..] : line[at..end];
                if (!string.IsNullOrWhiteSpace(rest))
                    throw new SenetException($"{where}: '{rest.Trim()}' follows a quoted field; expected the separator");
                at = end;
            }
            else
            {
                int end = line.IndexOf(separator, at);
                fields.Add((end < 0 ? line[at..] : line[at..end]).Trim());
                at = end;
            }
            if (at < 0)
                return fields;
            at++;
        }
    }
}
