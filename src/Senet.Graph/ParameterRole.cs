namespace Senet.Graph;

/// <summary>What a network's tensor is for; initialisation and weight decay depend on it.</summary>
public enum ParameterRole
{
    /// <summary>Weights of a convolution or fully connected layer.</summary>
    Weight,

    /// <summary>Bias of a convolution or fully connected layer.</summary>
    Bias,

    /// <summary>Scale (gamma) of a batch normalisation.</summary>
    NormWeight,

    /// <summary>Shift (beta) of a batch normalisation.</summary>
    NormBias,

    /// <summary>Running mean of a batch normalisation; not trainable.</summary>
    RunningMean,

    /// <summary>Running variance of a batch normalisation; not trainable.</summary>
    RunningVariance,
}
