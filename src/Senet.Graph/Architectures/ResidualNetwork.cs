namespace Senet.Graph;

/// <summary>What the residual networks for ImageNet share: a stem, four stages of one block, pooling and a classifier.</summary>
static class ResidualNetwork
{
    /// <summary>What these networks have a use for, beside what their blocks have.</summary>
    public const NetworkChoices Choices = ResidualBlocks.Choices | NetworkChoices.StemPool | NetworkChoices.Stem | NetworkChoices.AntiAlias | NetworkChoices.BlockReduceFirst;

    /// <summary>Builds the network; stage s has <c>blocks[s]</c> blocks of base width 64 * 2^s, the first of stages 2 to 4 with stride 2.</summary>
    public static NetworkGraph Build(string id, NetworkOptions options, Func<GraphBuilder, NetworkOptions, Node> stem, ResidualBlocks.Block block, int[] blocks)
    {
        if (options.BlockReduceFirst < 1)
            throw new SenetException($"{id}: block-reduce-first {options.BlockReduceFirst}; expected at least 1");
        var net = new GraphBuilder(options.InputChannels);
        Node x = StemPooling(net, stem(net, options), options);
        for (int stage = 0; stage < blocks.Length; stage++)
        {
            net.BeginStage(stage + 1);
            for (int i = 0; i < blocks[stage]; i++)
                x = block(net, $"layer{stage + 1}.{i}", x, width: 64 << stage, stride: i == 0 && stage > 0 ? 2 : 1, options.ForStage(stage + 1));
        }
        return Head(net, id, x, options);
    }

    /// <summary>Global average pooling, dropout where there is any, and the classifier.</summary>
    public static NetworkGraph Head(GraphBuilder net, string id, Node x, NetworkOptions options, bool bias = true)
    {
        net.BeginHead();
        x = net.GlobalAveragePool("avgpool", x);
        x = net.Dropout("dropout", x, options.Dropout);
        return net.Build(id, net.Linear("fc", x, options.Classes, bias));
    }

    /// <summary>The stem that the options name.</summary>
    public static Node Stem(GraphBuilder net, NetworkOptions options) => options.Stem switch
    {
        StemKind.Deep => Stem3x3(net, 32, 32, 64),
        StemKind.Tiered => Stem3x3(net, 24, 32, 64),
        _ => net.ConvNormRelu("conv1", "bn1", "relu", net.Input, 64, kernel: 7, stride: 2),
    };

    /// <summary>Three 3x3 convolutions of the given filters, the first of stride 2.</summary>
    public static Node Stem3x3(GraphBuilder net, params ReadOnlySpan<int> filters)
    {
        Node x = net.Input;
        for (int i = 0; i < filters.Length; i++)
            x = net.ConvNormRelu($"conv{i + 1}", $"bn{i + 1}", $"relu{i + 1}", x, filters[i], kernel: 3, stride: i == 0 ? 2 : 1);
        return x;
    }

    static Node StemPooling(GraphBuilder net, Node x, NetworkOptions options)
    {
        if (options.AntiAlias)
            return net.BlurPool("maxpool.aa", net.MaxPool("maxpool", x, kernel: 3, stride: 1, padding: 1), stride: 2);
        bool padded = options.StemPool == StemPool.Padded;
        return net.MaxPool("maxpool", x, kernel: 3, stride: 2, padding: padded ? 1 : 0, rounding: padded ? PoolRounding.Floor : PoolRounding.Ceil);
    }
}
