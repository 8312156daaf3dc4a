using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// The evaluation input: torchvision's Resize(short side), CenterCrop, ToTensor, Normalize on Pillow images, to the bit. It
/// draws no random numbers.
/// </summary>
public sealed class EvaluationTransform : PixelTransform
{
    /// <summary>Creates the transform.</summary>
    /// <param name="preprocessing">Sizes, filter and normalisation of the model.</param>
    /// <exception cref="ArgumentException">Mean or Std has not one number per channel, or a size is less than 1.</exception>
    public EvaluationTransform(Preprocessing preprocessing)
        : base(preprocessing)
    {
    }

    private protected override void FillPixels(ImagePixels image, ref SampleRandom random, Span<byte> hwc) => ResizeAndCropCentre(image, hwc);
}
