using System.Runtime.CompilerServices;

namespace Senet.Inference.Simd;

/// <summary>One lane and no vector instruction: what the vector forms are tested against, and what runs where the processor has none.</summary>
readonly unsafe struct SimdScalar : ISimd<SimdScalar, float>
{
    public static int Lanes => 1;

    public static int MostRows => 4;

    public static int Registers => 16;

    public static float Zero => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Load(float* source) => *source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* target, float value) => *target = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Broadcast(float* source) => *source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Create(float value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Add(float a, float b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Subtract(float a, float b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Multiply(float a, float b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float a, float b, float c) => a * b + c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplySubtract(float a, float b, float c) => c - a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float AtLeast(float low, float x) => x < low ? low : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float a, float b) => MathF.Max(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Divide(float a, float b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float x) => MathF.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Permute(float x, int* index) => x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float PermuteFours(float x, int* index) => x;
}
