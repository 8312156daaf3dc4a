using System.Buffers;
using System.Globalization;
using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// The weights of one axis: result i is the sum over j &lt; Count[i] of source[Start[i] + j] * Values[i * Stride + j], in fixed
/// point with <see cref="PrecisionBits"/> fraction bits. They lie in a pooled array, which <see cref="Release"/> gives back.
/// </summary>
readonly struct ResampleWeights
{
    readonly int[] numbers;

    /// <summary>8 bits of pixel, 2 of head room for weights above 1 and for the sign; the rest of an int is fraction.</summary>
    public const int PrecisionBits = 32 - 8 - 2;

    const int MostStackTaps = 128;

    ResampleWeights(int length, int stride)
    {
        numbers = ArrayPool<int>.Shared.Rent(checked(length * (2 + stride)));
        Length = length;
        Stride = stride;
    }

    /// <summary>Number of results.</summary>
    public int Length { get; }

    public int Stride { get; }

    public Span<int> Start => numbers.AsSpan(0, Length);

    public Span<int> Count => numbers.AsSpan(Length, Length);

    /// <summary>Length * Stride weights; those beyond a result's count are undefined.</summary>
    public Span<int> Values => numbers.AsSpan(2 * Length, Length * Stride);

    public void Release() => ArrayPool<int>.Shared.Return(numbers);

    /// <summary>First source index that any result reads; starts never decrease.</summary>
    public int First => Start[0];

    /// <summary>One past the last source index that any result reads.</summary>
    public int End => Start[^1] + Count[^1];

    /// <summary>
    /// Weights of the results <paramref name="first"/> .. <paramref name="first"/> + <paramref name="length"/> - 1 of
    /// <paramref name="outputSize"/> that the source interval from..to is resized to. The filter widens with the scale when
    /// shrinking and is normalised over the taps that lie inside the source.
    /// </summary>
    public static ResampleWeights Create(int inputSize, float from, float to, long outputSize, long first, int length, Interpolation filter)
    {
        double radius = Radius(filter);
        double scale = (double)(to - from) / outputSize;
        double filterScale = Math.Max(scale, 1.0);
        double support = radius * filterScale;
        double inverse = 1.0 / filterScale;
        int stride = (int)Math.Min(inputSize, Math.Ceiling(support) * 2 + 1);
        var weights = new ResampleWeights(length, stride);
        double[]? many = stride > MostStackTaps ? new double[stride] : null;
        Span<double> taps = many ?? stackalloc double[MostStackTaps];
        for (int i = 0; i < length; i++)
        {
            double centre = from + (first + i + 0.5) * scale;
            // Truncation, not floor: the argument is clamped to 0 anyway where they would differ.
            int start = Math.Max((int)(centre - support + 0.5), 0);
            int count = Math.Min((int)(centre + support + 0.5), inputSize) - start;
            double sum = 0;
            for (int j = 0; j < count; j++)
            {
                taps[j] = Weight(filter, (j + start - centre + 0.5) * inverse);
                sum += taps[j];
            }
            Span<int> values = weights.Values.Slice(i * stride, count);
            for (int j = 0; j < count; j++)
            {
                double weight = sum != 0 ? taps[j] / sum : taps[j];
                values[j] = (int)(weight < 0 ? -0.5 + weight * (1 << PrecisionBits) : 0.5 + weight * (1 << PrecisionBits));
            }
            weights.Start[i] = start;
            weights.Count[i] = count;
        }
        return weights;
    }

    static double Radius(Interpolation filter) => filter switch
    {
        Interpolation.Box => 0.5,
        Interpolation.Bilinear or Interpolation.Hamming => 1.0,
        Interpolation.Bicubic => 2.0,
        Interpolation.Lanczos => 3.0,
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter,
            string.Create(CultureInfo.InvariantCulture, $"{(int)filter} is not a resampling filter")),
    };

    static double Weight(Interpolation filter, double x)
    {
        switch (filter)
        {
            case Interpolation.Box:
                return x is > -0.5 and <= 0.5 ? 1.0 : 0.0;
            case Interpolation.Bilinear:
                x = Math.Abs(x);
                return x < 1.0 ? 1.0 - x : 0.0;
            case Interpolation.Hamming:
                x = Math.Abs(x);
                // Pillow's constants are floats.
                return x >= 1.0 ? 0.0 : Sinc(x) * (0.54f + 0.46f * Math.Cos(x * Math.PI));
            case Interpolation.Bicubic:
                const double A = -0.5;
                x = Math.Abs(x);
                if (x < 1.0)
                    return ((A + 2.0) * x - (A + 3.0)) * x * x + 1;
                return x < 2.0 ? (((x - 5) * x + 8) * x - 4) * A : 0.0;
            default:
                return x is >= -3.0 and < 3.0 ? Sinc(x) * Sinc(x / 3) : 0.0;
        }
    }

    static double Sinc(double x)
    {
        if (x == 0.0)
            return 1.0;
        x *= Math.PI;
        return Math.Sin(x) / x;
    }
}
