using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Data;

/// <summary>How training cuts the network's input out of an image.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CropMode>))]
public enum CropMode
{
    /// <summary>As in evaluation: the short side is resized, the centre is cropped.</summary>
    None,

    /// <summary>A part of random area and aspect ratio, resized to the input: torchvision's RandomResizedCrop (Szegedy et al., arXiv:1409.4842, section 6).</summary>
    RandomResized,

    /// <summary>The image at the input's size, padded with black, cropped at random: the CIFAR recipe (He et al., arXiv:1512.03385, section 4.2).</summary>
    PadAndCrop,

    /// <summary>
    /// As in evaluation, but a random window in place of the centre: torchvision's Resize(short side), then RandomCrop with padding, and
    /// with more on both sides where the image is still smaller (pad_if_needed).
    /// </summary>
    RandomCrop,
}
