using System.Runtime.Intrinsics.X86;
using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>
/// The weights of a small step, to be fetched while the step before it computes. A vector times a matrix waits for memory alone, and by
/// the time it comes round again, others have taken the matrix's place in the caches.
/// </summary>
sealed unsafe class WeightsAhead(PackedBlob[] blobs)
{
    const int LineFloats = 16;

    // Half of a second-level cache of 1 MB; the step that fetches needs the rest.
    const long MostFloats = 128 << 10;

    readonly PackedBlob[] _blobs = blobs;

    /// <summary>Asks for the share of one of <paramref name="items"/> items of every matrix, which is about what its thread will read.</summary>
    public void Fetch(int item, int items)
    {
        if (!Sse.IsSupported)
            return;
        long left = MostFloats;
        foreach (PackedBlob blob in _blobs)
        {
            long length = Math.Min(left, blob.Length);
            left -= length;
            float* end = blob.Floats + length * (item + 1) / items;
            for (float* line = blob.Floats + length * item / items; line < end; line += LineFloats)
                Sse.Prefetch1(line);
        }
    }
}
