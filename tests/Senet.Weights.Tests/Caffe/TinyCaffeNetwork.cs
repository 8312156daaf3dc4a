using Senet.Weights;

namespace Senet.Tests;

/// <summary>
/// The network of tiny_se_caffe.prototxt in double precision, one image at a time: stem, one squeeze-excite bottleneck, classifier.
/// Written from the prototxt and Caffe's definitions, and independent of the library's own graph.
/// </summary>
sealed class TinyCaffeNetwork
{
    const double Eps = 1e-5;
    readonly Dictionary<string, (long[] Shape, double[] Values)> _tensors = [];

    public TinyCaffeNetwork(IEnumerable<CheckpointTensor> tensors)
    {
        foreach (CheckpointTensor tensor in tensors)
            _tensors.Add(tensor.Name, ([.. tensor.Shape], Array.ConvertAll(tensor.Load().ToFloat32(), v => (double)v)));
    }

    /// <summary>A feature map, C x H x W.</summary>
    sealed record Map(int Channels, int Size, double[] Values)
    {
        public Map Apply(Func<double, int, double> function) => this with { Values = [.. Values.Select((v, i) => function(v, i / (Size * Size)))] };
    }

    /// <summary>Logits, the gate, the pooled stem and the block's output.</summary>
    public (double[] Logits, double[] Gate, double[] Stem, double[] Block) Run(double[] image)
    {
        Map stem = MaxPool(Relu(Convolve(new Map(3, 16, image), "conv1/3x3_s2", pad: 1, batchNorm: true)));
        Map reduced = Relu(Convolve(stem, "conv2_1_1x1_reduce", pad: 0, batchNorm: true));
        Map middle = Relu(Convolve(reduced, "conv2_1_3x3", pad: 1, batchNorm: true, groups: 2));
        Map increased = Convolve(middle, "conv2_1_1x1_increase", pad: 0, batchNorm: true);
        Map gate = Relu(Convolve(AveragePool(increased), "conv2_1_1x1_down", pad: 0, batchNorm: false));
        gate = Convolve(gate, "conv2_1_1x1_up", pad: 0, batchNorm: false).Apply((v, _) => 1 / (1 + Math.Exp(-v)));
        // Axpy: gate * increase + shortcut.
        Map scaled = increased.Apply((v, channel) => v * gate.Values[channel]);
        Map block = Relu(scaled with { Values = [.. scaled.Values.Zip(stem.Values, (a, b) => a + b)] });
        return (Classify(AveragePool(block).Values), gate.Values, stem.Values, block.Values);
    }

    double[] Classify(double[] features)
    {
        double[] weight = _tensors["classifier.weight"].Values, bias = _tensors["classifier.bias"].Values;
        return [.. bias.Select((b, o) => b + features.Select((f, i) => f * weight[o * features.Length + i]).Sum())];
    }

    Map Convolve(Map input, string layer, int pad, bool batchNorm, int groups = 1)
    {
        (long[] shape, double[] weight) = _tensors[layer + ".weight"];
        (int outputs, int depth, int kernel) = ((int)shape[0], (int)shape[1], (int)shape[2]);
        var output = new Map(outputs, input.Size, new double[outputs * input.Size * input.Size]);
        for (int i = 0; i < output.Values.Length; i++)
        {
            (int o, int y, int x) = (i / (input.Size * input.Size), i / input.Size % input.Size, i % input.Size);
            int firstChannel = o / (outputs / groups) * depth;
            for (int k = 0; k < depth * kernel * kernel; k++)
            {
                (int channel, int row, int column) = (firstChannel + k / (kernel * kernel), y + k / kernel % kernel - pad, x + k % kernel - pad);
                if (row >= 0 && row < input.Size && column >= 0 && column < input.Size)
                    output.Values[i] += weight[o * depth * kernel * kernel + k] * input.Values[(channel * input.Size + row) * input.Size + column];
            }
        }
        if (!batchNorm)
            return output.Apply((v, channel) => v + _tensors[layer + ".bias"].Values[channel]);
        double[] mean = _tensors[layer + "/bn.running_mean"].Values, variance = _tensors[layer + "/bn.running_var"].Values;
        double[] scale = _tensors[layer + "/bn/scale.weight"].Values, shift = _tensors[layer + "/bn/scale.bias"].Values;
        return output.Apply((v, c) => (v - mean[c]) / Math.Sqrt(variance[c] + Eps) * scale[c] + shift[c]);
    }

    static Map Relu(Map input) => input.Apply((v, _) => Math.Max(v, 0));

    static Map AveragePool(Map input) => new(input.Channels, 1,
        [.. input.Values.Chunk(input.Size * input.Size).Select(c => c.Average())]);

    // 3x3, stride 2, no padding, Caffe's rounding up: the last window may reach over the edge.
    static Map MaxPool(Map input)
    {
        int size = (input.Size - 3 + 1) / 2 + 1;
        var output = new Map(input.Channels, size, new double[input.Channels * size * size]);
        for (int i = 0; i < output.Values.Length; i++)
        {
            (int c, int y, int x) = (i / (size * size), i / size % size * 2, i % size * 2);
            double max = double.NegativeInfinity;
            for (int row = y; row < Math.Min(y + 3, input.Size); row++)
            {
                for (int column = x; column < Math.Min(x + 3, input.Size); column++)
                    max = Math.Max(max, input.Values[(c * input.Size + row) * input.Size + column]);
            }
            output.Values[i] = max;
        }
        return output;
    }
}
