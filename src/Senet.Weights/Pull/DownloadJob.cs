using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>One download, with all its attempts.</summary>
sealed class DownloadJob(HttpClient client, DownloadOptions options, PublishedCheckpoint checkpoint, Uri url, string target, Action<DownloadProgress>? progress) : IDisposable
{
    const int BufferLength = 1 << 17;
    const long Headway = 1 << 20;
    const int MostLooks = 50;

    static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan s_longestDelay = TimeSpan.FromMinutes(1);

    // What comes from the server.
    readonly string _transfer = checkpoint.IsZipped ? target + ".zip" : target;
    // The length of what comes that is published.
    readonly long? _published = checkpoint.IsZipped ? null : checkpoint.Bytes;

    PartFile? _part;
    long _received;
    // Whether bytes of an earlier run or attempt are in the part: only then can a wrong hash be the fault of the joint.
    bool _isContinued;

    /// <summary>Closes the part, which stays.</summary>
    public void Dispose() => Close();

    /// <summary>Tries until the file is here or another attempt makes no sense.</summary>
    /// <exception cref="SenetException">It failed for good.</exception>
    public async Task<DownloadResult> RunAsync(CancellationToken cancellationToken)
    {
        int failures = 0;
        for (int looks = 0; looks < MostLooks; looks++)
        {
            long before = _received;
            try
            {
                if (await AttemptAsync(cancellationToken).ConfigureAwait(false) is { } result)
                    return result;
            }
            catch (DownloadFailure failure)
            {
                failures = _received - before >= Headway ? 1 : failures + 1;
                if (!failure.IsTransient || failures >= options.Attempts)
                    throw Final(failure, failures);
                TimeSpan delay = Delay(failures, failure.RetryAfter);
                Report(string.Create(CultureInfo.InvariantCulture, $"{failure.Message}; next attempt in {delay.TotalSeconds:0.#} s"));
                await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
                looks = 0;
            }
        }
        throw new SenetException($"{PartFile.PathFor(_transfer)}: can neither be opened nor created; delete it");
    }

    // Null when the part turned up or vanished meanwhile: then everything has to be looked at again.
    async Task<DownloadResult?> AttemptAsync(CancellationToken cancellationToken)
    {
        _part ??= await OpenPartAsync(cancellationToken).ConfigureAwait(false);
        // Whoever had the part may have completed it; then that is the file that is open here.
        if (File.Exists(target))
        {
            Close();
            return await CheckpointDownloader.ExistingAsync(checkpoint, target, cancellationToken).ConfigureAwait(false);
        }
        if (_part?.IsCompleteFor(url) != true && !await ReceiveAsync(cancellationToken).ConfigureAwait(false))
            return null;
        return Finish(_part!, cancellationToken);
    }

    async Task<PartFile?> OpenPartAsync(CancellationToken cancellationToken)
    {
        for (bool told = false; ; told = true)
        {
            PartFile? part = PartFile.TryOpen(_transfer, out bool isInUse);
            if (!isInUse)
            {
                _isContinued = part is { Length: > 0 };
                return part;
            }
            if (!told)
                Report("another process downloads this file; waiting for it");
            await Task.Delay(s_poll, cancellationToken).ConfigureAwait(false);
        }
    }

