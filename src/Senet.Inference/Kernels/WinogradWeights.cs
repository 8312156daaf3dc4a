using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Senet.Inference.Steps;

namespace Senet.Inference.Kernels;

/// <summary>Weights of 3x3 filters at a Winograd form's points, G w Gᵀ in double.</summary>
static class WinogradWeights
{
    // Slots that are transformed together, and rows of the largest matrix.
    const int Lanes = 16;
    const int MostRows = 6;

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
        ReadOnlySpan<float> all = weights.Weight;
        // Filters of one input, (tap, lane), so that lanes are transformed side by side; half done, (row, column).
        double* filters = stackalloc double[9 * Lanes];
        Vector512<double>* half = stackalloc Vector512<double>[2 * 3 * MostRows];
        float* row = stackalloc float[Lanes];
        fixed (double* g = matrix)
        {
            for (int k = 0; k < panel.Depth; k++)
            {
                int channel = taps[panel.FirstTap + k].Channel;
                for (int first = 0; first < width; first += Lanes)
                {
                    new Span<double>(filters, 9 * Lanes).Clear();
                    int count = Math.Min(Lanes, width - first);
                    for (int lane = 0; lane < count; lane++)
                    {
                        int output = slots[panel.Slot + first + lane];
                        if (output < 0)
                            continue;
                        int source = channel - output / outputs * inputs;
                        if ((uint)source >= (uint)inputs)
                            continue;
                        ReadOnlySpan<float> filter = all.Slice((output * inputs + source) * 9, 9);
                        double scale = weights.Scale[output];
                        for (int tap = 0; tap < 9; tap++)
                            filters[tap * Lanes + lane] = filter[tap] * scale;
                    }
                    for (int x = 0; x < 3; x++)
                    {
                        double* f = filters + x * Lanes;
                        for (int i = 0; i < n; i++)
                        {
                            half[2 * (3 * i + x)] = Combine(Vector512.Load(f), Vector512.Load(f + 3 * Lanes), Vector512.Load(f + 6 * Lanes), g + 3 * i);
                            half[2 * (3 * i + x) + 1] = Combine(Vector512.Load(f + 8), Vector512.Load(f + 3 * Lanes + 8), Vector512.Load(f + 6 * Lanes + 8), g + 3 * i);
                        }
                    }
                    float* value = target + (long)k * width + first;
                    for (int i = 0; i < n; i++)
                    {
                        Vector512<double>* h = half + 6 * i;
                        for (int j = 0; j < n; j++, value += stride)
                        {
                            Vector512<float> result = Vector512.Narrow(Combine(h[0], h[2], h[4], g + 3 * j), Combine(h[1], h[3], h[5], g + 3 * j));
                            if (count == Lanes)
                            {
                                result.Store(value);
                                continue;
                            }
                            result.Store(row);
                            new Span<float>(row, count).CopyTo(new Span<float>(value, count));
                        }
                    }
                }
            }
        }
    }

    // The sum of three vectors of lanes, each times a number of one row of the matrix.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Vector512<double> Combine(Vector512<double> a, Vector512<double> b, Vector512<double> c, double* row) =>
        Vector512.FusedMultiplyAdd(c, Vector512.Create(row[2]), Vector512.FusedMultiplyAdd(b, Vector512.Create(row[1]), a * Vector512.Create(row[0])));
}
