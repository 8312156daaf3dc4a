using System.Runtime.InteropServices;
using Senet.Graph;
using Senet.Inference.Fusion;
using Senet.Weights;

namespace Senet.Inference.Steps;

/// <summary>
/// A convolution's weights with everything folded in that stands behind it: weight * Scale[filter] and Shift[filter], where a
/// batch normalisation gives scale g / sqrt(variance + epsilon) and shift b - mean * scale. All in double.
/// </summary>
/// <param name="Values">(out, in / groups, kernel height, kernel width), as stored.</param>
/// <param name="Scale">Factor of each filter.</param>
/// <param name="Shift">Bias of each filter.</param>
sealed record ConvolutionWeights(FloatValues Values, double[] Scale, double[] Shift)
{
    public ReadOnlySpan<float> Weight => Values.Span;

    public static ConvolutionWeights Read(FusedConvolution conv, WeightSource weights)
    {
        Conv2dNode node = conv.Node;
        (double[] scale, double[] shift) = Affine(node.OutputChannels, node.HasBias ? weights.ReadArray($"{node.Name}.bias") : null, conv.Folded, conv.Factor, weights);
        return new(weights.Read($"{node.Name}.weight"), scale, shift);
    }

    /// <summary>What normalisations and factors do to each channel: x * scale + shift.</summary>
    public static (double[] Scale, double[] Shift) Affine(int channels, float[]? bias, IEnumerable<Node> folded, double factor, WeightSource weights)
    {
        double[] scale = new double[channels];
        double[] shift = new double[channels];
        Array.Fill(scale, 1);
        for (int c = 0; c < bias?.Length; c++)
            shift[c] = bias[c];
        foreach (Node node in folded)
        {
            switch (node)
            {
                case BatchNormNode norm:
                    float[] weight = weights.ReadArray($"{norm.Name}.weight");
                    float[] offset = weights.ReadArray($"{norm.Name}.bias");
                    float[] mean = weights.ReadArray($"{norm.Name}.running_mean");
                    float[] variance = weights.ReadArray($"{norm.Name}.running_var");
                    for (int c = 0; c < channels; c++)
                    {
                        double k = weight[c] / Math.Sqrt(variance[c] + norm.Epsilon);
                        scale[c] *= k;
                        shift[c] = (shift[c] - mean[c]) * k + offset[c];
                    }
                    break;
                case ScaleNode constant:
                    Multiply(constant.Factor);
                    break;
                default:
                    throw new InvalidOperationException(node.Kind);
            }
        }
        Multiply(factor);
        return (scale, shift);

        void Multiply(double k)
        {
            for (int c = 0; c < channels; c++)
            {
                scale[c] *= k;
                shift[c] *= k;
            }
        }
    }
}

/// <summary>Singles in an array of their own, or in the memory of a float32 tensor as it was read.</summary>
readonly struct FloatValues
{
    readonly float[]? _array;
    readonly ReadOnlyMemory<byte> _bytes;

    public FloatValues(float[] array) => _array = array;

    public FloatValues(WeightTensor tensor)
    {
        if (tensor.Type == TensorType.Float32 && BitConverter.IsLittleEndian)
            _bytes = tensor.Data;
        else
            _array = tensor.ToFloat32();
    }

    public ReadOnlySpan<float> Span => _array is not null ? _array : MemoryMarshal.Cast<byte, float>(_bytes.Span);
}

/// <summary>Gives weights by name; may read a file each time.</summary>
sealed class WeightSource(Func<string, WeightTensor> find, Func<bool>? isAvailable = null)
{
    /// <summary>Whether there are weights to be had; else what is packed has to do.</summary>
    public bool IsAvailable => isAvailable is null || isAvailable();

    public FloatValues Read(string name) => new(find(name));

    public float[] ReadArray(string name) => find(name).ToFloat32();
}
