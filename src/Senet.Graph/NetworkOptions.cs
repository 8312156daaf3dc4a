namespace Senet.Graph;

/// <summary>
/// Everything that turns an architecture's table into one concrete network. Saved with every model, so that a model file
/// rebuilds its own graph. <see cref="Architecture.Defaults"/> holds an architecture's own values.
/// </summary>
public sealed record NetworkOptions
{
    /// <summary>Number of classes, the classifier's outputs; at least 1.</summary>
    public int Classes { get; init; } = 1000;

    /// <summary>Channels of the input image: 3 (RGB), 1 (grey) or any other positive number.</summary>
    public int InputChannels { get; init; } = 3;

    /// <summary>The squeeze-and-excitation blocks; null builds the plain network.</summary>
    public SeOptions? Se { get; init; }

    /// <summary>Which convolution of a down-sampling bottleneck carries the stride; of no effect in networks without bottlenecks.</summary>
    public BottleneckStride BottleneckStride { get; init; } = BottleneckStride.Conv1x1;

    /// <summary>Padding rule of the stem's 3x3 max-pooling; of no effect in networks without one.</summary>
    public StemPool StemPool { get; init; } = StemPool.CeilMode;

    /// <summary>
    /// Stride of the 3x3 stem of a CIFAR network, 1 or 2: 2 quarters the cost and keeps most of the accuracy on simple
    /// pictures. Of no effect in networks with another stem.
    /// </summary>
    public int StemStride { get; init; } = 1;

    /// <summary>What a shortcut does where the shape changes.</summary>
    public ShortcutKind Shortcut { get; init; } = ShortcutKind.Projection;

    /// <summary>Probability of dropping an input of the classifier while training; 0 leaves the dropout out.</summary>
    public double Dropout { get; init; }
}
