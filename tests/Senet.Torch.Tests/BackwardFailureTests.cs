using Senet.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

/// <summary>Exceptions under libtorch's backward pass, through which none may travel.</summary>
public class BackwardFailureTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Backward_SumFails_ThrowsBehindThePass(bool checkpoints)
    {
        int sums = 0;
        Assert.Equal(0, Sums(int.MaxValue, checkpoints, ref sums));
        int all = sums;
        Assert.True(all > 10);
        // In the forward passes and in the backward passes, from the first to the last.
        foreach (int failing in new[] { 1, 2, all / 2, all / 2 + 1, all - 1, all })
            Assert.Equal(failing, Sums(failing, checkpoints, ref sums));
    }

    [Fact]
    public void Backward_TapFails_ThrowsBehindThePassOnce()
    {
        using DisposeScope scope = NewDisposeScope();
        using GraphModule module = Module();
        int calls = 0;
        bool fails = true;
        foreach (int node in module.TappableNodes)
        {
            module.Tap(node, () =>
            {
                calls++;
                if (fails)
                    throw new SenetException("no way through");
            });
        }
        using Tensor images = rand(2, 3, 32, 32);
        Assert.Equal("no way through", Assert.Throws<SenetException>(() => module.Backward(module.call(images).sum())).Message);
        Assert.Equal(1, calls);
        fails = false;
        module.Backward(module.call(images).sum());
        Assert.Equal(1 + module.TappableNodes.Count(), calls);
    }

    // One step whose n-th sum fails; n where that came out, 0 where the step went well.
    static int Sums(int failing, bool checkpoints, ref int sums)
    {
        using DisposeScope scope = NewDisposeScope();
        using GraphModule module = Module();
        module.CheckpointActivations = checkpoints;
        int count = 0;
        module.BatchNormGroup = new(0, 1, _ =>
        {
            if (++count == failing)
                throw new SenetException($"{failing}");
        });
        try
        {
            module.Backward(module.call(rand(2, 3, 32, 32)).sum());
            return 0;
        }
        catch (SenetException error)
        {
            // Nobody is waited for a second time.
            Assert.Equal(failing, count);
            return int.Parse(error.Message, System.Globalization.CultureInfo.InvariantCulture);
        }
        finally
        {
            sums = count;
        }
    }

    static GraphModule Module()
    {
        var module = new GraphModule(ArchitectureRegistry.Get("se-resnet-8").Build(), seed: 1);
        module.train();
        return module;
    }
}
