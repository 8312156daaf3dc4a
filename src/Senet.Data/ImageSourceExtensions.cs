namespace Senet.Data;

/// <summary>Small operations on image sources.</summary>
public static class ImageSourceExtensions
{
    /// <summary>The source without the images at <paramref name="indices"/>, in the same order; the source itself when there are none.</summary>
    /// <param name="source">The source to leave images out of.</param>
    /// <param name="indices">Indices to leave out; those outside the source are ignored.</param>
    public static IImageSource Without(this IImageSource source, IEnumerable<int> indices)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(indices);
        HashSet<int> dropped = [.. indices];
        int[] kept = [.. Enumerable.Range(0, source.Count).Where(i => !dropped.Contains(i))];
        return kept.Length == source.Count ? source : new SubsetSource(source, kept);
    }

    /// <summary>The source without the images that <paramref name="report"/> found bad; odd ones stay.</summary>
    /// <param name="source">The source that was scanned.</param>
    /// <param name="report">Its scan.</param>
    /// <exception cref="ArgumentException">The report counts another number of images than the source has.</exception>
    public static IImageSource WithoutBad(this IImageSource source, ScanReport report)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(report);
        if (report.Count != source.Count)
            throw new ArgumentException("the report is of another source: the numbers of images differ", nameof(report));
        return source.Without(report.Bad.Select(b => b.Index));
    }

    /// <summary>The image, decoded as far as it is used where the source can do that; to be released.</summary>
    internal static ImagePixels Open(this IImageSource source, int index, int channels, byte background, bool fast) =>
        source is IDeferredSource deferred ? deferred.Open(index, channels, background, fast) : source.Load(index, channels, background);

    /// <summary>Number of images of each class.</summary>
    /// <param name="source">The source to count.</param>
    /// <param name="classes">Number of classes; labels are below it.</param>
    public static int[] CountPerClass(this IImageSource source, int classes)
    {
        ArgumentNullException.ThrowIfNull(source);
        int[] counts = new int[classes];
        for (int i = 0; i < source.Count; i++)
            counts[source.Label(i)]++;
        return counts;
    }
}
