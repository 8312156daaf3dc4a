namespace Senet.Graph;

/// <summary>
/// Shake-Shake networks for CIFAR (Gastaldi, arXiv:1705.07485): residual blocks of two equal branches that training mixes at
/// random for every image. <c>shake-shake-26-2x96d</c> is 26 layers deep with branches of 96 filters in the first stage,
/// as in the author's code; <c>shake-even-29-2x4x64d</c> is a ResNeXt-29 with two branches of cardinality 4 and base width 64,
/// without pre-activation, whose gradient is split evenly. SE recalibrates the mixture before the addition, one block for both
/// branches: the paper says only that section 3.3 holds. Where the shape changes, the shortcut joins two 1x1 convolutions,
/// of every stride-th pixel and of every stride-th pixel of the image moved by one.
/// Variants of the 26-layer network: <c>gastaldi</c> (pre-activated branches), <c>pytorchcv</c> (ReLU behind the stem and
/// behind the sums), <c>owruby</c> (stem with a bias and no normalisation, the image moved the other way).
/// </summary>
public static class ShakeShake
{
    const string PytorchCv = "pytorchcv";
    const string Owruby = "owruby";

    /// <summary><c>shake-shake-26-2x96d</c> and <c>shake-even-29-2x4x64d</c>, each with and without SE.</summary>
    internal static IEnumerable<Architecture> Architectures =>
        from se in new[] { null, new SeOptions() }
        let prefix = se is null ? "" : "se-"
        let family = se is null ? "Shake-Shake" : "SE Shake-Shake"
        let input = new TensorShape(Channels: 3, Height: 32, Width: 32)
        from architecture in new[]
        {
            new Architecture($"{prefix}shake-shake-26-2x96d", family, input, new NetworkOptions { Classes = 10, Se = se }, Build26)
            {
                Choices = NetworkChoices.Variant,
                Variants = ["gastaldi", PytorchCv, Owruby],
            },
            new Architecture($"{prefix}shake-even-29-2x4x64d", family, input, new NetworkOptions { Classes = 100, Se = se }, Build29),
        }
        select architecture;

    static NetworkGraph Build26(string id, NetworkOptions options)
    {
        var net = new GraphBuilder(options.InputChannels);
        bool bare = options.Variant == Owruby;
        bool postActivated = options.Variant == PytorchCv;
        Node x = net.Conv("conv1", net.Input, 16, kernel: 3, bias: bare);
        if (!bare)
            x = net.BatchNorm("bn1", x);
        if (postActivated)
            x = net.Relu("relu1", x);
        var form = new Form(PreActivated: !postActivated, Move: bare ? 1 : -1, ShakeBackward.Shake);
        x = CifarResNet.ThreeStages(net, x, [96, 192, 384], blocksPerStage: 4, Block(form, Branch3x3), options);
        if (!postActivated)
            x = net.Relu("relu", x);
        return ResidualNetwork.Head(net, id, x, options);
    }

    static NetworkGraph Build29(string id, NetworkOptions options)
    {
        var net = new GraphBuilder(options.InputChannels);
        Node x = net.ConvNormRelu("conv1", "bn1", "relu1", net.Input, 64, kernel: 3);
        var form = new Form(PreActivated: false, Move: -1, ShakeBackward.Even);
        x = CifarResNet.ThreeStages(net, x, [256, 512, 1024], blocksPerStage: 3, Block(form, BranchResNeXt), options);
        return ResidualNetwork.Head(net, id, x, options);
    }

    // How the forms differ: a ReLU in front of the branches or behind the sum, and which way the shortcut moves its image.
    sealed record Form(bool PreActivated, int Move, ShakeBackward Backward);

    delegate Node Branch(GraphBuilder net, string name, Node input, int width, int stride);

    static ResidualBlocks.Block Block(Form form, Branch branch) => (net, name, input, width, stride, options) =>
    {
        Node activated = form.PreActivated ? net.Relu($"{name}.relu", input) : input;
        Node left = branch(net, $"{name}.branch1", activated, width, stride);
        Node right = branch(net, $"{name}.branch2", activated, width, stride);
        Node x = net.ShakeMix($"{name}.mix", left, right, form.Backward);
        x = net.SqueezeExcite($"{name}.se", x, options.Se);
        Node shortcut = stride == 1 && input.OutputChannels == width ? input : Skip(net, $"{name}.skip", activated, width, stride, form.Move);
        x = net.Sum($"{name}.add", x, shortcut);
        return form.PreActivated ? x : net.Relu($"{name}.relu", x);
    };

    static Node Branch3x3(GraphBuilder net, string name, Node input, int width, int stride)
    {
        Node x = net.ConvNormRelu($"{name}.conv1", $"{name}.bn1", $"{name}.relu1", input, width, kernel: 3, stride);
        x = net.Conv($"{name}.conv2", x, width, kernel: 3);
        return net.BatchNorm($"{name}.bn2", x);
    }

    static Node BranchResNeXt(GraphBuilder net, string name, Node input, int width, int stride)
    {
        Node x = net.ConvNormRelu($"{name}.conv1", $"{name}.bn1", $"{name}.relu1", input, width, kernel: 1);
        x = net.ConvNormRelu($"{name}.conv2", $"{name}.bn2", $"{name}.relu2", x, width, kernel: 3, stride, groups: 4);
        x = net.Conv($"{name}.conv3", x, width, kernel: 1);
        return net.BatchNorm($"{name}.bn3", x);
    }

    static BatchNormNode Skip(GraphBuilder net, string name, Node input, int width, int stride, int move)
    {
        Node straight = net.Conv($"{name}.conv1", net.Subsample($"{name}.subsample1", input, stride), width / 2, kernel: 1);
        Node moved = net.Conv($"{name}.conv2", net.Subsample($"{name}.subsample2", input, stride, move), width / 2, kernel: 1);
        return net.BatchNorm($"{name}.bn", net.Concat($"{name}.concat", straight, moved));
    }
}
