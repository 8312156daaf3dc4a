using System.Globalization;

namespace Senet.Graph;

/// <summary>
/// A squeeze-and-excitation block's choices (arXiv:1709.01507, section 3 and the ablations of section 6). The defaults are
/// those of the released networks: r = 16, average squeeze, sigmoid gate, biases in both fully connected layers.
/// </summary>
public sealed record SeOptions
{
    /// <summary>Reduction ratio r: the squeeze width is C / r. Ignored when <see cref="SqueezeWidth"/> is set.</summary>
    public int ReductionRatio { get; init; } = 16;

    /// <summary>The squeeze width itself, the same in every block; null derives it from <see cref="ReductionRatio"/>.</summary>
    public int? SqueezeWidth { get; init; }

    /// <summary>How C / r becomes a whole number.</summary>
    public SeRounding Rounding { get; init; } = SeRounding.Exact;

    /// <summary>Biases in the two fully connected layers: true in the released networks, false in the paper's ablations.</summary>
    public bool Biases { get; init; } = true;

    /// <summary>The squeeze operator.</summary>
    public SqueezeOperator Squeeze { get; init; } = SqueezeOperator.Average;

    /// <summary>The gate's non-linearity.</summary>
    public ExcitationGate Gate { get; init; } = ExcitationGate.Sigmoid;

    /// <summary>Where the block sits; other places than the standard one exist in residual blocks only.</summary>
    public SePlacement Placement { get; init; } = SePlacement.Standard;

    /// <summary>The stages that have blocks.</summary>
    public SeStages Stages { get; init; } = SeStages.All;

    /// <summary>Rectifies the residual branch in front of the squeeze, as timm's legacy SE-ResNet-18 and -34 do; residual blocks only.</summary>
    public bool ReluBefore { get; init; }

    /// <summary>
    /// Starts every block as (nearly) the identity: the second fully connected layer has weight 0 and a bias that opens the gate,
    /// 5 for the sigmoid (0.9933), 3 for tanh (0.9951), 1 for ReLU (exactly 1). For blocks that are added to a trained plain
    /// network, whose features a random gate near 0.5 would halve. Of the initial weights only; needs <see cref="Biases"/>.
    /// </summary>
    public bool IdentityInit { get; init; }

    /// <summary>Whether stage <paramref name="number"/>, counted from 1, has blocks.</summary>
    public bool HasStage(int number) => Stages.HasFlag((SeStages)(1 << (number - 1)));

    /// <summary>The squeeze width for a block of <paramref name="channels"/> channels.</summary>
    /// <param name="channels">Channels of the feature map that is recalibrated.</param>
    /// <param name="node">Name of the block, for the message.</param>
    /// <exception cref="SenetException">The ratio or width is below 1, or C is not divisible by r under <see cref="SeRounding.Exact"/>.</exception>
    public int WidthFor(int channels, string node)
    {
        if (SqueezeWidth is { } width)
            return width >= 1 ? width : throw new SenetException($"{node}: squeeze width {width} is below 1; choose at least 1");
        if (ReductionRatio < 1)
            throw new SenetException($"{node}: reduction ratio {ReductionRatio} is below 1; choose at least 1");
        switch (Rounding)
        {
            case SeRounding.Floor:
                return Math.Max(1, channels / ReductionRatio);
            case SeRounding.MultipleOf8:
                return Math.Max(8, (int)((double)channels / ReductionRatio + 4) / 8 * 8);
            default:
                if (channels % ReductionRatio == 0)
                    return channels / ReductionRatio;
                string quotient = ((double)channels / ReductionRatio).ToString("0.###", CultureInfo.InvariantCulture);
                throw new SenetException(
                    $"{node}: {channels} channels are not divisible by reduction ratio {ReductionRatio} ({channels} / {ReductionRatio} = {quotient}); " +
                    $"choose a divisor of {channels} or another rounding rule (floor, multiple-of-8)");
        }
    }
}
