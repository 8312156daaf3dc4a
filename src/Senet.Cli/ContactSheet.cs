using Senet.Data;
using Senet.Graph;

namespace Senet.Cli;

/// <summary>Images of one size in rows and columns on dark grey, the first column set apart.</summary>
sealed class ContactSheet
{
    const int Gap = 4;
    const int FirstGap = 12;
    const byte Ground = 32;

    // Thumbnails smaller than this are enlarged by a whole factor.
    const int SmallestCell = 96;

    // A sheet beyond this no longer opens in common viewers.
    const long MostPixels = 100_000_000;

    readonly int _width;
    readonly int _height;
    readonly int _zoom;

    /// <summary>An empty sheet for images of <paramref name="width"/> x <paramref name="height"/> pixels.</summary>
    /// <exception cref="SenetException">The sheet would be too large.</exception>
    public ContactSheet(int rows, int columns, int width, int height, int channels)
    {
        _width = width;
        _height = height;
        _zoom = Math.Max(1, (SmallestCell + Math.Max(width, height) - 1) / Math.Max(width, height));
        long sheetWidth = Gap + FirstGap - Gap + columns * ((long)width * _zoom + Gap), sheetHeight = Gap + rows * ((long)height * _zoom + Gap);
        if (sheetWidth * sheetHeight > MostPixels)
            throw new SenetException(FormattableString.Invariant($"a sheet of {rows} rows and {columns} columns would have {sheetWidth} x {sheetHeight} pixels; lower --count, --versions or --size"));
        byte[] data = new byte[sheetWidth * sheetHeight * channels];
        Array.Fill(data, Ground);
        Image = new((int)sheetWidth, (int)sheetHeight, channels, data);
    }

    /// <summary>The sheet.</summary>
    public ImagePixels Image { get; }

    /// <summary>Puts an image into a cell: enlarged by the sheet's factor, or made to fit where it has another size.</summary>
    public void Place(int row, int column, ImagePixels image)
    {
        int cellWidth = _width * _zoom, cellHeight = _height * _zoom;
        double scale = Math.Min((double)cellWidth / image.Width, (double)cellHeight / image.Height);
        int width = Math.Clamp((int)Math.Round(image.Width * scale), 1, cellWidth), height = Math.Clamp((int)Math.Round(image.Height * scale), 1, cellHeight);
        ImagePixels fitted = Resampler.Resize(image, width, height, scale >= 1 ? Interpolation.Nearest : Interpolation.Bilinear);
        int left = Gap + column * (cellWidth + Gap) + (column > 0 ? FirstGap - Gap : 0) + (cellWidth - width) / 2;
        int top = Gap + row * (cellHeight + Gap) + (cellHeight - height) / 2;
        int channels = image.Channels;
        for (int y = 0; y < height; y++)
            fitted.Data.AsSpan(y * width * channels, width * channels).CopyTo(Image.Data.AsSpan(((top + y) * Image.Width + left) * channels));
    }
}
