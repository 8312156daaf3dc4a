using System.IO.Enumeration;
using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// The files below a folder, without junk, in the ordinal order of their paths with '/' between names. Links to folders are
/// followed, but no folder is read twice, so a loop of links ends; folders proper come before links, so that a link to a
/// sibling never takes its place.
/// </summary>
/// <remarks>
/// Names are kept as characters in one array per folder, twice two bytes a character while a folder is read and once
/// afterwards, with four bytes more for each: a million files of twenty characters take 44 MB, and no object each.
/// </remarks>
sealed class FolderWalk
{
    readonly string _root;
    readonly int _depth;
    readonly bool _hidden;

    // The root and the folders above it count as entered: a link back up would list everything once more.
    readonly HashSet<string> _entered;

    /// <summary>Prepares a walk; nothing is read yet.</summary>
    /// <param name="root">The folder; messages name it as given.</param>
    /// <param name="depth">Most levels of folders to go down; 0 reads the root alone.</param>
    /// <param name="hidden">Whether names with a leading dot count as well, and everything else that is usually junk.</param>
    public FolderWalk(string root, int depth = int.MaxValue, bool hidden = false)
    {
        _root = root;
        _hidden = hidden;
        _depth = depth;
        _entered = new(StringComparer.Ordinal);
        for (string? folder = ImageFiles.RealPath(root); folder is not null; folder = Path.GetDirectoryName(folder))
            _entered.Add(folder);
    }

    /// <summary>Folders that links lead to for a second time, relative to the root.</summary>
    public List<string> Repeats { get; } = [];

    /// <summary>Reads a folder inside the root, or the root itself, and what lies below it.</summary>
    /// <param name="relative">Path below the root with '/'; empty for the root.</param>
    /// <param name="accept">Which files to keep, by name; called once for each that is no junk.</param>
    /// <returns>Names of files in order, folder by folder; a folder may occur several times.</returns>
    /// <exception cref="SenetException">A folder cannot be read; the message names it.</exception>
    public List<FolderRun> Enter(string relative, Func<ReadOnlySpan<char>, bool> accept)
    {
        Dictionary<string, Listing> read = new(StringComparer.Ordinal);
        Stack<(string Path, int Depth)> pending = new([(relative, 0)]);
        Queue<(string Path, int Depth)> links = new();
        while (pending.Count > 0 || links.Count > 0)
        {
            (string current, int depth) = pending.Count > 0 ? pending.Pop() : links.Dequeue();
            string full = Path.Join(_root, current);
            if (!_entered.Add(ImageFiles.RealPath(full)) && current.Length > 0)
            {
                Repeats.Add(current);
                continue;
            }
            Listing listing = Read(full, accept);
            read.Add(current, listing);
            if (depth == _depth)
                continue;
            foreach ((string name, bool isLink) in listing.Folders)
            {
                string path = current.Length == 0 ? name : $"{current}/{name}";
                if (isLink)
                    links.Enqueue((path, depth + 1));
                else
                    pending.Push((path, depth + 1));
            }
        }
        List<FolderRun> runs = [];
        Append(relative);
        return runs;

        // The files of a folder and of its subfolders alternate in the order of paths: "a-b", "a/c", "a0".
        void Append(string folder)
        {
            if (!read.TryGetValue(folder, out Listing? listing))
                return;
            FileNames files = listing.Files;
            int from = 0;
            foreach (string key in listing.Folders.Select(f => f.Name + '/').Order(StringComparer.Ordinal))
            {
                int to = files.CountBefore(key);
                if (to > from)
                    runs.Add(new(folder, files, from, to - from));
                from = to;
                Append(folder.Length == 0 ? key[..^1] : $"{folder}/{key[..^1]}");
            }
            if (files.Count > from)
                runs.Add(new(folder, files, from, files.Count - from));
        }
    }

    sealed record Listing(FileNames Files, List<(string Name, bool IsLink)> Folders);

    Listing Read(string folder, Func<ReadOnlySpan<char>, bool> accept)
    {
        FileNames.Builder files = new();
        List<(string, bool)> folders = [];
        try
        {
            // The transformation takes what it is given and gives nothing: no string is made for a file.
            foreach (bool _ in new FileSystemEnumerable<bool>(folder, Take, ImageFiles.Everything))
            {
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ImageFiles.FolderUnreadable(folder, e);
        }
        return new(files.ToNames(), folders);

        bool Take(ref FileSystemEntry entry)
        {
            if (!_hidden && ImageFiles.IsJunk(entry.FileName))
                return false;
            if (entry.IsDirectory)
                folders.Add((entry.FileName.ToString(), (entry.Attributes & FileAttributes.ReparsePoint) != 0));
            else if (accept(entry.FileName))
                files.Add(entry.FileName);
            return true;
        }
    }
}
