using Senet.Graph;
using Senet.Inference.Fusion;

namespace Senet.Inference.Planning;

/// <summary>Ways to compute a convolution.</summary>
enum ConvolutionMethod
{
    /// <summary>Matrix products over a list of offsets: any convolution.</summary>
    Direct,

    /// <summary>Slot by slot.</summary>
    Depthwise,

    /// <summary>Groups within one vector.</summary>
    Grouped,

    /// <summary>Winograd's F(2x2, 3x3).</summary>
    Winograd2,

    /// <summary>Winograd's F(4x4, 3x3).</summary>
    Winograd4,
}

/// <summary>
/// Chooses the way that a simple model of time says is shortest.
/// </summary>
static class MethodChoice
{
    // What a tile's transforms take for 16 slots, measured on a Zen 4.
    const double Winograd4NsPerTile = 55;
    const double Winograd2NsPerTile = 18;

    // Weights beyond this are read from memory in every pass.
    const long CachedBytes = 2 << 20;

    public static ConvolutionMethod Choose(CoreModel core, FusedConvolution conv, int height, int width, int images, int lanes, Func<ConvolutionMethod, bool> allows)
    {
        Conv2dNode node = conv.Node;
        if (conv.IsDepthwise)
            return ConvolutionMethod.Depthwise;
        int perGroup = node.InputChannels / node.Groups;
        int outputs = node.OutputChannels / node.Groups;
        if (node.Groups > 1 && perGroup is 1 or 2 or 4 or 8 && outputs is 2 or 4 or 8 or 16 && outputs >= perGroup && outputs <= lanes && perGroup < lanes && node.InputChannels % 16 == 0
            && conv.Input.PendingGate is null && IsInOrder(conv.Input.Slots) && IsInOrder(conv.Output!.Slots))
            return ConvolutionMethod.Grouped;
        if ((node.Groups > 1 && (perGroup < 16 || outputs < 16)) || node.Kernel != new Size2d(3, 3) || conv.Stride != 1 || conv.Input.IsPlanar || node.Padding.Height != node.Padding.Width || node.Padding.Height > 1 || conv.Shortcut is not null)
            return ConvolutionMethod.Direct;
        var ways = new (ConvolutionMethod Method, double Time)[]
        {
            (ConvolutionMethod.Direct, Time(9, (long)height * width * images, 0)),
            (ConvolutionMethod.Winograd4, Time(36, (long)((height + 3) / 4) * ((width + 3) / 4) * images, Winograd4NsPerTile)),
            (ConvolutionMethod.Winograd2, Time(16, (long)((height + 1) / 2) * ((width + 1) / 2) * images, Winograd2NsPerTile)),
        };
        return ways.OrderBy(way => allows(way.Method) ? 0 : 1).ThenBy(way => way.Time).First().Method;

        // Products of so many rows, weights read once, transforms in and out.
        double Time(int products, long rows, double nsPerTile)
        {
            double pairs = (double)perGroup * node.OutputChannels;
            double bytes = products * pairs * sizeof(float);
            double memory = bytes > CachedBytes ? bytes / core.BytesPerNs : 0;
            int blocks = (node.InputChannels + 15) / 16 + (node.OutputChannels + 15) / 16;
            return Math.Max(products * pairs * rows / core.MacsPerNsWith(lanes), memory) + nsPerTile * rows * blocks;
        }
    }

    /// <summary>Whether channels and slots have the same numbers.</summary>
    public static bool IsInOrder(int[] slots)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            if (slots[i] != i)
                return false;
        }
        return true;
    }
}
