using Senet.Graph;
using Senet.Weights;

namespace Senet.Cli;

/// <summary>
/// Weights for timing a network that nobody trained, the same on every machine: weights of convolutions and excitation layers
/// uniform with variance 2 / fan-out, the classifier's uniform in +-1 / sqrt(fan-in), normalisations that change nothing.
/// </summary>
static class RandomWeights
{
    public static Dictionary<string, WeightTensor> Create(NetworkGraph graph, ulong seed)
    {
        var weights = new Dictionary<string, WeightTensor>(StringComparer.Ordinal);
        ulong state = seed;
        foreach (ParameterSpec spec in graph.Parameters)
        {
            float[] values = new float[spec.ElementCount];
            if (spec.InitialValue is { } value)
                Array.Fill(values, (float)value);
            else if (spec.Role is ParameterRole.NormWeight or ParameterRole.RunningVariance)
                Array.Fill(values, 1);
            else if (spec.Role == ParameterRole.Weight)
                FillUniform(values, Amplitude(spec.Shape), ref state);
            weights.Add(spec.Name, WeightTensor.FromFloat32(spec.Name, [.. spec.Shape], values));
        }
        return weights;
    }

    /// <summary>Values in -1..1 for a network's input.</summary>
    public static float[] Images(int count, ulong seed)
    {
        float[] values = new float[count];
        ulong state = ~seed;
        FillUniform(values, 1, ref state);
        return values;
    }

    // A uniform distribution in +-a has variance a^2 / 3.
    static float Amplitude(IReadOnlyList<long> shape) =>
        (float)(shape.Count == 4 ? Math.Sqrt(6.0 / (shape[0] * shape[2] * shape[3])) : 1 / Math.Sqrt(shape[1]));

    // xorshift64*: three shifts and a product for each value; the upper 24 bits become a float.
    static void FillUniform(float[] values, float amplitude, ref ulong state)
    {
        ulong x = state * 0x9E3779B97F4A7C15 | 1;
        for (int i = 0; i < values.Length; i++)
        {
            x ^= x >> 12;
            x ^= x << 25;
            x ^= x >> 27;
            values[i] = ((x * 0x2545F4914F6CDD1D >> 40) * (2f / (1 << 24)) - 1) * amplitude;
        }
        state = x;
    }
}
