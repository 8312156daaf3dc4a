using System.Text.RegularExpressions;
using Senet.Graph;

namespace Senet.Data;

/// <summary>What kind of data a path holds, told by what lies there.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Root">The folder or file that holds it.</param>
sealed partial record DataLayout(DataLayoutKind Kind, string Root)
{
    static readonly string[] TrainNames = ["train", "training"];
    static readonly string[] ValidationNames = ["val", "valid", "validation"];
    static readonly string[] TestNames = ["test", "testing"];
    static readonly string[] ListExtensions = [".csv", ".tsv", ".txt"];
    static readonly string[] ArchiveExtensions = [".zip", ".tar", ".gz", ".tgz", ".xz", ".bz2", ".7z", ".rar", ".zst"];

    // Where common archives and torchvision put the files, below the folder that people name.
    static readonly string[] InnerFolders = ["raw", "cifar-10-batches-bin", "cifar-100-binary"];

    /// <summary>The training part: a folder, a list, or an IDX images file.</summary>
    public string? Train { get; init; }

    /// <summary>The validation part.</summary>
    public string? Validation { get; init; }

    /// <summary>The test part.</summary>
    public string? Test { get; init; }

    /// <summary>Folders beside the parts that are not used.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];

    /// <exception cref="SenetException">Nothing is there, or nothing that can be read as a data set.</exception>
    public static DataLayout Detect(string path)
    {
        path = Path.TrimEndingDirectorySeparator(path);
        if (File.Exists(path))
        {
            string extension = Path.GetExtension(path);
            if (ListExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
                return new DataLayout(DataLayoutKind.List, path);
            throw new SenetException(ArchiveExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase)
                ? $"{path}: is an archive; unpack it and give the folder"
                : $"{path}: is a file; expected a folder of images or a .csv, .tsv or .txt list of path,label lines");
        }
        if (!Directory.Exists(path))
            throw new SenetException($"{path}: no such file or folder; check the path");

        if (DetectBinary(path) is { } binary)
            return binary;
        foreach (string inner in InnerFolders)
        {
            string folder = Path.Join(path, inner);
            if (Directory.Exists(folder) && DetectBinary(folder) is { } innerBinary)
                return innerBinary;
        }
        return DetectFolders(path) ?? DetectLists(path) ?? new DataLayout(DataLayoutKind.ClassFolders, path);
    }

    static DataLayout? DetectBinary(string folder)
    {
        List<string> files = ImageFiles.Files(folder);
        string? train = files.Find(f => IdxImages().Match(f) is { Success: true } m && m.Groups[1].Value == "train");
        string? test = files.Find(f => IdxImages().Match(f) is { Success: true } m && m.Groups[1].Value != "train");
        if (train is not null || test is not null)
        {
            return new DataLayout(DataLayoutKind.Idx, folder)
            {
                Train = train is null ? null : Path.Join(folder, train),
                Validation = test is null ? null : Path.Join(folder, test),
            };
        }
        if (CifarBinarySource.IsCifarFolder(folder))
            return new DataLayout(DataLayoutKind.Cifar, folder);
        if (files.Contains("data_batch_1") || (files.Contains("meta") && files.Contains("train")))
            throw new SenetException($"{folder}: is the Python version of CIFAR; expected the binary version (data_batch_1.bin or train.bin); download that one");
        return null;
    }

    /// <summary>The labels file that belongs to an IDX images file.</summary>
    public static string IdxLabelsFile(string imagesFile)
    {
        string folder = Path.GetDirectoryName(imagesFile) ?? "";
        string part = IdxImages().Match(Path.GetFileName(imagesFile)).Groups[1].Value;
        string? labels = ImageFiles.Files(folder).Find(f => IdxLabels().Match(f) is { Success: true } m && m.Groups[1].Value == part);
        return labels is null
            ? throw new SenetException($"{imagesFile}: its labels file {part}-labels-idx1-ubyte[.gz] is not in the folder; put it there")
            : Path.Join(folder, labels);
    }

    [GeneratedRegex(@"^(train|t10k|test)[-.]images[-.]idx3[-.]ubyte(\.gz)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IdxImages();

    [GeneratedRegex(@"^(train|t10k|test)[-.]labels[-.]idx1[-.]ubyte(\.gz)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IdxLabels();

    static DataLayout? DetectFolders(string folder)
    {
        List<string> names = ImageFiles.Folders(folder);
        string? train = Pick(names, TrainNames), validation = Pick(names, ValidationNames), test = Pick(names, TestNames);
        List<string> others = [.. names.Where(n => n != train && n != validation && n != test)];
        // A class may be called "train" (beside "bus" and "car"): the name alone means a part only beside another part,
        // or when there is nothing else.
        bool parts = train is not null && (validation ?? test) is not null;
        bool onlyParts = names.Count > 0 && others.Count == 0;
        if (!parts && !onlyParts)
            return null;
        return new DataLayout(DataLayoutKind.SplitFolders, folder)
        {
            Train = train is null ? null : Path.Join(folder, train),
            Validation = validation is null ? null : Path.Join(folder, validation),
            Test = test is null ? null : Path.Join(folder, test),
            Unused = others,
        };
    }

    static DataLayout? DetectLists(string folder)
    {
        List<string> files = [.. ImageFiles.Files(folder).Where(f => ListExtensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))];
        List<string> stems = [.. files.Select(f => Path.GetFileNameWithoutExtension(f))];
        string? List(string[] known) => Pick(stems, known) is string stem ? Path.Join(folder, files[stems.IndexOf(stem)]) : null;
        string? train = List(TrainNames), validation = List(ValidationNames), test = List(TestNames);
        if (train is null || (validation ?? test) is null)
            return null;
        return new DataLayout(DataLayoutKind.SplitLists, folder) { Train = train, Validation = validation, Test = test };
    }

    static string? Pick(List<string> names, string[] known) =>
        known.Select(k => names.Find(n => n.Equals(k, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(n => n is not null);
}
