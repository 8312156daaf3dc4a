using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Senet.Data;

/// <summary>Writes the manifest's lines without reflection.</summary>
[JsonSerializable(typeof(JsonObject))]
sealed partial class QuarantineJsonContext : JsonSerializerContext;
