using System.Text.Json.Serialization;

namespace Senet.Graph;

/// <summary>How a squeeze-and-excitation block summarises a channel's H x W values (arXiv:1709.01507, Tables 11 and 16).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SqueezeOperator>))]
public enum SqueezeOperator
{
    /// <summary>Global average pooling, the paper's choice (equation 2).</summary>
    Average,

    /// <summary>Global maximum.</summary>
    Max,

    /// <summary>
    /// No squeeze: the excitation's layers run as 1x1 convolutions on every pixel, so that the gate differs from pixel to pixel
    /// (the paper's NoSqueeze, Table 16; same parameters, H * W times the multiply-accumulates).
    /// </summary>
    None,
}
