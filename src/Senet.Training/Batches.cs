using System.Runtime.InteropServices;
using Senet.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>From the loader's batches to tensors.</summary>
static class Batches
{
    /// <summary>A float32 copy of the batch's images on <paramref name="device"/>, (N, C, H, W).</summary>
    public static Tensor ToTensor(ImageBatch batch, Device device) =>
        ToTensor(batch.Values, [batch.Count, batch.Channels, batch.Height, batch.Width], device);

    /// <summary>A float32 copy of <paramref name="values"/> on <paramref name="device"/>.</summary>
    public static Tensor ToTensor(ReadOnlySpan<float> values, long[] shape, Device device)
    {
        Tensor tensor = empty(shape, dtype: float32);
        MemoryMarshal.AsBytes(values).CopyTo(tensor.bytes);
        if (device.type == DeviceType.CPU)
            return tensor;
        Tensor moved = tensor.to(device);
        tensor.Dispose();
        return moved;
    }
}
