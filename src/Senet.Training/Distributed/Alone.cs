using static TorchSharp.torch;

namespace Senet.Training.Distributed;

/// <summary>A run of one process: every sum is the value itself.</summary>
public sealed class Alone : ICollective
{
    /// <inheritdoc/>
    public int Rank => 0;

    /// <inheritdoc/>
    public int Size => 1;

    /// <inheritdoc/>
    public int LocalRank => 0;

    /// <inheritdoc/>
    public int LocalSize => 1;

    /// <inheritdoc/>
    public int Machines => 1;

    /// <inheritdoc/>
    public int Processors => Environment.ProcessorCount;

    /// <inheritdoc/>
    public IPendingSum StartSum(Tensor values) => new Done();

    /// <inheritdoc/>
    public void Broadcast(Span<byte> bytes, int root = 0)
    {
    }

    /// <inheritdoc/>
    public void Barrier()
    {
    }

    /// <inheritdoc/>
    public string? FindFailed() => null;

    /// <inheritdoc/>
    public void LetFirstSpeak(TimeSpan limit)
    {
    }

    /// <inheritdoc/>
    public bool ClaimLastWords() => true;

    /// <inheritdoc/>
    public void Abort(int exitCode) => Environment.Exit(exitCode);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    sealed class Done : IPendingSum
    {
        public void Wait()
        {
        }
    }
}
