using System.Globalization;
using Senet.Graph;

namespace Senet.Data;

/// <summary>Labelled images for training and validation, with one class list for both.</summary>
/// <remarks>
/// <para>What lies at the path decides how it is read:</para>
/// <list type="bullet">
/// <item>a folder with train/ (or training/) and val/, valid/, validation/, test/ or testing/, each with one folder per class;
/// a test part beside a validation part becomes <see cref="Test"/>;</item>
/// <item>a folder with one folder per class, or train/ alone: split at random, class by class (<see cref="DataSetOptions"/>);</item>
/// <item>a folder with IDX files named as MNIST's (train-images-idx3-ubyte and so on, '.' for '-', with or without .gz);</item>
/// <item>a folder with the binary version of CIFAR-10 or CIFAR-100;</item>
/// <item>a .csv, .tsv or .txt list (split as a tree is), or a folder with train.csv and val.csv (see <see cref="ListSource"/>).</item>
/// </list>
/// <para>Classes of folders and lists are in ordinal order of their names, those of IDX and CIFAR in the order of their
/// labels. A class that validation has and training lacks is an error; the other way round is a note.</para>
/// </remarks>
public sealed partial class ImageDataSet
{
    static readonly string[] FashionNames =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    readonly string _origin;

    ImageDataSet(string origin, IReadOnlyList<string> classes, IImageSource train, IImageSource validation, IImageSource? test, IReadOnlyList<string> notes)
    {
        _origin = origin;
        Classes = classes;
        Train = train;
        Validation = validation;
        Test = test;
        Notes = notes;
        Check();
    }

    /// <summary>Class names; labels of all parts are indices into it.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The images to train on; every class has at least one.</summary>
    public IImageSource Train { get; }

    /// <summary>The images to choose the best epoch by; at least one.</summary>
    public IImageSource Validation { get; }

    /// <summary>The test part of a data set that has both a validation and a test part; otherwise null.</summary>
    public IImageSource? Test { get; }

    /// <summary>One line: the path, the kind of data and the numbers of images and classes.</summary>
    public string Description => string.Create(CultureInfo.InvariantCulture,
        $"{_origin}: {Train.Count} training and {Validation.Count} validation images{(Test is null ? "" : string.Create(CultureInfo.InvariantCulture, $" and {Test.Count} test images"))} of {Classes.Count} classes");

    /// <summary>What was left out or assumed, one line each; worth showing before a training run.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Opens the data at <paramref name="path"/>; nothing but IDX and CIFAR files is decoded.</summary>
    /// <param name="path">A folder or a list file.</param>
    /// <param name="options">How to split data that has no validation part.</param>
    /// <exception cref="SenetException">
    /// Nothing is there, there are no images, fewer than two classes, a class without images, an empty validation part, a
    /// class that only validation has, or a damaged file; the message says where and what to do.
    /// </exception>
    public static ImageDataSet Open(string path, DataSetOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        if (!(options.ValidationFraction > 0 && options.ValidationFraction < 1))
        {
            throw new SenetException(string.Create(CultureInfo.InvariantCulture,
                $"validation fraction {options.ValidationFraction}; expected a number above 0 and below 1, such as 0.2"));
        }
        DataLayout layout = DataLayout.Detect(path);
        return layout.Kind switch
        {
            DataLayoutKind.Idx => OpenIdx(layout, options),
            DataLayoutKind.Cifar => OpenCifar(layout, options),
            DataLayoutKind.SplitFolders => OpenFolders(layout, options),
            DataLayoutKind.SplitLists => OpenLists(layout, options),
            DataLayoutKind.List => OpenList(layout, options),
            _ => OpenTree(layout.Root, [], options),
        };
    }

