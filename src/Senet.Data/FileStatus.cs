using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Senet.Data;

/// <summary>
/// What lies at a path, links followed, told without opening it: opening a named pipe would wait for a writer, and reading a
/// device might never end.
/// </summary>
/// <param name="Kind">The kind; <see cref="FileKind.Unknown"/> where nothing is there or the system does not say.</param>
/// <param name="Length">Bytes; 0 for anything but a regular file.</param>
/// <param name="Modified">Time of the last change, in ticks of 100 ns; only good for comparing.</param>
readonly partial record struct FileStatus(FileKind Kind, long Length, long Modified)
{
    // statx(2): the structure is part of the kernel's interface and the same on every processor, unlike that of stat(2).
    const int StatxBytes = 256, ModeOffset = 28, SizeOffset = 40, ModifiedOffset = 112;
    const int CurrentFolder = -100; // AT_FDCWD
    const uint BasicStats = 0x7FF;
    const int KindMask = 0xF000;

    static bool s_statxIsMissing;

    /// <summary>Asks the system; never throws.</summary>
    public static FileStatus Of(string path)
    {
        if (OperatingSystem.IsLinux() && !s_statxIsMissing && !path.Contains('\0', StringComparison.Ordinal))
        {
            try
            {
                return OfLinux(path);
            }
            catch (EntryPointNotFoundException)
            {
                s_statxIsMissing = true; // a C library older than 2018
            }
        }
        try
        {
            FileInfo info = new(path);
            if (info.LinkTarget is not null && info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
                info = target;
            if (info.Exists)
                return new(info.Length > 0 ? FileKind.Regular : FileKind.Unknown, info.Length, info.LastWriteTimeUtc.Ticks);
            return new(Directory.Exists(path) ? FileKind.Folder : FileKind.Unknown, 0, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return default;
        }
    }

    /// <summary>Why a path is not to be opened as a file, or null.</summary>
    public string? WhyNotFile => Kind switch
    {
        FileKind.Folder => "this is a folder, not a file",
        FileKind.Pipe => "this is a named pipe, not a file",
        FileKind.Socket => "this is a socket, not a file",
        FileKind.Device => "this is a device, not a file",
        _ => null,
    };

    /// <summary>Why a path could not be opened although its folder lists it.</summary>
    public static string WhyMissing(string path)
    {
        try
        {
            if (new FileInfo(path).LinkTarget is { } target)
            {
                return File.Exists(Path.GetFullPath(target, Path.GetDirectoryName(Path.GetFullPath(path))!))
                    ? "there is no such file"
                    : $"this is a link to '{ImageFiles.Printable(target)}', which does not exist";
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "this is a link that cannot be followed";
        }
        // Names that are not UTF-8 reach .NET with replacement characters and name nothing any more.
        return path.Contains('\uFFFD', StringComparison.Ordinal)
            ? "the name is not valid UTF-8, so the file cannot be opened; rename it"
            : "there is no such file";
    }

    static unsafe FileStatus OfLinux(string path)
    {
        int size = Encoding.UTF8.GetMaxByteCount(path.Length) + 1;
        Span<byte> name = size <= 1024 ? stackalloc byte[size] : new byte[size];
        name[Encoding.UTF8.GetBytes(path, name)] = 0;
        Span<byte> status = stackalloc byte[StatxBytes];
        int result;
        fixed (byte* namePointer = name, statusPointer = status)
            result = Statx(CurrentFolder, namePointer, 0, BasicStats, statusPointer);
        if (result != 0)
            return default;
        FileKind kind = (BinaryPrimitives.ReadUInt16LittleEndian(status[ModeOffset..]) & KindMask) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Folder,
            0x1000 => FileKind.Pipe,
            0xC000 => FileKind.Socket,
            0x2000 or 0x6000 => FileKind.Device,
            _ => FileKind.Unknown,
        };
        long seconds = BinaryPrimitives.ReadInt64LittleEndian(status[ModifiedOffset..]);
        uint nanoseconds = BinaryPrimitives.ReadUInt32LittleEndian(status[(ModifiedOffset + 8)..]);
        return new(kind, kind == FileKind.Regular ? BinaryPrimitives.ReadInt64LittleEndian(status[SizeOffset..]) : 0, seconds * 10_000_000 + nanoseconds / 100);
    }

    [LibraryImport("libc", EntryPoint = "statx")]
    private static unsafe partial int Statx(int folder, byte* path, int flags, uint mask, byte* status);
}
