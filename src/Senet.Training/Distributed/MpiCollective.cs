using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Senet.Graph;
using static TorchSharp.torch;

namespace Senet.Training.Distributed;

/// <summary>
/// The processes that Open MPI's <c>mpirun</c> started. A sum moves on whenever somebody asks MPI about it: the thread that waits for
/// it, or, while that computes, a thread of this class that asks every few microseconds and sleeps in between.
/// </summary>
public sealed unsafe class MpiCollective : ICollective
{
    // MPI_IN_PLACE and MPI_STATUS_IGNORE of Open MPI.
    const nint InPlace = 1;
    const nint Ignore = 0;

    // Small sums are there within some microseconds. Whoever waits longer waits for a slower process, perhaps on the same core.
    const int Spins = 500;
    const uint PauseMicroseconds = 50;

    // The thread that moves sums on takes the processor from the computation.
    const uint ProgressMicroseconds = 100;

    static readonly TimeSpan s_checkInterval = TimeSpan.FromMilliseconds(200);

    // MPI_THREAD_SERIALIZED: one call at a time.
    readonly Lock _mpi = new();
    readonly List<Pending> _pending = [];
    readonly ManualResetEventSlim _work = new();
    readonly Thread _progress;
    readonly Peers? _peers;
    volatile bool _isDisposed;

    MpiCollective(LaunchedProcess place)
    {
        LocalRank = place.LocalRank;
        LocalSize = place.LocalSize;
        MpiLibrary.Start();
        MpiLibrary.Check(MpiLibrary.CommRank(MpiLibrary.CommWorld, out int rank), "MPI_Comm_rank");
        MpiLibrary.Check(MpiLibrary.CommSize(MpiLibrary.CommWorld, out int size), "MPI_Comm_size");
        if (size != place.Size || rank != place.Rank)
        {
            throw new SenetException(string.Create(
                CultureInfo.InvariantCulture,
                $"the launcher says process {place.Rank} of {place.Size}, Open MPI {rank} of {size}; start senet with the mpirun of the Open MPI that is installed"));
        }
        (Rank, Size) = (rank, size);
        _progress = new(MoveOn) { IsBackground = true, Name = "senet-mpi" };
        _progress.Start();
        _peers = Peers.Meet(this);
    }

    /// <inheritdoc/>
    public int Rank { get; }

    /// <inheritdoc/>
    public int Size { get; }

    /// <inheritdoc/>
    public int LocalRank { get; }

    /// <inheritdoc/>
    public int LocalSize { get; }

    /// <inheritdoc/>
    public int Machines => _peers!.Machines;

    /// <inheritdoc/>
    public int Processors => Math.Max(1, Environment.ProcessorCount / _peers!.OnTheSameProcessors);

    /// <summary>Joins the other processes; once in the life of a process.</summary>
    /// <exception cref="SenetException">Open MPI is absent or another one than the launcher's.</exception>
    public static MpiCollective Connect(LaunchedProcess place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new(place);
    }

