using System.Text.Json;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>The caffemodels of shared/reference/checkpoints against their sidecars, which another program wrote.</summary>
public class CaffeReferenceTests
{
    const string Folder = "reference/checkpoints";

    [Theory]
    [InlineData("tiny_se_caffe.caffemodel")]
    [InlineData("tiny_se_caffe_legacy_dims.caffemodel")]
    public void Open_ReferenceFile_HoldsTheSidecarsBlobs(string file)
    {
        string path = SharedFiles.Shared($"{Folder}/{file}");
        using JsonDocument sidecar = JsonDocument.Parse(File.ReadAllText(path + ".json"));
        using Checkpoint checkpoint = CaffeFile.Open(path);
        Assert.Equal("tiny-SE-caffe", checkpoint.Scalars["name"]);
        Assert.Equal("Axpy", checkpoint.Scalars["conv2_1/type"]);
        Assert.Equal(27 + 1, checkpoint.Scalars.Count);
        JsonElement blobs = sidecar.RootElement.GetProperty("blobs");
        Assert.Equal(blobs.GetArrayLength(), checkpoint.Tensors.Count);
        foreach ((JsonElement blob, CheckpointTensor tensor) in blobs.EnumerateArray().Zip(checkpoint.Tensors))
        {
            Assert.Equal($"{blob.GetProperty("layer").GetString()}#{blob.GetProperty("index").GetInt32()}", tensor.Name);
            Assert.Equal(blob.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64()), tensor.Shape);
            double[] values = Array.ConvertAll(tensor.Load().ToFloat32(), v => (double)v);
            Assert.Equal(blob.GetProperty("sum").GetDouble(), values.Sum(), 1e-9 * (1 + values.Sum(Math.Abs)));
            Assert.Equal(Numbers(blob.GetProperty("first4")), values.Take(4));
        }
    }

    // Halving is exact. Dividing by 999.98236 is not: the stored sums were rounded to float32, and so is the result, 6e-8 each.
    [Theory]
    [InlineData("tiny_se_caffe.caffemodel", 1e-13)]
    [InlineData("tiny_se_caffe_legacy_dims.caffemodel", 2e-6)]
    public void Convert_ReferenceFile_ComputesTheSidecarsForwardPass(string file, double tolerance)
    {
        string path = SharedFiles.Shared($"{Folder}/{file}");
        using JsonDocument sidecar = JsonDocument.Parse(File.ReadAllText(path + ".json"));
        using Checkpoint checkpoint = CaffeFile.Open(path);
        var network = new TinyCaffeNetwork(CaffeWeights.Convert(checkpoint));
        JsonElement forward = sidecar.RootElement.GetProperty("forward_float64");
        double[] input = Input(2 * 3 * 16 * 16);
        for (int image = 0; image < 2; image++)
        {
            var result = network.Run(input[(image * 768)..((image + 1) * 768)]);
            AssertClose(forward.GetProperty("logits")[image], result.Logits, tolerance);
            if (image > 0)
                continue;
            AssertClose(forward.GetProperty("excitation_first8"), result.Gate[..8], tolerance);
            AssertClose(forward.GetProperty("stem_first8"), result.Stem[..8], tolerance);
            AssertClose(forward.GetProperty("block_first8"), result.Block[..8], tolerance);
        }
    }

    [Fact]
    public void Convert_BothReferenceFiles_GiveTheSameTensors()
    {
        using Checkpoint current = CaffeFile.Open(SharedFiles.Shared($"{Folder}/tiny_se_caffe.caffemodel"));
        using Checkpoint legacy = CaffeFile.Open(SharedFiles.Shared($"{Folder}/tiny_se_caffe_legacy_dims.caffemodel"));
        foreach ((CheckpointTensor a, CheckpointTensor b) in CaffeWeights.Convert(current).Zip(CaffeWeights.Convert(legacy)))
        {
            Assert.Equal(a.Name, b.Name);
            Assert.Equal(a.Shape, b.Shape);
            foreach ((float x, float y) in a.Load().ToFloat32().Zip(b.Load().ToFloat32()))
                Assert.Equal(x, y, 2e-7f * Math.Abs(x));
        }
    }

    [Fact]
    public void Open_TruncatedReferenceFile_IsRefused()
    {
        string path = SharedFiles.Shared($"{Folder}/truncated.caffemodel");
        string message = Assert.Throws<SenetException>(() => CaffeFile.Open(path)).Message;
        Assert.StartsWith(path + ": the field at byte ", message, StringComparison.Ordinal);
        Assert.EndsWith("the file is truncated or damaged", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Recognises_EveryReferenceFile_OnlyTheCaffemodels()
    {
        foreach (string file in Directory.GetFiles(SharedFiles.Shared(Folder)))
        {
            byte[] head = [.. File.ReadAllBytes(file).Take(512)];
            Assert.True(CaffeFile.Recognises(head) == file.EndsWith(".caffemodel", StringComparison.Ordinal), file);
            Assert.True(CaffeFile.RecognisesDescription(head) == file.EndsWith(".prototxt", StringComparison.Ordinal), file);
        }
    }

    // The reference's fill of the tensor named "input": a hash of the name, counted up, scrambled (splitmix64), scaled to -2..2.
    static double[] Input(int count)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            unchecked
            {
                ulong z = 0x1ebbae8f5810b65b + (ulong)i + 0x9E3779B97F4A7C15;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                values[i] = (float)((2 * (((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53))) - 1) * 2);
            }
        }
        return values;
    }

    static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetDouble())];

    static void AssertClose(JsonElement expected, double[] actual, double tolerance)
    {
        double[] numbers = Numbers(expected);
        Assert.Equal(numbers.Length, actual.Length);
        foreach ((double e, double a) in numbers.Zip(actual))
            Assert.Equal(e, a, tolerance);
    }
}
