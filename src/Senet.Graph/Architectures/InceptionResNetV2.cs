namespace Senet.Graph;

/// <summary>
/// Inception-ResNet-v2 (Szegedy et al., arXiv:1602.07261, Figures 3 and 15) as its public weights have it, with the layer names
/// of the PyTorch conversion: normalisation with epsilon 1e-3, residual branches scaled by 0.17, 0.10 and 0.20, the last one
/// unscaled and unrectified. 13.156 GMACs at 299; the SE paper's own re-implementation has 11.75 and is not public. With SE, a
/// block recalibrates every residual branch before scaling and addition, and the output of the three modules without a
/// shortcut (our reading of arXiv:1709.01507, section 3.3); stages 1 to 3 are those at 35, 17 and 8 pixels.
/// </summary>
public static class InceptionResNetV2
{
    /// <summary><c>inception-resnet-v2</c> and <c>se-inception-resnet-v2</c>.</summary>
    internal static IEnumerable<Architecture> Architectures =>
        from se in new[] { null, new SeOptions() }
        select new Architecture(
            $"{(se is null ? "" : "se-")}inception-resnet-v2",
            se is null ? "Inception-ResNet" : "SE-Inception-ResNet",
            new(Channels: 3, Height: 299, Width: 299),
            new NetworkOptions { Se = se },
            (id, options) => new Builder(options).Build(id));

    sealed class Builder(NetworkOptions options)
    {
        readonly GraphBuilder _net = new(options.InputChannels);

        public NetworkGraph Build(string id)
        {
            Node x = Conv("conv2d_1a", _net.Input, 32, 3, stride: 2, padding: 0);
            x = Conv("conv2d_2a", x, 32, 3, padding: 0);
            x = Conv("conv2d_2b", x, 64, 3);
            x = _net.MaxPool("maxpool_3a", x, kernel: 3, stride: 2);
            x = Conv("conv2d_3b", x, 80, 1);
            x = Conv("conv2d_4a", x, 192, 3, padding: 0);
            x = _net.MaxPool("maxpool_5a", x, kernel: 3, stride: 2);
            _net.BeginStage(1);
            x = Mixed5b("mixed_5b", x);
            for (int i = 0; i < 10; i++)
                x = Block35($"repeat.{i}", x);
            _net.BeginStage(2);
            x = Mixed6a("mixed_6a", x);
            for (int i = 0; i < 20; i++)
                x = Block17($"repeat_1.{i}", x);
            _net.BeginStage(3);
            x = Mixed7a("mixed_7a", x);
            for (int i = 0; i < 9; i++)
                x = _net.Relu($"repeat_2.{i}.relu", Block8($"repeat_2.{i}", x, scale: 0.20));
            x = Block8("block8", x, scale: 1);
            x = Conv("conv2d_7b", x, 1536, 1);
            return ResidualNetwork.Head(_net, id, x, options);
        }

        Node Mixed5b(string name, Node x)
        {
            Node branch1 = Chain($"{name}.branch1", x, (48, 1), (64, 5));
            Node branch2 = Chain($"{name}.branch2", x, (64, 1), (96, 3), (96, 3));
            Node branch3 = Conv($"{name}.branch3.1", _net.AveragePool($"{name}.branch3.0", x, kernel: 3, stride: 1, padding: 1, countPadding: false), 64, 1);
            return Module(name, stage: 1, Conv($"{name}.branch0", x, 96, 1), branch1, branch2, branch3);
        }

        Node Mixed6a(string name, Node x)
        {
            Node branch1 = Chain($"{name}.branch1", x, (256, 1), (256, 3));
            branch1 = Conv($"{name}.branch1.2", branch1, 384, 3, stride: 2, padding: 0);
            return Module(
                name, stage: 2, Conv($"{name}.branch0", x, 384, 3, stride: 2, padding: 0), branch1, _net.MaxPool($"{name}.branch2", x, kernel: 3, stride: 2));
        }

        Node Mixed7a(string name, Node x)
        {
            Node branch0 = Conv($"{name}.branch0.1", Conv($"{name}.branch0.0", x, 256, 1), 384, 3, stride: 2, padding: 0);
            Node branch1 = Conv($"{name}.branch1.1", Conv($"{name}.branch1.0", x, 256, 1), 288, 3, stride: 2, padding: 0);
            Node branch2 = Chain($"{name}.branch2", x, (256, 1), (288, 3));
            branch2 = Conv($"{name}.branch2.2", branch2, 320, 3, stride: 2, padding: 0);
            return Module(name, stage: 3, branch0, branch1, branch2, _net.MaxPool($"{name}.branch3", x, kernel: 3, stride: 2));
        }

        ReluNode Block35(string name, Node x)
        {
            Node branch1 = Chain($"{name}.branch1", x, (32, 1), (32, 3));
            Node branch2 = Chain($"{name}.branch2", x, (32, 1), (48, 3), (64, 3));
            return _net.Relu($"{name}.relu", Residual(name, stage: 1, x, 0.17, Conv($"{name}.branch0", x, 32, 1), branch1, branch2));
        }

        ReluNode Block17(string name, Node x)
        {
            Node branch1 = Chain($"{name}.branch1", x, (128, 1), (160, new(1, 7)), (192, new(7, 1)));
            return _net.Relu($"{name}.relu", Residual(name, stage: 2, x, 0.10, Conv($"{name}.branch0", x, 192, 1), branch1));
        }

        AddNode Block8(string name, Node x, double scale)
        {
            Node branch1 = Chain($"{name}.branch1", x, (192, 1), (224, new(1, 3)), (256, new(3, 1)));
            return Residual(name, stage: 3, x, scale, Conv($"{name}.branch0", x, 192, 1), branch1);
        }

        Node Module(string name, int stage, params Node[] branches) =>
            _net.SqueezeExcite($"{name}.se", _net.Concat($"{name}.concat", branches), options.ForStage(stage).Se);

        // Joins the branches, brings them to the input's width, and adds them, recalibrated and scaled, to the input.
        AddNode Residual(string name, int stage, Node input, double scale, params Node[] branches)
        {
            Node x = _net.Conv($"{name}.conv2d", _net.Concat($"{name}.concat", branches), input.OutputChannels, kernel: 1, bias: true);
            x = _net.SqueezeExcite($"{name}.se", x, options.ForStage(stage).Se);
            return _net.Sum($"{name}.add", _net.Scale($"{name}.scale", x, scale), input);
        }

        // Convolutions one behind the other, numbered from 0.
        Node Chain(string name, Node x, params (int Filters, Size2d Kernel)[] convolutions)
        {
            for (int i = 0; i < convolutions.Length; i++)
                x = Conv($"{name}.{i}", x, convolutions[i].Filters, convolutions[i].Kernel);
            return x;
        }

        ReluNode Conv(string name, Node input, int filters, Size2d kernel, int stride = 1, Size2d? padding = null) =>
            _net.ConvNormRelu($"{name}.conv", $"{name}.bn", $"{name}.relu", input, filters, kernel, stride, padding, epsilon: 1e-3);
    }
}
