using System.Runtime.InteropServices;

namespace Senet.Inference.Memory;

/// <summary>Integers outside the garbage collector's heap, and a zero behind them.</summary>
sealed unsafe class NativeInts
{
    public NativeInts(ReadOnlySpan<int> values)
    {
        Values = (int*)NativeMemory.Alloc((nuint)values.Length + 1, sizeof(int));
        values.CopyTo(new Span<int>(Values, values.Length));
        Values[values.Length] = 0;
    }

    ~NativeInts() => NativeMemory.Free(Values);

    public int* Values { get; }
}
