using System.Text.Json.Serialization;
using Senet.Data;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Training;

/// <summary>JSON of the run folder, generated at build; enumerations are camel-case text.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters =
    [
        typeof(CamelCaseEnum<Interpolation>),
        typeof(CamelCaseEnum<BottleneckStride>),
        typeof(CamelCaseEnum<StemPool>),
        typeof(CamelCaseEnum<ShortcutKind>),
        typeof(CamelCaseEnum<SeRounding>),
        typeof(CamelCaseEnum<SqueezeOperator>),
        typeof(CamelCaseEnum<ExcitationGate>),
        typeof(CamelCaseEnum<CropMode>),
        typeof(CamelCaseEnum<ScheduleKind>),
        typeof(CamelCaseEnum<BadImagePolicy>),
    ])]
[JsonSerializable(typeof(RunDescription))]
[JsonSerializable(typeof(RunState))]
sealed partial class RunJsonContext : JsonSerializerContext;
