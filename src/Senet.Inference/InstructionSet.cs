namespace Senet.Inference;

/// <summary>Vector instructions that the engine has kernels for.</summary>
public enum InstructionSet
{
    /// <summary>None: a reference for tests, and what runs where the processor has no vectors.</summary>
    Scalar,

    /// <summary>128 bits: SSE, NEON.</summary>
    Vector128,

    /// <summary>AVX2 with FMA.</summary>
    Avx2,

    /// <summary>AVX-512.</summary>
    Avx512,
}
