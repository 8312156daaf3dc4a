using Senet.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>The loss of a recipe: cross-entropy or binary cross-entropy, with label smoothing, mixed labels and class weights; PyTorch's definitions.</summary>
/// <remarks>
/// With class weights the mean is that over the images, not over the sum of their weights: then the loss of a batch is the mean of its parts' losses, and
/// an image counts the same whatever else is in its batch.
/// </remarks>
sealed class TrainingLoss : IDisposable
{
    readonly LossKind _kind;
    readonly double _smoothing;
    readonly int _classes;
    readonly Tensor? _weights;

    /// <summary>A loss over <paramref name="classes"/> classes.</summary>
    /// <param name="recipe">Kind and label smoothing.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="weights">Weight of each class, or null for 1 everywhere.</param>
    /// <param name="device">Where the logits are.</param>
    public TrainingLoss(Recipe recipe, int classes, float[]? weights, Device device)
    {
        _kind = recipe.Loss;
        _smoothing = recipe.LabelSmoothing;
        _classes = classes;
        _weights = weights is null ? null : tensor(weights).to(device).DetachFromDisposeScope();
    }

    /// <summary>The weights of the classes that a recipe asks for; null for 1 everywhere.</summary>
    public static float[]? WeightsOf(Recipe recipe, IImageSource images, int classes)
    {
        if (recipe.ClassWeights == ClassWeighting.None)
            return null;
        int[] counts = new int[classes];
        for (int i = 0; i < images.Count; i++)
            counts[images.Label(i)]++;
        int present = counts.Count(count => count > 0);
        // A class without images has nothing to weigh.
        return [.. counts.Select(count => count == 0 ? 1 : (float)((double)images.Count / ((double)present * count)))];
    }

    /// <summary>The mean loss over the images.</summary>
    /// <param name="logits">(N, classes).</param>
    /// <param name="targets">(N) class indices, or (N, classes) shares; see <see cref="Batches.Targets"/>.</param>
    /// <returns>A scalar, owned by the caller.</returns>
    public Tensor Mean(Tensor logits, Tensor targets)
    {
        using DisposeScope scope = NewDisposeScope();
        return (_kind == LossKind.BinaryCrossEntropy ? Binary(logits, targets) : CrossEntropy(logits, targets)).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the weights of the classes.</summary>
    public void Dispose() => _weights?.Dispose();

    Tensor CrossEntropy(Tensor logits, Tensor targets) => _weights is null
        ? nn.functional.cross_entropy(logits, targets, label_smoothing: _smoothing)
        : nn.functional.cross_entropy(logits, targets, weight: _weights, reduction: nn.Reduction.Sum, label_smoothing: _smoothing) / logits.shape[0];

    Tensor Binary(Tensor logits, Tensor targets)
    {
        Tensor shares = targets.dtype == ScalarType.Int64 ? nn.functional.one_hot(targets, _classes) : targets;
        shares = shares.to(logits.dtype);
        if (_smoothing > 0)
            shares = shares * (1 - _smoothing) + _smoothing / _classes;
        return nn.functional.binary_cross_entropy_with_logits(logits, shares, weight: _weights);
    }
}
