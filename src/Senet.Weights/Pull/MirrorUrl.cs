using Senet.Graph;

namespace Senet.Weights;

/// <summary>Puts a mirror in the place of a publisher's server; the rule is <see cref="DownloadOptions.Mirror"/>'s.</summary>
static class MirrorUrl
{
    static readonly string[] s_placeholders = ["{host}", "{path}", "{file}"];

    /// <summary>The URL to ask for <paramref name="original"/>.</summary>
    /// <exception cref="SenetException">The mirror is no HTTP URL.</exception>
    public static Uri Apply(string mirror, Uri original)
    {
        string path = original.PathAndQuery[1..];
        string text = s_placeholders.Any(placeholder => mirror.Contains(placeholder, StringComparison.Ordinal))
            ? mirror
                .Replace("{host}", original.Authority, StringComparison.Ordinal)
                .Replace("{path}", path, StringComparison.Ordinal)
                .Replace("{file}", original.Segments[^1], StringComparison.Ordinal)
            : $"{mirror.TrimEnd('/')}/{path}";
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
            ? url
            : throw new SenetException($"mirror {FileErrors.Quote(mirror)}: expected a URL that begins with http:// or https://");
    }
}
