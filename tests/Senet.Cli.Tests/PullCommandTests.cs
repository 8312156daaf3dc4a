using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Senet.Tests;

public sealed class PullCommandTests : IDisposable
{
    const string Resnet20 = "resnet20-12fca82f.th";

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pull_NoName_ListsTheCheckpoints()
    {
        string[] lines = CommandLine.Succeed("pull").ReplaceLineEndings("\n").Split('\n');

        Assert.Contains(lines, line => Matches(line, "cadene-se-resnet-50 se-resnet-50 Cadene/pretrained-models.pytorch - 77.64 -"));
        Assert.Contains(lines, line => Matches(line, "akamaster-resnet-20 resnet-20 akamaster/pytorch_resnet_cifar10 1.0 MB 91.73 BSD-2-Clause"));
        Assert.Contains(lines, line => Matches(line, "caffe-senet-154 senet-154 hujie-frank/SENet (by hand) 440 M 81.32 -"));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 140));
    }

    [Fact]
    public void Pull_Json_HasEverythingThatIsPublished()
    {
        using JsonDocument json = JsonDocument.Parse(CommandLine.Succeed("pull", "--json"));
        JsonElement One(string name) => json.RootElement.EnumerateArray().Single(checkpoint => checkpoint.GetProperty("name").GetString() == name);

        Assert.Equal("http://data.lip6.fr/cadene/pretrainedmodels/senet154-c7b49a05.pth", One("cadene-senet-154").GetProperty("url").GetString());
        Assert.Equal("c7b49a05", One("cadene-senet-154").GetProperty("sha256").GetString());
        Assert.Equal("bicubic", One("timm-se-resnet-50-a1").GetProperty("interpolation").GetString());
        Assert.Equal(JsonValueKind.Null, One("caffe-senet-154").GetProperty("url").ValueKind);
        Assert.Equal(InCulture.Run("de-DE", () => CommandLine.Succeed("pull", "--json")), CommandLine.Succeed("pull", "--json"));
    }

    [Theory]
    [InlineData(1, "there is no published checkpoint \"cadene-se-resnet-51\"; the nearest are cadene-se-resnet-50, ", "pull", "cadene-se-resnet-51")]
    [InlineData(1, "'senet-154' may be any of cadene-senet-154, ", "pull", "senet-154")]
    [InlineData(1, "mirror \"nowhere\": expected a URL that begins with http:// or https://", "pull", "cadene-senet-154", "--mirror", "nowhere", "--output", "no-such-file")]
    [InlineData(2, "--offline: give the NAME of a checkpoint too", "pull", "--offline")]
    public void Pull_WrongArguments_AreOneLine(int exitCode, string expected, params string[] args)
    {
        CommandLine run = CommandLine.Run(args);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith($"senet: error: {expected}", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("cadene-senet-154", "nothing is downloaded offline; download http://data.lip6.fr/cadene/pretrainedmodels/senet154-c7b49a05.pth elsewhere and put it into {0} as senet154-c7b49a05.pth")]
    [InlineData("caffe-senet-154", "by hand: open https://drive.google.com/file/d/0BwHV3BlNKkWlbTFZbzFTSXBUTUE/view (the link is from https://github.com/hujie-frank/SENet) and put the file into {0} as SENet-154.caffemodel")]
    public void Pull_OfflineOrByHand_SaysWhatToPutWhere(string name, string expected)
    {
        CommandLine run = CommandLine.Run("pull", name, "--offline", "--output", _folder.Path + "/");

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith(string.Format(CultureInfo.InvariantCulture, expected, _folder.Path), run.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pull_FromAMirror_StoresTheFileAndNamesTheNextCommand()
    {
        byte[] weights = File.ReadAllBytes(SharedFiles.Shared("reference/checkpoints/" + Resnet20));
        using Server server = new(weights);
        string path = Path.Combine(_folder.Path, Resnet20);

        string output = CommandLine.Succeed("pull", "akamaster-resnet-20", "--mirror", server.Address, "--output", _folder.Path);

        Assert.Equal($"{path}\nnext: senet convert {path}\n", output.ReplaceLineEndings("\n"));
        Assert.Equal(weights, File.ReadAllBytes(path));
        Assert.Equal(["/akamaster/pytorch_resnet_cifar10/raw/master/pretrained_models/" + Resnet20], server.Requests);
        using JsonDocument again = JsonDocument.Parse(CommandLine.Succeed("pull", "resnet20", "--offline", "--output", path, "--json"));
        Assert.Equal(0, again.RootElement.GetProperty("received").GetInt64());
        Assert.StartsWith("12fca82f", again.RootElement.GetProperty("sha256").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pull_ProxyVariableAndCacheVariable_AreHonoured()
    {
        using Server proxy = new([0x80, 2, 3]);

        (int exitCode, string output, string error) = RunProcess("http_proxy", proxy.Address, "pull", "cadene-se-resnet-50");

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("senet: error: http://data.lip6.fr/cadene/pretrainedmodels/se_resnet50-ce0d4300.pth: not the file that is published: its SHA-256 is ", error, StringComparison.Ordinal);
        Assert.Equal(["/cadene/pretrainedmodels/se_resnet50-ce0d4300.pth"], proxy.Requests);
        Assert.False(File.Exists(_folder["cache/models/se_resnet50-ce0d4300.pth"]));
        Assert.True(Directory.Exists(_folder["cache/models"]));
    }

    (int ExitCode, string Output, string Error) RunProcess(string variable, string value, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Senet.Cli.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in new[] { "NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy" })
            start.Environment.Remove(name);
        start.Environment[variable] = value;
        start.Environment["SENET_CACHE"] = Path.Combine(_folder.Path, "cache");
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    static bool Matches(string line, string cells) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) == cells;

    /// <summary>Answers every request, a proxy's included, with the same bytes.</summary>
    sealed class Server : IDisposable
    {
        readonly HttpListener _listener = new();
        readonly List<string> _requests = [];

        public Server(byte[] content)
        {
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
            }
            // Requests to a proxy carry the name of the host that is meant.
            _listener.Prefixes.Add(Address.Replace("127.0.0.1", "*", StringComparison.Ordinal) + "/");
            _listener.Start();
            _ = ServeAsync(content);
        }

        public string Address { get; }

        public IReadOnlyList<string> Requests
        {
            get
            {
                lock (_requests)
                    return [.. _requests];
            }
        }

        public void Dispose() => _listener.Close();

        async Task ServeAsync(byte[] content)
        {
            try
            {
                while (true)
                {
                    HttpListenerContext context = await _listener.GetContextAsync();
                    lock (_requests)
                        _requests.Add(context.Request.Url!.AbsolutePath);
                    context.Response.ContentLength64 = content.Length;
                    await context.Response.OutputStream.WriteAsync(content);
                    context.Response.Close();
                }
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                // Disposed.
            }
        }
    }
}
