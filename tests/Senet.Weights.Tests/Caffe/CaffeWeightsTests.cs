using Senet.Graph;
using Senet.Weights;
using static Senet.Tests.CaffeComposer;

namespace Senet.Tests;

public class CaffeWeightsTests
{
    [Fact]
    public void Convert_EveryKindOfLayer_NamesShapesAndValues()
    {
        using var folder = new TempFolder();
        using Checkpoint checkpoint = CaffeFile.Open(Store(folder, Sample()));
        AssertTensors(checkpoint,
            ("conv.weight", [2, 1, 1, 3], [1, 2, 3, 4, 5, 6]),
            ("conv.bias", [2], [7, 8]),
            ("conv/bn.running_mean", [2], [1, 2]),
            ("conv/bn.running_var", [2], [3, 4]),
            ("conv/bn/scale.weight", [2], [1, 2]),
            ("conv/bn/scale.bias", [2], [0, 0]),
            ("old.weight", [2], [3, 4]),
            ("old.bias", [2], [5, 6]),
            ("classifier.weight", [2, 3], [1, 3, 5, 2, 4, 6]), // stored transposed
            ("classifier.bias", [2], [1, 2]),
            ("fc.weight", [2, 2], [1, 2, 3, 4]),
            ("fc.bias", [2], [5, 6]));
        Assert.Equal("0.001", checkpoint.Scalars["conv/bn/eps"]);
        Assert.Equal("true", checkpoint.Scalars["classifier/transpose"]);
    }

    [Fact]
    public void Convert_BatchNormFactorZero_GivesZerosAsCaffeDoes()
    {
        using var folder = new TempFolder();
        using Checkpoint checkpoint = CaffeFile.Open(Store(folder, Network(
            Layer("bn", "BatchNorm", Blob([2], 5, -5), Blob([2], 1, float.NaN), Blob([1], 0)))));
        AssertTensors(checkpoint, ("bn.running_mean", [2], [0, 0]), ("bn.running_var", [2], [0, 0]));
    }

    [Fact]
    public void Convert_BatchNormFactor_DividesBeforeRounding()
    {
        using var folder = new TempFolder();
        const float factor = 999.98236f;
        float[] values = [0.1f, -7.77f, 1234.5f, 3e-30f];
        using Checkpoint checkpoint = CaffeFile.Open(Store(folder, Network(
            Layer("bn", "BatchNorm", Blob([1, 4, 1, 1], values), Blob([4], values), Blob([], factor)))));
        float[] expected = [.. values.Select(v => (float)(v / (double)factor))];
        AssertTensors(checkpoint, ("bn.running_mean", [4], expected), ("bn.running_var", [4], expected));
    }

    [Fact]
    public void Convert_ScaleWithSecondInput_HasAtMostABias()
    {
        using var folder = new TempFolder();
        using Checkpoint checkpoint = CaffeFile.Open(Store(folder, Network(
            Layer("bare", "Scale", Text(3, "gate")),
            Layer("biased", "Scale", Text(3, "gate"), Blob([2], 1, 2)))));
        AssertTensors(checkpoint, ("biased.bias", [2], [1, 2]));
    }

    [Fact]
    public void Convert_OtherLayerTypes_KeepTheirBlobs()
    {
        using var folder = new TempFolder();
        using Checkpoint checkpoint = CaffeFile.Open(Store(folder, Network(
            Layer("prelu", "PReLU", Blob([2], 1, 2)), Layer("a#1", "Bias", Blob([1], 3)))));
        AssertTensors(checkpoint, ("prelu#0", [2], [1, 2]), ("a#1#0", [1], [3]));
    }

    [Fact]
    public void Convert_AnotherFormat_IsAMistakeOfTheCaller()
    {
        using var folder = new TempFolder();
        SafetensorsFile.Write(folder["x.safetensors"], [WeightTensor.FromFloat32("a", [1], [1])]);
        using Checkpoint checkpoint = CheckpointFile.Open(folder["x.safetensors"]);
        Assert.Throws<ArgumentException>(() => CaffeWeights.Convert(checkpoint));
    }

