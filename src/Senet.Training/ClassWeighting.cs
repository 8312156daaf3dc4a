using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Training;

/// <summary>How much the images of a class count in the loss.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClassWeighting>))]
public enum ClassWeighting
{
    /// <summary>All images alike.</summary>
    None,

    /// <summary>All classes alike: images / (classes * images of the class), which is 1 in the mean over the images.</summary>
    Balanced,
}
