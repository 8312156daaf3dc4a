using Senet.Graph;

namespace Senet.Inference.Fusion;

/// <remarks>
/// Squeeze and excitation. A mean commutes with an affine map, so that the mean over a convolution's output follows from sums
/// over its input: gates are known before the convolution runs, and recalibrate in its last step.
/// </remarks>
sealed partial class NetworkFusion
{
    object Recalibrate(SqueezeExciteNode se)
    {
        Node input = se.Inputs[0];
        if (se.IsSpatial)
        {
            FeatureMap map = Close(input);
            return Emit(se, new FusedSpatialGate(se, map), map.Slots);
        }
        var gate = new Gate(se.Name);
        if (Extensible(input) is FusedConvolution { IsBare: true } conv && se.Options.Squeeze == SqueezeOperator.Average && CanSqueezeThrough(conv))
        {
            conv.Input.RequestSums();
            Excite(se, conv.Input, conv, gate);
            conv.Gate = gate;
            return Begin(se, conv);
        }
        FeatureMap source = Close(input);
        if (se.Options.Squeeze == SqueezeOperator.Average)
            source.RequestSums();
        Excite(se, source, through: null, gate);
        if (HasOneReader(se))
        {
            // Whoever reads this closes it, as it is or with the gates applied.
            FeatureMap gated = source.Gated(se.Name, gate);
            gate.Target = source;
            if (AppliesGates(_graph.Nodes.First(node => node.Inputs.Contains(se)), se.Options.Gate))
                return gated;
        }
        return Begin(se, new FusedElementwise(source) { Gate = gate });
    }

    void Excite(SqueezeExciteNode se, FeatureMap source, FusedConvolution? through, Gate gate)
    {
        var layer = new FusedExcitation(se, source, through, gate);
        layer.Nodes.Add(se);
        _layers.Add(layer);
    }

    // Stride 1, and an output of the input's size: then every tap sees the whole plane but for border rows and columns.
    static bool CanSqueezeThrough(FusedConvolution conv)
    {
        Conv2dNode node = conv.Node;
        return node.Stride == 1 && !conv.Input.IsPlanar && conv.Input.PendingGate is null && !conv.IsDepthwise
            && node.Kernel.Height == node.Kernel.Width && node.Kernel.Height is 1 or 3
            && node.Padding == node.Kernel.Half;
    }

    static bool AppliesGates(Node reader, ExcitationGate gate) => reader switch
    {
        Conv2dNode conv => (conv.Groups == 1 && conv.Stride == 1 && conv.Kernel == new Size2d(3, 3))
            || (conv.Groups > 1 && conv.Groups == conv.InputChannels && conv.Groups == conv.OutputChannels),
        MaxPoolNode => gate != ExcitationGate.Tanh,
        GlobalAveragePoolNode => true,
        _ => false,
    };
}
