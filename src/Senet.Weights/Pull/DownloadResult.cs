namespace Senet.Weights;

/// <summary>A checkpoint that is here.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256 in lower-case hexadecimal digits.</param>
/// <param name="Received">Bytes that this call transferred; fewer than <paramref name="Bytes"/> where an earlier download was continued, 0 where the file was here.</param>
public sealed record DownloadResult(string Path, long Bytes, string Sha256, long Received);
