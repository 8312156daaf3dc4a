using System.Globalization;
using Senet.Graph;
using Senet.Torch;

namespace Senet.Training;

/// <summary>What a training run takes in memory at its peak, in bytes, computed from the graph before it starts.</summary>
public sealed record MemoryEstimate
{
    // What a process with libtorch, .NET and their kernels holds beside a network. With it the sums lie within a fifth of the peaks measured:
    // benchmarks/results/epyc-zen5-2-cores/training-step.md.
    const long Program = 320L << 20;

    // Beside the maps that are kept, the busiest moment of a step holds the gradients of a block's widest maps and an operation's scratch.
    const int TransientMaps = 4;

    /// <summary>Weights and statistics in float32, and the bfloat16 copies of convolutions' weights that the backward pass reads.</summary>
    public required long Weights { get; init; }

    /// <summary>Gradients in float32.</summary>
    public required long Gradients { get; init; }

    /// <summary>The optimiser's state and averaged weights, in float32.</summary>
    public required long Optimiser { get; init; }

    /// <summary>Feature maps kept for the backward pass, for each image of the batch.</summary>
    public required long MapsPerImage { get; init; }

    /// <summary>Gradients and scratch while the backward pass goes through the widest part, for each image of the batch.</summary>
    public required long TransientPerImage { get; init; }

    /// <summary>Decoded inputs that the loaders hold ahead, for each image of the batch.</summary>
    public required long InputsPerImage { get; init; }

    /// <summary>Images of a batch.</summary>
    public required int Batch { get; init; }

    /// <summary>Everything that does not grow with the batch.</summary>
    public long Fixed => Weights + Gradients + Optimiser + Program;

    /// <summary>Everything that grows with the batch, for one image.</summary>
    public long PerImage => MapsPerImage + TransientPerImage + InputsPerImage;

    /// <summary>The whole process at its peak, without the cache of decoded images.</summary>
    public long Total => Fixed + Batch * PerImage;

    /// <summary>Estimates a run.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="input">Shape of an image.</param>
    /// <param name="batch">Images of a step.</param>
    /// <param name="precision">What the network computes in.</param>
    /// <param name="checkpoints">Whether activations are checkpointed; see <see cref="GraphModule.CheckpointActivations"/>.</param>
    /// <param name="states">Float32 values that the optimiser and averages keep for each weight: 1 for momentum, 2 for Adam.</param>
    /// <param name="batchesAhead">Batches that the loaders hold.</param>
    /// <exception cref="SenetException">The input does not fit the network.</exception>
    public static MemoryEstimate Of(NetworkGraph graph, TensorShape input, int batch, Precision precision, bool checkpoints = false, int states = 1, int batchesAhead = 6)
    {
        ArgumentNullException.ThrowIfNull(graph);
        long values = graph.Parameters.Sum(spec => spec.ElementCount);
        long trained = graph.ParameterCount * sizeof(float);
        long copies = precision == Precision.BFloat16 ? graph.Nodes.OfType<Conv2dNode>().SelectMany(node => node.Parameters).Sum(spec => spec.ElementCount) * 2 : 0;
        return new()
        {
            Weights = values * sizeof(float) + copies,
            Gradients = trained,
            Optimiser = states * trained,
            MapsPerImage = ActivationMemory.BytesPerImage(graph, input, precision, checkpoints),
            TransientPerImage = TransientMaps * ActivationMemory.LargestMap(graph, input, precision),
            InputsPerImage = batchesAhead * input.Elements * sizeof(float),
            Batch = batch,
        };
    }

    /// <summary>The largest batch whose run takes at most <paramref name="bytes"/>; 0 where not even one image fits.</summary>
    public int LargestBatch(long bytes) => (int)Math.Clamp((bytes - Fixed) / PerImage, 0, int.MaxValue);

    /// <summary>The estimate in one line.</summary>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"memory: about {Gigabytes(Total)} GB (weights {Gigabytes(Weights)}, gradients {Gigabytes(Gradients)}, optimiser {Gigabytes(Optimiser)}, feature maps {Gigabytes(Batch * (MapsPerImage + TransientPerImage))} at batch {Batch}, images ahead {Gigabytes(Batch * InputsPerImage)})");

    internal static string Gigabytes(long bytes) => (bytes / 1e9).ToString("F2", CultureInfo.InvariantCulture);
}
