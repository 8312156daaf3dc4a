namespace Senet.Inference.Kernels;

/// <summary>
/// 16 slots of a rectangle of pixels on their way to a map: <c>max(Low, (Source * Scale + Bias) * Gate + Residual)</c>,
/// each of which but the source may be missing.
/// </summary>
unsafe struct PixelFinish
{
    public float* Source;

    /// <summary>Floats from one row to the next; pixels of a row follow each other.</summary>
    public nint SourceRow;

    public float* Target;

    public nint TargetRow;

    /// <summary>16 factors, or null.</summary>
    public float* Scale;

    /// <summary>16 values, or null.</summary>
    public float* Bias;

    /// <summary>16 factors, or null.</summary>
    public float* Gate;

    public float* Residual;

    public nint ResidualRow;

    /// <summary>16 values to which the result's sums are added, or null.</summary>
    public float* Sums;

    /// <summary>0 for a ReLU, negative infinity for none.</summary>
    public float Low;

    public int Rows;

    public int Columns;
}
