using System.IO.Compression;
using System.Security.Cryptography;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Cli.Quickstart;

/// <summary>Finds Fashion-MNIST (Xiao et al., arXiv:1708.07747) on this machine, or downloads it into the cache.</summary>
static class FashionMnist
{
    /// <summary>The environment variable that names a folder of data sets.</summary>
    public const string Variable = "SENET_DATA";

    const string Name = "fashion-mnist";
    const int MostBytes = 64 << 20;

    static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(5);
    static readonly TimeSpan s_fileTimeout = TimeSpan.FromMinutes(2);

    static readonly string[] s_mirrors =
    [
        "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/",
        "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
    ];

    // SHA-256 of the IDX contents: the .gz files around them differ from one distribution to the next.
    static readonly (string File, string Sha256)[] s_files =
    [
        ("train-images-idx3-ubyte", "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
        ("train-labels-idx1-ubyte", "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
        ("t10k-images-idx3-ubyte", "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
        ("t10k-labels-idx1-ubyte", "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
    ];

    /// <summary>The folders looked at, in order, and whether they hold the data set.</summary>
    public static IEnumerable<(string Folder, bool Present)> Locations() => Folders().Select(folder => (folder, IsPresent(folder)));

    /// <summary>The first folder that holds the data set, or null.</summary>
    public static string? Find() => Folders().FirstOrDefault(IsPresent);

    /// <summary>Downloads the data set into the cache.</summary>
    /// <returns>Its folder; null when no mirror can be reached or none has the files.</returns>
    /// <param name="report">Receives a line for the user.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    public static string? Download(Action<string> report, CancellationToken cancellationToken)
    {
        try
        {
            string folder = Path.Combine(SenetCache.Folder, Name);
            Directory.CreateDirectory(folder);
            using var handler = new SocketsHttpHandler { ConnectTimeout = s_connectTimeout };
            using var client = new HttpClient(handler) { Timeout = s_fileTimeout, MaxResponseContentBufferSize = MostBytes };
            return s_mirrors.Any(mirror => DownloadFrom(client, mirror, folder, report, cancellationToken)) ? folder : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SenetException)
        {
            report($"the download cannot be stored: {error.Message}");
            return null;
        }
    }

    /// <summary>Whether <paramref name="contents"/> is the IDX file of that name.</summary>
    internal static bool IsGenuine(string file, ReadOnlySpan<byte> contents) =>
        Convert.ToHexStringLower(SHA256.HashData(contents)) == s_files.Single(known => known.File == file).Sha256;

    static bool DownloadFrom(HttpClient client, string mirror, string folder, Action<string> report, CancellationToken cancellationToken)
    {
        try
        {
            foreach ((string file, _) in s_files)
            {
                string target = Path.Combine(folder, file + ".gz");
                if (File.Exists(target))
                    continue;
                report($"downloading {mirror}{file}.gz");
                byte[] compressed = client.GetByteArrayAsync(new Uri($"{mirror}{file}.gz"), cancellationToken).GetAwaiter().GetResult();
                if (!IsGenuine(file, Decompress(compressed)))
                {
                    report($"{mirror}{file}.gz: not the file it should be (its SHA-256 differs); not used");
                    return false;
                }
                AtomicFile.Write(target, stream => stream.Write(compressed));
            }
            return true;
        }
        catch (Exception error) when (error is HttpRequestException or InvalidDataException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            report($"{new Uri(mirror).Host}: {(error is OperationCanceledException ? "no answer in time" : error.Message.ReplaceLineEndings(" "))}");
            return false;
        }
    }

    static byte[] Decompress(byte[] compressed)
    {
        using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var contents = new MemoryStream();
        gzip.CopyTo(contents);
        return contents.ToArray();
    }

    static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } data)
            yield return Path.Combine(data, Name);
        // Where Debian's and Ubuntu's package dataset-fashion-mnist puts it.
        if (OperatingSystem.IsLinux())
            yield return "/usr/share/datasets/fashion-mnist";
        if (CacheFolder() is { } cache)
            yield return Path.Combine(cache, Name);
    }

    static string? CacheFolder()
    {
        try
        {
            return SenetCache.Folder;
        }
        catch (SenetException)
        {
            // A user without a home folder has no cache.
            return null;
        }
    }

    static bool IsPresent(string folder) =>
        s_files.All(known => File.Exists(Path.Combine(folder, known.File)) || File.Exists(Path.Combine(folder, known.File + ".gz")));
}
