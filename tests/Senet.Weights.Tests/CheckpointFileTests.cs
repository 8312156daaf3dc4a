using System.Text.Json;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>Every file of the reference folder through the one door: loaded whole, or refused in one line, within little memory.</summary>
public class CheckpointFileTests
{
    const string Folder = "reference/checkpoints";
    const long MostBytes = 300L << 20;

    // Found by content: names lie.
    static readonly Dictionary<string, CheckpointFormat> Formats = new()
    {
        ["tiny.safetensors"] = CheckpointFormat.Safetensors,
        ["tiny_zip.pth"] = CheckpointFormat.PyTorchZip,
        ["tiny_legacy.pth"] = CheckpointFormat.PyTorchLegacy,
        ["checkpoint.pth.tar"] = CheckpointFormat.PyTorchZip,
        ["checkpoint_legacy.pth.tar"] = CheckpointFormat.PyTorchLegacy,
        ["resnet20-12fca82f.th"] = CheckpointFormat.PyTorchLegacy,
        ["tiny_se_caffe.caffemodel"] = CheckpointFormat.Caffe,
    };

    [Fact]
    public void Open_EveryReferenceFile_LoadsOrIsRefusedInOneLine()
    {
        using JsonDocument index = JsonDocument.Parse(File.ReadAllText(SharedFiles.Shared($"{Folder}/index.json")));
        int files = 0;
        foreach (JsonElement entry in index.RootElement.EnumerateArray())
        {
            string file = entry.GetProperty("file").GetString()!;
            string expect = entry.GetProperty("expect").GetString()!;
            string path = SharedFiles.Shared($"{Folder}/{file}");
            long before = GC.GetTotalAllocatedBytes();
            string? refusal = LoadAll(path);
            Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MostBytes);
            if (expect == "load")
                Assert.True(refusal is null, $"{file} was refused: {refusal}");
            else if (expect == "refuse")
                Assert.True(refusal is not null, $"{file} was loaded: {entry.GetProperty("what")}");
            if (refusal is not null)
            {
                Assert.StartsWith(path + ": ", refusal, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', refusal);
            }
            files++;
        }
        Assert.Equal(56, files);
    }

    [Fact]
    public void Open_FormatIsToldByContent()
    {
        foreach ((string file, CheckpointFormat format) in Formats)
        {
            using Checkpoint checkpoint = CheckpointFile.Open(SharedFiles.Shared($"{Folder}/{file}"));
            Assert.Equal(format, checkpoint.Format);
        }
    }

    [Theory]
    [InlineData("html_error_page.pth", "a web page, not a weight file")]
    [InlineData("empty.pth", "the file is empty")]
    [InlineData("tiny_se_caffe.prototxt", "a network description without weights")]
    [InlineData("LICENSE-akamaster.txt", "not a weight file that is known here")]
    public void Open_SomethingElse_SaysWhatItIs(string file, string expected)
    {
        SenetException error = Assert.Throws<SenetException>(() => CheckpointFile.Open(SharedFiles.Shared($"{Folder}/{file}")));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_GitLfsPointer_SaysThatTheFileItselfIsElsewhere()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["model.pth"], "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
        SenetException error = Assert.Throws<SenetException>(() => CheckpointFile.Open(folder["model.pth"]));
        Assert.EndsWith("model.pth: a Git LFS placeholder, not a weight file; the download did not give the file itself, fetch it again", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoSuchFile_IsOneLine()
    {
        SenetException error = Assert.Throws<SenetException>(() => CheckpointFile.Open("nowhere/model.pth"));
        Assert.Equal("nowhere/model.pth: cannot be read: its folder does not exist", error.Message);
    }

    static string? LoadAll(string path)
    {
        try
        {
            using Checkpoint checkpoint = CheckpointFile.Open(path);
            foreach (CheckpointTensor tensor in checkpoint.Tensors)
                Assert.Equal(tensor.Shape, tensor.Load().Shape);
            return null;
        }
        catch (SenetException error)
        {
            return error.Message;
        }
    }
}
