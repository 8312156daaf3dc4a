namespace Senet.Weights;

/// <summary>Element types a weight file may hold, as the safetensors format lists them. Names on disk: <see cref="TensorTypes"/>.</summary>
#pragma warning disable CA1720 // The members are element types; their .NET names are the clearest ones.
public enum TensorType
{
    /// <summary>One byte, 0 or 1; <c>BOOL</c>.</summary>
    Bool,

    /// <summary>Unsigned 8-bit integer; <c>U8</c>.</summary>
    UInt8,

    /// <summary>Signed 8-bit integer; <c>I8</c>.</summary>
    Int8,

    /// <summary>8-bit float with 5 exponent and 2 mantissa bits; <c>F8_E5M2</c>.</summary>
    Float8E5M2,

    /// <summary>8-bit float with 4 exponent and 3 mantissa bits, no infinities; <c>F8_E4M3</c>.</summary>
    Float8E4M3,

    /// <summary>8-bit power of two, an exponent only; <c>F8_E8M0</c>.</summary>
    Float8E8M0,

    /// <summary>Signed 16-bit integer; <c>I16</c>.</summary>
    Int16,

    /// <summary>Unsigned 16-bit integer; <c>U16</c>.</summary>
    UInt16,

    /// <summary>IEEE 754 half precision; <c>F16</c>.</summary>
    Float16,

    /// <summary>The upper 16 bits of a single: 8 exponent and 7 mantissa bits; <c>BF16</c>.</summary>
    BFloat16,

    /// <summary>Signed 32-bit integer; <c>I32</c>.</summary>
    Int32,

    /// <summary>Unsigned 32-bit integer; <c>U32</c>.</summary>
    UInt32,

    /// <summary>IEEE 754 single precision; <c>F32</c>.</summary>
    Float32,

    /// <summary>IEEE 754 double precision; <c>F64</c>.</summary>
    Float64,

    /// <summary>Signed 64-bit integer; <c>I64</c>.</summary>
    Int64,

    /// <summary>Unsigned 64-bit integer; <c>U64</c>.</summary>
    UInt64,

    /// <summary>Two singles, real and imaginary part; <c>C64</c>.</summary>
    Complex64,
}
