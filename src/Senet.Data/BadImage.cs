namespace Senet.Data;

/// <summary>An image to leave out.</summary>
/// <param name="Index">Index in the scanned source.</param>
/// <param name="Image">Where it comes from: the source's description.</param>
/// <param name="Reason">What is wrong with it, without the path.</param>
public sealed record BadImage(int Index, string Image, string Reason)
{
    /// <summary>Image and reason on one line; control characters of a path are escaped.</summary>
    public string Message => $"{ImageFiles.Printable(Image)}: {Reason}";
}
