using System.Buffers;

namespace Senet.Data;

/// <summary>
/// Byte buffers of images. Those up to 32 MB are kept for good, and not by thread as in the shared pool: a loader's threads end with each epoch.
/// Larger ones come from the shared pool, which gives memory back that nobody needs.
/// </summary>
static class Buffers
{
    const int MostKept = 1 << 25;

    static readonly ArrayPool<byte> kept = ArrayPool<byte>.Create(MostKept, 4 * Environment.ProcessorCount);

    /// <summary>A buffer of at least <paramref name="length"/> bytes.</summary>
    public static byte[] Rent(int length) => Pool(length).Rent(length);

    /// <summary>Gives a buffer back; an empty one is ignored.</summary>
    public static void Return(byte[] buffer)
    {
        if (buffer.Length > 0)
            Pool(buffer.Length).Return(buffer);
    }

    // Lengths are rounded up to powers of two, so both calls choose the same pool.
    static ArrayPool<byte> Pool(int length) => length <= MostKept ? kept : ArrayPool<byte>.Shared;
}
