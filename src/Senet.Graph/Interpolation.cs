using System.Text.Json.Serialization;

namespace Senet.Graph;

/// <summary>Resampling filters, with Pillow's names and meaning (antialiased when shrinking, except nearest).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Interpolation>))]
public enum Interpolation
{
    /// <summary>The nearest source pixel.</summary>
    Nearest,

    /// <summary>Mean over the covered source area; support 0.5.</summary>
    Box,

    /// <summary>Triangle filter; support 1.</summary>
    Bilinear,

    /// <summary>Hamming window; support 1.</summary>
    Hamming,

    /// <summary>Cubic convolution with a = -0.5; support 2.</summary>
    Bicubic,

    /// <summary>Windowed sinc; support 3.</summary>
    Lanczos,
}
