using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// What training does to an image at random: the crop, the mirror, then <see cref="Ops"/>. The defaults are torchvision's for ImageNet.
/// </summary>
public sealed record Augmentation
{
    /// <summary>How the network's input is cut out of the image.</summary>
    public CropMode Crop { get; init; } = CropMode.RandomResized;

    /// <summary><see cref="CropMode.RandomResized"/>: smallest share of the image's area.</summary>
    public double ScaleMin { get; init; } = 0.08;

    /// <summary><see cref="CropMode.RandomResized"/>: largest share of the image's area.</summary>
    public double ScaleMax { get; init; } = 1.0;

    /// <summary><see cref="CropMode.RandomResized"/>: smallest ratio width / height.</summary>
    public double RatioMin { get; init; } = 3 / 4.0;

    /// <summary><see cref="CropMode.RandomResized"/>: largest ratio width / height.</summary>
    public double RatioMax { get; init; } = 4 / 3.0;

    /// <summary><see cref="CropMode.PadAndCrop"/> and <see cref="CropMode.RandomCrop"/>: black pixels added on each side.</summary>
    public int Padding { get; init; } = 4;

    /// <summary>Mirror left and right with probability one half.</summary>
    public bool Flip { get; init; } = true;

    /// <summary><see cref="CropMode.RandomResized"/>: filter of the resize. The other modes resize as the model's evaluation does.</summary>
    public Interpolation Interpolation { get; init; } = Interpolation.Bilinear;

    /// <summary>Further changes, in order; saved as their text.</summary>
    public AugmentationOps Ops { get; init; } = AugmentationOps.None;
}
