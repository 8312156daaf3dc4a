using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// Replaces files whole: the contents go to a hidden temporary file in the same folder, are flushed to the disk and renamed
/// over the target. Whatever happens, the target is the old file or the new one, never a part.
/// </summary>
public static partial class AtomicFile
{
    // A temporary file is created a moment before it is locked.
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>Writes a file. Several writers at once are safe: the last to finish wins.</summary>
    /// <param name="path">File to create or replace, in an existing folder; through a symbolic link, the file it points to.</param>
    /// <param name="write">Writes the contents to a buffered, seekable stream, which it does not close.</param>
    /// <param name="length">Bytes of the contents where that is known, for the message about a full disk; else 0.</param>
    /// <exception cref="SenetException">The file cannot be written. Other exceptions of <paramref name="write"/> pass through.
    /// In both cases the target is as it was and no temporary file is left.</exception>
    public static void Write(string path, Action<Stream> write, long length = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string? temporary = null;
        try
        {
            string target = Target(path);
            temporary = TemporaryName(target);
            // Sharing only Delete locks the file against CleanLeftovers and still lets it be renamed on Windows.
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
                if (!OperatingSystem.IsWindows() && File.Exists(target))
                    File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
                // Renamed before it is closed, so that it is never unlocked under its temporary name.
                File.Move(temporary, target, overwrite: true);
            }
            temporary = null;
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Writing(path, exception, length);
        }
        finally
        {
            Delete(temporary);
        }
    }

    /// <summary>Writes text as UTF-8 without a byte order mark.</summary>
    /// <param name="path">File to create or replace.</param>
    /// <param name="text">The whole contents.</param>
    /// <exception cref="SenetException">The file cannot be written; the old one is as it was.</exception>
    public static void WriteText(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Write(path, stream => stream.Write(bytes), bytes.Length);
    }

    /// <summary>
    /// Deletes the temporary files that killed processes left in a folder: those with this class's own names, older than the
    /// call and not in use by a living writer. A folder that does not exist has none.
    /// </summary>
    /// <exception cref="SenetException">The folder cannot be read. A file that cannot be deleted is left.</exception>
    public static void CleanLeftovers(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        DateTime before = DateTime.UtcNow - Grace;
        try
        {
            if (!Directory.Exists(folder))
                return;
            var all = new EnumerationOptions { AttributesToSkip = FileAttributes.Directory | FileAttributes.ReparsePoint };
            foreach (string file in Directory.EnumerateFiles(folder, ".*.tmp", all))
            {
                if (OwnPattern().IsMatch(Path.GetFileName(file)) && File.GetLastWriteTimeUtc(file) < before && !IsInUse(file))
                    Delete(file);
            }
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw new SenetException($"{folder}: cannot be searched for leftovers: {FileErrors.OneLine(exception.Message)}", exception);
        }
    }

    [GeneratedRegex(@"^\..+\.[0-9a-f]{16}\.tmp\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex OwnPattern();

    // File systems allow 255 bytes: 60 characters take at most 180, and a long name stays recognisable.
    static string TemporaryName(string target)
    {
        string name = Path.GetFileName(target);
        string random = RandomNumberGenerator.GetHexString(16, lowercase: true);
        return Path.Combine(Path.GetDirectoryName(target)!, $".{name[..Math.Min(name.Length, 60)]}.{random}.tmp");
    }

    static string Target(string path)
    {
        string target = Path.GetFullPath(path);
        if (Directory.Exists(target) || Path.GetFileName(target).Length == 0)
            throw new SenetException($"{path}: cannot be written: it is a folder; give the name of a file");
        var file = new FileInfo(target);
        if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is { } linked)
            target = linked.FullName;
        // Renaming over a device would replace it for everyone.
        if (!OperatingSystem.IsWindows() && (target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal))
            && !target.StartsWith("/dev/shm/", StringComparison.Ordinal))
            throw new SenetException($"{path}: cannot be written: it is a device; give the name of a file");
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new SenetException($"{path}: cannot be written: its folder does not exist; create it first");
        // A rename does not ask whether the file it replaces is write-protected.
        if (File.Exists(target) && (File.GetAttributes(target) & FileAttributes.ReadOnly) != 0)
            throw new SenetException($"{path}: cannot be written: the file is write-protected; delete it or choose another name");
        return target;
    }

    static bool IsInUse(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            return true;
        }
    }

    static void Delete(string? file)
    {
        try
        {
            if (file is not null)
                File.Delete(file);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            // The error that led here matters more; CleanLeftovers has another try.
        }
    }
}
