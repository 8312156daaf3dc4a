using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Onnx;

/// <summary>JSON of a file's metadata, generated at build; spelled as in a model file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Preprocessing))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
sealed partial class OnnxJsonContext : JsonSerializerContext;
