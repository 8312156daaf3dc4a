namespace Senet.Inference.Kernels;

/// <summary>
/// Tiles of a matrix product with what surrounds it, for <see cref="TileKernels"/>: each up to 14 rows (pixels) by one or two
/// vectors of output channels. Row r of the result is
/// <c>max(Low, (Bias + First[r] + Second[r] + sum over k of A[Offsets[k] + r * stride] * B[k]) * Gate + Residual[r])</c>.
/// </summary>
unsafe struct Tile
{
    /// <summary>Inputs of a turn; as in the generator.</summary>
    public const int Together = 16;

    /// <summary>The first input of a round, of so many rounds that take all of them; no turn is cut.</summary>
    public static int Start(int depth, int round, int rounds) => round == rounds ? depth : depth * round / rounds / Together * Together;

    /// <summary>Rows of a tile of one vector that do with as many accumulators as so many rows of two.</summary>
    public static int MostSingleRows(int mostRows) => Math.Min(2 * mostRows, 14);

    /// <summary>How many tiles of the same rows follow each other, in the input, the result and all that goes with rows.</summary>
    public int Count;

    /// <summary>Row 0 of the input; the other rows follow at a distance that is part of the kernel.</summary>
    public float* A;

    /// <summary>Where each of the <see cref="Depth"/> inputs lies from <see cref="A"/>, in floats: a convolution of any shape is a list of these.</summary>
    public int* Offsets;

    /// <summary>K, the inputs of a dot product.</summary>
    public int Depth;

    /// <summary>How many turns of the loop take <see cref="Together"/> of them each, from the first on, which lie side by side: of those the first one's offset counts. Behind the last offset another is read and not used.</summary>
    public int Turns;

    /// <summary>Weights, one or two vectors for each k.</summary>
    public float* B;

    /// <summary>One or two vectors.</summary>
    public float* Bias;

    /// <summary>Sums to go on from, or null: the vectors of row 0, then those of row 1, and so on.</summary>
    public float* First;

    /// <summary>More sums to go on from, or null.</summary>
    public float* Second;

    /// <summary>One or two vectors of gates, or null for none.</summary>
    public float* Gate;

    /// <summary>What is added behind the gate, or null; may be where the result goes.</summary>
    public float* Residual;

    /// <summary>Floats from one row of the residual to the next.</summary>
    public nint ResidualRow;

    /// <summary>Floats from the residual's first vector to its second.</summary>
    public nint ResidualNext;

    /// <summary>0 for a ReLU, negative infinity for none.</summary>
    public float Low;

    /// <summary>Where row 0 of the result goes.</summary>
    public float* C;

    /// <summary>Floats from one row of the result to the next.</summary>
    public nint Row;

    /// <summary>Floats from the result's first vector to its second.</summary>
    public nint Next;

    /// <summary>One or two vectors to which the sum of all rows of the result is added, or null.</summary>
    public float* Sums;

    /// <summary>Weights to bring into the cache for a later tile, a line of 64 bytes for each k; or null: then a tile asks for its own first weights again and again, since a fetch of address 0 makes some processors look for its page every time.</summary>
    public byte* Prefetch;

    /// <summary>Bytes from one line of <see cref="Prefetch"/> to the next; 0 where there are none.</summary>
    public nint PrefetchStep;
}
