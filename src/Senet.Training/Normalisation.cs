using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Training;

/// <summary>What is done to pixel values before they enter a network that starts from random weights.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Normalisation>))]
public enum Normalisation
{
    /// <summary>Less the mean, divided by the standard deviation, of each channel.</summary>
    MeanAndDeviation,

    /// <summary>Values 0..255 less the mean of each channel: the paper's mean subtraction (section 5.1), at the scale of the released models.</summary>
    Mean,
}
