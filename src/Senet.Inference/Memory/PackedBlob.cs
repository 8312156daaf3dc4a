namespace Senet.Inference.Memory;

/// <summary>One packed form of a layer's weights, a part of a larger block of memory or of a mapped file.</summary>
sealed unsafe class PackedBlob(long length)
{
    /// <summary>Floats.</summary>
    public long Length { get; } = length;

    /// <summary>The values, aligned to 64 bytes; null until there is memory for them.</summary>
    public float* Floats { get; set; }

    public static PackedBlob Mapped(float* floats, long length) => new(length) { Floats = floats };
}
