namespace Senet.Weights;

/// <summary>How checkpoints are downloaded.</summary>
public sealed record DownloadOptions
{
    /// <summary>
    /// A server to ask instead of the publisher's: an <c>http</c> or <c>https</c> URL. With <c>{host}</c>, <c>{path}</c> or
    /// <c>{file}</c> in it, these are replaced by the original URL's host, its path without the first slash, and its last segment.
    /// Without any, the original path is put behind it: <c>https://mirror/a</c> stands for <c>https://mirror/a/x/y.pth</c> where
    /// <c>https://github.com/x/y.pth</c> is meant.
    /// </summary>
    public string? Mirror { get; init; }

    /// <summary>Whether nothing may be downloaded, only found.</summary>
    public bool Offline { get; init; }

    /// <summary>Attempts in a row that may fail. One that brought a megabyte or more starts a new row.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Time that a connection may take to come about.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time that the server may be silent, before and within its answer.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause after the first failed attempt; each further one is twice as long, up to a minute.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);
}