    /// <summary>
    /// This data set with other images, for instance without those a scan found bad or behind a cache. Labels must still
    /// refer to <see cref="Classes"/>.
    /// </summary>
    /// <param name="train">The images to train on.</param>
    /// <param name="validation">The images to validate on.</param>
    /// <exception cref="SenetException">A class has no training image left, or there is no validation image left.</exception>
    public ImageDataSet With(IImageSource train, IImageSource validation)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        return new ImageDataSet(_origin, Classes, train, validation, Test, Notes);
    }

    void Check()
    {
        int[] counts = Train.CountPerClass(Classes.Count);
        List<string> empty = [.. Classes.Where((_, i) => counts[i] == 0)];
        if (empty.Count > 0)
            throw new SenetException($"{_origin}: no training images of {ImageFiles.Number(empty.Count, "class", "classes")} ({ImageFiles.Some(empty)}); add images or remove the class");
        if (Classes.Count < 2)
            throw new SenetException($"{_origin}: found a single class, '{Classes[0]}'; expected at least two classes");
        if (Validation.Count == 0)
            throw new SenetException($"{_origin}: no validation images; add some, or leave the validation part out to split the training images");
    }

    static ImageDataSet OpenFolders(DataLayout layout, DataSetOptions options)
    {
        List<string> notes = [];
        if (layout.Unused.Count > 0)
            notes.Add($"{layout.Root}: {ImageFiles.Number(layout.Unused.Count, "folder", "folders")} beside the parts not used: {ImageFiles.Some(layout.Unused)}");
        if (layout.Train is null)
        {
            throw new SenetException(
                $"{layout.Root}: found {Path.GetFileName(layout.Validation ?? layout.Test)}/ but no train/; expected train/ beside it; to split one tree of class folders, give the folder that holds them");
        }
        string? validationFolder = layout.Validation ?? layout.Test;
        if (validationFolder is null)
        {
            notes.Add($"{layout.Root}: no validation folder; the images in {Path.GetFileName(layout.Train)}/ are split at random");
            return OpenTree(layout.Train, notes, options);
        }

        FolderSource train = FolderSource.OpenFor(layout.Train, null, applyOrientation: options.ApplyOrientation);
        ClassList classes = new(train.Classes, layout.Train);
        FolderSource validation = FolderSource.OpenFor(validationFolder, classes,
            $"without them the validation set is empty; remove the folder to have {Path.GetFileName(layout.Train)}/ split at random", options.ApplyOrientation);
        notes.AddRange(train.Notes);
        notes.AddRange(validation.Notes);

        FolderSource? test = null;
        if (layout.Validation is null)
            notes.Add($"{layout.Root}: {Path.GetFileName(validationFolder)}/ is used for validation");
        else if (layout.Test is not null && ImageFiles.Folders(layout.Test).Count == 0)
            notes.Add($"{layout.Test}: no class folders, so its images have no labels; not used");
        else if (layout.Test is not null)
        {
            test = FolderSource.OpenFor(layout.Test, classes, applyOrientation: options.ApplyOrientation);
            notes.AddRange(test.Notes);
        }
        return new ImageDataSet($"{layout.Root} (class folders)", train.Classes, train, validation, test, notes);
    }

    static ImageDataSet OpenTree(string folder, List<string> notes, DataSetOptions options)
    {
        FolderSource all = FolderSource.OpenFor(folder, null, applyOrientation: options.ApplyOrientation);
        notes.AddRange(all.Notes);
        return Split($"{folder} (class folders)", folder, all, all.Classes, notes, options);
    }

    static ImageDataSet OpenList(DataLayout layout, DataSetOptions options)
    {
        ListSource all = ListSource.OpenFor(layout.Root, null, options.ApplyOrientation);
        return Split($"{layout.Root} (list)", layout.Root, all, all.Classes, [.. all.Notes], options);
    }

    static ImageDataSet OpenLists(DataLayout layout, DataSetOptions options)
    {
        ListSource train = ListSource.OpenFor(layout.Train!, null, options.ApplyOrientation);
        ClassList classes = new(train.Classes, layout.Train!);
        ListSource validation = ListSource.OpenFor((layout.Validation ?? layout.Test)!, classes, options.ApplyOrientation);
        ListSource? test = layout.Validation is null || layout.Test is null ? null : ListSource.OpenFor(layout.Test, classes, options.ApplyOrientation);
        return new ImageDataSet($"{layout.Root} (lists)", train.Classes, train, validation, test, [.. train.Notes, .. validation.Notes, .. test?.Notes ?? []]);
    }

    static ImageDataSet OpenIdx(DataLayout layout, DataSetOptions options)
    {
        if (layout.Train is null)
            throw new SenetException($"{layout.Root}: found {Path.GetFileName(layout.Validation)} but no training images; expected train-images-idx3-ubyte[.gz]");
        IdxSource train = OpenIdxPair(layout.Train);
        string[] labelNames = IdxNames(SaysFashion(layout.Root));
        string[] classes = [.. PresentLabels(train).Select(l => labelNames[l])];
        ClassList list = new(classes, layout.Train);
        List<string> notes = [];
        IImageSource mapped = Map(train, labelNames, list, layout.Train, notes);
        string origin = $"{layout.Root} (IDX)";
        if (layout.Validation is null)
        {
            notes.Add($"{layout.Root}: no test files; the training images are split at random");
            return Split(origin, layout.Root, mapped, classes, notes, options);
        }
        IImageSource validation = Map(OpenIdxPair(layout.Validation), labelNames, list, layout.Validation, notes);
        return new ImageDataSet(origin, classes, mapped, validation, null, notes);
    }

    static ImageDataSet OpenCifar(DataLayout layout, DataSetOptions options)
    {
        CifarBinarySource train = CifarBinarySource.OpenTrain(layout.Root);
        List<string> notes = [];
        int batches = CifarBinarySource.TrainFiles(layout.Root).Length;
        // CIFAR-100 keeps its training images in one file, CIFAR-10 in five.
        if (train.Classes.Count == 10 && batches < 5)
            notes.Add($"{layout.Root}: {ImageFiles.Number(batches, "training file", "training files")} of the five of CIFAR-10");
        string origin = $"{layout.Root} (CIFAR)";
        if (!CifarBinarySource.HasTest(layout.Root))
        {
            notes.Add($"{layout.Root}: no test file; the training images are split at random");
            return Split(origin, layout.Root, train, train.Classes, notes, options);
        }
        CifarBinarySource validation = CifarBinarySource.OpenTest(layout.Root);
        return new ImageDataSet(origin, train.Classes, train, validation, null, notes);
    }

    static ImageDataSet Split(string origin, string path, IImageSource all, IReadOnlyList<string> classes, List<string> notes, DataSetOptions options)
    {
        int[] counts = all.CountPerClass(classes.Count);
        int lonely = Array.IndexOf(counts, 1);
        if (lonely >= 0)
            throw new SenetException($"{path}: class '{classes[lonely]}' has a single image; a split needs at least two, one to train on and one to validate; add images or remove the class");
        if (counts.Contains(0))
            throw new SenetException($"{path}: no images of class '{classes[Array.IndexOf(counts, 0)]}'; add images or remove the class");
        (int[] train, int[] validation) = StratifiedSplit.Of(all, counts, options.ValidationFraction, options.Seed);
        return new ImageDataSet($"{origin}, split at random", classes, new SubsetSource(all, train), new SubsetSource(all, validation), null, notes);
    }

    static IdxSource OpenIdxPair(string imagesFile) => IdxSource.Open(imagesFile, DataLayout.IdxLabelsFile(imagesFile));

    static int[] PresentLabels(IImageSource source) =>
        [.. Enumerable.Range(0, source.Count).Select(source.Label).Distinct().Order()];

    /// <summary>
    /// Whether the folder is Fashion-MNIST's by its name, or by its parent's: torchvision keeps the files in FashionMNIST/raw.
    /// Names further up say nothing: a project called "fashion" may hold digits too.
    /// </summary>
    static bool SaysFashion(string folder)
    {
        string full = Path.GetFullPath(folder);
        string name = Path.GetFileName(full);
        if (name.Contains("fashion", StringComparison.OrdinalIgnoreCase))
            return true;
        return !name.Contains("mnist", StringComparison.OrdinalIgnoreCase)
            && Path.GetFileName(Path.GetDirectoryName(full) ?? "").Contains("fashion", StringComparison.OrdinalIgnoreCase);
    }

    static string[] IdxNames(bool fashion)
    {
        // Labels are bytes; relatives of MNIST have up to 62 classes.
        string[] names = [.. Enumerable.Range(0, 256).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        if (fashion)
            FashionNames.CopyTo(names, 0);
        return names;
    }

    /// <summary>The source with its own labels mapped by name to <paramref name="classes"/>; only labels that occur must be known.</summary>
    static IImageSource Map(IImageSource source, IReadOnlyList<string> names, ClassList classes, string where, ICollection<string> notes)
    {
        int[] map = new int[names.Count];
        bool same = true;
        foreach (int label in PresentLabels(source))
        {
            map[label] = classes.Find(names[label], where, "class");
            same &= map[label] == label;
        }
        IImageSource mapped = same ? source : new RelabelledSource(source, map);
        classes.NoteMissing(mapped.CountPerClass(classes.Names.Count), where, notes);
        return mapped;
    }
}
