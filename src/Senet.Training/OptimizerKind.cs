using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Training;

/// <summary>How gradients change the weights.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OptimizerKind>))]
public enum OptimizerKind
{
    /// <summary><see cref="SgdOptimizer"/>.</summary>
    Sgd,

    /// <summary><see cref="AdamWOptimizer"/>.</summary>
    AdamW,

    /// <summary><see cref="LambOptimizer"/>.</summary>
    Lamb,
}
