using Senet.Graph;
using Senet.Tests;

namespace Senet.Data.Tests;

public sealed class DataSetReportTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    DataSetReport Report(string? path = null)
    {
        DataInventory inventory = DataInventory.Open(path ?? _folder.Path);
        return DataSetReport.Of(inventory, [.. inventory.Parts.Select(p => DataScanner.Scan(p.Images, 3, 255, 2, null, TestContext.Current.CancellationToken))]);
    }

    [Fact]
    public void Of_TwoParts_CountsAddUp()
    {
        for (int i = 0; i < 12; i++)
        {
            TestData.Photo(_folder[$"train/a/{i}.jpg"], i);
            TestData.Photo(_folder[$"train/b/{i}.png"], 100 + i, 30, 20);
        }
        TestData.Photo(_folder["val/a/x.jpg"], 50);
        TestData.Photo(_folder["val/c/y.jpg"], 51);
        File.WriteAllText(_folder["val/c/z.jpg"], "<html>");
        Directory.CreateDirectory(_folder["train/empty"]);

        DataSetReport report = Report();

        Assert.Equal(["train", "validation"], report.Parts.Select(p => p.Data.Name));
        Assert.Equal(["a", "b", "c", "empty"], report.Inventory.Classes);
        Assert.Equal([12, 12, 0, 0], report.Parts[0].PerClass);
        Assert.Equal([1, 0, 2, 0], report.Parts[1].PerClass);
        Assert.Equal([1, 0, 1, 0], report.Parts[1].UsablePerClass);
        Assert.Equal((27, 1), (report.Count, report.BadCount));
        Assert.Equal(report.Count - report.BadCount, report.Formats.Sum(f => f.Value));
        Assert.Equal(report.Count - report.BadCount, report.Channels.Sum(c => c.Value));
        Assert.Equal(report.Count - report.BadCount, report.Sizes.Sum(s => s.Value));
        Assert.Equal(((64, 48), 14), (report.Sizes[0].Key, report.Sizes[0].Value));
        Assert.Equal([30, 64, 64], report.Quantiles(i => i.Width, 0, 0.5, 1));
        Assert.Equal([("c", 0), ("empty", 0)], report.NearEmptyClasses);
        Assert.Empty(report.Duplicates);
    }

    [Fact]
    public void Of_EqualFiles_TellsRepeatsLeaksAndContradictions()
    {
        for (int i = 0; i < 4; i++)
            TestData.Photo(_folder[$"train/a/{i}.jpg"], i);
        TestData.Photo(_folder["train/b/0.jpg"], 9);
        TestData.Photo(_folder["val/a/0.jpg"], 20);
        File.Copy(_folder["train/a/0.jpg"], _folder["train/a/copy of 0.jpg"]);  // repeat
        File.Copy(_folder["train/a/1.jpg"], _folder["train/b/1.jpg"]);          // other label
        File.Copy(_folder["train/a/2.jpg"], _folder["val/a/2.jpg"]);            // leak
        File.Copy(_folder["train/a/3.jpg"], _folder["val/b/3 renamed.jpg"]);    // leak with another label
        File.WriteAllText(_folder["train/a/bad1.jpg"], "x");
        File.WriteAllText(_folder["train/a/bad2.jpg"], "x");                    // equal, but no images

        DataSetReport report = Report();

        Assert.Equal(4, report.Duplicates.Count);
        Assert.Equal((2, 2, 2), (report.RepeatedImages, report.LeakedImages, report.ContradictoryGroups));
        DuplicateGroup leak = report.Duplicates.Single(g => g.IsLeak && !g.IsContradictory);
        Assert.Equal([(0, 0), (1, 0)], leak.Images.Select(i => (i.Part, i.Label)));
    }

    [Fact]
    public void Open_FolderWithoutClasses_IsOneNamelessClass()
    {
        TestData.Image(_folder["1.png"]);
        File.WriteAllText(_folder["2.png"], "x");
        DataSetReport report = Report();
        Assert.Equal([""], report.Inventory.Classes);
        Assert.Equal((2, 1), (report.Count, report.BadCount));
        Assert.Contains("no images found", TestData.Error(() => DataInventory.Open(Directory.CreateDirectory(_folder["none"]).FullName)), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_List_ReportsFilesThatAreMissing()
    {
        TestData.Image(_folder["1.png"]);
        File.WriteAllText(_folder["list.csv"], "path,label\n1.png,cat\ngone.png,cat\n1.png,dog\n");
        DataSetReport report = Report(_folder["list.csv"]);
        Assert.Equal((3, 1, 1), (report.Count, report.BadCount, report.ContradictoryGroups));
        Assert.Equal("there is no such file", report.Parts[0].Scan.Bad[0].Reason);
        Assert.Throws<SenetException>(() => ListSource.Open(_folder["list.csv"]));
    }

    [Fact]
    public void Of_Hymenoptera_HasNoLeak()
    {
        DataSetReport report = Report(SharedFiles.Shared("data/hymenoptera"));
        Assert.Equal((398, 1), (report.Count, report.BadCount));
        Assert.Equal((0, 0), (report.LeakedImages, report.ContradictoryGroups));
        Assert.Equal(397, report.Formats.Sum(f => f.Value));
    }
}
