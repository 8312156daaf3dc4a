using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Senet.Graph;
using Senet.Inference.Fusion;

namespace Senet.Inference.Steps;

/// <summary>The two matrices of an excitation.</summary>
static class ExcitationWeights
{
    /// <summary>
    /// The first layer: fc1 as it is, or with the convolution that gives the squeezed map, G = fc1 * W and g = fc1 * b + c1, where W
    /// has its normalisation folded in. In double, rounded when packed; (squeeze width, inputs, kernel, kernel).
    /// </summary>
    public static ConvolutionWeights First(SqueezeExciteNode node, FusedConvolution? through, WeightSource weights)
    {
        int width = node.SqueezeWidth;
        int channels = node.OutputChannels;
        FloatValues fc1Values = weights.Read($"{node.Name}.fc1.weight");
        double[] shift = new double[width];
        double[] ones = new double[width];
        Array.Fill(ones, 1);
        if (node.Options.Biases)
            Array.ConvertAll(weights.ReadArray($"{node.Name}.fc1.bias"), value => (double)value).CopyTo(shift, 0);
        if (through is null)
            return new(fc1Values, ones, shift);
        ConvolutionWeights conv = ConvolutionWeights.Read(through, weights);
        int perFilter = conv.Weight.Length / channels;
        int perGroup = channels / through.Node.Groups;
        int length = perFilter * through.Node.Groups;
        float[] composed = new float[(long)width * length];
        Parallel.For(0, width, () => new double[length], (row, _, sum) =>
        {
            Array.Clear(sum);
            double bias = 0;
            ReadOnlySpan<float> fc1 = fc1Values.Span;
            ReadOnlySpan<float> weight = conv.Weight;
            for (int output = 0; output < channels; output++)
            {
                double factor = fc1[row * channels + output];
                bias += factor * conv.Shift[output];
                AddScaled(weight.Slice(output * perFilter, perFilter), factor * conv.Scale[output], sum.AsSpan(output / perGroup * perFilter, perFilter));
            }
            for (int i = 0; i < length; i++)
                composed[(long)row * length + i] = (float)sum[i];
            shift[row] += bias;
            return sum;
        }, _ => { });
        return new(new FloatValues(composed), ones, shift);
    }

    /// <summary>The second layer.</summary>
    public static ConvolutionWeights Second(SqueezeExciteNode node, WeightSource weights)
    {
        double[] ones = new double[node.OutputChannels];
        Array.Fill(ones, 1);
        double[] shift = node.Options.Biases ? Array.ConvertAll(weights.ReadArray($"{node.Name}.fc2.bias"), value => (double)value) : new double[node.OutputChannels];
        return new(weights.Read($"{node.Name}.fc2.weight"), ones, shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void AddScaled(ReadOnlySpan<float> values, double factor, Span<double> sum)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(sum);
        for (int i = 0; i < vectors.Length; i++)
        {
            Vector.Widen(vectors[i], out Vector<double> low, out Vector<double> high);
            sums[2 * i] += low * factor;
            sums[2 * i + 1] += high * factor;
        }
        for (int i = vectors.Length * Vector<float>.Count; i < values.Length; i++)
            sum[i] += values[i] * factor;
    }
}
