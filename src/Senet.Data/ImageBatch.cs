namespace Senet.Data;

/// <summary>
/// A batch of network inputs. The pixels belong to the loader: they are valid until <see cref="Dispose"/>, which gives the
/// buffer back for a later batch.
/// </summary>
public sealed class ImageBatch : IDisposable
{
    readonly Action<float[]>? giveBack;
    float[]? pixels;

    /// <summary>Wraps the buffers without copying them.</summary>
    /// <param name="pixels">N * views * C * H * W floats, NCHW; may be longer.</param>
    /// <param name="labels">N class indices.</param>
    /// <param name="indices">N indices into the source.</param>
    /// <param name="channels">C.</param>
    /// <param name="height">H.</param>
    /// <param name="width">W.</param>
    /// <param name="giveBack">Called once with <paramref name="pixels"/> on disposal.</param>
    /// <param name="views">Inputs of each sample, one after the other.</param>
    /// <param name="mixed">The second labels of a batch whose samples were mixed; otherwise null.</param>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public ImageBatch(float[] pixels, long[] labels, int[] indices, int channels, int height, int width, Action<float[]>? giveBack = null, int views = 1, MixedLabels? mixed = null)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(indices);
        if (labels.Length != indices.Length || (long)labels.Length * views * channels * height * width > pixels.Length)
            throw new ArgumentException("labels, indices and pixels do not agree in length", nameof(pixels));
        this.pixels = pixels;
        this.giveBack = giveBack;
        Labels = labels;
        Indices = indices;
        Channels = channels;
        Height = height;
        Width = width;
        Views = views;
        Mixed = mixed;
    }

    /// <summary>Number of samples, N.</summary>
    public int Count => Labels.Length;

    /// <summary>Channels of a sample, C.</summary>
    public int Channels { get; }

    /// <summary>Rows of a sample, H.</summary>
    public int Height { get; }

    /// <summary>Columns of a sample, W.</summary>
    public int Width { get; }

    /// <summary>Inputs of each sample, such as ten crops; 1 in training.</summary>
    public int Views { get; }

    /// <summary>Class index of each sample; not reused.</summary>
    public long[] Labels { get; }

    /// <summary>Where samples were mixed, what else each sample is and how much of it; otherwise null. Not reused.</summary>
    public MixedLabels? Mixed { get; }

    /// <summary>Index of each sample in the source; not reused.</summary>
    public int[] Indices { get; }

    /// <summary>The buffer behind <see cref="Values"/>; it may be longer than Count * Views * C * H * W.</summary>
    /// <exception cref="ObjectDisposedException">The batch was disposed.</exception>
    public float[] Pixels
    {
        get
        {
            ObjectDisposedException.ThrowIf(pixels is null, this);
            return pixels;
        }
    }

    /// <summary>Count * Views * C * H * W floats, NCHW, row-major.</summary>
    /// <exception cref="ObjectDisposedException">The batch was disposed.</exception>
    public ReadOnlySpan<float> Values => Pixels.AsSpan(0, Length);

    /// <summary>The same floats as <see cref="Values"/>.</summary>
    /// <exception cref="ObjectDisposedException">The batch was disposed.</exception>
    public ReadOnlyMemory<float> Memory => Pixels.AsMemory(0, Length);

    int Length => Count * Views * Channels * Height * Width;

    /// <summary>Gives the pixel buffer back; further calls do nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref pixels, null) is { } buffer)
            giveBack?.Invoke(buffer);
    }
}
