namespace Senet.Cli;

/// <summary>Text that a shell or a table program reads back as one value.</summary>
static class Quoting
{
    /// <summary>A path for a command line that the user can copy.</summary>
    public static string Argument(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is '/' or '\\' or '.' or '-' or '_' or ':' or '+' or '=') ? text : $"\"{text}\"";

    /// <summary>A CSV cell (RFC 4180).</summary>
    public static string Csv(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
