using System.Text.RegularExpressions;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// timm's names for the networks that it has too: <c>seresnet50</c> and its kin of timm's resnet module, and the <c>legacy_</c> ones that
/// follow the authors' Caffe networks. timm loads what carries these names with <c>load_state_dict</c>.
/// </summary>
public static class TimmKeys
{
    /// <summary>The network's weights under timm's names.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="options">Its options.</param>
    /// <param name="weights">Its weights under the graph's names.</param>
    /// <exception cref="SenetException">timm has no such network; the message says what differs.</exception>
    public static IEnumerable<WeightTensor> Rename(Architecture architecture, NetworkOptions options, IEnumerable<WeightTensor> weights)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(weights);
        (string Pattern, string Replacement)[] rules = Rules(architecture, options);
        return weights.Select(tensor => tensor.WithName(rules.Aggregate(tensor.Name, (name, rule) => Regex.Replace(name, rule.Pattern, rule.Replacement, RegexOptions.CultureInvariant))));
    }

    static (string Pattern, string Replacement)[] Rules(Architecture architecture, NetworkOptions options)
    {
        if (!architecture.Choices.HasFlag(NetworkChoices.StemPool))
            throw Refuse(architecture, "it is a ResNet, ResNeXt or SENet for ImageNet that timm has");
        if (options.Se is { } se && (se.Placement != SePlacement.Standard || se.Stages != SeStages.All || se.Squeeze != SqueezeOperator.Average || se.Gate != ExcitationGate.Sigmoid || !se.Biases))
            throw Refuse(architecture, "its SE blocks are the standard ones with biases");
        return options.StemPool == StemPool.CeilMode ? Legacy(architecture, options) : Current(architecture, options);
    }

    // timm's senet module: Caffe's pooling, stride in the 1x1 of ResNets and in the 3x3 of the others.
    static (string, string)[] Legacy(Architecture architecture, NetworkOptions options)
    {
        if (options.Se is null || options.BottleneckStride != architecture.Defaults.BottleneckStride || options.Stem != StemKind.Conv7x7 || options.Shortcut != ShortcutKind.Projection || options.AntiAlias)
            throw Refuse(architecture, "it is as published, or has --stem-pool padded");
        bool basic = architecture.Choices.HasFlag(NetworkChoices.Stem) && !architecture.Choices.HasFlag(NetworkChoices.BottleneckStride);
        if (basic && !options.Se.ReluBefore)
            throw Refuse(architecture, "its legacy basic blocks rectify in front of SE (--se-relu-before)");
        return [(@"^(conv|bn)(\d)\.", "layer0.$1$2."), (@"\.se\.", ".se_module."), (@"^fc\.", "last_linear.")];
    }

    static (string, string)[] Current(Architecture architecture, NetworkOptions options)
    {
        bool bottleneck = architecture.Choices.HasFlag(NetworkChoices.BottleneckStride);
        if ((bottleneck && options.BottleneckStride != BottleneckStride.Conv3x3) || options.Shortcut == ShortcutKind.ZeroPad || options.Se is { ReluBefore: true })
            throw Refuse(architecture, "the stride is in the 3x3 (--stride 3x3) and shortcuts are projections");
        NetworkGraph graph = architecture.Build(options);
        // timm rounds the squeeze width to multiples of 8; where both rules give one width, the weights fit.
        var timm = new SeOptions { Rounding = SeRounding.MultipleOf8 };
        if (graph.Nodes.OfType<SqueezeExciteNode>().FirstOrDefault(block => block.SqueezeWidth != timm.WidthFor(block.OutputChannels, block.Name)) is { } other)
            throw Refuse(architecture, $"the squeeze width of {other.Name} is {timm.WidthFor(other.OutputChannels, other.Name)}, not {other.SqueezeWidth} (--se-rounding multiple-of-8)");
        var rules = new List<(string, string)>();
        if (graph.Nodes.Any(node => node.Name == "conv3"))
            rules.AddRange([(@"^bn3\.", "stem_bn."), (@"^conv3\.", "conv1.6."), (@"^bn2\.", "conv1.4."), (@"^conv2\.", "conv1.3."), (@"^bn1\.", "conv1.1."), (@"^conv1\.(?=weight)", "conv1.0."), (@"^stem_bn\.", "bn1.")]);
        if (options.Shortcut == ShortcutKind.AveragePool)
            rules.AddRange([(@"\.downsample\.1\.", ".downsample.2."), (@"\.downsample\.0\.", ".downsample.1.")]);
        return [.. rules];
    }

    static SenetException Refuse(Architecture architecture, string expected) =>
        new($"{architecture.Id}: timm has no network with these weights; expected that {expected}");
}
