using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Training;

/// <summary>How the learning rate changes over a run.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ScheduleKind>))]
public enum ScheduleKind
{
    /// <summary>Multiplied by <see cref="Recipe.StepFactor"/> every <see cref="Recipe.StepEpochs"/> epochs, as in the paper (section 5.1).</summary>
    Step,

    /// <summary>Half a cosine from the full rate to <see cref="Recipe.EndLearningRate"/> at the last step.</summary>
    Cosine,

    /// <summary>A cosine up from 1/25 of the full rate until <see cref="Recipe.OneCyclePeak"/>, then a cosine down to nearly zero.</summary>
    OneCycle,

    /// <summary>Multiplied by <see cref="Recipe.StepFactor"/> at each of <see cref="Recipe.Milestones"/>.</summary>
    MultiStep,

    /// <summary>
    /// Multiplied by <see cref="Recipe.StepFactor"/>, but not below <see cref="Recipe.EndLearningRate"/>, when the validation loss has not
    /// improved for more than <see cref="Recipe.PlateauPatience"/> epochs.
    /// </summary>
    Plateau,

    /// <summary>The full rate times (1 - progress) to the power of <see cref="Recipe.PolyPower"/>, down to <see cref="Recipe.EndLearningRate"/>.</summary>
    Poly,
}
