using Senet.Data;
using Senet.Graph;
using Senet.Torch;
using Senet.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>
/// A model file on libtorch, ready to classify images on a CPU or GPU. Not safe for use by several threads at once. A program that
/// only classifies does without libtorch: <c>Senet.ImageClassifier</c> of the package Senet.
/// </summary>
public sealed class TorchClassifier : IDisposable
{
    readonly GraphModule _module;
    readonly EvaluationTransform _transform;
    readonly Device _device;

    TorchClassifier(ModelDescription description, GraphModule module, Device device)
    {
        Description = description;
        Classes = description.OutputNames;
        _module = module;
        _device = device;
        _transform = new(description.Preprocessing);
    }

    /// <summary>What the model file says of itself.</summary>
    public ModelDescription Description { get; }

    /// <summary>Class names in the order of the outputs; their numbers if the file names none.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The network.</summary>
    public GraphModule Module => _module;

    /// <summary>Where it runs.</summary>
    public Device Device => _device;

    /// <summary>Loads a model file.</summary>
    /// <param name="path">A <c>model.safetensors</c>.</param>
    /// <param name="device"><c>auto</c>, <c>cpu</c>, <c>cuda</c>, <c>cuda:N</c> or <c>mps</c>.</param>
    /// <exception cref="SenetException">The file cannot be read or is no Senet model, or the device is not there.</exception>
    public static TorchClassifier Load(string path, string device = "auto")
    {
        ModelFile file = ModelFile.Load(path);
        Device target = TorchDevice.Parse(device);
        GraphModule module = new(ArchitectureRegistry.Get(file.Description.Architecture).Build(file.Description.Options));
        try
        {
            module.LoadWeights(file.Tensors, path);
            module.to(target);
            module.eval();
            return new(file.Description, module, target);
        }
        catch
        {
            module.Dispose();
            throw;
        }
    }

    /// <summary>Classifies an image file.</summary>
    /// <param name="path">JPEG, PNG, GIF, BMP or WebP, told by content.</param>
    /// <param name="top">How many classes to return, the likeliest first.</param>
    /// <exception cref="ImageDecodeException">The image cannot be read.</exception>
    public IReadOnlyList<Prediction> Classify(string path, int top = 5) =>
        Classify(ImageDecoder.DecodeFile(path, Description.Preprocessing.Channels, Description.Preprocessing.Background, Description.Preprocessing.ApplyOrientation), top);

    /// <summary>Classifies a decoded image with the model's number of channels.</summary>
    public IReadOnlyList<Prediction> Classify(ImagePixels image, int top = 5) => Classify([image], top)[0];

    /// <summary>Classifies several decoded images in one pass.</summary>
    /// <returns>One list per image, the likeliest class first.</returns>
    public IReadOnlyList<IReadOnlyList<Prediction>> Classify(IReadOnlyList<ImagePixels> images, int top = 5)
    {
        ArgumentNullException.ThrowIfNull(images);
        return Classify([.. images.Select(Prepare)], top);
    }

    /// <summary>Reads an image and makes it the network's input; safe for several threads at once, unlike everything else here.</summary>
    /// <param name="path">As for <see cref="Classify(string, int)"/>.</param>
    /// <returns>(C, H, W) values for <see cref="Classify(IReadOnlyList{float[]}, int)"/>.</returns>
    /// <exception cref="ImageDecodeException">The image cannot be read.</exception>
    public float[] Prepare(string path)
    {
        var values = new float[_transform.Length];
        _transform.ApplyFile(path, values);
        return values;
    }

    /// <summary>Classifies several inputs of <see cref="Prepare(string)"/> in one pass.</summary>
    /// <returns>One list per input, the likeliest class first.</returns>
    public IReadOnlyList<IReadOnlyList<Prediction>> Classify(IReadOnlyList<float[]> inputs, int top = 5)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count == 0)
            return [];
        var values = new float[inputs.Sum(input => input.Length)];
        int filled = 0;
        foreach (float[] input in inputs)
        {
            input.CopyTo(values, filled);
            filled += input.Length;
        }
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor batch = Batches.ToTensor(values, Shape(inputs.Count), _device);
        float[] probabilities = _module.call(batch).to(float32).softmax(1).cpu().data<float>().ToArray();
        return [.. Enumerable.Range(0, inputs.Count).Select(i => Best(probabilities.AsSpan(i * Classes.Count, Classes.Count), top))];
    }

    /// <summary>Runs the network alone, on inputs that the caller has prepared.</summary>
    /// <param name="inputs">(N, C, H, W) values, row-major, prepared as <see cref="ModelDescription.Preprocessing"/> says.</param>
    /// <returns>(N, classes) logits, row-major.</returns>
    public float[] Logits(ReadOnlySpan<float> inputs) => Logits(inputs, _transform.Height, _transform.Width);

    /// <summary>Runs the network alone, on inputs of any size that it takes.</summary>
    /// <param name="inputs">(N, C, <paramref name="height"/>, <paramref name="width"/>) values, row-major, normalised as <see cref="ModelDescription.Preprocessing"/> says.</param>
    /// <param name="height">Rows of an input.</param>
    /// <param name="width">Columns of an input.</param>
    /// <returns>(N, classes) logits, row-major.</returns>
    public float[] Logits(ReadOnlySpan<float> inputs, int height, int width)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        int channels = _transform.Channels;
        Tensor batch = Batches.ToTensor(inputs, [inputs.Length / (channels * height * width), channels, height, width], _device);
        return _module.call(batch).to(float32).cpu().data<float>().ToArray();
    }

    /// <summary>Evaluates the model on labelled images.</summary>
    /// <param name="data">What <see cref="ImageDataSet.OpenForEvaluation"/> accepts; its classes are matched by name.</param>
    /// <param name="batchSize">Images per pass.</param>
    /// <param name="progress">Receives the number of images done.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <exception cref="SenetException">The data cannot be used with this model.</exception>
    public EvaluationResult Evaluate(IImageSource data, int batchSize = 64, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var loader = new BatchLoader(data, _transform, new() { BatchSize = batchSize, Background = Description.Preprocessing.Background });
        return Evaluator.Evaluate(_module, loader, Classes, _device, progress, cancellationToken);
    }

    /// <summary>Frees the network.</summary>
    public void Dispose() => _module.Dispose();

    float[] Prepare(ImagePixels image)
    {
        var values = new float[_transform.Length];
        _transform.Apply(image, values);
        return values;
    }

    long[] Shape(int images) => [images, _transform.Channels, _transform.Height, _transform.Width];

    List<Prediction> Best(ReadOnlySpan<float> probabilities, int top)
    {
        var all = new List<Prediction>(Classes.Count);
        for (int i = 0; i < probabilities.Length; i++)
            all.Add(new(Classes[i], i, probabilities[i]));
        return [.. all.OrderByDescending(prediction => prediction.Probability).Take(top)];
    }
}
