using System.Buffers;
using System.Runtime.ExceptionServices;
using Senet.Data;
using Senet.Graph;
using Senet.Inference;
using Senet.Weights;

namespace Senet;

/// <summary>
/// A model file, ready to classify images on the CPU: decoding, the model's own preprocessing, the network, probabilities. All
/// members may be called from many threads at once; a call computes on all threads of <see cref="InferenceOptions.Threads"/>
/// unless another call has them, and then on its own.
/// </summary>
/// <remarks>
/// Images are JPEG, PNG, GIF, BMP, WebP or ICO, told by content. The probabilities of an image do not depend on the number of
/// threads; between passes of one image and of several they may differ in the last digits of a float.
/// </remarks>
public sealed partial class ImageClassifier : IDisposable
{
    readonly InferencePlan _plan;
    readonly EvaluationTransform _transform;
    readonly int _mostImages;
    readonly Lock _lock = new();
    int _running;
    bool _disposed;

    ImageClassifier(ModelDescription description, InferencePlan plan, int mostImages)
    {
        Description = description;
        Labels = description.OutputNames;
        _plan = plan;
        _mostImages = mostImages;
        _transform = new(description.Preprocessing);
    }

    /// <summary>What the model file says of itself: architecture, options, preprocessing, training.</summary>
    public ModelDescription Description { get; }

    /// <summary>Class names in the order of the outputs; their numbers where the file names none.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The network.</summary>
    public NetworkGraph Graph => _plan.Graph;

    /// <summary>Threads of one pass.</summary>
    public int Threads => _plan.Threads;

    /// <summary>The vector instructions in use.</summary>
    public InstructionSet InstructionSet => _plan.InstructionSet;

    /// <summary>
    /// Loads a model file, or a plan that <see cref="CompilePlan"/> made of one. A model file is closed again when this returns, and
    /// opened for a moment when a batch of another size needs weights in another form; a plan stays mapped into memory. A plan that is
    /// older than the model file beside it, or made for another engine version or processor, is made again from that file.
    /// </summary>
    /// <param name="path">A <c>model.safetensors</c> as training, <c>senet convert</c> and <see cref="ModelFile.Save"/> write it, or a <c>.plan</c>.</param>
    /// <param name="options">How the network runs; null takes all processors and their widest vectors.</param>
    /// <param name="warmUp">
    /// Whether to do here what the first images would otherwise wait for: take the memory, load the image decoder and compile the code.
    /// It adds some tenths of a second. Weights are packed in any case.
    /// </param>
    /// <exception cref="SenetException">The file cannot be read or is no Senet model, its weights are not those of its network, or the
    /// engine cannot run it with these options.</exception>
    public static ImageClassifier Load(string path, InferenceOptions? options = null, bool warmUp = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new();
        (ModelDescription description, InferencePlan plan) = ModelLoader.Load(path, options);
        var classifier = new ImageClassifier(description, plan, options.MostImages);
        if (warmUp)
            classifier.WarmUp();
        return classifier;
    }

    /// <summary>Packs a model's weights as this processor needs them and writes them into a plan file, which loads without packing and is shared between processes.</summary>
    /// <param name="modelPath">The model file.</param>
    /// <param name="planPath">File to create or replace; best beside the model and of the same name, ending in <see cref="PlanFile.Extension"/>, so that it is made again when the model changes.</param>
    /// <param name="options">How it is to run; the instruction set is the plan's.</param>
    /// <param name="shapes">Batches and image sizes that it is for; null takes single images of the model's size.</param>
    /// <exception cref="SenetException">The model cannot be read or run, or the plan cannot be written.</exception>
    public static void CompilePlan(string modelPath, string planPath, InferenceOptions? options = null, IReadOnlyList<PlanShape>? shapes = null) =>
        ModelLoader.WritePlan(modelPath, planPath, options ?? new(), shapes);

