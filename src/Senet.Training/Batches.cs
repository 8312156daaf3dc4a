using System.Runtime.InteropServices;
using Senet.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>From the loader's batches to tensors.</summary>
static class Batches
{
    /// <summary>A float32 copy of the batch's images on <paramref name="device"/>, (N * views, C, H, W).</summary>
    public static Tensor ToTensor(ImageBatch batch, Device device) =>
        ToTensor(batch.Values, [batch.Count * batch.Views, batch.Channels, batch.Height, batch.Width], device);

    /// <summary>
    /// What the loss compares with: (N) class indices, or the (N, classes) shares of every class where samples were mixed; int64 and
    /// float32, on <paramref name="device"/>.
    /// </summary>
    public static Tensor Targets(ImageBatch batch, int classes, Device device)
    {
        if (batch.Mixed is not { } mixed)
            return tensor(batch.Labels).to(device);
        var shares = new float[batch.Count * classes];
        for (int i = 0; i < batch.Count; i++)
        {
            shares[i * classes + batch.Labels[i]] = mixed.Shares[i];
            // Partners may be of one class.
            shares[i * classes + mixed.Others[i]] += 1 - mixed.Shares[i];
        }
        return ToTensor(shares, [batch.Count, classes], device);
    }

    /// <summary>The class that most of each sample is, for counting what was right.</summary>
    public static long[] MainLabels(ImageBatch batch) =>
        batch.Mixed is not { } mixed ? batch.Labels : [.. batch.Labels.Select((label, i) => mixed.Shares[i] >= 0.5f ? label : mixed.Others[i])];

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
