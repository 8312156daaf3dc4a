namespace Senet.Data;

/// <summary>The changes that RandAugment and TrivialAugment choose from, in the order of torchvision's tables, and Invert, which those lack.</summary>
enum ImageChange
{
    Identity,
    ShearX,
    ShearY,
    TranslateX,
    TranslateY,
    Rotate,
    Brightness,
    Color,
    Contrast,
    Sharpness,
    Posterize,
    Solarize,
    AutoContrast,
    Equalize,
    Invert,
}
