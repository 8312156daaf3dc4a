namespace Senet.Data;

/// <summary>What the changes do, and how strong they are at each level.</summary>
static class ImageChanges
{
    /// <summary>Changes in the tables of RandAugment and TrivialAugment: those before <see cref="ImageChange.Invert"/>.</summary>
    public const int TableLength = (int)ImageChange.Invert;

    /// <summary>Levels of strength in the tables, torchvision's 31.</summary>
    public const int Levels = 31;

    /// <summary>Whether the magnitude is negated with probability one half.</summary>
    public static bool IsSigned(ImageChange change) => change is >= ImageChange.ShearX and <= ImageChange.Sharpness;

    /// <summary>Whether there are levels.</summary>
    public static bool HasLevels(ImageChange change) => change is >= ImageChange.ShearX and <= ImageChange.Solarize;

    /// <summary>RandAugment's magnitude at a level, 0 .. <see cref="Levels"/> - 1, for an image of this size.</summary>
    public static double RandMagnitude(ImageChange change, int level, int width, int height) => change switch
    {
        ImageChange.ShearX or ImageChange.ShearY => Linear(0.3, level),
        ImageChange.TranslateX => Linear(150.0 / 331 * width, level),
        ImageChange.TranslateY => Linear(150.0 / 331 * height, level),
        ImageChange.Rotate => Linear(30, level),
        ImageChange.Posterize => Bits(4, level),
        ImageChange.Solarize => 255 - Linear(255, level),
        _ => HasLevels(change) ? Linear(0.9, level) : 0,
    };

    /// <summary>TrivialAugment Wide's magnitude at a level.</summary>
    public static double TrivialMagnitude(ImageChange change, int level) => change switch
    {
        ImageChange.TranslateX or ImageChange.TranslateY => Linear(32, level),
        ImageChange.Rotate => Linear(135, level),
        ImageChange.Posterize => Bits(6, level),
        ImageChange.Solarize => 255 - Linear(255, level),
        _ => HasLevels(change) ? Linear(0.99, level) : 0,
    };

    /// <summary>Changes an image in place.</summary>
    /// <param name="change">What to do.</param>
    /// <param name="magnitude">In the unit of the change: a shear factor, pixels, degrees, a factor less 1, bits, a threshold; else unused.</param>
    /// <param name="image">Overwritten.</param>
    public static void Apply(ImageChange change, double magnitude, PixelSpan image)
    {
        switch (change)
        {
            case ImageChange.ShearX:
                PillowOps.ShearX(image, magnitude);
                break;
            case ImageChange.ShearY:
                PillowOps.ShearY(image, magnitude);
                break;
            case ImageChange.TranslateX:
                PillowOps.Translate(image, (int)magnitude, 0);
                break;
            case ImageChange.TranslateY:
                PillowOps.Translate(image, 0, (int)magnitude);
                break;
            case ImageChange.Rotate:
                PillowOps.RotateNearest(image, magnitude);
                break;
            case ImageChange.Brightness:
                PillowOps.Brightness(image, 1 + magnitude);
                break;
            case ImageChange.Color:
                PillowOps.Saturation(image, 1 + magnitude);
                break;
            case ImageChange.Contrast:
                PillowOps.Contrast(image, 1 + magnitude);
                break;
            case ImageChange.Sharpness:
                PillowOps.Sharpness(image, 1 + magnitude);
                break;
            case ImageChange.Posterize:
                PillowOps.Posterize(image, (int)magnitude);
                break;
            case ImageChange.Solarize:
                PillowOps.Solarize(image, magnitude);
                break;
            case ImageChange.AutoContrast:
                PillowOps.AutoContrast(image);
                break;
            case ImageChange.Equalize:
                PillowOps.Equalize(image);
                break;
            case ImageChange.Invert:
                PillowOps.Invert(image);
                break;
        }
    }

    // The nearest float32, the type of torchvision's tables, computed in float64.
    static double Linear(double end, int level) => (float)(end * level / (Levels - 1));

    static double Bits(int lost, int level) => 8 - Math.Round(level * lost / (double)(Levels - 1));
}
