using System.Globalization;
using Senet.Tests;

namespace Senet.Data.Tests;

public sealed class ImageDataSetTests : IDisposable
{
    static readonly DataSetOptions Options = new();

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string ErrorOf(string? path = null) => TestData.Error(() => ImageDataSet.Open(path ?? _folder.Path, Options));

    string[] Names(IImageSource source) =>
        [.. Enumerable.Range(0, source.Count).Select(i => Path.GetRelativePath(_folder.Path, source.Describe(i)).Replace('\\', '/'))];

    [Theory]
    [InlineData("train", "val")]
    [InlineData("train", "valid")]
    [InlineData("Train", "Validation")]
    [InlineData("training", "testing")]
    [InlineData("train", "test")]
    public void Open_TrainAndSecondFolder_UsesBoth(string train, string validation)
    {
        TestData.Tree(_folder[train], 3, "b", "a");
        TestData.Tree(_folder[validation], 2, "a", "b");
        ImageDataSet data = ImageDataSet.Open(_folder.Path, Options);
        Assert.Equal(["a", "b"], data.Classes);
        Assert.Equal((6, 4), (data.Train.Count, data.Validation.Count));
        Assert.Null(data.Test);
        Assert.Equal([2, 2], data.Validation.CountPerClass(2));
        Assert.Equal($"{_folder.Path} (class folders): 6 training and 4 validation images of 2 classes", data.Description);
        Assert.Equal(validation.StartsWith("test", StringComparison.Ordinal) ? [$"{_folder.Path}: {validation}/ is used for validation"] : [], data.Notes);
    }

    [Fact]
    public void Open_ValAndTest_KeepsTestApart()
    {
        TestData.Tree(_folder["train"], 3, "a", "b");
        TestData.Tree(_folder["val"], 2, "a", "b");
        TestData.Tree(_folder["test"], 1, "a", "b");
        TestData.Tree(_folder["extra"], 1, "a");
        ImageDataSet data = ImageDataSet.Open(_folder.Path, Options);
        Assert.Equal((6, 4, 2), (data.Train.Count, data.Validation.Count, data.Test!.Count));
        Assert.EndsWith("6 training and 4 validation images and 2 test images of 2 classes", data.Description, StringComparison.Ordinal);
        Assert.Equal([$"{_folder.Path}: 1 folder beside the parts not used: extra"], data.Notes);
    }

    [Fact]
    public void Open_TestWithoutClassFolders_IsNotedAndNotUsed()
    {
        TestData.Tree(_folder["train"], 1, "a", "b");
        TestData.Tree(_folder["val"], 1, "a", "b");
        TestData.Image(_folder["test/1.png"]);
        ImageDataSet data = ImageDataSet.Open(_folder.Path, Options);
        Assert.Null(data.Test);
        Assert.Equal([$"{_folder["test"]}: no class folders, so its images have no labels; not used"], data.Notes);
    }

    [Fact]
    public void Open_ClassCalledTrainAmongOthers_IsAClass()
    {
        TestData.Tree(_folder.Path, 5, "bus", "car", "train");
        Assert.Equal(["bus", "car", "train"], ImageDataSet.Open(_folder.Path, Options).Classes);
    }

    [Fact]
    public void Open_Tree_SplitsEveryClassInProportion()
    {
        TestData.Tree(_folder.Path, 10, "a");
        TestData.Tree(_folder.Path, 7, "b");
        TestData.Tree(_folder.Path, 2, "c");

        ImageDataSet data = ImageDataSet.Open(_folder.Path, Options);

        Assert.Equal([2, 1, 1], data.Validation.CountPerClass(3));
        Assert.Equal([8, 6, 1], data.Train.CountPerClass(3));
        string[] train = Names(data.Train), validation = Names(data.Validation);
        Assert.Equal(19, train.Union(validation).Count());
        Assert.Equal(train.Order(StringComparer.Ordinal), train);
        Assert.Equal([1, 1, 1], ImageDataSet.Open(_folder.Path, Options with { ValidationFraction = 0.99 }).Train.CountPerClass(3));
        Assert.Equal([1, 1, 1], ImageDataSet.Open(_folder.Path, Options with { ValidationFraction = 0.01 }).Validation.CountPerClass(3));
    }