    /// <summary>Classifies an image file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="top">Classes to name; all where the model has fewer.</param>
    /// <exception cref="ImageDecodeException">The image cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is less than 1.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public Classification Classify(string path, int top = 5)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ClassifyOne(chw => _transform.ApplyFile(path, chw), top);
    }

    /// <summary>Classifies an image file read from a stream.</summary>
    /// <param name="image">Read to its end; not disposed.</param>
    /// <param name="top">Classes to name; all where the model has fewer.</param>
    /// <exception cref="ImageDecodeException">The bytes are no image that can be read.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is less than 1.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public Classification Classify(Stream image, int top = 5)
    {
        ArgumentNullException.ThrowIfNull(image);
        return ClassifyOne(chw => ApplyStream(image, chw), top);
    }

    /// <summary>Classifies a decoded image.</summary>
    /// <param name="image">Any size, as many channels as the model takes (<see cref="Preprocessing.Channels"/>); only read.</param>
    /// <param name="top">Classes to name; all where the model has fewer.</param>
    /// <exception cref="ArgumentException">The image has another number of channels.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is less than 1.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public Classification Classify(ImagePixels image, int top = 5)
    {
        ArgumentNullException.ThrowIfNull(image);
        return ClassifyOne(chw => _transform.Apply(image, chw), top);
    }

    /// <summary>Classifies several image files, in passes of up to <see cref="InferenceOptions.MostImages"/>: faster than one by one.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="top">Classes to name for each; all where the model has fewer.</param>
    /// <param name="cancellationToken">Stops before the next image is decoded and before the next pass.</param>
    /// <returns>One result per file, in their order.</returns>
    /// <exception cref="ImageDecodeException">An image cannot be read; of several, the first in order is named.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public IReadOnlyList<Classification> ClassifyBatch(IReadOnlyList<string> paths, int top = 5, CancellationToken cancellationToken = default)
    {
        CheckItems(paths);
        return ClassifyMany(paths.Count, (i, chw) => _transform.ApplyFile(paths[i], chw), top, cancellationToken);
    }

    /// <summary>Classifies several decoded images, in passes of up to <see cref="InferenceOptions.MostImages"/>.</summary>
    /// <param name="images">Of any sizes, with as many channels as the model takes; only read.</param>
    /// <param name="top">Classes to name for each; all where the model has fewer.</param>
    /// <param name="cancellationToken">Stops before the next image is prepared and before the next pass.</param>
    /// <returns>One result per image, in their order.</returns>
    /// <exception cref="ArgumentException">An image has another number of channels.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public IReadOnlyList<Classification> ClassifyBatch(IReadOnlyList<ImagePixels> images, int top = 5, CancellationToken cancellationToken = default)
    {
        CheckItems(images);
        return ClassifyMany(images.Count, (i, chw) => _transform.Apply(images[i], chw), top, cancellationToken);
    }

    /// <summary>The feature vector of an image file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="gates">Whether to return the gates of the squeeze-and-excitation blocks as well.</param>
    /// <exception cref="ImageDecodeException">The image cannot be read.</exception>
    /// <exception cref="SenetException">The network does not end with a fully connected layer and so has no feature vector.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public ImageEmbedding Embed(string path, bool gates = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return EmbedOne(chw => _transform.ApplyFile(path, chw), gates);
    }

    /// <summary>The feature vector of an image file read from a stream.</summary>
    /// <param name="image">Read to its end; not disposed.</param>
    /// <param name="gates">Whether to return the gates of the squeeze-and-excitation blocks as well.</param>
    /// <exception cref="ImageDecodeException">The bytes are no image that can be read.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="SenetException">The network does not end with a fully connected layer and so has no feature vector.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public ImageEmbedding Embed(Stream image, bool gates = false)
    {
        ArgumentNullException.ThrowIfNull(image);
        return EmbedOne(chw => ApplyStream(image, chw), gates);
    }

    /// <summary>The feature vector of a decoded image.</summary>
    /// <param name="image">Any size, as many channels as the model takes; only read.</param>
    /// <param name="gates">Whether to return the gates of the squeeze-and-excitation blocks as well.</param>
    /// <exception cref="ArgumentException">The image has another number of channels.</exception>
    /// <exception cref="SenetException">The network does not end with a fully connected layer and so has no feature vector.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public ImageEmbedding Embed(ImagePixels image, bool gates = false)
    {
        ArgumentNullException.ThrowIfNull(image);
        return EmbedOne(chw => _transform.Apply(image, chw), gates);
    }

    /// <summary>Runs the network alone, on inputs that the caller has prepared, such as a <see cref="BatchLoader"/>'s.</summary>
    /// <param name="inputs">(N, C, H, W) values, row-major, of the size that <see cref="ModelDescription.Preprocessing"/> names; normalised as it says.</param>
    /// <returns>(N, classes) logits, row-major.</returns>
    /// <exception cref="ArgumentException">The values are no whole number of images.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public float[] Logits(ReadOnlySpan<float> inputs) => Logits(inputs, _transform.Height, _transform.Width);

    /// <summary>Runs the network alone, on inputs of any size that it takes.</summary>
    /// <param name="inputs">(N, C, <paramref name="height"/>, <paramref name="width"/>) values, row-major, normalised as <see cref="ModelDescription.Preprocessing"/> says.</param>
    /// <param name="height">Rows of an input.</param>
    /// <param name="width">Columns of an input.</param>
    /// <returns>(N, classes) logits, row-major.</returns>
    /// <exception cref="ArgumentException">The values are no whole number of images.</exception>
    /// <exception cref="SenetException">The network does not take this size.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public float[] Logits(ReadOnlySpan<float> inputs, int height, int width)
    {
        int length = _transform.Channels * height * width;
        if (inputs.IsEmpty || length <= 0 || inputs.Length % length != 0)
            throw new ArgumentException(FormattableString.Invariant($"{inputs.Length} values; expected a multiple of {_transform.Channels} x {height} x {width} = {length}"), nameof(inputs));
        using Use use = Begin();
        float[] logits = new float[inputs.Length / length * Labels.Count];
        _plan.Run(inputs, height, width, logits);
        return logits;
    }

    /// <summary>Frees weights and memory: at once, or when the calls that are running have ended. Later calls throw <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed)
                return;
            _disposed = true;
            if (_running > 0)
                return;
        }
        _plan.Dispose();
    }

    void WarmUp()
    {
        _transform.WarmUp();
        _plan.Prepare(1, _transform.Height, _transform.Width);
        // The first pass touches its memory; the second is like any other.
        for (int i = 0; i < 2; i++)
            ClassifyOne(chw => chw.Clear(), top: 5);
    }

    Classification ClassifyOne(Action<Span<float>> prepare, int top)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        using Use use = Begin();
        float[] logits = new float[Labels.Count];
        float[] input = ArrayPool<float>.Shared.Rent(_transform.Length);
        try
        {
            Span<float> values = input.AsSpan(0, _transform.Length);
            prepare(values);
            _plan.Run(values, _transform.Height, _transform.Width, logits);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input);
        }
        return Classification.FromLogits(logits, Labels, top);
    }

    ImageEmbedding EmbedOne(Action<Span<float>> prepare, bool gates)
    {
        using Use use = Begin();
        float[] input = ArrayPool<float>.Shared.Rent(_transform.Length);
        InferenceDetails details;
        try
        {
            Span<float> values = input.AsSpan(0, _transform.Length);
            prepare(values);
            details = _plan.RunDetailed(values, _transform.Height, _transform.Width);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input);
        }
        if (details.Features.Length == 0)
            throw new SenetException($"{Graph.Name} does not end with a fully connected layer: it has no feature vector");
        var scales = new OrderedDictionary<string, float[]>(StringComparer.Ordinal);
        if (gates)
        {
            foreach (Node node in Graph.Nodes)
            {
                if (details.Gates.TryGetValue(node.Name, out float[]? scale))
                    scales.Add(node.Name, scale);
            }
        }
        return new(details.Features, scales, Classification.FromLogits(details.Logits, Labels));
    }

    // Images are decoded on as many threads as the network runs on, one pass at a time: memory holds the inputs of a pass and a photo per thread.
    Classification[] ClassifyMany(int count, Action<int, Span<float>> prepare, int top, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        using Use use = Begin();
        var results = new Classification[count];
        int length = _transform.Length;
        int most = Math.Min(count, _mostImages);
        float[] logits = new float[most * Labels.Count];
        float[] inputs = ArrayPool<float>.Shared.Rent(most * length);
        try
        {
            for (int first = 0; first < count; first += most)
            {
                int now = Math.Min(most, count - first);
                PrepareAll(first, now, i => prepare(i, inputs.AsSpan((i - first) * length, length)), cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                Span<float> scores = logits.AsSpan(0, now * Labels.Count);
                _plan.Run(inputs.AsSpan(0, now * length), _transform.Height, _transform.Width, scores);
                for (int i = 0; i < now; i++)
                    results[first + i] = Classification.FromLogits(scores.Slice(i * Labels.Count, Labels.Count), Labels, top);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(inputs);
        }
        return results;
    }

    void PrepareAll(int first, int count, Action<int> prepare, CancellationToken cancellationToken)
    {
        var errors = new Exception?[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = _plan.Threads, CancellationToken = cancellationToken }, i =>
        {
            try
            {
                prepare(first + i);
            }
            catch (Exception error)
            {
                errors[i] = error;
            }
        });
        if (Array.Find(errors, error => error is not null) is { } firstError)
            ExceptionDispatchInfo.Throw(firstError);
    }

    void ApplyStream(Stream image, Span<float> chw)
    {
        using var bytes = new MemoryStream();
        image.CopyTo(bytes);
        _transform.ApplyEncoded(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), NameOf(image), chw);
    }

    static string NameOf(Stream image) => image is FileStream file ? file.Name : "the stream";

    static void CheckItems<T>(IReadOnlyList<T> items)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Any(item => item is null or ""))
            throw new ArgumentException("an image is null or has an empty path", nameof(items));
    }

    // Counts a call, so that the plan is freed when nobody uses it any more.
    Use Begin()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _running++;
        }
        return new(this);
    }

    void End()
    {
        lock (_lock)
        {
            if (--_running > 0 || !_disposed)
                return;
        }
        _plan.Dispose();
    }

    readonly struct Use(ImageClassifier classifier) : IDisposable
    {
        public void Dispose() => classifier.End();
    }
}
