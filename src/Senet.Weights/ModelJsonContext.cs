using System.Text.Json.Serialization;

namespace Senet.Weights;

/// <summary>
/// JSON of the model description, generated at build. An option this version does not know is an error, because leaving it
/// out would build another network.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ModelDescription))]
sealed partial class ModelJsonContext : JsonSerializerContext;
