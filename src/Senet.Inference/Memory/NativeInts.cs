using System.Runtime.InteropServices;

namespace Senet.Inference.Memory;

/// <summary>Integers outside the garbage collector's heap.</summary>
sealed unsafe class NativeInts
{
    public NativeInts(ReadOnlySpan<int> values)
    {
        Values = (int*)NativeMemory.Alloc((nuint)Math.Max(1, values.Length), sizeof(int));
        values.CopyTo(new Span<int>(Values, values.Length));
    }

    ~NativeInts() => NativeMemory.Free(Values);

    public int* Values { get; }
}
