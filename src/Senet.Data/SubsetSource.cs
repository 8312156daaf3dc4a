namespace Senet.Data;

/// <summary>Some images of another source, in a given order.</summary>
public sealed class SubsetSource : IImageSource, IFileBacked, IDeferredSource
{
    readonly IImageSource _source;
    readonly int[] _indices;

    /// <summary>Image i of this source is image <c>indices[i]</c> of <paramref name="source"/>.</summary>
    /// <param name="source">The source that holds the images.</param>
    /// <param name="indices">Indices into it, copied; repeats are allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative or not below the source's count.</exception>
    public SubsetSource(IImageSource source, IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(indices);
        _indices = [.. indices];
        foreach (int index in _indices)
        {
            if ((uint)index >= (uint)source.Count)
                throw new ArgumentOutOfRangeException(nameof(indices), index, "not an index of the source");
        }
        _source = source;
    }

    /// <inheritdoc/>
    public int Count => _indices.Length;

    /// <inheritdoc/>
    public int NativeChannels => _source.NativeChannels;

    /// <summary>Index in the underlying source of image <paramref name="index"/>.</summary>
    public int SourceIndex(int index) => _indices[index];

    /// <inheritdoc/>
    public int Label(int index) => _source.Label(_indices[index]);

    /// <inheritdoc/>
    public string Describe(int index) => _source.Describe(_indices[index]);

    /// <inheritdoc/>
    public ImagePixels Load(int index, int channels, byte background) => _source.Load(_indices[index], channels, background);

    ImagePixels IDeferredSource.Open(int index, int channels, byte background, bool fast) => _source.Open(_indices[index], channels, background, fast);

    string? IFileBacked.FilePath(int index) => (_source as IFileBacked)?.FilePath(_indices[index]);

    bool IFileBacked.ApplyOrientation => _source is not IFileBacked { ApplyOrientation: false };

    void IFileBacked.Keep(int index, int channels, byte background, ImagePixels pixels) => (_source as IFileBacked)?.Keep(_indices[index], channels, background, pixels);
}
