using Senet.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

public class StochasticDepthTests
{
    [Fact]
    public void AddBranch_ManyImages_DropsItsShareAndKeepsTheMean()
    {
        using DisposeScope scope = NewDisposeScope();
        random.manual_seed(3);
        const int Images = 4000;
        Tensor sum = TensorOperations.AddBranch(full([Images, 2, 1, 1], 3f), full([Images, 2, 1, 1], 1f), keep: 0.75);
        float[] values = sum.data<float>().ToArray();
        // A branch is dropped for all of an image; what is kept is divided by the probability.
        for (int i = 0; i < Images; i++)
        {
            Assert.Equal(values[2 * i], values[2 * i + 1]);
            Assert.Contains(values[2 * i], new[] { 1f, 5f });
        }
        // Five standard errors of a share of 0.75.
        Assert.InRange(values.Count(value => value == 5f) / 2.0 / Images, 0.75 - 0.035, 0.75 + 0.035);
    }

    [Fact]
    public void Forward_Training_FollowsTheLinearRule()
    {
        using GraphModule module = Chain(out string[] sums);
        using DisposeScope scope = NewDisposeScope();
        Tensor images = ones(6000, 1, 1, 1);
        module.train();
        module.StochasticDepth = 0.6;
        random.manual_seed(1);
        using GraphTrace trace = module.Trace(images, sums, []);
        Tensor before = images;
        for (int l = 0; l < sums.Length; l++)
        {
            // The branch is twice its input: an image that lost it stays as it was.
            double dropped = trace.Outputs[sums[l]].eq(before).to(float32).mean().item<float>();
            Assert.InRange(dropped, 0.2 * (l + 1) - 0.035, 0.2 * (l + 1) + 0.035);
            before = trace.Outputs[sums[l]];
        }
    }

    [Fact]
    public void Forward_EvaluationOrFrozen_IsThePlainSum()
    {
        using GraphModule module = Chain(out _);
        using DisposeScope scope = NewDisposeScope();
        Tensor images = ones(64, 1, 1, 1);
        float[] plain = Run();
        module.StochasticDepth = 0.6;
        module.eval();
        Assert.Equal(plain, Run());
        module.train();
        Assert.NotEqual(plain, Run());
        module.FreezeThrough(0);
        Assert.Equal(plain, Run());

        float[] Run() => module.call(images).detach().data<float>().ToArray();
    }

    [Fact]
    public void Backward_DroppedBranch_GetsNoGradient()
    {
        using DisposeScope scope = NewDisposeScope();
        random.manual_seed(2);
        Tensor branch = rand(200, 1, 1, 1).requires_grad_(), shortcut = rand(200, 1, 1, 1).requires_grad_();
        Tensor sum = TensorOperations.AddBranch(branch, shortcut, keep: 0.5);
        sum.sum().backward();
        Assert.All(shortcut.grad!.data<float>().ToArray(), gradient => Assert.Equal(1, gradient));
        float[] gradients = branch.grad!.data<float>().ToArray();
        Assert.Equal([0f, 2f], gradients.Distinct().Order());
        Assert.Equal(sum.detach().eq(shortcut.detach()).data<bool>().ToArray(), gradients.Select(gradient => gradient == 0));
    }

    [Fact]
    public void NormStatisticsFrozen_Training_KeepsAndUsesTheStatistics()
    {
        var builder = new GraphBuilder(1);
        using var module = new GraphModule(builder.Build("norm", builder.BatchNorm("bn", builder.Input)));
        using DisposeScope scope = NewDisposeScope();
        Tensor images = full([4, 1, 1, 1], 3f);
        module.train();
        module.NormStatisticsFrozen = true;
        Tensor output = module.call(images);
        Assert.All(output.detach().data<float>().ToArray(), value => Assert.Equal(3, value, 1e-4));
        Assert.Equal(0, module.get_buffer("bn.running_mean")!.item<float>());
        output.sum().backward();
        Assert.Equal(12, module.get_parameter("bn.weight")!.grad!.item<float>(), 1e-3);
        module.NormStatisticsFrozen = false;
        module.call(images);
        Assert.Equal(0.3, module.get_buffer("bn.running_mean")!.item<float>(), 1e-6);
    }

    // Three blocks x + 2 x on one channel.
    static GraphModule Chain(out string[] sums)
    {
        var builder = new GraphBuilder(1);
        Node x = builder.Input;
        var names = new List<string>();
        for (int i = 0; i < 3; i++)
        {
            x = builder.Sum($"block{i}.add", builder.Scale($"block{i}.scale", x, 2), x);
            names.Add(x.Name);
        }
        sums = [.. names];
        return new(builder.Build("chain", x));
    }
}
