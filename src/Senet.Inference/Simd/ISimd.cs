namespace Senet.Inference.Simd;

/// <summary>
/// The few vector operations that kernels are written in. A kernel is one generic method; with a struct for
/// <typeparamref name="TSelf"/> the compiler makes straight code of it for each instruction set.
/// </summary>
/// <typeparam name="TSelf">The instruction set.</typeparam>
/// <typeparam name="TVec">Its vector of singles; <see cref="float"/> itself in the scalar form.</typeparam>
unsafe interface ISimd<TSelf, TVec>
    where TSelf : struct, ISimd<TSelf, TVec>
    where TVec : unmanaged
{
    /// <summary>Singles in a vector.</summary>
    static abstract int Lanes { get; }

    /// <summary>Most rows that a tile of two vectors may have without leaving the registers; see <see cref="Kernels.TileKernels"/>.</summary>
    static abstract int MostRows { get; }

    /// <summary>Vectors that fit into registers.</summary>
    static abstract int Registers { get; }

    static abstract TVec Zero { get; }

    static abstract TVec Load(float* source);

    static abstract void Store(float* target, TVec value);

    /// <summary>The single at <paramref name="source"/> in every lane.</summary>
    static abstract TVec Broadcast(float* source);

    static abstract TVec Create(float value);

    static abstract TVec Add(TVec a, TVec b);

    static abstract TVec Subtract(TVec a, TVec b);

    static abstract TVec Multiply(TVec a, TVec b);

    /// <summary>a * b + c, rounded once where the processor can.</summary>
    static abstract TVec MultiplyAdd(TVec a, TVec b, TVec c);

    /// <summary>c - a * b, rounded once where the processor can.</summary>
    static abstract TVec MultiplySubtract(TVec a, TVec b, TVec c);

    /// <summary>The larger of both; <paramref name="x"/> where it is no number, so that a ReLU passes NaN on.</summary>
    static abstract TVec AtLeast(TVec low, TVec x);

    /// <summary>The larger of both; NaN where either is.</summary>
    static abstract TVec Max(TVec a, TVec b);

    static abstract TVec Divide(TVec a, TVec b);

    /// <summary>e to the power of every lane.</summary>
    static abstract TVec Exp(TVec x);

    /// <summary>Lane <c>index[i]</c> of <paramref name="x"/> in lane i; <see cref="Lanes"/> indices.</summary>
    static abstract TVec Permute(TVec x, int* index);

    /// <summary>As <see cref="Permute"/>, where lane i takes one of the four lanes of 128 bits that it belongs to itself; cheaper, since nothing crosses.</summary>
    static abstract TVec PermuteFours(TVec x, int* index);
}
