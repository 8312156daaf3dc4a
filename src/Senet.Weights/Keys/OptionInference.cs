using Senet.Graph;

namespace Senet.Weights;

/// <summary>Reads an architecture's options off the shapes of its weights.</summary>
sealed class OptionInference(Architecture architecture, IReadOnlyDictionary<string, IReadOnlyList<long>> shapes)
{
    const string Squeeze = ".se.fc1.weight";

    readonly NetworkGraph _usual = architecture.Build();

    /// <summary>Every set of options that the shapes allow, the likeliest first, before what a scheme's form adds.</summary>
    public IEnumerable<NetworkOptions> Candidates()
    {
        bool hasSe = shapes.Keys.Any(name => name.EndsWith(Squeeze, StringComparison.Ordinal));
        if (hasSe != architecture.Defaults.Se is not null)
            yield break;
        NetworkOptions options = Sizes(architecture.Defaults);
        IEnumerable<SeOptions?> none = [null];
        foreach (SeOptions? se in hasSe ? Blocks() : none)
        {
            // The first variant is what null stands for.
            foreach (string? variant in ((IEnumerable<string?>)architecture.Variants).Skip(1).Prepend(null))
            {
                yield return options with { Se = se, Variant = variant };
                if (architecture.Choices.HasFlag(NetworkChoices.Shortcut) && options.Shortcut == ShortcutKind.Projection)
                    yield return options with { Se = se, Variant = variant, Shortcut = ShortcutKind.ZeroPad };
            }
        }
    }

    NetworkOptions Sizes(NetworkOptions options)
    {
        Conv2dNode first = _usual.Nodes.OfType<Conv2dNode>().First();
        if (Shape(first.Name) is [var filters, var channels, _, _])
        {
            options = options with { InputChannels = (int)channels };
            if (architecture.Choices.HasFlag(NetworkChoices.WidthMultiplier))
                options = options with { WidthMultiplier = (double)filters / first.OutputChannels };
            if (architecture.Choices.HasFlag(NetworkChoices.Stem) && shapes.ContainsKey("conv2.weight"))
                options = options with { Stem = filters == 24 ? StemKind.Tiered : StemKind.Deep };
        }
        if (architecture.Choices.HasFlag(NetworkChoices.ConvBias))
            options = options with { ConvBias = shapes.ContainsKey($"{first.Name}.bias") };
        return Shape(_usual.Output.Name) is [var classes, ..] ? options with { Classes = (int)classes } : options;
    }

    IReadOnlyList<long>? Shape(string node) => shapes.GetValueOrDefault($"{node}.weight");

    // C and C / r of every block.
    IEnumerable<SeOptions> Blocks()
    {
        (long Channels, long Width)[] blocks =
        [
            .. from pair in shapes
               where pair.Key.EndsWith(Squeeze, StringComparison.Ordinal) && pair.Value.Count >= 2
               select (pair.Value[1], pair.Value[0]),
        ];
        SeOptions se = architecture.Defaults.Se! with { Biases = shapes.Keys.Any(name => name.EndsWith(".se.fc1.bias", StringComparison.Ordinal)) };
        if (blocks.All(block => block.Width > 0 && block.Channels % block.Width == 0) && blocks.Select(block => block.Channels / block.Width).Distinct().ToArray() is [var ratio])
            yield return se with { ReductionRatio = (int)ratio };
        foreach (SeRounding rounding in new[] { SeRounding.MultipleOf8, SeRounding.Floor })
            yield return se with { Rounding = rounding };
        if (blocks.Select(block => block.Width).Distinct().ToArray() is [var width])
            yield return se with { SqueezeWidth = (int)width };
    }
}
