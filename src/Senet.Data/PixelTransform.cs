using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// A transform that first works on 8 bit pixels and then normalises them: (value / 255 - mean) / std in float32, the
/// arithmetic of torchvision's ToTensor and Normalize, so both give the same bits; (value - mean) / std for models that take 0..255.
/// </summary>
public abstract class PixelTransform : ImageTransform
{
    /// <summary>256 results per channel: a byte has no other values, and a look-up beats two divisions.</summary>
    readonly float[] normalised;

    private protected PixelTransform(Preprocessing preprocessing)
        : base(Check(preprocessing).Channels, preprocessing.Height, preprocessing.Width)
    {
        Preprocessing = preprocessing;
        normalised = new float[256 * Channels];
        for (int i = 0; i < normalised.Length; i++)
        {
            float value = preprocessing.PixelMaximum == 255 ? i & 255 : (i & 255) / 255f;
            normalised[i] = (value - preprocessing.Mean[i >> 8]) / preprocessing.Std[i >> 8];
        }
    }

    /// <summary>Sizes, filter and normalisation.</summary>
    public Preprocessing Preprocessing { get; }

    /// <inheritdoc/>
    public sealed override void Apply(ImagePixels image, ref SampleRandom random, Span<float> chw)
    {
        CheckImage(image);
        int size = Height * Width * Channels;
        if (chw.Length != Views * size)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{(Views == 1 ? "" : $"{Views} x ")}{Channels} x {Height} x {Width} = {Views * size} floats are needed, not {chw.Length}"), nameof(chw));
        }
        byte[] pixels = Buffers.Rent(size);
        try
        {
            for (int view = 0; view < Views; view++)
            {
                Span<float> input = chw.Slice(view * size, size);
                FillPixels(image, view, ref random, pixels.AsSpan(0, size));
                Normalise(pixels.AsSpan(0, size), input);
                ChangeInput(input, ref random);
            }
        }
        finally
        {
            Buffers.Return(pixels);
        }
    }

    /// <summary>The first half of <see cref="Apply"/>: the 8 bit image that is normalised, Height x Width, a new one each time.</summary>
    /// <param name="image">Any size, <see cref="ImageTransform.Channels"/> channels; only read.</param>
    /// <param name="random">Source of all randomness; advanced by what is drawn.</param>
    /// <param name="view">Which of the <see cref="ImageTransform.Views"/>.</param>
    /// <exception cref="ArgumentException">The image has another number of channels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such view.</exception>
    public ImagePixels ApplyPixels(ImagePixels image, ref SampleRandom random, int view = 0)
    {
        CheckImage(image);
        ArgumentOutOfRangeException.ThrowIfNegative(view);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(view, Views);
        byte[] pixels = GC.AllocateUninitializedArray<byte>(Height * Width * Channels);
        FillPixels(image, view, ref random, pixels);
        return new ImagePixels(Width, Height, Channels, pixels);
    }

    /// <summary>Writes Height * Width * Channels bytes, interleaved; what the span held before is undefined.</summary>
    private protected abstract void FillPixels(ImagePixels image, int view, ref SampleRandom random, Span<byte> hwc);

    /// <summary>Changes a normalised input in place.</summary>
    private protected virtual void ChangeInput(Span<float> chw, ref SampleRandom random)
    {
    }

    /// <summary>
    /// Torchvision's Resize(ResizeShortSide) and CenterCrop(Height, Width); only the pixels that survive the crop are resampled.
    /// A side shorter than the crop is padded with black.
    /// </summary>
    private protected void ResizeAndCropCentre(ImagePixels image, Span<byte> hwc)
    {
        (long fullWidth, long fullHeight) = ResizedSize(image);
        ResizeAndCrop(image, CentreStart(fullWidth, Width), CentreStart(fullHeight, Height), hwc);
    }

    /// <summary>
    /// The window of the input's size that begins at (<paramref name="x"/>, <paramref name="y"/>) of the image resized to
    /// <see cref="ResizedSize"/>; black outside.
    /// </summary>
    private protected void ResizeAndCrop(ImagePixels image, long x, long y, Span<byte> hwc)
    {
        (long fullWidth, long fullHeight) = ResizedSize(image);
        int left = (int)Math.Clamp(-x, 0, Width), right = (int)Math.Clamp(fullWidth - x, 0, Width);
        int top = (int)Math.Clamp(-y, 0, Height), bottom = (int)Math.Clamp(fullHeight - y, 0, Height);
        if (right - left < Width || bottom - top < Height)
            hwc.Clear();
        if (left >= right || top >= bottom)
            return;
        Resampler.ResizeRegion(new ImageArea(image), fullWidth, fullHeight, Preprocessing.Interpolation, x + left, y + top, right - left, bottom - top,
            hwc[((top * Width + left) * Channels)..], Width * Channels);
    }

    /// <summary>The image's size after torchvision's Resize(ResizeShortSide).</summary>
    private protected (long Width, long Height) ResizedSize(ImagePixels image) => ShortSideSize(image.Width, image.Height, Preprocessing.ResizeShortSide);

    /// <summary>Size of an image whose short side was resized to <paramref name="target"/>, as torchvision rounds it.</summary>
    internal static (long Width, long Height) ShortSideSize(int width, int height, int target)
    {
        // Python's int(target * long / short): one rounding to double, then towards zero.
        long scaled = (long)((double)((long)target * Math.Max(width, height)) / Math.Min(width, height));
        return width <= height ? (target, scaled) : (scaled, target);
    }

    /// <summary>Where the central crop starts in the image; below 0 where the image starts in the crop.</summary>
    private protected static long CentreStart(long full, int crop) => full >= crop
        ? (long)Math.Round((full - crop) / 2.0, MidpointRounding.ToEven)
        : -((crop - full) / 2);

    void Normalise(ReadOnlySpan<byte> hwc, Span<float> chw)
    {
        int plane = Height * Width;
        if (Channels == 1)
        {
            for (int i = 0; i < plane; i++)
                chw[i] = normalised[hwc[i]];
            return;
        }
        // Tables and planes in the order the channels go in; only the two outer ones can change places.
        int red = Preprocessing.Bgr ? 2 : 0;
        ReadOnlySpan<float> reds = normalised.AsSpan(red * 256, 256), greens = normalised.AsSpan(256, 256), blues = normalised.AsSpan((2 - red) * 256, 256);
        Span<float> r = chw.Slice(red * plane, plane), g = chw.Slice(plane, plane), b = chw.Slice((2 - red) * plane, plane);
        // The slices above checked every length once; a table has an entry for every byte.
        ref byte pixel = ref MemoryMarshal.GetReference(hwc[..(3 * plane)]);
        ref float redOf = ref MemoryMarshal.GetReference(reds), greenOf = ref MemoryMarshal.GetReference(greens), blueOf = ref MemoryMarshal.GetReference(blues);
        for (int i = 0; i < plane; i++, pixel = ref Unsafe.Add(ref pixel, 3))
        {
            r[i] = Unsafe.Add(ref redOf, pixel);
            g[i] = Unsafe.Add(ref greenOf, Unsafe.Add(ref pixel, 1));
            b[i] = Unsafe.Add(ref blueOf, Unsafe.Add(ref pixel, 2));
        }
    }

    void CheckImage(ImagePixels image)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image.Channels != Channels)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"the image has {image.Channels} channels and the transform takes {Channels}"), nameof(image));
        }
    }

    static Preprocessing Check(Preprocessing preprocessing)
    {
        ArgumentNullException.ThrowIfNull(preprocessing);
        if (preprocessing.Mean.Length != preprocessing.Channels || preprocessing.Std.Length != preprocessing.Channels)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"preprocessing has {preprocessing.Channels} channels, {preprocessing.Mean.Length} means and {preprocessing.Std.Length} standard deviations; the three must agree"),
                nameof(preprocessing));
        }
        if (preprocessing.PixelMaximum is not (1 or 255))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"preprocessing.PixelMaximum is {preprocessing.PixelMaximum}; expected 1 or 255"), nameof(preprocessing));
        if (preprocessing.ResizeShortSide < 1)
            throw new ArgumentException("preprocessing.ResizeShortSide must be at least 1 pixel", nameof(preprocessing));
        return preprocessing;
    }
}
