using System.Text.Encodings.Web;
using System.Text.Json;

namespace Senet.Cli;

/// <summary>JSON for programs: one document, camel-case names, readable non-ASCII text.</summary>
static class JsonOutput
{
    static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write<T>(TextWriter output, T value) => output.WriteLine(Text(value));

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, s_options);
}
