using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// Resizes 8 bit images exactly as Pillow's Image.resize does: separable convolution, horizontal pass first, each pass rounded
/// to 8 bits; the filter widens when shrinking (antialiasing). ResamplerTests compares every filter with Pillow 9.4.
/// </summary>
/// <remarks>All members may be called from several threads at once.</remarks>
public static partial class Resampler
{
    /// <summary>Resizes the whole image.</summary>
    /// <param name="source">The image; only read.</param>
    /// <param name="width">Width of the result in pixels, at least 1.</param>
    /// <param name="height">Height of the result in pixels, at least 1.</param>
    /// <param name="filter">Resampling filter.</param>
    /// <returns>A new image; a copy where the size is already right.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is less than 1, or the filter is unknown.</exception>
    public static ImagePixels Resize(ImagePixels source, int width, int height, Interpolation filter)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Resize(source, width, height, filter, 0, 0, source.Width, source.Height);
    }

    /// <summary>Resizes a part of the image: Pillow's argument <c>box</c>. Taps beyond the box, inside the image, count.</summary>
    /// <param name="source">The image; only read.</param>
    /// <param name="width">Width of the result in pixels, at least 1.</param>
    /// <param name="height">Height of the result in pixels, at least 1.</param>
    /// <param name="filter">Resampling filter.</param>
    /// <param name="left">Left edge of the box in source pixels, fractions allowed.</param>
    /// <param name="top">Top edge of the box in source pixels.</param>
    /// <param name="right">Right edge of the box in source pixels, more than <paramref name="left"/>.</param>
    /// <param name="bottom">Bottom edge of the box in source pixels, more than <paramref name="top"/>.</param>
    /// <returns>A new image; a copy where the size is already right and the box is the whole image.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is less than 1, or the filter is unknown.</exception>
    /// <exception cref="ArgumentException">The box is empty or exceeds the image, or the result is too large for an array.</exception>
    public static ImagePixels Resize(ImagePixels source, int width, int height, Interpolation filter, float left, float top, float right, float bottom)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (!Enum.IsDefined(filter))
            throw new ArgumentOutOfRangeException(nameof(filter), filter, "unknown resampling filter");
        if (!(left >= 0 && top >= 0 && right <= source.Width && bottom <= source.Height && left < right && top < bottom))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"the box ({left}, {top}, {right}, {bottom}) is empty or exceeds the image of {source.Width} x {source.Height}"), nameof(left));
        }
        long size = (long)width * height * source.Channels;
        if (size > Array.MaxLength)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"an image of {width} x {height} is too large"), nameof(width));

        byte[] result = GC.AllocateUninitializedArray<byte>((int)size);
        ResizeRegion(new ImageArea(source), left, top, right, bottom, width, height, filter, 0, 0, width, height, result, width * source.Channels);
        return new ImagePixels(width, height, source.Channels, result);
    }

    /// <summary>
    /// Writes the pixels (x, y) .. (x + width, y + height) of <paramref name="source"/> resized to fullWidth x fullHeight. Each
    /// pixel of a resize is independent of the others, so a part is exactly what a crop of the whole result would be.
    /// </summary>
    /// <param name="source">What is resized; pixels outside it do not count.</param>
    /// <param name="fullWidth">Width of the whole result, of which only a part is computed.</param>
    /// <param name="fullHeight">Height of the whole result.</param>
    /// <param name="filter">Resampling filter.</param>
    /// <param name="x">First column that is computed.</param>
    /// <param name="y">First row that is computed.</param>
    /// <param name="width">Columns that are computed.</param>
    /// <param name="height">Rows that are computed.</param>
    /// <param name="destination">Overwritten; begins with pixel (x, y).</param>
    /// <param name="destinationStride">Bytes from one row of <paramref name="destination"/> to the next.</param>
    internal static void ResizeRegion(ImageArea source, long fullWidth, long fullHeight, Interpolation filter,
        long x, long y, int width, int height, Span<byte> destination, int destinationStride)
    {
        source = source.Shrink(fullWidth, fullHeight, out (float Left, float Top, float Right, float Bottom) box);
        ResizeRegion(source, box.Left, box.Top, box.Right, box.Bottom, fullWidth, fullHeight, filter, x, y, width, height, destination, destinationStride);
    }

    static void ResizeRegion(ImageArea source, float left, float top, float right, float bottom, long fullWidth, long fullHeight,
        Interpolation filter, long x, long y, int width, int height, Span<byte> destination, int destinationStride)
    {
        Debug.Assert(x >= 0 && y >= 0 && x + width <= fullWidth && y + height <= fullHeight);
        int channels = source.Channels, rowBytes = width * channels;
        bool horizontal = fullWidth != source.Width || left != 0 || right != source.Width;
        bool vertical = fullHeight != source.Height || top != 0 || bottom != source.Height;
        if (!horizontal && !vertical)
        {
            PixelView same = source.Read((int)x, (int)y, width, height);
            for (int row = 0; row < height; row++)
                same.Data.Slice(row * same.Stride, rowBytes).CopyTo(destination[(row * destinationStride)..]);
            return;
        }
        if (filter == Interpolation.Nearest)
        {
            Nearest(source, left, top, right, bottom, fullWidth, fullHeight, x, y, width, height, destination, destinationStride);
            return;
        }

        ResampleWeights columns = ResampleWeights.Create(source.Width, left, right, fullWidth, x, width, filter);
        ResampleWeights rows = ResampleWeights.Create(source.Height, top, bottom, fullHeight, y, height, filter);
        // A pass that changes nothing is left out; the other one then reads just the pixels of the result.
        (int fromX, int endX) = horizontal ? (columns.First, columns.End) : ((int)x, (int)x + width);
        (int fromY, int endY) = vertical ? (rows.First, rows.End) : ((int)y, (int)y + height);
        PixelView part = source.Read(fromX, fromY, endX - fromX, endY - fromY);
        if (!vertical)
        {
            HorizontalPass(part.Data, part.Stride, fromX, height, channels, columns, destination, destinationStride);
        }
        else if (!horizontal)
        {
            VerticalPass(part.Data, part.Stride, fromY, rowBytes, rows, destination, destinationStride);
        }
        else
        {
            byte[] between = Buffers.Rent(checked(part.Height * rowBytes));
            HorizontalPass(part.Data, part.Stride, fromX, part.Height, channels, columns, between, rowBytes);
            VerticalPass(between, rowBytes, fromY, rowBytes, rows, destination, destinationStride);
            Buffers.Return(between);
        }
        columns.Release();
        rows.Release();
    }

    static void Nearest(ImageArea source, float left, float top, float right, float bottom, long fullWidth, long fullHeight,
        long x, long y, int width, int height, Span<byte> destination, int destinationStride)
    {
        int[] numbers = ArrayPool<int>.Shared.Rent(width + height);
        Span<int> columns = numbers.AsSpan(0, width), rows = numbers.AsSpan(width, height);
        NearestIndices(columns, source.Width, left, right, fullWidth, x);
        NearestIndices(rows, source.Height, top, bottom, fullHeight, y);
        int channels = source.Channels;
        (int fromX, int partWidth) = Covered(columns);
        (int fromY, int partHeight) = Covered(rows);
        PixelView part = source.Read(fromX, fromY, partWidth, partHeight);
        for (int j = 0; j < height; j++)
        {
            Span<byte> to = destination.Slice(j * destinationStride, width * channels);
            if (rows[j] < 0)
            {
                to.Clear();
                continue;
            }
            ReadOnlySpan<byte> from = part.Data.Slice((rows[j] - fromY) * part.Stride, part.Width * channels);
            for (int i = 0, o = 0; i < columns.Length; i++, o += channels)
            {
                for (int c = 0; c < channels; c++)
                    to[o + c] = columns[i] < 0 ? (byte)0 : from[(columns[i] - fromX) * channels + c];
            }
        }
        ArrayPool<int>.Shared.Return(numbers);
    }

    /// <summary>The first index and the distance to the last one. Indices ascend but for those at the end that left the image.</summary>
    static (int From, int Length) Covered(ReadOnlySpan<int> indices)
    {
        int from = Math.Max(0, indices[0]), last = from;
        foreach (int index in indices)
            last = Math.Max(last, index);
        return (from, last + 1 - from);
    }

    /// <summary>Source index of each result, or -1 where the rounding errors of the running sum leave the image (black, as in Pillow).</summary>
    static void NearestIndices(Span<int> indices, int inputSize, float from, float to, long outputSize, long first)
    {
        // Pillow adds the step again and again; a product would round differently.
        double step = (double)(to - from) / outputSize;
        double position = from + step * 0.5;
        for (long i = 0; i < first; i++)
            position += step;
        foreach (ref int index in indices)
        {
            index = position < 0 ? -1 : (int)position;
            if (index >= inputSize)
                index = -1;
            position += step;
        }
    }
}
