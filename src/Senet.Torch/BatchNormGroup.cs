using static TorchSharp.torch;

namespace Senet.Torch;

/// <summary>The processes over whose images batch normalisation takes its statistics in training.</summary>
/// <param name="rank">This process, from 0.</param>
/// <param name="size">Number of processes.</param>
/// <param name="sum">Replaces a contiguous float32 tensor by its sum over all processes; waits for it.</param>
public sealed class BatchNormGroup(int rank, int size, Action<Tensor> sum)
{
    /// <summary>Whether the images of this process count; false for one that has no share of a short batch and computes along.</summary>
    public bool Counts { get; set; } = true;

    internal BackwardFailure Failure { get; } = new();

    /// <summary>For the backward pass: a failure is kept in <see cref="Failure"/>, and the values stay as they are.</summary>
    internal Tensor SumInBackward(Tensor values)
    {
        Failure.Guard(() => sum(values));
        return values;
    }

    /// <summary>Rows of all processes, (size, C), of which each gives its own.</summary>
    internal Tensor Gather(Tensor row)
    {
        Tensor rows = zeros([size, row.shape[0]], dtype: row.dtype, device: row.device);
        using (Tensor own = rows[rank])
            own.copy_(row);
        sum(rows);
        return rows;
    }
}
