using System.Security.Cryptography;

namespace Senet.Inference;

/// <summary>The model file that a compiled plan was made of, to notice when it changes.</summary>
/// <param name="Name">File name, without the folder.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">Last change, in ticks of UTC.</param>
/// <param name="Sha256">Digest of the content, in hexadecimal digits.</param>
public sealed record PlanSource(string Name, long Length, long Modified, string Sha256)
{
    /// <summary>Describes a file as it is now.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PlanSource Of(string path)
    {
        var info = new FileInfo(path);
        using FileStream stream = info.OpenRead();
        return new(info.Name, info.Length, info.LastWriteTimeUtc.Ticks, Convert.ToHexString(SHA256.HashData(stream)));
    }

    /// <summary>Whether a file is still the one described; its content is read only where its time differs and its length does not.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public bool Matches(string path)
    {
        var info = new FileInfo(path);
        if (info.Length != Length)
            return false;
        return info.LastWriteTimeUtc.Ticks == Modified || Of(path).Sha256 == Sha256;
    }
}
