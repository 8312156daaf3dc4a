using System.Globalization;
using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// Image files in class folders: every folder directly inside the root is a class, and the images in it and in its
/// subfolders belong to that class.
/// </summary>
/// <remarks>
/// <para>Images are the files with extension jpg, jpeg, jpe, jfif, png, gif, bmp, webp, tif, tiff, heic, heif or avif, in
/// either case; the last five cannot be decoded and are listed so that a scan names them. Names with a leading dot,
/// Thumbs.db, desktop.ini and __MACOSX are ignored; any other file is counted in <see cref="Notes"/>.</para>
/// <para>Images are ordered by their path below the root with '/' as separator, compared ordinally, so the order is the same
/// on every operating system and under every culture. Symbolic links to folders are followed, but no folder is read twice
/// for one class, so a loop of links ends.</para>
/// </remarks>
public sealed class FolderSource : IImageSource, IFileBacked, IDeferredSource
{
    readonly FolderRun[] _runs;
    readonly int[] _runLabels;
    readonly int[] _runEnds;
    readonly bool _applyOrientation;

    FolderSource(string folder, List<(FolderRun Run, int Label)> runs, IReadOnlyList<string> classes, IReadOnlyList<string> notes, bool applyOrientation)
    {
        Folder = folder;
        _runs = [.. runs.Select(r => r.Run)];
        _runLabels = [.. runs.Select(r => r.Label)];
        _runEnds = new int[_runs.Length];
        int end = 0;
        for (int i = 0; i < _runs.Length; i++)
            _runEnds[i] = end += _runs[i].Count;
        Count = end;
        Classes = classes;
        Notes = notes;
        _applyOrientation = applyOrientation;
    }

    /// <summary>The root, as it was given.</summary>
    public string Folder { get; }

    /// <summary>Class names in index order: those given, or the folders' names in ordinal order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>What was left out and which classes have no images, one line each.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>Lists the images below <paramref name="folder"/>; nothing is decoded.</summary>
    /// <param name="folder">The folder that holds the class folders.</param>
    /// <param name="classes">
    /// The classes to map folder names to, for a validation set or an evaluation; a class may then be absent (noted).
    /// Null: the folders are the classes, at least two, each with an image.
    /// </param>
    /// <exception cref="SenetException">
    /// The folder is missing or holds no images; a class folder is not in <paramref name="classes"/>; or, without
    /// <paramref name="classes"/>, there is a single class or one without images.
    /// </exception>
    public static FolderSource Open(string folder, IReadOnlyList<string>? classes = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return OpenFor(folder, classes is null ? null : new ClassList(classes, "the class list"));
    }

