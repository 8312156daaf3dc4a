using System.Globalization;
using System.Text;
using Senet.Tests;

namespace Senet.Data.Tests;

public sealed class FolderSourceTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_TwoClasses_ListsImagesByRelativePathWithLabels()
    {
        TestData.Image(_folder["b/2.PNG"]);
        TestData.Image(_folder["b/sub/1.jpg"]);
        TestData.Image(_folder["a/10.jpeg"]);
        TestData.Image(_folder["a/9.JPG"]);

        FolderSource source = FolderSource.Open(_folder.Path + Path.DirectorySeparatorChar);

        Assert.Equal(["a", "b"], source.Classes);
        Assert.Equal(["a/10.jpeg", "a/9.JPG", "b/2.PNG", "b/sub/1.jpg"],
            Enumerable.Range(0, source.Count).Select(i => Path.GetRelativePath(_folder.Path, source.Describe(i)).Replace('\\', '/')));
        Assert.Equal([0, 0, 1, 1], Enumerable.Range(0, 4).Select(source.Label));
        ImagePixels pixels = source.Load(2, 3, 255);
        Assert.Equal((4, 3, 3), (pixels.Width, pixels.Height, pixels.Channels));
        Assert.Empty(source.Notes);
    }

    [Fact]
    public void Open_FilesOfFileManagers_AreNeitherImagesNorClassesNorNoted()
    {
        TestData.Tree(_folder.Path, 1, "a", "b");
        foreach (string junk in new[] { ".DS_Store", "Thumbs.db", "desktop.ini", "a/.DS_Store", "a/._00.png", "b/thumbs.DB", "__MACOSX/a/1.png", ".git/1.png" })
            File.WriteAllText(_folder[junk], "x");

        FolderSource source = FolderSource.Open(_folder.Path);

        Assert.Equal(["a", "b"], source.Classes);
        Assert.Equal(2, source.Count);
        Assert.Empty(source.Notes);
    }

    [Fact]
    public void Open_OtherFilesAndLooseImages_AreNoted()
    {
        TestData.Tree(_folder.Path, 1, "a", "b");
        TestData.Image(_folder["loose.png"]);
        foreach (string other in new[] { "labels.txt", "a/notes.json", "b/x.mp4" })
            File.WriteAllText(_folder[other], "x");

        FolderSource source = FolderSource.Open(_folder.Path);

        Assert.Equal(2, source.Count);
        Assert.Equal(
            [$"{_folder.Path}: 1 image lies outside the class folders and is not used: loose.png",
            $"{_folder.Path}: 3 files are not images: a/notes.json, b/x.mp4, labels.txt"], source.Notes);
    }

    [Fact]
    public void Open_FormatsThatCannotBeDecoded_AreListedForTheScan()
    {
        TestData.Tree(_folder.Path, 1, "a", "b");
        foreach (string name in new[] { "a/x.tif", "a/x.TIFF", "a/x.heic", "a/x.heif", "a/x.avif", "a/x.webp", "a/x.bmp", "a/x.gif", "a/x.jfif", "a/x.jpe" })
            File.WriteAllText(_folder[name], "x");
        Assert.Equal(12, FolderSource.Open(_folder.Path).Count);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("cs-CZ")]
    public void Open_UnderAnotherCulture_ClassAndFileOrderIsOrdinal(string culture)
    {
        // German sorts "a" before "B" and ä beside a; Czech sorts "ch" after "h"; Turkish has two kinds of i.
        string[] names = ["Igel", "B", "a", "ch", "hund", "iltis", "ä", "İ"];
        TestData.Tree(_folder.Path, 1, names);
        TestData.Image(_folder["a/B.png"]);
        TestData.Image(_folder["a/I.PNG"]);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            FolderSource source = FolderSource.Open(_folder.Path);
            Assert.Equal(["B", "Igel", "a", "ch", "hund", "iltis", "ä", "İ"], source.Classes);
            Assert.Equal(["00.png", "B.png", "I.PNG"],
                Enumerable.Range(0, source.Count).Where(i => source.Label(i) == 2).Select(i => Path.GetFileName(source.Describe(i))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Open_DecomposedFolderName_IsTheComposedClass()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux keeps both forms of a name apart");
        TestData.Tree(_folder.Path, 1, "cafe\u0301", "b");
        Assert.Equal(["b", "caf\u00e9"], FolderSource.Open(_folder.Path).Classes);
        Assert.True(FolderSource.Open(_folder.Path).Classes[1].IsNormalized(NormalizationForm.FormC));
    }

    [Fact]
    public void Open_LinksInALoop_Ends()
    {
        TestData.Tree(_folder.Path, 2, "a", "b");
        TestData.Tree(_folder["elsewhere"], 1, "more");
        string root = _folder["root"];
        Directory.CreateDirectory(root);
        Directory.Move(_folder["a"], Path.Combine(root, "a"));
        Directory.Move(_folder["b"], Path.Combine(root, "b"));
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(root, "a", "self"), Path.Combine(root, "a"));
            Directory.CreateSymbolicLink(Path.Combine(root, "a", "up"), "..");
            Directory.CreateSymbolicLink(Path.Combine(root, "a", "top"), Path.Combine("..", ".."));
            Directory.CreateSymbolicLink(Path.Combine(root, "b", "more"), Path.Combine("..", "..", "elsewhere", "more"));
            Directory.CreateSymbolicLink(Path.Combine(root, "b", "x"), "y");
            Directory.CreateSymbolicLink(Path.Combine(root, "b", "y"), "x");
        }
        catch (UnauthorizedAccessException)
        {
            Assert.Skip("symbolic links need a privilege here");
        }

        FolderSource source = FolderSource.Open(root);

        Assert.Equal([2, 3], source.CountPerClass(2));
        Assert.Contains(source.Notes, n => n.Contains("3 links lead to a folder already read", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_ClassFolderThatIsALink_IsFollowed()
    {
        TestData.Tree(_folder["data"], 2, "a");
        TestData.Tree(_folder["store"], 3, "b");
        try
        {
            Directory.CreateSymbolicLink(_folder["data/b"], _folder["store/b"]);
        }
        catch (UnauthorizedAccessException)
        {
            Assert.Skip("symbolic links need a privilege here");
        }
        Assert.Equal([2, 3], FolderSource.Open(_folder["data"]).CountPerClass(2));
    }

    [Fact]
    public void Open_MissingFolder_SaysSo() =>
        Assert.Equal($"{_folder["no"]}: no such folder; check the path", TestData.Error(() => FolderSource.Open(_folder["no"])));

    [Fact]
    public void Open_NoImages_SaysWhatIsExpected()
    {
        Directory.CreateDirectory(_folder["a"]);
        Directory.CreateDirectory(_folder["b"]);
        Assert.Equal($"{_folder.Path}: no images found; expected one folder per class with image files (jpg, png, gif, bmp, webp) inside",
            TestData.Error(() => FolderSource.Open(_folder.Path)));
    }

    [Fact]
    public void Open_ImagesWithoutClassFolders_SaysWhatIsExpected()
    {
        TestData.Image(_folder["1.png"]);
        TestData.Image(_folder["2.png"]);
        Assert.Equal($"{_folder.Path}: 2 images lie directly in this folder and none in a class folder; expected one folder per class with its images inside",
            TestData.Error(() => FolderSource.Open(_folder.Path)));
    }

    [Fact]
    public void Open_SingleClass_NamesIt()
    {
        TestData.Tree(_folder.Path, 2, "flowers");
        Assert.Equal($"{_folder.Path}: found a single class folder, 'flowers'; expected at least two classes; if the class folders lie inside 'flowers', give that folder",
            TestData.Error(() => FolderSource.Open(_folder.Path)));
    }

    [Fact]
    public void Open_EmptyClass_NamesIt()
    {
        TestData.Tree(_folder.Path, 2, "a", "b");
        File.WriteAllText(_folder["c/readme.txt"], "x");
        Assert.Equal($"{_folder.Path}: class folder 'c' holds no images; add images or remove the folder", TestData.Error(() => FolderSource.Open(_folder.Path)));
        Directory.CreateDirectory(_folder["d"]);
        Assert.Equal($"{_folder.Path}: 2 class folders hold no images (c, d); add images or remove the folders", TestData.Error(() => FolderSource.Open(_folder.Path)));
    }

    [Fact]
    public void Open_GivenClasses_MapsByNameAndNotesTheMissing()
    {
        TestData.Tree(_folder.Path, 1, "a", "b");
        FolderSource source = FolderSource.Open(_folder.Path, ["z", "b", "a"]);
        Assert.Equal([2, 1], Enumerable.Range(0, 2).Select(source.Label));
        Assert.Equal([$"{_folder.Path}: no images of 1 class: z"], source.Notes);
    }

    [Fact]
    public void Open_FolderNotAmongGivenClasses_NamesItAndTheNearest()
    {
        TestData.Tree(_folder.Path, 1, "Ants", "bees");
        Assert.Equal($"{_folder.Path}: class folder 'Ants' is not one of the 2 classes of the class list (ants, bees) (is 'ants' meant?); rename or remove it",
            TestData.Error(() => FolderSource.Open(_folder.Path, ["ants", "bees"])));
    }
}
