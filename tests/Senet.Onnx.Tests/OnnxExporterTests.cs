using System.Text.Json;
using Senet.Cli;
using Senet.Graph;
using Senet.Onnx.Schema;
using Senet.Tests;
using Senet.Weights;

namespace Senet.Onnx.Tests;

public class OnnxExporterTests
{
    static readonly Size2d Size = new(32, 40);

    [Fact]
    public void Write_File_SaysWhatItIs()
    {
        using var folder = new TempFolder();
        using ExportedNetwork network = Small();
        string[] classes = ["Größe \"XL\"", "b", "c", "d", "e", "f", "g"];
        var preprocessing = new Preprocessing { Height = 32, Width = 40, Interpolation = Interpolation.Bicubic };
        string path = folder["model.onnx"];
        OnnxExporter.Write(path, network.Graph, network.Weights, new() { InputSize = Size, Classes = classes, Preprocessing = preprocessing });

        using var check = new OnnxCheck(File.ReadAllBytes(path), threads: 1);
        Assert.Equal("se-resnet-14", check.Metadata.GraphName);
        Assert.Equal("senet", check.Metadata.ProducerName);
        Dictionary<string, string> metadata = check.Metadata.CustomMetadataMap;
        Assert.Equal("se-resnet-14", metadata["architecture"]);
        Assert.Equal(classes, JsonSerializer.Deserialize<string[]>(metadata["classes"])!);
        Assert.Contains("Größe", metadata["classes"], StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(metadata["preprocessing"]);
        Assert.Equal("bicubic", json.RootElement.GetProperty("interpolation").GetString());
        Assert.Equal([0.485f, 0.456f, 0.406f], json.RootElement.GetProperty("mean").EnumerateArray().Select(value => value.GetSingle()));
        Assert.Equal("input", check.Input.Key);
        Assert.Equal([-1, 3, 32, 40], check.Input.Value.Dimensions);
        Assert.Equal(["batch", "", "", ""], check.Input.Value.SymbolicDimensions);
        Assert.Equal("logits", check.Output.Key);
        Assert.Equal([-1, 7], check.Output.Value.Dimensions);
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Build_Folded_KeepsTheGraphsNames()
    {
        using ExportedNetwork network = Small();
        ModelProto model = OnnxExporter.Build(network.Graph, network.Weights, new() { InputSize = Size });

        Assert.Equal(8, model.IrVersion);
        Assert.Equal(17, Assert.Single(model.OpsetImport).Version);
        Assert.DoesNotContain(model.Graph.Node, node => node.OpType == "BatchNormalization");
        NodeProto conv = model.Graph.Node.First(node => node.OpType == "Conv");
        Assert.Equal(["input", "conv1.weight", "conv1.bias"], conv.Input);
        Assert.Equal(["bn1"], conv.Output);
        Assert.Contains(model.Graph.Initializer, tensor => tensor.Name == "layer1.0.se.fc1.weight");
        Assert.Equal(
            ["layer1.0.se.squeeze", "layer1.0.se.fc1", "layer1.0.se.relu", "layer1.0.se.fc2", "layer1.0.se.gate", "layer1.0.se"],
            model.Graph.Node.Select(node => node.Name).Where(name => name.StartsWith("layer1.0.se", StringComparison.Ordinal)));
    }

    [Fact]
    public void Build_Unfolded_HoldsEveryParameterUnderItsName()
    {
        using ExportedNetwork network = Small();
        ModelProto model = OnnxExporter.Build(network.Graph, network.Weights, new() { FoldBatchNorm = false });

        Assert.Superset(network.Graph.Parameters.Select(spec => spec.Name).ToHashSet(), model.Graph.Initializer.Select(tensor => tensor.Name).ToHashSet());
        Assert.Contains(model.Graph.Node, node => node.OpType == "BatchNormalization");
    }

    [Fact]
    public void Softmax_Probabilities_SumToOne()
    {
        using ExportedNetwork network = Small();
        float[] images = network.Images(3, Size);
        using var check = new OnnxCheck(network.Encode(new() { InputSize = Size, Softmax = true }), threads: 1);
        float[] probabilities = check.Run(images, 3, 3, Size.Height, Size.Width);

        Assert.Equal("probabilities", check.Output.Key);
        float[] logits = network.Forward(images, 3, Size);
        for (int image = 0; image < 3; image++)
        {
            float[] row = probabilities[(7 * image)..(7 * image + 7)];
            double sum = logits[(7 * image)..(7 * image + 7)].Sum(logit => Math.Exp(logit));
            Assert.Equal(1, row.Sum(), 1e-6);
            Assert.Equal(Math.Exp(logits[7 * image]) / sum, row[0], 1e-5);
        }
    }

    [Theory]
    [InlineData(3, false, 1)]
    [InlineData(3, true, 255)]
    [InlineData(1, false, 1)]
    public void Preprocessing_Bytes_GiveWhatFloatsGive(int channels, bool bgr, int maximum)
    {
        using ExportedNetwork network = ExportedNetwork.OfArchitecture("se-resnet-14", options => options with { InputChannels = channels });
        var preprocessing = new Preprocessing
        {
            Channels = channels,
            Bgr = bgr,
            PixelMaximum = maximum,
            Mean = [.. new[] { 0.485f, 0.456f, 0.406f }.Take(channels).Select(mean => mean * maximum)],
            Std = [.. new[] { 0.229f, 0.224f, 0.225f }.Take(channels)],
        };
        byte[] pixels = new byte[2 * Size.Height * Size.Width * channels];
        new Random(4).NextBytes(pixels);
        var options = new OnnxExportOptions { Preprocessing = preprocessing };
        using var floats = new OnnxCheck(network.Encode(options), threads: 1);
        using var bytes = new OnnxCheck(network.Encode(options with { EmbedPreprocessing = true }), threads: 1);
        float[] expected = floats.Run(Normalise(pixels, preprocessing), 2, channels, Size.Height, Size.Width);

        Assert.Equal("image", bytes.Input.Key);
        Assert.Equal(typeof(byte), bytes.Input.Value.ElementType);
        Assert.Equal(expected, bytes.Run(pixels, 2, Size.Height, Size.Width, channels));
    }

    [Theory]
    [InlineData(13)]
    [InlineData(15)]
    [InlineData(18)]
    [InlineData(20)]
    [InlineData(22)]
    public void Opset_OldestToNewest_GivesTheNetworksLogits(int opset)
    {
        using ExportedNetwork network = ExportedNetwork.OfArchitecture("se-shufflenet-g3");
        network.AssertParity(new() { Opset = opset }, network.Graph.SmallestInput + 10);
        using ExportedNetwork vgg = ExportedNetwork.OfArchitecture("vgg-11");
        vgg.AssertParity(new() { Opset = opset, Softmax = false, FoldBatchNorm = false }, 41);
    }

    [Fact]
    public void Weights_OfHalfPrecision_AreWidened()
    {
        using ExportedNetwork network = Small();
        string name = network.Graph.Parameters[0].Name;
        WeightTensor weight = network.Weights[name];
        byte[] halves = [.. weight.ToFloat32().SelectMany(value => BitConverter.GetBytes((Half)value))];
        network.Weights[name] = new(name, TensorType.Float16, weight.Shape, halves);
        ModelProto model = OnnxExporter.Build(network.Graph, network.Weights, new() { FoldBatchNorm = false });

        TensorProto written = model.Graph.Initializer.First(tensor => tensor.Name == name);
        Assert.Equal(TensorProto.Types.DataType.Float, written.DataType);
        Assert.Equal((float)(Half)weight.ToFloat32()[0], BitConverter.ToSingle(written.RawData.Span));
    }

    [Fact]
    public void BatchSize_Fixed_IsInTheFile()
    {
        using ExportedNetwork network = Small();
        using var check = new OnnxCheck(network.Encode(new() { BatchSize = 2 }), threads: 1);

        Assert.Equal([2, 3, -1, -1], check.Input.Value.Dimensions);
        Assert.Equal([2, 7], check.Output.Value.Dimensions);
    }

    public static TheoryData<OnnxExportOptions, string> Contradictions => new()
    {
        { new() { Opset = 12 }, "se-resnet-14: opset 12: expected 13 to 22" },
        { new() { BatchSize = 0 }, "se-resnet-14: a batch of 0 images: expected at least 1, or none to leave it open" },
        { new() { Classes = ["a"] }, "se-resnet-14: 1 class names for 7 outputs; give one per output or none" },
        { new() { EmbedPreprocessing = true }, "se-resnet-14: the preprocessing is to be part of the file, but none is given" },
        { new() { Preprocessing = new() { Mean = [0.5f] } }, "se-resnet-14: 1 means and 3 standard deviations for 3 channels" },
        { new() { InputSize = 0 }, "input: the input is 0 x 0 pixels; expected at least 1 x 1" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Encode_Contradiction_IsNamed(OnnxExportOptions options, string message)
    {
        using ExportedNetwork network = Small();

        Assert.Equal(message, Assert.Throws<SenetException>(() => network.Encode(options)).Message);
    }

    [Fact]
    public void Write_WeightsOfAnotherNetwork_LeavesTheOldFile()
    {
        using var folder = new TempFolder();
        using ExportedNetwork network = Small();
        string path = folder["model.onnx"];
        File.WriteAllText(path, "old");
        network.Weights.Remove("fc.bias");
        network.Weights["bn1.num_batches_tracked"] = WeightTensor.FromInt64("bn1.num_batches_tracked", [], [1]);
        network.Weights["extra"] = network.Weights["fc.weight"];

        SenetException error = Assert.Throws<SenetException>(() => OnnxExporter.Write(path, network.Graph, network.Weights, new()));
        Assert.Equal("se-resnet-14: the weights are another network's: 1 missing (fc.bias), 1 unexpected (extra)", error.Message);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Encode_WrongShape_IsNamed()
    {
        using ExportedNetwork network = Small();
        network.Weights["fc.bias"] = WeightTensor.FromFloat32("fc.bias", [2], [1, 2]);

        Assert.Equal("se-resnet-14: fc.bias has shape [2]; expected [7]", Assert.Throws<SenetException>(() => network.Encode(new())).Message);
    }

    [Fact]
    public void Encode_MoreThan2GB_IsRefusedBeforeAnythingIsWritten()
    {
        var net = new GraphBuilder(3);
        NetworkGraph graph = net.Build("huge", net.Linear("fc", net.Conv("conv", net.Input, 30_000, 1), 20_000));

        SenetException error = Assert.Throws<SenetException>(() => OnnxExporter.Encode(graph, new Dictionary<string, WeightTensor>(), new()));
        Assert.Equal("huge: the weights take 2.4 GB, but an ONNX file holds at most 2 GB; keep the model as safetensors", error.Message);
    }

    // The check has to be able to fail.
    [Fact]
    public void Compare_OtherWeights_Fails()
    {
        using ExportedNetwork network = Small();
        float[] images = network.Images(2, Size);
        float[] expected = network.Forward(images, 2, Size);
        network.Weights["layer1.0.se.fc2.bias"] = WeightTensor.FromFloat32("layer1.0.se.fc2.bias", [16], new float[16]);
        using var check = new OnnxCheck(network.Encode(new()), threads: 1);

        SenetException error = Assert.Throws<SenetException>(() => check.Compare(images, [2, 3, Size.Height, Size.Width], expected));
        Assert.Contains("differ by", error.Message, StringComparison.Ordinal);
        Assert.Contains("expected at most 0.0001", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new float[] { 3, 4 }, new float[] { 3, 4 }, 1, 0)]
    [InlineData(new float[] { 3, 4 }, new float[] { 3, 9 }, 1, 1)]
    [InlineData(new float[] { 3, 4, 1, 0 }, new float[] { 3, 4, 1, 2 }, 2, 2)]
    [InlineData(new float[] { 3, 4 }, new float[] { 3 }, 1, double.PositiveInfinity)]
    [InlineData(new float[] { 0, 0 }, new float[] { 1, 0 }, 1, double.PositiveInfinity)]
    [InlineData(new float[] { 3, 4, 1, 0 }, new float[] { float.NaN, 4, 1, 0 }, 2, double.NaN)]
    public void Difference_Outputs_IsTheWorstImages(float[] expected, float[] actual, int images, double difference) =>
        Assert.Equal(difference, OnnxCheck.Difference(expected, actual, images));

    [Fact]
    public void Golden_SeResNet50_MatchesTheFloat64Truth()
    {
        var golden = new GoldenForward("cadene_se_resnet50_64px");
        (string id, NetworkOptions options) = ReferenceArchitectures.All[golden.Reference];
        NetworkGraph graph = ArchitectureRegistry.Get(id).Build(options);
        Dictionary<string, WeightTensor> weights = golden.Weights(graph);
        foreach (bool fold in new[] { true, false })
        {
            using var check = new OnnxCheck(OnnxExporter.Encode(graph, weights, new() { InputSize = 64, FoldBatchNorm = fold }), threads: 1);
            golden.AssertLogits(check.Run(golden.Input, golden.InputShape));
        }
    }

    static ExportedNetwork Small() => ExportedNetwork.OfArchitecture("se-resnet-14");

    // (N, H, W, C) bytes to (N, C, H, W) floats with the operations of the data pipeline.
    static float[] Normalise(byte[] pixels, Preprocessing preprocessing)
    {
        int channels = preprocessing.Channels;
        int plane = Size.Height * Size.Width;
        var values = new float[pixels.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int image = i / (channels * plane);
            int channel = i / plane % channels;
            int source = preprocessing.Bgr ? channels - 1 - channel : channel;
            float pixel = pixels[(image * plane + i % plane) * channels + source];
            float value = preprocessing.PixelMaximum == 255 ? pixel : pixel / 255f;
            values[i] = (value - preprocessing.Mean[channel]) / preprocessing.Std[channel];
        }
        return values;
    }
}
