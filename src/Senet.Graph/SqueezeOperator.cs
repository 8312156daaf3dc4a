namespace Senet.Graph;

/// <summary>How a squeeze-and-excitation block summarises a channel's H x W values (arXiv:1709.01507, Table 11).</summary>
public enum SqueezeOperator
{
    /// <summary>Global average pooling, the paper's choice (equation 2).</summary>
    Average,

    /// <summary>Global maximum.</summary>
    Max,
}
