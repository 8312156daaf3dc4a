using Senet.Graph;
using Senet.Torch.Native;
using TorchSharp;

namespace Senet.Torch.Tests.Native;

public sealed class TorchDeviceTests
{
    static readonly DeviceInventory s_cpuBuild = new(false, 0, false);

    static (DeviceType Type, int Index) Parse(string text, DeviceInventory machine) => TorchDevice.Parse(text, () => machine);

    static string Error(string text, DeviceInventory machine) => Assert.Throws<SenetException>(() => Parse(text, machine)).Message;

    [Theory]
    [InlineData("")]
    [InlineData("gpu")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cuda: 1")]
    [InlineData("cuda:99999999999")]
    [InlineData("cpu:0")]
    public void Parse_UnknownText_ListsTheFormsWithoutLoadingLibtorch(string text) => Assert.Equal(
        $"--device {text}: not a device; expected cpu, cuda, cuda:N (N from 0), mps or auto",
        Assert.Throws<SenetException>(() => TorchDevice.Parse(text, () => throw new InvalidOperationException("asked"))).Message);

    [Theory]
    [InlineData("cpu", 2, false, DeviceType.CPU, -1)]
    [InlineData("cuda", 2, false, DeviceType.CUDA, 0)]
    [InlineData("CUDA:1", 2, false, DeviceType.CUDA, 1)]
    [InlineData("mps", 0, true, DeviceType.MPS, 0)]
    [InlineData("auto", 1, false, DeviceType.CUDA, 0)]
    [InlineData("auto", 0, true, DeviceType.MPS, 0)]
    [InlineData("auto", 0, false, DeviceType.CPU, -1)]
    public void Parse_PresentDevice_IsThatDevice(string text, int cudaDevices, bool hasMps, DeviceType type, int index) =>
        Assert.Equal((type, index), Parse(text, new(cudaDevices > 0, cudaDevices, hasMps)));

    [Theory]
    [InlineData("cuda", 1)]
    [InlineData("auto", 1)]
    [InlineData("cuda:0", 0)]
    public void Parse_FifthProcessOfThreeDevices_TakesTheNextUnlessOneIsNamed(string text, int index) =>
        Assert.Equal((DeviceType.CUDA, index), TorchDevice.Parse(text, () => new(true, 3, false), process: 4));

    [Fact]
    public void Parse_AbsentDevice_SaysWhatThereIs()
    {
        Assert.Equal("--device cuda:1: this machine has 1 CUDA device (cuda:0)", Error("cuda:1", new(true, 1, false)));
        Assert.Equal("--device cuda:8: this machine has 4 CUDA devices (cuda:0 to cuda:3)", Error("cuda:8", new(true, 4, false)));
        Assert.Equal("--device cuda: no CUDA device: this build carries the CPU libtorch; build with -p:SenetTorch=cuda, or use --device cpu", Error("cuda", s_cpuBuild));
        Assert.StartsWith("--device cuda:0: no CUDA device: libtorch finds none; check nvidia-smi", Error("cuda:0", new(true, 0, false)), StringComparison.Ordinal);
        Assert.Equal("--device mps: no Metal device: it needs macOS on Apple silicon; use --device cpu or auto", Error("mps", s_cpuBuild));
    }

    [Fact]
    public void Parse_CpuOnThisMachine_HoldsTensors()
    {
        torch.Device device = TorchDevice.Parse("cpu");
        using torch.Tensor ones = torch.ones(3, device: device);
        Assert.Equal(DeviceType.CPU, ones.device_type);
        Assert.Equal("cpu", TorchDevice.Available()[^1]);
        Assert.Equal(TorchDevice.Available()[0].Split(':')[0], TorchDevice.Parse("auto").type.ToString().ToLowerInvariant());
    }
}
