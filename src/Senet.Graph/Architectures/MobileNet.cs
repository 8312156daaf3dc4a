namespace Senet.Graph;

/// <summary>
/// MobileNet v1 (Howard et al., arXiv:1704.04861, Table 1) with ReLU: depthwise 3x3 and pointwise 1x1 convolutions, each with
/// batch normalisation. <see cref="NetworkOptions.WidthMultiplier"/> is its width multiplier. The SE paper does not say where
/// its SE-MobileNet has the blocks: here behind each of the 13 pairs, r = 16, which gives the 4.7 million parameters of its
/// Table 3 (4,718,044). Stages 1 to 5 are the resolutions from 112 to 7 pixels.
/// </summary>
public static class MobileNet
{
    // Filters of the pointwise convolutions, resolution by resolution; the first depthwise convolution of stages 2 to 5 has stride 2.
    static readonly int[][] Stages = [[64], [128, 128], [256, 256], [512, 512, 512, 512, 512, 512], [1024, 1024]];

    /// <summary><c>mobilenet</c> and <c>se-mobilenet</c>.</summary>
    internal static IEnumerable<Architecture> Architectures =>
        from se in new[] { null, new SeOptions { Rounding = SeRounding.Floor } }
        select new Architecture(
            $"{(se is null ? "" : "se-")}mobilenet",
            se is null ? "MobileNet" : "SE-MobileNet",
            new(Channels: 3, Height: 224, Width: 224),
            new NetworkOptions { Se = se },
            Build)
        {
            Choices = NetworkChoices.WidthMultiplier,
        };

    static NetworkGraph Build(string id, NetworkOptions options)
    {
        var net = new GraphBuilder(options.InputChannels);
        Node x = net.ConvNormRelu("conv1", "bn1", "relu1", net.Input, Scaled(32), kernel: 3, stride: 2);
        for (int stage = 0; stage < Stages.Length; stage++)
        {
            net.BeginStage(stage + 1);
            for (int i = 0; i < Stages[stage].Length; i++)
            {
                string name = $"layer{stage + 1}.{i}";
                x = net.ConvNormRelu(
                    $"{name}.conv1", $"{name}.bn1", $"{name}.relu1", x, x.OutputChannels, kernel: 3, stride: i == 0 && stage > 0 ? 2 : 1, groups: x.OutputChannels);
                x = net.ConvNormRelu($"{name}.conv2", $"{name}.bn2", $"{name}.relu2", x, Scaled(Stages[stage][i]), kernel: 1);
                x = net.SqueezeExcite($"{name}.se", x, options.ForStage(stage + 1).Se);
            }
        }
        return ResidualNetwork.Head(net, id, x, options);

        int Scaled(int filters) => (int)(filters * options.WidthMultiplier);
    }
}
