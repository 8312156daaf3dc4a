namespace Senet.Training.Logging;

/// <summary>A few numbers about one moment of a run.</summary>
/// <param name="Kind">What they are about; one of the constants here.</param>
/// <param name="Part">Which part of the network, or null for the whole.</param>
/// <param name="Step">Steps taken since the start of the run, this one included.</param>
/// <param name="Epoch">Epoch, counted from 1.</param>
/// <param name="Values">The numbers; every record of a kind has the same names in the same order.</param>
sealed record LogRecord(string Kind, string? Part, long Step, int Epoch, IReadOnlyList<(string Name, double Value)> Values)
{
    public const string StepKind = "step";
    public const string EpochKind = "epoch";
    public const string GradientKind = "gradient";
    public const string GateKind = "gate";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [StepKind, EpochKind, GradientKind, GateKind];
}
