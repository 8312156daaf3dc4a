using System.Globalization;
using System.Net.Http.Headers;

namespace Senet.Weights;

/// <summary>Which version of which file a part is of, so that a later attempt continues only that one.</summary>
/// <param name="Url">Where it is from.</param>
/// <param name="ETag">The server's name for the version.</param>
/// <param name="LastModified">The time of the version.</param>
/// <param name="Length">Bytes of the whole file.</param>
sealed record PartState(string Url, string? ETag, DateTimeOffset? LastModified, long? Length)
{
    /// <summary>The state that a response describes.</summary>
    /// <param name="url">The URL that was asked for, before any redirect.</param>
    /// <param name="response">A response with the file or a part of it.</param>
    public static PartState Of(Uri url, HttpResponseMessage response) => new(
        url.AbsoluteUri,
        response.Headers.ETag?.ToString(),
        response.Content.Headers.LastModified,
        response.Content.Headers.ContentRange is { } range ? range.Length : response.Content.Headers.ContentLength);

    /// <summary>The condition under which the rest fits the part; null where the server gave no name that is sure enough.</summary>
    public RangeConditionHeaderValue? Condition =>
        ETag is not null && EntityTagHeaderValue.TryParse(ETag, out EntityTagHeaderValue? tag) && !tag.IsWeak ? new(tag)
        : LastModified is { } time ? new(time)
        : null;

    /// <summary>Whether a response is about the same version.</summary>
    public bool Agrees(PartState other) =>
        (Length is null || other.Length is null || Length == other.Length)
        && (ETag is null || other.ETag is null || ETag == other.ETag)
        && (LastModified is null || other.LastModified is null || LastModified == other.LastModified);

    /// <summary>The state that <see cref="ToString"/> wrote; null for other text.</summary>
    public static PartState? Parse(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines.Length < 4)
            return null;
        DateTimeOffset? time = DateTimeOffset.TryParseExact(lines[2], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset parsed) ? parsed : null;
        long? length = long.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
        return new(lines[0], lines[1].Length == 0 ? null : lines[1], time, length);
    }

    /// <summary>Four lines: URL, ETag, time and length.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Url}\n{ETag}\n{LastModified:r}\n{Length}\n");
}
