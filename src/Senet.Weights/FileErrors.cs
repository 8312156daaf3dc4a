using System.Globalization;
using System.Security;
using System.Text;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>Turns errors of the file system into one line for the user.</summary>
static class FileErrors
{
    const int QuotedLength = 100;

    /// <summary>Whether the exception is the file system's, rather than a bug.</summary>
    public static bool IsFileError(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or SecurityException || IsTooLarge(exception);

    /// <summary>The error for a file that could not be read.</summary>
    public static SenetException Reading(string path, Exception cause) => new($"{path}: cannot be read: {Reason(path, cause)}", cause);

    /// <summary>The error for a file that could not be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cause">What the system said.</param>
    /// <param name="needed">Bytes that the file takes; 0 if that is not known.</param>
    public static SenetException Writing(string path, Exception cause, long needed = 0) => new($"{path}: cannot be written: {Reason(path, cause, needed)}", cause);

    /// <summary>Text from a file in double quotes, without control characters, shortened: whatever it holds, the message stays one line.</summary>
    public static string Quote(string text) => $"\"{OneLine(text.Length <= QuotedLength ? text : text[..QuotedLength] + "...")}\"";

    /// <summary>Replaces control characters and line separators by spaces.</summary>
    public static string OneLine(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (char c in text)
            result.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        return result.ToString();
    }

    static string Reason(string path, Exception cause, long needed = 0) => cause switch
    {
        _ when Directory.Exists(path) => "it is a folder; give the name of a file",
        FileNotFoundException => "no such file",
        DirectoryNotFoundException => "its folder does not exist",
        UnauthorizedAccessException => "permission denied",
        _ when IsDiskFull(cause) => $"the disk is full{Space(path, needed)}; free some space and try again",
        _ when IsTooLarge(cause) => $"the file would be larger than is allowed here{Space(path, needed)}; raise the limit (ulimit -f) or choose another folder",
        _ when cause.HResult == 30 && !OperatingSystem.IsWindows() => "the file system is read-only; choose another folder",
        _ => OneLine(cause.Message),
    };

    // .NET's words for EFBIG, which a write gets under a limit on the size of files.
    static bool IsTooLarge(Exception cause) => cause is ArgumentOutOfRangeException { ParamName: "value", Source: "System.Private.CoreLib" };

    static string Space(string path, long needed)
    {
        string free = "";
        try
        {
            free = $"{Megabytes(new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace)} free";
        }
        catch (Exception error) when (IsFileError(error) || error is ArgumentException)
        {
            // A file system that does not say; the message does without.
        }
        string all = string.Join(", ", ((string[])[needed > 0 ? $"{Megabytes(needed)} needed" : "", free]).Where(text => text.Length > 0));
        return all.Length > 0 ? $" ({all})" : "";
    }

    static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:F1} MB");

    // On Unix an IOException's HResult is errno: ENOSPC 28, EDQUOT 122 (Linux) or 69 (macOS).
    static bool IsDiskFull(Exception cause) => OperatingSystem.IsWindows()
        ? (cause.HResult & 0xFFFF) is 0x70 or 0x27
        : cause.HResult == 28 || cause.HResult == (OperatingSystem.IsMacOS() ? 69 : 122);
}
