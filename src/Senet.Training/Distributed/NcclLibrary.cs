using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Senet.Graph;

namespace Senet.Training.Distributed;

/// <summary>NVIDIA's collective operations as far as they are used; NCCL 2, whose library is <c>libnccl.so.2</c>.</summary>
static partial class NcclLibrary
{
    public const string Library = "libnccl.so.2";

    // ncclResult_t.
    const int Success = 0;
    const int InProgress = 7;

    /// <summary>ncclDataType_t.</summary>
    public const int Float = 7;

    /// <summary>ncclDataType_t.</summary>
    public const int Double = 8;

    const int Sum = 0;

    /// <summary>Whether the library is there.</summary>
    public static bool IsAvailable => OperatingSystem.IsLinux() && NativeLibrary.TryLoad(Library, out _);

    /// <summary>What process 0 draws and all hand in, so that they find each other.</summary>
    public static byte[] DrawId()
    {
        Check(GetUniqueId(out UniqueId id), "ncclGetUniqueId");
        return ((ReadOnlySpan<byte>)id).ToArray();
    }

    /// <summary>Joins the others on this thread's current device; waits for all of them.</summary>
    public static nint Join(int size, ReadOnlySpan<byte> id, int rank)
    {
        Check(CommInitRank(out nint comm, size, MemoryMarshal.Read<UniqueId>(id), rank), "ncclCommInitRank");
        return comm;
    }

    /// <summary>Gives the stream a sum over all processes, in place.</summary>
    public static void Add(nint values, long count, int type, nint comm, nint stream) => Check(AllReduce(values, values, (nuint)count, type, Sum, comm, stream), "ncclAllReduce");

    /// <summary>Throws what went wrong in a sum on its way.</summary>
    public static void CheckProgress(nint comm)
    {
        Check(AsyncError(comm, out int code), "ncclCommGetAsyncError");
        if (code != InProgress)
            Check(code, "ncclAllReduce");
    }

    /// <summary>Leaves the others; where something is on its way that may never come, it is given up.</summary>
    public static void Leave(nint comm, bool isComplete) => _ = isComplete ? CommDestroy(comm) : CommAbort(comm);

    static void Check(int code, string function)
    {
        if (code != Success)
            throw new SenetException($"{function}: {Marshal.PtrToStringUTF8(ErrorString(code))}; NCCL_DEBUG=INFO tells more; go on with --resume");
    }

    // ncclUniqueId, NCCL_UNIQUE_ID_BYTES.
    [InlineArray(128)]
    struct UniqueId
    {
        byte _first;
    }

    [LibraryImport(Library, EntryPoint = "ncclGetUniqueId")]
    private static partial int GetUniqueId(out UniqueId id);

    [LibraryImport(Library, EntryPoint = "ncclCommInitRank")]
    private static partial int CommInitRank(out nint comm, int size, UniqueId id, int rank);

    [LibraryImport(Library, EntryPoint = "ncclAllReduce")]
    private static partial int AllReduce(nint send, nint receive, nuint count, int type, int operation, nint comm, nint stream);

    [LibraryImport(Library, EntryPoint = "ncclCommGetAsyncError")]
    private static partial int AsyncError(nint comm, out int code);

    [LibraryImport(Library, EntryPoint = "ncclCommDestroy")]
    private static partial int CommDestroy(nint comm);

    [LibraryImport(Library, EntryPoint = "ncclCommAbort")]
    private static partial int CommAbort(nint comm);

    [LibraryImport(Library, EntryPoint = "ncclGetErrorString")]
    private static partial nint ErrorString(int code);
}
