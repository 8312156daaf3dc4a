using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;
using Senet.Cli;
using Senet.Tests;

namespace Senet.Onnx.Tests;

public class MachineLearningNetTests
{
    const int Size = 32;

    [Fact]
    public void ApplyOnnxModel_ExportedFile_GivesTheNetworksLogits()
    {
        using var folder = new TempFolder();
        using ExportedNetwork network = ExportedNetwork.OfArchitecture("se-resnet-14");
        string path = folder["model.onnx"];
        OnnxExporter.Write(path, network.Graph, network.Weights, new() { InputSize = Size });
        float[] images = network.Images(2, Size);

        var context = new MLContext(seed: 0);
        IDataView data = context.Data.LoadFromEnumerable(images.Chunk(images.Length / 2).Select(image => new Image { Input = image }));
        using OnnxTransformer model = context.Transforms.ApplyOnnxModel("logits", "input", path).Fit(data);
        float[] logits = [.. context.Data.CreateEnumerable<Scores>(model.Transform(data), reuseRowObject: false).SelectMany(row => row.Logits)];

        Assert.InRange(OnnxCheck.Difference(network.Forward(images, 2, Size), logits, images: 2), 0, OnnxCheck.Tolerance);
    }

    sealed class Image
    {
        [ColumnName("input")]
        [VectorType(3 * Size * Size)]
        public float[] Input { get; set; } = [];
    }

    sealed class Scores
    {
        [ColumnName("logits")]
        public float[] Logits { get; set; } = [];
    }
}
