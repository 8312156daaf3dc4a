using System.Text.Json.Serialization;

namespace Senet.Graph;

/// <summary>How C / r becomes a whole squeeze width.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SeRounding>))]
public enum SeRounding
{
    /// <summary>C must be divisible by r; anything else is an error that names the block.</summary>
    Exact,

    /// <summary>Rounded down, at least 1.</summary>
    Floor,

    /// <summary>Rounded to the nearest multiple of 8, at least 8, as timm's resnet family does (64 / 16 gives 8).</summary>
    MultipleOf8,
}
