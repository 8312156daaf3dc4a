using System.Runtime.ExceptionServices;

namespace Senet.Inference.Memory;

/// <summary>Weights in the order in which kernels read them, each form once however many plans use it.</summary>
sealed class PackedWeights : IDisposable
{
    readonly Dictionary<string, PackedBlob> _blobs = new(StringComparer.Ordinal);
    readonly List<(PackedBlob Blob, Pack Pack)> _pending = [];
    readonly List<NativeMemoryBlock> _memory = [];
    readonly bool _hugePages;
    readonly PlanFile? _file;

    public PackedWeights(bool hugePages, PlanFile? file)
    {
        _hugePages = hugePages;
        _file = file;
    }

    /// <summary>Writes a form into zeroed memory.</summary>
    public unsafe delegate void Pack(float* target);

    /// <summary>Everything packed so far.</summary>
    public IReadOnlyDictionary<string, PackedBlob> Blobs => _blobs;

    /// <summary>Whether a form is packed already, here or in the file.</summary>
    public bool Has(string key) => _blobs.ContainsKey(key) || (_file is not null && _file.Has(key));

    /// <summary>Bytes of all forms.</summary>
    public long Bytes => _blobs.Values.Sum(blob => blob.Length) * sizeof(float);

    /// <summary>The form called <paramref name="key"/>, which <paramref name="pack"/> is to write if it is not there.</summary>
    public unsafe PackedBlob Request(string key, long floats, Pack pack)
    {
        if (_blobs.TryGetValue(key, out PackedBlob? blob))
            return blob;
        blob = _file?.Find(key, floats) ?? new PackedBlob(floats);
        _blobs.Add(key, blob);
        if (blob.Floats == null)
            _pending.Add((blob, pack));
        return blob;
    }

    /// <summary>Packs what was requested, several forms at a time.</summary>
    public unsafe void PackPending(int threads)
    {
        Dictionary<PackedBlob, int> order = _pending.Select((entry, i) => (entry.Blob, i)).ToDictionary(entry => entry.Blob, entry => entry.i);
        // Large ones first, so that no thread is left with one at the end.
        (PackedBlob Blob, Pack Pack)[] pending = [.. _pending.OrderByDescending(entry => entry.Blob.Length)];
        _pending.Clear();
        if (pending.Length == 0)
            return;
        // One block for all, so that small forms lie on huge pages too: a stream of weights otherwise waits at every small page.
        var memory = new NativeMemoryBlock(pending.Sum(entry => RoundUp(entry.Blob.Length)), _hugePages);
        _memory.Add(memory);
        float* next = memory.Floats;
        foreach ((PackedBlob blob, _) in pending.OrderBy(entry => order[entry.Blob]))
        {
            blob.Floats = next;
            next += RoundUp(blob.Length);
        }
        try
        {
            Parallel.ForEach(pending, new ParallelOptions { MaxDegreeOfParallelism = threads }, entry => entry.Pack(entry.Blob.Floats));
        }
        catch (AggregateException error)
        {
            // What is not whole must not be found again.
            foreach (string key in _blobs.Where(entry => order.ContainsKey(entry.Value)).Select(entry => entry.Key).ToArray())
                _blobs.Remove(key);
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }
    }

    public void Dispose()
    {
        foreach (NativeMemoryBlock memory in _memory)
            memory.Dispose();
        _file?.Dispose();
    }

    static long RoundUp(long floats) => (floats + 15) / 16 * 16;
}
