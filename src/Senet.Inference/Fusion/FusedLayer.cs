using Senet.Graph;

namespace Senet.Inference.Fusion;

/// <summary>One or more nodes of the graph that are computed together. What does not depend on the size of the images.</summary>
abstract class FusedLayer
{
    /// <summary>The nodes, in the graph's order.</summary>
    public List<Node> Nodes { get; } = [];

    /// <summary>Name of the last node.</summary>
    public string Name => Nodes[^1].Name;

    /// <summary>What the layer writes; null for gates and until the layer is complete.</summary>
    public FeatureMap? Output { get; set; }

    /// <summary>Whether a ReLU ends it.</summary>
    public bool Relu { get; set; }

    /// <summary>Maps that it reads.</summary>
    public abstract IEnumerable<FeatureMap> Inputs { get; }

    /// <summary>Gates that it reads.</summary>
    public virtual IEnumerable<Gate> Gates => [];

    /// <summary>Whether it can sum its output's channels on the way.</summary>
    public virtual bool CanSum => false;
}

/// <summary>relu(gate * (affine of convolution) + residual), where everything but the convolution may be missing.</summary>
sealed class FusedConvolution(Conv2dNode node, FeatureMap input) : FusedLayer
{
    public Conv2dNode Node { get; } = node;

    /// <summary>Changed only where a reader of the output would skip pixels.</summary>
    public FeatureMap Input { get; } = input;

    /// <summary>The convolution's stride; more than the node's where the pixels between are read by no one.</summary>
    public int Stride { get; set; } = node.Stride;

    /// <summary>Batch normalisations and constant factors behind the convolution, folded into weights and bias.</summary>
    public List<Node> Folded { get; } = [];

    /// <summary>Constant that weights and bias are multiplied by.</summary>
    public double Factor { get; set; } = 1;

    public Gate? Gate { get; set; }

    public FeatureMap? Residual { get; set; }

    /// <summary>Distance of the residual's pixels that are read.</summary>
    public int ResidualStride { get; set; } = 1;

    /// <summary>The projection of a residual block, computed tile by tile before this convolution's tile is added to it.</summary>
    public FusedConvolution? Shortcut { get; set; }

    public bool IsPointwise => Node.Kernel == new Size2d(1, 1) && Node.Padding == new Size2d(0, 0);

    public bool IsDepthwise => Node.Groups > 1 && Node.Groups == Node.InputChannels && Node.Groups == Node.OutputChannels;

    /// <summary>Linear and nothing added yet: normalisations and factors can still become part of it.</summary>
    public bool IsBare => !Relu && Gate is null && Residual is null && Shortcut is null;

    public override IEnumerable<FeatureMap> Inputs
    {
        get
        {
            yield return Input;
            if (Residual is not null)
                yield return Residual;
            if (Shortcut is not null)
                yield return Shortcut.Input;
        }
    }

    public override IEnumerable<Gate> Gates
    {
        get
        {
            if (Gate is not null)
                yield return Gate;
            if (Input.PendingGate is not null)
                yield return Input.PendingGate;
        }
    }

    public override bool CanSum => true;
}

/// <summary>relu(gate * (scale * x + shift) + y), element by element.</summary>
sealed class FusedElementwise(FeatureMap x) : FusedLayer
{
    public FeatureMap X { get; } = x;

    /// <summary>Batch normalisations and constant factors of x.</summary>
    public List<Node> Folded { get; } = [];

    public double Factor { get; set; } = 1;

    public Gate? Gate { get; set; }

    public FeatureMap? Y { get; set; }

    public bool IsBare => !Relu && Gate is null && Y is null;

    public override IEnumerable<FeatureMap> Inputs => Y is null ? [X] : [X, Y];

    public override IEnumerable<Gate> Gates => Gate is null ? [] : [Gate];

    public override bool CanSum => true;
}

/// <summary>A pooling of any kind: maximum, average, adaptive, blur.</summary>
sealed class FusedPool(Node node, FeatureMap input) : FusedLayer
{
    public Node Node { get; } = node;

    public FeatureMap Input { get; } = input;

    public override IEnumerable<FeatureMap> Inputs => [Input];

    public override IEnumerable<Gate> Gates => Input.PendingGate is null ? [] : [Input.PendingGate];
}

/// <summary>Every stride-th pixel with channels moved: subsampling and the zero-padded shortcut.</summary>
sealed class FusedGather(FeatureMap input, int stride, int offset, int firstChannel, int channels) : FusedLayer
{
    public FeatureMap Input { get; } = input;

    public int Stride { get; } = stride;

    public int Offset { get; } = offset;

    /// <summary>Channel of the output where the input's channel 0 goes.</summary>
    public int FirstChannel { get; } = firstChannel;

    public int Channels { get; } = channels;

    public override IEnumerable<FeatureMap> Inputs => [Input];
}

/// <summary>Squeeze and excitation: from sums (or maxima) to gates.</summary>
sealed class FusedExcitation(SqueezeExciteNode node, FeatureMap source, FusedConvolution? through, Gate gate) : FusedLayer
{
    public SqueezeExciteNode Node { get; } = node;

    /// <summary>The map that is squeezed: the recalibrated one, or the input of the convolution that gives it.</summary>
    public FeatureMap Source { get; } = source;

    /// <summary>The convolution whose output's mean is computed from its input's; null where the squeezed map is there.</summary>
    public FusedConvolution? Through { get; } = through;

    public Gate Gate { get; } = gate;

    public override IEnumerable<FeatureMap> Inputs => [Source];
}

/// <summary>x * gate(fc2 relu(fc1 x)), pixel by pixel: the block without a squeeze.</summary>
sealed class FusedSpatialGate(SqueezeExciteNode node, FeatureMap input) : FusedLayer
{
    public SqueezeExciteNode Node { get; } = node;

    public FeatureMap Input { get; } = input;

    public override IEnumerable<FeatureMap> Inputs => [Input];
}

/// <summary>Mean over all pixels, from the sums.</summary>
sealed class FusedGlobalMean(FeatureMap input) : FusedLayer
{
    public FeatureMap Input { get; } = input;

    public override IEnumerable<FeatureMap> Inputs => [Input];

    public override IEnumerable<Gate> Gates => Input.PendingGate is null ? [] : [Input.PendingGate];
}

/// <summary>A feature map as a vector.</summary>
sealed class FusedFlatten(FlattenNode node, FeatureMap input) : FusedLayer
{
    public FlattenNode Node { get; } = node;

    public FeatureMap Input { get; } = input;

    public override IEnumerable<FeatureMap> Inputs => [Input];
}

/// <summary>A fully connected layer, with a ReLU or without.</summary>
sealed class FusedLinear(LinearNode node, FeatureMap input) : FusedLayer
{
    public LinearNode Node { get; } = node;

    public FeatureMap Input { get; } = input;

    public override IEnumerable<FeatureMap> Inputs => [Input];
}
