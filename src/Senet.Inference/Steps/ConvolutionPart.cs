using Senet.Inference.Kernels;
using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>A convolution as matrix products: what it reads and with which weights.</summary>
sealed unsafe class ConvolutionPart
{
    readonly int _stride;
    readonly NativeInts _offsets;

    public ConvolutionPart(PanelLayout layout, MapView input, bool planar, int stride, int paddingHeight, int paddingWidth, PackedBlob weights, PackedBlob? bias)
    {
        Layout = layout;
        Input = input;
        Weights = weights;
        Bias = bias;
        _stride = stride;
        IsFlat = !planar && stride == 1 && input.Place.Halo == 0 && layout.Taps.All(tap => tap.Row == 0 && tap.Column == 0);
        RowStride = input.Place.Slots * stride;
        IsTiled = RowStride is 1 or 2 or 16 or 32;
        _offsets = new(layout.Offsets(input, planar, paddingHeight, paddingWidth));
    }

    public PanelLayout Layout { get; }

    public MapView Input { get; }

    public PackedBlob Weights { get; }

    /// <summary>Bias of its own, where it is the side branch of another convolution.</summary>
    public PackedBlob? Bias { get; }

    public int* Offsets => _offsets.Values;

    /// <summary>Floats from one output pixel's input to the next one's.</summary>
    public int RowStride { get; }

    /// <summary>Whether kernels know that distance; else tiles have one row.</summary>
    public bool IsTiled { get; }

    /// <summary>Whether output pixel p needs input pixel p alone.</summary>
    public bool IsFlat { get; }

    /// <summary>Floats of an image that a panel goes through for so many output pixels, whole lines.</summary>
    public long InputFloats(int pixels)
    {
        int taps = Layout.Taps.Take(Layout.Panels[0].Depth).Select(tap => (tap.Row, tap.Column)).Distinct().Count();
        int blocks = Layout.Taps.Take(Layout.Panels[0].Depth).Select(tap => tap.Slot / 16).Distinct().Count();
        return blocks * Math.Min(Input.Place.Plane, 16L * taps * pixels);
    }

    /// <summary>The tile kernel for that distance.</summary>
    public required delegate*<int, int, Tile*, void> Kernel { get; init; }

    /// <summary>Floats from the input's first pixel to the one of output pixel (y, x).</summary>
    public nint Pixel(int y, int x) => (nint)y * _stride * Input.Place.Pitch + (nint)x * RowStride;
}
