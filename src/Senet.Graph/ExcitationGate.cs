using System.Text.Json.Serialization;

namespace Senet.Graph;

/// <summary>Non-linearity behind the second fully connected layer of the excitation (arXiv:1709.01507, Table 12).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ExcitationGate>))]
public enum ExcitationGate
{
    /// <summary>Logistic sigmoid, the paper's choice (equation 3).</summary>
    Sigmoid,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>max(0, x); in the paper it falls below the plain network.</summary>
    Relu,
}
