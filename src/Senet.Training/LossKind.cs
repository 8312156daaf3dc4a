using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Training;

/// <summary>What training minimises.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LossKind>))]
public enum LossKind
{
    /// <summary>Cross-entropy of the softmax over all classes.</summary>
    CrossEntropy,

    /// <summary>Binary cross-entropy of every class's own sigmoid, the mean over images and classes.</summary>
    BinaryCrossEntropy,
}
