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

    /// <summary>Writes n² values of one filter, <paramref name="stride"/> floats apart.</summary>
    public static unsafe void Transform(double[,] matrix, ReadOnlySpan<float> filter, double scale, float* target, long stride)
    {
        int n = matrix.GetLength(0);
        double* half = stackalloc double[n * 3];
        for (int i = 0; i < n; i++)
        {
            for (int x = 0; x < 3; x++)
                half[i * 3 + x] = (matrix[i, 0] * filter[x] + matrix[i, 1] * filter[3 + x] + matrix[i, 2] * filter[6 + x]) * scale;
        }
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                *target = (float)(half[i * 3] * matrix[j, 0] + half[i * 3 + 1] * matrix[j, 1] + half[i * 3 + 2] * matrix[j, 2]);
                target += stride;
            }
        }
    }
}
