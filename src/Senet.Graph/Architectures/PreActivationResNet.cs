namespace Senet.Graph;

/// <summary>
/// Pre-activation ResNets for CIFAR (He et al., arXiv:1603.05027, Figure 4e; the paper's ResNet-110 and ResNet-164) and wide
/// ResNets (Zagoruyko and Komodakis, arXiv:1605.07146, Table 1): every convolution reads a normalised and rectified input,
/// the sums are left as they are, and a last batch normalisation and ReLU precede the pooling. Where the shape changes, the
/// shortcut is a 1x1 convolution of the block's activated input. <c>wrn-16-8</c> has 16 layers and eight times the filters.
/// SE recalibrates the branch before the addition (arXiv:1709.01507, section 3.3); r = 16, as the paper states no other for CIFAR.
/// Variant <c>pytorchcv</c> is that library's SE-PreResNet: normalisation and ReLU behind the stem instead of in front of the pooling.
/// </summary>
public static class PreActivationResNet
{
    const string PytorchCv = "pytorchcv";

    static readonly (string Id, string Family, bool Bottleneck, int Widen, int BlocksPerStage)[] Table =
    [
        ("preact-resnet-110", "pre-activation ResNet", false, 1, 18),
        ("preact-resnet-164", "pre-activation ResNet", true, 1, 18),
        ("wrn-16-8", "wide ResNet", false, 8, 2),
        ("wrn-28-10", "wide ResNet", false, 10, 4),
    ];

    /// <summary><c>preact-resnet-110</c>, <c>preact-resnet-164</c>, <c>wrn-16-8</c> and <c>wrn-28-10</c>, each with and without SE.</summary>
    internal static IEnumerable<Architecture> Architectures =>
        from se in new[] { null, new SeOptions() }
        from row in Table
        select new Architecture(
            $"{(se is null ? "" : "se-")}{row.Id}",
            $"{(se is null ? "" : "SE ")}{row.Family}",
            new(Channels: 3, Height: 32, Width: 32),
            new NetworkOptions { Classes = 10, Se = se },
            (id, options) => Build(id, options, row.Bottleneck, row.Widen, row.BlocksPerStage))
        {
            Choices = NetworkChoices.SePlacement | NetworkChoices.Variant,
            Variants = ["he", PytorchCv],
        };

    static NetworkGraph Build(string id, NetworkOptions options, bool bottleneck, int widen, int blocksPerStage)
    {
        bool normalisedStem = options.Variant == PytorchCv;
        var net = new GraphBuilder(options.InputChannels);
        Node x = net.Conv("conv1", net.Input, 16, kernel: 3);
        if (normalisedStem)
            x = NormRelu(net, "bn1", "relu1", x);
        x = CifarResNet.ThreeStages(net, x, [16 * widen, 32 * widen, 64 * widen], blocksPerStage, bottleneck ? Bottleneck : Basic, options);
        if (!normalisedStem)
            x = NormRelu(net, "bn", "relu", x);
        return ResidualNetwork.Head(net, id, x, options);
    }

    static Node Basic(GraphBuilder net, string name, Node input, int width, int stride, NetworkOptions options)
    {
        Node activated = Activate(net, name, input, options);
        Node x = net.Conv($"{name}.conv1", activated, width, kernel: 3, stride);
        x = net.SqueezeExcite($"{name}.se", x, options.Se, SePlacement.Inside3x3);
        x = NormRelu(net, $"{name}.bn2", $"{name}.relu2", x);
        x = net.Conv($"{name}.conv2", x, width, kernel: 3);
        return Join(net, name, input, activated, x, stride, options);
    }

    static Node Bottleneck(GraphBuilder net, string name, Node input, int width, int stride, NetworkOptions options)
    {
        Node activated = Activate(net, name, input, options);
        Node x = net.Conv($"{name}.conv1", activated, width, kernel: 1);
        x = NormRelu(net, $"{name}.bn2", $"{name}.relu2", x);
        x = net.Conv($"{name}.conv2", x, width, kernel: 3, stride);
        x = net.SqueezeExcite($"{name}.se", x, options.Se, SePlacement.Inside3x3);
        x = NormRelu(net, $"{name}.bn3", $"{name}.relu3", x);
        x = net.Conv($"{name}.conv3", x, 4 * width, kernel: 1);
        return Join(net, name, input, activated, x, stride, options);
    }

    static ReluNode Activate(GraphBuilder net, string name, Node input, NetworkOptions options) =>
        NormRelu(net, $"{name}.bn1", $"{name}.relu1", net.SqueezeExcite($"{name}.se", input, options.Se, SePlacement.Pre));

    // Recalibrates the branch and adds the shortcut; the next block's first normalisation stands behind the sum.
    static Node Join(GraphBuilder net, string name, Node input, Node activated, Node branch, int stride, NetworkOptions options)
    {
        branch = net.SqueezeExcite($"{name}.se", branch, options.Se, SePlacement.Standard);
        Node shortcut = stride == 1 && input.OutputChannels == branch.OutputChannels
            ? input
            : net.Conv($"{name}.downsample.0", activated, branch.OutputChannels, kernel: 1, stride);
        shortcut = net.SqueezeExcite($"{name}.se", shortcut, options.Se, SePlacement.Identity);
        Node sum = net.Sum($"{name}.add", branch, shortcut);
        return net.SqueezeExcite($"{name}.se", sum, options.Se, SePlacement.Post);
    }

    static ReluNode NormRelu(GraphBuilder net, string norm, string relu, Node x) => net.Relu(relu, net.BatchNorm(norm, x));
}
