namespace Senet.Graph;

/// <summary>
/// ShuffleNet v1 (Zhang et al., arXiv:1707.01083, Table 1, Figure 2) with 1, 2, 3, 4 or 8 groups: grouped 1x1, channel shuffle,
/// depthwise 3x3, grouped 1x1; units of stride 2 join an average pooling of their input.
/// <see cref="NetworkOptions.WidthMultiplier"/> is the paper's scale s, rounded to what the groups divide. The SE paper does not say where its SE-ShuffleNet has
/// the blocks: here on the branch before it is added or joined, r = 16 rounded down, which gives the 0.6 million more parameters
/// of its Table 3 (2,484,533 for three groups; behind the unit it would be 2,594,908).
/// Variants: <c>zhang</c> shuffles behind the first 1x1 and rectifies what it joins (branch, pooling), as pytorchcv does;
/// <c>megvii</c>, the authors' later code, shuffles behind the depthwise convolution, joins (pooling, rectified branch) and has
/// no bias in the classifier; <c>jaxony</c> has biases in all convolutions, a bare stem, and joins (pooling, branch).
/// </summary>
public static class ShuffleNet
{
    const string Megvii = "megvii";
    const string Jaxony = "jaxony";

    static readonly (int Groups, int[] Widths)[] Table =
    [
        (1, [144, 288, 576]),
        (2, [200, 400, 800]),
        (3, [240, 480, 960]),
        (4, [272, 544, 1088]),
        (8, [384, 768, 1536]),
    ];

    static readonly int[] UnitsPerStage = [4, 8, 4];

    /// <summary><c>shufflenet-g1</c> to <c>shufflenet-g8</c>, each with and without SE.</summary>
    internal static IEnumerable<Architecture> Architectures =>
        from se in new[] { null, new SeOptions { Rounding = SeRounding.Floor } }
        from row in Table
        select new Architecture(
            $"{(se is null ? "" : "se-")}shufflenet-g{row.Groups}",
            se is null ? "ShuffleNet" : "SE-ShuffleNet",
            new(Channels: 3, Height: 224, Width: 224),
            new NetworkOptions { Se = se },
            (id, options) => Build(id, options, row.Groups, row.Widths))
        {
            Choices = NetworkChoices.WidthMultiplier | NetworkChoices.Variant,
            Variants = ["zhang", Megvii, Jaxony],
        };

    static NetworkGraph Build(string id, NetworkOptions options, int groups, int[] widths)
    {
        var net = new GraphBuilder(options.InputChannels);
        bool bare = options.Variant == Jaxony;
        Node x = net.Conv("conv1", net.Input, Scaled(24, divisor: groups), kernel: 3, stride: 2, bias: bare);
        if (!bare)
            x = net.Relu("relu1", net.BatchNorm("bn1", x));
        x = net.MaxPool("maxpool", x, kernel: 3, stride: 2, padding: 1);
        for (int stage = 0; stage < widths.Length; stage++)
        {
            net.BeginStage(stage + 1);
            for (int i = 0; i < UnitsPerStage[stage]; i++)
            {
                // The first 1x1 of all is not grouped: it has few input channels (section 3.2).
                int firstGroups = stage == 0 && i == 0 ? 1 : groups;
                x = Unit(net, $"layer{stage + 1}.{i}", x, Scaled(widths[stage], divisor: 4 * groups), firstGroups, groups, stride: i == 0 ? 2 : 1, options.ForStage(stage + 1));
            }
        }
        return ResidualNetwork.Head(net, id, x, options, bias: options.Variant != Megvii);

        // Rounded down where the groups allow it, else to the nearest number that they divide.
        int Scaled(int filters, int divisor)
        {
            double scaled = filters * options.WidthMultiplier;
            return (int)scaled % divisor == 0 && scaled >= divisor ? (int)scaled : divisor * Math.Max(1, (int)Math.Round(scaled / divisor, MidpointRounding.AwayFromZero));
        }
    }

    static Node Unit(GraphBuilder net, string name, Node input, int width, int firstGroups, int groups, int stride, NetworkOptions options)
    {
        bool megvii = options.Variant == Megvii;
        bool bias = options.Variant == Jaxony;
        int filters = width / 4;
        Node x = net.ConvNormRelu($"{name}.conv1", $"{name}.bn1", $"{name}.relu1", input, filters, kernel: 1, groups: firstGroups, bias: bias);
        if (!megvii)
            x = net.ChannelShuffle($"{name}.shuffle", x, groups);
        x = net.Conv($"{name}.conv2", x, filters, kernel: 3, stride, groups: filters, bias: bias);
        x = net.BatchNorm($"{name}.bn2", x);
        // That code deals the channels out the other way round: the shuffle of filters / groups groups.
        if (megvii && groups > 1)
            x = net.ChannelShuffle($"{name}.shuffle", x, filters / groups);
        x = net.Conv($"{name}.conv3", x, stride == 1 ? width : width - input.OutputChannels, kernel: 1, groups: groups, bias: bias);
        x = net.BatchNorm($"{name}.bn3", x);
        x = net.SqueezeExcite($"{name}.se", x, options.Se);
        if (stride == 1)
            return net.Relu($"{name}.relu", net.Sum($"{name}.add", x, input));
        Node pooled = net.AveragePool($"{name}.avgpool", input, kernel: 3, stride, padding: 1);
        if (megvii)
            return net.Concat($"{name}.concat", pooled, net.Relu($"{name}.relu", x));
        return net.Relu($"{name}.relu", bias ? net.Concat($"{name}.concat", pooled, x) : net.Concat($"{name}.concat", x, pooled));
    }
}
