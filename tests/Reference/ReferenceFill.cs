using System.Text;

namespace Senet.Tests;

/// <summary>
/// The deterministic fill of the reference data: every tensor is a function of its name. For element i of tensor N,
/// u = (splitmix64(fnv1a64(N) + i) >> 11) * 2^-53, then the tensor's rule; computed in double and rounded once.
/// </summary>
static class ReferenceFill
{
    /// <summary>The values of tensor <paramref name="name"/>.</summary>
    /// <param name="name">The reference's own name.</param>
    /// <param name="rule">w (weights), b (biases and means), p (scales and variances), i (the input).</param>
    /// <param name="count">Number of elements.</param>
    /// <param name="fanIn">Product of the weight's dimensions after the first; rule w only.</param>
    /// <param name="gain">Gain; rule w only.</param>
    public static float[] Values(string name, char rule, long count, double fanIn = 1, double gain = 1)
    {
        ulong start = Fnv1a64(name);
        double amplitude = Math.Sqrt(3 / fanIn) * gain;
        var values = new float[count];
        for (int i = 0; i < values.Length; i++)
        {
            double u = (SplitMix64(unchecked(start + (ulong)i)) >> 11) * (1.0 / (1UL << 53));
            values[i] = (float)(rule switch
            {
                'w' => (2 * u - 1) * amplitude,
                'b' => (2 * u - 1) * 0.1,
                'p' => 0.5 + u,
                'i' => (2 * u - 1) * 2,
                _ => throw new ArgumentException($"unknown fill rule {rule}", nameof(rule)),
            });
        }
        return values;
    }

    public static ulong Fnv1a64(string text)
    {
        ulong hash = 0xcbf29ce484222325;
        foreach (byte value in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ value) * 0x100000001b3);
        return hash;
    }

    public static ulong SplitMix64(ulong x)
    {
        unchecked
        {
            ulong z = x + 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>Relative L2 distance.</summary>
    public static double RelativeL2(ReadOnlySpan<double> actual, ReadOnlySpan<double> expected)
    {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
            norm += expected[i] * expected[i];
        }
        return Math.Sqrt(difference / norm);
    }
}
