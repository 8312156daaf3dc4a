namespace Senet.Graph;

/// <summary>The two residual blocks of He et al., arXiv:1512.03385, Figure 5, with SE before the addition (arXiv:1709.01507, Figure 3).</summary>
static class ResidualBlocks
{
    /// <summary>A block: adds its nodes under the prefix <c>name</c> and returns its output, <c>width * expansion</c> channels.</summary>
    public delegate Node Block(GraphBuilder net, string name, Node input, int width, int stride, NetworkOptions options);

    /// <summary>Two 3x3 convolutions; output width is the width itself.</summary>
    public static Node Basic(GraphBuilder net, string name, Node input, int width, int stride, NetworkOptions options)
    {
        Node x = net.Conv($"{name}.conv1", input, width, kernel: 3, stride);
        x = net.BatchNorm($"{name}.bn1", x);
        x = net.Relu($"{name}.relu1", x);
        x = net.Conv($"{name}.conv2", x, width, kernel: 3);
        x = net.BatchNorm($"{name}.bn2", x);
        return Join(net, name, input, x, stride, options);
    }

    /// <summary>1x1, 3x3, 1x1 with four times the width at the end.</summary>
    public static Node Bottleneck(GraphBuilder net, string name, Node input, int width, int stride, NetworkOptions options) =>
        Bottleneck(net, name, input, new BottleneckWidths(First: width, Middle: width, Groups: 1, Output: 4 * width), stride, options);

    /// <summary>A bottleneck's widths: filters of its three convolutions, and the groups of the 3x3 (the cardinality of ResNeXt).</summary>
    /// <param name="First">Filters of the first 1x1.</param>
    /// <param name="Middle">Filters of the 3x3.</param>
    /// <param name="Groups">Groups of the 3x3.</param>
    /// <param name="Output">Filters of the last 1x1.</param>
    /// <param name="DownsampleKernel">Kernel of the projection where the block has a stride; 1x1 elsewhere.</param>
    public readonly record struct BottleneckWidths(int First, int Middle, int Groups, int Output, int DownsampleKernel = 1);

    /// <summary>A bottleneck of any widths.</summary>
    public static Node Bottleneck(GraphBuilder net, string name, Node input, BottleneckWidths widths, int stride, NetworkOptions options)
    {
        bool strideFirst = options.BottleneckStride == BottleneckStride.Conv1x1;
        Node x = net.Conv($"{name}.conv1", input, widths.First, kernel: 1, strideFirst ? stride : 1);
        x = net.BatchNorm($"{name}.bn1", x);
        x = net.Relu($"{name}.relu1", x);
        x = net.Conv($"{name}.conv2", x, widths.Middle, kernel: 3, strideFirst ? 1 : stride, groups: widths.Groups);
        x = net.BatchNorm($"{name}.bn2", x);
        x = net.Relu($"{name}.relu2", x);
        x = net.Conv($"{name}.conv3", x, widths.Output, kernel: 1);
        x = net.BatchNorm($"{name}.bn3", x);
        return Join(net, name, input, x, stride, options, widths.DownsampleKernel);
    }

    // SE recalibrates the residual branch; then the shortcut is added and the sum rectified.
    static ReluNode Join(GraphBuilder net, string name, Node input, Node branch, int stride, NetworkOptions options, int downsampleKernel = 1)
    {
        branch = net.SqueezeExcite($"{name}.se", branch, options.Se);
        Node shortcut = input;
        if (stride != 1 || input.OutputChannels != branch.OutputChannels)
        {
            if (options.Shortcut == ShortcutKind.ZeroPad)
            {
                shortcut = net.ZeroPadShortcut($"{name}.shortcut", input, branch.OutputChannels, stride);
            }
            else
            {
                shortcut = net.Conv($"{name}.downsample.0", input, branch.OutputChannels, kernel: stride == 1 ? 1 : downsampleKernel, stride);
                shortcut = net.BatchNorm($"{name}.downsample.1", shortcut);
            }
        }
        Node sum = net.Sum($"{name}.add", branch, shortcut);
        return net.Relu($"{name}.relu", sum);
    }
}
