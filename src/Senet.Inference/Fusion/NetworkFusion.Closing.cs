using Senet.Graph;

namespace Senet.Inference.Fusion;

/// <remarks>Closing: a layer gets its output and its place in the order.</remarks>
sealed partial class NetworkFusion
{
    /// <summary>The node's output as it should be.</summary>
    FeatureMap Close(Node node)
    {
        FeatureMap map = CloseGated(node);
        if (map.PendingGate is not { } gate)
            return map;
        var layer = new FusedElementwise(map.Source!) { Gate = gate };
        gate.Target = map;
        layer.Nodes.Add(node);
        FeatureMap result = Write(layer, map.Slots);
        _results[node] = result;
        return result;
    }

    /// <summary>The node's output, perhaps with gates that its reader has to apply.</summary>
    FeatureMap CloseGated(Node node)
    {
        FeatureMap result = Close(node.Name, _results[node]);
        _results[node] = result;
        return result;
    }

    // A depthwise convolution multiplies its sums by the gates, a 3x3 convolution its input.
    FeatureMap CloseForConvolution(Conv2dNode conv)
    {
        bool depthwise = conv.Groups > 1 && conv.Groups == conv.InputChannels && conv.Groups == conv.OutputChannels;
        bool square = conv.Groups == 1 && conv.Stride == 1 && conv.Kernel == new Size2d(3, 3);
        return depthwise || square ? CloseGated(conv.Inputs[0]) : Close(conv.Inputs[0]);
    }

    FeatureMap Close(string name, object result)
    {
        switch (result)
        {
            case FeatureMap map:
                return map;
            case OpenConcatenation whole:
                return FeatureMap.Concatenate(name, [.. whole.Parts.Select(part => OwnPart(part is FusedLayer layer ? Close(layer.Name, layer) : (FeatureMap)part))]);
            case FusedLayer { Output: not null } layer:
                return layer.Output;
            case FusedConvolution conv:
                return CloseConvolution(conv);
            case FusedElementwise element:
                FeatureMap target = Write(element, element.X.Slots);
                if (element.Gate is not null)
                    element.Gate.Target = target;
                return target;
            case FusedPool pool:
                return Write(pool, pool.Input.Slots);
            case FusedLinear linear:
                return Write(linear, FeatureMap.InOrder(linear.Node.OutputChannels), isVector: true);
            default:
                throw new InvalidOperationException($"{name}: {result.GetType()}");
        }
    }

    FeatureMap CloseConvolution(FusedConvolution conv)
    {
        int[] slots = conv.Residual?.Slots ?? (conv.IsDepthwise ? conv.Input.Slots : FeatureMap.InOrder(conv.Node.OutputChannels));
        FeatureMap output = Write(conv, slots);
        if (conv.Gate is not null)
            conv.Gate.Target = output;
        if (conv.Shortcut is { } shortcut)
            shortcut.Output = output;
        return output;
    }

    // What a concatenation can take over as it is: written by a layer, and not part of another one.
    FeatureMap OwnPart(FeatureMap map)
    {
        if (map.Producer is not null && map.Parent is null && !map.IsVector)
            return map;
        if (map.IsVector)
            throw new SenetException($"{map.Name}: the inference engine does not concatenate vectors");
        FeatureMap source = map.PendingGate is null ? map : map.Source!;
        var copy = new FusedElementwise(source) { Gate = map.PendingGate };
        copy.Nodes.AddRange(NodesOf(map));
        FeatureMap result = Write(copy, map.Slots);
        if (copy.Gate is not null)
            copy.Gate.Target = result;
        return result;
    }

    IEnumerable<Node> NodesOf(FeatureMap map) => _graph.Nodes.Where(node => node.Name == map.Name);

    // The same channels in the order that another map has them.
    FeatureMap CloseInSlots(Node node, int[] slots)
    {
        FeatureMap map = Close(node);
        if (map.Slots.AsSpan().SequenceEqual(slots))
            return map;
        var gather = new FusedGather(map, 1, 0, 0, map.ChannelCount);
        gather.Nodes.Add(node);
        return Write(gather, slots);
    }

    // Where all who read a map skip pixels, only those that are read are computed (the Caffe networks' stride in the first 1x1
    // and in the shortcut): the stride moves into the 1x1 that writes the map. Its own input keeps all pixels, whose mean counts.
    static void DropUnreadPixels(List<FusedLayer> layers)
    {
        foreach (FusedConvolution writer in layers.OfType<FusedConvolution>())
        {
            if (!writer.IsPointwise || writer.Node.Groups != 1 || writer.Stride != 1 || writer.Shortcut is not null || writer.Input.IsPlanar)
                continue;
            FeatureMap map = writer.Output!;
            if (map.WantsSums || map.Parent is not null)
                continue;
            var readers = new List<FusedConvolution>();
            bool all = true;
            foreach (FusedLayer layer in layers.Where(layer => layer.Inputs.Any(input => input.Root == map)))
            {
                var conv = layer as FusedConvolution;
                all &= conv is not null && conv.Residual?.Root != map;
                if (conv?.Input == map)
                    readers.Add(conv);
                if (conv?.Shortcut?.Input == map)
                    readers.Add(conv.Shortcut);
                all &= conv is null || conv.Input == map || conv.Shortcut?.Input == map;
            }
            int stride = readers.Count == 0 ? 1 : readers[0].Stride;
            if (!all || stride != 2 || readers.Any(reader => !reader.IsPointwise || reader.Stride != stride || reader.Node.Groups != 1))
                continue;
            writer.Stride = stride;
            writer.ResidualStride = stride;
            foreach (FusedConvolution reader in readers)
                reader.Stride = 1;
        }
    }
}
