namespace Senet.Data;

/// <summary>A source that can hand out images which are decoded only as far as a transform needs them.</summary>
interface IDeferredSource
{
    /// <summary>As <see cref="IImageSource.Load"/>, but the caller must call <see cref="ImagePixels.Release"/>.</summary>
    /// <param name="index">0 .. Count - 1.</param>
    /// <param name="channels">1 for grey, 3 for RGB.</param>
    /// <param name="background">Grey level that transparent pixels are composited over.</param>
    /// <param name="fast">Whether large baseline JPEGs may be decoded at a fraction of their size.</param>
    ImagePixels Open(int index, int channels, byte background, bool fast);
}