    /// <inheritdoc/>
    public IPendingSum StartSum(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.device_type != TorchSharp.DeviceType.CPU)
            return new StagedSum(this, values);
        nint type = CollectiveExtensions.TypeOfSum(values, MpiLibrary.Float, MpiLibrary.Double);
        fixed (byte* data = values.bytes)
        {
            // libtorch's memory does not move.
            nint address = (nint)data;
            int count = checked((int)values.numel());
            return Start("MPI_Iallreduce", (out nint request) => MpiLibrary.StartAllReduce(InPlace, address, count, type, MpiLibrary.Add, MpiLibrary.CommWorld, out request));
        }
    }

    /// <inheritdoc/>
    public void Broadcast(Span<byte> bytes, int root = 0)
    {
        fixed (byte* data = bytes)
        {
            nint address = (nint)data;
            int count = bytes.Length;
            Start("MPI_Ibcast", (out nint request) => MpiLibrary.StartBroadcast(address, count, MpiLibrary.Byte, root, MpiLibrary.CommWorld, out request)).Wait();
        }
    }

    /// <inheritdoc/>
    public void Barrier() => Start("MPI_Ibarrier", (out nint request) => MpiLibrary.StartBarrier(MpiLibrary.CommWorld, out request)).Wait();

    /// <inheritdoc/>
    public string? FindFailed() => _peers?.FindFailed();

    /// <inheritdoc/>
    public void LetFirstSpeak(TimeSpan limit) => _peers?.LetFirstSpeak(limit);

    /// <inheritdoc/>
    public bool ClaimLastWords() => _peers?.ClaimLastWords() ?? true;

    /// <inheritdoc/>
    public void Abort(int exitCode)
    {
        // Whoever has the lock may be stuck; the launcher ends all processes when one of them ends badly.
        if (_mpi.TryEnter(s_checkInterval))
            _ = MpiLibrary.Abort(MpiLibrary.CommWorld, exitCode);
        MpiLibrary.Exit(exitCode);
    }

    /// <summary>Leaves the other processes: waits until all of them do.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        Barrier();
        _isDisposed = true;
        _work.Set();
        _progress.Join();
        lock (_mpi)
            _ = MpiLibrary.Finish();
        _work.Dispose();
    }

    Pending Start(string function, Starter starter)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Pending pending;
        lock (_mpi)
        {
            MpiLibrary.Check(starter(out nint request), function);
            pending = new(this, function, request);
            _pending.Add(pending);
        }
        _work.Set();
        return pending;
    }

    // The body of the thread that moves sums on while the others compute.
    void MoveOn()
    {
        while (!_isDisposed)
        {
            bool isIdle;
            lock (_mpi)
            {
                _pending.RemoveAll(Test);
                isIdle = _pending.Count == 0;
                if (isIdle)
                    _work.Reset();
            }
            if (isIdle)
                _work.Wait();
            else
                _ = MpiLibrary.Sleep(ProgressMicroseconds);
        }
    }

    // Under the lock. A failure is told to whoever waits.
    static bool Test(Pending pending)
    {
        if (pending.IsDone)
            return true;
        try
        {
            MpiLibrary.Check(MpiLibrary.Test(ref pending.Request, out int done, Ignore), pending.Function);
            pending.IsDone = done != 0;
        }
        catch (SenetException error)
        {
            pending.Error = error;
            pending.IsDone = true;
        }
        return pending.IsDone;
    }

    void Wait(Pending pending)
    {
        long checkedAt = Stopwatch.GetTimestamp();
        for (int spins = 0; !TestAlone(pending); spins++)
        {
            if (spins < Spins)
            {
                Thread.Yield();
                continue;
            }
            _ = MpiLibrary.Sleep(PauseMicroseconds);
            if (Stopwatch.GetElapsedTime(checkedAt) < s_checkInterval)
                continue;
            if (FindFailed() is { } failed)
                throw new PeerFailedException(failed);
            checkedAt = Stopwatch.GetTimestamp();
        }
        if (pending.Error is { } error)
            ExceptionDispatchInfo.Throw(error);
    }

    bool TestAlone(Pending pending)
    {
        lock (_mpi)
            return Test(pending);
    }

    delegate int Starter(out nint request);

    sealed class Pending(MpiCollective owner, string function, nint request) : IPendingSum
    {
        public nint Request = request;

        public string Function { get; } = function;

        public bool IsDone { get; set; }

        public SenetException? Error { get; set; }

        public void Wait() => owner.Wait(this);
    }

    // A tensor on another device goes through the processor's memory. What serves CUDA tensors where they are is another collective.
    sealed class StagedSum : IPendingSum
    {
        readonly Tensor _target;
        readonly Tensor _staged;
        readonly IPendingSum _sum;

        public StagedSum(MpiCollective owner, Tensor target)
        {
            _target = target;
            _staged = target.cpu().DetachFromDisposeScope();
            _sum = owner.StartSum(_staged);
        }

        public void Wait()
        {
            _sum.Wait();
            using (no_grad())
                _target.copy_(_staged);
            _staged.Dispose();
        }
    }
}
