using Senet.Graph;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

/// <summary>Single nodes against their formula written out in scalars.</summary>
public class NodeOperationTests
{
    const int Channels = 6;
    const int Height = 7;
    const int Width = 5;

    static readonly float[] Image = [.. Enumerable.Range(0, Channels * Height * Width).Select(i => MathF.Sin(i * 1.7f) * 2)];

    [Theory]
    [InlineData(SqueezeOperator.Average, ExcitationGate.Sigmoid, true)]
    [InlineData(SqueezeOperator.Average, ExcitationGate.Relu, false)]
    [InlineData(SqueezeOperator.Max, ExcitationGate.Tanh, true)]
    [InlineData(SqueezeOperator.None, ExcitationGate.Sigmoid, true)]
    [InlineData(SqueezeOperator.None, ExcitationGate.Tanh, false)]
    public void SqueezeExcite_EveryOption_MatchesEquations2To4(SqueezeOperator squeeze, ExcitationGate gate, bool biases)
    {
        var options = new SeOptions { SqueezeWidth = 2, Squeeze = squeeze, Gate = gate, Biases = biases };
        using GraphModule module = Module(net => net.SqueezeExcite("node", net.Input, options));
        Dictionary<string, float[]> w = module.ExportWeights().ToDictionary(weight => weight.Name, weight => weight.ToFloat32());
        if (biases)
            Fill(module, "node.fc1.bias", w["node.fc1.bias"] = [0.3f, -0.2f]);
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        using GraphTrace trace = module.Trace(Input(), ["node"], ["node"]);
        float[] y = trace.Logits.data<float>().ToArray();
        float[] gates = trace.Gates["node"].data<float>().ToArray();
        Assert.Equal(squeeze == SqueezeOperator.None ? [1, Channels, Height, Width] : [1, Channels], trace.Gates["node"].shape);
        for (int p = 0; p < Height * Width; p++)
        {
            double[] z = [.. Enumerable.Range(0, Channels).Select(c => Descriptor(c, p))];
            double[] hidden = [.. Enumerable.Range(0, 2).Select(j => Math.Max(0, Bias("fc1", j) + Enumerable.Range(0, Channels).Sum(c => w["node.fc1.weight"][Channels * j + c] * z[c])))];
            for (int c = 0; c < Channels; c++)
            {
                double logit = Bias("fc2", c) + Enumerable.Range(0, 2).Sum(j => w["node.fc2.weight"][2 * c + j] * hidden[j]);
                double s = gate switch
                {
                    ExcitationGate.Sigmoid => 1 / (1 + Math.Exp(-logit)),
                    ExcitationGate.Tanh => Math.Tanh(logit),
                    _ => Math.Max(0, logit),
                };
                Assert.Equal(s, gates[squeeze == SqueezeOperator.None ? c * Height * Width + p : c], 1e-5);
                Assert.Equal(Image[c * Height * Width + p] * s, y[c * Height * Width + p], 1e-5);
            }
        }

        double Descriptor(int c, int p)
        {
            IEnumerable<float> pixels = Image.Skip(c * Height * Width).Take(Height * Width);
            return squeeze switch
            {
                SqueezeOperator.Average => pixels.Average(value => (double)value),
                SqueezeOperator.Max => pixels.Max(),
                _ => Image[c * Height * Width + p],
            };
        }

        double Bias(string layer, int index) => biases ? w[$"node.{layer}.bias"][index] : 0;
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(2, -1)]
    [InlineData(2, 1)]
    [InlineData(1, -1)]
    [InlineData(3, 1)]
    public void Subsample_MovedImage_MatchesTheFormula(int stride, int offset)
    {
        float[] y = Run(net => net.Subsample("node", net.Input, stride, offset), out long[] shape);
        Assert.Equal([1, Channels, (Height + stride - 1) / stride, (Width + stride - 1) / stride], shape);
        Each(shape, (c, i, j, index) => Assert.Equal(Pixel(c, stride * i + offset, stride * j + offset), y[index]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void ChannelShuffle_MatchesTheFormula(int groups)
    {
        float[] y = Run(net => net.ChannelShuffle("node", net.Input, groups), out long[] shape);
        int perGroup = Channels / groups;
        Each(shape, (c, i, j, index) => Assert.Equal(Pixel(c % groups * perGroup + c / groups, i, j), y[index]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void BlurPool_MatchesTheFormula(int stride)
    {
        int[] filter = [1, 2, 1];
        float[] y = Run(net => net.BlurPool("node", net.Input, stride), out long[] shape);
        Assert.Equal([1, Channels, (Height + stride - 1) / stride, (Width + stride - 1) / stride], shape);
        Each(shape, (c, i, j, index) =>
        {
            double sum = 0;
            for (int a = -1; a <= 1; a++)
            {
                for (int b = -1; b <= 1; b++)
                    sum += filter[a + 1] * filter[b + 1] / 16.0 * Pixel(c, Reflected(stride * i + a, Height), Reflected(stride * j + b, Width));
            }
            Assert.Equal(sum, y[index], 1e-5);
        });

        static int Reflected(int position, int size) => position < 0 ? -position : position >= size ? 2 * size - 2 - position : position;
    }

    [Theory]
    [InlineData(3, 1, 1, PoolRounding.Floor, true)]
    [InlineData(3, 1, 1, PoolRounding.Floor, false)]
    [InlineData(2, 2, 0, PoolRounding.Ceil, false)]
    [InlineData(3, 2, 1, PoolRounding.Floor, true)]
    public void AveragePool_MatchesTheFormula(int kernel, int stride, int padding, PoolRounding rounding, bool countPadding)
    {
        float[] y = Run(net => net.AveragePool("node", net.Input, kernel, stride, padding, rounding, countPadding), out long[] shape);
        Each(shape, (c, i, j, index) =>
        {
            (double sum, int inside) = Window(c, stride * i - padding, stride * j - padding, kernel);
            Assert.Equal(sum / (countPadding ? kernel * kernel : inside), y[index], 1e-5);
        });
    }

    [Theory]
    [InlineData(PoolRounding.Floor, 3, 2)]
    [InlineData(PoolRounding.Ceil, 3, 2)]
    [InlineData(PoolRounding.Cover, 4, 3)]
    public void MaxPool_Rounding_MatchesTheFormula(PoolRounding rounding, int rows, int columns)
    {
        float[] y = Run(net => net.MaxPool("node", net.Input, kernel: 3, stride: 2, rounding: rounding), out long[] shape);
        Assert.Equal([1, Channels, rows, columns], shape);
        Each(shape, (c, i, j, index) =>
        {
            float maximum = float.NegativeInfinity;
            for (int row = 2 * i; row < Math.Min(2 * i + 3, Height); row++)
            {
                for (int column = 2 * j; column < Math.Min(2 * j + 3, Width); column++)
                    maximum = Math.Max(maximum, Pixel(c, row, column));
            }
            Assert.Equal(maximum, y[index]);
        });
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public void AdaptiveAveragePool_MatchesTheFormula(int size)
    {
        float[] y = Run(net => net.AdaptiveAveragePool("node", net.Input, size), out long[] shape);
        Assert.Equal([1, Channels, size, size], shape);
        Each(shape, (c, i, j, index) =>
        {
            var values = new List<double>();
            for (int row = i * Height / size; row < ((i + 1) * Height + size - 1) / size; row++)
            {
                for (int column = j * Width / size; column < ((j + 1) * Width + size - 1) / size; column++)
                    values.Add(Pixel(c, row, column));
            }
            Assert.Equal(values.Average(), y[index], 1e-5);
        });
    }

    [Fact]
    public void Conv_OneBySeven_PadsItsWidthOnly()
    {
        using GraphModule module = Module(net => net.Conv("node", net.Input, 2, new Size2d(1, 7)));
        float[] w = module.ExportWeights()[0].ToFloat32();
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor output = module.call(Input()).contiguous();
        float[] y = output.data<float>().ToArray();
        Each(output.shape, (o, i, j, index) =>
        {
            double sum = 0;
            for (int c = 0; c < Channels; c++)
            {
                for (int k = 0; k < 7; k++)
                    sum += w[(o * Channels + c) * 7 + k] * Pixel(c, i, j + k - 3);
            }
            Assert.Equal(sum, y[index], 1e-4);
        });
    }

    [Fact]
    public void Flatten_OrdersByChannelRowColumn()
    {
        using GraphModule module = Module(net => net.Flatten("node", net.AdaptiveAveragePool("pool", net.Input, 2), 2));
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        // The input's memory runs channels-last, as a convolution leaves it; the order of the vector does not depend on that.
        Tensor input = arange(24).to(float32).reshape(1, 6, 2, 2).permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        Assert.Equal(Enumerable.Range(0, 24).Select(i => (float)i), module.call(input).contiguous().data<float>().ToArray());
    }

    [Theory]
    [InlineData(ShakeBackward.Shake)]
    [InlineData(ShakeBackward.Even)]
    public void ShakeMix_Training_MixesForwardAndBackwardIndependentlyPerImage(ShakeBackward backward)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(5);
        Tensor left = ones(64, 2, 3, 3, requires_grad: true);
        Tensor right = zeros(64, 2, 3, 3, requires_grad: true);
        Tensor mixed = TensorOperations.Mix(left, right, backward, training: true);
        mixed.sum().backward();
        // With ones and zeros the output is a, and the gradients are b and 1 - b.
        float[] a = mixed.detach().contiguous().data<float>().ToArray();
        float[] b = left.grad!.contiguous().data<float>().ToArray();
        float[] rest = right.grad!.contiguous().data<float>().ToArray();
        for (int i = 0; i < a.Length; i++)
        {
            Assert.InRange(a[i], 0, 1);
            Assert.Equal(a[i / 18 * 18], a[i]);
            Assert.Equal(b[i / 18 * 18], b[i]);
            Assert.Equal(1, b[i] + rest[i], 1e-6);
        }
        float[] perImage = [.. a.Where((_, i) => i % 18 == 0)];
        float[] split = [.. b.Where((_, i) => i % 18 == 0)];
        Assert.True(perImage.Distinct().Count() > 60, "every image has a mixture of its own");
        // 64 draws from 0..1: standard error of the mean 0.036.
        Assert.InRange(perImage.Average(), 0.35f, 0.65f);
        if (backward == ShakeBackward.Even)
        {
            Assert.All(split, value => Assert.Equal(0.5f, value));
            return;
        }
        Assert.True(split.Distinct().Count() > 60, "every image has a split of its own");
        double correlation = perImage.Zip(split, (x, y) => (x - 0.5) * (y - 0.5)).Average() * 12;
        Assert.InRange(correlation, -0.4, 0.4);
    }

    [Fact]
    public void ShakeMix_Evaluation_IsTheMean_AndOneSeedGivesOneMixture()
    {
        using var scope = NewDisposeScope();
        Tensor left = randn(4, 2, 3, 3);
        Tensor right = randn(4, 2, 3, 3);
        Assert.True(TensorOperations.Mix(left, right, ShakeBackward.Shake, training: false).allclose((left + right) / 2));
        Assert.True(Seeded(3).equal(Seeded(3)).all().item<bool>());
        Assert.False(Seeded(3).equal(Seeded(4)).all().item<bool>());

        Tensor Seeded(long seed)
        {
            random.manual_seed(seed);
            return TensorOperations.Mix(left, right, ShakeBackward.Shake, training: true);
        }
    }

    [Fact]
    public void Trace_UnknownName_Throws()
    {
        using GraphModule module = Module(net => net.Relu("node", net.Input));
        using Tensor input = Input();
        Assert.Equal("test has no node other", Assert.Throws<SenetException>(() => module.Trace(input, ["other"], [])).Message);
        Assert.Equal("test has no squeeze-and-excitation block node", Assert.Throws<SenetException>(() => module.Trace(input, [], ["node"])).Message);
    }

    [Fact]
    public void Trace_KeepsOutputsThatLaterNodesOverwrite()
    {
        using GraphModule module = Module(net => net.Relu("relu", net.BatchNorm("norm", net.Input)));
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        using GraphTrace trace = module.Trace(Input(), ["norm", "relu"], []);
        Assert.True(trace.Outputs["norm"].min().item<float>() < 0);
        Assert.True(trace.Outputs["relu"].equal(trace.Outputs["norm"].relu()).all().item<bool>());
    }

    [Fact]
    public void Trace_Disposed_LeavesNoTensor()
    {
        using var module = new GraphModule(ArchitectureRegistry.Get("se-resnet-8").Build());
        module.eval();
        Run();
        long before = Tensor.TotalCount;
        Run();
        // Fewer where a tensor of an earlier test is finalised meanwhile.
        Assert.InRange(Tensor.TotalCount, 0, before);

        void Run()
        {
            using IDisposable noGrad = no_grad();
            using Tensor input = zeros(1, 3, 32, 32);
            using GraphTrace trace = module.Trace(input, ["layer1.0.bn2", "layer2.0.relu"], ["layer1.0.se"]);
            Assert.Equal(2, trace.Outputs.Count);
        }
    }

    static GraphModule Module(Func<GraphBuilder, Node> build)
    {
        var net = new GraphBuilder(Channels);
        var module = new GraphModule(net.Build("test", build(net)), seed: 4);
        module.eval();
        return module;
    }

    static float[] Run(Func<GraphBuilder, Node> build, out long[] shape)
    {
        using GraphModule module = Module(build);
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor output = module.call(Input()).contiguous();
        shape = output.shape;
        TensorShape inferred = module.Graph.InferShapes(new(Channels, Height, Width))[^1];
        Assert.Equal([1, inferred.Channels, inferred.Height, inferred.Width], shape);
        return output.data<float>().ToArray();
    }

    static Tensor Input() => tensor(Image, [1, Channels, Height, Width]);

    static float Pixel(int c, int row, int column) =>
        row < 0 || column < 0 || row >= Height || column >= Width ? 0 : Image[(c * Height + row) * Width + column];

    static (double Sum, int Inside) Window(int c, int top, int left, int kernel)
    {
        double sum = 0;
        int inside = 0;
        for (int row = Math.Max(0, top); row < Math.Min(Height, top + kernel); row++)
        {
            for (int column = Math.Max(0, left); column < Math.Min(Width, left + kernel); column++, inside++)
                sum += Pixel(c, row, column);
        }
        return (sum, inside);
    }

    static void Each(long[] shape, Action<int, int, int, int> check)
    {
        int index = 0;
        for (int c = 0; c < shape[1]; c++)
        {
            for (int i = 0; i < shape[2]; i++)
            {
                for (int j = 0; j < shape[3]; j++)
                    check(c, i, j, index++);
            }
        }
    }

    static void Fill(GraphModule module, string name, float[] values)
    {
        using IDisposable noGrad = no_grad();
        using Tensor source = tensor(values);
        module.TrainableParameters.Single(parameter => parameter.Spec.Name == name).Value.copy_(source);
    }
}
