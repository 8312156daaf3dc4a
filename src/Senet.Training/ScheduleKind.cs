using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Training;

/// <summary>How the learning rate changes over a run.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ScheduleKind>))]
public enum ScheduleKind
{
    /// <summary>Multiplied by <see cref="Recipe.StepFactor"/> every <see cref="Recipe.StepEpochs"/> epochs, as in the paper (section 5.1).</summary>
    Step,

    /// <summary>Half a cosine from the full rate to zero at the last step.</summary>
    Cosine,

    /// <summary>A cosine up from 1/25 of the full rate until <see cref="Recipe.OneCyclePeak"/>, then a cosine down to nearly zero.</summary>
    OneCycle,
}
