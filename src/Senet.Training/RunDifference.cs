using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Senet.Training;

/// <summary>A value of two runs that differs.</summary>
/// <param name="Name">Path in <c>recipe.json</c>, such as <c>recipe.learningRate</c>.</param>
/// <param name="First">The value of the first, or of the saved run; <c>none</c> where there is none.</param>
/// <param name="Second">The value of the second, or the one asked for.</param>
public sealed record RunDifference(string Name, string First, string Second)
{
    // What a run is made with, where it stands and what it writes down do not change what it computes.
    static readonly string[] Apart = ["producer", "log", "keepStates", "forced"];

    static readonly RunJsonContext Json = new(new JsonSerializerOptions(RunJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Everything in which two runs differ, except for the version that wrote them and for what they write down.</summary>
    public static IReadOnlyList<RunDifference> Between(RunDescription first, RunDescription second)
    {
        var differences = new List<RunDifference>();
        Compare("", Node(first), Node(second), differences);
        return differences;
    }

    /// <summary>The names that differences can have, and the groups that they are in.</summary>
    internal static IReadOnlySet<string> Names(RunDescription run)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Add("", Node(run));
        return names;

        void Add(string path, JsonNode? node)
        {
            if (path.Length > 0)
                names.Add(path);
            if (node is not JsonObject members)
                return;
            foreach ((string name, JsonNode? value) in members)
                Add(Join(path, name), value);
        }
    }

    /// <summary>Whether this is the difference, or one of the group, that <paramref name="name"/> names.</summary>
    internal bool IsIn(string name) => Name == name || Name.StartsWith(name + ".", StringComparison.Ordinal);

    static JsonObject Node(RunDescription run)
    {
        JsonObject node = JsonSerializer.SerializeToNode(run, Json.RunDescription)!.AsObject();
        foreach (string name in Apart)
            node.Remove(name);
        return node;
    }

    static void Compare(string path, JsonNode? first, JsonNode? second, List<RunDifference> differences)
    {
        if (first is JsonObject left && second is JsonObject right)
        {
            foreach (string name in left.Select(member => member.Key).Union(right.Select(member => member.Key)))
                Compare(Join(path, name), left[name], right[name], differences);
            return;
        }
        if (!JsonNode.DeepEquals(first, second))
            differences.Add(new(path, Text(first), Text(second)));
    }

    static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    static string Text(JsonNode? node) => node?.ToJsonString(Json.Options).Trim('"').ReplaceLineEndings("").Replace("  ", "", StringComparison.Ordinal) ?? "none";
}
