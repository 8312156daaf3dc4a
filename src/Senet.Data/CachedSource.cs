using System.Collections.Concurrent;

namespace Senet.Data;

/// <summary>
/// Keeps the decoded pixels of another source's images until a number of bytes is reached; images that no longer fit are
/// decoded anew at every call. A small data set is so decoded once, and a large one costs no more memory than allowed.
/// </summary>
/// <remarks>
/// Safe to use from several threads. What is kept is never evicted: in training every image is needed equally often, and
/// an eviction rule would only replace hits by other hits. The pixels handed out are shared between callers, who must not
/// write to them. Images that cannot be decoded are not remembered. Wrapping an <see cref="IdxSource"/> or a
/// <see cref="CifarBinarySource"/> gains nothing: they are in memory already.
/// </remarks>
public sealed class CachedSource : IImageSource, IFileBacked, IDeferredSource
{
    readonly IImageSource _source;
    readonly ConcurrentDictionary<(int Index, int Channels, byte Background), ImagePixels> _kept = new();
    long _used;
    volatile bool _full;

    /// <summary>Wraps <paramref name="source"/>.</summary>
    /// <param name="source">The source to decode from.</param>
    /// <param name="budgetBytes">Most bytes of pixels to keep; 0 keeps nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="budgetBytes"/> is negative.</exception>
    public CachedSource(IImageSource source, long budgetBytes)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(budgetBytes);
        _source = source;
        BudgetBytes = budgetBytes;
    }

    /// <summary>Most bytes of pixels kept.</summary>
    public long BudgetBytes { get; }

    /// <summary>Bytes of pixels kept now; never above <see cref="BudgetBytes"/> when no call is under way.</summary>
    public long UsedBytes => Interlocked.Read(ref _used);

    /// <summary>Number of decoded images kept now.</summary>
    public int KeptCount => _kept.Count;

    /// <inheritdoc/>
    public int Count => _source.Count;

    /// <inheritdoc/>
    public int NativeChannels => _source.NativeChannels;

    /// <inheritdoc/>
    public int Label(int index) => _source.Label(index);

    /// <inheritdoc/>
    public string Describe(int index) => _source.Describe(index);

    /// <inheritdoc/>
    public ImagePixels Load(int index, int channels, byte background)
    {
        (int, int, byte) key = (index, channels, background);
        if (_kept.TryGetValue(key, out ImagePixels? kept))
            return kept;
        ImagePixels pixels = _source.Load(index, channels, background);
        Keep(index, channels, background, pixels);
        return pixels;
    }

    void IFileBacked.Keep(int index, int channels, byte background, ImagePixels pixels) => Keep(index, channels, background, pixels);

    void Keep(int index, int channels, byte background, ImagePixels pixels)
    {
        // Reserve first, then store: whoever is refused, or finds that another thread stored the image, gives back.
        long bytes = pixels.Data.Length;
        if (Interlocked.Add(ref _used, bytes) > BudgetBytes)
        {
            Interlocked.Add(ref _used, -bytes);
            _full = true;
            return;
        }
        if (!_kept.TryAdd((index, channels, background), pixels))
            Interlocked.Add(ref _used, -bytes);
    }

    bool IFileBacked.ApplyOrientation => _source is not IFileBacked { ApplyOrientation: false };

    // What would not be kept needs no decoding in full. A fast image is not the same at every size: keeping it would tie the pixels to what fits.
    ImagePixels IDeferredSource.Open(int index, int channels, byte background, bool fast)
    {
        if (!fast && _kept.TryGetValue((index, channels, background), out ImagePixels? kept))
            return kept;
        return fast || _full ? _source.Open(index, channels, background, fast) : Load(index, channels, background);
    }

    string? IFileBacked.FilePath(int index) => (_source as IFileBacked)?.FilePath(index);
}
