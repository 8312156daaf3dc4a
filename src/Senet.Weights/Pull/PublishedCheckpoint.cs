using System.Globalization;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>A checkpoint that others publish. What a publisher does not state is null; nothing here is measured or guessed.</summary>
public sealed record PublishedCheckpoint
{
    /// <summary>Name for <c>senet pull</c>, such as <c>cadene-se-resnet-50</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the architecture that the weights belong to.</summary>
    public required string Architecture { get; init; }

    /// <summary>The repository that publishes the weights.</summary>
    public required string Origin { get; init; }

    /// <summary>The checkpoint's name there.</summary>
    public required string PublishedAs { get; init; }

    /// <summary>Name of the file on this machine.</summary>
    public required string FileName { get; init; }

    /// <summary>Where the file is; null where only a page for people links to it (<see cref="Page"/>).</summary>
    public Uri? Url { get; init; }

    /// <summary>A page for people with the file.</summary>
    public string? Page { get; init; }

    /// <summary>Exact length of the file in bytes. Checked.</summary>
    public long? Bytes { get; init; }

    /// <summary>The size as it is published, rounded and in the publisher's unit. Not checked.</summary>
    public string? PublishedSize { get; init; }

    /// <summary>The file's SHA-256 in lower-case hexadecimal digits, or how it begins, as torch.hub puts it into file names. Checked.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The file's SHA-1, where a publisher names that instead: against accidents, not against an attacker. Checked.</summary>
    public string? Sha1 { get; init; }

    /// <summary>Whether the server has the file in a zip archive, from which it is taken; the checks are of the file itself.</summary>
    public bool IsZipped { get; init; }

    /// <summary>Whether a hash is published.</summary>
    public bool HasHash => Sha256 is not null || Sha1 is not null;

    /// <summary>Licence of the weights (SPDX), where it is stated for them.</summary>
    public string? Licence { get; init; }

    /// <summary>The data set that <see cref="Top1"/> is measured on.</summary>
    public string Data { get; init; } = "ImageNet";

    /// <summary>Top-1 accuracy in percent, one crop, as published.</summary>
    public decimal? Top1 { get; init; }

    /// <summary>Top-5 accuracy in percent, one crop, as published.</summary>
    public decimal? Top5 { get; init; }

    /// <summary>Height and width in pixels that the accuracy is published for.</summary>
    public int? ImageSize { get; init; }

    /// <summary>Share of the resized image's short side that the crop takes, such as 0.875 for 224 of 256.</summary>
    public decimal? CropFraction { get; init; }

    /// <summary>Filter that the publisher resizes images with.</summary>
    public Interpolation? Interpolation { get; init; }

    /// <summary>Options that <c>senet convert</c> needs because the weights do not show them.</summary>
    public string? ConvertOptions { get; init; }

    /// <summary>Why a file with this digest is not this checkpoint; null where nothing published contradicts it.</summary>
    internal string? Contradiction(FileDigest digest)
    {
        if (Bytes is { } expected && digest.Bytes != expected)
            return string.Create(CultureInfo.InvariantCulture, $"{digest.Bytes} bytes, expected {expected}");
        if (Sha1 is not null && digest.Sha1 != Sha1)
            return $"its SHA-1 is {digest.Sha1}, expected {Sha1}";
        return Sha256 is null || digest.Sha256.StartsWith(Sha256, StringComparison.Ordinal)
            ? null
            : $"its SHA-256 is {digest.Sha256}, expected {Sha256}{(Sha256.Length < 64 ? "..." : "")}";
    }

    /// <summary>How its network was evaluated: the usual way of its origin with the publisher's own size, crop and filter.</summary>
    public Preprocessing Adjust(Preprocessing usual)
    {
        ArgumentNullException.ThrowIfNull(usual);
        int size = ImageSize ?? usual.Height;
        int shortSide = CropFraction is { } crop ? (int)(size / crop) : (int)Math.Round((double)size * usual.ResizeShortSide / usual.Height);
        return usual with { Height = size, Width = size, ResizeShortSide = shortSide, Interpolation = Interpolation ?? usual.Interpolation };
    }
}
