using Senet.Graph;
using Senet.Weights;

namespace Senet.Onnx;

/// <summary>
/// A convolution that does what it and the batch normalisation behind it did: weight * k and (bias - mean) * k + shift, with
/// k = scale / sqrt(variance + epsilon) for every filter. Computed in double, rounded once.
/// </summary>
sealed record FoldedConvolution(WeightTensor Weight, WeightTensor Bias)
{
    public static FoldedConvolution Create(Conv2dNode conv, BatchNormNode norm, IReadOnlyDictionary<string, WeightTensor> weights)
    {
        float[] scale = Values($"{norm.Name}.weight");
        float[] shift = Values($"{norm.Name}.bias");
        float[] mean = Values($"{norm.Name}.running_mean");
        float[] variance = Values($"{norm.Name}.running_var");
        float[] weight = Values($"{conv.Name}.weight");
        float[] bias = conv.HasBias ? Values($"{conv.Name}.bias") : new float[conv.OutputChannels];
        int perFilter = weight.Length / conv.OutputChannels;
        for (int filter = 0; filter < conv.OutputChannels; filter++)
        {
            double factor = scale[filter] / Math.Sqrt(variance[filter] + norm.Epsilon);
            foreach (ref float value in weight.AsSpan(filter * perFilter, perFilter))
                value = (float)(value * factor);
            bias[filter] = (float)(((double)bias[filter] - mean[filter]) * factor + shift[filter]);
        }
        return new(
            WeightTensor.FromFloat32($"{conv.Name}.weight", weights[$"{conv.Name}.weight"].Shape, weight),
            WeightTensor.FromFloat32($"{conv.Name}.bias", [conv.OutputChannels], bias));

        float[] Values(string name) => weights[name].ToFloat32();
    }
}
