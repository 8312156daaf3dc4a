namespace Senet.Training;

/// <summary>Passes progress on at once. <see cref="Progress{T}"/> posts to other threads and may reorder; the events of a run come in order.</summary>
sealed class ProgressRelay(Action<int> report) : IProgress<int>
{
    public void Report(int value) => report(value);
}
