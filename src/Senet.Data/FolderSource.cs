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
    readonly string[] _paths;
    readonly int[] _labels;

    FolderSource(string folder, string[] paths, int[] labels, IReadOnlyList<string> classes, IReadOnlyList<string> notes)
    {
        Folder = folder;
        _paths = paths;
        _labels = labels;
        Classes = classes;
        Notes = notes;
    }

    /// <summary>The root, as it was given.</summary>
    public string Folder { get; }

    /// <summary>Class names in index order: those given, or the folders' names in ordinal order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>What was left out and which classes have no images, one line each.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    public int Count => _paths.Length;

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

    // whenEmpty: what an empty folder means here and what to do, for the message.
    internal static FolderSource OpenFor(string folder, ClassList? classes, string? whenEmpty = null)
    {
        folder = Path.TrimEndingDirectorySeparator(folder);
        if (!Directory.Exists(folder))
            throw new SenetException($"{folder}: {(File.Exists(folder) ? "is a file; expected a folder of class folders" : "no such folder; check the path")}");

        List<string> names = ImageFiles.Folders(folder);
        List<string> loose = ImageFiles.Files(folder);
        if (names.Count == 0)
            throw NoImages(folder, loose, whenEmpty);
        ClassList list = classes ?? new ClassList([.. names.Select(ImageFiles.ClassName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], folder);

        List<(string Path, int Label)> images = [];
        List<string> others = [];
        int[] perClass = new int[list.Names.Count];
        int repeats = 0;
        string? repeat = null;
        foreach (string name in names)
        {
            int label = list.Find(name, folder, "class folder");
            Walk walk = new(folder);
            walk.Enter(name);
            foreach (string path in walk.Images)
                images.Add((path, label));
            perClass[label] += walk.Images.Count;
            others.AddRange(walk.Others);
            repeats += walk.Repeats.Count;
            repeat ??= walk.Repeats.FirstOrDefault();
        }

        if (images.Count == 0)
            throw NoImages(folder, loose, whenEmpty);
        if (classes is null)
            CheckTrainable(folder, list.Names, perClass);

        images.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        int[] labels = [.. images.Select(i => i.Label)];
        List<string> notes = FindNotes(folder, loose, others, repeats, repeat);
        list.NoteMissing(labels, folder, notes);
        return new FolderSource(folder, [.. images.Select(i => i.Path)], labels, list.Names, notes);
    }

    /// <inheritdoc/>
    public int Label(int index) => _labels[index];

    /// <inheritdoc/>
    public string Describe(int index) => Path.Join(Folder, _paths[index]);

    /// <inheritdoc/>
    public ImagePixels Load(int index, int channels, byte background) => ImageDecoder.DecodeFile(Describe(index), channels, background);

    ImagePixels IDeferredSource.Open(int index, int channels, byte background, bool fast) => ImageDecoder.OpenFile(Describe(index), channels, background, fast);

    string? IFileBacked.FilePath(int index) => Describe(index);

    static void CheckTrainable(string folder, IReadOnlyList<string> names, int[] perClass)
    {
        if (names.Count == 1)
        {
            throw new SenetException(
                $"{folder}: found a single class folder, '{names[0]}'; expected at least two classes; if the class folders lie inside '{names[0]}', give that folder");
        }
        List<string> empty = [.. names.Where((_, i) => perClass[i] == 0)];
        if (empty.Count > 0)
        {
            throw new SenetException(empty.Count == 1
                ? $"{folder}: class folder '{empty[0]}' holds no images; add images or remove the folder"
                : string.Create(CultureInfo.InvariantCulture, $"{folder}: {empty.Count} class folders hold no images ({ImageFiles.Some(empty)}); add images or remove the folders"));
        }
    }

    static SenetException NoImages(string folder, List<string> loose, string? whenEmpty)
    {
        int images = loose.Count(ImageFiles.HasImageExtension);
        string message = images > 0
            ? $"{folder}: {ImageFiles.Number(images, "image lies", "images lie")} directly in this folder and none in a class folder; expected one folder per class with its images inside"
            : $"{folder}: no images found; expected one folder per class with image files (jpg, png, gif, bmp, webp) inside";
        return new SenetException(whenEmpty is null ? message : $"{message}; {whenEmpty}");
    }

    static List<string> FindNotes(string folder, List<string> loose, List<string> others, int repeats, string? repeat)
    {
        List<string> notes = [];
        List<string> looseImages = [.. loose.Where(ImageFiles.HasImageExtension)];
        others.AddRange(loose.Where(f => !ImageFiles.HasImageExtension(f)));
        others.Sort(StringComparer.Ordinal);
        if (looseImages.Count > 0)
            notes.Add($"{folder}: {ImageFiles.Number(looseImages.Count, "image lies", "images lie")} outside the class folders and {(looseImages.Count == 1 ? "is" : "are")} not used: {ImageFiles.Some(looseImages)}");
        if (others.Count > 0)
            notes.Add($"{folder}: {ImageFiles.Number(others.Count, "file is not an image", "files are not images")}: {ImageFiles.Some(others)}");
        if (repeats > 0)
            notes.Add($"{folder}: {ImageFiles.Number(repeats, "link leads", "links lead")} to a folder already read and {(repeats == 1 ? "is" : "are")} not followed: {repeat}");
        return notes;
    }

    /// <summary>Collects the files of one class; paths are relative to the root, with '/'.</summary>
    sealed class Walk(string root)
    {
        // The root and the folders above it count as entered: a link back up would make every image one of this class.
        readonly HashSet<string> _entered = new(Ancestors(ImageFiles.RealPath(root)), StringComparer.Ordinal);

        public List<string> Images { get; } = [];

        public List<string> Others { get; } = [];

        public List<string> Repeats { get; } = [];

        static IEnumerable<string> Ancestors(string real)
        {
            for (string? folder = real; folder is not null; folder = Path.GetDirectoryName(folder))
                yield return folder;
        }

        public void Enter(string relative)
        {
            // Folders proper come before links, so that a link to a sibling never takes its place.
            Stack<string> pending = new([relative]);
            Queue<string> links = new();
            while (pending.Count > 0 || links.Count > 0)
            {
                string current = pending.Count > 0 ? pending.Pop() : links.Dequeue();
                string full = Path.Join(root, current);
                if (!_entered.Add(ImageFiles.RealPath(full)))
                {
                    Repeats.Add(current);
                    continue;
                }
                foreach (string name in ImageFiles.Files(full))
                    (ImageFiles.HasImageExtension(name) ? Images : Others).Add($"{current}/{name}");
                foreach (string name in ImageFiles.Folders(full))
                {
                    string path = $"{current}/{name}";
                    if (new DirectoryInfo(Path.Join(root, path)).LinkTarget is null)
                        pending.Push(path);
                    else
                        links.Enqueue(path);
                }
            }
        }
    }
}
