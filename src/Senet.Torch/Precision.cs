using System.Text.Json.Serialization;
using Senet.Graph;

#pragma warning disable CA1720 // The members are element types; their .NET names are the clearest ones.

namespace Senet.Torch;

/// <summary>What a network computes in while it trains. Weights, their updates and what is saved are float32 in all cases.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Precision>))]
public enum Precision
{
    /// <summary>Single precision throughout.</summary>
    Float32,

    /// <summary>Feature maps and convolutions in bfloat16, the rest in float32; see <see cref="GraphModule.Precision"/>.</summary>
    [JsonStringEnumMemberName("bfloat16")]
    BFloat16,
}
