namespace Senet.Weights;

/// <summary>The state of a download.</summary>
/// <param name="Bytes">Bytes of the file that are here, those of earlier attempts and runs included.</param>
/// <param name="Total">Bytes of the whole file; null where the server does not say.</param>
/// <param name="Message">Something for the user to read, such as why there is a new attempt; mostly null.</param>
public sealed record DownloadProgress(long Bytes, long? Total, string? Message = null);
