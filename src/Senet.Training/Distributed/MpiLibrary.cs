using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Senet.Graph;

namespace Senet.Training.Distributed;

/// <summary>
/// Open MPI's library as far as it is used: no headers and no compiled shim are needed. In Open MPI a handle such as MPI_COMM_WORLD
/// is the address of an exported variable; the names are those of its 4.x releases, whose library is <c>libmpi.so.40</c>.
/// </summary>
static unsafe partial class MpiLibrary
{
    const string Library = "libmpi.so.40";
    const int Success = 0;
    const int LongestError = 256;

    // dlopen(3) on Linux: resolve symbols when used, and show them to libraries that are loaded later.
    const int Lazy = 1;
    const int Global = 0x100;

    /// <summary>The level of MPI_Init_thread at which several threads may call, one at a time.</summary>
    public const int Serialized = 2;

    static nint s_library;

    public static nint CommWorld { get; private set; }

    public static nint Float { get; private set; }

    public static nint Double { get; private set; }

    public static nint Byte { get; private set; }

    public static nint Add { get; private set; }

    /// <summary>Loads the library and joins the other processes.</summary>
    /// <exception cref="SenetException">It is not there, or it is another MPI.</exception>
    public static void Start()
    {
        if (!OperatingSystem.IsLinux())
            throw new SenetException("mpirun: several processes work together under Linux only; start senet alone here");
        // Open MPI's plugins expect to see its symbols, which .NET's own way of loading hides from them.
        s_library = Open(Library, Lazy | Global);
        if (s_library == 0)
        {
            throw new SenetException(
                $"{Library}: not found by the system's loader; a launcher started this process, which needs Open MPI 4 on every machine (Debian, Ubuntu: apt install openmpi-bin)");
        }
        CommWorld = Export("ompi_mpi_comm_world");
        Float = Export("ompi_mpi_float");
        Double = Export("ompi_mpi_double");
        Byte = Export("ompi_mpi_byte");
        Add = Export("ompi_mpi_op_sum");
        Check(InitThread(0, 0, Serialized, out int provided), "MPI_Init_thread");
        // Errors are told in one line of ours.
        Check(SetErrorHandler(CommWorld, Export("ompi_mpi_errors_return")), "MPI_Comm_set_errhandler");
        if (provided < Serialized)
            throw new SenetException(string.Create(CultureInfo.InvariantCulture, $"{Library}: was built for thread level {provided}; overlapping computation needs MPI_THREAD_SERIALIZED ({Serialized})"));
    }

    /// <summary>Turns an error code into an error.</summary>
    /// <exception cref="SenetException"><paramref name="code"/> is one.</exception>
    public static void Check(int code, string function)
    {
        if (code == Success)
            return;
        byte* text = stackalloc byte[LongestError + 1];
        string reason = ErrorString(code, text, out int length) == Success
            ? Encoding.UTF8.GetString(text, length)
            : string.Create(CultureInfo.InvariantCulture, $"error {code}");
        throw new SenetException($"{function}: {reason}; check the network between the machines, then go on with --resume");
    }

    static nint Export(string name) => NativeLibrary.TryGetExport(s_library, name, out nint address)
        ? address
        : throw new SenetException($"{Library}: does not export {name}, so that it is not Open MPI 4; install Open MPI 4.1 (Debian, Ubuntu: apt install openmpi-bin)");

    [LibraryImport("libc", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string file, int flags);

    [LibraryImport(Library, EntryPoint = "MPI_Init_thread")]
    private static partial int InitThread(nint argc, nint argv, int required, out int provided);

    [LibraryImport(Library, EntryPoint = "MPI_Comm_set_errhandler")]
    private static partial int SetErrorHandler(nint comm, nint handler);

    [LibraryImport(Library, EntryPoint = "MPI_Error_string")]
    private static partial int ErrorString(int code, byte* text, out int length);

    [LibraryImport(Library, EntryPoint = "MPI_Comm_rank")]
    public static partial int CommRank(nint comm, out int rank);

    [LibraryImport(Library, EntryPoint = "MPI_Comm_size")]
    public static partial int CommSize(nint comm, out int size);

    /// <summary>MPI_Iallreduce; MPI_IN_PLACE, which is 1, as <paramref name="send"/>.</summary>
    [LibraryImport(Library, EntryPoint = "MPI_Iallreduce")]
    public static partial int StartAllReduce(nint send, nint receive, int count, nint type, nint operation, nint comm, out nint request);

    [LibraryImport(Library, EntryPoint = "MPI_Ibcast")]
    public static partial int StartBroadcast(nint buffer, int count, nint type, int root, nint comm, out nint request);

    [LibraryImport(Library, EntryPoint = "MPI_Ibarrier")]
    public static partial int StartBarrier(nint comm, out nint request);

    /// <summary>MPI_Test; MPI_STATUS_IGNORE, which is 0, as <paramref name="status"/>.</summary>
    [LibraryImport(Library, EntryPoint = "MPI_Test")]
    public static partial int Test(ref nint request, out int done, nint status);

    [LibraryImport(Library, EntryPoint = "MPI_Abort")]
    public static partial int Abort(nint comm, int exitCode);

    [LibraryImport(Library, EntryPoint = "MPI_Finalize")]
    public static partial int Finish();

    /// <summary>_exit(2): nothing else of the process runs any more.</summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void Exit(int exitCode);

    /// <summary>usleep(3): .NET's own shortest sleep is a millisecond.</summary>
    [LibraryImport("libc", EntryPoint = "usleep")]
    public static partial int Sleep(uint microseconds);
}
