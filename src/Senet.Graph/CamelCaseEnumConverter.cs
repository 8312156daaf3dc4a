using System.Text.Json;
using System.Text.Json.Serialization;

namespace Senet.Graph;

/// <summary>Writes an enumeration into JSON files as camel-case text; numbers are refused on reading.</summary>
/// <typeparam name="TEnum">The enumeration, which names this converter in its own attribute.</typeparam>
public sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
