using System.Diagnostics;
using System.Globalization;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training.Distributed;

/// <summary>
/// Sums of CUDA tensors where they are, by NCCL on a stream of its own beside libtorch's. All else, and how the processes find each other, is another
/// collective's. Each process has a device of its own.
/// </summary>
sealed class NcclCollective : ICollective
{
    static readonly TimeSpan s_checkInterval = TimeSpan.FromMilliseconds(200);

    // Sums are waited for once per step: a pause costs less than a core that spins.
    const uint PauseMicroseconds = 50;

    readonly ICollective _inner;
    readonly nint _comm;
    readonly nint _stream;
    readonly nint _ready;
    int _open;

    NcclCollective(ICollective inner, Device device)
    {
        _inner = inner;
        // Makes the device the thread's own.
        using Tensor first = zeros([1], device: device);
        byte[] id = inner.Share(inner.Rank == 0 ? NcclLibrary.DrawId() : null)!;
        _comm = NcclLibrary.Join(inner.Size, id, inner.Rank);
        _stream = CudaDriver.CreateStream();
        _ready = CudaDriver.CreateEvent();
    }

    /// <inheritdoc/>
    public int Rank => _inner.Rank;

    /// <inheritdoc/>
    public int Size => _inner.Size;

    /// <inheritdoc/>
    public int LocalRank => _inner.LocalRank;

    /// <inheritdoc/>
    public int LocalSize => _inner.LocalSize;

    /// <inheritdoc/>
    public int Machines => _inner.Machines;

    /// <inheritdoc/>
    public int Processors => _inner.Processors;

    /// <summary>
    /// <paramref name="inner"/> with NCCL for what lies on <paramref name="device"/>, where that is a CUDA device, every process has another one and NCCL is
    /// installed for all; else <paramref name="inner"/> itself. A collective call.
    /// </summary>
    /// <param name="inner">What the processes have in common so far.</param>
    /// <param name="device">Where this process computes.</param>
    /// <param name="report">Receives why sums go through the processor's memory where they do.</param>
    public static ICollective Over(ICollective inner, Device device, Action<TrainingEvent> report)
    {
        if (inner.Size == 1)
            return inner;
        // Every process takes part, whatever it computes on: what they do next depends on all of them.
        string own = device.type == DeviceType.CUDA ? string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{device.index}") : "";
        string[] devices = [.. inner.Gather(Encoding.UTF8.GetBytes(own)).Select(bytes => Encoding.UTF8.GetString(bytes))];
        bool allHaveIt = inner.Gather([NcclLibrary.IsAvailable ? (byte)1 : (byte)0]).All(bytes => bytes[0] != 0);
        if (devices.All(name => name.Length == 0))
            return inner;
        string? reason = WhyNot(devices, allHaveIt);
        if (reason is null)
            return new NcclCollective(inner, device);
        report(new TrainingEvent.Message($"sums of gradients go through the processors' memory: {reason}"));
        return inner;
    }

    /// <summary>NCCL on one process alone, for tests of its calls.</summary>
    internal static NcclCollective Of(ICollective inner, Device device) => new(inner, device);

    /// <summary>Why NCCL cannot serve these devices, one per process and named by machine; null where it can.</summary>
    internal static string? WhyNot(IReadOnlyList<string> devices, bool isInstalled)
    {
        if (devices.Any(name => name.Length == 0))
            return "not all processes compute on a CUDA device";
        if (devices.Distinct(StringComparer.Ordinal).Count() < devices.Count)
            return "two processes have one CUDA device; --device cuda gives each its own where there are enough";
        return isInstalled ? null : $"{NcclLibrary.Library} was not found on every machine; install NCCL 2 for the speed of the devices' own links";
    }

    /// <inheritdoc/>
    public IPendingSum StartSum(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.device_type != DeviceType.CUDA)
            return _inner.StartSum(values);
        int type = CollectiveExtensions.TypeOfSum(values, NcclLibrary.Float, NcclLibrary.Double);
        // The sum begins when what computes the values is done, not before.
        CudaDriver.Order(_stream, CudaDriver.DefaultStream, _ready);
        NcclLibrary.Add(AddressOf(values), values.numel(), type, _comm, _stream);
        return new Pending(this);
    }

    /// <summary>Where a tensor's values begin, in its device's memory.</summary>
    internal static nint AddressOf(Tensor values) => values.dtype == ScalarType.Float64
        ? values.storage<double>().data_ptr() + (nint)values.storage_offset() * sizeof(double)
        : values.storage<float>().data_ptr() + (nint)values.storage_offset() * sizeof(float);

    /// <inheritdoc/>
    public void Broadcast(Span<byte> bytes, int root = 0) => _inner.Broadcast(bytes, root);

    /// <inheritdoc/>
    public void Barrier() => _inner.Barrier();

    /// <inheritdoc/>
    public string? FindFailed() => _inner.FindFailed();

    /// <inheritdoc/>
    public void LetFirstSpeak(TimeSpan limit) => _inner.LetFirstSpeak(limit);

    /// <inheritdoc/>
    public bool ClaimLastWords() => _inner.ClaimLastWords();

    /// <inheritdoc/>
    public void Abort(int exitCode) => _inner.Abort(exitCode);

    /// <summary>Leaves NCCL, without waiting for sums that nobody waited for; the collective under it goes on.</summary>
    public void Dispose()
    {
        NcclLibrary.Leave(_comm, isComplete: _open == 0);
        CudaDriver.FreeEvent(_ready);
        CudaDriver.FreeStream(_stream);
    }

    sealed class Pending : IPendingSum
    {
        readonly NcclCollective _owner;
        readonly nint _done = CudaDriver.CreateEvent();

        public Pending(NcclCollective owner)
        {
            _owner = owner;
            owner._open++;
            CudaDriver.Record(_done, owner._stream);
        }

        // On this side of the device, so that a process that is gone is noticed.
        public void Wait()
        {
            long checkedAt = Stopwatch.GetTimestamp();
            while (!CudaDriver.HasHappened(_done))
            {
                _ = MpiLibrary.Sleep(PauseMicroseconds);
                if (Stopwatch.GetElapsedTime(checkedAt) < s_checkInterval)
                    continue;
                NcclLibrary.CheckProgress(_owner._comm);
                if (_owner.FindFailed() is { } failed)
                    throw new PeerFailedException(failed);
                checkedAt = Stopwatch.GetTimestamp();
            }
            CudaDriver.FreeEvent(_done);
            _owner._open--;
        }
    }
}
