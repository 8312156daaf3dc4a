namespace Senet.Inference.Memory;

/// <summary>One packed form of a layer's weights, in memory of its own or in a mapped file.</summary>
sealed unsafe class PackedBlob(long length) : IDisposable
{
    NativeMemoryBlock? _memory;

    public long Length { get; } = length;

    /// <summary>The values, aligned to 64 bytes; null until they are packed.</summary>
    public float* Floats { get; private set; }

    public static PackedBlob Mapped(float* floats, long length) => new(length) { Floats = floats };

    public void Allocate(bool hugePages)
    {
        _memory = new(Length, hugePages);
        Floats = _memory.Floats;
    }

    public void Dispose() => _memory?.Dispose();
}
