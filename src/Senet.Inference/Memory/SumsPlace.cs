using Senet.Inference.Steps;

namespace Senet.Inference.Memory;

/// <summary>
/// Sums of a map's slots over its pixels, (image, part, slot): each item of the step that writes the map sums what it writes, and
/// readers add the parts in their order, so that the result does not depend on who did what.
/// </summary>
sealed unsafe class SumsPlace
{
    public required int Slots { get; init; }

    /// <summary>How many partial sums there are; known when the writing step is.</summary>
    public int Parts { get; set; } = 1;

    public bool IsBatchWide { get; set; }

    public Reservation Memory { get; } = new();

    public long ImageFloats => (long)Parts * Slots;

    public float* First(RunState state, int image, int part) =>
        (IsBatchWide ? state.BatchArena + (state.FirstImage + image) * ImageFloats : state.Arena + image * ImageFloats) + Memory.Offset + (long)part * Slots;
}
