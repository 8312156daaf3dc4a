using System.IO.Compression;
using System.Security.Cryptography;
using Senet.Cli.Quickstart;

namespace Senet.Tests;

public sealed class QuickstartTests
{
    [Fact]
    public void Generated_SameOnEveryMachine()
    {
        using var folder = new TempFolder();
        GeneratedImages.Write(folder.Path, 50, 20);

        Assert.Equal("205d757d037e8ab5307d4d01a9d6c371d5dce2cc5244ca6711a741d71e4cb074", Hash(Path.Combine(folder.Path, "train-images-idx3-ubyte.gz")));
        Assert.NotEqual(Hash(Path.Combine(folder.Path, "train-images-idx3-ubyte.gz")), Hash(Path.Combine(folder.Path, "t10k-images-idx3-ubyte.gz")));
        Assert.Equal(GeneratedImages.Draw(1, 7), GeneratedImages.Draw(1, 7));
    }

    [Fact]
    public void Quickstart_GeneratedImages_DoesTheWholeJob()
    {
        using var folder = new TempFolder();
        string output = Path.Combine(folder.Path, "run");
        string text = CommandLine.Succeed("quickstart", "--output", output, "--epochs", "1", "--generated", "--images", "300", "--device", "cpu");

        Assert.Contains("using generated images of disc, ring", text, StringComparison.Ordinal);
        foreach (string phase in new[] { "find data", "scan", "train", "evaluate", "predict", "total" })
            Assert.Matches($@"(?m)^\s*{phase}\s.*(s|\d:\d\d)\s*$", text);
        Assert.Contains("top-1 on the 60 test images", text, StringComparison.Ordinal);
        Assert.Equal(QuickstartPlan.Predictions, Directory.GetFiles(Path.Combine(output, "test-images")).Length);
        CommandLine.Succeed("predict", output, Path.Combine(output, "test-images"));
        Assert.Equal(1, CommandLine.Run("quickstart", "--output", output).ExitCode);
    }

    [Fact]
    public void FashionMnist_InstalledFiles_AreGenuine()
    {
        if (FashionMnist.Find() is not { } folder || !File.Exists(Path.Combine(folder, "t10k-labels-idx1-ubyte.gz")))
        {
            Assert.Skip("Fashion-MNIST is not on this machine (Debian: apt install dataset-fashion-mnist)");
            return;
        }
        foreach (string file in new[] { "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte" })
            Assert.True(FashionMnist.IsGenuine(file, Contents(Path.Combine(folder, file + ".gz"))), file);
        Assert.False(FashionMnist.IsGenuine("t10k-labels-idx1-ubyte", [1, 2, 3]));
    }

    static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(Contents(path)));

    static byte[] Contents(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var contents = new MemoryStream();
        gzip.CopyTo(contents);
        return contents.ToArray();
    }
}
