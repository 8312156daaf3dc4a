namespace Senet.Data;

/// <summary>What <see cref="DataScanner"/> found.</summary>
public sealed record ScanReport
{
    /// <summary>Number of images scanned: the source's count.</summary>
    public required int Count { get; init; }

    /// <summary>Images that cannot be decoded, and placeholders, ordered by index.</summary>
    public required IReadOnlyList<BadImage> Bad { get; init; }

    /// <summary>Decodable images whose file format is rare in the set, ordered by index; none of them is in <see cref="Bad"/>.</summary>
    public required IReadOnlyList<OddImage> Odd { get; init; }

    /// <summary>Decodable image files per format, told by their first bytes; empty for sources that are not made of image files.</summary>
    public required IReadOnlyDictionary<string, int> Formats { get; init; }

    /// <summary>What was learnt of every image, by index; of bad ones too, as far as they could be read.</summary>
    public required IReadOnlyList<ScannedImage> Images { get; init; }

    /// <summary>Smallest width of a decodable image in pixels; 0 when there is none.</summary>
    public required int MinWidth { get; init; }

    /// <summary>Largest width of a decodable image in pixels; 0 when there is none.</summary>
    public required int MaxWidth { get; init; }

    /// <summary>Smallest height of a decodable image in pixels; 0 when there is none.</summary>
    public required int MinHeight { get; init; }

    /// <summary>Largest height of a decodable image in pixels; 0 when there is none.</summary>
    public required int MaxHeight { get; init; }
}
