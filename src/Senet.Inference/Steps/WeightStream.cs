using Senet.Inference.Kernels;
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

    /// <summary>Gives the next tiles a line for each of their inputs, as far as there are lines; how many tiles that holds for, all where none is left.</summary>
    public int Take(Tile* tiles, int count)
    {
        tiles->Prefetch = null;
        tiles->PrefetchStep = 0;
        if (_next >= end || tiles->Depth == 0)
            return count;
        long bytes = (long)tiles->Depth * Bytes;
        int taking = (int)Math.Min(count, (end - _next + bytes - 1) / bytes);
        tiles->Prefetch = _next;
        tiles->PrefetchStep = Bytes;
        _next += taking * bytes;
        return taking;
    }
}
