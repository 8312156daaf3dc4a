namespace Senet.Weights;

/// <summary>An attempt to download that failed; the message says how, without the URL.</summary>
/// <param name="reason">What went wrong, on one line.</param>
/// <param name="isTransient">Whether another attempt may succeed.</param>
/// <param name="cause">The error behind it.</param>
sealed class DownloadFailure(string reason, bool isTransient, Exception? cause = null) : Exception(reason, cause)
{
    /// <summary>Whether another attempt may succeed.</summary>
    public bool IsTransient { get; } = isTransient;

    /// <summary>Whether no server was reached at all.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>The pause that the server asks for.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
