using System.Globalization;

namespace Senet.Graph;

/// <summary>A named network: its own options, its native input and the function that builds its graph.</summary>
public sealed class Architecture
{
    readonly Func<string, NetworkOptions, NetworkGraph> _build;

    internal Architecture(string id, string family, TensorShape input, NetworkOptions defaults, Func<string, NetworkOptions, NetworkGraph> build)
    {
        Id = id;
        Family = family;
        Input = input;
        Defaults = defaults;
        _build = build;
    }

    /// <summary>Id in kebab case, such as <c>se-resnet-50</c>.</summary>
    public string Id { get; }

    /// <summary>The family's name, such as <c>ResNet</c>.</summary>
    public string Family { get; }

    /// <summary>The input it was designed for; any other channel count works as well, and any size from <see cref="NetworkGraph.SmallestInput"/>.</summary>
    public TensorShape Input { get; }

    /// <summary>The architecture's own options.</summary>
    public NetworkOptions Defaults { get; }

    /// <summary>The members of <see cref="NetworkOptions"/> that this architecture has a use for, beside those that all have.</summary>
    public NetworkChoices Choices { get; internal init; }

    /// <summary>Published forms of the network, the default first; empty where there is only one.</summary>
    public IReadOnlyList<string> Variants { get; internal init; } = [];

    /// <summary>What the SE paper publishes for this network; empty where it says nothing.</summary>
    public IReadOnlyList<PublishedResult> Published => PublishedResults.Of(Id);

    /// <summary>Builds the graph.</summary>
    /// <param name="options">Usually <see cref="Defaults"/> <c>with</c> changes; null takes the defaults.</param>
    /// <exception cref="SenetException">The options do not fit the architecture; the message names the option or the node.</exception>
    public NetworkGraph Build(NetworkOptions? options = null)
    {
        options ??= Defaults;
        foreach ((NetworkChoices choice, string name, object? value, object? usual) in Rows(options))
        {
            if (!Equals(value, usual) && !Choices.HasFlag(choice))
                throw new SenetException($"{Id}: {name} {Text(value)} has no effect on this network; leave it at {Text(usual)}");
        }
        if (options.Variant is { } variant && !Variants.Contains(variant))
            throw new SenetException($"{Id}: there is no variant '{variant}'; it has {string.Join(", ", Variants)}");
        if (!(options.WidthMultiplier > 0 && double.IsFinite(options.WidthMultiplier)))
            throw new SenetException(FormattableString.Invariant($"{Id}: width multiplier {options.WidthMultiplier}; expected a positive number"));
        return _build(Id, options);
    }

    // The members that not every network has a use for, and this network's own values of them.
    (NetworkChoices Choice, string Name, object? Value, object? Usual)[] Rows(NetworkOptions options)
    {
        SeOptions se = options.Se ?? new();
        SeOptions usual = Defaults.Se ?? new();
        return
        [
            (NetworkChoices.BottleneckStride, "bottleneck stride", options.BottleneckStride, Defaults.BottleneckStride),
            (NetworkChoices.StemPool, "stem pool", options.StemPool, Defaults.StemPool),
            (NetworkChoices.StemStride, "stem stride", options.StemStride, Defaults.StemStride),
            (NetworkChoices.Stem, "stem", options.Stem, Defaults.Stem),
            (NetworkChoices.Shortcut, "shortcut", options.Shortcut, Defaults.Shortcut),
            (NetworkChoices.AntiAlias, "anti-aliasing", options.AntiAlias, Defaults.AntiAlias),
            (NetworkChoices.BlockReduceFirst, "block-reduce-first", options.BlockReduceFirst, Defaults.BlockReduceFirst),
            (NetworkChoices.WidthMultiplier, "width multiplier", options.WidthMultiplier, Defaults.WidthMultiplier),
            (NetworkChoices.ConvBias, "convolution bias", options.ConvBias, Defaults.ConvBias),
            (NetworkChoices.Variant, "variant", options.Variant, Defaults.Variant),
            (NetworkChoices.SePlacement, "SE placement", se.Placement, usual.Placement),
            (NetworkChoices.SePlacement, "ReLU before SE", se.ReluBefore, usual.ReluBefore),
        ];
    }

    static string Text(object? value) => string.Create(CultureInfo.InvariantCulture, $"{value ?? "none"}").ToLowerInvariant();
}
