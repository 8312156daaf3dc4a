namespace Senet.Graph;

/// <summary>
/// The two residual blocks of He et al., arXiv:1512.03385, Figure 5, with SE where its <see cref="SePlacement"/> puts it
/// (arXiv:1709.01507, Figures 3 and 5).
/// </summary>
static class ResidualBlocks
{
    /// <summary>What residual networks of these blocks have a use for.</summary>
    public const NetworkChoices Choices = NetworkChoices.Shortcut | NetworkChoices.SePlacement;

    /// <summary>A block: adds its nodes under the prefix <c>name</c> and returns its output, <c>width * expansion</c> channels.</summary>
    public delegate Node Block(GraphBuilder net, string name, Node input, int width, int stride, NetworkOptions options);

    /// <summary>Two 3x3 convolutions; output width is the width itself.</summary>
    public static Node Basic(GraphBuilder net, string name, Node input, int width, int stride, NetworkOptions options)
    {
        bool blur = options.AntiAlias && stride > 1;
        Node x = net.SqueezeExcite($"{name}.se", input, options.Se, SePlacement.Pre);
        x = net.Conv($"{name}.conv1", x, width / options.BlockReduceFirst, kernel: 3, blur ? 1 : stride);
        x = net.BatchNorm($"{name}.bn1", x);
        x = net.SqueezeExcite($"{name}.se", x, options.Se, SePlacement.Inside3x3);
        x = net.Relu($"{name}.relu1", x);
        if (blur)
            x = net.BlurPool($"{name}.aa", x, stride);
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
        bool blur = options.AntiAlias && stride > 1;
        if (blur && strideFirst)
            throw new SenetException($"{name}: anti-aliased down-sampling smooths behind the 3x3; put the stride there (3x3)");
        Node x = net.SqueezeExcite($"{name}.se", input, options.Se, SePlacement.Pre);
        x = net.Conv($"{name}.conv1", x, widths.First / options.BlockReduceFirst, kernel: 1, strideFirst ? stride : 1);
        x = net.BatchNorm($"{name}.bn1", x);
        x = net.Relu($"{name}.relu1", x);
        x = net.Conv($"{name}.conv2", x, widths.Middle, kernel: 3, strideFirst || blur ? 1 : stride, groups: widths.Groups);
        x = net.BatchNorm($"{name}.bn2", x);
        x = net.SqueezeExcite($"{name}.se", x, options.Se, SePlacement.Inside3x3);
        x = net.Relu($"{name}.relu2", x);
        if (blur)
            x = net.BlurPool($"{name}.aa", x, stride);
        x = net.Conv($"{name}.conv3", x, widths.Output, kernel: 1);
        x = net.BatchNorm($"{name}.bn3", x);
        return Join(net, name, input, x, stride, options, widths.DownsampleKernel);
    }

    // Recalibrates the residual branch, adds the shortcut and rectifies the sum.
    static Node Join(GraphBuilder net, string name, Node input, Node branch, int stride, NetworkOptions options, int downsampleKernel = 1)
    {
        if (options.Se is { ReluBefore: true })
            branch = net.Relu($"{name}.se_relu", branch);
        branch = net.SqueezeExcite($"{name}.se", branch, options.Se, SePlacement.Standard);
        Node shortcut = stride == 1 && input.OutputChannels == branch.OutputChannels
            ? input
            : Shortcut(net, name, input, branch.OutputChannels, stride, options.Shortcut, downsampleKernel);
        shortcut = net.SqueezeExcite($"{name}.se", shortcut, options.Se, SePlacement.Identity);
        Node sum = net.Sum($"{name}.add", branch, shortcut);
        sum = net.Relu($"{name}.relu", sum);
        return net.SqueezeExcite($"{name}.se", sum, options.Se, SePlacement.Post);
    }

    static Node Shortcut(GraphBuilder net, string name, Node input, int channels, int stride, ShortcutKind kind, int kernel)
    {
        if (kind == ShortcutKind.ZeroPad)
            return net.ZeroPadShortcut($"{name}.shortcut", input, channels, stride);
        if (kind == ShortcutKind.AveragePool && stride > 1)
        {
            input = net.AveragePool($"{name}.downsample.pool", input, kernel: 2, stride, rounding: PoolRounding.Ceil, countPadding: false);
            stride = 1;
        }
        Node x = net.Conv($"{name}.downsample.0", input, channels, kernel: stride == 1 ? 1 : kernel, stride);
        return net.BatchNorm($"{name}.downsample.1", x);
    }
}
