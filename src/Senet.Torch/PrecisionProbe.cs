using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Torch;

/// <summary>Time of one convolution, forward and backward, in both precisions.</summary>
/// <param name="Float32Ms">Shortest time in float32, in milliseconds.</param>
/// <param name="BFloat16Ms">Shortest time in bfloat16, in milliseconds.</param>
public sealed record PrecisionProbe(double Float32Ms, double BFloat16Ms)
{
    // Where bfloat16 gains less than this, the rest of the step, which it does not speed up, would eat the gain. Processors with bfloat16
    // arithmetic take 0.4 to 0.6; those without take two to ten times as long as in float32, so that noise does not decide.
    const double WorthIt = 0.8;

    const int Repeats = 5;

    static readonly Lock s_lock = new();
    static PrecisionProbe? s_measured;

    /// <summary>The faster precision, float32 where bfloat16 is not clearly faster.</summary>
    public Precision Faster => BFloat16Ms < WorthIt * Float32Ms ? Precision.BFloat16 : Precision.Float32;

    /// <summary>Measures this machine's CPU with libtorch's present number of threads: some 50 ms, once in a process.</summary>
    public static PrecisionProbe OfCpu()
    {
        TorchRuntime.EnsureLoaded();
        lock (s_lock)
            return s_measured ??= Measure();
    }

    // A 3x3 convolution from the middle of a ResNet, channels-last as networks are trained here.
    static PrecisionProbe Measure()
    {
        using DisposeScope scope = NewDisposeScope();
        using var generator = new Generator(1);
        Tensor image = randn([8, 28, 28, 64], generator: generator).permute(0, 3, 1, 2);
        Tensor weight = randn([64, 3, 3, 64], generator: generator).permute(0, 3, 1, 2);
        ScalarType[] types = [ScalarType.Float32, ScalarType.BFloat16];
        double[] best = [double.PositiveInfinity, double.PositiveInfinity];
        // In turns, so that a busy moment of the machine meets both; the first round only warms up.
        for (int round = 0; round <= Repeats; round++)
        {
            for (int i = 0; i < types.Length; i++)
            {
                using DisposeScope step = NewDisposeScope();
                Tensor x = image.to(types[i], copy: true).requires_grad_(true), w = weight.to(types[i], copy: true).requires_grad_(true);
                var clock = Stopwatch.StartNew();
                Tensor y = nn.functional.conv2d(x, w, padding: [1L, 1L]);
                y.backward([y.detach()]);
                if (round > 0)
                    best[i] = Math.Min(best[i], clock.Elapsed.TotalMilliseconds);
            }
        }
        return new(best[0], best[1]);
    }
}
