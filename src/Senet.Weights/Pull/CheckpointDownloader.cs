using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// Downloads published checkpoints. A file gets its name only when its length and SHA-256 are those that are published. What an
/// interrupted download brought stays beside the target as <c>FILE.part</c>; the next call continues it if the server still has the
/// same version, by ETag or time, and its length. Several calls and processes may want one file: one downloads, the others wait for it.
/// </summary>
/// <remarks>
/// The variables <c>HTTP_PROXY</c>, <c>HTTPS_PROXY</c>, <c>ALL_PROXY</c> and <c>NO_PROXY</c>, or else the system's settings, name
/// the proxy; redirects are followed, except from https to http.
/// </remarks>
public sealed class CheckpointDownloader : IDisposable
{
    const int MostRedirects = 10;
    const int MostLocked = 100;

    static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(50);

    readonly DownloadOptions _options;
    readonly HttpClient _client;

    /// <summary>Opens no connection yet.</summary>
    public CheckpointDownloader(DownloadOptions? options = null)
    {
        _options = options ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Attempts, 1);
        var handler = new SocketsHttpHandler { ConnectTimeout = _options.ConnectTimeout, MaxAutomaticRedirections = MostRedirects };
        // DownloadJob watches over each step instead.
        _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd(ModelDescription.CurrentProducer.Replace(' ', '/'));
        _client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("identity");
    }

    /// <summary>Brings a checkpoint to this machine, or finds it there.</summary>
    /// <param name="checkpoint">What to download.</param>
    /// <param name="target">File to create; its folder is created too. Nothing is downloaded where it exists.</param>
    /// <param name="progress">Receives the state, on any thread, one call at a time.</param>
    /// <param name="cancellationToken">Stops; what is here by then stays for the next call.</param>
    /// <exception cref="SenetException">The file cannot be downloaded or stored, or is not the one that is published; one line says why and what to do.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> stopped it.</exception>
    public async Task<DownloadResult> DownloadAsync(PublishedCheckpoint checkpoint, string target, Action<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentException.ThrowIfNullOrEmpty(target);
        target = Path.GetFullPath(target);
        if (File.Exists(target))
            return await ExistingAsync(checkpoint, target, cancellationToken).ConfigureAwait(false);
        Uri url = Source(checkpoint, target);
        CreateFolder(target);
        using var job = new DownloadJob(_client, _options, checkpoint, url, target, progress);
        return await job.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _client.Dispose();

    /// <summary>A file that is here, if it is the checkpoint.</summary>
    /// <exception cref="SenetException">It is something else.</exception>
    internal static async Task<DownloadResult> ExistingAsync(PublishedCheckpoint checkpoint, string target, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return Existing(checkpoint, target, cancellationToken);
            }
            catch (IOException exception) when (PartFile.IsLocked(exception) && attempt < MostLocked)
            {
                // Whoever has just completed it still has it open.
                await Task.Delay(s_poll, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (FileErrors.IsFileError(exception))
            {
                throw FileErrors.Reading(target, exception);
            }
        }
    }

    /// <summary>What a person can do who has to bring the file here.</summary>
    internal static string ByHand(PublishedCheckpoint checkpoint, Uri url, string target) =>
        $"download {url.AbsoluteUri} elsewhere and put {(checkpoint.IsZipped ? "the file in it" : "it")} into {Path.GetDirectoryName(target)} as {Path.GetFileName(target)}{(checkpoint.PublishedSize is { } size ? $" ({size})" : "")}";

    static DownloadResult Existing(PublishedCheckpoint checkpoint, string target, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var digest = FileDigest.Of(stream, checkpoint.Sha1 is not null, copy: null, cancellationToken);
        return checkpoint.Contradiction(digest) is { } problem
            ? throw new SenetException($"{target}: is not {checkpoint.Name}: {problem}; delete it, or name another file with --output")
            : new(target, digest.Bytes, digest.Sha256, Received: 0);
    }

    Uri Source(PublishedCheckpoint checkpoint, string target)
    {
        if (checkpoint.Url is null)
            throw new SenetException($"{checkpoint.Name}: can only be downloaded by hand: open {checkpoint.Page} (the link is from https://github.com/{checkpoint.Origin}) and put the file into {Path.GetDirectoryName(target)} as {Path.GetFileName(target)}");
        if (_options.Offline)
            throw new SenetException($"{checkpoint.Name}: {Path.GetFileName(target)} is not here, and nothing is downloaded offline; {ByHand(checkpoint, checkpoint.Url, target)}");
        return _options.Mirror is { } mirror ? MirrorUrl.Apply(mirror, checkpoint.Url) : checkpoint.Url;
    }

    static void CreateFolder(string target)
    {
        string folder = Path.GetDirectoryName(target)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Writing(folder, exception);
        }
    }
}
