using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// Everything that lies in a data set, for a scan: unlike <see cref="ImageDataSet"/>, it takes what could not be trained on as
/// well, such as classes without images, files that a list names in vain, and a folder of images without classes.
/// </summary>
public sealed class DataInventory
{
    DataInventory(string root, bool isFolder, IReadOnlyList<string> classes, IReadOnlyList<DataPart> parts, IReadOnlyList<string> notes)
    {
        Root = root;
        IsFolder = isFolder;
        Classes = classes;
        Parts = parts;
        Notes = notes;
    }

    /// <summary>The folder that the images' paths are relative to: the data set itself, or the folder of a list.</summary>
    public string Root { get; }

    /// <summary>Whether every folder inside <see cref="Root"/> is a class or part.</summary>
    public bool IsFolder { get; }

    /// <summary>Class names of all parts, in ordinal order; labels are indices into it. A single empty name where the images lie in no class folder.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The parts: train, validation and test as far as they exist, or all.</summary>
    public IReadOnlyList<DataPart> Parts { get; }

    /// <summary>What was left out, one line each.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Lists the data at <paramref name="path"/>; nothing but IDX and CIFAR files is decoded.</summary>
    /// <param name="path">A folder or a list file, in any form that <see cref="ImageDataSet.Open"/> reads.</param>
    /// <param name="applyOrientation">Whether images are turned upright as their EXIF data says.</param>
    /// <exception cref="SenetException">Nothing is there, a folder or list cannot be read, or there are no images at all.</exception>
    public static DataInventory Open(string path, bool applyOrientation = true)
    {
        ArgumentNullException.ThrowIfNull(path);
        DataLayout layout = DataLayout.Detect(path);
        (string Name, string? Path)[] places = [("train", layout.Train), ("validation", layout.Validation), ("test", layout.Test)];
        DataInventory inventory = layout.Kind switch
        {
            DataLayoutKind.Idx or DataLayoutKind.Cifar => OpenBinary(path, layout),
            DataLayoutKind.SplitFolders => OpenFolders(layout.Root, [.. places.Where(p => p.Path is not null)], applyOrientation),
            DataLayoutKind.SplitLists => OpenLists(layout.Root, [.. places.Where(p => p.Path is not null)], applyOrientation),
            DataLayoutKind.List => OpenLists(Path.GetDirectoryName(layout.Root) is { Length: > 0 } folder ? folder : ".", [("all", layout.Root)], applyOrientation),
            _ => OpenFolders(layout.Root, [("all", layout.Root)], applyOrientation),
        };
        return inventory.Parts.Any(p => p.Images.Count > 0)
            ? inventory
            : throw new SenetException($"{ImageFiles.Printable(path)}: no images found; expected image files (jpg, png, gif, bmp, webp) in the folder or in one folder per class");
    }

    static DataInventory OpenFolders(string root, (string Name, string? Path)[] parts, bool applyOrientation)
    {
        string[] classes = Union(parts.SelectMany(p => ImageFiles.Folders(p.Path!) is { Count: > 0 } folders ? folders : [""]));
        ClassList list = new(classes, root);
        List<string> notes = [];
        List<DataPart> opened = [];
        foreach ((string name, string? path) in parts)
        {
            FolderSource source = FolderSource.OpenFor(path!, list, applyOrientation: applyOrientation, forScan: true);
            notes.AddRange(source.Notes);
            opened.Add(new(name, source));
        }
        return new(root, true, classes, opened, notes);
    }

    static DataInventory OpenLists(string root, (string Name, string? Path)[] parts, bool applyOrientation)
    {
        List<(string Name, ListSource Source)> sources = [.. parts.Select(p => (p.Name, ListSource.OpenFor(p.Path!, null, applyOrientation, keepMissing: true)))];
        string[] classes = Union(sources.SelectMany(s => s.Source.Classes));
        return new(root, false, classes, [.. sources.Select(s => new DataPart(s.Name, Map(s.Source, s.Source.Classes, classes)))], [.. sources.SelectMany(s => s.Source.Notes)]);
    }

    static DataInventory OpenBinary(string path, DataLayout layout)
    {
        ImageDataSet images = ImageDataSet.Open(path, new());
        // Without a test file the training images were split at random; the notes say so.
        bool split = layout.Kind == DataLayoutKind.Idx ? layout.Validation is null : !CifarBinarySource.HasTest(layout.Root);
        return new(layout.Root, false, images.Classes, [new("train", images.Train), new(split ? "validation" : "test", images.Validation)], images.Notes);
    }

    static string[] Union(IEnumerable<string> names) => [.. names.Select(ImageFiles.ClassName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    static RelabelledSource Map(IImageSource source, IReadOnlyList<string> own, string[] all) => new(source, [.. own.Select(name => Array.IndexOf(all, name))]);
}
