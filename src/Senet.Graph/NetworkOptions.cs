namespace Senet.Graph;

/// <summary>
/// Everything that turns an architecture's table into one concrete network. Saved with every model, so that a model file
/// rebuilds its own graph. <see cref="Architecture.Defaults"/> holds an architecture's own values, and
/// <see cref="Architecture.Choices"/> says which members it has a use for; changing another one is an error.
/// </summary>
public sealed record NetworkOptions
{
    /// <summary>Number of classes, the classifier's outputs; at least 1.</summary>
    public int Classes { get; init; } = 1000;

    /// <summary>Channels of the input image: 3 (RGB), 1 (grey) or any other positive number.</summary>
    public int InputChannels { get; init; } = 3;

    /// <summary>The squeeze-and-excitation blocks; null builds the plain network.</summary>
    public SeOptions? Se { get; init; }

    /// <summary>Which convolution of a down-sampling bottleneck carries the stride.</summary>
    public BottleneckStride BottleneckStride { get; init; } = BottleneckStride.Conv1x1;

    /// <summary>First convolutions of a residual network for ImageNet.</summary>
    public StemKind Stem { get; init; } = StemKind.Conv7x7;

    /// <summary>Padding rule of the stem's 3x3 max-pooling.</summary>
    public StemPool StemPool { get; init; } = StemPool.CeilMode;

    /// <summary>
    /// Stride of the 3x3 stem of a CIFAR ResNet, 1 or 2: 2 quarters the cost and keeps most of the accuracy on simple pictures.
    /// </summary>
    public int StemStride { get; init; } = 1;

    /// <summary>What a shortcut does where the shape changes.</summary>
    public ShortcutKind Shortcut { get; init; } = ShortcutKind.Projection;

    /// <summary>
    /// Down-samples anti-aliased (timm's "aa" networks): strided 3x3 convolutions and the stem's max-pooling run at stride 1,
    /// with a <see cref="BlurPoolNode"/> behind them. Needs the bottleneck's stride in the 3x3.
    /// </summary>
    public bool AntiAlias { get; init; }

    /// <summary>Divides the filters of a block's first convolution; 2 halves them, as in SENet-154 (timm's <c>block_reduce_first</c>).</summary>
    public int BlockReduceFirst { get; init; } = 1;

    /// <summary>Multiplies the filters of every layer, rounded down: the width multiplier of MobileNet and ShuffleNet, which VGGs have as well.</summary>
    public double WidthMultiplier { get; init; } = 1;

    /// <summary>Biases in convolutions that a batch normalisation follows, which make no difference but to what a checkpoint holds.</summary>
    public bool ConvBias { get; init; }

    /// <summary>Which published form of the network, one of <see cref="Architecture.Variants"/>; null is the first, the paper's.</summary>
    public string? Variant { get; init; }

    /// <summary>Probability of dropping an input of the classifier while training; 0 leaves the dropout out.</summary>
    public double Dropout { get; init; }

    /// <summary>These options for stage <paramref name="number"/>, counted from 1: without SE where that stage has none.</summary>
    internal NetworkOptions ForStage(int number) => Se is null || Se.HasStage(number) ? this : this with { Se = null };
}
