using System.Runtime.CompilerServices;
using Senet.Inference.Simd;

namespace Senet.Inference.Kernels;

/// <summary>How a vector's inputs are spread over the lanes of their groups; a type, so that a kernel's loop has the one instruction and no choice.</summary>
unsafe interface ISpread<TSimd, TVec>
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    static abstract TVec Take(TVec x, int* index);
}

/// <summary>From any lane.</summary>
readonly unsafe struct SpreadAny<TSimd, TVec> : ISpread<TSimd, TVec>
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVec Take(TVec x, int* index) => TSimd.Permute(x, index);
}

/// <summary>Within four lanes.</summary>
readonly unsafe struct SpreadFours<TSimd, TVec> : ISpread<TSimd, TVec>
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVec Take(TVec x, int* index) => TSimd.PermuteFours(x, index);
}
