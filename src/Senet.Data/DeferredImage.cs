namespace Senet.Data;

/// <summary>What stands behind an <see cref="ImagePixels"/> whose pixels are made when they are asked for. Used by one thread.</summary>
abstract class DeferredImage : IDisposable
{
    /// <summary>Whether the image may be read at a fraction of its size.</summary>
    public virtual bool IsFast => false;

    /// <summary>
    /// A rectangle of the image, or of the image shrunk by 2^<paramref name="shrink"/>, which only a fast one is; valid until the next call. Empty where
    /// the file is damaged.
    /// </summary>
    public abstract PixelView Read(int shrink, int x, int y, int width, int height, int channels);

    /// <summary>The whole image.</summary>
    /// <exception cref="ImageDecodeException">The file is damaged.</exception>
    public abstract ImagePixels ReadWhole(int channels);

    /// <summary>Gives buffers back.</summary>
    public abstract void Dispose();
}
