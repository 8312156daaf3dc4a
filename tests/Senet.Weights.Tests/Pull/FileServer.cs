using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Senet.Tests;

/// <summary>An HTTP server on this machine that behaves as badly as it is told to, one answer per connection.</summary>
sealed class FileServer : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly List<Request> _requests = [];

    public FileServer(byte[] content)
    {
        Content = content;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>A request as it came: the target of its first line, and its headers.</summary>
    public sealed record Request(string Target, IReadOnlyDictionary<string, string> Headers)
    {
        public string? Range => Headers.GetValueOrDefault("Range");

        /// <summary>Bytes of the body that were sent.</summary>
        public long Sent { get; set; }
    }

    public byte[] Content { get; set; }

    public string? ETag { get; set; } = "\"v1\"";

    public string? LastModified { get; set; }

    public bool IgnoresRange { get; set; }

    public string ContentType { get; set; } = "application/octet-stream";

    /// <summary>Answers the n-th request (from 0) otherwise; null for the file.</summary>
    public Func<int, Request, Answer?> Special { get; set; } = (_, _) => null;

    public IReadOnlyList<Request> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Something else than the whole file.</summary>
    /// <param name="Status">Status line; null for that of the file.</param>
    /// <param name="Body">Body in place of the file.</param>
    /// <param name="Headers">More headers, each with its line end.</param>
    /// <param name="CutAfter">Bytes of the body after which the connection closes.</param>
    /// <param name="HideLength">Whether no length is stated, so that the end of the connection ends the file.</param>
    /// <param name="Hang">Whether the connection then stays open and silent instead.</param>
    /// <param name="Gate">What to wait for before the body's last byte.</param>
    public sealed record Answer(
        string? Status = null, byte[]? Body = null, string Headers = "", int? CutAfter = null, bool HideLength = false, bool Hang = false, Task? Gate = null);

    public void Dispose()
    {
        if (!_stop.IsCancellationRequested)
            _stop.Cancel();
        _listener.Stop();
    }

    async Task AcceptAsync()
    {
        try
        {
            for (int number = 0; ; number++)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token), number, _stop.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    async Task ServeAsync(TcpClient client, int number, CancellationToken stop)
    {
        try
        {
            using (client)
            {
                NetworkStream stream = client.GetStream();
                Request request = await ReadAsync(stream, stop);
                lock (_requests)
                    _requests.Add(request);
                await AnswerAsync(stream, request, Special(number, request) ?? new Answer(), stop);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The other side went away, which some tests want.
        }
    }

    async Task AnswerAsync(NetworkStream stream, Request request, Answer answer, CancellationToken stop)
    {
        (byte[] body, string status, string headers) = Compose(request, answer);
        string length = answer.HideLength ? "" : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{length}Content-Type: {ContentType}\r\nConnection: close\r\n{headers}{answer.Headers}\r\n"), stop);
        int count = Math.Min(answer.CutAfter ?? body.Length, body.Length);
        int first = answer.Gate is null ? count : Math.Max(0, count - 1);
        await stream.WriteAsync(body.AsMemory(0, first), stop);
        request.Sent = first;
        if (answer.Gate is { } gate)
        {
            await gate.WaitAsync(stop);
            await stream.WriteAsync(body.AsMemory(first, count - first), stop);
            request.Sent = count;
        }
        await stream.FlushAsync(stop);
        if (answer.Hang)
            await Task.Delay(Timeout.Infinite, stop);
    }

    (byte[] Body, string Status, string Headers) Compose(Request request, Answer answer)
    {
        if (answer.Status is not null)
            return (answer.Body ?? [], answer.Status, "");
        byte[] content = answer.Body ?? Content;
        string headers = (ETag is null ? "" : $"ETag: {ETag}\r\n") + (LastModified is null ? "" : $"Last-Modified: {LastModified}\r\n");
        bool condition = request.Headers.GetValueOrDefault("If-Range") is not { } version || version == ETag || version == LastModified;
        if (IgnoresRange || request.Range is not { } range || !condition)
            return (content, "200 OK", headers);
        int from = int.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        return from >= content.Length
            ? ([], "416 Range Not Satisfiable", headers)
            : (content[from..], "206 Partial Content", string.Create(CultureInfo.InvariantCulture, $"{headers}Content-Range: bytes {from}-{content.Length - 1}/{content.Length}\r\n"));
    }

    static async Task<Request> ReadAsync(NetworkStream stream, CancellationToken stop)
    {
        var text = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int read = await stream.ReadAsync(buffer, stop);
            if (read == 0)
                throw new IOException("no request");
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        string[] lines = text.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return new(lines[0].Split(' ')[1], lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase));
    }
}