    async Task<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using HttpRequestMessage request = Request();
        using HttpResponseMessage response = await WatchAsync(watch, token => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), cancellationToken).ConfigureAwait(false);
        bool isRest = CheckStatus(request, response);
        Stream content = await WatchAsync(watch, token => response.Content.ReadAsStreamAsync(token), cancellationToken).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            int read = 0;
            if (!isRest)
            {
                read = await WatchAsync(watch, token => content.ReadAtLeastAsync(buffer, WebPage.HeadLength, throwOnEndOfStream: false, token).AsTask(), cancellationToken).ConfigureAwait(false);
                if (!Begin(response, buffer.AsSpan(0, read)))
                    return false;
            }
            do
            {
                Append(buffer.AsSpan(0, read));
                read = await WatchAsync(watch, token => content.ReadAsync(buffer, token).AsTask(), cancellationToken).ConfigureAwait(false);
            }
            while (read > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        if (Expected is { } expected && _part!.Length < expected)
            throw new DownloadFailure(string.Create(CultureInfo.InvariantCulture, $"the file ends after {_part.Length} of {expected} bytes"), isTransient: true);
        return true;
    }

    // The length that is published counts before the server's.
    long? Expected => _published ?? _part?.State?.Length;

    HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (_part is { Length: > 0, State: { } state } part && state.Url == url.AbsoluteUri && state.Condition is { } condition)
        {
            request.Headers.Range = new RangeHeaderValue(part.Length, null);
            request.Headers.IfRange = condition;
        }
        return request;
    }

    // Whether the response is the rest of the part, rather than a whole file.
    bool CheckStatus(HttpRequestMessage request, HttpResponseMessage response)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                return false;
            case HttpStatusCode.PartialContent when request.Headers.Range is not null
                && response.Content.Headers.ContentRange?.From == _part!.Length && _part.State!.Agrees(PartState.Of(url, response)):
                _isContinued = true;
                return true;
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable when request.Headers.Range is not null:
                _part!.Restart(null);
                throw new DownloadFailure("the file on the server is another one now; starting again", isTransient: true);
            default:
                throw HttpFailures.Of(response);
        }
    }

    // False when another process has begun the same file meanwhile.
    bool Begin(HttpResponseMessage response, ReadOnlySpan<byte> head)
    {
        if (WebPage.Describe(response.Content.Headers.ContentType?.MediaType, head[..Math.Min(head.Length, WebPage.HeadLength)]) is { } page)
            throw new DownloadFailure($"the server sends {page} instead of the file", isTransient: false);
        if (head.IsEmpty)
            throw new DownloadFailure("the server sends nothing", isTransient: true);
        var state = PartState.Of(url, response);
        if (_published is { } expected && state.Length is { } length && length != expected)
            throw new DownloadFailure(string.Create(CultureInfo.InvariantCulture, $"the server's file has {length} bytes, expected {expected}"), isTransient: false);
        _part ??= PartFile.TryCreate(_transfer);
        if (_part is null)
            return false;
        if (File.Exists(target))
        {
            // Another process was done between the first look and now; what was created here is of no use.
            _part.Delete();
            return false;
        }
        _part.Restart(state);
        _isContinued = false;
        return true;
    }

    void Append(ReadOnlySpan<byte> bytes)
    {
        if (Expected is { } expected && _part!.Length + bytes.Length > expected)
        {
            _part.Restart(null);
            throw new DownloadFailure(string.Create(CultureInfo.InvariantCulture, $"the server sends more than the {expected} bytes of the file"), isTransient: false);
        }
        _part!.Write(bytes);
        _received += bytes.Length;
        Report(null);
    }

    DownloadResult Finish(PartFile part, CancellationToken cancellationToken)
    {
        try
        {
            FileDigest digest = checkpoint.IsZipped ? part.Read(stream => Extract(stream, cancellationToken)) : part.Read(stream => Check(stream, null, cancellationToken));
            if (checkpoint.IsZipped)
                part.Delete();
            else
                part.Complete();
            return new(target, digest.Bytes, digest.Sha256, _received);
        }
        catch (InvalidDataException error)
        {
            part.Restart(null);
            throw new DownloadFailure($"not the file that is published: {FileErrors.OneLine(error.Message)}", isTransient: _isContinued, error);
        }
    }

    FileDigest Extract(Stream archive, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        ZipArchiveEntry entry = zip.Entries.FirstOrDefault(candidate => candidate.Name == checkpoint.FileName)
            ?? throw new InvalidDataException($"there is no {checkpoint.FileName} in the archive");
        FileDigest? digest = null;
        using Stream content = entry.Open();
        AtomicFile.Write(target, stream => digest = Check(content, stream, cancellationToken));
        return digest!;
    }

    FileDigest Check(Stream content, Stream? copy, CancellationToken cancellationToken)
    {
        var digest = FileDigest.Of(content, checkpoint.Sha1 is not null, copy, cancellationToken);
        return checkpoint.Contradiction(digest) is { } problem ? throw new InvalidDataException(problem) : digest;
    }

    // Silence for too long is a failure that another attempt may cure.
    async Task<T> WatchAsync<T>(CancellationTokenSource watch, Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        try
        {
            watch.CancelAfter(options.StallTimeout);
            T result = await step(watch.Token).ConfigureAwait(false);
            watch.CancelAfter(Timeout.InfiniteTimeSpan);
            return result;
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            // The handler cancels by itself when there is no connection in time.
            throw watch.IsCancellationRequested
                ? new DownloadFailure(string.Create(CultureInfo.InvariantCulture, $"no answer for {options.StallTimeout.TotalSeconds:0.#} s"), isTransient: true, error)
                : new DownloadFailure(string.Create(CultureInfo.InvariantCulture, $"no connection in {options.ConnectTimeout.TotalSeconds:0.#} s"), isTransient: true, error) { IsUnreachable = true };
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw HttpFailures.Of(error);
        }
    }

    void Close()
    {
        _part?.Dispose();
        _part = null;
    }

    TimeSpan Delay(int failures, TimeSpan? asked)
    {
        TimeSpan own = options.FirstDelay * Math.Pow(2, Math.Min(failures - 1, 10));
        TimeSpan delay = asked > own ? asked.Value : own;
        return delay < s_longestDelay ? delay : s_longestDelay;
    }

    SenetException Final(DownloadFailure failure, int failures)
    {
        string attempts = failures > 1 ? string.Create(CultureInfo.InvariantCulture, $", in {failures} attempts") : "";
        string advice =
            failure.IsUnreachable ? $"without a network, {CheckpointDownloader.ByHand(checkpoint, checkpoint.Url!, target)}"
            : _part is { Length: > 0 } part ? string.Create(CultureInfo.InvariantCulture, $"run the same again to go on from {part.Length} bytes in {PartFile.PathFor(_transfer)}")
            : failure.IsTransient ? "try again later, or name another server with --mirror"
            : $"see https://github.com/{checkpoint.Origin} for the file, or name another server with --mirror";
        return new($"{url.AbsoluteUri}: {failure.Message}{attempts}; {advice}", failure);
    }

    void Report(string? message) => progress?.Invoke(new(_part?.Length ?? 0, Expected, message));
}
