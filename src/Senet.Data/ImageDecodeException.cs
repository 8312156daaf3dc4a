using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// An image that cannot be decoded: <see cref="Image"/> says which, <see cref="Reason"/> why. The message is one line: control
/// characters of a path are escaped in it.
/// </summary>
public sealed class ImageDecodeException : SenetException
{
    /// <summary>Creates the error.</summary>
    /// <param name="image">Path or description of the image.</param>
    /// <param name="reason">What is wrong with it, without the path.</param>
    /// <param name="innerException">The cause, if another exception was.</param>
    public ImageDecodeException(string image, string reason, Exception? innerException = null)
        : base($"{ImageFiles.Printable(image)}: {reason}", innerException)
    {
        Image = image;
        Reason = reason;
    }

    /// <summary>Path or description of the image, as it was given.</summary>
    public string Image { get; }

    /// <summary>What is wrong with it, without the path.</summary>
    public string Reason { get; }
}
