using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Training;

/// <summary>What happens to images that cannot be used.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BadImagePolicy>))]
public enum BadImagePolicy
{
    /// <summary>The run stops before the first epoch and lists them.</summary>
    Stop,

    /// <summary>The run goes on without them; they are listed in the run folder.</summary>
    Skip,
}
