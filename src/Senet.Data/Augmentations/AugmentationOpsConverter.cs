using System.Text.Json;
using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Data;

/// <summary>Writes a list of operations into JSON as the text that <see cref="AugmentationOps.Parse"/> reads.</summary>
public sealed class AugmentationOpsConverter : JsonConverter<AugmentationOps>
{
    /// <inheritdoc/>
    public override AugmentationOps Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return AugmentationOps.Parse(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("expected augmentation operations as text"));
        }
        catch (SenetException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AugmentationOps value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.ToString());
    }
}
