using Senet.Inference.Steps;

namespace Senet.Inference.Memory;

/// <summary>Gates of a block for all images of the batch, (image, slot).</summary>
sealed unsafe class GatePlace
{
    public required string Name { get; init; }

    public required int[] Slots { get; init; }

    /// <summary>Constant that the gates are stored multiplied by.</summary>
    public float Factor { get; init; } = 1;

    public Reservation Memory { get; } = new();

    public float* First(RunState state, int image) => state.BatchArena + Memory.Offset + (state.FirstImage + image) * (long)Slots.Length;
}
