using System.Text.Json;
using System.Text.Json.Nodes;
using Senet.Graph;

namespace Senet.Data;

/// <summary>Moves files that cannot be used out of a data set, and back.</summary>
/// <remarks>
/// <para>A file keeps its path below the data set; one from outside, named by a list, goes to <c>outside/</c> under a number.
/// No file is ever overwritten, on either way: where a name is taken, a number is added (out) or the file stays (back).</para>
/// <para><c>quarantine.jsonl</c> names each file's origin and the reason, one JSON object a line. A line is on the disk before
/// its file moves, so whatever interrupts the work, every file is in one of the two places and the manifest knows both.</para>
/// </remarks>
public static class Quarantine
{
    /// <summary>Name of the manifest in the quarantine folder.</summary>
    public const string ManifestName = "quarantine.jsonl";

    /// <summary>Moves files into a folder.</summary>
    /// <param name="root">The data set's folder.</param>
    /// <param name="folder">Where to; created. It may hold files of earlier calls.</param>
    /// <param name="files">Paths and reasons.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>The number of files moved, and one line for each that was left where it is.</returns>
    /// <exception cref="SenetException">The folder or its manifest cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; what was moved is in the manifest.</exception>
    public static (int Moved, IReadOnlyList<string> Left) Move(string root, string folder, IEnumerable<(string Path, string Reason)> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(files);
        int moved = 0, outside = 0;
        List<string> left = [];
        HashSet<string> done = new(StringComparer.Ordinal);
        FileStream? manifest = null;
        try
        {
            foreach ((string path, string reason) in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                string original = Path.GetFullPath(path);
                if (!done.Add(original))
                    continue; // a list may name a file twice
                if (WhyStays(original) is { } why)
                {
                    left.Add($"{ImageFiles.Printable(path)}: {why}");
                    continue;
                }
                string relative = Path.GetRelativePath(Path.GetFullPath(root), original);
                bool isOutside = Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal);
                string kept = Free(folder, isOutside ? Path.Join("outside", (++outside).ToString(System.Globalization.CultureInfo.InvariantCulture), Path.GetFileName(original)) : relative);
                manifest ??= OpenManifest(folder);
                JsonObject line = new() { ["kept"] = Portable(kept), ["original"] = original, ["reason"] = reason };
                if (!isOutside)
                    line["relative"] = Portable(relative);
                manifest.Write(JsonSerializer.SerializeToUtf8Bytes(line, QuarantineJsonContext.Default.JsonObject));
                manifest.WriteByte((byte)'\n');
                manifest.Flush(flushToDisk: true);
                try
                {
                    string target = Path.Join(folder, kept);
                    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                    File.Move(original, target, overwrite: false);
                    moved++;
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    left.Add($"{ImageFiles.Printable(path)}: cannot be moved: {ImageFiles.Printable(ImageFiles.OneLine(e.Message))}");
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SenetException($"{ImageFiles.Printable(folder)}: the quarantine cannot be written: {ImageFiles.Printable(ImageFiles.OneLine(e.Message))}", e);
        }
        finally
        {
            manifest?.Dispose();
        }
        return (moved, left);
    }

    /// <summary>Moves all files back. The folder is removed when nothing is left in it; otherwise the manifest goes on naming what is.</summary>
    /// <param name="root">The data set's folder, which may have moved since.</param>
    /// <param name="folder">The quarantine.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>The number of files moved back, and one line for each that was left in quarantine.</returns>
    /// <exception cref="SenetException">There is no manifest, or it is not one.</exception>
    public static (int Moved, IReadOnlyList<string> Left) Undo(string root, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(folder);
        string manifest = Path.Join(folder, ManifestName);
        if (!File.Exists(manifest))
            throw new SenetException($"{ImageFiles.Printable(folder)}: holds no {ManifestName}; expected a folder that --quarantine made");
        int moved = 0, number = 0;
        List<string> left = [];
        string[] lines = File.ReadAllText(manifest).Split('\n');
        // Behind the last line break is nothing, or a line that a crash cut short: its file never moved.
        foreach (string line in lines.AsSpan(0, lines.Length - 1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            if (line.Length == 0)
                continue;
            (string kept, string original) = Parse(line, root, $"{ImageFiles.Printable(manifest)}, line {number.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
            string path = Path.Join(folder, kept);
            // Never moved, or moved back already.
            if (!Exists(path))
                continue;
            try
            {
                if (Exists(original))
                {
                    left.Add($"{ImageFiles.Printable(path)}: {ImageFiles.Printable(original)} exists; move one of them away and repeat");
                    continue;
                }
                Directory.CreateDirectory(Path.GetDirectoryName(original)!);
                File.Move(path, original, overwrite: false);
                moved++;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                left.Add($"{ImageFiles.Printable(path)}: cannot be moved: {ImageFiles.Printable(ImageFiles.OneLine(e.Message))}");
            }
        }
        if (left.Count == 0)
        {
            File.Delete(manifest);
            RemoveEmptyFolders(folder);
        }
        return (moved, left);
    }

    // A pipe cannot be copied to another disk, and a folder or device is no file.
    static string? WhyStays(string path) => FileStatus.Of(path).WhyNotFile is { } kind ? $"left where it is: {kind}" : !Exists(path) ? "there is no such file" : null;

    // A link counts, also one that leads nowhere.
    static bool Exists(string path) => File.Exists(path) || new FileInfo(path).LinkTarget is not null;

    static FileStream OpenManifest(string folder)
    {
        Directory.CreateDirectory(folder);
        FileStream manifest = new(Path.Join(folder, ManifestName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        // A line that a crash cut short belongs to a file that never moved.
        long end = manifest.Length;
        while (end > 0)
        {
            manifest.Position = end - 1;
            if (manifest.ReadByte() == '\n')
                break;
            end--;
        }
        manifest.SetLength(end);
        manifest.Position = end;
        return manifest;
    }

    // On Linux a backslash is a letter like any other.
    static string Portable(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;

    static string Free(string folder, string relative)
    {
        string free = relative;
        for (int n = 2; Exists(Path.Join(folder, free)) || Directory.Exists(Path.Join(folder, free)) || free == ManifestName; n++)
            free = Path.ChangeExtension(relative, null) + string.Create(System.Globalization.CultureInfo.InvariantCulture, $".{n}") + Path.GetExtension(relative);
        return free;
    }

    static (string Kept, string Original) Parse(string line, string root, string where)
    {
        try
        {
            JsonObject entry = JsonNode.Parse(line)!.AsObject();
            string kept = entry["kept"]!.GetValue<string>();
            string original = entry["relative"]?.GetValue<string>() is { } relative ? Path.GetFullPath(relative, Path.GetFullPath(root)) : entry["original"]!.GetValue<string>();
            if (Portable(kept).Split('/').Contains("..") || Path.IsPathRooted(kept))
                throw new SenetException($"{where}: 'kept' leads out of the quarantine; expected a line that --quarantine wrote");
            return (kept, original);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            throw new SenetException($"{where}: expected a JSON object with kept and original, as --quarantine writes it", e);
        }
    }

    static void RemoveEmptyFolders(string folder)
    {
        foreach (string inner in Directory.GetDirectories(folder))
        {
            if (new DirectoryInfo(inner).LinkTarget is null)
                RemoveEmptyFolders(inner);
        }
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }
}
