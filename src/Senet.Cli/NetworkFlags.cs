using System.CommandLine;
using Senet.Graph;

namespace Senet.Cli;

/// <summary>The options that change a network.</summary>
sealed class NetworkFlags
{
    readonly SeFlags _se = new();
    readonly Option<BottleneckStride?> _stride = Opt.Choice(
        "--stride", "Bottlenecks: the convolution that carries the stride; 1x1 as in the paper, 3x3 as in torchvision.", ("1x1", BottleneckStride.Conv1x1), ("3x3", BottleneckStride.Conv3x3));
    readonly Option<StemKind?> _stem = Opt.Choice(
        "--stem", "ResNets: first convolutions; deep and tiered are three 3x3 as in timm's d and t networks.", ("conv7x7", StemKind.Conv7x7), ("deep", StemKind.Deep), ("tiered", StemKind.Tiered));
    readonly Option<StemPool?> _stemPool = Opt.Choice("--stem-pool", "Padding rule of the stem's max-pooling.", ("ceil", StemPool.CeilMode), ("padded", StemPool.Padded));
    readonly Option<int?> _stemStride = Opt.Choice("--stem-stride", "CIFAR networks: stride of the stem; 2 quarters the cost.", ("1", 1), ("2", 2));
    readonly Option<ShortcutKind?> _shortcut = Opt.Choice(
        "--shortcut", "What shortcuts do where the shape changes.", ("projection", ShortcutKind.Projection), ("zero-pad", ShortcutKind.ZeroPad), ("average-pool", ShortcutKind.AveragePool));
    readonly Option<bool> _antiAlias = Opt.Flag("--anti-alias", "Anti-aliased down-sampling as in timm's aa networks; bottlenecks need --stride 3x3 with it.");
    readonly Option<int?> _blockReduceFirst = Opt.Whole("--block-reduce-first", "Divides the filters of a block's first convolution.");
    readonly Option<double?> _width = Opt.Number("--width", "MobileNet, ShuffleNet: multiplies the filters of every layer (--se-width is the squeeze width).");
    readonly Option<bool?> _convBias = Opt.Switch("--conv-bias", "Biases in convolutions that a batch normalisation follows ('--conv-bias false' leaves them out).");
    readonly Option<string?> _variant = Opt.Text("--variant", "Published form of the network; 'senet summary' names them.", "NAME");
    readonly Option<double?> _dropout = Opt.Number("--dropout", "Dropout in front of the classifier.", "P");

    public IEnumerable<Option> All => [.. _se.All, .. Limited.Select(row => row.Option).Except(_se.All), _dropout];

    // Those that only some networks have a use for.
    IEnumerable<(Option Option, NetworkChoices Choice)> Limited =>
    [
        (_stride, NetworkChoices.BottleneckStride), (_stem, NetworkChoices.Stem), (_stemPool, NetworkChoices.StemPool), (_stemStride, NetworkChoices.StemStride),
        (_shortcut, NetworkChoices.Shortcut), (_antiAlias, NetworkChoices.AntiAlias), (_blockReduceFirst, NetworkChoices.BlockReduceFirst),
        (_width, NetworkChoices.WidthMultiplier), (_convBias, NetworkChoices.ConvBias), (_variant, NetworkChoices.Variant),
        .. _se.OfPlacement.Select(option => (option, NetworkChoices.SePlacement)),
    ];

    /// <summary>Whether any was given.</summary>
    public bool Any(ParseResult parsed) => All.Any(parsed.IsGiven);

    /// <summary><paramref name="options"/> with the changes asked for.</summary>
    /// <exception cref="UsageException">An option that the network has no use for, or a value out of range.</exception>
    public NetworkOptions Apply(ParseResult parsed, Architecture architecture, NetworkOptions options)
    {
        SeOptions? se = _se.Apply(parsed, architecture, options.Se);
        RefuseUseless(parsed, architecture);
        double dropout = parsed.GetValue(_dropout) ?? options.Dropout;
        if (!(dropout >= 0 && dropout < 1))
            throw new UsageException(FormattableString.Invariant($"{_dropout.Name} {dropout}: expected 0 or more and below 1"));
        double width = parsed.GetValue(_width) ?? options.WidthMultiplier;
        if (!(width > 0 && double.IsFinite(width)))
            throw new UsageException(FormattableString.Invariant($"{_width.Name} {width}: expected a positive number"));
        return options with
        {
            Se = se,
            BottleneckStride = parsed.GetValue(_stride) ?? options.BottleneckStride,
            Stem = parsed.GetValue(_stem) ?? options.Stem,
            StemPool = parsed.GetValue(_stemPool) ?? options.StemPool,
            StemStride = parsed.GetValue(_stemStride) ?? options.StemStride,
            Shortcut = parsed.GetValue(_shortcut) ?? options.Shortcut,
            AntiAlias = parsed.GetValue(_antiAlias) || options.AntiAlias,
            BlockReduceFirst = parsed.GetValue(_blockReduceFirst).AtLeast(1, _blockReduceFirst.Name) ?? options.BlockReduceFirst,
            WidthMultiplier = width,
            ConvBias = parsed.GetValue(_convBias) ?? options.ConvBias,
            Variant = parsed.GetValue(_variant) ?? options.Variant,
            Dropout = dropout,
        };
    }

    // The graph refuses these as well, but does not know what they are called here.
    void RefuseUseless(ParseResult parsed, Architecture architecture)
    {
        Option? useless = Limited.FirstOrDefault(row => parsed.IsGiven(row.Option) && !architecture.Choices.HasFlag(row.Choice)).Option;
        if (useless is null)
            return;
        IEnumerable<Option> useful = Limited.Where(row => architecture.Choices.HasFlag(row.Choice)).Select(row => row.Option);
        if (architecture.Defaults.Se is null)
            useful = useful.Except(_se.All);
        string alternatives = string.Join(", ", useful.Select(option => option.Name));
        throw new UsageException($"{useless.Name}: {architecture.Id} has no use for it{(alternatives.Length > 0 ? $"; it takes {alternatives}" : "")}");
    }
}
