using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>
/// Weights of a later step that waits for memory, brought nearer line by line by the tiles of a step that waits for arithmetic. They
/// pass through the second-level cache into the third, where the later step finds them.
/// </summary>
/// <param name="blob">The later step's weights, in the order in which it reads them.</param>
/// <param name="skippedBytes">Bytes that another step fetches.</param>
/// <param name="bytes">Bytes behind those to fetch at most.</param>
/// <param name="threads">Threads of the pool: each reads a part of the weights, from its beginning on, and so each part is fetched.</param>
sealed unsafe class WeightStream(PackedBlob blob, long skippedBytes, long bytes, int threads)
{
    /// <summary>Lines for one of <paramref name="items"/> items to fetch.</summary>
    public WeightLines Share(int item, int items)
    {
        // The thread that has this item, and its first one; see WorkerPool.Run.
        int thread = (int)((((long)item + 1) * threads - 1) / items);
        int first = (int)((long)items * thread / threads);
        int count = (int)((long)items * (thread + 1) / threads) - first;
        long part = blob.Length / threads;
        long skipped = Math.Min(part, skippedBytes / sizeof(float) / threads);
        long wanted = Math.Min(part - skipped, bytes / sizeof(float) / threads);
        float* begin = blob.Floats + part * thread + skipped;
        return new((byte*)(begin + wanted * (item - first) / count), (byte*)(begin + wanted * (item - first + 1) / count));
    }
}

/// <summary>Lines that are still to be fetched.</summary>
unsafe struct WeightLines(byte* next, byte* end)
{
    /// <summary>Of a line; a tile fetches one for each of its inputs.</summary>
    public const int Bytes = 64;

    byte* _next = next;

    /// <summary>What a tile of so many inputs is to fetch; null where nothing is left.</summary>
    public byte* Take(int depth)
    {
        if (_next >= end)
            return null;
        byte* taken = _next;
        _next += (long)depth * Bytes;
        return taken;
    }
}
