using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>Wrappers, leftovers and strangers; whole networks under their public names are tested beside their golden passes.</summary>
public class WeightRecognitionTests
{
    [Theory]
    [InlineData("", "", CheckpointFormat.Safetensors)]
    [InlineData("", "module.", CheckpointFormat.PyTorchZip)]
    [InlineData("state_dict/", "", CheckpointFormat.PyTorchLegacy)]
    [InlineData("state_dict/", "module.", CheckpointFormat.PyTorchZip)]
    [InlineData("model/", "_orig_mod.module.", CheckpointFormat.PyTorchZip)]
    [InlineData("model/state_dict/", "", CheckpointFormat.PyTorchZip)]
    public void Recognise_WrappedWeights_AreUnwrapped(string container, string wrapper, CheckpointFormat format)
    {
        NetworkGraph graph = ArchitectureRegistry.Get("se-resnet-20").Build();
        using Checkpoint checkpoint = Create(format, [.. graph.Parameters.Select(spec => (container + wrapper + spec.Name, spec.Shape)), .. Beside(container)]);
        WeightMatch match = WeightRecognition.Recognise(checkpoint);
        Assert.Equal("se-resnet-20", match.Architecture.Id);
        Assert.Empty(match.Missing);
        Assert.Empty(match.LeftOver);
        Assert.Equal(graph.Parameters.Count, match.Matched.Count);
        if (container.Length > 0)
            Assert.Contains(match.Notes, note => note.StartsWith("not used: 2 tensors under \"optimizer\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Recognise_DictionaryOfAnotherName_IsUnwrapped()
    {
        NetworkGraph graph = ArchitectureRegistry.Get("se-resnet-8").Build();
        using Checkpoint checkpoint = Create(CheckpointFormat.PyTorchZip, [.. graph.Parameters.Select(spec => ("weights/" + spec.Name, spec.Shape))]);
        Assert.Empty(WeightRecognition.Recognise(checkpoint).Missing);
    }

    [Fact]
    public void Recognise_AveragedWeightsBesideOthers_TakesTheAveraged()
    {
        NetworkGraph graph = ArchitectureRegistry.Get("se-resnet-8").Build();
        using Checkpoint checkpoint = Create(
            CheckpointFormat.PyTorchZip,
            [.. graph.Parameters.Select(spec => ("state_dict/" + spec.Name, spec.Shape)), .. graph.Parameters.Select(spec => ("state_dict_ema/" + spec.Name, spec.Shape))]);
        WeightMatch match = WeightRecognition.Recognise(checkpoint);
        Assert.Empty(match.Missing);
        Assert.Contains("the weights stand under \"state_dict_ema\"", match.Notes);
    }

    [Fact]
    public void Recognise_MissingAndLeftOver_AreNamed()
    {
        NetworkGraph graph = ArchitectureRegistry.Get("se-resnet-20").Build();
        using Checkpoint checkpoint = Create(
            CheckpointFormat.Safetensors,
            [.. graph.Parameters.Where(spec => spec.Name != "layer2.1.conv2.weight").Select(spec => (spec.Name, spec.Shape)), ("aux.weight", [3L, 4L]), ("bn1.num_batches_tracked", [])]);
        WeightMatch match = WeightRecognition.Recognise(checkpoint);
        Assert.Equal(["layer2.1.conv2.weight"], match.Missing);
        Assert.Equal(["aux.weight"], match.LeftOver);
        SenetException error = Assert.Throws<SenetException>(() => match.Load().Count());
        Assert.Equal("test: 1 weights of se-resnet-20 are missing (layer2.1.conv2.weight)", error.Message);
    }

    [Fact]
    public void Recognise_WrongShape_IsMissingWithBothShapes()
    {
        NetworkGraph graph = ArchitectureRegistry.Get("se-resnet-20").Build();
        using Checkpoint checkpoint = Create(
            CheckpointFormat.Safetensors, [.. graph.Parameters.Select(spec => (spec.Name, spec.Name == "layer2.1.conv2.weight" ? [32, 32, 5, 5] : spec.Shape))]);
        WeightMatch match = WeightRecognition.Recognise(checkpoint);
        Assert.Equal(["layer2.1.conv2.weight (expected [32, 32, 3, 3], the file's layer2.1.conv2.weight is [32, 32, 5, 5])"], match.Missing);
    }

    [Fact]
    public void Recognise_NothingThatFits_IsAnError()
    {
        using Checkpoint checkpoint = Create(CheckpointFormat.Safetensors, [("encoder.query", [4L, 4L]), ("encoder.key", [4L, 4L])]);
        SenetException error = Assert.Throws<SenetException>(() => WeightRecognition.Recognise(checkpoint));
        Assert.Equal(
            "test: none of its 2 tensors (\"encoder.query\", \"encoder.key\", ...) belongs to any network that is known here; 'senet inspect' lists them", error.Message);
    }

    // Names as paper-facts and the repositories have them, for schemes without a golden pass.
    [Theory]
    [InlineData("MMPretrain", "se-resnet-50", "backbone.layer1.0.se_layer.conv1.conv.weight")]
    [InlineData("MMPretrain", "se-resnet-101", "head.fc.bias")]
    [InlineData("pytorchcv", "se-resnet-50", "features.init_block.conv.conv.weight")]
    [InlineData("pytorchcv", "se-resnext-50-32x4d", "features.stage2.unit1.identity_conv.bn.running_var")]
    [InlineData("pytorchcv", "senet-154", "features.init_block.conv3.bn.weight")]
    [InlineData("moskomule", "se-resnet-50", "layer4.2.se.fc.2.weight")]
    public void Recognise_ImageNetNetworkOfTheScheme_FindsIt(string scheme, string id, string example)
    {
        Architecture architecture = ArchitectureRegistry.Get(id);
        NetworkOptions options = architecture.Defaults with
        {
            StemPool = StemPool.Padded,
            BottleneckStride = scheme == "pytorchcv" ? architecture.Defaults.BottleneckStride : BottleneckStride.Conv3x3,
        };
        (string Name, IReadOnlyList<long> Shape)[] tensors = [.. architecture.Build(options).Parameters.Select(spec => (Foreign(scheme, id, spec.Name), spec.Shape))];
        Assert.Contains(tensors, tensor => tensor.Name == example);
        using Checkpoint checkpoint = Create(CheckpointFormat.PyTorchZip, tensors);
        WeightMatch match = WeightRecognition.Recognise(checkpoint);
        Assert.Equal((scheme, id), (match.Scheme, match.Architecture.Id));
        Assert.Empty(match.Missing);
        Assert.Empty(match.LeftOver);
        Assert.Equal(options, match.Options);
    }

    static string Foreign(string scheme, string id, string name)
    {
        string[] parts = name.Split('.');
        switch (scheme)
        {
            case "MMPretrain":
                if (parts[0] == "fc")
                    return $"head.{name}";
                return "backbone." + name.Replace(".se.fc1.", ".se_layer.conv1.conv.", StringComparison.Ordinal).Replace(".se.fc2.", ".se_layer.conv2.conv.", StringComparison.Ordinal);
            case "moskomule":
                return name.Replace(".se.fc1.", ".se.fc.0.", StringComparison.Ordinal).Replace(".se.fc2.", ".se.fc.2.", StringComparison.Ordinal);
        }
        if (parts[0] == "fc")
            return $"output.{parts[1]}";
        string kind = parts[^2].TrimEnd('1', '2', '3');
        if (parts.Length == 2)
            return id == "senet-154" ? $"features.init_block.conv{parts[0][^1]}.{kind}.{parts[1]}" : $"features.init_block.conv.{kind}.{parts[1]}";
        string unit = FormattableString.Invariant($"features.stage{parts[0][5]}.unit{int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) + 1}.");
        return unit + parts[2] switch
        {
            "se" => $"se.conv{parts[3][^1]}.{parts[4]}",
            "downsample" => $"identity_conv.{(parts[3] == "0" ? "conv" : "bn")}.{parts[4]}",
            _ => $"body.conv{parts[2][^1]}.{kind}.{parts[3]}",
        };
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(1000, 3)]
    public void Recognise_OtherClassesAndChannels_AreReadOffTheShapes(int classes, int channels)
    {
        Architecture architecture = ArchitectureRegistry.Get("se-resnet-50");
        var options = new NetworkOptions { Classes = classes, InputChannels = channels, StemPool = StemPool.Padded, BottleneckStride = BottleneckStride.Conv3x3, Se = new() { ReductionRatio = 8, Biases = false } };
        using Checkpoint checkpoint = Create(CheckpointFormat.Safetensors, [.. architecture.Build(options).Parameters.Select(spec => (spec.Name, spec.Shape))]);
        WeightMatch match = WeightRecognition.Recognise(checkpoint);
        Assert.Equal(options, match.Options);
        Assert.Equal(classes == 1000 ? 1000 : 0, match.Classes.Count);
    }

    [Fact]
    public void Load_CaffeClassifier_ComesInTheOrderOfWordNetIds()
    {
        // One feature per class, whose weight is the class's position in the file.
        Architecture architecture = ArchitectureRegistry.Get("se-resnet-50");
        NetworkGraph graph = architecture.Build();
        CheckpointTensor[] tensors = [.. graph.Parameters.Select(spec => Tensor(CaffeName(spec.Name), spec.Shape, spec.Name == "fc.bias"))];
        using var checkpoint = new Checkpoint("caffe", CheckpointFormat.Safetensors, tensors, new Dictionary<string, string>(), file: null);
        WeightMatch match = WeightRecognition.Recognise(checkpoint);
        Assert.Equal("Caffe", match.Scheme);
        Assert.Empty(match.Missing);
        Assert.True(match.Preprocessing is { Bgr: true, PixelMaximum: 255 });
        Assert.Equal([104f, 117f, 123f], match.Preprocessing.Mean);
        float[] bias = match.Load().Single(tensor => tensor.Name == "fc.bias").ToFloat32();
        Assert.Equal("goldfish, Carassius auratus", match.Classes[1]);
        Assert.Equal(449, bias[1]);
        // The devkit's first class is the kit fox, n02119789.
        Assert.Equal(0, bias[ImageNetClasses.WordNetIds.ToList().IndexOf("n02119789")]);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (float)i), bias.Order());
    }

    static IEnumerable<(string, IReadOnlyList<long>)> Beside(string container) =>
        container.Length > 0 ? [("optimizer/state/0/momentum_buffer", [3L]), ("optimizer/state/1/momentum_buffer", [3L])] : [];

    static Checkpoint Create(CheckpointFormat format, (string Name, IReadOnlyList<long> Shape)[] tensors) => new(
        "test", format, [.. tensors.Select(tensor => Tensor(tensor.Name, tensor.Shape, counts: false))], new Dictionary<string, string>(), file: null);

    static CheckpointTensor Tensor(string name, IReadOnlyList<long> shape, bool counts)
    {
        long[] sizes = [.. shape];
        long count = sizes.Aggregate(1L, (product, size) => product * size);
        return new(name, TensorType.Float32, sizes, () => WeightTensor.FromFloat32(name, sizes, [.. Enumerable.Range(0, (int)count).Select(i => counts ? i : 0f)]));
    }

    // From the graph's names to those of the authors' SE-ResNet-50, as the reader gives them.
    static string CaffeName(string name)
    {
        if (name.StartsWith("fc.", StringComparison.Ordinal))
            return name.Replace("fc.", "classifier.", StringComparison.Ordinal);
        string suffix = name[name.LastIndexOf('.')..];
        string[] parts = name.Split('.');
        if (parts.Length == 2)
            return parts[0] == "conv1" ? "conv1/7x7_s2" + suffix : "conv1/7x7_s2/bn" + (suffix.Contains("running", StringComparison.Ordinal) ? "" : "/scale") + suffix;
        string block = FormattableString.Invariant($"conv{parts[0][5] - '0' + 1}_{int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) + 1}_");
        string layer = string.Join('.', parts[2..^1]);
        string scale = suffix.Contains("running", StringComparison.Ordinal) ? "/bn" : "/bn/scale";
        return block + layer switch
        {
            "conv1" => "1x1_reduce",
            "conv2" => "3x3",
            "conv3" => "1x1_increase",
            "bn1" => "1x1_reduce" + scale,
            "bn2" => "3x3" + scale,
            "bn3" => "1x1_increase" + scale,
            "downsample.0" => "1x1_proj",
            "downsample.1" => "1x1_proj" + scale,
            "se.fc1" => "1x1_down",
            _ => "1x1_up",
        } + suffix;
    }
}
