using System.Globalization;
using Senet.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>Chooses the precision of a new run and says why.</summary>
static class PrecisionSelection
{
    /// <summary>The precision that <paramref name="settings"/> ask for on <paramref name="device"/>; reports it in one line where it was measured.</summary>
    public static Precision Choose(TrainingSettings settings, Device device, Action<TrainingEvent> report)
    {
        switch (settings.Precision)
        {
            case PrecisionChoice.Float32:
                return Precision.Float32;
            case PrecisionChoice.BFloat16:
                return Precision.BFloat16;
        }
        if (device.type != DeviceType.CPU)
        {
            report(new TrainingEvent.Message($"precision: float32 (only CPUs are measured; --precision bfloat16 chooses it on {device})"));
            return Precision.Float32;
        }
        TorchRuntime.EnsureLoaded();
        set_num_threads(settings.Threads ?? Environment.ProcessorCount);
        PrecisionProbe probe = PrecisionProbe.OfCpu();
        string name = probe.Faster == Precision.BFloat16 ? "bfloat16 over float32 weights" : "float32";
        report(new TrainingEvent.Message(string.Create(
            CultureInfo.InvariantCulture,
            $"precision: {name} (a convolution forward and backward takes {probe.Float32Ms:F1} ms in float32, {probe.BFloat16Ms:F1} ms in bfloat16)")));
        return probe.Faster;
    }
}
