using System.Text.Json;
using System.Text.Json.Nodes;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// Fills in what a file of an older version does not say. Generated serialisers leave absent init-only members at zero or
/// null instead of their initial values, which would build another network than the one the file was written for.
/// </summary>
static class JsonDefaults
{
    // An absent "se" means none, not the default block; the others are required, and their absence is an error of its own.
    static readonly string[] NeverFilled = ["se", "options", "preprocessing", "recipe"];

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The members of <paramref name="json"/>, and those of <paramref name="defaults"/> that it lacks, at every depth that both have.</summary>
    /// <exception cref="JsonException">The text is not JSON, or names a member twice.</exception>
    public static JsonNode? Complete(string json, JsonObject defaults)
    {
        JsonNode? node = JsonNode.Parse(json, documentOptions: Strict);
        if (node is JsonObject target)
            Complete(target, defaults);
        return node;
    }

    /// <summary>The defaults of a model description.</summary>
    public static JsonObject OfModel() => new()
    {
        ["options"] = JsonSerializer.SerializeToNode(new NetworkOptions { Se = new() }, ModelJsonContext.Default.NetworkOptions),
        ["preprocessing"] = JsonSerializer.SerializeToNode(new Preprocessing(), ModelJsonContext.Default.Preprocessing),
        ["training"] = new JsonObject(),
    };

    static void Complete(JsonObject target, JsonObject defaults)
    {
        foreach ((string name, JsonNode? value) in defaults)
        {
            if (target[name] is JsonObject inner && value is JsonObject innerDefaults)
                Complete(inner, innerDefaults);
            else if (!target.ContainsKey(name) && !NeverFilled.Contains(name))
                target[name] = value?.DeepClone();
        }
    }
}
