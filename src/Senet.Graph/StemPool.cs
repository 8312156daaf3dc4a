using System.Text.Json.Serialization;

namespace Senet.Graph;

/// <summary>Padding rule of the 3x3 stride-2 max-pooling behind the stem; both give 56x56 for 112x112.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<StemPool>))]
public enum StemPool
{
    /// <summary>No padding, output size rounded up, as in Caffe and the authors' release.</summary>
    CeilMode,

    /// <summary>One pixel of padding, output size rounded down, as in torchvision and timm's resnet.</summary>
    Padded,
}
