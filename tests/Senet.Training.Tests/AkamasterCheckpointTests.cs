using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Senet.Cli;
using Senet.Data;
using Senet.Graph;
using Senet.Onnx;
using Senet.Tests;
using Senet.Weights;

namespace Senet.Training.Tests;

/// <summary>
/// Real trained networks, from a pickle of 2018 to the accuracy on 10,000 JPEGs: pixels equal by hash, logits within 1e-4 on
/// libtorch and the managed engine, accuracy and confusion as PyTorch has them.
/// </summary>
public sealed class AkamasterCheckpointTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("resnet20", "resnet20-12fca82f.th", "resnet-20")]
    [InlineData("resnet56", "resnet56-4bfd9763.th", "resnet-56")]
    public void Convert_ThenEvaluate_IsTheStoredTruth(string name, string file, string network)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Shared("reference/cifar10-truth.json")));
        JsonElement truth = document.RootElement;
        JsonElement model = truth.GetProperty("models").GetProperty(name);
        string images = Unpack(SharedFiles.Shared("data/cifar10-jpeg.tar.xz"));
        using (Checkpoint checkpoint = CheckpointFile.Open(SharedFiles.Shared($"reference/checkpoints/{file}")))
        {
            WeightMatch match = WeightRecognition.Recognise(checkpoint);
            Assert.Equal((network, "akamaster"), (match.Architecture.Id, match.Scheme));
            Assert.Equal(ShortcutKind.ZeroPad, match.Options.Shortcut);
            Assert.Empty(match.Missing);
            Assert.Empty(match.LeftOver);
            match.Save(_folder["model.safetensors"], truth.GetProperty("classes").Deserialize<string[]>());
        }

        using TorchClassifier classifier = TorchClassifier.Load(_folder["model.safetensors"], "cpu");
        AssertPixels(truth, images);
        using ImageClassifier managed = ImageClassifier.Load(_folder["model.safetensors"]);
        foreach (Func<float[], float[]> logits in new Func<float[], float[]>[] { input => classifier.Logits(input), input => managed.Logits(input) })
            AssertLogits(model.GetProperty("logits_first3_of_each_class"), images, classifier.Description.Preprocessing, logits);
        EvaluationResult result = classifier.Evaluate(ImageDataSet.OpenForEvaluation(Path.Combine(images, "test"), classifier.Classes));
        Assert.Equal(10_000, result.Count);
        Assert.Equal(model.GetProperty("top1").GetDouble() / 100, result.Top1, 0.0002);
        Assert.Equal(model.GetProperty("top5").GetDouble() / 100, result.Top5, 0.0002);
        Assert.Equal(model.GetProperty("mean_cross_entropy").GetDouble(), result.Loss, 1e-4);
        int[][] confusion = model.GetProperty("confusion_rows_true_cols_predicted").Deserialize<int[][]>()!;
        AssertConfusion(confusion, result.Confusion);
        AssertConfusion(confusion, InManagedEngine(managed, Path.Combine(images, "test")));
        AssertConfusion(confusion, InOnnxRuntime(ModelFile.Load(_folder["model.safetensors"]), Path.Combine(images, "test")));
    }

    // One image with a top-2 margin below 1e-3 may go to the other class.
    static void AssertConfusion(int[][] expected, IReadOnlyList<IReadOnlyList<int>> actual) =>
        Assert.InRange(expected.Zip(actual, (row, ours) => row.Zip(ours, (a, b) => Math.Abs(a - b)).Sum()).Sum(), 0, 2);

    static IReadOnlyList<IReadOnlyList<int>> InManagedEngine(ImageClassifier classifier, string data)
    {
        IImageSource images = ImageDataSet.OpenForEvaluation(data, classifier.Labels);
        var loader = new BatchLoader(images, new EvaluationTransform(classifier.Description.Preprocessing), new() { BatchSize = 250 });
        return Evaluator.Evaluate(loader, classifier.Labels, batch => classifier.Logits(batch.Values)).Confusion;
    }

    // The exported network, batch normalisation folded, on the same images.
    static int[][] InOnnxRuntime(ModelFile model, string data)
    {
        const int batch = 250;
        NetworkGraph graph = ArchitectureRegistry.Get(model.Description.Architecture).Build(model.Description.Options);
        byte[] file = OnnxExporter.Encode(graph, model.Tensors, new() { InputSize = 32, Preprocessing = model.Description.Preprocessing, Classes = model.Description.Classes });
        using var session = new OnnxCheck(file, threads: 1);
        IImageSource images = ImageDataSet.OpenForEvaluation(data, model.Description.Classes);
        var transform = new EvaluationTransform(model.Description.Preprocessing);
        int[][] confusion = [.. Enumerable.Range(0, 10).Select(_ => new int[10])];
        float[] pixels = new float[batch * 3 * 32 * 32];
        for (int start = 0; start < images.Count; start += batch)
        {
            for (int i = 0; i < batch; i++)
            {
                var random = new SampleRandom(0, 0, 0);
                transform.Apply(images.Load(start + i, 3, background: 255), ref random, pixels.AsSpan(i * 3 * 32 * 32, 3 * 32 * 32));
            }
            float[] logits = session.Run(pixels, batch, 3, 32, 32);
            for (int i = 0; i < batch; i++)
            {
                float[] row = logits[(i * 10)..(i * 10 + 10)];
                confusion[images.Label(start + i)][Array.IndexOf(row, row.Max())]++;
            }
        }
        return confusion;
    }

    static void AssertPixels(JsonElement truth, string images)
    {
        foreach (JsonElement image in truth.GetProperty("images").EnumerateArray())
        {
            ImagePixels pixels = ImageDecoder.DecodeFile(Path.Combine(images, image.GetProperty("file").GetString()!), channels: 3, background: 255);
            Assert.Equal(image.GetProperty("sha256_rgb").GetString(), Convert.ToHexStringLower(SHA256.HashData(pixels.Data)));
        }
    }

    static void AssertLogits(JsonElement rows, string images, Preprocessing preprocessing, Func<float[], float[]> run)
    {
        var transform = new EvaluationTransform(preprocessing);
        foreach (JsonElement row in rows.EnumerateArray())
        {
            ImagePixels pixels = ImageDecoder.DecodeFile(Path.Combine(images, row.GetProperty("file").GetString()!), channels: 3, background: 255);
            float[] chw = new float[3 * 32 * 32];
            transform.Apply(pixels, chw);
            float[] logits = run(chw);
            double[] expected = row.GetProperty("logits").Deserialize<double[]>()!;
            for (int i = 0; i < expected.Length; i++)
                Assert.Equal(expected[i], logits[i], 1e-4);
        }
    }

    string Unpack(string archive)
    {
        try
        {
            using Process tar = Process.Start("tar", ["-xJf", archive, "-C", _folder.Path, "test"]);
            tar.WaitForExit();
            if (tar.ExitCode != 0)
                Assert.Skip("tar cannot unpack .tar.xz here");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("there is no tar here");
        }
        return _folder.Path;
    }
}
