using Senet.Graph;

namespace Senet.Data;

public sealed partial class ImageDataSet
{
    /// <summary>
    /// Opens data to evaluate a model on: its labels refer to <paramref name="classes"/>, matched by name. Of a data set with
    /// parts it takes validation, or test where there is no validation; a plain tree of class folders or a list is taken as
    /// a whole, and may hold a single class.
    /// </summary>
    /// <param name="path">A folder or a list file, in any form that <see cref="Open"/> reads.</param>
    /// <param name="classes">The model's class names, in the order of its outputs.</param>
    /// <param name="notes">Receives what was left out and which classes have no images, one line each; may be null.</param>
    /// <param name="applyOrientation">Whether images are turned upright as their EXIF data says: the model's <see cref="Preprocessing.ApplyOrientation"/>.</param>
    /// <exception cref="SenetException">
    /// Nothing is there, there are no images, there is a training part only, or a class is not the model's; the message names it.
    /// </exception>
    public static IImageSource OpenForEvaluation(string path, IReadOnlyList<string> classes, ICollection<string>? notes = null, bool applyOrientation = true)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(classes);
        notes ??= [];
        ClassList list = new(classes, "the model");
        DataLayout layout = DataLayout.Detect(path);
        string? part = layout.Validation ?? layout.Test;
        switch (layout.Kind)
        {
            case DataLayoutKind.Idx:
                return EvaluateIdx(part ?? throw NoPart(layout, "t10k-images-idx3-ubyte[.gz]"), list, notes);
            case DataLayoutKind.Cifar:
                CifarBinarySource cifar = CifarBinarySource.OpenTest(layout.Root);
                return Map(cifar, cifar.Classes, list, layout.Root, notes);
            case DataLayoutKind.SplitFolders:
                NotePart(layout, notes);
                return Noted(FolderSource.OpenFor(part ?? throw NoPart(layout, "val/ or test/"), list, applyOrientation: applyOrientation));
            case DataLayoutKind.SplitLists:
                NotePart(layout, notes);
                return Noted(ListSource.OpenFor(part!, list, applyOrientation));
            case DataLayoutKind.List:
                return Noted(ListSource.OpenFor(layout.Root, list, applyOrientation));
            default:
                return Noted(FolderSource.OpenFor(layout.Root, list, applyOrientation: applyOrientation));
        }

        IImageSource Noted(IImageSource source)
        {
            foreach (string note in source is FolderSource folder ? folder.Notes : ((ListSource)source).Notes)
                notes.Add(note);
            return source;
        }
    }

    static SenetException NoPart(DataLayout layout, string expected) => new(
        $"{layout.Root}: holds only training images; expected {expected}{(layout.Kind == DataLayoutKind.SplitFolders ? $"; to evaluate on the training images, give {layout.Train}" : "")}");

    static void NotePart(DataLayout layout, ICollection<string> notes)
    {
        if (layout.Validation is not null && layout.Test is not null)
            notes.Add($"{layout.Root}: {Path.GetFileName(layout.Validation)} is evaluated; give {layout.Test} for the test images");
    }

    static IImageSource EvaluateIdx(string imagesFile, ClassList classes, ICollection<string> notes)
    {
        IdxSource source = OpenIdxPair(imagesFile);
        // The files hold numbers only. When the names that the folder suggests are not the model's, the other set may be:
        // a copy of Fashion-MNIST in a folder of another name.
        bool fashion = SaysFashion(Path.GetDirectoryName(imagesFile) ?? "");
        int[] present = PresentLabels(source);
        if (!Known(fashion) && Known(!fashion))
            fashion = !fashion;
        return Map(source, IdxNames(fashion), classes, imagesFile, notes);

        bool Known(bool asFashion)
        {
            string[] names = IdxNames(asFashion);
            return present.All(l => classes.TryFind(names[l], out _));
        }
    }
}
