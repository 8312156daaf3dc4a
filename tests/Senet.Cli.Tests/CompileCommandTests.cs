namespace Senet.Tests;

public sealed class CompileCommandTests : IDisposable
{
    readonly TempFolder _folder = new();
    readonly string _model;

    public CompileCommandTests() => _model = TinyModel.Write(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Compile_ThenPredict_GivesWhatTheModelGives()
    {
        string photos = TinyPhotos.Create(_folder, perClass: 3);
        string plan = _folder["tiny.plan"];
        CommandLine compiled = CommandLine.Run("compile", _model, "-o", plan, "--batch", "1,16");
        Assert.Equal(0, compiled.ExitCode);
        Assert.StartsWith($"{plan}: se-resnet-8 for ", compiled.Output, StringComparison.Ordinal);
        Assert.Contains("1 x 32 x 32 and 16 x 32 x 32", compiled.Output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Run("predict", _model, photos, "--csv").Output, CommandLine.Run("predict", plan, photos, "--csv").Output);
    }

    [Fact]
    public void Compile_WithoutOutput_WritesBesideTheModel()
    {
        Assert.Equal(0, CommandLine.Run("compile", _model).ExitCode);
        Assert.True(File.Exists(_folder["model.plan"]));
    }

    [Theory]
    [InlineData("--batch 0: expected numbers from 1, such as 1,8", "--batch", "0")]
    [InlineData("--batch 1,,2: expected numbers from 1, such as 1,8", "--batch", "1,,2")]
    [InlineData("--size 0: expected at least 1", "--size", "0")]
    public void Compile_BadOptions_AreUsageErrors(string expected, params string[] options)
    {
        CommandLine result = CommandLine.Run(["compile", _model, .. options]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["model.plan"]));
    }

    [Fact]
    public void OtherEnginesAndExport_RefuseAPlan()
    {
        Assert.Equal(0, CommandLine.Run("compile", _model).ExitCode);
        string photos = TinyPhotos.Create(_folder, perClass: 1);
        foreach (string[] arguments in new string[][] { ["predict", _folder["model.plan"], photos, "--engine", "torch"], ["export", _folder["model.plan"], "--output", _folder["x.onnx"]], ["bench", _folder["model.plan"]] })
        {
            CommandLine result = CommandLine.Run(arguments);
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("a compiled plan runs on the managed engine alone", result.Error, StringComparison.Ordinal);
        }
    }
}
