using Senet.Weights;

namespace Senet.Tests;

/// <summary>A golden's tensors under the reference's own names, as a checkpoint that was opened.</summary>
static class FilledCheckpoint
{
    public static Checkpoint Create(string name, IEnumerable<WeightTensor> tensors) => new(
        name, CheckpointFormat.Safetensors, [.. tensors.Select(tensor => new CheckpointTensor(tensor.Name, tensor.Type, tensor.Shape, () => tensor))],
        new Dictionary<string, string>(), file: null);
}
