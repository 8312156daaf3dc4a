namespace Senet.Data;

/// <summary>
/// A source whose images may be files of their own. The scan reads these files itself, once for everything that it wants to
/// know; decorators pass the questions on.
/// </summary>
interface IFileBacked
{
    /// <summary>Path of the file that holds image <paramref name="index"/> and nothing else; null when there is none.</summary>
    string? FilePath(int index);

    /// <summary>Whether the files are turned upright as their EXIF data says.</summary>
    bool ApplyOrientation { get; }

    /// <summary>Offers the decoded pixels of image <paramref name="index"/> to a source that keeps such.</summary>
    void Keep(int index, int channels, byte background, ImagePixels pixels)
    {
    }
}
