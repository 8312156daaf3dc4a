using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

public sealed class CheckpointDownloaderTests : IDisposable
{
    // Beyond the socket buffers, so that a server that stops is noticed midway, and below the headway that starts a new row of attempts.
    const int Length = 900_000;
    const int Cut = 400_000;

    readonly TempFolder _folder = new();
    readonly byte[] _content = Bytes(1, Length);
    readonly FileServer _server;
    readonly List<DownloadProgress> _progress = [];
    readonly string _target;

    public CheckpointDownloaderTests()
    {
        _server = new(_content);
        _target = _folder["models/net.pth"];
    }

    string Part => _target + ".part";

    IEnumerable<string?> Messages => _progress.Select(state => state.Message).Where(message => message is not null);

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Download_WholeFile_IsVerifiedAndLeavesNothingElse()
    {
        DownloadResult result = await DownloadAsync(Checkpoint());

        Assert.Equal(new DownloadResult(_target, Length, Hash(_content), Length), result);
        AssertOnlyTheFile();
        Assert.Equal(new(Length, Length), _progress[^1]);
        Assert.Equal(_progress.Select(state => state.Bytes).Order(), _progress.Select(state => state.Bytes));
        Assert.Empty(Messages);
        Assert.Equal("/files/net.pth", Assert.Single(_server.Requests).Target);
    }

    [Fact]
    public async Task Download_FileIsHere_AsksNoServer()
    {
        File.WriteAllBytes(_target, _content);

        Assert.Equal(new DownloadResult(_target, Length, Hash(_content), 0), await DownloadAsync(Checkpoint()));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task Download_SomethingElseIsHere_IsRefusedAndKept()
    {
        File.WriteAllText(_target, "mine");

        string error = await FailAsync(Checkpoint());

        Assert.Equal($"{_target}: is not test-net: 4 bytes, expected {Length}; delete it, or name another file with --output", error);
        Assert.Equal("mine", File.ReadAllText(_target));
    }

    [Theory]
    [InlineData("/files/net.pth", 0)]
    [InlineData("/other/net.pth", Length)]
    public async Task Download_PartHasEverything_IsOnlyChecked(string path, long received)
    {
        File.WriteAllBytes(Part, _content);
        File.WriteAllText(Part + ".state", $"{_server.Address}{path}\n\"v1\"\n\n{Length}\n");

        Assert.Equal(received, (await DownloadAsync(Checkpoint())).Received);
        AssertOnlyTheFile();
    }

    [Theory]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(64)]
    public async Task Download_HashPrefix_IsChecked(int digits)
    {
        string hash = Hash(_content)[..digits];
        await DownloadAsync(Checkpoint() with { Sha256 = hash });
        File.Delete(_target);
        string wrong = hash[..^1] + (hash[^1] == '0' ? '1' : '0');

        string error = await FailAsync(Checkpoint() with { Sha256 = wrong });

        Assert.StartsWith($"{_server.Address}/files/net.pth: not the file that is published: its SHA-256 is {Hash(_content)}, expected {wrong}", error, StringComparison.Ordinal);
        Assert.Equal(2, _server.Requests.Count);
        Assert.False(File.Exists(_target));
        Assert.Equal(0, new FileInfo(Part).Length);
    }

    [Fact]
    public async Task Download_NothingPublished_TakesWhatComes()
    {
        DownloadResult result = await DownloadAsync(Checkpoint() with { Sha256 = null, Bytes = null });

        Assert.Equal(Hash(_content), result.Sha256);
        AssertOnlyTheFile();
    }

