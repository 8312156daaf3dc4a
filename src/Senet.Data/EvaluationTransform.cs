using System.Diagnostics;
using System.Globalization;
using Senet.Graph;
using SkiaSharp;

namespace Senet.Data;

/// <summary>
/// The evaluation input: torchvision's Resize(short side), CenterCrop (or FiveCrop, TenCrop), ToTensor, Normalize on Pillow images, to
/// the bit. It draws no random numbers.
/// </summary>
public sealed class EvaluationTransform : PixelTransform
{
    const int WarmUpImages = 40;
    const int WarmUpSide = 160;
    const int MostWarmUpMs = 200;

    /// <summary>Creates the transform.</summary>
    /// <param name="preprocessing">Sizes, filter and normalisation of the model.</param>
    /// <param name="crops">
    /// 1 for the centre; 5 for the corners (top left, top right, bottom left, bottom right) and the centre; 10 for these and the same of
    /// the mirrored image.
    /// </param>
    /// <exception cref="ArgumentException">
    /// Mean or Std has not one number per channel, a size is less than 1, or five crops are asked for of images smaller than a crop.
    /// </exception>
    public EvaluationTransform(Preprocessing preprocessing, int crops = 1)
        : base(preprocessing)
    {
        if (crops is not (1 or 5 or 10))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{crops} crops; expected 1, 5 or 10"), nameof(crops));
        if (crops > 1 && preprocessing.ResizeShortSide < Math.Max(Height, Width))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{crops} crops of {Height} x {Width} from a short side of {preprocessing.ResizeShortSide}: the corners need at least as much as a crop"), nameof(crops));
        }
        Views = crops;
    }

    /// <summary>The number of crops.</summary>
    public override int Views { get; }

    /// <summary>
    /// Values of one image: <see cref="Views"/> x <see cref="ImageTransform.Channels"/> x <see cref="ImageTransform.Height"/> x
    /// <see cref="ImageTransform.Width"/>.
    /// </summary>
    public int Length => Views * Channels * Height * Width;

    /// <summary>Writes the network's input for a decoded image.</summary>
    /// <param name="image">Any size, as many channels as the network takes; only read.</param>
    /// <param name="chw"><see cref="Length"/> floats, row-major; overwritten.</param>
    /// <exception cref="ArgumentException">The image's channels or the length of <paramref name="chw"/> do not match.</exception>
    public void Apply(ImagePixels image, Span<float> chw)
    {
        SampleRandom none = default;
        Apply(image, ref none, chw);
    }

    /// <summary>Decodes an image file and writes the network's input.</summary>
    /// <param name="path">JPEG, PNG, GIF, BMP, WebP or ICO, told by content; converted to grey or RGB as the network takes it.</param>
    /// <param name="chw"><see cref="Length"/> floats, row-major; overwritten.</param>
    /// <exception cref="ImageDecodeException">The image cannot be read.</exception>
    /// <exception cref="ArgumentException"><paramref name="chw"/> has another length.</exception>
    public void ApplyFile(string path, Span<float> chw) =>
        ApplyAndRelease(ImageDecoder.OpenFile(path, Channels, Preprocessing.Background, Preprocessing.ApplyOrientation, fast: false), chw);

    /// <summary>Decodes an image file that is in memory and writes the network's input.</summary>
    /// <param name="encoded">The bytes of the whole file; only read.</param>
    /// <param name="description">What messages call the image.</param>
    /// <param name="chw"><see cref="Length"/> floats, row-major; overwritten.</param>
    /// <exception cref="ImageDecodeException">The image cannot be read.</exception>
    /// <exception cref="ArgumentException"><paramref name="chw"/> has another length.</exception>
    public void ApplyEncoded(ReadOnlySpan<byte> encoded, string description, Span<float> chw) =>
        ApplyAndRelease(ImageDecoder.Open(encoded, description, Channels, Preprocessing.Background, Preprocessing.ApplyOrientation), chw);

    void ApplyAndRelease(ImagePixels image, Span<float> chw)
    {
        try
        {
            Apply(image, chw);
        }
        finally
        {
            image.Release();
        }
    }

    /// <summary>
    /// Loads the native decoder and has the runtime compile what decodes and prepares an image, so that the first image takes no
    /// longer than later ones. Takes about a tenth of a second.
    /// </summary>
    public void WarmUp()
    {
        byte[] photo = EncodeNoise();
        float[] chw = new float[Length];
        ImageDecoder.WarmUpReading();
        var clock = Stopwatch.StartNew();
        // Code that has run 30 times is compiled with optimisation.
        for (int i = 0; i < WarmUpImages && clock.ElapsedMilliseconds < MostWarmUpMs; i++)
            ApplyEncoded(photo, "warm-up", chw);
    }

    // A JPEG, the usual kind of photo.
    static byte[] EncodeNoise()
    {
        using var bitmap = new SKBitmap(WarmUpSide, WarmUpSide, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var random = new SampleRandom(0, 0, 0);
        foreach (ref byte value in bitmap.GetPixelSpan())
            value = (byte)random.NextInt(256);
        using SKData data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }

    private protected override void FillPixels(ImagePixels image, int view, ref SampleRandom random, Span<byte> hwc)
    {
        if (Views == 1)
        {
            ResizeAndCropCentre(image, hwc);
            return;
        }
        (long width, long height) = ResizedSize(image);
        long lastX = width - Width, lastY = height - Height;
        (long x, long y) = (view % 5) switch
        {
            0 => (0, 0),
            1 => (lastX, 0),
            2 => (0, lastY),
            3 => (lastX, lastY),
            _ => (CentreStart(width, Width), CentreStart(height, Height)),
        };
        // The second five are cut out of the mirrored image: from the other side of this one, then mirrored.
        ResizeAndCrop(image, view < 5 ? x : lastX - x, y, hwc);
        if (view >= 5)
            Flips.Horizontal(new(hwc, Width, Height, Channels));
    }
}
