namespace Senet.Data;

/// <summary>
/// A fixed list of labelled images. Items are addressed by index, in an order that is the same on every machine; all members
/// may be called from several threads at once.
/// </summary>
public interface IImageSource
{
    /// <summary>Number of images.</summary>
    int Count { get; }

    /// <summary>1 when all images are known to be grey, else 3.</summary>
    int NativeChannels => 3;

    /// <summary>Class index of image <paramref name="index"/>, into the data set's class list.</summary>
    int Label(int index);

    /// <summary>Where image <paramref name="index"/> comes from, for messages: a path, or a file and position in it.</summary>
    string Describe(int index);

    /// <summary>Decodes image <paramref name="index"/>.</summary>
    /// <param name="index">0 .. Count - 1.</param>
    /// <param name="channels">1 for grey, 3 for RGB; the image is converted to it.</param>
    /// <param name="background">Grey level that transparent pixels are composited over.</param>
    /// <exception cref="ImageDecodeException">The image cannot be read; the message names it and the reason.</exception>
    ImagePixels Load(int index, int channels, byte background);
}
