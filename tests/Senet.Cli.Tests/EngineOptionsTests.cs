using System.Globalization;
using System.Text.Json;

namespace Senet.Tests;

public sealed class EngineOptionsTests : IDisposable
{
    readonly TempFolder _folder = new();
    readonly string _model;
    readonly string _photos;

    public EngineOptionsTests()
    {
        _model = TinyModel.Write(_folder);
        _photos = TinyPhotos.Create(_folder, perClass: 35);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--engine", "torch")]
    [InlineData("--engine", "onnx")]
    [InlineData("--engine", "onnx", "--threads", "1")]
    [InlineData("--engine", "managed", "--threads", "1")]
    [InlineData("--device", "cpu")]
    public void Predict_EveryEngine_GivesWhatTheDefaultGives(params string[] options)
    {
        // More than two batches, the last one shorter.
        string[] expected = Lines("predict", _model, _photos, "--csv");
        string[] actual = Lines(["predict", _model, _photos, "--csv", .. options]);

        Assert.Equal(1 + 70 * 2, expected.Length);
        Assert.Equal(expected.Select(WithoutProbability), actual.Select(WithoutProbability));
        foreach ((string ours, string theirs) in expected.Zip(actual).Skip(1))
            Assert.Equal(Probability(ours), Probability(theirs), 1e-5);
    }

    [Theory]
    [InlineData("--engine", "torch")]
    [InlineData("--engine", "onnx")]
    [InlineData("--engine", "managed", "--threads", "1", "--batch-size", "3")]
    public void Evaluate_EveryEngine_GivesWhatTheDefaultGives(params string[] options)
    {
        using JsonDocument expected = Evaluate();
        using JsonDocument actual = Evaluate(options);

        foreach (string name in new[] { "architecture", "images", "top1", "top5", "classes", "perClass", "confusion", "skipped" })
            Assert.Equal(expected.RootElement.GetProperty(name).GetRawText(), actual.RootElement.GetProperty(name).GetRawText());
        Assert.Equal(70, expected.RootElement.GetProperty("images").GetInt32());
        Assert.Equal(expected.RootElement.GetProperty("loss").GetDouble(), actual.RootElement.GetProperty("loss").GetDouble(), 1e-5);
    }

    // Only the managed engine has a limit of its own.
    [Theory]
    [InlineData("predict")]
    [InlineData("evaluate")]
    public void Engine_NotGiven_IsTheManagedOne(string command)
    {
        CommandLine run = CommandLine.Run(command, _model, _photos, "--threads", "5000");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("5000 threads; expected 1 to 1024", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("predict")]
    [InlineData("evaluate")]
    public void Device_Alone_MeansTorch(string command)
    {
        CommandLine run = CommandLine.Run(command, _model, _photos, "--device", "abacus");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("abacus", run.Error, StringComparison.Ordinal);
        Assert.Equal(run.Error, CommandLine.Run(command, _model, _photos, "--device", "abacus", "--engine", "torch").Error);
    }

    [Theory]
    [InlineData("--device: an option of --engine torch; managed computes on the CPU", "--engine", "managed", "--device", "cpu")]
    [InlineData("--device: an option of --engine torch; onnx computes on the CPU", "--engine", "onnx", "--device", "cuda")]
    [InlineData("--engine fast: expected managed, torch, onnx", "--engine", "fast")]
    [InlineData("--threads 0: expected at least 1", "--threads", "0")]
    [InlineData("--threads 0: expected at least 1", "--engine", "onnx", "--threads", "0")]
    public void Options_ThatContradict_AreUsageErrors(string message, params string[] options)
    {
        foreach (string command in new[] { "predict", "evaluate" })
        {
            CommandLine run = CommandLine.Run([command, "no-such-model", _photos, .. options]);

            Assert.Equal(2, run.ExitCode);
            Assert.StartsWith($"senet: error: {message}", run.Error, StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }
    }

    [Theory]
    [InlineData("managed")]
    [InlineData("onnx")]
    [InlineData("torch")]
    public void Predict_UnreadableImages_AreListedOnEveryEngine(string engine)
    {
        string broken = _folder["broken/broken.png"];
        File.WriteAllText(broken, "no picture");
        CommandLine run = CommandLine.Run("predict", _model, broken, Path.Combine(_photos, "light", "00.png"), "missing.png", "--csv", "--engine", engine);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(3, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("broken.png: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("missing.png: there is no such file", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, CommandLine.Run("predict", _model, broken, "--engine", engine).ExitCode);
    }

    JsonDocument Evaluate(params string[] options) => JsonDocument.Parse(CommandLine.Succeed(["evaluate", _model, _photos, "--json", .. options]));

    static string[] Lines(params string[] args) => CommandLine.Succeed(args).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static string WithoutProbability(string line) => line[..line.LastIndexOf(',')];

    static double Probability(string line) => double.Parse(line[(line.LastIndexOf(',') + 1)..], CultureInfo.InvariantCulture);
}
