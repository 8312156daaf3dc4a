using Senet.Graph;

namespace Senet.Weights;

/// <summary>The public checkpoints that <c>senet pull</c> knows.</summary>
public static partial class PublishedCheckpoints
{
    const int NamesInAMessage = 4;

    static readonly Func<PublishedCheckpoint, string[]>[] s_names =
    [
        checkpoint => [checkpoint.Name],
        checkpoint => [checkpoint.FileName],
        checkpoint => [checkpoint.PublishedAs, checkpoint.Architecture],
    ];

    static readonly string[] s_endings = [".pth", ".th", ".pt", ".pkl", ".bin", ".tar", ".safetensors", ".caffemodel"];

    /// <summary>All of them, by origin.</summary>
    public static IReadOnlyList<PublishedCheckpoint> All { get; } = [.. Cadene(), .. TimmLegacy(), .. Timm(), .. Others(), .. PyTorchCv(), .. Akamaster(), .. Authors()];

    /// <summary>
    /// The checkpoint that a name means: its own, its publisher's or its file's name, or an architecture that only one checkpoint is
    /// for. Case, dashes, dots and underscores do not matter.
    /// </summary>
    /// <exception cref="SenetException">There is none, or there are several; the message lists them or the nearest names.</exception>
    public static PublishedCheckpoint Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string key = Spelling.Key(name);
        foreach (Func<PublishedCheckpoint, string[]> names in s_names)
        {
            PublishedCheckpoint[] found = [.. All.Where(checkpoint => names(checkpoint).Any(own => Spelling.Key(own) == key))];
            // Some files are published in two places.
            if (found.Select(checkpoint => checkpoint.FileName).Distinct().Count() == 1)
                return found[0];
            if (found.Length > 1)
                throw new SenetException($"'{name}' may be any of {string.Join(", ", found.Select(checkpoint => checkpoint.Name))}; name one of them");
        }
        IEnumerable<string> nearest = All
            .OrderBy(checkpoint => s_names.SelectMany(names => names(checkpoint)).Min(own => Spelling.Distance(key, Spelling.Key(own))))
            .Select(checkpoint => checkpoint.Name)
            .Take(NamesInAMessage);
        throw new SenetException($"there is no published checkpoint {FileErrors.Quote(name)}; the nearest are {string.Join(", ", nearest)} ('senet pull' lists all)");
    }

    /// <summary>The checkpoint that a file of this name is; null where there is none, or several.</summary>
    public static PublishedCheckpoint? OfFile(string path) =>
        All.Where(checkpoint => checkpoint.FileName == Path.GetFileName(path)).ToArray() is [var single] ? single : null;

    /// <summary>The local file of a checkpoint, for commands that take weights by path or by name. Downloads nothing.</summary>
    /// <param name="nameOrPath">An existing file, or a name as <see cref="Get"/> takes it.</param>
    /// <param name="folder">Folder of the downloaded checkpoints; <see cref="CheckpointFolder.Default"/> where null.</param>
    /// <returns>Path of the file.</returns>
    /// <exception cref="SenetException">There is no such file or name, or the checkpoint is not downloaded yet; one line says what to do.</exception>
    public static string Resolve(string nameOrPath, string? folder = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(nameOrPath);
        if (File.Exists(nameOrPath))
            return nameOrPath;
        if (LooksLikeAPath(nameOrPath))
            throw new SenetException($"{nameOrPath}: no such file; give a weight file or the name of a public checkpoint ('senet pull' lists them)");
        PublishedCheckpoint checkpoint = Get(nameOrPath);
        string path = Path.Combine(folder ?? CheckpointFolder.Default, checkpoint.FileName);
        if (!File.Exists(path))
            throw new SenetException($"{checkpoint.Name}: {checkpoint.FileName} is not downloaded yet; run: senet pull {checkpoint.Name}");
        if (checkpoint.Bytes is { } bytes && new FileInfo(path).Length != bytes)
            throw new SenetException($"{path}: has not the {bytes} bytes of {checkpoint.Name}; delete it and run: senet pull {checkpoint.Name}");
        return path;
    }

    // A file name that is published is a name, even with its ending.
    static bool LooksLikeAPath(string text) =>
        text.Contains('/') || text.Contains('\\')
        || (s_endings.Any(ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && !All.Any(checkpoint => checkpoint.FileName == text));
}
