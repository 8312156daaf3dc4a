using Senet.Cli;
using Senet.Graph;
using Senet.Torch;
using Senet.Weights;

namespace Senet.Tests;

public sealed class ExportCommandTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Export_ModelFile_WritesWhatOnnxRuntimeRuns()
    {
        string output = CommandLine.Succeed("export", Model(), "--output", _folder["out.onnx"]);

        Assert.Contains("out.onnx: se-resnet-8, opset 17, 0.3 MB", output, StringComparison.Ordinal);
        Assert.Contains("takes input, float (batch, 3, 24, 28); gives logits, float (batch, 3)", output, StringComparison.Ordinal);
        Assert.Matches(@"checked in ONNX Runtime [\d.]+ on 3 random images: largest relative difference \d\.?\d?E-0[5-9]", output);
        using OnnxCheck check = Open();
        Assert.Equal("input", check.Input.Key);
        Assert.Equal([-1, 3, 24, 28], check.Input.Value.Dimensions);
        Assert.Equal("""["a","b","ß"]""", check.Metadata.CustomMetadataMap["classes"]);
    }

    [Fact]
    public void Export_PreprocessSoftmaxDynamic_WritesWhatWasAskedFor()
    {
        string output = CommandLine.Succeed("export", Model(), "--output", _folder["out.onnx"], "--preprocess", "--softmax", "--dynamic-size", "--fold", "false", "--opset", "20");

        Assert.Contains("opset 20", output, StringComparison.Ordinal);
        Assert.Contains("takes image, bytes (batch, height, width, 3); gives probabilities, float (batch, 3)", output, StringComparison.Ordinal);
        Assert.Contains("checked in ONNX Runtime", output, StringComparison.Ordinal);
        using OnnxCheck check = Open();
        Assert.Equal("image", check.Input.Key);
        Assert.Equal(1, check.Run(new byte[20 * 30 * 3], 1, 20, 30, 3).Sum(), 1e-6);
    }

    [Fact]
    public void Export_CaffePixels_AreCheckedAsTheyAre() =>
        Assert.Contains(
            "checked in ONNX Runtime",
            CommandLine.Succeed("export", Model(preprocessing: new() { Bgr = true, PixelMaximum = 255, Mean = [104, 117, 123], Std = [1, 1, 1] }), "--output", _folder["out.onnx"], "--preprocess"),
            StringComparison.Ordinal);

    [Fact]
    public void Export_Size_ResizesTheCropInProportion()
    {
        string output = CommandLine.Succeed("export", Model(), "--output", _folder["out.onnx"], "--size", "48", "--check", "false");

        Assert.Contains("takes input, float (batch, 3, 48, 48)", output, StringComparison.Ordinal);
        Assert.Contains("not checked", output, StringComparison.Ordinal);
        using OnnxCheck check = Open();
        Assert.Contains("\"height\":48,\"width\":48,\"resizeShortSide\":60,", check.Metadata.CustomMetadataMap["preprocessing"], StringComparison.Ordinal);
    }

    // Not a number is not near anything.
    [Fact]
    public void Export_CheckFails_LeavesTheOldFile()
    {
        File.WriteAllText(_folder["out.onnx"], "old");
        CommandLine run = CommandLine.Run("export", Model(bias: float.NaN), "--output", _folder["out.onnx"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"^senet: error: ONNX Runtime [\d.]+ and Senet differ by NaN on the same images; expected at most 0\.0001\r?\n$", run.Error);
        Assert.Empty(run.Output);
        Assert.Equal("old", File.ReadAllText(_folder["out.onnx"]));
        Assert.Equal(["model.safetensors", "out.onnx"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData(2, "--size and --dynamic-size: give one of them", "--size", "32", "--dynamic-size")]
    [InlineData(2, "--opset 9: expected 13 to 22", "--opset", "9")]
    [InlineData(2, "--size 0: expected at least 1", "--size", "0")]
    [InlineData(2, "--softmax: safetensors holds weights alone; this is an option of ONNX files", "--format", "safetensors", "--softmax")]
    [InlineData(2, "--keys: an option of --format safetensors", "--keys", "timm")]
    [InlineData(1, "se-resnet-8: timm has no network with these weights", "--format", "safetensors", "--keys", "timm")]
    public void Export_WrongOptions_AreNamed(int exitCode, string message, params string[] options)
    {
        CommandLine run = CommandLine.Run(["export", Model(), "--output", _folder["out.onnx"], .. options]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.onnx"]));
    }

    [Fact]
    public void Export_NoOutput_IsAUsageError()
    {
        CommandLine run = CommandLine.Run("export", Model());

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--output", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_Safetensors_HoldsTheWeightsAlone()
    {
        string output = CommandLine.Succeed("export", Model(), "--output", _folder["out.safetensors"], "--format", "safetensors");

        Assert.Contains("out.safetensors: 59 weights of se-resnet-8, names of Senet", output, StringComparison.Ordinal);
        SafetensorsContents contents = SafetensorsFile.Read(_folder["out.safetensors"]);
        Assert.Equal(["format"], contents.Metadata.Keys);
        Assert.Equal(ModelFile.Load(_folder["model.safetensors"]).Tensors.Keys, contents.Tensors.Keys);
    }

    OnnxCheck Open() => new(File.ReadAllBytes(_folder["out.onnx"]), threads: 1);

    string Model(Preprocessing? preprocessing = null, float bias = 0)
    {
        NetworkOptions options = ArchitectureRegistry.Get("se-resnet-8").Defaults with { Classes = 3 };
        using var module = new GraphModule(ArchitectureRegistry.Get("se-resnet-8").Build(options), seed: 1);
        var description = new ModelDescription
        {
            Architecture = "se-resnet-8",
            Options = options,
            Classes = ["a", "b", "ß"],
            Preprocessing = (preprocessing ?? new()) with { Height = 24, Width = 28, ResizeShortSide = 30 },
        };
        string path = _folder["model.safetensors"];
        ModelFile.Save(path, description, module.ExportWeights().Select(weight =>
            weight.Name == "fc.bias" ? WeightTensor.FromFloat32(weight.Name, [3], [bias, bias, bias]) : weight));
        return path;
    }
}
