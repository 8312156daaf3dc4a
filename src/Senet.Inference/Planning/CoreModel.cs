using System.Runtime.Intrinsics.X86;
using Senet.Inference.Steps;

namespace Senet.Inference.Planning;

/// <summary>
/// What a plan's choices depend on beside the instruction set: how fast a core multiplies, and what it gets from behind its second-level cache
/// meanwhile. The processor's maker tells which of the measured ones applies; measured anew at each start, one machine could give
/// other bits in another process.
/// </summary>
sealed record CoreModel
{
    // The largest planes of which a panel waits noticeably for its weights.
    const int MostFetchingPixels = 400;

    /// <summary>Multiply-accumulates of a tile kernel in a nanosecond with AVX-512.</summary>
    public required double MacsPerNs { get; init; }

    /// <summary>Whether vectors of half the width multiply half as much, while memory gives the same. A Zen 4 takes AVX-512 in halves.</summary>
    public required bool MultipliesByWidth { get; init; }

    /// <summary>Bytes of weights in a nanosecond that tiles fetch from memory while they multiply.</summary>
    public required double BytesPerNs { get; init; }

    /// <summary>Winograd weights up to this size are read for every few tiles; larger ones once for all.</summary>
    public required long FusedWeightBytes { get; init; }

    /// <summary>Whether Strassen's method pays where it can be used: it multiplies less, and writes and reads sums of inputs.</summary>
    public required bool UsesStrassen { get; init; }

    /// <summary>
    /// Whether tiles have time to fetch weights of a later step. Where they do not, they spread what they fetch of their own step's over all
    /// tiles of a panel.
    /// </summary>
    public required bool StreamsWeights { get; init; }

    /// <summary>Inputs of a batch's images that one item goes through panel after panel; more would come from the third-level cache for each.</summary>
    public required long InputBytesAtOnce { get; init; }

    /// <summary>Weights of a panel that stay in the first-level cache beside the pixels that pass by; of longer panels, part after part.</summary>
    public required int MostPanelBytes { get; init; }

    /// <summary>Tiles of a panel that fetch the next one.</summary>
    public int FetchingTiles => StreamsWeights ? PanelFetch.FewTiles : PanelFetch.AllTiles;

    /// <summary><see cref="FetchingTiles"/> for planes of so many pixels: larger ones are so many tiles that what a panel waits for at its beginning does not count.</summary>
    public int FetchingTilesFor(int pixels) => pixels <= MostFetchingPixels ? FetchingTiles : 0;

    /// <summary>Rounds in which a panel of so many bytes is taken.</summary>
    public int Rounds(long bytes) => bytes <= MostPanelBytes ? 1 : (int)((bytes + MostPanelBytes / 3) / (MostPanelBytes * 2L / 3));

    /// <summary><see cref="MacsPerNs"/> with vectors of so many lanes.</summary>
    public double MacsPerNsWith(int lanes) => MultipliesByWidth ? MacsPerNs * lanes / 16 : MacsPerNs;

    /// <summary>A third-level cache that keeps up with the arithmetic: measured on AMD's Zen 4 and Zen 5, and taken for what was not measured.</summary>
    public static CoreModel NearCache { get; } = new() { MacsPerNs = 58, MultipliesByWidth = false, BytesPerNs = 22, FusedWeightBytes = 3 << 20, UsesStrassen = true, StreamsWeights = true, InputBytesAtOnce = long.MaxValue, MostPanelBytes = int.MaxValue };

    /// <summary>
    /// A third-level cache behind a mesh, of which a core gets 25 GB/s and by software's fetches 12 to 15, beside 82 GMAC/s and 2 MB of
    /// second-level cache: measured on an Intel Xeon (family 6, model 207), with AVX-512 and with AVX2.
    /// </summary>
    public static CoreModel FarCache { get; } = new() { MacsPerNs = 80, MultipliesByWidth = true, BytesPerNs = 12, FusedWeightBytes = 1 << 20, UsesStrassen = false, StreamsWeights = false, InputBytesAtOnce = 5 << 18, MostPanelBytes = int.MaxValue };

    /// <summary>
    /// Such a cache behind vectors of 8 lanes, 32 KB of first-level and 512 KB of second-level cache: measured on AMD's Zen 3. Tiles are of six
    /// rows, and a panel's weights pass through the core twice as often as with 14: they must come from the first-level cache, and what is fetched meanwhile little
    /// by little.
    /// </summary>
    public static CoreModel NearCacheNarrow { get; } = NearCache with { MacsPerNs = 48, BytesPerNs = 15, StreamsWeights = false, FusedWeightBytes = 1 << 20, InputBytesAtOnce = 3 << 19, MostPanelBytes = 24 << 10 };

    /// <summary>This processor's, with vectors of so many lanes.</summary>
    public static CoreModel For(int lanes) => IsIntel() ? FarCache : lanes < 16 ? NearCacheNarrow : NearCache;

    static bool IsIntel()
    {
        if (!X86Base.IsSupported)
            return false;
        (_, int ebx, int ecx, int edx) = X86Base.CpuId(0, 0);
        // "GenuineIntel", four letters in each.
        return (ebx, edx, ecx) == (0x756E6547, 0x49656E69, 0x6C65746E);
    }
}
