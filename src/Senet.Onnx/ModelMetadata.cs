using System.Text.Encodings.Web;
using System.Text.Json;
using Senet.Graph;
using Senet.Onnx.Schema;

namespace Senet.Onnx;

/// <summary>What a file says of itself beside the network: architecture, class names, preprocessing.</summary>
static class ModelMetadata
{
    // Relaxed escaping keeps class names readable; the JSON never lands in HTML.
    static readonly OnnxJsonContext Json = new(new JsonSerializerOptions(OnnxJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static IEnumerable<StringStringEntryProto> Create(NetworkGraph graph, OnnxExportOptions options)
    {
        yield return new() { Key = "architecture", Value = graph.Name };
        if (options.Classes.Count > 0)
            yield return new() { Key = "classes", Value = JsonSerializer.Serialize(options.Classes, Json.IReadOnlyListString) };
        if (options.Preprocessing is { } preprocessing)
            yield return new() { Key = "preprocessing", Value = JsonSerializer.Serialize(preprocessing, Json.Preprocessing) };
    }
}
