using Senet.Graph;
using Senet.Weights;
using static TorchSharp.torch;

namespace Senet.Torch;

/// <summary>Between TorchSharp's tensors and the named tensors of weight files.</summary>
public static class TensorConversion
{
    /// <summary>A float32 copy of <paramref name="tensor"/> under <paramref name="name"/>.</summary>
    public static WeightTensor ToWeightTensor(string name, Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor values = tensor.detach().to(float32).cpu().contiguous();
        return WeightTensor.FromFloat32(name, values.shape, values.data<float>().ToArray());
    }

    /// <summary>Overwrites <paramref name="target"/> with <paramref name="source"/>, whatever its device and precision.</summary>
    /// <exception cref="SenetException">The shapes differ.</exception>
    public static void CopyInto(Tensor target, WeightTensor source)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        if (!target.shape.SequenceEqual(source.Shape))
            throw new SenetException($"{source.Name}: shape [{string.Join(", ", source.Shape)}] does not fit [{string.Join(", ", target.shape)}]");
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        target.copy_(tensor(source.ToFloat32(), target.shape));
    }
}
