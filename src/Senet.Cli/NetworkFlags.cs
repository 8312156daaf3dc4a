using System.CommandLine;
using Senet.Graph;

namespace Senet.Cli;

/// <summary>The options that change a network.</summary>
sealed class NetworkFlags
{
    readonly Option<int?> _ratio = Opt.Whole("--se-ratio", "SE: reduction ratio r (default 16).", "R");
    readonly Option<int?> _width = Opt.Whole("--se-width", "SE: squeeze width of every block, instead of a ratio.");
    readonly Option<SeRounding?> _rounding = Opt.Choice(
        "--se-rounding", "SE: how C / r becomes a whole number.", ("exact", SeRounding.Exact), ("floor", SeRounding.Floor), ("multiple-of-8", SeRounding.MultipleOf8));
    readonly Option<bool> _noBias = Opt.Flag("--se-no-bias", "SE: no biases.");
    readonly Option<SqueezeOperator?> _squeeze = Opt.Choice("--se-squeeze", "SE: squeeze operator.", ("average", SqueezeOperator.Average), ("max", SqueezeOperator.Max));
    readonly Option<ExcitationGate?> _gate = Opt.Choice(
        "--se-gate", "SE: gate.", ("sigmoid", ExcitationGate.Sigmoid), ("tanh", ExcitationGate.Tanh), ("relu", ExcitationGate.Relu));
    readonly Option<BottleneckStride?> _stride = Opt.Choice(
        "--stride", "Bottlenecks: the convolution that carries the stride; 1x1 as in the paper, 3x3 as in torchvision.", ("1x1", BottleneckStride.Conv1x1), ("3x3", BottleneckStride.Conv3x3));
    readonly Option<StemPool?> _stemPool = Opt.Choice("--stem-pool", "Padding rule of the stem's max-pooling.", ("ceil", StemPool.CeilMode), ("padded", StemPool.Padded));
    readonly Option<int?> _stemStride = Opt.Choice("--stem-stride", "CIFAR networks: stride of the stem; 2 quarters the cost.", ("1", 1), ("2", 2));
    readonly Option<ShortcutKind?> _shortcut = Opt.Choice(
        "--shortcut", "What shortcuts do where the shape changes.", ("projection", ShortcutKind.Projection), ("zero-pad", ShortcutKind.ZeroPad));
    readonly Option<double?> _dropout = Opt.Number("--dropout", "Dropout in front of the classifier.", "P");

    public IEnumerable<Option> All => [.. SeOnly, _stride, _stemPool, _stemStride, _shortcut, _dropout];

    Option[] SeOnly => [_ratio, _width, _rounding, _noBias, _squeeze, _gate];

    /// <summary>Whether any was given.</summary>
    public bool Any(ParseResult parsed) => All.Any(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary><paramref name="options"/> with the changes asked for.</summary>
    /// <exception cref="UsageException">An SE option for a network without SE, or a value out of range.</exception>
    public NetworkOptions Apply(ParseResult parsed, string architecture, NetworkOptions options)
    {
        SeOptions? se = options.Se;
        if (SeOnly.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } given)
        {
            if (se is null)
                throw new UsageException($"{given.Name}: {architecture} has no squeeze-and-excitation; its twin with it is called se-{architecture}");
            int? ratio = parsed.GetValue(_ratio).AtLeast(1, _ratio.Name);
            int? width = parsed.GetValue(_width).AtLeast(1, _width.Name);
            if (ratio is not null && width is not null)
                throw new UsageException("--se-ratio and --se-width: give one of them");
            se = se with
            {
                ReductionRatio = ratio ?? se.ReductionRatio,
                SqueezeWidth = width ?? (ratio is null ? se.SqueezeWidth : null),
                Rounding = parsed.GetValue(_rounding) ?? se.Rounding,
                Biases = !parsed.GetValue(_noBias) && se.Biases,
                Squeeze = parsed.GetValue(_squeeze) ?? se.Squeeze,
                Gate = parsed.GetValue(_gate) ?? se.Gate,
            };
        }
        double dropout = parsed.GetValue(_dropout) ?? options.Dropout;
        if (!(dropout >= 0 && dropout < 1))
            throw new UsageException(FormattableString.Invariant($"--dropout {dropout}: expected 0 or more and below 1"));
        return options with
        {
            Se = se,
            BottleneckStride = parsed.GetValue(_stride) ?? options.BottleneckStride,
            StemPool = parsed.GetValue(_stemPool) ?? options.StemPool,
            StemStride = parsed.GetValue(_stemStride) ?? options.StemStride,
            Shortcut = parsed.GetValue(_shortcut) ?? options.Shortcut,
            Dropout = dropout,
        };
    }
}
