using Senet.Data;
using Senet.Graph;
using Senet.Inference;

namespace Senet;

// The same work on a thread of the pool, so that a caller's own thread (of a window, of a request) stays free. A pass that has
// begun is not interrupted: cancellation counts before an image is decoded and before a pass.
public sealed partial class ImageClassifier
{
    /// <summary>Classifies an image file on a thread of the pool.</summary>
    /// <param name="path">The file.</param>
    /// <param name="top">Classes to name; all where the model has fewer.</param>
    /// <param name="cancellationToken">Cancels until the pass through the network has begun.</param>
    /// <exception cref="ImageDecodeException">The image cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public Task<Classification> ClassifyAsync(string path, int top = 5, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Task.Run(() => ClassifyOne(Cancellable(chw => _transform.ApplyFile(path, chw), cancellationToken), top), cancellationToken);
    }

    /// <summary>Classifies an image file from a stream: reads it asynchronously, then computes on a thread of the pool.</summary>
    /// <param name="image">Read to its end; not disposed.</param>
    /// <param name="top">Classes to name; all where the model has fewer.</param>
    /// <param name="cancellationToken">Cancels while the stream is read and until the pass through the network has begun.</param>
    /// <exception cref="ImageDecodeException">The bytes are no image that can be read.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public Task<Classification> ClassifyAsync(Stream image, int top = 5, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        return ReadThenRun(image, prepare => ClassifyOne(prepare, top), cancellationToken);
    }

    /// <summary>Classifies a decoded image on a thread of the pool.</summary>
    /// <param name="image">Any size, as many channels as the model takes; only read, and not to be changed until the task has ended.</param>
    /// <param name="top">Classes to name; all where the model has fewer.</param>
    /// <param name="cancellationToken">Cancels until the pass through the network has begun.</param>
    /// <exception cref="ArgumentException">The image has another number of channels.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public Task<Classification> ClassifyAsync(ImagePixels image, int top = 5, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Task.Run(() => ClassifyOne(Cancellable(chw => _transform.Apply(image, chw), cancellationToken), top), cancellationToken);
    }

    /// <summary>Classifies several image files, in passes of up to <see cref="InferenceOptions.MostImages"/>, on threads of the pool.</summary>
    /// <param name="paths">The files; the list is not to be changed until the task has ended.</param>
    /// <param name="top">Classes to name for each; all where the model has fewer.</param>
    /// <param name="cancellationToken">Stops before the next image is decoded and before the next pass.</param>
    /// <returns>One result per file, in their order.</returns>
    /// <exception cref="ImageDecodeException">An image cannot be read; of several, the first in order is named.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public Task<IReadOnlyList<Classification>> ClassifyBatchAsync(IReadOnlyList<string> paths, int top = 5, CancellationToken cancellationToken = default)
    {
        CheckItems(paths);
        return Task.Run(() => ClassifyBatch(paths, top, cancellationToken), cancellationToken);
    }

    /// <summary>Classifies several decoded images, in passes of up to <see cref="InferenceOptions.MostImages"/>, on threads of the pool.</summary>
    /// <param name="images">With as many channels as the model takes; neither list nor pixels are to be changed until the task has ended.</param>
    /// <param name="top">Classes to name for each; all where the model has fewer.</param>
    /// <param name="cancellationToken">Stops before the next image is prepared and before the next pass.</param>
    /// <returns>One result per image, in their order.</returns>
    /// <exception cref="ArgumentException">An image has another number of channels.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public Task<IReadOnlyList<Classification>> ClassifyBatchAsync(IReadOnlyList<ImagePixels> images, int top = 5, CancellationToken cancellationToken = default)
    {
        CheckItems(images);
        return Task.Run(() => ClassifyBatch(images, top, cancellationToken), cancellationToken);
    }

    /// <summary>The feature vector of an image file, computed on a thread of the pool.</summary>
    /// <param name="path">The file.</param>
    /// <param name="gates">Whether to return the gates of the squeeze-and-excitation blocks as well.</param>
    /// <param name="cancellationToken">Cancels until the pass through the network has begun.</param>
    /// <exception cref="ImageDecodeException">The image cannot be read.</exception>
    /// <exception cref="SenetException">The network does not end with a fully connected layer and so has no feature vector.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public Task<ImageEmbedding> EmbedAsync(string path, bool gates = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Task.Run(() => EmbedOne(Cancellable(chw => _transform.ApplyFile(path, chw), cancellationToken), gates), cancellationToken);
    }

    /// <summary>The feature vector of an image file from a stream: reads it asynchronously, then computes on a thread of the pool.</summary>
    /// <param name="image">Read to its end; not disposed.</param>
    /// <param name="gates">Whether to return the gates of the squeeze-and-excitation blocks as well.</param>
    /// <param name="cancellationToken">Cancels while the stream is read and until the pass through the network has begun.</param>
    /// <exception cref="ImageDecodeException">The bytes are no image that can be read.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="SenetException">The network does not end with a fully connected layer and so has no feature vector.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public Task<ImageEmbedding> EmbedAsync(Stream image, bool gates = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        return ReadThenRun(image, prepare => EmbedOne(prepare, gates), cancellationToken);
    }

    /// <summary>The feature vector of a decoded image, computed on a thread of the pool.</summary>
    /// <param name="image">Any size, as many channels as the model takes; only read, and not to be changed until the task has ended.</param>
    /// <param name="gates">Whether to return the gates of the squeeze-and-excitation blocks as well.</param>
    /// <param name="cancellationToken">Cancels until the pass through the network has begun.</param>
    /// <exception cref="ArgumentException">The image has another number of channels.</exception>
    /// <exception cref="SenetException">The network does not end with a fully connected layer and so has no feature vector.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public Task<ImageEmbedding> EmbedAsync(ImagePixels image, bool gates = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Task.Run(() => EmbedOne(Cancellable(chw => _transform.Apply(image, chw), cancellationToken), gates), cancellationToken);
    }

    async Task<T> ReadThenRun<T>(Stream image, Func<Action<Span<float>>, T> run, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await image.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        Action<Span<float>> prepare = Cancellable(chw => _transform.ApplyEncoded(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), NameOf(image), chw), cancellationToken);
        return await Task.Run(() => run(prepare), cancellationToken).ConfigureAwait(false);
    }

    static Action<Span<float>> Cancellable(Action<Span<float>> prepare, CancellationToken cancellationToken) => chw =>
    {
        prepare(chw);
        cancellationToken.ThrowIfCancellationRequested();
    };
}