    [Theory]
    [InlineData("\"v1\"", null)]
    [InlineData(null, "Wed, 21 Oct 2015 07:28:00 GMT")]
    [InlineData("W/\"weak\"", "Wed, 21 Oct 2015 07:28:00 GMT")]
    public async Task Download_ConnectionDrops_FetchesOnlyTheRest(string? etag, string? modified)
    {
        (_server.ETag, _server.LastModified) = (etag, modified);
        _server.Special = (number, _) => number == 0 ? new(CutAfter: Cut) : null;

        DownloadResult result = await DownloadAsync(Checkpoint());

        AssertOnlyTheFile();
        Assert.Equal(Length, result.Received);
        Assert.Equal([null, $"bytes={Cut}-"], _server.Requests.Select(request => request.Range));
        Assert.Equal([Cut, Length - Cut], _server.Requests.Select(request => request.Sent));
        Assert.Equal(etag?.StartsWith("W/", StringComparison.Ordinal) == false ? etag : modified, _server.Requests[1].Headers["If-Range"]);
        Assert.Contains("the connection broke", Assert.Single(Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_SilentlyTruncated_FetchesOnlyTheRest()
    {
        _server.Special = (number, _) => number == 0 ? new(CutAfter: Cut, HideLength: true) : null;

        await DownloadAsync(Checkpoint());

        AssertOnlyTheFile();
        Assert.Equal([Cut, Length - Cut], _server.Requests.Select(request => request.Sent));
        Assert.Equal($"the file ends after {Cut} of {Length} bytes; next attempt in 0 s", Assert.Single(Messages));
    }

    [Fact]
    public async Task Download_NextRun_FetchesOnlyTheRest()
    {
        _server.Special = (_, _) => new(CutAfter: Cut);
        string error = await FailAsync(Checkpoint(), attempts: 1);
        Assert.Contains("the connection broke", error, StringComparison.Ordinal);
        Assert.EndsWith($"run the same again to go on from {Cut} bytes in {Part}", error, StringComparison.Ordinal);
        _server.Special = (_, _) => null;

        DownloadResult result = await DownloadAsync(Checkpoint());

        Assert.Equal(Length - Cut, result.Received);
        Assert.Equal(Length - Cut, _server.Requests[1].Sent);
        AssertOnlyTheFile();
    }

    [Fact]
    public async Task Download_NoVersionFromTheServer_StartsAgain()
    {
        _server.ETag = null;
        _server.Special = (number, _) => number == 0 ? new(CutAfter: Cut) : null;

        await DownloadAsync(Checkpoint());

        AssertOnlyTheFile();
        Assert.All(_server.Requests, request => Assert.Null(request.Range));
    }

    [Fact]
    public async Task Download_PartWithoutState_StartsAgain()
    {
        File.WriteAllBytes(Part, _content[..Cut]);

        DownloadResult result = await DownloadAsync(Checkpoint());

        Assert.Equal(Length, result.Received);
        AssertOnlyTheFile();
    }

    [Fact]
    public async Task Download_ServerIgnoresRange_StartsAgain()
    {
        _server.IgnoresRange = true;
        _server.Special = (number, _) => number == 0 ? new(CutAfter: Cut) : null;

        await DownloadAsync(Checkpoint());

        AssertOnlyTheFile();
        Assert.Equal([Cut, Length], _server.Requests.Select(request => request.Sent));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Download_FileChangesBetweenAttempts_StartsAgain(bool serverIgnoresTheCondition)
    {
        byte[] other = Bytes(2, Length);
        _server.Special = (number, _) =>
        {
            if (number == 0)
                return new(CutAfter: Cut);
            (_server.Content, _server.ETag) = (other, "\"v2\"");
            return number == 1 && serverIgnoresTheCondition
                ? new("206 Partial Content", other[Cut..], $"ETag: \"v2\"\r\nContent-Range: bytes {Cut}-{Length - 1}/{Length}\r\n")
                : null;
        };

        await DownloadAsync(Checkpoint() with { Sha256 = Hash(other)[..8] });

        Assert.Equal(other, File.ReadAllBytes(_target));
        Assert.Equal(serverIgnoresTheCondition, Messages.Any(message => message!.StartsWith("the file on the server is another one now", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Download_ShorterNow_StartsAgain()
    {
        byte[] other = _content[..(Cut / 2)];
        _server.Special = (number, _) => number switch
        {
            0 => new(CutAfter: Cut),
            1 => new("416 Range Not Satisfiable"),
            _ => new(Body: other),
        };

        await DownloadAsync(Checkpoint() with { Sha256 = null, Bytes = null });

        Assert.Equal(other, File.ReadAllBytes(_target));
    }

    [Fact]
    public async Task Download_PartWasSpoilt_StartsAgainOnce()
    {
        _server.Special = (_, _) => new(CutAfter: Cut);
        await FailAsync(Checkpoint(), attempts: 1);
        using (FileStream part = File.OpenWrite(Part))
            part.WriteByte((byte)(_content[0] + 1));
        _server.Special = (_, _) => null;

        DownloadResult result = await DownloadAsync(Checkpoint());

        Assert.Equal(Length - Cut + Length, result.Received);
        AssertOnlyTheFile();
        Assert.StartsWith("not the file that is published", Assert.Single(Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_CorruptBytes_IsRefusedAtOnce()
    {
        byte[] corrupt = [.. _content];
        corrupt[^1] ^= 1;
        _server.Content = corrupt;

        string error = await FailAsync(Checkpoint());

        Assert.Contains($"its SHA-256 is {Hash(corrupt)}, expected {Hash(_content)[..8]}...; see https://github.com/someone/nets", error, StringComparison.Ordinal);
        Assert.Single(_server.Requests);
        Assert.False(File.Exists(_target));
    }

    [Fact]
    public async Task Download_WrongLength_IsRefusedBeforeTheBody()
    {
        _server.Content = _content[1..];

        string error = await FailAsync(Checkpoint());

        Assert.Contains($"the server's file has {Length - 1} bytes, expected {Length}", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Part));
    }

    [Fact]
    public async Task Download_EndlessBody_IsCutOff()
    {
        _server.Special = (_, _) => new(Body: [.. _content, .. _content], HideLength: true);

        Assert.Contains($"more than the {Length} bytes", await FailAsync(Checkpoint()), StringComparison.Ordinal);
        Assert.False(File.Exists(_target));
    }

    [Theory]
    [InlineData("404 Not Found", 1, "the server answers 404 Not Found; see https://github.com/someone/nets for the file, or name another server with --mirror")]
    [InlineData("403 Forbidden", 1, "the server answers 403 Forbidden; see")]
    [InlineData("500 Internal Server Error", 3, "the server answers 500 Internal Server Error, in 3 attempts; try again later, or name another server with --mirror")]
    [InlineData("503 Service Unavailable", 3, "the server answers 503 Service Unavailable, in 3 attempts; try")]
    [InlineData("429 Too Many Requests", 3, "the server answers 429 Too Many Requests, in 3 attempts; try")]
    public async Task Download_ErrorStatus_IsOneLine(string status, int requests, string expected)
    {
        _server.Special = (_, _) => new(status, "<html>sorry</html>"u8.ToArray());

        string error = await FailAsync(Checkpoint(), attempts: 3);

        Assert.StartsWith($"{_server.Address}/files/net.pth: {expected}", error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
        Assert.Equal(requests, _server.Requests.Count);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(_target)!));
    }

    [Fact]
    public async Task Download_ServerRecovers_GoesOn()
    {
        _server.Special = (number, _) => number < 2 ? new("503 Service Unavailable") : null;

        await DownloadAsync(Checkpoint());

        AssertOnlyTheFile();
        Assert.Equal(2, Messages.Count());
    }

    [Fact]
    public async Task Download_RetryAfter_IsHonoured()
    {
        _server.Special = (number, _) => number == 0 ? new("503 Service Unavailable", Headers: "Retry-After: 1\r\n") : null;

        await DownloadAsync(Checkpoint());

        Assert.EndsWith("; next attempt in 1 s", Assert.Single(Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_EmptyFile_IsRefused()
    {
        _server.Content = [];

        Assert.Contains(": the server sends nothing, in 4 attempts; try again later", await FailAsync(Checkpoint() with { Bytes = null, Sha256 = null }), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(_target)!));
    }

    [Theory]
    [InlineData("text/html", "anything", "a web page")]
    [InlineData("text/html; charset=utf-8", "anything", "a web page")]
    [InlineData("application/octet-stream", "\r\n <!DOCTYPE html><html>", "a web page")]
    [InlineData("application/octet-stream", "<HTML><body>", "a web page")]
    [InlineData("application/octet-stream", "<?xml version=\"1.0\"?><Error/>", "an XML document")]
    [InlineData("text/plain", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "a Git LFS placeholder")]
    public async Task Download_PageInsteadOfTheFile_IsRefused(string type, string body, string expected)
    {
        _server.ContentType = type;
        _server.Content = Encoding.UTF8.GetBytes(body);

        string error = await FailAsync(Checkpoint() with { Bytes = null, Sha256 = null });

        Assert.Contains($": the server sends {expected} instead of the file; see", error, StringComparison.Ordinal);
        Assert.Single(_server.Requests);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(_target)!));
    }

    [Fact]
    public async Task Download_PageAfterABreak_KeepsThePart()
    {
        _server.Special = (number, _) => number == 0 ? new(CutAfter: Cut) : new("200 OK", "<html>log in</html>"u8.ToArray());

        Assert.Contains("a web page instead of the file", await FailAsync(Checkpoint() with { Bytes = null }), StringComparison.Ordinal);
        Assert.Equal(Cut, new FileInfo(Part).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Cut)]
    public async Task Download_ServerHangs_TimesOutAndGoesOn(int after)
    {
        _server.Special = (number, _) => number == 0 ? new(CutAfter: after, Hang: true) : null;

        await DownloadAsync(Checkpoint(), stall: 0.5);

        AssertOnlyTheFile();
        Assert.Equal("no answer for 0.5 s; next attempt in 0 s", Assert.Single(Messages));
        Assert.Equal(after == 0 ? null : $"bytes={after}-", _server.Requests[1].Range);
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    public async Task Download_Redirects_AreFollowedWithTheRange(string status)
    {
        int files = 0;
        _server.Special = (_, request) =>
            request.Target.StartsWith("/files/", StringComparison.Ordinal) ? new(status, Headers: $"Location: /storage/signed?key={request.GetHashCode()}\r\n")
            : files++ == 0 ? new(CutAfter: Cut)
            : null;

        await DownloadAsync(Checkpoint());

        AssertOnlyTheFile();
        Assert.Equal([0, Cut, 0, Length - Cut], _server.Requests.Select(request => request.Sent));
    }

    [Fact]
    public async Task Download_RedirectLoop_Ends()
    {
        _server.Special = (_, request) => new("302 Found", Headers: $"Location: {request.Target}\r\n");

        Assert.Contains("the server answers 302 Found", await FailAsync(Checkpoint()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_Cancelled_LeavesThePartForTheNextRun()
    {
        using var cancellation = new CancellationTokenSource();
        _server.Special = (number, _) => number == 0 ? new(CutAfter: Cut, Hang: true) : null;
        using (var downloader = new CheckpointDownloader())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => downloader.DownloadAsync(
                Checkpoint(), _target, state => { if (state.Bytes == Cut) cancellation.Cancel(); }, cancellation.Token));
        }
        Assert.Equal(Cut, new FileInfo(Part).Length);

        DownloadResult result = await DownloadAsync(Checkpoint());

        Assert.Equal(Length - Cut, result.Received);
        AssertOnlyTheFile();
    }

    [Fact]
    public async Task Download_TwoAtOnce_OneDownloadsAndTheOtherWaits()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Special = (_, _) => new(Gate: gate.Task);
        Task<DownloadResult> first = DownloadAsync(Checkpoint());
        await WaitAsync(() => File.Exists(Part) && new FileInfo(Part).Length > 0);
        var heard = new List<string?>();
        using var downloader = new CheckpointDownloader();
        Task<DownloadResult> second = downloader.DownloadAsync(Checkpoint(), _target, state => heard.Add(state.Message));
        await WaitAsync(() => heard.Count > 0);
        gate.SetResult();

        DownloadResult[] results = await Task.WhenAll(first, second);

        Assert.Equal(["another process downloads this file; waiting for it"], heard);
        Assert.Equal([Length, 0], results.Select(result => result.Received));
        Assert.Single(_server.Requests);
        AssertOnlyTheFile();
    }

    [Fact]
    public async Task Download_ManyAtOnce_OneDownloadsAndAllGetTheFile()
    {
        // What may go wrong falls between two steps: many rounds meet it.
        for (int round = 0; round < 20; round++)
        {
            File.Delete(_target);
            DownloadResult[] results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
            {
                using var downloader = new CheckpointDownloader(Options());
                return await downloader.DownloadAsync(Checkpoint(), _target);
            })));

            Assert.All(results, result => Assert.Equal(Hash(_content), result.Sha256));
            Assert.Equal(Length, results.Sum(result => result.Received));
            AssertOnlyTheFile();
        }
    }

    [Theory]
    [InlineData("{0}", "/files/net.pth?raw=1")]
    [InlineData("{0}/", "/files/net.pth?raw=1")]
    [InlineData("{0}/cache/github", "/cache/github/files/net.pth?raw=1")]
    [InlineData("{0}/{{host}}/{{path}}", "/example.invalid/files/net.pth?raw=1")]
    [InlineData("{0}/flat/{{file}}", "/flat/net.pth")]
    public async Task Download_Mirror_IsAskedInstead(string mirror, string expected)
    {
        using var downloader = new CheckpointDownloader(Options() with { Mirror = string.Format(null, mirror, _server.Address) });

        await downloader.DownloadAsync(Checkpoint() with { Url = new("https://example.invalid/files/net.pth?raw=1") }, _target);

        Assert.Equal(expected, Assert.Single(_server.Requests).Target);
        AssertOnlyTheFile();
    }

    [Theory]
    [InlineData("mirror.example")]
    [InlineData("ftp://mirror.example/")]
    public async Task Download_MirrorIsNoUrl_IsOneLine(string mirror)
    {
        using var downloader = new CheckpointDownloader(Options() with { Mirror = mirror });

        SenetException error = await Assert.ThrowsAsync<SenetException>(() => downloader.DownloadAsync(Checkpoint(), _target));
        Assert.Equal($"mirror \"{mirror}\": expected a URL that begins with http:// or https://", error.Message);
    }

    [Fact]
    public async Task Download_Offline_NamesFileUrlAndFolder()
    {
        using var downloader = new CheckpointDownloader(Options() with { Offline = true });

        SenetException error = await Assert.ThrowsAsync<SenetException>(() => downloader.DownloadAsync(Checkpoint(), _target));

        Assert.Equal(
            $"test-net: net.pth is not here, and nothing is downloaded offline; download {_server.Address}/files/net.pth elsewhere and put it into {Path.GetDirectoryName(_target)} as net.pth",
            error.Message);
        Assert.Empty(_server.Requests);
        File.WriteAllBytes(_target, _content);
        Assert.Equal(0, (await downloader.DownloadAsync(Checkpoint(), _target)).Received);
    }

    [Fact]
    public async Task Download_NoSuchHost_SaysWhatToDoWithoutANetwork()
    {
        string error = await FailAsync(Checkpoint() with { Url = new("http://host.invalid/net.pth"), PublishedSize = "107 M" });

        Assert.Equal(
            $"http://host.invalid/net.pth: the host cannot be found; without a network, download http://host.invalid/net.pth elsewhere and put it into {Path.GetDirectoryName(_target)} as net.pth (107 M)",
            error);
    }

    [Fact]
    public async Task Download_NobodyListens_IsRetriedAndExplained()
    {
        string address = _server.Address;
        _server.Dispose();

        string error = await FailAsync(Checkpoint() with { Url = new($"{address}/net.pth") }, attempts: 2);

        Assert.Contains(": no connection: ", error, StringComparison.Ordinal);
        Assert.Contains(", in 2 attempts; without a network, download ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_OnlyByHand_NamesPageFileAndFolder()
    {
        string error = await FailAsync(Checkpoint() with { Url = null, Page = "https://drive.example/view" });

        Assert.Equal(
            $"test-net: can only be downloaded by hand: open https://drive.example/view (the link is from https://github.com/someone/nets) and put the file into {Path.GetDirectoryName(_target)} as net.pth",
            error);
    }

    [Fact]
    public async Task Download_Zipped_IsUnpackedAndChecked()
    {
        _server.Content = Zip("net.pth");
        _server.Special = (number, _) => number == 0 ? new(CutAfter: Cut) : null;

        DownloadResult result = await DownloadAsync(Zipped());

        Assert.Equal(new DownloadResult(_target, Length, Hash(_content), _server.Content.Length), result);
        Assert.Equal($"bytes={Cut}-", _server.Requests[1].Range);
        AssertOnlyTheFile();
        Assert.Equal(0, (await DownloadAsync(Zipped())).Received);
    }

    [Theory]
    [InlineData("other.pth", "there is no net.pth in the archive")]
    [InlineData("net.pth", "its SHA-1 is ")]
    [InlineData(null, "")]
    public async Task Download_ZippedSomethingElse_IsRefused(string? entry, string expected)
    {
        _server.Content = entry is null ? _content : Zip(entry);

        string error = await FailAsync(Zipped() with { Sha1 = new string('0', 40) });

        Assert.Contains($"not the file that is published: {expected}", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_target));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(_target)!), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Download_DefaultProxy_IsUsed()
    {
        IWebProxy before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new ProxyFor("through-the-proxy.invalid", new(_server.Address));
        try
        {
            await DownloadAsync(Checkpoint() with { Url = new("http://through-the-proxy.invalid/net.pth") });
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Equal("http://through-the-proxy.invalid/net.pth", Assert.Single(_server.Requests).Target);
        AssertOnlyTheFile();
    }

    [Fact]
    public async Task Download_FolderCannotBeCreatedOrWritten_IsOneLine()
    {
        File.WriteAllText(_folder["file"], "");
        using var downloader = new CheckpointDownloader(Options());
        SenetException error = await Assert.ThrowsAsync<SenetException>(() => downloader.DownloadAsync(Checkpoint(), Path.Combine(_folder["file"], "net.pth")));
        Assert.StartsWith($"{_folder["file"]}: cannot be written: ", error.Message, StringComparison.Ordinal);

        Directory.CreateDirectory(Part);
        Assert.Equal($"{Part}: cannot be written: it is a folder; give the name of a file", await FailAsync(Checkpoint()));
    }

    [Fact]
    public async Task Download_DiskIsFull_IsOneLine()
    {
        // Writing to this device always fails for want of space.
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/dev/full"), "/dev/full");
        File.CreateSymbolicLink(Part, "/dev/full");

        string error = await FailAsync(Checkpoint());

        Assert.Matches($@"^{Regex.Escape(Part)}: cannot be written: the disk is full( \([0-9.]+ MB free\))?; free some space and try again$", error);
    }

    [Fact]
    public async Task Download_PartIsALinkToNothing_Ends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        File.CreateSymbolicLink(Part, _folder["nothing"]);

        Assert.Equal($"{Part}: can neither be opened nor created; delete it", await FailAsync(Checkpoint()));
    }

    [Fact]
    public async Task Download_FolderIsWriteProtected_IsOneLine()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            Assert.Skip("Unix file modes, which do not bind root");
            return;
        }
        string folder = Path.GetDirectoryName(_target)!;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        string error = await FailAsync(Checkpoint());

        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal($"{Part}: cannot be written: permission denied", error);
    }

    static byte[] Bytes(int seed, int length)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        // As a pickle begins.
        bytes[0] = 0x80;
        return bytes;
    }

    static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    static DownloadOptions Options(int attempts = 4, double stall = 20) => new() { Attempts = attempts, StallTimeout = TimeSpan.FromSeconds(stall), FirstDelay = TimeSpan.FromMilliseconds(10) };

    static async Task WaitAsync(Func<bool> condition)
    {
        for (int i = 0; !condition(); i++)
        {
            Assert.True(i < 1000, "waited in vain");
            await Task.Delay(10);
        }
    }

    PublishedCheckpoint Checkpoint() => new()
    {
        Name = "test-net",
        Architecture = "se-resnet-50",
        Origin = "someone/nets",
        PublishedAs = "net",
        FileName = "net.pth",
        Url = new($"{_server.Address}/files/net.pth"),
        Bytes = Length,
        Sha256 = Hash(_content)[..8],
    };

    PublishedCheckpoint Zipped() => Checkpoint() with { IsZipped = true, Sha256 = null, Sha1 = Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.SHA1, _content)) };

    byte[] Zip(string entry)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream content = zip.CreateEntry(entry).Open();
            content.Write(_content);
        }
        return stream.ToArray();
    }

    async Task<DownloadResult> DownloadAsync(PublishedCheckpoint checkpoint, int attempts = 4, double stall = 20)
    {
        using var downloader = new CheckpointDownloader(Options(attempts, stall));
        return await downloader.DownloadAsync(checkpoint, _target, _progress.Add);
    }

    async Task<string> FailAsync(PublishedCheckpoint checkpoint, int attempts = 4) =>
        (await Assert.ThrowsAsync<SenetException>(() => DownloadAsync(checkpoint, attempts))).Message;

    void AssertOnlyTheFile()
    {
        Assert.Equal([_target], Directory.GetFiles(Path.GetDirectoryName(_target)!));
        Assert.Equal(_content, File.ReadAllBytes(_target));
    }

    /// <summary>A proxy for one host, so that other tests of this process are not disturbed.</summary>
    sealed class ProxyFor(string host, Uri proxy) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => proxy;

        public bool IsBypassed(Uri destination) => destination.Host != host;
    }
}
