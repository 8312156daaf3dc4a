using Senet.Graph;

namespace Senet.Torch;

/// <summary>Which feature maps of a network the backward pass needs, and what they take: the rules by which <see cref="GraphModule"/> runs a graph.</summary>
public static class ActivationMemory
{
    // Parts of a checkpointed network hold at least this many convolutions, so that the maps between them are few.
    const int ConvolutionsPerPart = 2;

    /// <summary>Bytes of the feature maps that one training step keeps between its forward and its backward pass, for each image of the batch.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="input">Shape of an image.</param>
    /// <param name="precision">What the maps are in.</param>
    /// <param name="checkpoints">Whether only the maps between parts are kept, see <see cref="GraphModule.CheckpointActivations"/>, beside those of one part at a time.</param>
    /// <exception cref="SenetException">The input does not fit the network.</exception>
    public static long BytesPerImage(NetworkGraph graph, TensorShape input, Precision precision, bool checkpoints)
    {
        ArgumentNullException.ThrowIfNull(graph);
        IReadOnlyList<TensorShape> shapes = graph.InferShapes(input);
        long width = precision == Precision.BFloat16 ? 2 : 4;
        if (!checkpoints)
            return Kept(graph, shapes, width, 0, graph.Nodes.Count - 1);
        long between = 0, largest = 0;
        int start = 0;
        foreach (int end in Cuts(graph))
        {
            between += shapes[end].Elements * width;
            largest = Math.Max(largest, Kept(graph, shapes, width, start, end));
            start = end;
        }
        return between + Math.Max(largest, Kept(graph, shapes, width, start, graph.Nodes.Count - 1));
    }

    /// <summary>Bytes of the largest feature map of one image.</summary>
    public static long LargestMap(NetworkGraph graph, TensorShape input, Precision precision)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.InferShapes(input).Max(shape => shape.Elements) * (precision == Precision.BFloat16 ? 2 : 4);
    }

    /// <summary>
    /// Where a checkpointed network is cut: indices of nodes behind which no other map is needed, and which none overwrites. Every part
    /// holds two convolutions or more, in residual networks at least a block.
    /// </summary>
    internal static IReadOnlyList<int> Cuts(NetworkGraph graph)
    {
        int[] last = LastReaders(graph);
        var overwritten = new HashSet<Node>(graph.Nodes.Where(node => Overwrites(graph, node)).Select(node => node.Inputs[0]), ReferenceEqualityComparer.Instance);
        var cuts = new List<int>();
        int convolutions = 0, needed = 0;
        for (int i = 0; i < graph.Nodes.Count - 1; i++)
        {
            if (graph.Nodes[i] is Conv2dNode)
                convolutions++;
            // Needed is the last reader of everything before this node.
            if (i > 0 && needed <= i && convolutions >= ConvolutionsPerPart && !overwritten.Contains(graph.Nodes[i]))
            {
                cuts.Add(i);
                convolutions = 0;
            }
            needed = Math.Max(needed, last[i]);
        }
        return cuts;
    }

    /// <summary>For every node the index of the last one that reads it; 0 where none does.</summary>
    internal static int[] LastReaders(NetworkGraph graph)
    {
        Dictionary<Node, int> index = Indices(graph);
        int[] last = new int[graph.Nodes.Count];
        for (int i = 0; i < last.Length; i++)
        {
            foreach (Node source in graph.Nodes[i].Inputs)
                last[index[source]] = i;
        }
        return last;
    }

    /// <summary>Whether the node's result takes the place of its first input: nobody else reads that, and its producer's backward pass does not need it.</summary>
    internal static bool Overwrites(NetworkGraph graph, Node node) =>
        node is ReluNode or AddNode
        && node.Inputs[0] is BatchNormNode or SqueezeExciteNode or AddNode or Conv2dNode or LinearNode or ConcatNode or ScaleNode
        && graph.Nodes.Sum(reader => reader.Inputs.Count(source => ReferenceEquals(source, node.Inputs[0]))) == 1;

    // Every map that some operation's backward pass reads, once: results written into their input's place share its memory.
    static long Kept(NetworkGraph graph, IReadOnlyList<TensorShape> shapes, long width, int start, int end)
    {
        Dictionary<Node, int> index = Indices(graph);
        int[] place = new int[graph.Nodes.Count];
        var kept = new HashSet<int>();
        long bytes = 0;
        for (int i = start + 1; i <= end; i++)
        {
            Node node = graph.Nodes[i];
            place[i] = Overwrites(graph, node) || node is FlattenNode ? place[index[node.Inputs[0]]] : i;
            if (node is Conv2dNode or BatchNormNode or SqueezeExciteNode or MaxPoolNode or AveragePoolNode or LinearNode or ShakeMixNode)
            {
                foreach (Node source in node.Inputs)
                    kept.Add(place[index[source]]);
            }
            // What was drawn, one byte a value.
            if (node is DropoutNode)
                bytes += shapes[i].Elements;
            // Where each maximum came from, as int64.
            if (node is MaxPoolNode)
                bytes += shapes[i].Elements * sizeof(long);
            if (node is ReluNode)
                kept.Add(place[i]);
        }
        // What goes into a part is counted with the part before it; the images come in float32.
        return bytes + kept.Sum(i => i == start ? start == 0 ? shapes[0].Elements * (width + (width < sizeof(float) ? sizeof(float) : 0)) : 0 : shapes[i].Elements * width);
    }

    /// <summary>Every node's place in the graph.</summary>
    internal static Dictionary<Node, int> Indices(NetworkGraph graph)
    {
        var index = new Dictionary<Node, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < graph.Nodes.Count; i++)
            index[graph.Nodes[i]] = i;
        return index;
    }
}
