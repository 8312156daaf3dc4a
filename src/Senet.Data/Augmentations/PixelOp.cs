namespace Senet.Data;

/// <summary>A change of one image's 8 bit pixels, at the input's size, between the flip and the normalisation.</summary>
public abstract record PixelOp : AugmentationOp
{
    private protected PixelOp()
    {
    }

    /// <summary>Changes an image in place. Scratch memory is pooled; nothing is allocated per image.</summary>
    /// <param name="image">Overwritten.</param>
    /// <param name="random">Source of all randomness; advanced by what is drawn.</param>
    public abstract void Apply(PixelSpan image, ref SampleRandom random);
}
