using System.Text.Json;
using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// JSON of the model description, generated at build. Enumerations are camel-case text. An option this version does not know
/// is an error, because leaving it out would build another network.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(CamelCaseEnum<Interpolation>),
        typeof(CamelCaseEnum<BottleneckStride>),
        typeof(CamelCaseEnum<StemPool>),
        typeof(CamelCaseEnum<ShortcutKind>),
        typeof(CamelCaseEnum<SeRounding>),
        typeof(CamelCaseEnum<SqueezeOperator>),
        typeof(CamelCaseEnum<ExcitationGate>),
    ])]
[JsonSerializable(typeof(ModelDescription))]
sealed partial class ModelJsonContext : JsonSerializerContext;

/// <summary>An enumeration as camel-case text; numbers are refused.</summary>
sealed class CamelCaseEnum<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
