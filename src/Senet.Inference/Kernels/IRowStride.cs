namespace Senet.Inference.Kernels;

/// <summary>Floats between one row (output pixel) of a tile's input and the next; a type, so that addresses are constants of the code.</summary>
interface IRowStride
{
    static abstract int Floats { get; }
}

/// <summary>Neighbouring pixels of one plane: a network's input at stride 1.</summary>
readonly struct Row1 : IRowStride
{
    public static int Floats => 1;
}

/// <summary>Every second pixel of one plane: a network's input at stride 2.</summary>
readonly struct Row2 : IRowStride
{
    public static int Floats => 2;
}

/// <summary>Neighbouring pixels of 16 channels.</summary>
readonly struct Row16 : IRowStride
{
    public static int Floats => 16;
}

/// <summary>Every second pixel of 16 channels.</summary>
readonly struct Row32 : IRowStride
{
    public static int Floats => 32;
}
