using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>A matrix times the vectors of all images: images are the rows of the tiles.</summary>
sealed unsafe class VectorProduct<TSimd, TVec>
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    // Weights of an item, in floats: about what a core reads from memory in three microseconds.
    const int ItemWeights = 16 * 1024;

    readonly PanelLayout _layout;
    readonly PackedBlob _weights;
    readonly PackedBlob _bias;
    readonly NativeInts _offsets;
    readonly float _low;
    readonly int _panelsPerItem;

    /// <param name="layout">The matrix.</param>
    /// <param name="offsets">Where each of its inputs lies in an image's vector.</param>
    /// <param name="weights">The matrix's values.</param>
    /// <param name="bias">One value for each output slot.</param>
    /// <param name="relu">Whether a ReLU follows.</param>
    public VectorProduct(PanelLayout layout, int[] offsets, PackedBlob weights, PackedBlob bias, bool relu)
    {
        _layout = layout;
        _weights = weights;
        _bias = bias;
        _offsets = new(offsets);
        _low = relu ? 0 : float.NegativeInfinity;
        Panel panel = layout.Panels[0];
        _panelsPerItem = Math.Clamp(ItemWeights / Math.Max(1, panel.Depth * panel.Vectors * TSimd.Lanes), 1, layout.Panels.Length);
    }

    public PackedBlob Weights => _weights;

    public int Items => (_layout.Panels.Length + _panelsPerItem - 1) / _panelsPerItem;

    /// <summary>Computes the output slots of an item for all images.</summary>
    /// <param name="item">Below <see cref="Items"/>.</param>
    /// <param name="input">First image's vector; the others follow 16 floats apart.</param>
    /// <param name="output">First image's result.</param>
    /// <param name="blockStride">Floats from 16 output slots to the next 16.</param>
    /// <param name="imageStride">Floats from one image's result to the next one's.</param>
    /// <param name="images">Number of images.</param>
    public void Run(int item, float* input, float* output, nint blockStride, nint imageStride, int images)
    {
        int lanes = TSimd.Lanes;
        int parts = (images + TSimd.MostRows - 1) / TSimd.MostRows;
        int end = Math.Min((item + 1) * _panelsPerItem, _layout.Panels.Length);
        for (int i = item * _panelsPerItem; i < end; i++)
        {
            Panel panel = _layout.Panels[i];
            int lane = panel.Slot % 16;
            var tile = new Tile
            {
                Count = 1,
                Offsets = _offsets.Values + panel.FirstTap,
                Depth = panel.Depth,
                Turns = panel.Turns,
                B = _weights.Floats + panel.FirstWeight,
                Bias = _bias.Floats + panel.Slot,
                Row = imageStride,
                Next = lane + lanes < 16 ? lanes : blockStride - lane,
                Low = _low,
            };
            for (int t = 0; t < parts; t++)
            {
                int first = t * images / parts;
                tile.A = input + (nint)first * 16;
                tile.C = output + panel.Slot / 16 * blockStride + lane + first * imageStride;
                TileKernels.Run<TSimd, TVec, Row16>((t + 1) * images / parts - first, panel.Vectors, &tile);
            }
        }
    }
}
