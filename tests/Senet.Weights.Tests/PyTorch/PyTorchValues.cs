using Senet.Weights;

namespace Senet.Tests;

/// <summary>A tensor's elements as doubles.</summary>
static class PyTorchValues
{
    public static double[] Of(WeightTensor tensor) => tensor.Type switch
    {
        TensorType.Float64 => [.. tensor.Data.ToArray().Chunk(8).Select(b => BitConverter.ToDouble(b))],
        TensorType.Float32 or TensorType.Float16 or TensorType.BFloat16 => Array.ConvertAll(tensor.ToFloat32(), v => (double)v),
        _ => Array.ConvertAll(tensor.ToInt64(), v => (double)v),
    };
}