    [Fact]
    public void Open_Tree_SplitDependsOnTheSeedAlone()
    {
        TestData.Tree(_folder.Path, 20, "a", "b");
        string[] Validation(ulong seed) => Names(ImageDataSet.Open(_folder.Path, new DataSetOptions { Seed = seed }).Validation);
        string[] first = Validation(1);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            Assert.Equal(first, Validation(1));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
        Assert.NotEqual(first, Validation(2));
        // Stored: a change would silently move images between training and validation of everyone's data.
        Assert.Equal(StoredSplit, string.Join(' ', first));
    }

    const string StoredSplit = "a/01.png a/04.png a/18.png a/19.png b/01.png b/03.png b/08.png b/18.png";

    [Fact]
    public void Open_TrainAlone_IsSplitAndNoted()
    {
        TestData.Tree(_folder["train"], 5, "a", "b");
        ImageDataSet data = ImageDataSet.Open(_folder.Path, Options);
        Assert.Equal((8, 2), (data.Train.Count, data.Validation.Count));
        Assert.Equal([$"{_folder.Path}: no validation folder; the images in train/ are split at random"], data.Notes);
    }

    [Fact]
    public void Open_ValAlone_AsksForTrain()
    {
        TestData.Tree(_folder["val"], 5, "a", "b");
        Assert.Contains("found val/ but no train/", ErrorOf(), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_EmptyVal_SaysWhatToDo()
    {
        TestData.Tree(_folder["train"], 2, "a", "b");
        string advice = "no images found; expected one folder per class with image files (jpg, png, gif, bmp, webp) inside; without them the validation set is empty; remove the folder to have train/ split at random";
        Directory.CreateDirectory(_folder["val"]);
        Assert.Equal($"{_folder["val"]}: {advice}", ErrorOf());
        Directory.CreateDirectory(_folder["val/a"]);
        Assert.Equal($"{_folder["val"]}: {advice}", ErrorOf());
    }

    [Fact]
    public void Open_ClassOnlyInVal_NamesIt()
    {
        TestData.Tree(_folder["train"], 2, "ants", "bees");
        TestData.Tree(_folder["val"], 2, "ants", "wasps");
        Assert.Equal($"{_folder["val"]}: class folder 'wasps' is not one of the 2 classes of {_folder["train"]} (ants, bees); rename or remove it", ErrorOf());
    }

    [Fact]
    public void Open_ClassMissingFromVal_IsNoted()
    {
        TestData.Tree(_folder["train"], 2, "ants", "bees", "wasps");
        TestData.Tree(_folder["val"], 2, "ants", "wasps");
        Directory.CreateDirectory(_folder["val/bees"]);
        ImageDataSet data = ImageDataSet.Open(_folder.Path, Options);
        Assert.Equal([0, 0, 2, 2], Enumerable.Range(0, 4).Select(data.Validation.Label));
        Assert.Equal([$"{_folder["val"]}: no images of 1 class: bees"], data.Notes);
    }

    [Fact]
    public void Open_ErrorsBeforeTraining_SayWhereAndWhat()
    {
        Assert.Equal($"{_folder["no"]}: no such file or folder; check the path", ErrorOf(_folder["no"]));
        Assert.Contains("no images found", ErrorOf(), StringComparison.Ordinal);
        File.WriteAllText(_folder["data.zip"], "x");
        Assert.Equal($"{_folder["data.zip"]}: is an archive; unpack it and give the folder", ErrorOf(_folder["data.zip"]));
        File.WriteAllText(_folder["cat.jpg"], "x");
        Assert.Contains("is a file; expected a folder of images or a .csv", ErrorOf(_folder["cat.jpg"]), StringComparison.Ordinal);
        TestData.Tree(_folder["one"], 3, "a");
        Assert.Contains("found a single class folder, 'a'", ErrorOf(_folder["one"]), StringComparison.Ordinal);
        TestData.Tree(_folder["lonely"], 3, "a");
        TestData.Tree(_folder["lonely"], 1, "b");
        Assert.Contains("class 'b' has a single image; a split needs at least two", ErrorOf(_folder["lonely"]), StringComparison.Ordinal);
        TestData.Tree(_folder["empty/train"], 3, "a", "b");
        TestData.Tree(_folder["empty/val"], 3, "a", "b");
        Directory.CreateDirectory(_folder["empty/train/c"]);
        Assert.Contains("class folder 'c' holds no images", ErrorOf(_folder["empty"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Open_FractionOutOfRange_IsAnError(double fraction) =>
        Assert.Contains("expected a number above 0 and below 1", TestData.Error(() => ImageDataSet.Open(_folder.Path, new DataSetOptions { ValidationFraction = fraction })), StringComparison.Ordinal);

    [Fact]
    public void With_DroppedImages_ChecksClassesAgain()
    {
        TestData.Tree(_folder["train"], 2, "a", "b");
        TestData.Tree(_folder["val"], 1, "a", "b");
        ImageDataSet data = ImageDataSet.Open(_folder.Path, Options);
        Assert.Equal(3, data.With(data.Train.Without([0]), data.Validation).Train.Count);
        Assert.Contains("no training images of 1 class (a)", TestData.Error(() => data.With(data.Train.Without([0, 1]), data.Validation)), StringComparison.Ordinal);
        Assert.Contains("no validation images", TestData.Error(() => data.With(data.Train, data.Validation.Without([0, 1]))), StringComparison.Ordinal);
    }

    void WriteIdx(string folder, string part, string dot, string suffix, params byte[] labels)
    {
        (byte[] images, byte[] names) = TestData.IdxPair(labels);
        File.WriteAllBytes(_folder[$"{folder}/{part}-images{dot}idx3-ubyte{suffix}"], suffix == "" ? images : TestData.Gzip(images));
        File.WriteAllBytes(_folder[$"{folder}/{part}-labels{dot}idx1-ubyte{suffix}"], suffix == "" ? names : TestData.Gzip(names));
    }

    [Theory]
    [InlineData("-", "")]
    [InlineData("-", ".gz")]
    [InlineData(".", "")]
    [InlineData(".", ".gz")]
    public void Open_IdxFolder_IsTold(string dot, string suffix)
    {
        WriteIdx("mnist", "train", dot, suffix, 0, 1, 2, 10);
        WriteIdx("mnist", "t10k", dot, suffix, 10, 0);
        ImageDataSet data = ImageDataSet.Open(_folder["mnist"], Options);
        // In the order of the labels, as everyone numbers digits, not in ordinal order ("10" before "2").
        Assert.Equal(["0", "1", "2", "10"], data.Classes);
        Assert.Equal([0, 1, 2, 3], Enumerable.Range(0, 4).Select(data.Train.Label));
        Assert.Equal([3, 0], Enumerable.Range(0, 2).Select(data.Validation.Label));
        Assert.Equal([$"{_folder[$"mnist/t10k-images{dot}idx3-ubyte{suffix}"]}: no images of 2 classes: 1, 2"], data.Notes);
    }

    [Theory]
    [InlineData("Fashion-MNIST", true)]
    [InlineData("FashionMNIST/raw", true)]
    [InlineData("fashion/mnist", false)]
    [InlineData("MNIST/raw", false)]
    public void Open_IdxFolderOfFashion_HasItsNames(string folder, bool fashion)
    {
        WriteIdx(folder, "train", "-", "", 0, 1, 9);
        WriteIdx(folder, "t10k", "-", "", 0, 1, 9);
        string[] expected = fashion ? ["T-shirt/top", "Trouser", "Ankle boot"] : ["0", "1", "9"];
        Assert.Equal(expected, ImageDataSet.Open(_folder[folder], Options).Classes);
        if (folder.EndsWith("/raw", StringComparison.Ordinal))
            Assert.Equal(expected, ImageDataSet.Open(_folder[folder[..^4]], Options).Classes);
    }

    [Fact]
    public void Open_IdxFolderWithoutLabels_NamesTheFile()
    {
        WriteIdx("m", "train", "-", "", 0, 1);
        File.Delete(_folder["m/train-labels-idx1-ubyte"]);
        Assert.Contains("its labels file train-labels-idx1-ubyte[.gz] is not in the folder", ErrorOf(_folder["m"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_IdxTestLabelUnknownInTraining_IsAnError()
    {
        WriteIdx("m", "train", "-", "", 0, 1);
        WriteIdx("m", "t10k", "-", "", 2);
        Assert.Contains("class '2' is not one of the 2 classes", ErrorOf(_folder["m"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_CifarFolder_IsTold()
    {
        File.WriteAllBytes(_folder["x/cifar-10-batches-bin/data_batch_1.bin"], TestData.Cifar(1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        File.WriteAllBytes(_folder["x/cifar-10-batches-bin/test_batch.bin"], TestData.Cifar(1, 9, 8));
        ImageDataSet data = ImageDataSet.Open(_folder["x"], Options);
        Assert.Equal((10, 2, 10), (data.Train.Count, data.Validation.Count, data.Classes.Count));
        Assert.Equal(9, data.Validation.Label(0));
        Assert.Equal([$"{_folder["x/cifar-10-batches-bin"]}: 1 training file of the five of CIFAR-10"], data.Notes);
    }

    [Fact]
    public void Open_PythonCifar_SaysWhichToGet()
    {
        File.WriteAllText(_folder["c/data_batch_1"], "pickle");
        Assert.Contains("Python version of CIFAR", ErrorOf(_folder["c"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_List_IsSplitLikeATree()
    {
        TestData.Tree(_folder["img"], 5, "a", "b");
        File.WriteAllLines(_folder["all.csv"], Enumerable.Range(0, 5).SelectMany(i => new[] { $"img/a/0{i}.png,x", $"img/b/0{i}.png,y" }));
        ImageDataSet data = ImageDataSet.Open(_folder["all.csv"], Options);
        Assert.Equal(["x", "y"], data.Classes);
        Assert.Equal([1, 1], data.Validation.CountPerClass(2));
        Assert.Equal([4, 4], data.Train.CountPerClass(2));
    }

    [Fact]
    public void Open_FolderOfLists_UsesBoth()
    {
        TestData.Tree(_folder["img"], 2, "a", "b");
        File.WriteAllText(_folder["train.csv"], "img/a/00.png,x\nimg/b/00.png,y\n");
        File.WriteAllText(_folder["val.csv"], "img/b/01.png,y\n");
        ImageDataSet data = ImageDataSet.Open(_folder.Path, Options);
        Assert.Equal((2, 1, 1), (data.Train.Count, data.Validation.Count, data.Validation.Label(0)));
        File.WriteAllText(_folder["val.csv"], "img/b/01.png,z\n");
        Assert.Contains("val.csv, line 1: label 'z' is not one of the 2 classes of", ErrorOf(), StringComparison.Ordinal);
    }

    [Fact]
    public void OpenForEvaluation_MapsByNameInTheModelsOrder()
    {
        TestData.Tree(_folder["d/train"], 2, "a", "b");
        TestData.Tree(_folder["d/val"], 1, "a", "b");
        TestData.Tree(_folder["d/test"], 3, "a", "b");
        List<string> notes = [];
        IImageSource source = ImageDataSet.OpenForEvaluation(_folder["d"], ["b", "z", "a"], notes);
        Assert.Equal([2, 0], Enumerable.Range(0, source.Count).Select(source.Label));
        Assert.Equal(2, notes.Count);
        Assert.Contains(notes, n => n.EndsWith("no images of 1 class: z", StringComparison.Ordinal));
        Assert.Contains(notes, n => n.Contains("val is evaluated", StringComparison.Ordinal));
        Assert.Equal(6, ImageDataSet.OpenForEvaluation(_folder["d/test"], ["b", "a"]).Count);
        Assert.Equal(4, ImageDataSet.OpenForEvaluation(_folder["d/train"], ["b", "a"]).Count);
    }

    [Fact]
    public void OpenForEvaluation_SingleClassTree_IsAllowed()
    {
        TestData.Tree(_folder["d"], 3, "a");
        Assert.Equal(3, ImageDataSet.OpenForEvaluation(_folder["d"], ["a", "b"]).Count);
    }

    [Fact]
    public void OpenForEvaluation_UnknownClass_IsNamed()
    {
        TestData.Tree(_folder["d"], 1, "ants", "wasps");
        Assert.Equal($"{_folder["d"]}: class folder 'wasps' is not one of the 2 classes of the model (ants, bees); rename or remove it",
            TestData.Error(() => ImageDataSet.OpenForEvaluation(_folder["d"], ["ants", "bees"])));
    }

    [Fact]
    public void OpenForEvaluation_TrainingPartAlone_IsRefused()
    {
        TestData.Tree(_folder["d/train"], 1, "a", "b");
        Assert.Contains("holds only training images", TestData.Error(() => ImageDataSet.OpenForEvaluation(_folder["d"], ["a", "b"])), StringComparison.Ordinal);
        WriteIdx("m", "train", "-", "", 0, 1);
        Assert.Contains("expected t10k-images-idx3-ubyte", TestData.Error(() => ImageDataSet.OpenForEvaluation(_folder["m"], ["0", "1"])), StringComparison.Ordinal);
    }

    [Fact]
    public void OpenForEvaluation_IdxCifarAndList_TakeTheTestPart()
    {
        WriteIdx("m", "train", "-", "", 0, 1);
        WriteIdx("m", "t10k", "-", "", 1, 0, 1);
        IImageSource digits = ImageDataSet.OpenForEvaluation(_folder["m"], ["1", "0"]);
        Assert.Equal([0, 1, 0], Enumerable.Range(0, 3).Select(digits.Label));
        // The folder's name does not say fashion, but the model's classes do.
        IImageSource fashion = ImageDataSet.OpenForEvaluation(_folder["m"], ["Trouser", "T-shirt/top"]);
        Assert.Equal([0, 1, 0], Enumerable.Range(0, 3).Select(fashion.Label));
        Assert.Contains("class '0' is not one of the 2 classes of the model",
            TestData.Error(() => ImageDataSet.OpenForEvaluation(_folder["m"], ["ants", "bees"])), StringComparison.Ordinal);

        File.WriteAllBytes(_folder["c/test_batch.bin"], TestData.Cifar(1, 3, 5));
        IImageSource cifar = ImageDataSet.OpenForEvaluation(_folder["c"], ["dog", "cat"]);
        Assert.Equal([1, 0], Enumerable.Range(0, 2).Select(cifar.Label));

        TestData.Image(_folder["1.png"]);
        File.WriteAllText(_folder["l.csv"], "1.png,b\n");
        Assert.Equal(1, ImageDataSet.OpenForEvaluation(_folder["l.csv"], ["a", "b"]).Label(0));
    }

    [Fact]
    public void Open_DebiansFashionMnist_IsWhole()
    {
        const string Folder = "/usr/share/datasets/fashion-mnist";
        Assert.SkipUnless(Directory.Exists(Folder), "Debian's dataset-fashion-mnist is not installed");
        ImageDataSet data = ImageDataSet.Open(Folder, Options);
        Assert.Equal((60_000, 10_000), (data.Train.Count, data.Validation.Count));
        Assert.Equal(["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"], data.Classes);
        Assert.All(data.Train.CountPerClass(10), n => Assert.Equal(6000, n));
        Assert.All(data.Validation.CountPerClass(10), n => Assert.Equal(1000, n));
        Assert.Equal(9, data.Train.Label(0));
        Assert.Equal(28 * 28, data.Train.Load(59_999, 1, 0).Data.Length);
        Assert.Empty(data.Notes);
    }
}
