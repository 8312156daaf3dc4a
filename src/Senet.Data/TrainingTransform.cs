using System.Buffers;
using System.Globalization;
using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// The training input: a random crop, a random flip, operations on pixels, the normalisation of evaluation, operations on the result; as
/// torchvision does them on Pillow images.
/// </summary>
public sealed class TrainingTransform : PixelTransform
{
    /// <summary>Creates the transform.</summary>
    /// <param name="preprocessing">Sizes and normalisation of the model; its filter where <paramref name="augmentation"/> resizes as evaluation does.</param>
    /// <param name="augmentation">What happens at random.</param>
    /// <exception cref="ArgumentException">A range is empty or a size is out of range.</exception>
    public TrainingTransform(Preprocessing preprocessing, Augmentation augmentation)
        : base(preprocessing)
    {
        ArgumentNullException.ThrowIfNull(augmentation);
        if (!(augmentation.ScaleMin > 0 && augmentation.ScaleMin <= augmentation.ScaleMax && augmentation.ScaleMax <= 1))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"augmentation scales {augmentation.ScaleMin} .. {augmentation.ScaleMax}: 0 < ScaleMin <= ScaleMax <= 1 is needed"), nameof(augmentation));
        }
        if (!(augmentation.RatioMin > 0 && augmentation.RatioMin <= augmentation.RatioMax && double.IsFinite(augmentation.RatioMax)))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"augmentation ratios {augmentation.RatioMin} .. {augmentation.RatioMax}: 0 < RatioMin <= RatioMax is needed"), nameof(augmentation));
        }
        if (augmentation.Padding < 0)
            throw new ArgumentException("augmentation.Padding must not be negative", nameof(augmentation));
        Augmentation = augmentation;
    }

    /// <summary>What happens at random.</summary>
    public Augmentation Augmentation { get; }

    internal override IReadOnlyList<BatchOp> BatchOps => Augmentation.Ops.Batch;

    private protected override void FillPixels(ImagePixels image, int view, ref SampleRandom random, Span<byte> hwc)
    {
        switch (Augmentation.Crop)
        {
            case CropMode.RandomResized:
                (int x, int y, int width, int height) = RandomResizedCrop(image.Width, image.Height, Augmentation, ref random);
                // The crop is a view: like a cut-out image, it hides its surroundings from the filter.
                Resampler.ResizeRegion(new ImageArea(image, x, y, width, height), Width, Height, Augmentation.Interpolation,
                    0, 0, Width, Height, hwc, Width * Channels);
                break;
            case CropMode.PadAndCrop:
                PadAndCrop(image, ref random, hwc);
                break;
            case CropMode.RandomCrop:
                (long fullWidth, long fullHeight) = ResizedSize(image);
                (long top, long left) = RandomCrop(fullWidth, fullHeight, ref random);
                ResizeAndCrop(image, left, top, hwc);
                break;
            default:
                ResizeAndCropCentre(image, hwc);
                break;
        }
        var pixels = new PixelSpan(hwc, Width, Height, Channels);
        if (Augmentation.Flip && random.NextBool())
            Flips.Horizontal(pixels);
        foreach (PixelOp op in Augmentation.Ops.Pixel)
            op.Apply(pixels, ref random);
    }

    private protected override void ChangeInput(Span<float> chw, ref SampleRandom random)
    {
        foreach (TensorOp op in Augmentation.Ops.Tensor)
            op.Apply(chw, Height, Width, ref random);
    }

    /// <summary>
    /// Torchvision's RandomResizedCrop.get_params: uniform area, log-uniform ratio, ten tries, then the largest central part
    /// whose ratio is in range. Rounds halves to even, as Python does.
    /// </summary>
    internal static (int X, int Y, int Width, int Height) RandomResizedCrop(int imageWidth, int imageHeight, Augmentation augmentation, ref SampleRandom random)
    {
        double area = (double)imageWidth * imageHeight;
        double logMin = Math.Log(augmentation.RatioMin), logMax = Math.Log(augmentation.RatioMax);
        for (int attempt = 0; attempt < 10; attempt++)
        {
            double target = area * (augmentation.ScaleMin + (augmentation.ScaleMax - augmentation.ScaleMin) * random.NextDouble());
            double ratio = Math.Exp(logMin + (logMax - logMin) * random.NextDouble());
            double w = Math.Round(Math.Sqrt(target * ratio)), h = Math.Round(Math.Sqrt(target / ratio));
            if (w > 0 && w <= imageWidth && h > 0 && h <= imageHeight)
            {
                int top = random.NextInt(imageHeight - (int)h + 1);
                int left = random.NextInt(imageWidth - (int)w + 1);
                return (left, top, (int)w, (int)h);
            }
        }

        double imageRatio = (double)imageWidth / imageHeight;
        int width = imageWidth, height = imageHeight;
        if (imageRatio < augmentation.RatioMin)
            height = Math.Clamp((int)Math.Round(width / augmentation.RatioMin), 1, imageHeight);
        else if (imageRatio > augmentation.RatioMax)
            width = Math.Clamp((int)Math.Round(height * augmentation.RatioMax), 1, imageWidth);
        return ((imageWidth - width) / 2, (imageHeight - height) / 2, width, height);
    }

    /// <summary>
    /// Where torchvision's RandomCrop(padding, pad_if_needed) cuts the input out of an image of this size; below 0 in the padding. An
    /// image that is short of the input gets the whole difference on either side.
    /// </summary>
    internal (long Top, long Left) RandomCrop(long imageWidth, long imageHeight, ref SampleRandom random)
    {
        (long top, long height) = Padded(imageHeight, Height);
        (long left, long width) = Padded(imageWidth, Width);
        if (width == Width && height == Height)
            return (-top, -left);
        long y = random.NextInt((int)Math.Min(height - Height + 1, int.MaxValue));
        return (y - top, random.NextInt((int)Math.Min(width - Width + 1, int.MaxValue)) - left);
    }

    (long Padding, long Padded) Padded(long image, int crop)
    {
        long padding = Augmentation.Padding + Math.Max(0, crop - (image + 2L * Augmentation.Padding));
        return (padding, image + 2 * padding);
    }

    void PadAndCrop(ImagePixels image, ref SampleRandom random, Span<byte> hwc)
    {
        int padding = Augmentation.Padding;
        int offsetY = random.NextInt(2 * padding + 1) - padding;
        int offsetX = random.NextInt(2 * padding + 1) - padding;
        if (image.Width == Width && image.Height == Height)
        {
            CopyShifted(image.Data, hwc, offsetX, offsetY);
            return;
        }
        byte[] centre = ArrayPool<byte>.Shared.Rent(hwc.Length);
        try
        {
            ResizeAndCropCentre(image, centre.AsSpan(0, hwc.Length));
            CopyShifted(centre, hwc, offsetX, offsetY);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(centre);
        }
    }

    /// <summary>The window of the input's size whose corner lies at (offsetX, offsetY) of the source; black outside.</summary>
    void CopyShifted(ReadOnlySpan<byte> source, Span<byte> hwc, int offsetX, int offsetY)
    {
        int stride = Width * Channels;
        int first = Math.Clamp(-offsetX, 0, Width), last = Math.Clamp(Width - offsetX, 0, Width);
        for (int y = 0; y < Height; y++)
        {
            Span<byte> row = hwc.Slice(y * stride, stride);
            int sourceY = y + offsetY;
            if (sourceY < 0 || sourceY >= Height || first >= last)
            {
                row.Clear();
                continue;
            }
            row[..(first * Channels)].Clear();
            row[(last * Channels)..].Clear();
            source.Slice(sourceY * stride + (first + offsetX) * Channels, (last - first) * Channels).CopyTo(row[(first * Channels)..]);
        }
    }
}
