using System.Text.RegularExpressions;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

public sealed partial class PublishedCheckpointsTests
{
    [Fact]
    public void All_Entries_AreConsistent()
    {
        Assert.True(PublishedCheckpoints.All.Count >= 40, "entries are missing");
        Assert.Equal(PublishedCheckpoints.All.Count, PublishedCheckpoints.All.Select(checkpoint => checkpoint.Name).Distinct().Count());
        foreach (PublishedCheckpoint checkpoint in PublishedCheckpoints.All)
        {
            Assert.Equal(checkpoint.Architecture, ArchitectureRegistry.Get(checkpoint.Architecture).Id);
            Assert.Same(checkpoint, PublishedCheckpoints.Get(checkpoint.Name));
            Assert.Matches("^[a-z0-9-]+$", checkpoint.Name);
            Assert.Equal(checkpoint.FileName, Path.GetFileName(checkpoint.FileName));
            Assert.Equal(checkpoint.Url is null, checkpoint.Page is not null);
            Assert.True(checkpoint.Url is null || checkpoint.Url.Segments[^1] is "model.safetensors" || checkpoint.Url.Segments[^1] == checkpoint.FileName + (checkpoint.IsZipped ? ".zip" : ""), checkpoint.Name);
            Assert.Matches("^([0-9a-f]{8,64})?$", checkpoint.Sha256 ?? "");
            Assert.Matches("^([0-9a-f]{40})?$", checkpoint.Sha1 ?? "");
            Assert.InRange(checkpoint.Top1!.Value, 70, 95);
            Assert.InRange(checkpoint.Top5 ?? 95, 90, 97);
        }
    }

    [Fact]
    public void All_HashesInFileNames_AreThoseThatAreChecked()
    {
        foreach (PublishedCheckpoint checkpoint in PublishedCheckpoints.All)
        {
            if (HashInName().Match(checkpoint.FileName) is { Success: true } match)
                Assert.StartsWith(match.Groups[1].Value, checkpoint.Sha256 ?? checkpoint.Sha1, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_SameFileName_IsTheSameFile() => Assert.All(
        PublishedCheckpoints.All.GroupBy(checkpoint => checkpoint.FileName),
        group => Assert.Single(group.Select(checkpoint => (checkpoint.Sha256, checkpoint.Architecture)).Distinct()));

    [Theory]
    [InlineData("resnet20-12fca82f.th", "akamaster-resnet-20")]
    [InlineData("resnet56-4bfd9763.th", "akamaster-resnet-56")]
    public async Task Existing_RealFiles_FitTheirEntries(string file, string name)
    {
        string path = SharedFiles.Shared("reference/checkpoints/" + file);

        Assert.Equal(path, (await CheckpointDownloader.ExistingAsync(PublishedCheckpoints.Get(name), path, default)).Path);
    }

    [Theory]
    [InlineData("cadene-se-resnet-50", "cadene-se-resnet-50")]
    [InlineData("Cadene_SE-ResNet50", "cadene-se-resnet-50")]
    [InlineData("se_resnet50-ce0d4300.pth", "cadene-se-resnet-50")]
    [InlineData("legacy_seresnet18", "timm-legacy-se-resnet-18")]
    [InlineData("seresnet50.a1_in1k", "timm-se-resnet-50-a1")]
    [InlineData("seresnet50-0575-004bfde4.pth", "pytorchcv-se-resnet-50")]
    [InlineData("resnet-110", "akamaster-resnet-110")]
    [InlineData("se-bn-inception", "caffe-se-bn-inception")]
    public void Get_NamesOfAllKinds_AreFound(string name, string expected) => Assert.Equal(expected, PublishedCheckpoints.Get(name).Name);

    [Theory]
    [InlineData("se-resnet-152", "'se-resnet-152' may be any of cadene-se-resnet-152, timm-legacy-se-resnet-152, timm-se-resnet-152-d-ra2, pytorchcv-se-resnet-152, caffe-se-resnet-152; name one of them")]
    [InlineData("cadene-senet-155", "there is no published checkpoint \"cadene-senet-155\"; the nearest are cadene-senet-154, ")]
    public void Get_UnclearNames_ListWhatIsMeant(string name, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<SenetException>(() => PublishedCheckpoints.Get(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void Resolve_PathsAndNames_AreFoundOrExplained()
    {
        using var folder = new TempFolder();
        string Error(string name) => Assert.Throws<SenetException>(() => PublishedCheckpoints.Resolve(name, folder.Path)).Message;

        Assert.Equal("cadene-senet-154: senet154-c7b49a05.pth is not downloaded yet; run: senet pull cadene-senet-154", Error("cadene-senet-154"));
        Assert.Equal("cadene-senet-154: senet154-c7b49a05.pth is not downloaded yet; run: senet pull cadene-senet-154", Error("senet154-c7b49a05.pth"));
        Assert.StartsWith("no/such: no such file; ", Error("no/such"), StringComparison.Ordinal);
        Assert.StartsWith("such.pth: no such file; ", Error("such.pth"), StringComparison.Ordinal);
        Assert.StartsWith("there is no published checkpoint \"such\"; ", Error("such"), StringComparison.Ordinal);

        File.WriteAllText(folder["senet154-c7b49a05.pth"], "weights");
        Assert.Equal(folder["senet154-c7b49a05.pth"], PublishedCheckpoints.Resolve("cadene-senet-154", folder.Path));
        Assert.Equal(folder["senet154-c7b49a05.pth"], PublishedCheckpoints.Resolve(folder["senet154-c7b49a05.pth"]));
        File.WriteAllText(folder["resnet20-12fca82f.th"], "weights");
        Assert.EndsWith("has not the 1099231 bytes of akamaster-resnet-20; delete it and run: senet pull akamaster-resnet-20", Error("akamaster-resnet-20"), StringComparison.Ordinal);
    }

    [Fact]
    public void Adjust_PublishedCrop_IsTheOneOfThePublisher()
    {
        var usual = new Preprocessing();
        PublishedCheckpoint checkpoint = PublishedCheckpoints.Get("cadene-se-resnet-50") with { ImageSize = 288, CropFraction = 0.95m, Interpolation = Interpolation.Bicubic };
        Assert.Equal(usual with { Height = 288, Width = 288, ResizeShortSide = 303, Interpolation = Interpolation.Bicubic }, checkpoint.Adjust(usual));
        Assert.Equal(usual, (checkpoint with { ImageSize = null, CropFraction = null, Interpolation = null }).Adjust(usual));
    }

    [Fact]
    public void OfFile_NameOfAPublishedFile_IsFound()
    {
        Assert.Equal("cadene-senet-154", PublishedCheckpoints.OfFile("somewhere/senet154-c7b49a05.pth")?.Name);
        Assert.Null(PublishedCheckpoints.OfFile("model.pth"));
    }

    [GeneratedRegex(@"-([0-9a-f]{8,})\.(pth|th|pkl)$")]
    private static partial Regex HashInName();
}
