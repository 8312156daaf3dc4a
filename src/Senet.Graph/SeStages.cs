using System.Text.Json.Serialization;

namespace Senet.Graph;

/// <summary>
/// Stages that have squeeze-and-excitation blocks. Stage 1 is <c>layer1</c> of a residual network, which the paper's Table 13
/// calls stage 2 (it counts the stem); in a VGG stage 1 is the first block of convolutions.
/// </summary>
[Flags]
[JsonConverter(typeof(CamelCaseEnumConverter<SeStages>))]
public enum SeStages
{
    /// <summary>No stage.</summary>
    None = 0,

    /// <summary>The first stage.</summary>
    Stage1 = 1,

    /// <summary>The second stage.</summary>
    Stage2 = 2,

    /// <summary>The third stage.</summary>
    Stage3 = 4,

    /// <summary>The fourth stage, of networks that have as many.</summary>
    Stage4 = 8,

    /// <summary>The fifth stage, of networks that have as many.</summary>
    Stage5 = 16,

    /// <summary>Every stage: the paper's choice.</summary>
    All = 31,
}
