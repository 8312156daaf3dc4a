using System.Text.Json;
using Senet.Graph;
using Senet.Torch;
using Senet.Weights;

namespace Senet.Tests;

/// <summary><c>senet inspect</c>, <c>senet convert</c> and <c>senet train --pretrained</c> on files of other programs.</summary>
public sealed class CheckpointCommandsTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Inspect_RealCheckpoint_ShowsTensorsAndNetwork()
    {
        string output = CommandLine.Succeed("inspect", SharedFiles.Shared("reference/checkpoints/resnet20-12fca82f.th"));

        Assert.Contains("state_dict/module.layer1.0.conv1.weight", output, StringComparison.Ordinal);
        Assert.Contains("16 x 16 x 3 x 3", output, StringComparison.Ordinal);
        Assert.Contains("best_prec1 = 91.78", output, StringComparison.Ordinal);
        Assert.Contains("PyTorch, pickles (before 1.6)", output, StringComparison.Ordinal);
        Assert.Contains("network: resnet-20 (269,722 parameters, 10 classes), names of akamaster: 97 weights match, 0 missing, 0 left over", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_Json_SaysTheSame()
    {
        using JsonDocument json = JsonDocument.Parse(CommandLine.Succeed("inspect", SharedFiles.Shared("reference/checkpoints/resnet20-12fca82f.th"), "--json"));

        Assert.Equal("resnet-20", json.RootElement.GetProperty("network").GetProperty("id").GetString());
        Assert.Equal(97, json.RootElement.GetProperty("network").GetProperty("matched").GetInt32());
        Assert.Equal("F32", json.RootElement.GetProperty("tensors")[0].GetProperty("type").GetString());
    }

    [Fact]
    public void Inspect_HostileFile_IsRefusedByName()
    {
        CommandLine run = CommandLine.Run("inspect", SharedFiles.Shared("reference/checkpoints/malicious_eval.pth"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("builtins.eval", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }

    [Fact]
    public void Convert_RealCheckpoint_SaysEverythingAndPredicts()
    {
        File.WriteAllLines(_folder["classes.txt"], ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]);
        string output = CommandLine.Succeed(
            "convert", SharedFiles.Shared("reference/checkpoints/resnet20-12fca82f.th"), "--output", _folder["model.safetensors"], "--classes", _folder["classes.txt"], "--list");

        Assert.Contains("note: the weights stand under \"state_dict\"", output, StringComparison.Ordinal);
        Assert.Contains("note: \"module.\" in front of every name was taken off", output, StringComparison.Ordinal);
        Assert.Contains("  fc.weight <- linear.weight", output, StringComparison.Ordinal);
        Assert.Contains("images: 32 x 32 pixels, RGB on 0..1, minus 0.485 0.456 0.406, divided by 0.229 0.224 0.225", output, StringComparison.Ordinal);
        Assert.Contains("total: 269,722 parameters", CommandLine.Succeed("summary", _folder["model.safetensors"]), StringComparison.Ordinal);
        Assert.Equal("airplane", ModelFile.LoadDescription(_folder["model.safetensors"]).Classes[0]);
    }

    [Fact]
    public void Convert_SomethingMissing_NamesItAndWritesNothing()
    {
        NetworkGraph graph = ArchitectureRegistry.Get("se-resnet-8").Build();
        WriteWeights(graph.Parameters.Where(spec => spec.Name != "layer2.0.conv1.weight").Select(spec => (spec.Name, spec.Shape)).Append(("teacher.weight", [2L])));
        CommandLine run = CommandLine.Run("convert", _folder["weights.safetensors"], "--output", _folder["model.safetensors"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("  missing: layer2.0.conv1.weight", run.Output, StringComparison.Ordinal);
        Assert.Contains("  left over: teacher.weight", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 weight is missing, so there is no se-resnet-8 in it; nothing was written\n", run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["model.safetensors"]));
    }

    [Fact]
    public void Convert_TimmAveragedShortcuts_NamesTheTwinAndTakesTheFlag()
    {
        Architecture architecture = ArchitectureRegistry.Get("se-resnext-26-32x4d");
        var options = new NetworkOptions
        {
            StemPool = StemPool.Padded,
            BottleneckStride = BottleneckStride.Conv3x3,
            Stem = StemKind.Deep,
            Shortcut = ShortcutKind.AveragePool,
            Se = new() { Rounding = SeRounding.MultipleOf8 },
        };
        using var module = new GraphModule(architecture.Build(options));
        SafetensorsFile.Write(_folder["weights.safetensors"], TimmKeys.Rename(architecture, options, module.ExportWeights()));
        string plain = CommandLine.Succeed("convert", _folder["weights.safetensors"], "--output", _folder["plain.safetensors"]);
        Assert.Contains("for one of them add --anti-alias", plain, StringComparison.Ordinal);
        CommandLine.Succeed("convert", _folder["weights.safetensors"], "--output", _folder["aa.safetensors"], "--anti-alias");

        // For these widths both rules of rounding say the same.
        Assert.Equal(options with { Se = new() }, ModelFile.LoadDescription(_folder["plain.safetensors"]).Options);
        Assert.True(ModelFile.LoadDescription(_folder["aa.safetensors"]).Options.AntiAlias);
        // And out again, under the names it came with.
        CommandLine.Succeed("export", _folder["plain.safetensors"], "--output", _folder["timm.safetensors"], "--format", "safetensors", "--keys", "timm");
        Assert.Equal(SafetensorsFile.Read(_folder["weights.safetensors"]).Tensors.Keys, SafetensorsFile.Read(_folder["timm.safetensors"]).Tensors.Keys);
    }

    [Fact]
    public void Convert_SenetModel_IsOneAlready()
    {
        CommandLine.Succeed("convert", SharedFiles.Shared("reference/checkpoints/resnet20-12fca82f.th"), "--output", _folder["model.safetensors"]);
        CommandLine run = CommandLine.Run("convert", _folder["model.safetensors"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is a Senet model already", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_PretrainedCheckpoint_ReplacesTheHeadInOneLine()
    {
        string photos = TinyPhotos.Create(_folder);
        string output = CommandLine.Succeed(
            "train", photos, "--pretrained", SharedFiles.Shared("reference/checkpoints/resnet20-12fca82f.th"), "--output", _folder["run"],
            "--epochs", "1", "--batch-size", "4", "--freeze", "2", "--stage-lr", "1,1,1,0.5,1", "--threads", "1", "--device", "cpu");

        Assert.Contains("(resnet-20); its classifier for 10 classes is replaced by one for 2", output, StringComparison.Ordinal);
        ModelDescription model = ModelFile.LoadDescription(_folder["run/model.safetensors"]);
        Assert.Equal("resnet-20", model.Architecture);
        Assert.Equal([0.485f, 0.456f, 0.406f], model.Preprocessing.Mean);
        CommandLine run = CommandLine.Run("train", photos, "--pretrained", "cadene-se-resnet-50", "--output", _folder["other"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("run: senet pull cadene-se-resnet-50", run.Error, StringComparison.Ordinal);
    }

    void WriteWeights(IEnumerable<(string Name, IReadOnlyList<long> Shape)> weights) => SafetensorsFile.Write(
        _folder["weights.safetensors"],
        weights.Select(weight => WeightTensor.FromFloat32(weight.Name, [.. weight.Shape], new float[weight.Shape.Aggregate(1L, (product, size) => product * size)])));
}
