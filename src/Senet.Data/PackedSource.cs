using System.IO.MemoryMappedFiles;
using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// The images of another source, decoded and with their short side resized, in one file that is mapped into memory. The file is built once, and built
/// again when an image, a setting or the decoder has changed.
/// </summary>
/// <remarks>
/// <para>An image whose short side exceeds <see cref="PackedOptions.ShortSide"/> is resized to it, as evaluation does; smaller ones stay as they are. So
/// an evaluation with that short side and filter gives the same pixels from here as from the files, but random crops are cut out of the resized image,
/// not out of the original.</para>
/// <para>A path, length or time of modification that differs from what was packed makes a file stale; the pixels of an image are checked against a sum
/// when they are first used. Runs at the same time wait for the first one to build the file, and a run that is killed leaves nothing that passes for a
/// whole one. All members may be called from several threads at once.</para>
/// </remarks>
public sealed unsafe class PackedSource : IImageSource, IDeferredSource, IFileBacked, IDisposable
{
    readonly IImageSource _source;
    readonly PackedOptions _options;
    readonly PackedFile _file;
    readonly MemoryMappedFile _mapping;
    readonly MemoryMappedViewAccessor _view;
    readonly byte* _bytes;
    readonly bool[] _checked;
    bool _disposed;

    PackedSource(IImageSource source, PackedOptions options, PackedFile file, bool wasBuilt)
    {
        _source = source;
        _options = options;
        _file = file;
        WasBuilt = wasBuilt;
        _checked = new bool[source.Count];
        _mapping = MemoryMappedFile.CreateFromFile(file.Path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _mapping.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _bytes);
    }

    /// <summary>Whether the file had to be built.</summary>
    public bool WasBuilt { get; }

    /// <summary>Bytes of the file.</summary>
    public long FileBytes => _file.Length;

    /// <inheritdoc/>
    public int Count => _source.Count;

    /// <inheritdoc/>
    public int NativeChannels => _source.NativeChannels;

    /// <summary>Whether packing <paramref name="source"/> makes sense: its images are files of their own.</summary>
    public static bool CanPack(IImageSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Count > 0 && (source as IFileBacked)?.FilePath(0) is not null;
    }

    /// <summary>Opens the file at <paramref name="path"/>, and builds it first where it is missing, damaged or stale.</summary>
    /// <param name="source">The images, all of them readable; files of their own.</param>
    /// <param name="path">The packed file; its folder is created. A file beside it, with .lock behind its name, keeps other runs waiting.</param>
    /// <param name="options">What is packed.</param>
    /// <param name="workers">Threads that decode, at least 1.</param>
    /// <param name="progress">Receives the number of images packed, ascending; called from the calling thread. Nothing is reported where the file is good.</param>
    /// <param name="cancellationToken">Stops building or waiting; nothing is left behind.</param>
    /// <exception cref="ImageDecodeException">An image cannot be read.</exception>
    /// <exception cref="SenetException">The file cannot be written, for instance because the disk is full; the message says what to do.</exception>
    /// <exception cref="ArgumentException">The images are not files of their own, or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static PackedSource Open(IImageSource source, string path, PackedOptions options, int workers, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        options.Validate();
        if (!CanPack(source))
            throw new ArgumentException("only images that are files of their own can be packed", nameof(source));
        byte[] key = PackedFile.Key(source, options);
        try
        {
            bool built = false;
            if (PackedFile.TryRead(path, key, source.Count, options.Channels) is not { } file)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                using FileStream _ = Lock(path + ".lock", cancellationToken);
                // Another run may have built it meanwhile.
                file = PackedFile.TryRead(path, key, source.Count, options.Channels);
                if (file is null)
                {
                    PackedFile.Build(path, key, source, options, workers, progress, cancellationToken);
                    file = PackedFile.TryRead(path, key, source.Count, options.Channels) ?? throw new IOException("what was written is not what is read");
                    built = true;
                }
            }
            return new PackedSource(source, options, file, built);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SenetException($"{path}: the image cache cannot be written or read: {ImageFiles.OneLine(e.Message)}; free some space or choose another folder, or do without the cache", e);
        }
    }

    /// <summary>Waits until no other run holds the lock. It ends with the process that holds it, so the file may stay.</summary>
    static FileStream Lock(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                cancellationToken.WaitHandle.WaitOne(200);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <inheritdoc/>
    public int Label(int index) => _source.Label(index);

    /// <inheritdoc/>
    public string Describe(int index) => _source.Describe(index);

    /// <summary>A copy of a packed image.</summary>
    /// <param name="index">0 .. Count - 1.</param>
    /// <param name="channels">The packed number of channels.</param>
    /// <param name="background">The packed background.</param>
    /// <exception cref="ImageDecodeException">The file was damaged after it was opened.</exception>
    /// <exception cref="ArgumentException">Other channels or another background were packed.</exception>
    public ImagePixels Load(int index, int channels, byte background) => Find(index, channels, background).ReadWhole(channels);

    ImagePixels IDeferredSource.Open(int index, int channels, byte background, bool fast)
    {
        PackedImage image = Find(index, channels, background);
        return new ImagePixels(image, image.Width, image.Height, channels);
    }

    PackedImage Find(int index, int channels, byte background)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (channels != _options.Channels || background != _options.Background)
            throw new ArgumentException($"packed were {_options.Channels} channels over background {_options.Background}, not {channels} over {background}", nameof(channels));
        PackedFile.Entry entry = _file.Entries[index];
        var image = new PackedImage(_bytes + entry.Offset, entry.Width, entry.Height);
        if (!_checked[index])
        {
            if (PackedFile.Sum(image.Bytes(channels)) != entry.Sum)
                throw new ImageDecodeException(Describe(index), $"its pixels in {_file.Path} are damaged; delete that file to have it built again");
            _checked[index] = true;
        }
        return image;
    }

    bool IFileBacked.ApplyOrientation => _source is not IFileBacked { ApplyOrientation: false };

    string? IFileBacked.FilePath(int index) => ((IFileBacked)_source).FilePath(index);

    /// <summary>Unmaps the file; no image may be in use.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _mapping.Dispose();
    }

    sealed class PackedImage(byte* bytes, int width, int height) : DeferredImage
    {
        public int Width => width;

        public int Height => height;

        public ReadOnlySpan<byte> Bytes(int channels) => new(bytes, width * height * channels);

        public override PixelView Read(int shrink, int x, int y, int partWidth, int partHeight, int channels) =>
            new(Bytes(channels)[((y * width + x) * channels)..], width * channels, partWidth, partHeight, channels);

        public override ImagePixels ReadWhole(int channels) => new(width, height, channels, Bytes(channels).ToArray());

        // The file belongs to the source.
        public override void Dispose()
        {
        }
    }
}
