using Senet.Weights;

namespace Senet.Cli;

/// <summary>What the commands say of weight files.</summary>
static class CheckpointText
{
    public static string Format(CheckpointFormat format) => format switch
    {
        CheckpointFormat.Safetensors => "safetensors",
        CheckpointFormat.PyTorchZip => "PyTorch, zip",
        CheckpointFormat.PyTorchLegacy => "PyTorch, pickles (before 1.6)",
        CheckpointFormat.PyTorchTar => "PyTorch, tar (before 0.2)",
        _ => "Caffe",
    };

    public static string Shape(IReadOnlyList<long> shape) => shape.Count == 0 ? "scalar" : string.Join(" x ", shape);

    /// <summary>The network in one line, with the share of the file's weights that fit.</summary>
    public static string Match(WeightMatch match) =>
        $"{match.Architecture.Id} ({Numbers.Grouped(match.Graph.ParameterCount)} parameters, {Numbers.Count(match.Options.Classes, "class", "classes")}), names of {match.Scheme}: " +
        $"{match.Matched.Count} weights match, {match.Missing.Count} missing, {match.LeftOver.Count} left over";
}
