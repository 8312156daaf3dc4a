using Senet.Graph;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

public class PrecisionTests
{
    // Eight bits of mantissa round each value by up to 0.4 %, and sums of hundreds of them are kept in float32.
    const double ConvolutionTolerance = 0.01;

    // Tens of layers and batch normalisation over a small batch add up; where the last maps are single pixels, to no less than the gradients.
    const double LossTolerance = 0.1;
    const double GradientTolerance = 0.5;

    [Theory]
    [InlineData(3, 64, 7, 2, 64, 1)]
    [InlineData(64, 64, 3, 1, 56, 1)]
    [InlineData(64, 256, 1, 1, 28, 1)]
    [InlineData(256, 128, 1, 2, 56, 1)]
    [InlineData(512, 512, 3, 1, 7, 1)]
    [InlineData(128, 128, 3, 1, 28, 32)]
    [InlineData(96, 96, 3, 2, 28, 96)]
    [InlineData(240, 60, 1, 1, 14, 3)]
    [InlineData(33, 47, 5, 1, 17, 1)]
    public void BFloat16_ThisSystem_ConvolvesAsInDouble(int inputs, int outputs, int kernel, int stride, int size, int groups)
    {
        TorchRuntime.EnsureLoaded();
        using DisposeScope scope = NewDisposeScope();
        using var generator = new Generator(2);
        Tensor images = randn([2, size, size, inputs], generator: generator).permute(0, 3, 1, 2).to(ScalarType.BFloat16);
        Tensor filters = randn([outputs, kernel, kernel, inputs / groups], generator: generator).permute(0, 3, 1, 2).to(ScalarType.BFloat16);
        Tensor[] exact = ConvolveAndDerive(ScalarType.Float64), half = ConvolveAndDerive(ScalarType.BFloat16);
        for (int i = 0; i < exact.Length; i++)
            Assert.InRange(((half[i].to(ScalarType.Float64) - exact[i]).norm() / exact[i].norm()).item<double>(), 0, ConvolutionTolerance);

        Tensor[] ConvolveAndDerive(ScalarType type)
        {
            Tensor x = images.detach().to(type, copy: true).requires_grad_(true), w = filters.detach().to(type, copy: true).requires_grad_(true);
            Tensor y = nn.functional.conv2d(x, w, strides: [stride, stride], padding: [kernel / 2, kernel / 2], groups: groups);
            y.backward([y.detach()]);
            return [y, x.grad!, w.grad!];
        }
    }

    [Theory]
    [InlineData("se-resnet-20", 32)]
    [InlineData("se-resnet-18", 96)]
    public void BFloat16_OneStep_GradientsAreClose(string id, int size)
    {
        (float exactLoss, float[] exact) = Step(id, size, Precision.Float32);
        (float loss, float[] half) = Step(id, size, Precision.BFloat16);
        Assert.InRange(Math.Abs(loss - exactLoss) / exactLoss, 0, LossTolerance);
        double difference = Math.Sqrt(exact.Zip(half, (a, b) => ((double)a - b) * (a - b)).Sum()), norm = Math.Sqrt(exact.Sum(a => (double)a * a));
        Assert.InRange(difference / norm, 1e-6, GradientTolerance);
    }

