using static TorchSharp.torch;

namespace Senet.Torch;

/// <summary>What <see cref="GraphModule.Trace"/> saw in one forward pass. Owns its tensors.</summary>
public sealed class GraphTrace : IDisposable
{
    internal GraphTrace(Tensor logits, IReadOnlyDictionary<string, Tensor> outputs, IReadOnlyDictionary<string, Tensor> gates)
    {
        Logits = logits;
        Outputs = outputs;
        Gates = gates;
    }

    /// <summary>(N, classes).</summary>
    public Tensor Logits { get; }

    /// <summary>Outputs by the name of their node, (N, C, H, W), without gradients.</summary>
    public IReadOnlyDictionary<string, Tensor> Outputs { get; }

    /// <summary>Gates by the name of their block, (N, C), or (N, C, H, W) without a squeeze.</summary>
    public IReadOnlyDictionary<string, Tensor> Gates { get; }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Logits.Dispose();
        foreach (Tensor tensor in Outputs.Values.Concat(Gates.Values))
            tensor.Dispose();
    }
}
