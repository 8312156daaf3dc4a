namespace Senet.Training.Logging;

/// <summary>Where a run goes on. What a log holds about later moments belongs to work that is done again.</summary>
/// <param name="Step">Steps taken since the start of the run.</param>
/// <param name="Epochs">Epochs completed, validation included.</param>
readonly record struct LogPosition(long Step, int Epochs)
{
    /// <summary>Whether a record stays. An epoch's last step may be saved before its validation.</summary>
    public bool Holds(string kind, long step, int epoch) => kind == LogRecord.EpochKind ? epoch <= Epochs : step <= Step;
}
