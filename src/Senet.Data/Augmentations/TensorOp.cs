namespace Senet.Data;

/// <summary>A change of one normalised input, after all <see cref="PixelOp"/>s: 0 is the mean colour there.</summary>
public abstract record TensorOp : AugmentationOp
{
    private protected TensorOp()
    {
    }

    /// <summary>Changes an input in place.</summary>
    /// <param name="chw">Channels * height * width floats, row-major; overwritten.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="random">Source of all randomness; advanced by what is drawn.</param>
    public abstract void Apply(Span<float> chw, int height, int width, ref SampleRandom random);

    /// <summary>Sets a rectangle to 0 in every channel.</summary>
    private protected static void Erase(Span<float> chw, int height, int width, int left, int top, int right, int bottom)
    {
        for (int plane = 0; plane < chw.Length; plane += height * width)
        {
            for (int y = top; y < bottom; y++)
                chw.Slice(plane + y * width + left, right - left).Clear();
        }
    }
}
