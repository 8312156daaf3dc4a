using Senet.Graph;
using Senet.Weights;

namespace Senet.Torch.Native;

/// <summary>The private, patched copy of a library in the cache folder.</summary>
static class PatchedLibrary
{
    /// <summary>Where the copy of a library belongs: <c>native/&lt;hash of the original&gt;/&lt;file name&gt;</c> in the cache folder.</summary>
    public static string PathFor(string cacheFolder, ReadOnlySpan<byte> original, string fileName) =>
        Path.Combine(cacheFolder, "native", ElfPatcher.Key(original), fileName);

    /// <summary>
    /// Makes the file at <paramref name="path"/> hold <paramref name="content"/>: leaves an equal file alone, replaces any other
    /// by writing a temporary file beside it, flushing and renaming. Safe for several threads and processes at once, and for
    /// processes that have the old file mapped.
    /// </summary>
    /// <returns>True when the file was written, false when it already held the content.</returns>
    /// <exception cref="SenetException">The folder cannot be made or written.</exception>
    public static bool Prepare(string path, ReadOnlySpan<byte> content)
    {
        if (Holds(path, content))
            return false;
        string folder = Path.GetDirectoryName(path)!;
        string temporary = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";
        try
        {
            CreatePrivateFolder(folder);
            try
            {
                using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                {
                    stream.Write(content);
                    stream.Flush(flushToDisk: true);
                }
                File.Move(temporary, path, overwrite: true);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, $"cannot be written ({error.Message.TrimEnd('.')})", error);
        }
        return true;
    }

    /// <summary>The error for a cache folder that does not serve.</summary>
    public static SenetException Unusable(string folder, string why, Exception error) => new(
        $"{folder}: the cache folder {why}; this system needs a patched copy of TorchSharp's native library there: " +
        $"set {SenetCache.Variable} to a folder that can be written and that allows executable files", error);

    static void CreatePrivateFolder(string folder)
    {
        // The copy is loaded into the process: nobody else may replace it.
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    static bool Holds(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length == content.Length && content.SequenceEqual(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
