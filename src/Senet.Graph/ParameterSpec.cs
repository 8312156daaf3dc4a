namespace Senet.Graph;

/// <summary>One named tensor of a network: a trainable parameter, or a statistic that training updates without a gradient.</summary>
/// <param name="Name">Full dotted name, the key in a weight file, such as <c>layer1.0.se.fc1.weight</c>.</param>
/// <param name="Shape">Dimensions, outermost first: (out, in / groups, kernel height, kernel width) for a convolution.</param>
/// <param name="Role">What the tensor is for.</param>
public sealed record ParameterSpec(string Name, IReadOnlyList<long> Shape, ParameterRole Role)
{
    /// <summary>Value that every element starts with; null leaves it to the initialisation of its role.</summary>
    public double? InitialValue { get; init; }

    /// <summary>Number of elements.</summary>
    public long ElementCount => Shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>False for running statistics.</summary>
    public bool IsTrainable => Role is not (ParameterRole.RunningMean or ParameterRole.RunningVariance);
}
