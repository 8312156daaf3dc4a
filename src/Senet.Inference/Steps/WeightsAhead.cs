using System.Runtime.Intrinsics.X86;
using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>
/// The weights of a small step, to be fetched while the step before it computes. A vector times a matrix waits for memory alone, and by
/// the time it comes round again, others have taken the matrix's place in the caches.
/// </summary>
sealed unsafe class WeightsAhead
{
    const int LineFloats = 16;

    // Half of a second-level cache of 1 MB; the step that fetches needs the rest, and more than that would only make it wait in place of the next.
    const long MostFloats = 128 << 10;

    readonly PackedBlob[] _blobs;

    WeightsAhead(PackedBlob[] blobs) => _blobs = blobs;

    /// <summary>Null where they are too large to wait in a cache.</summary>
    public static WeightsAhead? Of(params PackedBlob[] blobs) => Sse.IsSupported && blobs.Sum(blob => blob.Length) <= MostFloats ? new(blobs) : null;

    /// <summary>Asks for the share of one of <paramref name="items"/> items of every matrix, which is about what its thread will read.</summary>
    public void Fetch(int item, int items)
    {
        foreach (PackedBlob blob in _blobs)
        {
            float* end = blob.Floats + blob.Length * (item + 1) / items;
            for (float* line = blob.Floats + blob.Length * item / items; line < end; line += LineFloats)
                Sse.Prefetch1(line);
        }
    }
}
