namespace Senet.Graph;

/// <summary>
/// BN-Inception (Ioffe and Szegedy, arXiv:1502.03167, appendix) as in the SE authors' Caffe network, poolings rounded up, with
/// the layer names of its PyTorch conversion. With SE, a block recalibrates every module's output (arXiv:1709.01507, section
/// 3.3, Figure 2); stages 1 to 3 are modules 3, 4 and 5. The authors' convolutions have no biases, those of the PyTorch
/// conversion do: <see cref="NetworkOptions.ConvBias"/>.
/// </summary>
public static class BnInception
{
    // Filters of a module: 1x1; 3x3 behind its reduction; two 3x3 behind theirs; projection of the pooling. A module without a
    // 1x1 halves the resolution and passes its input's maximum on.
    static readonly (string Name, int Stage, int Conv1x1, int Reduce, int Conv3x3, int DoubleReduce, int Double3x3, bool MaxPool, int Projection)[] Table =
    [
        ("3a", 1, 64, 64, 64, 64, 96, false, 32),
        ("3b", 1, 64, 64, 96, 64, 96, false, 64),
        ("3c", 1, 0, 128, 160, 64, 96, true, 0),
        ("4a", 2, 224, 64, 96, 96, 128, false, 128),
        ("4b", 2, 192, 96, 128, 96, 128, false, 128),
        ("4c", 2, 160, 128, 160, 128, 160, false, 128),
        ("4d", 2, 96, 128, 192, 160, 192, false, 128),
        ("4e", 2, 0, 128, 192, 192, 256, true, 0),
        ("5a", 3, 352, 192, 320, 160, 224, false, 128),
        ("5b", 3, 352, 192, 320, 192, 224, true, 128),
    ];

    /// <summary><c>bn-inception</c> and <c>se-bn-inception</c>.</summary>
    internal static IEnumerable<Architecture> Architectures =>
        from se in new[] { null, new SeOptions() }
        select new Architecture(
            $"{(se is null ? "" : "se-")}bn-inception",
            se is null ? "BN-Inception" : "SE-BN-Inception",
            new(Channels: 3, Height: 224, Width: 224),
            new NetworkOptions { Se = se },
            Build)
        {
            Choices = NetworkChoices.ConvBias,
        };

    static NetworkGraph Build(string id, NetworkOptions options)
    {
        var net = new GraphBuilder(options.InputChannels);
        Node x = Conv("conv1_7x7_s2", net.Input, 64, kernel: 7, stride: 2);
        x = net.MaxPool("pool1_3x3_s2", x, kernel: 3, stride: 2, rounding: PoolRounding.Ceil);
        x = Conv("conv2_3x3_reduce", x, 64, kernel: 1);
        x = Conv("conv2_3x3", x, 192, kernel: 3);
        x = net.MaxPool("pool2_3x3_s2", x, kernel: 3, stride: 2, rounding: PoolRounding.Ceil);
        foreach ((string name, int stage, int conv1x1, int reduce, int conv3x3, int doubleReduce, int double3x3, bool maxPool, int projection) in Table)
        {
            net.BeginStage(stage);
            string module = $"inception_{name}";
            int stride = conv1x1 == 0 ? 2 : 1;
            var branches = new List<Node>();
            if (conv1x1 > 0)
                branches.Add(Conv($"{module}_1x1", x, conv1x1, kernel: 1));
            branches.Add(Conv($"{module}_3x3", Conv($"{module}_3x3_reduce", x, reduce, kernel: 1), conv3x3, kernel: 3, stride));
            Node twice = Conv($"{module}_double_3x3_reduce", x, doubleReduce, kernel: 1);
            twice = Conv($"{module}_double_3x3_1", twice, double3x3, kernel: 3);
            branches.Add(Conv($"{module}_double_3x3_2", twice, double3x3, kernel: 3, stride));
            int padding = stride == 1 ? 1 : 0;
            Node pool = maxPool
                ? net.MaxPool($"{module}_pool", x, kernel: 3, stride, padding, rounding: stride == 1 ? PoolRounding.Ceil : PoolRounding.Cover)
                : net.AveragePool($"{module}_pool", x, kernel: 3, stride, padding, rounding: PoolRounding.Ceil);
            branches.Add(projection > 0 ? Conv($"{module}_pool_proj", pool, projection, kernel: 1) : pool);
            x = net.Concat($"{module}_output", [.. branches]);
            x = net.SqueezeExcite($"{module}.se", x, options.ForStage(stage).Se);
        }
        return ResidualNetwork.Head(net, id, x, options);

        ReluNode Conv(string name, Node input, int filters, int kernel, int stride = 1) =>
            net.ConvNormRelu(name, $"{name}_bn", $"{name}_relu", input, filters, kernel, stride, bias: options.ConvBias);
    }
}
