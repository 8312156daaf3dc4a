using System.Text.Json.Serialization;

namespace Senet.Graph;

/// <summary>Which convolution of a down-sampling bottleneck carries the stride of 2.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BottleneckStride>))]
public enum BottleneckStride
{
    /// <summary>The first 1x1, as in the paper's Caffe networks: 3.860 GMACs for SE-ResNet-50 at 224.</summary>
    Conv1x1,

    /// <summary>The 3x3, as in torchvision and timm: 4.092 GMACs for SE-ResNet-50 at 224.</summary>
    Conv3x3,
}
