using System.Text.Json;
using System.Text.Json.Serialization;
using Senet.Data;
using Senet.Graph;

namespace Senet.Training;

/// <summary>JSON of the run folder, generated at build; enumerations are camel-case text.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters =
    [
        typeof(CamelCase<Interpolation>),
        typeof(CamelCase<BottleneckStride>),
        typeof(CamelCase<StemPool>),
        typeof(CamelCase<ShortcutKind>),
        typeof(CamelCase<SeRounding>),
        typeof(CamelCase<SqueezeOperator>),
        typeof(CamelCase<ExcitationGate>),
        typeof(CamelCase<CropMode>),
        typeof(CamelCase<ScheduleKind>),
        typeof(CamelCase<BadImagePolicy>),
    ])]
[JsonSerializable(typeof(RunDescription))]
[JsonSerializable(typeof(RunState))]
sealed partial class RunJsonContext : JsonSerializerContext
{
    internal sealed class CamelCase<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
        where TEnum : struct, Enum;
}
