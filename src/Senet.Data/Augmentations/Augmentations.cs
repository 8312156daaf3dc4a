namespace Senet.Data;

/// <summary>Named augmentations.</summary>
public static class Augmentations
{
    /// <summary>The name of <see cref="Released"/> in options.</summary>
    public const string ReleasedName = "released";

    /// <summary>
    /// What the authors trained the released models with, as their repository's README lists it: mirror, crop of 8 to 100 % of the area
    /// and a ratio of 3/4 to 4/3, rotation by -10 to 10 degrees, jitter of -20 to 20 on every value. Where they state no detail: the rotation
    /// follows the crop, in the list's order, and is bilinear, which is the default of OpenCV, their library; jittered values are clipped to
    /// 0..255.
    /// </summary>
    public static Augmentation Released { get; } = new() { Ops = new([new Rotation(10), new PixelJitter(20)]) };
}
