using System.Text.Json.Serialization;

namespace Senet.Graph;

/// <summary>Where a squeeze-and-excitation block sits in a residual block (arXiv:1709.01507, section 6.5, Figure 5, Tables 14 and 15).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SePlacement>))]
public enum SePlacement
{
    /// <summary>On the residual branch, before the addition: the paper's choice.</summary>
    Standard,

    /// <summary>SE-PRE: in front of the residual branch; the shortcut keeps the block's input as it is.</summary>
    Pre,

    /// <summary>SE-POST: behind the addition and its ReLU.</summary>
    Post,

    /// <summary>SE-Identity: on the shortcut, beside the residual branch; behind the projection where there is one.</summary>
    Identity,

    /// <summary>SE_3x3: inside the residual branch, behind the 3x3 convolution's batch normalisation (the first 3x3 of a basic block).</summary>
    Inside3x3,
}
