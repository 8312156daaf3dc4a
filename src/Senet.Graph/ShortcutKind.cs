using System.Text.Json.Serialization;

namespace Senet.Graph;

/// <summary>What a residual shortcut does where the number of channels or the resolution changes (He et al., arXiv:1512.03385, section 3.3).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ShortcutKind>))]
public enum ShortcutKind
{
    /// <summary>A strided 1x1 convolution and batch normalisation (option B).</summary>
    Projection,

    /// <summary>Every second pixel, missing channels filled with zeros on both sides; no parameters (option A).</summary>
    ZeroPad,

    /// <summary>
    /// A 2x2 average pooling of that stride, then a 1x1 convolution and batch normalisation: the "d" networks of He, T. et al.,
    /// arXiv:1812.01187, and of timm.
    /// </summary>
    AveragePool,
}
