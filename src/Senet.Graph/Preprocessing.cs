namespace Senet.Graph;

/// <summary>
/// How an image becomes a network's input in evaluation: decode, resize the short side to <see cref="ResizeShortSide"/>,
/// crop the centre, scale to 0..<see cref="PixelMaximum"/>, subtract <see cref="Mean"/>, divide by <see cref="Std"/>. It belongs
/// to the model and is saved with it.
/// </summary>
public sealed record Preprocessing
{
    /// <summary>Input channels: 3 (RGB) or 1 (grey).</summary>
    public int Channels { get; init; } = 3;

    /// <summary>Height of the centre crop in pixels.</summary>
    public int Height { get; init; } = 224;

    /// <summary>Width of the centre crop in pixels.</summary>
    public int Width { get; init; } = 224;

    /// <summary>Length in pixels that the shorter side is resized to before the crop; 256 for 224 in the paper (section 5.1).</summary>
    public int ResizeShortSide { get; init; } = 256;

    /// <summary>Resampling filter of the resize.</summary>
    public Interpolation Interpolation { get; init; } = Interpolation.Bilinear;

    /// <summary>Whether the three channels go in as blue, green, red, as networks trained with OpenCV's pixels expect (Caffe).</summary>
    public bool Bgr { get; init; }

    /// <summary>What the brightest pixel becomes before the mean is subtracted: 1, or 255 as in Caffe.</summary>
    public float PixelMaximum { get; init; } = 1;

    /// <summary>Mean per channel, in the order the channels go in, subtracted from the pixel on the 0..<see cref="PixelMaximum"/> scale.</summary>
    public float[] Mean { get; init; } = [0.485f, 0.456f, 0.406f];

    /// <summary>Standard deviation per channel on the same scale, divided by after the subtraction.</summary>
    public float[] Std { get; init; } = [0.229f, 0.224f, 0.225f];

    /// <summary>Grey level 0..255 that transparent pixels are composited over.</summary>
    public byte Background { get; init; } = 255;

    /// <summary>Whether images are turned upright as their EXIF data says; false takes the rows as they are stored.</summary>
    public bool ApplyOrientation { get; init; } = true;
}
