using System.Text;

namespace Senet.Weights;

/// <summary>Tells pages for people from weight files: error pages, logins and placeholders often come with the status of success.</summary>
static class WebPage
{
    /// <summary>Bytes of the beginning that <see cref="Describe"/> looks at.</summary>
    public const int HeadLength = 512;

    static readonly (string Beginning, string Meaning)[] s_beginnings =
    [
        ("<!doctype", "a web page"),
        ("<html", "a web page"),
        ("<head", "a web page"),
        ("<?xml", "an XML document"),
        ("version https://git-lfs", "a Git LFS placeholder"),
    ];

    /// <summary>What the content is when it is no weight file; null where it may be one.</summary>
    /// <param name="mediaType">The media type that the server states.</param>
    /// <param name="head">The first bytes.</param>
    public static string? Describe(string? mediaType, ReadOnlySpan<byte> head)
    {
        if (mediaType is "text/html" or "application/xhtml+xml")
            return "a web page";
        string text = Encoding.Latin1.GetString(head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head).TrimStart();
        return s_beginnings.FirstOrDefault(known => text.StartsWith(known.Beginning, StringComparison.OrdinalIgnoreCase)).Meaning;
    }
}
