using System.Runtime.InteropServices;
using Senet.Graph;

namespace Senet.Training.Distributed;

/// <summary>
/// The few functions of NVIDIA's driver that order work between streams. The driver's library is there wherever a CUDA device is, under one name, and
/// takes the streams of the CUDA runtime that libtorch carries.
/// </summary>
static partial class CudaDriver
{
    const string Library = "libcuda.so.1";

    // CUresult.
    const int Success = 0;
    const int NotReady = 600;

    // CU_STREAM_NON_BLOCKING: not ordered after everything on the default stream; CU_EVENT_DISABLE_TIMING.
    const uint NonBlocking = 1;
    const uint DisableTiming = 2;

    /// <summary>The default stream, on which libtorch computes where nothing else is asked for.</summary>
    public const nint DefaultStream = 0;

    public static nint CreateStream()
    {
        Check(StreamCreate(out nint stream, NonBlocking), "cuStreamCreate");
        return stream;
    }

    public static nint CreateEvent()
    {
        Check(EventCreate(out nint recorded, DisableTiming), "cuEventCreate");
        return recorded;
    }

    /// <summary>Makes <paramref name="stream"/> wait for all that <paramref name="other"/> has been given so far, by way of an event of the caller.</summary>
    public static void Order(nint stream, nint other, nint recorded)
    {
        Record(recorded, other);
        Check(StreamWait(stream, recorded, 0), "cuStreamWaitEvent");
    }

    /// <summary>Lets an event happen when all that the stream has been given so far is done.</summary>
    public static void Record(nint recorded, nint stream) => Check(EventRecord(recorded, stream), "cuEventRecord");

    /// <summary>Whether an event has happened.</summary>
    public static bool HasHappened(nint recorded)
    {
        int code = EventQuery(recorded);
        if (code != NotReady)
            Check(code, "cuEventQuery");
        return code == Success;
    }

    /// <summary>Frees an event.</summary>
    public static void FreeEvent(nint recorded) => _ = EventDestroy(recorded);

    /// <summary>Frees a stream.</summary>
    public static void FreeStream(nint stream) => _ = StreamDestroy(stream);

    static void Check(int code, string function)
    {
        if (code == Success)
            return;
        string name = ErrorName(code, out nint text) == Success ? Marshal.PtrToStringUTF8(text)! : FormattableString.Invariant($"error {code}");
        throw new SenetException($"{function}: {name}; check the device with nvidia-smi, then go on with --resume");
    }

    [LibraryImport(Library, EntryPoint = "cuStreamCreate")]
    private static partial int StreamCreate(out nint stream, uint flags);

    [LibraryImport(Library, EntryPoint = "cuStreamDestroy_v2")]
    private static partial int StreamDestroy(nint stream);

    [LibraryImport(Library, EntryPoint = "cuStreamWaitEvent")]
    private static partial int StreamWait(nint stream, nint recorded, uint flags);

    [LibraryImport(Library, EntryPoint = "cuEventCreate")]
    private static partial int EventCreate(out nint recorded, uint flags);

    [LibraryImport(Library, EntryPoint = "cuEventDestroy_v2")]
    private static partial int EventDestroy(nint recorded);

    [LibraryImport(Library, EntryPoint = "cuEventRecord")]
    private static partial int EventRecord(nint recorded, nint stream);

    [LibraryImport(Library, EntryPoint = "cuEventQuery")]
    private static partial int EventQuery(nint recorded);

    [LibraryImport(Library, EntryPoint = "cuGetErrorName")]
    private static partial int ErrorName(int code, out nint text);
}
