using Senet.Graph;
using static TorchSharp.torch;

namespace Senet.Torch;

/// <summary>
/// Initial values: convolutions and excitation layers normal with variance 2 / fan-out (He et al., arXiv:1502.01852), the
/// classifier uniform in +-1 / sqrt(fan-in), scales 1, shifts and biases 0. The paper names He initialisation (section 5.1)
/// and says nothing of the excitation's layers; they follow the same rule, which starts the gates near 0.5.
/// </summary>
static class WeightInitialisation
{
    /// <summary>The initial tensor of one parameter or statistic, on the CPU.</summary>
    public static Tensor Create(ParameterSpec spec, Generator generator)
    {
        long[] shape = [.. spec.Shape];
        switch (spec.Role)
        {
            case ParameterRole.Weight when shape.Length == 4:
                double fanOut = (double)shape[0] * shape[2] * shape[3];
                return randn(shape, generator: generator).mul_(Math.Sqrt(2 / fanOut));
            case ParameterRole.Weight:
                return rand(shape, generator: generator).sub_(0.5).mul_(2 / Math.Sqrt(shape[1]));
            case ParameterRole.NormWeight or ParameterRole.RunningVariance:
                return ones(shape);
            default:
                return zeros(shape);
        }
    }
}
