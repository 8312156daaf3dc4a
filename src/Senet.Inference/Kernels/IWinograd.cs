namespace Senet.Inference.Kernels;

/// <summary>The transforms of one Winograd form of a 3x3 convolution with stride 1.</summary>
unsafe interface IWinograd<TSelf>
    where TSelf : struct, IWinograd<TSelf>
{
    /// <summary>Outputs on a side of a tile, m; it reads m + 2 inputs on a side.</summary>
    static abstract int Outputs { get; }

    /// <summary>The finite points, m + 1 of them; the last one is infinity.</summary>
    static abstract ReadOnlySpan<double> Points { get; }

    /// <summary>Transforms 16 slots of one input tile.</summary>
    /// <param name="source">The tile's first pixel.</param>
    /// <param name="pitch">Floats from a row to the next.</param>
    /// <param name="target">Where product 0's input goes.</param>
    /// <param name="stride">Floats from a product's input to the next one's.</param>
    /// <param name="gate">16 factors, or null.</param>
    static abstract void TransformInput(float* source, nint pitch, float* target, nint stride, float* gate);

    /// <summary>Transforms 16 slots of one tile's products back to m x m pixels and ends the layer for those that there are.</summary>
    /// <param name="source">Product 0.</param>
    /// <param name="stride">Floats from a product to the next.</param>
    /// <param name="finish">What happens to them, where they go and how many there are; has a bias and no scale.</param>
    static abstract void TransformOutput(float* source, nint stride, PixelFinish* finish);
}
