using Senet.Data;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Cli;

/// <summary>A loaded model on one of the engines.</summary>
/// <param name="description">What the model file says of itself.</param>
/// <param name="input">How images go in: as the file says, or in another size.</param>
abstract class Engine(ModelDescription description, Preprocessing input) : IDisposable
{
    /// <summary>What the model file says of itself.</summary>
    public ModelDescription Description { get; } = description;

    /// <summary>Class names in the order of the outputs; their numbers where the file names none.</summary>
    public IReadOnlyList<string> Classes { get; } = description.OutputNames;

    /// <summary>Makes images the network's input.</summary>
    public EvaluationTransform Transform { get; private set; } = new(input);

    /// <summary>Takes images as they are stored from now on, whatever the model says.</summary>
    public void IgnoreOrientation() => Transform = new(Transform.Preprocessing with { ApplyOrientation = false });

    /// <summary>(N, classes) logits, row-major, of (N, C, H, W) inputs that <see cref="Transform"/> made.</summary>
    public abstract float[] Logits(ReadOnlySpan<float> inputs);

    public abstract void Dispose();
}
