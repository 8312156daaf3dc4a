using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Senet.Graph;
using Senet.Training;

namespace Senet.Cli;

/// <summary>Compares a saved run with what the command line asks for.</summary>
static class RunDifference
{
    static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Throws when the options given would change the run: half a run with one recipe and half with another is neither.</summary>
    /// <exception cref="SenetException">They would; the message shows every difference.</exception>
    public static void Refuse(string folder, RunDescription saved, Func<RunDescription, RunDescription> wanted)
    {
        var differences = new List<string>();
        Compare("", JsonSerializer.SerializeToNode(saved, s_options), JsonSerializer.SerializeToNode(wanted(saved), s_options), differences);
        if (differences.Count > 0)
            throw new SenetException($"{folder}: the run was started otherwise: {string.Join(", ", differences)}; leave these options out to resume it, or start a new run with --output");
    }

    static void Compare(string path, JsonNode? saved, JsonNode? wanted, List<string> differences)
    {
        if (saved is JsonObject left && wanted is JsonObject right)
        {
            foreach ((string name, JsonNode? value) in left)
                Compare(path.Length == 0 ? name : $"{path}.{name}", value, right[name], differences);
            return;
        }
        if (!JsonNode.DeepEquals(saved, wanted))
            differences.Add(string.Create(CultureInfo.InvariantCulture, $"{path} is {Text(saved)}, not {Text(wanted)}"));
    }

    static string Text(JsonNode? node) => node?.ToJsonString().Trim('"') ?? "none";
}
