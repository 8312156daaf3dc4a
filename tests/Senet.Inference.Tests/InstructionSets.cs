namespace Senet.Inference.Tests;

/// <summary>What this process may use.</summary>
static class InstructionSets
{
    /// <summary>All of them, widest last.</summary>
    public static TheoryData<InstructionSet> All => [.. Enum.GetValues<InstructionSet>()];

    /// <summary>Skips a test where the processor, or this process's settings, lack the instructions.</summary>
    public static void SkipWithout(InstructionSet set) => Assert.SkipWhen(set > InferencePlan.BestInstructionSet, $"{set} is not available here");

    public static void SkipWithout(int lanes) => SkipWithout(lanes switch { 16 => InstructionSet.Avx512, 8 => InstructionSet.Avx2, 4 => InstructionSet.Vector128, _ => InstructionSet.Scalar });
}
