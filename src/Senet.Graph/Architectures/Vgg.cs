namespace Senet.Graph;

/// <summary>
/// VGGs with batch normalisation (Simonyan and Zisserman, arXiv:1409.1556, Table 1: A, B, D and E), with torchvision's layer
/// numbers. With SE, every convolution's ReLU is followed by a block (arXiv:1709.01507, section 3.3); stages 1 to 5 are the
/// five runs of convolutions between poolings. Convolutions have biases as in torchvision
/// (<see cref="NetworkOptions.ConvBias"/>). The last feature map is averaged to 7x7, which at 224 changes nothing and lets the
/// classifier take any size from 32 on; <see cref="NetworkOptions.Dropout"/> stands behind each of its two hidden layers.
/// </summary>
public static class Vgg
{
    static readonly (int Depth, int[] ConvolutionsPerStage)[] Table =
    [
        (11, [1, 1, 2, 2, 2]),
        (13, [2, 2, 2, 2, 2]),
        (16, [2, 2, 3, 3, 3]),
        (19, [2, 2, 4, 4, 4]),
    ];

    static readonly int[] Filters = [64, 128, 256, 512, 512];

    /// <summary><c>vgg-11</c> to <c>vgg-19</c>, each with and without SE.</summary>
    internal static IEnumerable<Architecture> Architectures =>
        from se in new[] { null, new SeOptions() }
        from row in Table
        select new Architecture(
            $"{(se is null ? "" : "se-")}vgg-{row.Depth}",
            se is null ? "VGG" : "SE-VGG",
            new(Channels: 3, Height: 224, Width: 224),
            new NetworkOptions { Se = se, ConvBias = true, Dropout = 0.5 },
            (id, options) => Build(id, options, row.ConvolutionsPerStage))
        {
            Choices = NetworkChoices.ConvBias | NetworkChoices.WidthMultiplier,
        };

    static NetworkGraph Build(string id, NetworkOptions options, int[] convolutions)
    {
        var net = new GraphBuilder(options.InputChannels);
        Node x = net.Input;
        // torchvision counts convolution, normalisation, ReLU and pooling through; an SE block takes its ReLU's number.
        int layer = 0;
        for (int stage = 0; stage < Filters.Length; stage++)
        {
            net.BeginStage(stage + 1);
            SeOptions? se = options.ForStage(stage + 1).Se;
            for (int i = 0; i < convolutions[stage]; i++, layer += 3)
            {
                x = net.ConvNormRelu($"features.{layer}", $"features.{layer + 1}", $"features.{layer + 2}", x, Scaled(Filters[stage]), kernel: 3, bias: options.ConvBias);
                x = net.SqueezeExcite($"features.{layer + 2}.se", x, se);
            }
            x = net.MaxPool($"features.{layer++}", x, kernel: 2, stride: 2);
        }
        net.BeginHead();
        x = net.Flatten("flatten", net.AdaptiveAveragePool("avgpool", x, size: 7), size: 7);
        x = net.Relu("classifier.1", net.Linear("classifier.0", x, Scaled(4096)));
        x = net.Dropout("classifier.2", x, options.Dropout);
        x = net.Relu("classifier.4", net.Linear("classifier.3", x, Scaled(4096)));
        x = net.Dropout("classifier.5", x, options.Dropout);
        return net.Build(id, net.Linear("classifier.6", x, options.Classes));

        int Scaled(int filters) => (int)(filters * options.WidthMultiplier);
    }
}
