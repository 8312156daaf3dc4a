using Senet.Inference.Planning;

namespace Senet.Inference;

/// <summary>How a plan runs. The results do not depend on it, but for <see cref="InstructionSet"/>, which changes rounding.</summary>
public sealed record InferenceOptions
{
    /// <summary>Threads of one pass, the caller's among them; 0 takes one for each processor. Any number gives the same bits.</summary>
    public int Threads { get; init; }

    /// <summary>The vector instructions to use; null takes the widest that the processor has.</summary>
    public InstructionSet? InstructionSet { get; init; }

    /// <summary>Most images that one pass takes; larger batches run in several passes.</summary>
    public int MostImages { get; init; } = 16;

    /// <summary>Shapes (batch and image size) whose plans are kept; the one not used for longest gives way.</summary>
    public int MostShapes { get; init; } = 8;

    /// <summary>Asks Linux for huge pages for weights and feature maps, which saves a few percent; silent where it is refused.</summary>
    public bool HugePages { get; init; } = true;

    /// <summary>What to choose methods for; null takes this processor. For tests: what is right for one processor is right on any, if slower.</summary>
    internal CoreModel? Core { get; init; }
}