    // whenEmpty: what an empty folder means here and what to do, for the message. forScan: any number of classes and images will
    // do, and images that lie in no class folder, where there are none, are of a class without a name.
    internal static FolderSource OpenFor(string folder, ClassList? classes, string? whenEmpty = null, bool applyOrientation = true, bool forScan = false)
    {
        folder = Path.TrimEndingDirectorySeparator(folder);
        if (!Directory.Exists(folder))
            throw new SenetException($"{ImageFiles.Printable(folder)}: {(File.Exists(folder) ? "is a file; expected a folder of class folders" : "no such folder; check the path")}");

        List<string> names = ImageFiles.Folders(folder);
        bool flat = names.Count == 0;
        List<string> loose = flat && forScan ? [] : ImageFiles.Files(folder);
        if (flat && !forScan)
            throw NoImages(folder, loose, whenEmpty);
        if (flat)
            names = [""];
        ClassList list = classes ?? new ClassList([.. names.Select(ImageFiles.ClassName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], folder);

        List<(FolderRun Run, int Label)> runs = [];
        List<string> others = [];
        int[] perClass = new int[list.Names.Count];
        int repeats = 0;
        string? repeat = null;
        // A class folder beside another whose name continues its own, "a" and "a-b", comes where "a/" does.
        foreach (string name in names.OrderBy(n => n + '/', StringComparer.Ordinal))
        {
            int label = list.Find(name, folder, "class folder");
            FolderWalk walk = new(folder);
            foreach (FolderRun run in walk.Enter(name, file => ImageFiles.HasImageExtension(file) || Skip(file)))
            {
                runs.Add((run, label));
                perClass[label] += run.Count;
            }
            repeats += walk.Repeats.Count;
            repeat ??= walk.Repeats.FirstOrDefault();

            bool Skip(ReadOnlySpan<char> file)
            {
                others.Add(flat ? file.ToString() : $"{name}/{file}");
                return false;
            }
        }

        if (runs.Count == 0 && !forScan)
            throw NoImages(folder, loose, whenEmpty);
        if (classes is null && !forScan)
            CheckTrainable(folder, list.Names, perClass);

        List<string> notes = flat ? [] : FindNotes(folder, loose, others, repeats, repeat);
        list.NoteMissing(perClass, folder, notes);
        return new FolderSource(folder, runs, list.Names, notes, applyOrientation);
    }

    /// <inheritdoc/>
    public int Label(int index) => _runLabels[RunOf(ref index)];

    /// <inheritdoc/>
    public string Describe(int index)
    {
        FolderRun run = _runs[RunOf(ref index)];
        return Path.Join(Folder, run.Path(index));
    }

    /// <inheritdoc/>
    public ImagePixels Load(int index, int channels, byte background) => ImageDecoder.DecodeFile(Describe(index), channels, background, _applyOrientation);

    ImagePixels IDeferredSource.Open(int index, int channels, byte background, bool fast) => ImageDecoder.OpenFile(Describe(index), channels, background, _applyOrientation, fast);

    string? IFileBacked.FilePath(int index) => Describe(index);

    bool IFileBacked.ApplyOrientation => _applyOrientation;

    /// <summary>The run that holds an image; <paramref name="index"/> becomes the image's place in it.</summary>
    int RunOf(ref int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        int found = Array.BinarySearch(_runEnds, index + 1);
        int run = found < 0 ? ~found : found;
        index -= run == 0 ? 0 : _runEnds[run - 1];
        return run;
    }

    static void CheckTrainable(string folder, IReadOnlyList<string> names, int[] perClass)
    {
        if (names.Count == 1)
        {
            throw new SenetException(
                $"{folder}: found a single class folder, '{ImageFiles.Printable(names[0])}'; expected at least two classes; if the class folders lie inside '{ImageFiles.Printable(names[0])}', give that folder");
        }
        List<string> empty = [.. names.Where((_, i) => perClass[i] == 0)];
        if (empty.Count > 0)
        {
            throw new SenetException(empty.Count == 1
                ? $"{folder}: class folder '{ImageFiles.Printable(empty[0])}' holds no images; add images or remove the folder"
                : string.Create(CultureInfo.InvariantCulture, $"{folder}: {empty.Count} class folders hold no images ({ImageFiles.Some(empty)}); add images or remove the folders"));
        }
    }

    static SenetException NoImages(string folder, List<string> loose, string? whenEmpty)
    {
        int images = loose.Count(f => ImageFiles.HasImageExtension(f));
        string message = images > 0
            ? $"{folder}: {ImageFiles.Number(images, "image lies", "images lie")} directly in this folder and none in a class folder; expected one folder per class with its images inside"
            : $"{folder}: no images found; expected one folder per class with image files (jpg, png, gif, bmp, webp) inside";
        return new SenetException(whenEmpty is null ? message : $"{message}; {whenEmpty}");
    }

    static List<string> FindNotes(string folder, List<string> loose, List<string> others, int repeats, string? repeat)
    {
        List<string> notes = [];
        List<string> looseImages = [.. loose.Where(f => ImageFiles.HasImageExtension(f))];
        others.AddRange(loose.Where(f => !ImageFiles.HasImageExtension(f)));
        others.Sort(StringComparer.Ordinal);
        if (looseImages.Count > 0)
            notes.Add($"{folder}: {ImageFiles.Number(looseImages.Count, "image lies", "images lie")} outside the class folders and {(looseImages.Count == 1 ? "is" : "are")} not used: {ImageFiles.Some(looseImages)}");
        if (others.Count > 0)
            notes.Add($"{folder}: {ImageFiles.Number(others.Count, "file is not an image", "files are not images")}: {ImageFiles.Some(others)}");
        if (repeats > 0)
            notes.Add($"{folder}: {ImageFiles.Number(repeats, "link leads", "links lead")} to a folder already read and {(repeats == 1 ? "is" : "are")} not followed: {ImageFiles.Printable(repeat!)}");
        return notes;
    }
}