    [Theory]
    [InlineData("se-shufflenet-g3", 64)]
    [InlineData("se-mobilenet", 64)]
    [InlineData("shake-shake-26-2x96d", 16)]
    public void BFloat16_OtherKindsOfLayers_LossIsClose(string id, int size)
    {
        (float exactLoss, _) = Step(id, size, Precision.Float32);
        (float loss, float[] gradients) = Step(id, size, Precision.BFloat16);
        Assert.InRange(Math.Abs(loss - exactLoss) / exactLoss, 1e-7, LossTolerance);
        Assert.All(gradients, value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void BFloat16_Options_AllKindsOfBlocksTrain()
    {
        NetworkOptions options = ArchitectureRegistry.Get("se-resnet-20").Defaults;
        foreach (SeOptions se in new[]
        {
            new SeOptions { Squeeze = SqueezeOperator.None },
            new SeOptions { Squeeze = SqueezeOperator.Max, Gate = ExcitationGate.Tanh },
            new SeOptions { Gate = ExcitationGate.Relu, Biases = false },
        })
        {
            using var module = new GraphModule(ArchitectureRegistry.Get("se-resnet-20").Build(options with { Se = se })) { Precision = Precision.BFloat16 };
            Assert.True(float.IsFinite(Train(module, 16)));
            Assert.All(module.TrainableParameters, entry => Assert.Equal((ScalarType.Float32, ScalarType.Float32), (entry.Value.dtype, entry.Value.grad!.dtype)));
        }
    }

    [Fact]
    public void BFloat16_Evaluation_IsThatOfFloat32()
    {
        using var module = new GraphModule(ArchitectureRegistry.Get("se-resnet-20").Build());
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor images = Images(16);
        module.eval();
        float[] exact = module.call(images).data<float>().ToArray();
        module.Precision = Precision.BFloat16;
        Assert.Equal(exact, module.call(images).data<float>().ToArray());
        module.train();
        Assert.NotEqual(exact, module.call(images).data<float>().ToArray());
    }

    [Fact]
    public void BFloat16_SecondStep_KeepsNoMoreTensors()
    {
        using var module = new GraphModule(ArchitectureRegistry.Get("se-resnet-20").Build()) { Precision = Precision.BFloat16 };
        Train(module, 16);
        long before = Tensor.TotalCount;
        Train(module, 16);
        // Fewer where a tensor of an earlier test is finalised meanwhile.
        Assert.InRange(Tensor.TotalCount, 0, before);
    }

    [Theory]
    [InlineData(10, 7.9, Precision.BFloat16)]
    [InlineData(10, 8.1, Precision.Float32)]
    [InlineData(10, 100, Precision.Float32)]
    public void Faster_OnlyAClearGainCounts(double float32Ms, double bfloat16Ms, Precision expected) =>
        Assert.Equal(expected, new PrecisionProbe(float32Ms, bfloat16Ms).Faster);

    [Fact]
    public void OfCpu_MeasuresOnceAndLeavesTheGeneratorAlone()
    {
        TorchRuntime.EnsureLoaded();
        random.manual_seed(3);
        using Tensor expected = rand(4);
        random.manual_seed(3);
        PrecisionProbe probe = PrecisionProbe.OfCpu();
        using Tensor drawn = rand(4);
        Assert.Equal(expected.data<float>().ToArray(), drawn.data<float>().ToArray());
        Assert.True(probe.Float32Ms > 0 && probe.BFloat16Ms > 0);
        Assert.Same(probe, PrecisionProbe.OfCpu());
    }

    static (float Loss, float[] Gradients) Step(string id, int size, Precision precision)
    {
        using var module = new GraphModule(ArchitectureRegistry.Get(id).Build(ArchitectureRegistry.Get(id).Defaults with { Classes = 10 }), seed: 1) { Precision = precision };
        float loss = Train(module, size);
        using DisposeScope scope = NewDisposeScope();
        return (loss, [.. module.TrainableParameters.SelectMany(entry => entry.Value.grad!.contiguous().data<float>().ToArray())]);
    }

    static float Train(GraphModule module, int size)
    {
        using DisposeScope scope = NewDisposeScope();
        random.manual_seed(5);
        foreach ((_, Parameter value) in module.TrainableParameters)
            value.grad?.zero_();
        module.train();
        Tensor loss = nn.functional.cross_entropy(module.call(Images(size)), tensor(new long[] { 1, 7, 0, 2, 2, 9, 5, 4 }));
        loss.backward();
        return loss.item<float>();
    }

    static Tensor Images(int size)
    {
        using var generator = new Generator(4);
        return randn([8, 3, size, size], generator: generator);
    }
}
