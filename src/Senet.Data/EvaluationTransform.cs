using System.Diagnostics;
using Senet.Graph;
using SkiaSharp;

namespace Senet.Data;

/// <summary>
/// The evaluation input: torchvision's Resize(short side), CenterCrop, ToTensor, Normalize on Pillow images, to the bit. It
/// draws no random numbers.
/// </summary>
public sealed class EvaluationTransform : PixelTransform
{
    const int WarmUpImages = 40;
    const int WarmUpSide = 160;
    const int MostWarmUpMs = 200;

    /// <summary>Creates the transform.</summary>
    /// <param name="preprocessing">Sizes, filter and normalisation of the model.</param>
    /// <exception cref="ArgumentException">Mean or Std has not one number per channel, or a size is less than 1.</exception>
    public EvaluationTransform(Preprocessing preprocessing)
        : base(preprocessing)
    {
    }

    /// <summary>Values of one image: <see cref="ImageTransform.Channels"/> x <see cref="ImageTransform.Height"/> x <see cref="ImageTransform.Width"/>.</summary>
    public int Length => Channels * Height * Width;

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
        ApplyAndRelease(ImageDecoder.OpenFile(path, Channels, Preprocessing.Background, fast: false), chw);

    /// <summary>Decodes an image file that is in memory and writes the network's input.</summary>
    /// <param name="encoded">The bytes of the whole file; only read.</param>
    /// <param name="description">What messages call the image.</param>
    /// <param name="chw"><see cref="Length"/> floats, row-major; overwritten.</param>
    /// <exception cref="ImageDecodeException">The image cannot be read.</exception>
    /// <exception cref="ArgumentException"><paramref name="chw"/> has another length.</exception>
    public void ApplyEncoded(ReadOnlySpan<byte> encoded, string description, Span<float> chw) =>
        ApplyAndRelease(ImageDecoder.Open(encoded, description, Channels, Preprocessing.Background), chw);

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

    private protected override void FillPixels(ImagePixels image, ref SampleRandom random, Span<byte> hwc) => ResizeAndCropCentre(image, hwc);
}