    public static TheoryData<byte[], string> Unfit() => new()
    {
        { Layer("l", "Convolution", Blob([1, 1, 1, 1], 1), Blob([1], 1), Blob([1], 1)), "layer \"l\" (Convolution): has 3 blobs, expected weight and perhaps bias" },
        { Layer("l", "Convolution", Blob([1, 1, 1, 1, 2], 1, 2)), "the weight is [1, 1, 1, 1, 2], expected the four dimensions" },
        { Layer("l", "Convolution", Blob([2, 1, 1, 1], 1, 2), Blob([3], 1, 2, 3)), "the blob \"l#1\" is [3], expected 2 values of bias" },
        { Layer("l", "InnerProduct", Blob([2], 1, 2)), "the weight is [2], expected outputs by inputs" },
        { Layer("l", "InnerProduct", Blob([2, 1, 1], 1, 2)), "the weight is [2, 1, 1], expected outputs by inputs" },
        { Layer("l", "InnerProduct", Blob([2, 1], 1, 2), Blob([1], 1)), "expected 2 values of bias" },
        { Layer("l", "BatchNorm", Blob([1], 1), Blob([1], 1)), "has 2 blobs, expected mean, variance and their factor" },
        { Layer("l", "BatchNorm", Blob([2], 1, 2), Blob([1], 1), Blob([1], 1)), "the blob \"l#1\" is [1], expected 2 values of running_var" },
        { Layer("l", "BatchNorm", Blob([2, 2], 1, 2, 3, 4), Blob([4], 1, 2, 3, 4), Blob([1], 1)), "the blob \"l#0\" is [2, 2], expected 4 values of running_mean" },
        { Layer("l", "BatchNorm", Blob([1], 1), Blob([1], 1), Blob([2], 1, 2)), "the blob \"l#2\" is [2], expected 1 values of factor" },
        { Layer("l", "BatchNorm", Blob([1], 1), Blob([1], 1), Blob([1], -2)), "the factor of mean and variance is -2, expected a positive number" },
        { Layer("l", "BatchNorm", Blob([1], 1), Blob([1], 1), Blob([1], float.NaN)), "the factor of mean and variance is NaN" },
        { Layer("l", "Scale", Blob([1], 1), Blob([2], 1, 2)), "the blob \"l#1\" is [2], expected 1 values of bias" },
        { Layer("l", "Scale", Text(3, "gate"), Blob([1], 1), Blob([1], 1)), "has 2 blobs, expected a bias, since the scale is an input" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void Convert_BlobsThatAreNotTheLayers_AreRefusedOnOneLine(byte[] layer, string expected)
    {
        using var folder = new TempFolder();
        string path = Store(folder, Network(layer));
        using Checkpoint checkpoint = CaffeFile.Open(path);
        string message = Assert.Throws<SenetException>(() => CaffeWeights.Convert(checkpoint).Select(t => t.Load()).ToList()).Message;
        Assert.StartsWith($"{path}: layer \"l\" (", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    static void AssertTensors(Checkpoint checkpoint, params (string Name, long[] Shape, float[] Values)[] expected)
    {
        IReadOnlyList<CheckpointTensor> tensors = CaffeWeights.Convert(checkpoint);
        Assert.Equal(expected.Select(e => e.Name), tensors.Select(t => t.Name));
        foreach ((CheckpointTensor tensor, (string name, long[] shape, float[] values)) in tensors.Zip(expected))
        {
            WeightTensor loaded = tensor.Load();
            Assert.Equal(name, loaded.Name);
            Assert.Equal(shape, tensor.Shape);
            Assert.Equal(shape, loaded.Shape);
            Assert.Equal(TensorType.Float32, tensor.Type);
            Assert.Equal(TensorType.Float32, loaded.Type);
            Assert.Equal(values, loaded.ToFloat32());
        }
    }
}
