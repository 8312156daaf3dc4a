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
        exception is IOException or UnauthorizedAccessException or NotSupportedException or SecurityException;

    /// <summary>The error for a file that could not be read.</summary>
    public static SenetException Reading(string path, Exception cause) => new($"{path}: cannot be read: {Reason(path, cause)}", cause);

    /// <summary>The error for a file that could not be written.</summary>
    public static SenetException Writing(string path, Exception cause) => new($"{path}: cannot be written: {Reason(path, cause)}", cause);

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

    static string Reason(string path, Exception cause) => cause switch
    {
        _ when Directory.Exists(path) => "it is a folder; give the name of a file",
        FileNotFoundException => "no such file",
        DirectoryNotFoundException => "its folder does not exist",
        UnauthorizedAccessException => "permission denied",
        _ when IsDiskFull(cause) => "the disk is full; free some space and try again",
        _ when cause.HResult == 30 && !OperatingSystem.IsWindows() => "the file system is read-only; choose another folder",
        _ => OneLine(cause.Message),
    };

    // On Unix an IOException's HResult is errno: ENOSPC 28, EDQUOT 122 (Linux) or 69 (macOS).
    static bool IsDiskFull(Exception cause) => OperatingSystem.IsWindows()
        ? (cause.HResult & 0xFFFF) is 0x70 or 0x27
        : cause.HResult == 28 || cause.HResult == (OperatingSystem.IsMacOS() ? 69 : 122);
}
