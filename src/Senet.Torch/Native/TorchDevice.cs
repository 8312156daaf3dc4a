using System.Globalization;
using Senet.Graph;
using Senet.Torch.Native;
using TorchSharp;

namespace Senet.Torch;

/// <summary>The devices a model can train on, by the names that <c>--device</c> takes.</summary>
public static class TorchDevice
{
    const string Forms = "cpu, cuda, cuda:N (N from 0), mps or auto";

    /// <summary>
    /// The device a text names: <c>cpu</c>, <c>cuda</c> (the first), <c>cuda:N</c>, <c>mps</c>, or <c>auto</c> (CUDA where
    /// there is a device, else Metal, else the CPU). Upper and lower case are equal.
    /// </summary>
    /// <exception cref="SenetException">The text has another form, this machine lacks the device, or libtorch does not load.</exception>
    public static torch.Device Parse(string text) => Parse(text, process: 0);

    /// <summary>The same for one of several processes of this machine: <c>cuda</c> and <c>auto</c> give each the next of its devices, round and round.</summary>
    /// <param name="text">As above.</param>
    /// <param name="process">The process among those of this machine, from 0.</param>
    /// <exception cref="SenetException">As above.</exception>
    public static torch.Device Parse(string text, int process)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(process);
        (DeviceType type, int index) = Parse(text, Inventory, process);
        return new torch.Device(type, index);
    }

    /// <summary>The names of this machine's devices, best first: <c>cuda:0</c>, ..., <c>mps</c>, <c>cpu</c>.</summary>
    /// <exception cref="SenetException">libtorch does not load.</exception>
    public static IReadOnlyList<string> Available()
    {
        DeviceInventory devices = Inventory();
        return [.. Enumerable.Range(0, devices.CudaDevices).Select(CudaName), .. devices.HasMps ? (string[])["mps"] : [], "cpu"];
    }

    /// <summary><see cref="Parse(string)"/> over a given machine, which is asked for only after the text's form is found good.</summary>
    internal static (DeviceType Type, int Index) Parse(string text, Func<DeviceInventory> machine, int process = 0)
    {
        string name = text.Trim().ToLowerInvariant();
        int wanted = 0;
        bool isForm = name is "cpu" or "cuda" or "mps" or "auto"
            || (name.StartsWith("cuda:", StringComparison.Ordinal) && int.TryParse(name.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out wanted));
        if (!isForm)
            throw new SenetException($"--device {text}: not a device; expected {Forms}");

        DeviceInventory devices = machine();
        return name switch
        {
            "cpu" => (DeviceType.CPU, -1),
            "auto" => devices.CudaDevices > 0 ? (DeviceType.CUDA, process % devices.CudaDevices) : devices.HasMps ? (DeviceType.MPS, 0) : (DeviceType.CPU, -1),
            "mps" => devices.HasMps ? (DeviceType.MPS, 0) : throw new SenetException("--device mps: no Metal device: it needs macOS on Apple silicon; use --device cpu or auto"),
            "cuda" when devices.CudaDevices > 0 => (DeviceType.CUDA, process % devices.CudaDevices),
            _ => (DeviceType.CUDA, CheckCuda(text, wanted, devices)),
        };
    }

    static int CheckCuda(string text, int wanted, DeviceInventory devices)
    {
        if (wanted < devices.CudaDevices)
            return wanted;
        if (devices.CudaDevices == 1)
            throw new SenetException($"--device {text}: this machine has 1 CUDA device (cuda:0)");
        if (devices.CudaDevices > 1)
            throw new SenetException($"--device {text}: this machine has {devices.CudaDevices.ToString(CultureInfo.InvariantCulture)} CUDA devices (cuda:0 to {CudaName(devices.CudaDevices - 1)})");
        throw new SenetException($"--device {text}: no CUDA device: " + (devices.HasCudaLibraries
            ? "libtorch finds none; check nvidia-smi (the driver must support CUDA 12.8) and CUDA_VISIBLE_DEVICES, or use --device cpu"
            : "this build carries the CPU libtorch; build with -p:SenetTorch=cuda, or use --device cpu"));
    }

    static DeviceInventory Inventory()
    {
        TorchRuntime.EnsureLoaded();
        bool hasCudaLibraries = TorchRuntime.HasCudaLibraries;
        int cuda = hasCudaLibraries && torch.cuda.is_available() ? torch.cuda.device_count() : 0;
        return new(hasCudaLibraries, cuda, OperatingSystem.IsMacOS() && torch.mps_is_available());
    }

    static string CudaName(int index) => string.Create(CultureInfo.InvariantCulture, $"cuda:{index}");
}
