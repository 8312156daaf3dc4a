using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Senet.Graph;
using Senet.Inference.Fusion;

namespace Senet.Inference.Steps;

/// <summary>The two matrices of an excitation.</summary>
static class ExcitationWeights
{
    // Of the product of fc1 with a convolution that stay in registers.
    const int Rows = 4;
    const int Columns = 16;

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
        // (channel, row), a few rows more than there are.
        int rows = (width + Rows - 1) / Rows * Rows;
        double[] factors = ArrayPool<double>.Shared.Rent(channels * rows);
        Array.Clear(factors);
        ReadOnlySpan<float> fc1 = fc1Values.Span;
        for (int row = 0; row < width; row++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                double factor = fc1[row * channels + channel];
                factors[channel * rows + row] = factor * conv.Scale[channel];
                shift[row] += factor * conv.Shift[channel];
            }
        }
        float[] composed = new float[(long)width * length];
        int blocks = (perFilter + Columns - 1) / Columns;
        Parallel.For(0, through.Node.Groups * blocks, () => ArrayPool<double>.Shared.Rent(perGroup * Columns), (item, _, filters) =>
        {
            int group = item / blocks;
            int first = item % blocks * Columns;
            int count = Math.Min(Columns, perFilter - first);
            for (int i = 0; i < perGroup; i++)
            {
                ReadOnlySpan<float> filter = conv.Weight.Slice((group * perGroup + i) * perFilter + first, count);
                Span<double> columns = filters.AsSpan(i * Columns, Columns);
                columns.Clear();
                for (int c = 0; c < count; c++)
                    columns[c] = filter[c];
            }
            for (int row = 0; row < width; row += Rows)
                Multiply(factors.AsSpan(group * perGroup * rows + row), rows, filters.AsSpan(0, perGroup * Columns), composed.AsSpan(row * length + group * perFilter + first), length, Math.Min(Rows, width - row), count);
            return filters;
        }, filters => ArrayPool<double>.Shared.Return(filters));
        ArrayPool<double>.Shared.Return(factors);
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

    // Four rows of factors times sixteen columns of filters: the sums of all channels stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Multiply(ReadOnlySpan<double> factors, int factorRow, ReadOnlySpan<double> filters, Span<float> target, int targetRow, int rows, int columns)
    {
        Vector512<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        ReadOnlySpan<Vector512<double>> vectors = MemoryMarshal.Cast<double, Vector512<double>>(filters);
        for (int i = 0; 2 * i + 1 < vectors.Length; i++)
        {
            Vector512<double> low = vectors[2 * i], high = vectors[2 * i + 1];
            ReadOnlySpan<double> factor = factors.Slice(i * factorRow, Rows);
            Vector512<double> a = Vector512.Create(factor[0]), b = Vector512.Create(factor[1]), c = Vector512.Create(factor[2]), d = Vector512.Create(factor[3]);
            a0 = Vector512.FusedMultiplyAdd(a, low, a0);
            a1 = Vector512.FusedMultiplyAdd(a, high, a1);
            b0 = Vector512.FusedMultiplyAdd(b, low, b0);
            b1 = Vector512.FusedMultiplyAdd(b, high, b1);
            c0 = Vector512.FusedMultiplyAdd(c, low, c0);
            c1 = Vector512.FusedMultiplyAdd(c, high, c1);
            d0 = Vector512.FusedMultiplyAdd(d, low, d0);
            d1 = Vector512.FusedMultiplyAdd(d, high, d1);
        }
        ReadOnlySpan<Vector512<float>> sums = [Vector512.Narrow(a0, a1), Vector512.Narrow(b0, b1), Vector512.Narrow(c0, c1), Vector512.Narrow(d0, d1)];
        for (int row = 0; row < rows; row++)
            MemoryMarshal.Cast<Vector512<float>, float>(sums.Slice(row, 1))[..columns].CopyTo(target.Slice(row * targetRow));
    }
}
