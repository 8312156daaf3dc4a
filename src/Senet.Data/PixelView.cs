namespace Senet.Data;

/// <summary>A rectangle of an image, without a copy.</summary>
/// <param name="data">From the rectangle's first pixel on, to its last one at least.</param>
/// <param name="stride">Bytes from one row to the next.</param>
/// <param name="width">Columns.</param>
/// <param name="height">Rows.</param>
/// <param name="channels">1 or 3.</param>
readonly ref struct PixelView(ReadOnlySpan<byte> data, int stride, int width, int height, int channels)
{
    /// <summary>From the rectangle's first pixel on: it may be read beyond the rectangle.</summary>
    public ReadOnlySpan<byte> Data { get; } = data;

    /// <summary>Whether there are no pixels.</summary>
    public bool IsEmpty => Data.IsEmpty;

    public int Stride { get; } = stride;

    public int Width { get; } = width;

    public int Height { get; } = height;

    public int Channels { get; } = channels;
}
