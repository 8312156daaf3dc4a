using Senet.Tests;

namespace Senet.Data.Tests;

public sealed class ListSourceTests : IDisposable
{
    readonly TempFolder _folder = new();

    public ListSourceTests()
    {
        foreach (string name in new[] { "1.png", "sub/2.png", "a,b.png", "say \"hi\".png", "with space.png" })
        {
            if (OperatingSystem.IsWindows() && name.Contains('"'))
                continue;
            TestData.Image(_folder["img/" + name]);
        }
    }

    public void Dispose() => _folder.Dispose();

    string Write(string name, string text)
    {
        File.WriteAllText(_folder[name], text);
        return _folder[name];
    }

    static string[] Read(ListSource source) =>
        [.. Enumerable.Range(0, source.Count).Select(i => $"{Path.GetFileName(source.Describe(i))}={source.Classes[source.Label(i)]}")];

    [Fact]
    public void Open_CsvWithHeaderAndBlankLines_KeepsOrderAndSortsClasses()
    {
        ListSource source = ListSource.Open(Write("list.csv", "\uFEFFpath,label\r\nimg/sub/2.png,dog\r\n\r\n img/1.png , cat \r\n"));
        Assert.Equal(["cat", "dog"], source.Classes);
        Assert.Equal(["2.png=dog", "1.png=cat"], Read(source));
        Assert.Equal(4, source.Load(1, 1, 0).Width);
        Assert.Empty(source.Notes);
    }

    [Fact]
    public void Open_QuotedFields_MayHoldSeparatorAndQuotes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file names cannot hold quotes");
        ListSource source = ListSource.Open(Write("list.csv", "\"img/a,b.png\",\"cats, big\"\n\"img/say \"\"hi\"\".png\" , dog\n"));
        Assert.Equal(["a,b.png=cats, big", "say \"hi\".png=dog"], Read(source));
    }

    [Theory]
    [InlineData("list.tsv", "img/a,b.png\tx\nimg/with space.png\ty\n")]
    [InlineData("list.txt", "path\tlabel\nimg/a,b.png\tx\nimg/with space.png\ty\n")]
    [InlineData("list.csv", "\"img/a,b.png\";x\nimg/with space.png;y\n")]
    [InlineData("list.txt", "img/with space.png y\nimg/a,b.png x\n")]
    public void Open_OtherSeparators_AreTold(string name, string text)
    {
        Assert.Equal(["a,b.png=x", "with space.png=y"], Read(ListSource.Open(Write(name, text))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Open_NumbersAsLabels_AreNamesInOrdinalOrder() =>
        Assert.Equal(["1", "10", "2"], ListSource.Open(Write("l.csv", "img/1.png,2\nimg/1.png,10\nimg/sub/2.png,1\n")).Classes);

    [Fact]
    public void Open_AbsolutePathAndBackslashes_AreFound()
    {
        ListSource source = ListSource.Open(Write("l.csv", $"\"{_folder["img/1.png"]}\",a\nimg\\sub\\2.png,b\n"));
        Assert.Equal(["1.png=a", "2.png=b"], Read(source));
    }

    [Fact]
    public void Open_FileNamedTwice_IsNoted()
    {
        string file = Write("l.csv", "img/1.png,a\nimg/1.png,b\n");
        Assert.Equal([$"{file}: 1 line repeats a file that an earlier line names"], ListSource.Open(file).Notes);
    }

    [Fact]
    public void Open_MissingImage_IsNamedWithItsLine()
    {
        string file = Write("l.csv", "path,label\n\nimg/1.png,a\nimg/no.png,b\n");
        Assert.Equal($"{file}, line 4: 'img/no.png' does not exist; paths are relative to the list's folder", TestData.Error(() => ListSource.Open(file)));
        file = Write("l.csv", "no1.png,a\nno2.png,b\nno3.png,b\n");
        Assert.Equal($"{file}, line 1: 'no1.png' does not exist; paths are relative to the list's folder; 2 more files are missing", TestData.Error(() => ListSource.Open(file)));
    }

    [Theory]
    [InlineData("img/1.png\n", "line 1: 1 field; expected path,label")]
    [InlineData("img/1.png,a\nimg/a,b.png,a\n", "line 2: 3 fields; expected path,label; put a path that holds the separator in double quotes")]
    [InlineData("img/1.png,\n", "line 1: the label is empty")]
    [InlineData("img/1.png,a\n\" \",b\n,b\n", "line 3: the path is empty")]
    [InlineData("\"img/1.png,a\n", "line 1: a double quote is not closed")]
    [InlineData("\"img/1.png\"x,a\n", "line 1: 'x' follows a quoted field")]
    [InlineData("", "no images found; expected lines of path,label")]
    [InlineData("path,label\n", "no images found; expected lines of path,label")]
    [InlineData("img/1.png,a\n", "found a single class, 'a'; expected at least two classes")]
    public void Open_BadLine_SaysWhereAndWhatIsExpected(string text, string expected)
    {
        string file = Write("l.csv", text);
        string message = TestData.Error(() => ListSource.Open(file));
        Assert.StartsWith(file, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_GivenClasses_MapsLabelsAndNamesTheUnknown()
    {
        string file = Write("l.csv", "img/1.png,b\n");
        ListSource source = ListSource.Open(file, ["a", "b"]);
        Assert.Equal(1, source.Label(0));
        Assert.Equal([$"{file}: no images of 1 class: a"], source.Notes);
        file = Write("l.csv", "img/1.png,b\nimg/sub/2.png,wasp\n");
        Assert.Equal($"{file}, line 2: label 'wasp' is not one of the 2 classes of the class list (a, b); rename or remove it",
            TestData.Error(() => ListSource.Open(file, ["a", "b"])));
    }

    [Fact]
    public void Open_MissingList_SaysSo() =>
        Assert.Contains("no such file", TestData.Error(() => ListSource.Open(_folder["no.csv"])), StringComparison.Ordinal);
}
