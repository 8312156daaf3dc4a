using System.Diagnostics;
using Senet.Data.Jpeg;

namespace Senet.Data;

/// <summary>A rectangle of an image that stands for an image of its own: nothing around it counts. Its pixels are decoded when they are read.</summary>
readonly struct ImageArea
{
    readonly ImagePixels image;
    readonly int shrink, x, y;

    /// <summary>The whole image.</summary>
    public ImageArea(ImagePixels image)
        : this(image, 0, 0, image.Width, image.Height)
    {
    }

    /// <summary>A rectangle that lies within the image.</summary>
    public ImageArea(ImagePixels image, int x, int y, int width, int height)
        : this(image, 0, x, y, width, height) =>
        Debug.Assert(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= image.Width && y + height <= image.Height);

    ImageArea(ImagePixels image, int shrink, int x, int y, int width, int height)
    {
        this.image = image;
        this.shrink = shrink;
        this.x = x;
        this.y = y;
        Width = width;
        Height = height;
    }

    public int Width { get; }

    public int Height { get; }

    public int Channels => image.Channels;

    /// <summary>A part of the area; valid until the next call.</summary>
    public PixelView Read(int left, int top, int width, int height)
    {
        Debug.Assert(left >= 0 && top >= 0 && left + width <= Width && top + height <= Height);
        return image.Read(shrink, x + left, y + top, width, height);
    }

    /// <summary>
    /// Where the image may be decoded at a fraction of its size: the pixels of the smallest such image that still is at least as large as the result
    /// under the area, and where the area's edges lie on them. Otherwise the area itself.
    /// </summary>
    public ImageArea Shrink(long resultWidth, long resultHeight, out (float Left, float Top, float Right, float Bottom) box)
    {
        const int Most = 3;
        int by = 0;
        while (image.IsFast && by < Most && Width >> (by + 1) >= resultWidth && Height >> (by + 1) >= resultHeight)
            by++;
        float size = 1 << by;
        int left = x >> by, top = y >> by;
        box = (x / size - left, y / size - top, (x + Width) / size - left, (y + Height) / size - top);
        return new ImageArea(image, by, left, top, JpegDecoder.Shrunk(x + Width, by) - left, JpegDecoder.Shrunk(y + Height, by) - top);
    }
}
