namespace Senet.Data;

/// <summary>
/// A source whose images may be files of their own. The scan looks at their first bytes; decorators pass the question on.
/// </summary>
interface IFileBacked
{
    /// <summary>Path of the file that holds image <paramref name="index"/> and nothing else; null when there is none.</summary>
    string? FilePath(int index);
}
