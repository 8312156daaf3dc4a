using System.Globalization;
using Senet.Data;

namespace Senet.Cli;

/// <summary>What happens to training images, in words.</summary>
static class AugmentationText
{
    public static string Line(Augmentation augmentation)
    {
        string crop = augmentation.Crop switch
        {
            CropMode.RandomResized => string.Create(
                CultureInfo.InvariantCulture,
                $"crop of {100 * augmentation.ScaleMin:G4} to {100 * augmentation.ScaleMax:G4} % of the area, aspect {augmentation.RatioMin:G3} to {augmentation.RatioMax:G3}"),
            CropMode.PadAndCrop => string.Create(CultureInfo.InvariantCulture, $"padded by {augmentation.Padding}, cropped at random"),
            CropMode.RandomCrop => string.Create(CultureInfo.InvariantCulture, $"short side resized, padded by {augmentation.Padding}, cropped at random"),
            _ => "cropped as in evaluation",
        };
        return $"{crop}{(augmentation.Flip ? ", mirror" : "")}{(augmentation.Ops.Count > 0 ? $", {augmentation.Ops.ToString().Replace(",", ", ", StringComparison.Ordinal)}" : "")}";
    }
}
