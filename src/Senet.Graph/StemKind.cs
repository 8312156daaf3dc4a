using System.Text.Json.Serialization;

namespace Senet.Graph;

/// <summary>First convolutions of a residual network for ImageNet, all with a total stride of 2 and 64 filters at the end.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<StemKind>))]
public enum StemKind
{
    /// <summary>One 7x7 (He et al., arXiv:1512.03385, Table 1).</summary>
    Conv7x7,

    /// <summary>Three 3x3 of 32, 32 and 64 filters: the "d" networks of He, T. et al., arXiv:1812.01187, and of timm.</summary>
    Deep,

    /// <summary>Three 3x3 of 24, 32 and 64 filters: timm's "t" networks.</summary>
    Tiered,
}
