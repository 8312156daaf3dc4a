namespace Senet.Graph;

/// <summary>What a network costs for one image, layer by layer and in total.</summary>
public sealed class NetworkCost
{
    internal NetworkCost(TensorShape input, IReadOnlyList<LayerCost> layers)
    {
        Input = input;
        Layers = layers;
    }

    /// <summary>The input's shape.</summary>
    public TensorShape Input { get; }

    /// <summary>One row per node, in the graph's order.</summary>
    public IReadOnlyList<LayerCost> Layers { get; }

    /// <summary>Trainable values.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>Multiply-accumulates of convolutions and fully connected layers (the paper's "FLOPs" are these, plus a few operations it also counts).</summary>
    public long Macs => Layers.Sum(layer => layer.Macs);

    /// <summary>Output elements of convolutions and fully connected layers.</summary>
    public long Activations => Layers.Sum(layer => layer.Activations);

    /// <summary>Trainable values inside squeeze-and-excitation blocks.</summary>
    public long SeParameters => SeLayers.Sum(layer => layer.Parameters);

    /// <summary>Multiply-accumulates inside squeeze-and-excitation blocks, part of <see cref="Macs"/>.</summary>
    public long SeMacs => SeLayers.Sum(layer => layer.Macs);

    /// <summary>Additions of the squeezes and multiplications of the recalibrations, not part of <see cref="Macs"/>.</summary>
    public long SeElementOperations => SeLayers.Sum(layer => ((SqueezeExciteNode)layer.Node).ElementOperations(layer.Output));

    /// <summary>The rows of the squeeze-and-excitation blocks.</summary>
    public IEnumerable<LayerCost> SeLayers => Layers.Where(layer => layer.Node is SqueezeExciteNode);
}
