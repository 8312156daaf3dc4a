namespace Senet.Data;

/// <summary>An image that can be used but deserves a look.</summary>
/// <param name="Index">Index in the scanned source.</param>
/// <param name="Image">Where it comes from: the source's description.</param>
/// <param name="Reason">What is odd about it, without the path: "GIF among JPEG files".</param>
public sealed record OddImage(int Index, string Image, string Reason)
{
    /// <summary>Image and reason on one line; control characters of a path are escaped.</summary>
    public string Message => $"{ImageFiles.Printable(Image)}: {Reason}";
}
