using System.Text.Json.Serialization;

namespace Senet.Training;

/// <summary>JSON of the run folder, generated at build.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RunDescription))]
[JsonSerializable(typeof(RunState))]
[JsonSerializable(typeof(LogOptions))]
sealed partial class RunJsonContext : JsonSerializerContext;
