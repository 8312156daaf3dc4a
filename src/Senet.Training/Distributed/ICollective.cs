using static TorchSharp.torch;

namespace Senet.Training.Distributed;

/// <summary>
/// What the processes of one run do together. Every process makes the same calls in the same order; a call that waits returns when
/// all processes have made it. Implementations are safe for one calling thread.
/// </summary>
public interface ICollective : IDisposable
{
    /// <summary>This process, from 0. Process 0 writes the run's files and its lines.</summary>
    int Rank { get; }

    /// <summary>Number of processes.</summary>
    int Size { get; }

    /// <summary>This process among those of its machine, from 0.</summary>
    int LocalRank { get; }

    /// <summary>Number of processes of this machine.</summary>
    int LocalSize { get; }

    /// <summary>Number of machines.</summary>
    int Machines { get; }

    /// <summary>Processors for this process: those it may run on, divided by the processes that share them.</summary>
    int Processors { get; }

    /// <summary>Begins to replace <paramref name="values"/> by the sum over all processes, and returns while that goes on.</summary>
    /// <param name="values">
    /// Contiguous float32 or float64, of one shape in all processes. It is neither read, written nor disposed before the sum is there.
    /// </param>
    /// <returns>The sum on its way. Several may be; all get the same bits in every process.</returns>
    IPendingSum StartSum(Tensor values);

    /// <summary>Copies <paramref name="bytes"/> of one process to all; as long in every process.</summary>
    void Broadcast(Span<byte> bytes, int root = 0);

    /// <summary>Waits until every process is here.</summary>
    void Barrier();

    /// <summary>The process of this machine that ended although the others need it, in words; null while all are there.</summary>
    string? FindFailed();

    /// <summary>
    /// Gives the first process of this machine the time to meet the failure that this one met, to tell it and to end all: a cause
    /// such as a wrong option is common to all processes, and one line is enough.
    /// </summary>
    /// <param name="limit">After this time the first process is taken to be busy with something else.</param>
    void LetFirstSpeak(TimeSpan limit);

    /// <summary>Whether this process may tell the user of a failure: true for the first of its machine that asks, so that one line is written.</summary>
    bool ClaimLastWords();

    /// <summary>Ends all processes at once, this one included.</summary>
    /// <param name="exitCode">What they are reported to have ended with; not 0.</param>
    void Abort(int exitCode);
}
