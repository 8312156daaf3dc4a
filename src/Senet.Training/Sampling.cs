using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Training;

/// <summary>Which images an epoch visits.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Sampling>))]
public enum Sampling
{
    /// <summary>Every image once, in random order.</summary>
    Shuffled,

    /// <summary>As many images, each class equally often; see <see cref="Data.LoaderOptions.Balanced"/>.</summary>
    Balanced,
}
