using Senet.Torch;
using Senet.Training.Distributed;
using static TorchSharp.torch;

namespace Senet.Training.Tests.Distributed;

public class NcclCollectiveTests
{
    [Theory]
    [InlineData(null, true, "a/0", "a/1", "b/0")]
    [InlineData("not all processes compute on a CUDA device", true, "a/0", "")]
    [InlineData("two processes have one CUDA device", true, "a/0", "b/0", "a/0")]
    [InlineData("libnccl.so.2 was not found", false, "a/0", "a/1")]
    public void WhyNot_SaysWhatIsInTheWay(string? expected, bool isInstalled, params string[] devices)
    {
        string? reason = NcclCollective.WhyNot(devices, isInstalled);
        if (expected is null)
            Assert.Null(reason);
        else
            Assert.StartsWith(expected, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Over_OnProcessors_IsTheCollectiveItself() => ThreadCollective.Run(2, collective =>
    {
        Assert.Same(collective, NcclCollective.Over(collective, CPU, _ => Assert.Fail("there is nothing to say")));
    });

    [Fact]
    public unsafe void AddressOf_IsWhereTheValuesAre()
    {
        TorchRuntime.EnsureLoaded();
        using Tensor all = arange(10, dtype: float32), part = all.narrow(0, 4, 3), wide = arange(10, dtype: float64), tail = wide.narrow(0, 7, 3);
        Assert.Equal(4f, *(float*)NcclCollective.AddressOf(part));
        Assert.Equal(7.0, *(double*)NcclCollective.AddressOf(tail));
        // The tensor's own memory, no copy of it.
        *(float*)NcclCollective.AddressOf(all) = 9;
        Assert.Equal(9f, all[0].item<float>());
    }

    // One process alone is all that one device allows; it shows that every call is made as NCCL and the driver expect.
    [Fact]
    public void StartSum_OneProcessOnOneDevice_GivesTheValuesBack()
    {
        TorchRuntime.EnsureLoaded();
        Assert.SkipUnless(cuda.is_available(), "needs a CUDA device and a build with -p:SenetTorch=cuda");
        Assert.SkipUnless(NcclLibrary.IsAvailable, $"needs {NcclLibrary.Library}");
        using NcclCollective nccl = NcclCollective.Of(new Alone(), TorchDevice.Parse("cuda"));
        foreach (ScalarType type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            using Tensor values = arange(100_000, dtype: type, device: CUDA), expected = arange(100_000, dtype: type) * 3;
            values.mul_(3);
            nccl.StartSum(values).Wait();
            using Tensor found = values.cpu();
            Assert.True(found.equal(expected).all().item<bool>());
        }
    }
}
