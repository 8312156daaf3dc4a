namespace Senet.Training;

/// <summary>A run in a few figures, read from its folder without its weights.</summary>
/// <param name="Folder">Path of the folder.</param>
/// <param name="Run">The run as it is saved.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="EpochsDone">Epochs completed.</param>
/// <param name="Step">Steps taken of the next epoch, as of the last saved state.</param>
/// <param name="Epochs">The completed epochs' figures.</param>
public sealed record RunSummary(string Folder, RunDescription Run, RunStatus Status, int EpochsDone, int Step, IReadOnlyList<EpochMetrics> Epochs)
{
    /// <summary>The epoch with the highest validation accuracy, the first of several; null before the first.</summary>
    public EpochMetrics? Best => Epochs.MaxBy(row => row.ValidationTop1);

    /// <summary>The last completed epoch; null before the first.</summary>
    public EpochMetrics? Last => Epochs.Count > 0 ? Epochs[^1] : null;

    /// <summary>Training images per second over all completed epochs, loading included; null before the first.</summary>
    public double? ImagesPerSecond =>
        Epochs.Sum(row => row.TrainSeconds) is > 0 and double seconds ? Epochs.Sum(row => row.ImagesPerSecond * row.TrainSeconds) / seconds : null;

    /// <summary>Reads a run's folder.</summary>
    /// <exception cref="Graph.SenetException">There is no run, or a file cannot be read.</exception>
    public static RunSummary Read(string folder)
    {
        var files = new RunFolder(folder);
        RunDescription run = files.ReadDescription();
        RunState state = files.ReadState();
        EpochMetrics[] epochs = [.. files.ReadMetrics().Where(row => row.Epoch <= state.Epoch)];
        return new(folder, run, state.Epoch >= run.Recipe.Epochs ? RunStatus.Finished : RunStatus.Unfinished, state.Epoch, state.Step, epochs);
    }
}
