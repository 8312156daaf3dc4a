using Senet.Graph;

namespace Senet.Inference.Steps;

/// <summary>The windows of a pooling along one side: output i covers the input from First[i] to End[i]; Count[i] is what a mean divides by.</summary>
sealed record PoolWindows(int[] First, int[] End, int[] Count)
{
    public static PoolWindows Create(Node node, int input, int output)
    {
        var windows = new PoolWindows(new int[output], new int[output], new int[output]);
        for (int i = 0; i < output; i++)
        {
            (int first, int end, int padded) = node switch
            {
                AdaptiveAveragePoolNode => (i * input / output, ((i + 1) * input + output - 1) / output, 0),
                PoolNode { Rounding: PoolRounding.Cover } pool => (i * pool.Stride, i * pool.Stride + pool.Kernel, 0),
                PoolNode pool => (i * pool.Stride - pool.Padding, i * pool.Stride - pool.Padding + pool.Kernel, pool.Padding),
                _ => throw new InvalidOperationException(node.Kind),
            };
            bool countPadding = node is AveragePoolNode { CountPadding: true };
            // Zeros round the image may count, what lies beyond them never does.
            int counted = countPadding ? Math.Min(end, input + padded) - first : Math.Min(end, input) - Math.Max(first, 0);
            windows.First[i] = Math.Max(first, 0);
            windows.End[i] = Math.Min(end, input);
            windows.Count[i] = counted;
        }
        return windows;
    }
}
