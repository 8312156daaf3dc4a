using System.Numerics;
using System.Runtime.CompilerServices;
using Senet.Inference.Steps;

namespace Senet.Inference.Kernels;

/// <summary>Weights of 3x3 filters at a Winograd form's points, G w Gᵀ in double.</summary>
static class WinogradWeights
{
    /// <summary>G, (m + 2) x 3: row p is (1, p, p²) / product over q != p of (p - q); the last row, infinity, is (0, 0, 1).</summary>
    public static double[,] Matrix(ReadOnlySpan<double> points)
    {
        double[,] matrix = new double[points.Length + 1, 3];
        for (int i = 0; i < points.Length; i++)
        {
            double p = points[i];
            double product = 1;
            for (int j = 0; j < points.Length; j++)
            {
                if (j != i)
                    product *= p - points[j];
            }
            matrix[i, 0] = 1 / product;
            matrix[i, 1] = p / product;
            matrix[i, 2] = p * p / product;
        }
        matrix[points.Length, 2] = 1;
        return matrix;
    }

    /// <summary>Writes one panel's weights for all products, (k, lane), <paramref name="stride"/> floats from a product to the next.</summary>
    /// <param name="target">Product 0's weights of the panel.</param>
    /// <param name="stride">Floats from a product to the next.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="lanes">Slots of a vector.</param>
    /// <param name="taps">The inputs of all panels.</param>
    /// <param name="slots">Channel of each output slot.</param>
    /// <param name="weights">The filters.</param>
    /// <param name="inputs">Input channels of a group.</param>
    /// <param name="outputs">Output channels of a group.</param>
    /// <param name="points">The form's points.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Pack(float* target, long stride, Panel panel, int lanes, Tap[] taps, int[] slots, ConvolutionWeights weights, int inputs, int outputs, ReadOnlySpan<double> points)
    {
        double[,] matrix = Matrix(points);
        int n = matrix.GetLength(0);
        int width = panel.Vectors * lanes;
        // Filters of one input, (tap, lane), so that lanes are transformed side by side; half done, (row, column, lane).
        int padded = (width + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        double[] filters = new double[9 * padded];
        double[] half = new double[n * 3 * padded];
        double[] row = new double[padded];
        ReadOnlySpan<float> all = weights.Weight;
        for (int k = 0; k < panel.Depth; k++)
        {
            int channel = taps[panel.FirstTap + k].Channel;
            Array.Clear(filters);
            for (int lane = 0; lane < width; lane++)
            {
                int output = slots[panel.Slot + lane];
                if (output < 0)
                    continue;
                int source = channel - output / outputs * inputs;
                if ((uint)source >= (uint)inputs)
                    continue;
                ReadOnlySpan<float> filter = all.Slice((output * inputs + source) * 9, 9);
                for (int tap = 0; tap < 9; tap++)
                    filters[tap * padded + lane] = filter[tap] * weights.Scale[output];
            }
            for (int i = 0; i < n; i++)
            {
                for (int x = 0; x < 3; x++)
                    Combine(filters, x * padded, 3 * padded, matrix, i, half.AsSpan((i * 3 + x) * padded, padded));
            }
            float* value = target + (long)k * width;
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++, value += stride)
                {
                    Combine(half, i * 3 * padded, padded, matrix, j, row);
                    for (int lane = 0; lane < width; lane++)
                        value[lane] = (float)row[lane];
                }
            }
        }
    }

    // The sum of three vectors of lanes, each times a number of one row of the matrix.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Combine(double[] source, int first, int stride, double[,] matrix, int row, Span<double> target)
    {
        Vector<double> a = new(matrix[row, 0]);
        Vector<double> b = new(matrix[row, 1]);
        Vector<double> c = new(matrix[row, 2]);
        for (int lane = 0; lane < target.Length; lane += Vector<double>.Count)
        {
            int i = first + lane;
            Vector<double> sum = a * new Vector<double>(source, i) + b * new Vector<double>(source, i + stride) + c * new Vector<double>(source, i + 2 * stride);
            sum.CopyTo(target[lane..]);
        }
    }
}
